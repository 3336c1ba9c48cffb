"""What was reserved is captured or let go at the provider: by the merchant there, or because its time is over."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from agentpay_plugin.charges import reconciling, stuck, waiting
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.models import Capture, Charge, Refund
from tests.charges.given_back import kept
from tests.charges.reserving import (
    RESERVED,
    SESSION,
    amounts,
    bought,
    call_off,
    capture,
    hear,
    may,
    reserved,
    usd,
)
from tests.charges.world import World, charge_of

pytestmark = pytest.mark.django_db(transaction=True)

PART = [("CHARGE_SUCCESS", 3000, SESSION), ("CANCEL_SUCCESS", 2000, "refund")]


def listed(world: World) -> list[str]:
    return [waiting.why(one) for one in waiting.for_the_merchant()]


def differences(world: World, charge_id: str) -> list[str]:
    (outcome,) = reconciling.reconcile(world.desk, [UUID(charge_id)], mend=False)
    assert not outcome.problem
    return [one.kind.value for one in outcome.found]


def test_a_part_is_captured_there(world: World) -> None:
    charge_id = reserved(world)
    world.provider.capture_there(SESSION, usd(3000))

    notice = hear(world, "charge.captured")

    taken = Capture.objects.get()
    assert notice.handled_at == world.now
    assert world.reports() == [RESERVED, *PART]
    assert (amounts(world), may(world)) == ((0, 3000), (True, False))
    assert (taken.request_id, taken.state) == (None, "reported")
    assert (charge_of(charge_id).state, kept(charge_id)) == ("confirmed", (3000, 3000))
    assert world.asked("capture") == 0


def test_what_the_provider_shows_as_let_go_is_no_refund(world: World) -> None:
    charge_id = reserved(world)
    capture(world, charge_id, 3000)

    for _ in range(2):
        notice = hear(world, "charge.refunded", refund="re_fake_1")
        world.sweep_later(hours=2)

    assert notice.handled_at is not None
    assert Refund.objects.count() == 1
    assert world.reports()[2:] == PART
    assert world.chat.ask(charge_id).refunded is None
    assert differences(world, charge_id) == []


def test_a_refund_there_counts_beside_what_was_let_go(world: World) -> None:
    charge_id = reserved(world)
    capture(world, charge_id, 3000)
    refund = world.provider.give_back(SESSION, usd(2000))

    hear(world, "refund.created", refund=refund.ref)

    assert world.reports()[4:] == [("REFUND_SUCCESS", 2000, refund.ref)]
    assert amounts(world) == (0, 1000)
    assert kept(charge_id) == (1000, 1000)
    assert differences(world, charge_id) == []


def test_a_webhook_of_letting_go_comes_first(world: World) -> None:
    charge_id = reserved(world)
    world.provider.let_go(SESSION)

    hear(world, "charge.refunded", refund="re_fake_1")
    hear(world, "payment_intent.canceled")

    assert world.reports() == [RESERVED, ("CANCEL_SUCCESS", 5000, "refund")]
    assert (amounts(world), kept(charge_id), listed(world)) == ((0, 0), (0, 0), [])
    assert charge_of(charge_id).state == "confirmed"
    assert world.chat.ask(charge_id).let_go == usd(5000)


def test_no_webhook_comes(world: World) -> None:
    charge_id = reserved(world)
    world.provider.capture_there(SESSION, usd(5000))

    swept = world.sweep_later(hours=1)

    assert swept.charges == 1
    assert world.reports() == [RESERVED, ("CHARGE_SUCCESS", 5000, SESSION)]
    assert charge_of(charge_id).state == "confirmed"


def test_one_that_waits_is_asked_about_twice_a_day(world: World) -> None:
    charge_id = reserved(world)
    before = world.asked("read")

    for _ in range(7 * 24):
        world.sweep_later(hours=1)

    assert world.asked("read") - before == 14
    assert charge_of(charge_id).state == "reserved"


def test_nobody_captured_in_time(world: World) -> None:
    charge_id = reserved(world)
    world.provider.let_go(SESSION, has_lapsed=True)

    hear(world, "payment_intent.canceled")

    assert world.reports() == [RESERVED, ("CANCEL_SUCCESS", 5000, "refund")]
    assert (amounts(world), may(world), kept(charge_id)) == ((0, 0), (False, False), (0, 0))
    assert listed(world) == ["lapsed"]
    assert "nobody captured it in time" in world.notes()[-1]
    assert "nobody captured it in time" in waiting.said(charge_of(charge_id))
    assert charge_of(charge_id).state == "confirmed"


@pytest.mark.parametrize("end", ["cancelled", "paid", "forgotten", "waits"])
def test_it_is_listed_until_its_order_wants_no_money(world: World, end: str) -> None:
    charge_id = reserved(world)
    world.provider.let_go(SESSION, has_lapsed=True)
    hear(world, "payment_intent.canceled")
    (order,) = world.shop.placed
    if end == "cancelled":
        world.shop.close_order(order.id)
    elif end == "paid":
        world.shop.pay_elsewhere(order.id, usd(5000))

    for _ in range(32 if end == "forgotten" else 1):
        world.sweep_later(days=1, seconds=1)

    assert listed(world) == (["lapsed"] if end == "waits" else [])
    assert charge_of(charge_id).state == "confirmed"


def test_the_order_can_be_paid_once_more_after_that(world: World) -> None:
    reserved(world)
    world.provider.let_go(SESSION, has_lapsed=True)
    hear(world, "payment_intent.canceled")
    (order,) = world.shop.placed
    world.with_settings(captures_manually=False)

    world.storefront(order.id, "50.00", key="again")
    world.provider.pay("cs_fake_2")
    world.sweep_later(minutes=10)

    (order,) = world.shop.placed
    assert order.charge_status == "FULL"
    assert world.asked("refund") == 0


def test_captured_there_while_we_capture_less(world: World) -> None:
    charge_id = reserved(world)
    world.shop.ask_capture(world.shop.transactions[0].id, usd(1000))
    world.provider.capture_there(SESSION, usd(3000))

    settle(world.desk, UUID(charge_id))

    assert world.reports() == [
        RESERVED,
        ("CHARGE_REQUEST", 1000, "refused-request-1"),
        ("CHARGE_FAILURE", 1000, "refused-request-1"),
        *PART,
    ]
    assert amounts(world) == (0, 3000)
    assert sorted(Capture.objects.values_list("state", "amount_minor")) == [
        ("failed", 1000),
        ("reported", 3000),
    ]
    assert charge_of(charge_id).state == "confirmed"


def test_the_same_was_captured_there_while_we_capture(world: World) -> None:
    charge_id = reserved(world)
    world.shop.ask_capture(world.shop.transactions[0].id, usd(3000))
    world.provider.capture_there(SESSION, usd(3000))

    settle(world.desk, UUID(charge_id))

    assert world.reports() == [RESERVED, ("CHARGE_REQUEST", 3000, SESSION), *PART]
    assert Capture.objects.get().state == "reported"
    assert amounts(world) == (0, 3000)


def test_captured_there_while_we_let_go(world: World) -> None:
    charge_id = reserved(world)
    world.provider.capture_there(SESSION, usd(3000))

    call_off(world, charge_id)

    assert world.reports() == [
        RESERVED,
        ("CANCEL_REQUEST", 5000, "refund"),
        ("CANCEL_FAILURE", 5000, "refund"),
        ("CHARGE_SUCCESS", 3000, SESSION),
        ("CANCEL_SUCCESS", 2000, "refund 2"),
    ]
    assert (amounts(world), may(world)) == ((0, 3000), (True, False))
    assert kept(charge_id) == (3000, 3000)
    assert (charge_of(charge_id).state, world.asked("refund")) == ("confirmed", 0)


def test_let_go_there_while_we_capture(world: World) -> None:
    charge_id = reserved(world)
    world.provider.let_go(SESSION)

    capture(world, charge_id)

    (failure,) = [r for r in world.shop.transactions[0].reports if r.kind == "CHARGE_FAILURE"]
    assert "let go at the payment provider" in failure.message
    assert [kind for kind, _, _ in world.reports()] == [
        "AUTHORIZATION_SUCCESS", "CHARGE_REQUEST", "CHARGE_FAILURE", "CANCEL_SUCCESS",
    ]  # fmt: skip
    assert amounts(world) == (0, 0)
    assert charge_of(charge_id).state == "confirmed"


def test_captured_there_before_we_heard_of_the_payment(world: World) -> None:
    charge_id = bought(world)
    world.provider.capture_there(SESSION, usd(5000))

    settle(world.desk, UUID(charge_id))

    assert world.reports() == [RESERVED, ("CHARGE_SUCCESS", 5000, SESSION)]
    assert len(world.shop.placed) == 1
    assert charge_of(charge_id).state == "confirmed"
    assert amounts(world) == (0, 5000)


@pytest.mark.parametrize("is_ordered", [True, False])
def test_captured_there_within_the_storefronts_grace(world: World, is_ordered: bool) -> None:
    world.with_settings(captures_manually=True)
    cart = world.cart("variant-hoodie")
    world.storefront(cart.id, "50.00")
    charge_id = str(Charge.objects.get().pk)
    world.pay(charge_id)
    settle(world.desk, UUID(charge_id))
    world.provider.capture_there(SESSION, usd(3000))
    if is_ordered:
        world.shop.books().complete(cart.id)
    before = charge_of(charge_id).state

    handled = hear(world, "charge.captured").handled_at
    heard = world.now
    world.sweep_later(minutes=5)

    assert (before, handled) == ("reported", heard)
    assert world.reports() == [
        RESERVED, ("CHARGE_SUCCESS", 3000, SESSION), ("CANCEL_SUCCESS", 2000, "refund"),
    ]  # fmt: skip
    assert (charge_of(charge_id).state, amounts(world)) == ("confirmed", (0, 3000))
    assert kept(charge_id) == (3000, 3000)


def test_let_go_before_we_heard_of_the_payment(world: World) -> None:
    charge_id = bought(world)
    world.provider.let_go(SESSION)

    settle(world.desk, UUID(charge_id))

    assert world.reports() == [("AUTHORIZATION_FAILURE", 5000, SESSION)]
    assert (world.shop.placed, charge_of(charge_id).state) == ((), "cancelled")


def test_the_books_agree_at_every_step(world: World) -> None:
    charge_id = bought(world)
    unnoticed = differences(world, charge_id)
    settle(world.desk, UUID(charge_id))
    waits = differences(world, charge_id)
    world.provider.capture_there(SESSION, usd(3000))
    unheard = differences(world, charge_id)
    (mended,) = reconciling.reconcile(world.desk, [UUID(charge_id)], mend=True)

    assert unnoticed == ["paid_not_taken"]
    assert waits == []
    assert unheard == ["reserve_over"]
    assert mended.left == ()
    assert amounts(world) == (0, 3000)


def test_nothing_is_stuck_while_it_waits(world: World) -> None:
    reserved(world)

    assert not stuck.charges(world.now + timedelta(minutes=59)).exists()
    world.sweep_later(hours=5)
    assert not stuck.charges(world.now + timedelta(hours=11)).exists()
