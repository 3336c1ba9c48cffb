"""The merchant gives back at the provider what has not become an order yet, or never will."""

from __future__ import annotations

from uuid import UUID

import pytest

from agentpay_plugin.charges.ports import RefundState
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.models import Charge, PaidOrder, Refund
from agentpay_plugin.money import Money
from agentpay_plugin.settings import OnUncompletable
from tests.charges.given_back import PAID, bought, give_back, hear, kept
from tests.charges.world import World, charge_of

pytestmark = pytest.mark.django_db(transaction=True)

PENDING, SUCCEEDED, FAILED = RefundState.PENDING, RefundState.SUCCEEDED, RefundState.FAILED


@pytest.mark.parametrize(("minor", "state"), [(5000, "refunded"), (2000, "held")])
def test_held_money_that_the_merchant_gives_back(world: World, minor: int, state: str) -> None:
    charge_id = bought(world)
    world.shop.sell_out("variant-hoodie")
    world.with_settings(on_uncompletable=OnUncompletable.HOLD)
    world.settle_twice(charge_id)

    hear(world, give_back(world, minor))

    assert (charge_of(charge_id).state, charge_of(charge_id).reason) == (
        state,
        "insufficient_stock",
    )
    assert world.reports() == [PAID, ("REFUND_SUCCESS", minor, "re_fake_1")]
    assert world.told() == ["paid", "held", "refunded"][: 3 if state == "refunded" else 2]
    assert world.chat.ask(charge_id).refunded == Money(minor, "USD")
    assert world.asked("refund") == 0


def test_held_money_of_a_refund_that_does_not_arrive(world: World) -> None:
    charge_id = bought(world)
    world.shop.sell_out("variant-hoodie")
    world.with_settings(on_uncompletable=OnUncompletable.HOLD)
    world.settle_twice(charge_id)
    ref = give_back(world, 5000, PENDING)
    hear(world, ref)
    waiting = charge_of(charge_id).state
    world.provider.move_refund(ref, SUCCEEDED)
    hear(world, ref, "refund.updated")
    back = charge_of(charge_id).state
    world.provider.move_refund(ref, FAILED)

    hear(world, ref, "refund.failed")

    assert (waiting, back) == ("held", "refunded")
    assert (charge_of(charge_id).state, charge_of(charge_id).reason) == ("held", "refund_failed")
    assert world.reports()[1:] == [
        ("REFUND_SUCCESS", 5000, "re_fake_1"),
        ("REFUND_FAILURE", 5000, "re_fake_1"),
    ]


def test_money_that_never_came_into_the_books_does_not_leave_them(world: World) -> None:
    charge_id = bought(world)
    world.at_the_provider("cs_fake_1", amount=Money(4998, "USD"))
    settle(world.desk, UUID(charge_id))

    handled = hear(world, give_back(world, 4998))

    assert handled.handled_at == world.now
    assert (charge_of(charge_id).state, charge_of(charge_id).reason) == ("held", "amount_mismatch")
    assert world.reports() == []
    assert (Refund.objects.get().state, Refund.objects.get().amount_minor) == ("succeeded", 4998)


def test_given_back_while_the_storefront_has_its_grace(world: World) -> None:
    cart = world.cart("variant-hoodie")
    world.storefront(cart.id, "50.00")
    charge_id = str(Charge.objects.get().pk)
    world.pay(charge_id)
    settle(world.desk, UUID(charge_id))
    hear(world, give_back(world, 5000))
    early = (charge_of(charge_id).state, world.reports())

    world.sweep_later(minutes=5)
    for _ in range(8):
        world.sweep_later(minutes=5)

    assert early == ("reported", [PAID, ("REFUND_SUCCESS", 5000, "re_fake_1")])
    assert (charge_of(charge_id).state, world.shop.placed) == ("refunded", ())
    assert world.asked("refund") == 0
    assert len(world.reports()) == 2


def test_rest_of_a_payment_that_cannot_become_an_order_goes_back(world: World) -> None:
    charge_id = bought(world)
    world.shop.refuse_completion("TAX_ERROR")
    settle(world.desk, UUID(charge_id))
    hear(world, give_back(world, 2000))
    world.shop.refuse_completion("INSUFFICIENT_STOCK")

    world.sweep_later(minutes=1)
    world.sweep_later(seconds=30)

    assert charge_of(charge_id).state == "refunded"
    assert world.reports() == [
        PAID,
        ("REFUND_SUCCESS", 2000, "re_fake_1"),
        ("REFUND_REQUEST", 3000, "refund"),
        ("REFUND_SUCCESS", 3000, "refund"),
    ]
    assert world.told() == ["paid", "refunded"]
    assert world.chat.ask(charge_id).refunded == Money(5000, "USD")


@pytest.mark.parametrize("minor", [500, 2000])
def test_one_of_two_payments_is_given_back_before_the_order(world: World, minor: int) -> None:
    cart = world.cart("variant-hoodie")
    world.storefront(cart.id, "20.00", key="one")
    world.storefront(cart.id, "30.00", key="two")
    first, second = (str(one.pk) for one in Charge.objects.order_by("amount_minor"))
    world.pay(first)
    settle(world.desk, UUID(first))
    hear(world, give_back(world, minor))
    world.shop.set_price("variant-hoodie", Money(4500 - minor, "USD"))
    world.pay(second)
    settle(world.desk, UUID(second))

    world.sweep_later(minutes=6)

    assert len(world.shop.placed) == 1
    assert (charge_of(first).state, charge_of(second).state) == ("confirmed", "confirmed")
    assert (charge_of(first).kept_minor, charge_of(second).kept_minor) == (2000 - minor, 3000)
    assert PaidOrder.objects.get().kept_minor == 5000 - minor
    assert Refund.objects.get().reason == "at_provider"
    assert world.asked("refund") == 0


def test_order_that_stands_by_the_time_it_is_heard_of(world: World) -> None:
    charge_id = bought(world)
    world.shop.refuse_completion("TAX_ERROR")
    settle(world.desk, UUID(charge_id))
    world.shop.refuse_completion(None)

    hear(world, give_back(world, 5000))

    assert charge_of(charge_id).state == "confirmed"
    assert charge_of(charge_id).order_id == world.shop.placed[0].id
    assert kept(charge_id) == (0, 0)
    assert world.asked("refund") == 0
    assert world.told() == ["paid", "ordered"]
