"""Saleor's ways to deliver: shipping methods and collection points."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from agentpay_plugin.conversation.goods import DeliveryKind, DeliveryOption
from agentpay_plugin.money import Money
from agentpay_plugin.shop.saleor.amounts import money
from agentpay_plugin.shop.saleor.products import translated
from agentpay_plugin.shop.saleor.rich_text import plain_text

Node = Mapping[str, Any]
_DESCRIPTION_LENGTH = 300


def shipping_option(node: Node) -> DeliveryOption:
    """Return a shipping method. Its own id is used: every version takes it, and it outlives a recalculation."""
    return DeliveryOption(
        id=node["id"],
        kind=DeliveryKind.SHIPPING,
        name=translated(node, "name"),
        price=money(node["price"]),
        minimum_days=node["minimumDeliveryDays"],
        maximum_days=node["maximumDeliveryDays"],
        description=plain_text(translated(node, "description"), _DESCRIPTION_LENGTH),
    )


def collection_option(node: Node, currency: str) -> DeliveryOption:
    """Return a collection point; collecting costs nothing in Saleor."""
    address = node["address"]
    parts = (
        address["streetAddress1"],
        address["postalCode"],
        address["city"],
        address["countryArea"],
    )
    return DeliveryOption(
        id=node["id"],
        kind=DeliveryKind.COLLECTION,
        name=node["name"],
        price=Money(0, currency),
        description=", ".join(filter(None, parts)),
    )


def chosen_option(node: Node | None, currency: str) -> DeliveryOption | None:
    """Return the delivery that a checkout has chosen."""
    if node is None:
        return None
    is_shipping = node["__typename"] == "ShippingMethod"
    return shipping_option(node) if is_shipping else collection_option(node, currency)
