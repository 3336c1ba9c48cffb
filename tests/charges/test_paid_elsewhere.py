"""Other gateways take money for the same checkout or order, and orders are cancelled: nothing is kept twice."""

from __future__ import annotations

from uuid import UUID

import pytest

from agentpay_plugin.charges.pages import return_page
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.conversation.goods import Order
from agentpay_plugin.models import Charge, Refund
from agentpay_plugin.money import Money
from tests.charges.world import World, charge_of

pytestmark = pytest.mark.django_db(transaction=True)


def unpaid_order(world: World) -> Order:
    """An order of 9.99 USD that nobody has paid."""
    world.shop.allow_unpaid_orders()
    order = world.shop.books().complete(world.cart().id)
    assert isinstance(order, Order)
    return order


def storefront_paid(world: World, order: Order, amount: str = "9.99") -> str:
    world.storefront(order.id, amount)
    charge_id = str(Charge.objects.get().pk)
    world.pay(charge_id)
    return charge_id


def test_what_is_paid_already_is_refused(world: World) -> None:
    order = unpaid_order(world)
    world.shop.pay_elsewhere(order.id, Money(999, "USD"))

    answer = world.storefront(order.id, "9.99")

    assert (answer["result"], answer["data"]) == ("CHARGE_FAILURE", {"code": "already_paid"})
    assert (Charge.objects.count(), world.provider.charges) == (0, {})


def test_no_more_than_what_is_left_may_be_charged(world: World) -> None:
    cart = world.cart()
    world.shop.pay_elsewhere(cart.id, Money(400, "USD"))

    more = world.storefront(cart.id, "6.00", key="more")
    left = world.storefront(cart.id, "5.99", key="left")

    assert (more["result"], more["data"]) == ("CHARGE_FAILURE", {"code": "more_than_due"})
    assert left["result"] == "CHARGE_ACTION_REQUIRED"


def test_order_paid_elsewhere_meanwhile_gives_ours_back(world: World) -> None:
    order = unpaid_order(world)
    charge_id = storefront_paid(world, order)
    world.shop.pay_elsewhere(order.id, Money(999, "USD"))

    settle(world.desk, UUID(charge_id))

    charge = charge_of(charge_id)
    _, html = return_page(world.desk, charge.return_id, "en")
    assert (charge.state, charge.reason) == ("refunded", "already_paid")
    assert [one.charge_status for one in world.shop.placed] == ["FULL"]
    assert "The order was paid for already" in html
    assert "could not be placed" not in html


def test_order_paid_in_part_elsewhere_keeps_the_rest(world: World) -> None:
    order = unpaid_order(world)
    charge_id = storefront_paid(world, order)
    world.shop.pay_elsewhere(order.id, Money(400, "USD"))

    settle(world.desk, UUID(charge_id))

    assert (charge_of(charge_id).state, charge_of(charge_id).kept_minor) == ("confirmed", 599)
    assert [one.amount for one in world.provider.refunds.values()] == [Money(400, "USD")]


def test_closed_order_is_not_charged(world: World) -> None:
    order = unpaid_order(world)
    world.shop.close_order(order.id)

    answer = world.storefront(order.id, "9.99")

    assert (answer["result"], answer["data"]) == ("CHARGE_FAILURE", {"code": "order_closed"})
    assert world.provider.charges == {}


@pytest.mark.parametrize("status", ["CANCELED", "EXPIRED"])
def test_order_closed_after_it_was_paid_gives_the_money_back(world: World, status: str) -> None:
    order = unpaid_order(world)
    charge_id = storefront_paid(world, order)
    world.shop.close_order(order.id, status)

    settle(world.desk, UUID(charge_id))
    first = charge_of(charge_id).state
    world.sweep_later(seconds=30)

    assert first == "reported"
    assert (charge_of(charge_id).state, charge_of(charge_id).reason) == ("refunded", "order_closed")
    assert Refund.objects.get().amount_minor == 999
