"""The sandbox shop's orders, and how a checkout becomes one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agentpay_plugin.conversation.goods import Cart, Order
from agentpay_plugin.errors import ShopRefused
from agentpay_plugin.money import Money
from agentpay_plugin.shop.sandbox.pricing import cart
from agentpay_plugin.shop.sandbox.rows import Checkout, Placed
from agentpay_plugin.shop.sandbox.store import State

if TYPE_CHECKING:
    from agentpay_plugin.shop.sandbox.shop import SandboxShop


class SandboxOrders:
    """Implements conversation.ports.Orders."""

    def __init__(self, shop: SandboxShop) -> None:
        self._shop = shop

    def order(self, order_id: str) -> Order | None:
        with self._shop.answering("orders.order") as state:
            placed = state.orders.get(order_id)
            return placed.order if placed else None

    def complete_free(self, cart_id: str) -> Order:
        with self._shop.answering("orders.complete_free", writes=True) as state:
            return place(state, cart_id)


def place(state: State, checkout_id: str) -> Order:
    """Return the order of a checkout, placing it if none stands; raises ShopRefused with Saleor's code."""
    if (order_id := state.orders_of_checkouts.get(checkout_id)) is not None:
        return state.orders[order_id].order
    checkout = state.checkouts.get(checkout_id)
    if checkout is None:
        raise ShopRefused("NOT_FOUND", f"Couldn't resolve to a node: {checkout_id}", "id")
    if refusal := _told_refusal(state):
        raise ShopRefused(refusal, "The shop was told to refuse.")
    view = cart(state, checkout, checkout.language)
    _check(view)
    paid = state.paid(checkout_id, view.currency)
    if not state.switches.allows_unpaid and state.secured(checkout_id, view.currency) < view.total:
        raise ShopRefused(
            "CHECKOUT_NOT_FULLY_PAID",
            "The authorized amount doesn't cover the checkout's total amount.",
        )
    return _placed(state, checkout, view, paid)


def charge_status(charged: Money, total: Money) -> str:
    """Return Saleor's OrderChargeStatusEnum."""
    if charged == total:
        return "FULL"
    if charged > total:
        return "OVERCHARGED"
    return "PARTIAL" if charged else "NONE"


def _told_refusal(state: State) -> str | None:
    switches = state.switches
    if switches.refuses_once:
        state.switches = replace(switches, refusal=None, refuses_once=False)
    return switches.refusal


def _check(view: Cart) -> None:
    if not view.lines:
        raise ShopRefused("NO_LINES", "Cannot complete checkout without lines.", "lines")
    if not view.has_email:
        raise ShopRefused("EMAIL_NOT_SET", "Checkout email must be set.", "email")
    for line in view.lines:
        if line.problem:
            code = {
                "insufficient_stock": "INSUFFICIENT_STOCK",
                "not_available": "UNAVAILABLE_VARIANT_IN_CHANNEL",
            }[line.problem]
            raise ShopRefused(code, "Some of the lines cannot be had.", "lines")
    if view.requires_shipping and view.delivery is None:
        raise ShopRefused(
            "SHIPPING_METHOD_NOT_SET", "Shipping method is not set", "shipping_method"
        )
    if view.requires_shipping and not view.has_shipping_address:
        raise ShopRefused(
            "SHIPPING_ADDRESS_NOT_SET", "Shipping address is not set", "shipping_address"
        )
    if not view.has_billing_address:
        raise ShopRefused(
            "BILLING_ADDRESS_NOT_SET", "Billing address is not set", "billing_address"
        )


def _placed(state: State, checkout: Checkout, view: Cart, paid: Money) -> Order:
    for line in view.lines:
        state.stock[line.variant_id] = state.left(line.variant_id) - line.quantity
    _spend(state, checkout, view)
    key, number = state.next_id("order")
    order = Order(
        id=key,
        number=str(number),
        status="UNFULFILLED",
        charge_status=charge_status(paid, view.total),
        total=view.total,
        lines=view.lines,
        delivery_name=view.delivery.name if view.delivery else "",
    )
    state.orders[key] = Placed(order, checkout.channel)
    state.orders_of_checkouts[checkout.id] = key
    payments = state.payments.get(checkout.id, ())
    for one in payments:
        state.transactions[one] = replace(state.transactions[one], order_id=key)
    state.payments[key] = payments
    del state.checkouts[checkout.id]
    return order


def _spend(state: State, checkout: Checkout, view: Cart) -> None:
    left = view.gift_cards
    for code in checkout.gift_codes:
        held = state.balance(code) or Money(0, view.currency)
        part = min(left, held)
        state.balances[code] = (held - part).minor
        left -= part
