"""Saleor's checkouts and orders in the conversation's words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from agentpay_plugin.conversation.goods import Cart, CartLine, LineProblem, Order
from agentpay_plugin.money import Money
from agentpay_plugin.shop.saleor.amounts import gross, money
from agentpay_plugin.shop.saleor.deliveries import chosen_option
from agentpay_plugin.shop.saleor.products import translated, variant_name
from agentpay_plugin.shop.version import fingerprint

Node = Mapping[str, Any]
_PROBLEMS = {
    "CheckoutLineProblemInsufficientStock": LineProblem.INSUFFICIENT_STOCK,
    "CheckoutLineProblemVariantNotAvailable": LineProblem.NOT_AVAILABLE,
}


def cart(node: Node) -> Cart:
    """Return a checkout as a cart.

    Saleor spreads a voucher over lines and delivery: their prices hold `discount` already. Its total is
    after gift cards; what they cover is what is missing to subtotal and delivery.
    """
    subtotal, delivery_price = gross(node["subtotalPrice"]), gross(node["shippingPrice"])
    total, currency = gross(node["totalPrice"]), subtotal.currency
    address = node["shippingAddress"] or node["billingAddress"]
    cards = tuple(card["last4CodeChars"] for card in node["giftCards"])
    return Cart(
        id=node["id"],
        channel=node["channel"]["slug"],
        currency=currency,
        lines=tuple(_cart_line(line) for line in node["lines"]),
        subtotal=subtotal,
        delivery_price=delivery_price,
        tax=money(node["subtotalPrice"]["tax"]) + money(node["shippingPrice"]["tax"]),
        discount=money(node["discount"]) if node["discount"] else Money(0, currency),
        gift_cards=subtotal + delivery_price - total if cards else Money(0, currency),
        total=total,
        promo_code=node["voucherCode"] or None,
        gift_card_codes=cards,
        requires_shipping=node["isShippingRequired"],
        has_email=bool(node["email"]),
        has_shipping_address=node["shippingAddress"] is not None,
        has_billing_address=node["billingAddress"] is not None,
        delivery=chosen_option(node["deliveryMethod"], currency),
        country=address["country"]["code"] if address else None,
        version=_version(node),
    )


def _version(node: Node) -> str:
    """Return the fingerprint of what the shopper agrees to, whatever the language it is shown in."""
    method = node["deliveryMethod"]
    prices = (
        gross(node[price]).minor for price in ("subtotalPrice", "shippingPrice", "totalPrice")
    )
    lines = [
        [line["variant"]["id"], line["quantity"], gross(line["totalPrice"]).minor]
        for line in node["lines"]
    ]
    return fingerprint(
        [
            node["id"],
            gross(node["totalPrice"]).currency,
            sorted(lines),
            *prices,
            node["voucherCode"],
            sorted(card["last4CodeChars"] for card in node["giftCards"]),
            method and method["id"],
            node["email"],
            _plain(node["shippingAddress"]),
            _plain(node["billingAddress"]),
        ]
    )


def _plain(address: Node | None) -> dict[str, object] | None:
    if address is None:
        return None
    return {**address, "country": address["country"]["code"]}


def _cart_line(node: Node) -> CartLine:
    problem = next((one for one in node["problems"] or () if one["__typename"] in _PROBLEMS), None)
    product = node["variant"]["product"]
    return CartLine(
        id=node["id"],
        variant_id=node["variant"]["id"],
        product_name=translated(product, "name"),
        variant_name=variant_name(node["variant"]),
        quantity=node["quantity"],
        unit_price=gross(node["unitPrice"]),
        total=gross(node["totalPrice"]),
        image_url=product["thumbnail"]["url"] if product["thumbnail"] else None,
        problem=_PROBLEMS[problem["__typename"]] if problem else None,
        available=problem.get("availableQuantity") if problem else None,
    )


def order(node: Node) -> Order:
    """Return an order; its statuses are Saleor's enum names."""
    fulfillments = [one for one in node["fulfillments"] if one["status"] != "CANCELED"]
    return Order(
        id=node["id"],
        number=node["number"],
        status=node["status"],
        charge_status=node["chargeStatus"],
        total=gross(node["total"]),
        lines=tuple(_order_line(line) for line in node["lines"]),
        tracking=tuple(one["trackingNumber"] for one in fulfillments if one["trackingNumber"]),
        delivery_name=node["shippingMethodName"] or node["collectionPointName"] or "",
    )


def _order_line(node: Node) -> CartLine:
    variant_id = node["variant"]["id"] if node["variant"] else ""
    name = node["translatedVariantName"] or node["variantName"]
    return CartLine(
        id=node["id"],
        variant_id=variant_id,
        product_name=node["translatedProductName"] or node["productName"],
        variant_name="" if name == variant_id else name,
        quantity=node["quantity"],
        unit_price=gross(node["unitPrice"]),
        total=gross(node["totalPrice"]),
        image_url=node["thumbnail"]["url"] if node["thumbnail"] else None,
    )
