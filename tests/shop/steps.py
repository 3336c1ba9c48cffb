"""What the contract suites do again and again."""

from __future__ import annotations

from agentpay_plugin.charges.ports import Books, Report, ReportKind
from agentpay_plugin.conversation.goods import Cart, DeliveryKind
from agentpay_plugin.money import Money
from tests.shop.world import NEW_YORK, World

ZERO = Money(0, "USD")


def adds_up(cart: Cart) -> bool:
    """Lines make the subtotal; what they and the delivery cost, less gift cards, is the total."""
    lines = sum((line.total for line in cart.lines), Money(0, cart.currency))
    return (
        lines == cart.subtotal
        and cart.subtotal + cart.delivery_price - cart.gift_cards == cart.total
    )


def ready_cart(world: World, quantity: int = 1) -> Cart:
    """A cart that lacks nothing but the payment."""
    cart = world.carts.create(world.sized.variant_id, quantity)
    world.carts.set_contact(cart.id, "ada@example.com")
    world.carts.set_addresses(cart.id, NEW_YORK, NEW_YORK)
    options = world.carts.delivery_options(cart.id)
    shipping = max(
        (option for option in options if option.kind is DeliveryKind.SHIPPING),
        key=lambda option: option.price.minor,
    )
    return world.carts.choose_delivery(cart.id, shipping)


def pay(books: Books, cart: Cart, key: str) -> str:
    """Take the cart's total by a transaction of our gateway; returns its id."""
    opened = books.initialize(cart.id, cart.total, key, {"method": "card"})
    assert opened.transaction_id is not None
    paid = Report(opened.transaction_id, ReportKind.CHARGE_SUCCESS, cart.total, f"cs_{key}")
    assert books.report(paid) is False
    return opened.transaction_id
