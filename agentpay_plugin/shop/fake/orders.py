"""The fake shop's orders, and how a checkout becomes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agentpay_plugin.conversation.goods import Cart, Order
from agentpay_plugin.errors import ShopRefused
from agentpay_plugin.money import Money
from agentpay_plugin.shop.fake.pricing import cart
from agentpay_plugin.shop.fake.state import Checkout, State

if TYPE_CHECKING:
    from agentpay_plugin.shop.fake.shop import FakeShop


class FakeOrders:
    """Implements conversation.ports.Orders."""

    def __init__(self, shop: FakeShop) -> None:
        self._shop = shop

    def order(self, order_id: str) -> Order | None:
        with self._shop.answering("orders.order") as state:
            return state.orders.get(order_id)

    def complete_free(self, cart_id: str) -> Order:
        with self._shop.answering("orders.complete_free") as state:
            return place(state, cart_id, self._shop.refusal())


def place(state: State, checkout_id: str, refusal: str | None) -> Order:
    """Return the order of a checkout, placing it if none stands; raises ShopRefused with Saleor's code."""
    if (order_id := state.orders_of_checkouts.get(checkout_id)) is not None:
        return state.orders[order_id]
    checkout = state.checkouts.get(checkout_id)
    if checkout is None:
        raise ShopRefused("NOT_FOUND", f"Couldn't resolve to a node: {checkout_id}", "id")
    if refusal:
        raise ShopRefused(refusal, "The shop was told to refuse.")
    view = cart(state, checkout)
    _check(view)
    if not state.allows_unpaid and paid(state, checkout_id, view.currency) < view.total:
        raise ShopRefused(
            "CHECKOUT_NOT_FULLY_PAID",
            "The authorized amount doesn't cover the checkout's total amount.",
        )
    return _placed(state, checkout, view)


def paid(state: State, source_id: str, currency: str) -> Money:
    """Return what the transactions of a checkout or an order have taken, less what was given back."""
    nothing = Money(0, currency)
    taken = (
        transaction.charged
        for transaction in state.transactions.values()
        if source_id in (transaction.source_id, transaction.order_id)
    )
    return sum(taken, nothing)


def charge_status(charged: Money, total: Money) -> str:
    """Return Saleor's OrderChargeStatusEnum."""
    if charged == total:
        return "FULL"
    if charged > total:
        return "OVERCHARGED"
    return "PARTIAL" if charged else "NONE"


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


def _placed(state: State, checkout: Checkout, view: Cart) -> Order:
    for line in view.lines:
        state.stock[line.variant_id] -= line.quantity
    _spend(state, checkout, view)
    number = state.next_number()
    order = Order(
        id=f"order-{number}",
        number=str(number),
        status="UNFULFILLED",
        charge_status=charge_status(paid(state, checkout.id, view.currency), view.total),
        total=view.total,
        lines=view.lines,
        delivery_name=view.delivery.name if view.delivery else "",
    )
    state.orders[order.id] = order
    state.orders_of_checkouts[checkout.id] = order.id
    state.channels_of_orders[order.id] = checkout.channel
    for transaction in state.transactions.values():
        if transaction.source_id == checkout.id:
            transaction.order_id = order.id
    del state.checkouts[checkout.id]
    return order


def _spend(state: State, checkout: Checkout, view: Cart) -> None:
    left = view.gift_cards
    for code in checkout.gift_codes:
        part = min(left, state.gift_cards[code])
        state.gift_cards[code] -= part
        left -= part
