"""Saleor's products in the conversation's words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from agentpay_plugin.conversation.goods import Attribute, Product, Variant
from agentpay_plugin.shop.saleor.amounts import gross
from agentpay_plugin.shop.saleor.rich_text import plain_text

Node = Mapping[str, Any]
_VALUE_LENGTH = 300


def product(node: Node) -> Product:
    """Return a product. What all its variants have alike counts as the product's own."""
    variants = tuple(_variant(variant) for variant in node["variants"] or ())
    return Product(
        id=node["id"],
        slug=node["slug"],
        name=translated(node, "name"),
        description=plain_text(translated(node, "description")),
        category=translated(node["category"], "name") if node["category"] else None,
        attributes=(*attributes(node["attributes"]), *_shared(node["variants"] or ())),
        variants=variants,
        image_url=node["thumbnail"]["url"] if node["thumbnail"] else None,
        requires_shipping=node["productType"]["isShippingRequired"],
        available_for_purchase=bool(node["isAvailableForPurchase"]),
    )


def translated(node: Node, field: str) -> str:
    """Return a field in the asked language if the shop has it so, else as it is."""
    translation = node.get("translation") or {}
    return translation.get(field) or node.get(field) or ""


def variant_name(node: Node) -> str:
    """Return a variant's name; none where Saleor made one up from the id."""
    name = translated(node, "name")
    return "" if name == node["id"] else name


def attributes(nodes: Iterable[Node]) -> tuple[Attribute, ...]:
    """Return the attributes that have a value."""
    found = (
        Attribute(
            slug=node["attribute"]["slug"],
            name=translated(node["attribute"], "name"),
            values=tuple(
                filter(None, (_value(node["attribute"], value) for value in node["values"]))
            ),
        )
        for node in nodes
    )
    return tuple(attribute for attribute in found if attribute.values)


def _variant(node: Node) -> Variant:
    pricing = node["pricing"] or {}
    price, undiscounted = pricing.get("price"), pricing.get("priceUndiscounted")
    return Variant(
        id=node["id"],
        name=variant_name(node),
        sku=node["sku"] or None,
        attributes=attributes(node["selection"]) or _differing(node),
        price=gross(price) if price else None,
        undiscounted_price=gross(undiscounted) if undiscounted else None,
        available=node["quantityAvailable"] or 0,
        limit_per_customer=node["quantityLimitPerCustomer"],
    )


def _differing(node: Node) -> tuple[Attribute, ...]:
    """A shop may have marked no attribute as the one to choose by: then any of them tells variants apart."""
    return attributes(node["others"])


def _shared(variants: Iterable[Node]) -> tuple[Attribute, ...]:
    held = [attributes(node["others"]) for node in variants if node["selection"]]
    if not held:
        return ()
    return tuple(one for one in held[0] if all(one in others for others in held))


def _value(attribute: Node, value: Node) -> str:
    """Return a value as text, by the attribute's kind."""
    match attribute["inputType"]:
        case "RICH_TEXT":
            return plain_text(translated(value, "richText"), _VALUE_LENGTH)
        case "PLAIN_TEXT":
            return translated(value, "plainText")[:_VALUE_LENGTH]
        case "BOOLEAN":
            # Saleor names it "Organic: Yes".
            return str(value["name"] or "").rpartition(": ")[2]
        case "NUMERIC":
            unit = str(attribute["unit"] or "").lower().replace("_", " ")
            return f"{value['name']} {unit}".strip()
        case "DATE":
            return str(value["date"] or "")
        case "DATE_TIME":
            return str(value["dateTime"] or "")
        case "FILE":
            return ""
        case _:
            return translated(value, "name")
