"""The merchant gives money back at the provider: written down once, reported once, kept no longer."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from agentpay_plugin.charges import inbox
from agentpay_plugin.charges.ports import RefundState
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.charges.sweep import sweep
from agentpay_plugin.models import Charge, PaidOrder, ProviderNotice, Refund
from agentpay_plugin.money import Money
from tests.charges.given_back import PAID, bought, confirmed, give_back, hear, kept, notice
from tests.charges.world import Killed, World, charge_of

pytestmark = pytest.mark.django_db(transaction=True)

PENDING, SUCCEEDED, FAILED = RefundState.PENDING, RefundState.SUCCEEDED, RefundState.FAILED


def test_part_of_an_order_is_given_back(world: World) -> None:
    charge_id = confirmed(world)

    handled = hear(world, give_back(world, 2000))

    charge, refund = charge_of(charge_id), Refund.objects.get()
    assert world.reports() == [PAID, ("REFUND_SUCCESS", 2000, "re_fake_1")]
    assert world.shop.transactions[0].can_refund
    assert (refund.reason, refund.state, refund.amount_minor) == ("at_provider", "reported", 2000)
    assert (refund.provider_ref, refund.charge_id) == ("re_fake_1", charge.pk)
    assert (charge.state, charge.reason, charge.next_check_at) == ("confirmed", "", None)
    assert kept(charge_id) == (3000, 3000)
    assert handled.handled_at == world.now
    assert world.chat.ask(charge_id).refunded == Money(2000, "USD")
    assert (world.told(), len(world.changes)) == (["ordered"], 2)
    assert (world.asked("refund"), len(world.shop.placed)) == (0, 1)


def test_all_of_an_order_is_given_back_in_two_parts(world: World) -> None:
    charge_id = confirmed(world)

    hear(world, give_back(world, 2000))
    hear(world, give_back(world, 3000))

    assert world.reports() == [
        PAID,
        ("REFUND_SUCCESS", 2000, "re_fake_1"),
        ("REFUND_SUCCESS", 3000, "re_fake_2"),
    ]
    assert charge_of(charge_id).state == "confirmed"
    assert not world.shop.transactions[0].can_refund
    assert kept(charge_id) == (0, 0)
    assert world.chat.ask(charge_id).refunded == Money(5000, "USD")


def test_the_order_can_be_paid_for_again(world: World) -> None:
    confirmed(world)
    hear(world, give_back(world, 2000))
    order = world.shop.placed[0]
    world.storefront(order.id, "20.00")
    again = Charge.objects.get(conversation_id=None)
    world.pay(str(again.pk))

    settle(world.desk, again.pk)

    assert charge_of(str(again.pk)).state == "confirmed"
    assert (charge_of(str(again.pk)).kept_minor, PaidOrder.objects.get().kept_minor) == (2000, 5000)
    assert world.asked("refund") == 0


def test_every_event_of_a_refund_and_every_repeat(world: World) -> None:
    confirmed(world)
    ref = give_back(world)

    for kind in ("refund.updated", "charge.refunded", "refund.created"):
        hear(world, ref, kind)
    world.sweep_later(days=1)

    assert world.reports() == [PAID, ("REFUND_SUCCESS", 2000, "re_fake_1")]
    assert Refund.objects.count() == 1
    assert ProviderNotice.objects.exclude(handled_at=None).count() == 3
    assert PaidOrder.objects.get().kept_minor == 3000


def test_money_that_takes_days_to_go_back(world: World) -> None:
    charge_id = confirmed(world)
    ref = give_back(world, 2000, PENDING)

    waiting = hear(world, ref)
    before = world.reports()
    asked = []
    for _ in range(60):
        world.sweep_later(minutes=1)
        asked.append(world.asked("refunds_of"))
    on_its_way = world.chat.ask(charge_id).refunded
    world.provider.move_refund(ref, SUCCEEDED)
    world.sweep_later(hours=1)

    assert (waiting.handled_at, before) == (None, [PAID])
    # After 1, 5 and 15 minutes, then hourly; and the look that every charge gets after an hour.
    assert (asked[0], asked[-2], asked[-1]) == (2, 4, 5)
    assert on_its_way == Money(2000, "USD")
    assert world.reports() == [PAID, ("REFUND_SUCCESS", 2000, "re_fake_1")]
    assert ProviderNotice.objects.get().handled_at == world.now
    assert kept(charge_id) == (3000, 3000)


def test_money_that_does_not_go_back_in_the_end(world: World) -> None:
    charge_id = confirmed(world)
    ref = give_back(world, 2000, PENDING)
    hear(world, ref)
    on_its_way = kept(charge_id)
    world.provider.move_refund(ref, FAILED)

    hear(world, ref, "refund.failed")

    assert on_its_way == (3000, 3000)
    assert world.reports() == [PAID]
    assert Refund.objects.get().state == "failed"
    assert kept(charge_id) == (5000, 5000)
    assert world.chat.ask(charge_id).refunded is None
    assert (charge_of(charge_id).state, charge_of(charge_id).reason) == ("confirmed", "")


def test_turned_down_after_it_had_succeeded(world: World) -> None:
    charge_id = confirmed(world)
    ref = give_back(world)
    hear(world, ref)
    world.provider.move_refund(ref, FAILED)

    for kind in ("refund.failed", "refund.updated", "refund.created"):
        hear(world, ref, kind)

    assert world.reports() == [
        PAID,
        ("REFUND_SUCCESS", 2000, "re_fake_1"),
        ("REFUND_FAILURE", 2000, "re_fake_1"),
    ]
    assert Refund.objects.get().state == "failed"
    assert kept(charge_id) == (5000, 5000)
    assert (charge_of(charge_id).state, charge_of(charge_id).reason) == ("confirmed", "")
    assert world.chat.ask(charge_id).refunded is None


def test_first_heard_of_when_it_had_failed(world: World) -> None:
    charge_id = confirmed(world)

    handled = hear(world, give_back(world, 2000, FAILED), "refund.failed")

    assert handled.handled_at == world.now
    assert (world.reports(), Refund.objects.get().state) == ([PAID], "failed")
    assert kept(charge_id) == (5000, 5000)


@pytest.mark.parametrize("checkpoint", ["refund.row_committed", "refund.reported"])
def test_killed(world: World, checkpoint: str) -> None:
    charge_id = confirmed(world)
    stored = notice(world, give_back(world))
    world.die_at = checkpoint
    with pytest.raises(Killed):
        inbox.handle(world.desk, stored.pk)
    early = world.sweep_later(seconds=30)

    swept = world.sweep_later(seconds=31)

    assert (early.notices, swept.notices, swept.failed) == (0, 1, 0)
    assert world.reports() == [PAID, ("REFUND_SUCCESS", 2000, "re_fake_1")]
    assert Refund.objects.get().state == "reported"
    assert kept(charge_id) == (3000, 3000)
    assert ProviderNotice.objects.get().handled_at == world.now


def test_killed_while_telling_of_a_failure(world: World) -> None:
    charge_id = confirmed(world)
    ref = give_back(world)
    hear(world, ref)
    world.provider.move_refund(ref, FAILED)
    stored = notice(world, ref, "refund.failed")
    world.die_at = "refund.reported"
    with pytest.raises(Killed):
        inbox.handle(world.desk, stored.pk)

    world.sweep_later()

    assert [kind for kind, _, _ in world.reports()] == [
        "CHARGE_SUCCESS",
        "REFUND_SUCCESS",
        "REFUND_FAILURE",
    ]
    assert Refund.objects.get().state == "failed"
    assert kept(charge_id) == (5000, 5000)


@pytest.mark.parametrize("failure", ["unavailable_before", "unavailable_after_work", "refuse"])
def test_provider_silent(world: World, failure: str) -> None:
    confirmed(world)
    ref = give_back(world)
    world.provider.fail_next(failure)

    waiting = hear(world, ref)
    before = (world.reports(), Refund.objects.count())
    world.sweep_later()

    assert waiting.handled_at is None
    assert before == ([PAID], 0)
    assert world.reports() == [PAID, ("REFUND_SUCCESS", 2000, "re_fake_1")]
    assert ProviderNotice.objects.get().handled_at == world.now


@pytest.mark.parametrize("switch", ["fail_next", "lose_next"])
def test_shop_silent(world: World, switch: str) -> None:
    charge_id = confirmed(world)
    ref = give_back(world)
    getattr(world.shop, switch)()

    waiting = hear(world, ref)
    state = Refund.objects.get().state
    world.sweep_later(seconds=5)

    assert (waiting.handled_at, state) == (None, "succeeded")
    assert world.reports() == [PAID, ("REFUND_SUCCESS", 2000, "re_fake_1")]
    assert Refund.objects.get().state == "reported"
    assert kept(charge_id) == (3000, 3000)


def test_app_switched_off_is_waited_for(world: World) -> None:
    confirmed(world)
    ref = give_back(world)
    world.shop.is_app_active = False
    hear(world, ref)
    world.sweep_later(hours=2)
    waiting = (ProviderNotice.objects.get().handled_at, world.reports())
    world.shop.is_app_active = True

    world.sweep_later(hours=1)

    assert waiting == (None, [PAID])
    assert world.reports() == [PAID, ("REFUND_SUCCESS", 2000, "re_fake_1")]


def test_heard_of_before_the_payment(world: World) -> None:
    charge_id = bought(world)
    early = hear(world, give_back(world))
    nothing = (charge_of(charge_id).state, world.reports(), Refund.objects.count())

    settle(world.desk, UUID(charge_id))
    world.sweep_later(seconds=5)

    assert early.handled_at is None
    assert nothing == ("open", [], 0)
    assert world.reports() == [PAID, ("REFUND_SUCCESS", 2000, "re_fake_1")]
    assert charge_of(charge_id).state == "confirmed"
    assert ProviderNotice.objects.get().handled_at == world.now


def test_heard_of_before_the_payment_was_reported(world: World) -> None:
    charge_id = bought(world)
    world.shop.is_app_active = False
    settle(world.desk, UUID(charge_id))
    waiting = hear(world, give_back(world))
    nothing = (charge_of(charge_id).state, world.reports(), Refund.objects.count())
    world.shop.is_app_active = True

    world.sweep_later(minutes=5)

    assert waiting.handled_at is None
    assert nothing == ("paid", [], 0)
    assert world.reports() == [PAID, ("REFUND_SUCCESS", 2000, "re_fake_1")]
    assert ProviderNotice.objects.get().handled_at == world.now
    assert world.told() == ["paid", "ordered"]


def test_refund_in_an_account_that_others_use_too(world: World) -> None:
    confirmed(world)
    ref = give_back(world)
    Charge.objects.update(payment_ref="pi_of_ours")
    calls = list(world.provider.calls)

    first = hear(world, ref)
    for _ in range(6):
        world.sweep_later(minutes=5)

    assert first.handled_at is None
    assert ProviderNotice.objects.get().handled_at == first.created_at + timedelta(minutes=30)
    assert (Refund.objects.count(), world.reports()) == (0, [PAID])
    assert world.provider.calls == calls


def test_page_that_was_never_paid(world: World) -> None:
    world.opened(world.cart("variant-hoodie"))
    world.provider.expire("cs_fake_1")
    world.sweep_later()
    Charge.objects.update(payment_ref="pi_1")
    ProviderNotice.objects.create(
        provider="stripe",
        channel=Charge.objects.get().channel,
        event_id="evt_1",
        type="charge.refunded",
        payment_ref="pi_1",
        about_refund=True,
        next_try_at=world.now,
    )

    sweep(world.desk)

    assert ProviderNotice.objects.get().handled_at == world.now
    assert (world.asked("refunds_of"), Refund.objects.count()) == (0, 0)


def test_shop_that_refuses_to_note_it_down_is_asked_for_half_an_hour(world: World) -> None:
    charge_id = confirmed(world)
    world.later(days=3)
    world.shop.forget_transactions()

    waiting = hear(world, give_back(world))
    early = Refund.objects.get().state
    for _ in range(18):
        world.sweep_later(minutes=5)

    assert (waiting.handled_at, early) == (None, "succeeded")
    assert ProviderNotice.objects.get().handled_at is not None
    assert Refund.objects.get().state == "reported"
    assert kept(charge_id) == (3000, 3000)
