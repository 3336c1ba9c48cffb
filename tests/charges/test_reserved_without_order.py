"""Money that is reserved and cannot become its order is let go, and never charged; a page paid twice as well."""

from __future__ import annotations

from uuid import UUID

import pytest

from agentpay_plugin.charges.settle import settle
from agentpay_plugin.models import Capture, Refund
from agentpay_plugin.settings import OnUncompletable
from tests.charges.given_back import kept
from tests.charges.reserving import (
    CALL_OFF,
    CALLED_OFF,
    RESERVED,
    SESSION,
    amounts,
    ask_anyway,
    bought,
    capture,
    hear,
    usd,
)
from tests.charges.world import World, charge_of

pytestmark = pytest.mark.django_db(transaction=True)


def sold_out(world: World) -> str:
    charge_id = bought(world)
    world.shop.refuse_completion("INSUFFICIENT_STOCK")
    world.settle_twice(charge_id)
    return charge_id


def test_it_is_let_go_and_not_refunded(world: World) -> None:
    charge_id = sold_out(world)

    view = world.chat.ask(charge_id)
    assert world.reports() == [RESERVED, CALL_OFF, CALLED_OFF]
    assert (world.asked("release"), world.asked("refund"), world.asked("capture")) == (1, 0, 0)
    assert (charge_of(charge_id).state, amounts(world)) == ("refunded", (0, 0))
    assert (view.state, view.held, view.let_go, view.refunded) == (
        "refunded", None, usd(5000), None,
    )  # fmt: skip
    assert world.told()[-1] == "refunded"


def test_a_second_look_finds_it_in_stock(world: World) -> None:
    charge_id = bought(world)
    world.shop.refuse_completion("INSUFFICIENT_STOCK")
    settle(world.desk, UUID(charge_id))
    world.later(seconds=30)
    world.shop.refuse_completion(None)
    settle(world.desk, UUID(charge_id))

    assert world.reports() == [RESERVED]
    assert charge_of(charge_id).state == "reserved"
    assert world.asked("release") == 0


def test_captured_there_while_it_is_let_go_it_goes_back(world: World) -> None:
    charge_id = bought(world)
    world.shop.refuse_completion("INSUFFICIENT_STOCK")
    settle(world.desk, UUID(charge_id))
    world.provider.capture_there(SESSION, usd(3000))
    world.later(seconds=30)

    settle(world.desk, UUID(charge_id))

    assert world.reports() == [
        RESERVED,
        CALL_OFF,
        ("CANCEL_FAILURE", 5000, "refund"),
        ("CHARGE_SUCCESS", 3000, SESSION),
        ("REFUND_REQUEST", 3000, "refund 3"),
        ("CANCEL_SUCCESS", 2000, "refund 2"),
        ("REFUND_SUCCESS", 3000, "refund 3"),
    ]
    assert amounts(world) == (0, 0)
    assert [one.amount for one in world.provider.refunds.values()] == [usd(2000), usd(3000)]
    assert charge_of(charge_id).state == "refunded"


def test_held_for_the_merchant_it_is_called_off_in_the_shop(world: World) -> None:
    world.with_settings(on_uncompletable=OnUncompletable.HOLD)
    charge_id = sold_out(world)
    held = charge_of(charge_id).state
    refused = ask_anyway(world, 5000, "capture")

    world.shop.ask_release(world.shop.transactions[0].id)
    settle(world.desk, UUID(charge_id))

    assert held == "held"
    assert refused.startswith("There is no order")
    assert Capture.objects.count() == 0
    assert charge_of(charge_id).state == "refunded"
    assert (world.asked("release"), world.asked("refund"), amounts(world)) == (1, 0, (0, 0))


@pytest.mark.parametrize("has_lapsed", [True, False])
def test_held_and_let_go_at_the_provider(world: World, has_lapsed: bool) -> None:
    world.with_settings(on_uncompletable=OnUncompletable.HOLD)
    charge_id = sold_out(world)
    world.provider.let_go(SESSION, has_lapsed=has_lapsed)

    hear(world, "charge.refunded", refund="re_fake_1")
    world.sweep_later(hours=1)
    world.sweep_later(hours=1)

    assert world.reports() == [RESERVED, CALLED_OFF]
    assert (charge_of(charge_id).state, Refund.objects.count()) == ("refunded", 1)


def test_a_second_page_is_let_go(world: World) -> None:
    world.with_settings(captures_manually=True)
    cart = world.cart("variant-hoodie")
    world.storefront(cart.id, "50.00", key="one")
    world.storefront(cart.id, "50.00", key="two")
    world.provider.pay("cs_fake_1")
    world.provider.pay("cs_fake_2")

    world.sweep_later(minutes=10)
    world.sweep_later(minutes=10)

    states = [world.provider.charges[ref].state.value for ref in ("cs_fake_1", "cs_fake_2")]
    assert sorted(states) == ["authorized", "cancelled"]
    assert (world.asked("release"), world.asked("refund"), world.asked("capture")) == (1, 0, 0)
    assert len(world.shop.placed) == 1


def test_no_more_is_captured_than_the_order_costs(world: World) -> None:
    charge_id = bought(world)
    world.shop.set_price("variant-hoodie", usd(3500))
    settle(world.desk, UUID(charge_id))
    (order,) = world.shop.placed

    words = ask_anyway(world, 5000, "capture")
    capture(world, charge_id, 4000)

    assert (order.total, kept(charge_id)) == (usd(4000), (4000, 4000))
    assert "No more than 40.00 USD can be captured" in words
    assert world.reports()[-2:] == [
        ("CHARGE_SUCCESS", 4000, SESSION),
        ("CANCEL_SUCCESS", 1000, "refund"),
    ]
    assert (amounts(world), world.asked("refund")) == ((0, 4000), 0)
