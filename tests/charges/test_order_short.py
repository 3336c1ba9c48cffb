"""A gift card that was to pay a part is spent elsewhere while the order is made: the shop's order wants the rest."""

from __future__ import annotations

from uuid import UUID

import pytest

from agentpay_plugin.charges import waiting
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.conversation.goods import Order
from agentpay_plugin.money import Money
from agentpay_plugin.shop.sandbox.books import SandboxBooks
from tests.charges.world import World, charge_of

pytestmark = pytest.mark.django_db(transaction=True)

REST = Money(1000, "USD")


@pytest.fixture
def short(world: World, monkeypatch: pytest.MonkeyPatch) -> tuple[str, Order]:
    """A charge of 40.00 whose order costs 50.00: the last look at the checkout still had the gift card."""
    cart = world.shop.carts().apply_promo_code(world.cart("variant-hoodie").id, "GIFT10")
    charge_id = world.opened(cart).id
    world.shop.allow_unpaid_orders()
    complete = SandboxBooks.complete

    def slowly(books: SandboxBooks, checkout_id: str) -> object:
        world.shop.set_balance("GIFT10", 0)
        return complete(books, checkout_id)

    monkeypatch.setattr(SandboxBooks, "complete", slowly)
    world.pay(charge_id)
    settle(world.desk, UUID(charge_id))
    (order,) = world.shop.placed
    return charge_id, order


def listed(world: World) -> list[str]:
    return [waiting.why(one) for one in waiting.for_the_merchant()]


def test_the_merchant_is_told_and_the_shopper_has_the_order(
    world: World, short: tuple[str, Order]
) -> None:
    charge_id, order = short
    charge = charge_of(charge_id)

    assert (order.total, order.charge_status) == (Money(5000, "USD"), "PARTIAL")
    assert (charge.state, charge.reason, charge.kept_minor) == ("confirmed", "order_short", 4000)
    assert listed(world) == ["order_short"]
    assert "its order costs more than was paid" in world.notes()[-1]
    assert world.told() == ["ordered"]
    assert world.asked("refund") == 0
    assert world.chat.ask(charge_id).reason is None


@pytest.mark.parametrize("end", ["waits", "paid", "cancelled"])
def test_it_is_listed_until_the_order_wants_no_money(
    world: World, short: tuple[str, Order], end: str
) -> None:
    charge_id, order = short
    if end == "paid":
        world.shop.pay_elsewhere(order.id, REST)
    elif end == "cancelled":
        world.shop.close_order(order.id)

    world.sweep_later(days=1, seconds=1)

    assert listed(world) == (["order_short"] if end == "waits" else [])
    assert (charge_of(charge_id).state, len(world.notes())) == ("confirmed", 1)


def test_who_gives_it_back_is_not_asked_for_the_rest(
    world: World, short: tuple[str, Order]
) -> None:
    charge_id, _ = short
    transaction = world.shop.transactions[0]

    world.shop.ask_back(transaction.id, Money(100, "USD"))
    settle(world.desk, UUID(charge_id))

    assert (charge_of(charge_id).state, listed(world)) == ("confirmed", [])
