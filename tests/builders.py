"""Builders with keyword defaults, shared by all tests. Append only."""

from __future__ import annotations

from typing import Any

from agentpay_plugin.conversation.goods import (
    Address,
    AddressRules,
    Attribute,
    Cart,
    CartLine,
    Choice,
    DeliveryKind,
    DeliveryOption,
    Order,
    Product,
    Variant,
)
from agentpay_plugin.conversation.ports import ChargeView, PayMethod
from agentpay_plugin.conversation.reading import Intent, Reading
from agentpay_plugin.money import Money

CARD = PayMethod("card")
PIX = PayMethod("pix", needs_tax_id=True)
CPF = "52998224725"


def usd(minor: int) -> Money:
    """Return dollars from cents."""
    return Money(minor, "USD")


def a_variant(id: str = "v-m", size: str | None = "M", **changes: Any) -> Variant:  # noqa: A002
    """Return a variant at 20.00 USD of which 50 can be had."""
    attributes = (Attribute("size", "Size", (size,)),) if size else ()
    values: dict[str, Any] = {
        "id": id,
        "name": size or id,
        "sku": f"sku-{id}",
        "attributes": attributes,
        "price": usd(2000),
        "undiscounted_price": usd(2000),
        "available": 50,
    }
    return Variant(**values | changes)


def a_product(**changes: Any) -> Product:
    """Return a tee in sizes M, L (3 left) and XL (sold out)."""
    values: dict[str, Any] = {
        "id": "p-tee",
        "slug": "tee",
        "name": "Monospace Tee",
        "description": "A soft tee. Washable at 30 degrees.",
        "category": "Shirts",
        "attributes": (Attribute("material", "Material", ("Cotton",)),),
        "variants": (
            a_variant("v-m", "M"),
            a_variant("v-l", "L", available=3),
            a_variant("v-xl", "XL", available=0),
        ),
        "image_url": None,
        "requires_shipping": True,
        "available_for_purchase": True,
    }
    return Product(**values | changes)


def a_download(**changes: Any) -> Product:
    """Return a product of one variant without SKU and attributes that is not shipped."""
    variant = a_variant("v-e", None, sku=None, price=usd(900), undiscounted_price=usd(900))
    values: dict[str, Any] = {
        "id": "p-e",
        "slug": "ebook",
        "name": "E-book",
        "description": "",
        "attributes": (),
        "variants": (variant,),
        "requires_shipping": False,
    }
    return a_product(**values | changes)


def a_line(variant_id: str = "v-m", quantity: int = 1, **changes: Any) -> CartLine:
    """Return a cart line of the tee at 20.00 USD."""
    values: dict[str, Any] = {
        "id": f"line-{variant_id}",
        "variant_id": variant_id,
        "product_name": "Monospace Tee",
        "variant_name": variant_id.removeprefix("v-").upper(),
        "quantity": quantity,
        "unit_price": usd(2000),
        "total": usd(2000 * quantity),
    }
    return CartLine(**values | changes)


def a_cart(*lines: CartLine, **changes: Any) -> Cart:
    """Return a cart that is shipped and lacks all details; its total is that of its lines."""
    total = usd(sum(line.total.minor for line in lines))
    values: dict[str, Any] = {
        "id": "cart-1",
        "channel": "default-channel",
        "currency": "USD",
        "lines": lines,
        "subtotal": total,
        "delivery_price": usd(0),
        "tax": usd(0),
        "discount": usd(0),
        "gift_cards": usd(0),
        "total": total,
        "promo_code": None,
        "gift_card_codes": (),
        "requires_shipping": True,
        "has_email": False,
        "has_shipping_address": False,
        "has_billing_address": False,
        "delivery": None,
        "country": "US",
        "version": "1",
    }
    return Cart(**values | changes)


def a_delivery(id: str = "d-1", **changes: Any) -> DeliveryOption:  # noqa: A002
    """Return DHL at 5.00 USD in 2 to 4 days."""
    values: dict[str, Any] = {
        "id": id,
        "kind": DeliveryKind.SHIPPING,
        "name": "DHL",
        "price": usd(500),
        "minimum_days": 2,
        "maximum_days": 4,
    }
    return DeliveryOption(**values | changes)


def a_ready_cart(*lines: CartLine, **changes: Any) -> Cart:
    """Return a cart that lacks nothing for a quote; delivery costs 5.00 USD."""
    lines = lines or (a_line("v-m", 1),)
    values: dict[str, Any] = {
        "has_email": True,
        "has_shipping_address": True,
        "has_billing_address": True,
        "delivery": a_delivery(),
        "delivery_price": usd(500),
        "total": usd(sum(line.total.minor for line in lines) + 500),
        "version": "ready",
    }
    return a_cart(*lines, **values | changes)


def an_address(**changes: Any) -> Address:
    """Return an address in New York."""
    values: dict[str, Any] = {
        "first_name": "Ada",
        "last_name": "Lovelace",
        "street_address_1": "1 Main Street",
        "city": "New York",
        "country": "US",
        "postal_code": "10001",
        "country_area": "NY",
    }
    return Address(**values | changes)


def us_rules(**changes: Any) -> AddressRules:
    """Return the rules of the United States, shortened."""
    values: dict[str, Any] = {
        "country": "US",
        "country_name": "United States of America",
        "allowed": ("first_name", "last_name", "street_address_1", "city", "postal_code"),
        "required": ("street_address_1", "city", "postal_code", "country_area"),
        "country_areas": (Choice("NY", "New York"), Choice("CA", "California")),
        "country_area_label": "state",
        "postal_code_label": "zip",
        "postal_code_examples": ("95014",),
        "countries": (Choice("US", "United States of America"), Choice("PL", "Poland")),
    }
    return AddressRules(**values | changes)


def a_reading(**changes: Any) -> Reading:
    """Return the reading of words that say nothing."""
    values: dict[str, Any] = {
        "intent": Intent.GENERAL,
        "confidence": 0.9,
        "reasoning": "a test says so",
    }
    return Reading(**values | changes)


def a_charge(state: str = "open", id: str = "c-1", **changes: Any) -> ChargeView:  # noqa: A002
    """Return a card charge of 25.00 USD."""
    values: dict[str, Any] = {
        "id": id,
        "state": state,
        "method": "card",
        "amount": usd(2500),
        "page_url": "https://pay.example/c-1" if state == "open" else None,
        "expires_at": 2_000_000_000,
    }
    return ChargeView(**values | changes)


def an_order(**changes: Any) -> Order:
    """Return an order of 25.00 USD, fully charged."""
    values: dict[str, Any] = {
        "id": "o-1",
        "number": "1001",
        "status": "UNFULFILLED",
        "charge_status": "FULL",
        "total": usd(2500),
        "lines": (a_line("v-m", 1),),
    }
    return Order(**values | changes)
