"""Refunds and disputes that no webhook told of are found by looking, after an hour, a day, a week and a month."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from agentpay_plugin.charges import looking, waiting
from agentpay_plugin.charges.ports import (
    DisputeState,
    ProviderCharge,
    ProviderDispute,
    RefundState,
)
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.errors import ProviderLocked
from agentpay_plugin.models import Dispute, Refund
from agentpay_plugin.money import Money
from agentpay_plugin.settings import OnUncompletable
from tests.charges.given_back import PAID, bought, confirmed, give_back, kept
from tests.charges.world import World, charge_of

pytestmark = pytest.mark.django_db(transaction=True)


def test_refund_of_the_merchants_whose_webhook_was_lost(world: World) -> None:
    charge_id = confirmed(world)
    give_back(world, 2000)

    early = world.sweep_later(minutes=59)
    before = Refund.objects.count()
    found = world.sweep_later(minutes=2)

    assert (before, early.failed, found.failed) == (0, 0, 0)
    assert world.reports() == [PAID, ("REFUND_SUCCESS", 2000, "re_fake_1")]
    assert kept(charge_id) == (3000, 3000)
    assert world.chat.ask(charge_id).refunded == Money(2000, "USD")
    assert (world.told(), len(world.changes)) == (["ordered"], 2)


def test_asks_four_times_in_a_month(world: World) -> None:
    confirmed(world)
    asked = []
    for delta in (
        {"hours": 1},
        {"hours": 22},
        {"hours": 2},
        {"days": 6},
        {"days": 23},
        {"days": 60},
    ):
        world.sweep_later(**delta)
        asked.append(world.asked("refunds_of"))

    assert asked == [1, 1, 2, 3, 4, 4]


def test_second_refund_is_found_by_a_later_look(world: World) -> None:
    charge_id = confirmed(world)
    give_back(world, 2000)
    world.sweep_later(hours=1)
    give_back(world, 1000)

    world.sweep_later(days=1)

    assert kept(charge_id) == (2000, 2000)
    assert [minor for _, minor, _ in world.reports()] == [5000, 2000, 1000]


def test_held_money_that_the_merchant_gave_back(world: World) -> None:
    charge_id = bought(world)
    world.shop.sell_out("variant-hoodie")
    world.with_settings(on_uncompletable=OnUncompletable.HOLD)
    world.settle_twice(charge_id)
    give_back(world, 5000)

    world.sweep_later(hours=1)

    assert charge_of(charge_id).state == "refunded"
    assert world.told() == ["paid", "held", "refunded"]


def test_refund_of_ours_that_was_turned_down_in_the_end(world: World) -> None:
    charge_id = bought(world)
    world.shop.sell_out("variant-hoodie")
    world.settle_twice(charge_id)
    assert charge_of(charge_id).state == "refunded"
    world.provider.move_refund("re_fake_1", RefundState.FAILED)

    world.sweep_later(hours=1)

    charge = charge_of(charge_id)
    assert (charge.state, charge.reason) == ("held", "refund_failed")


def test_silent_provider_is_asked_again_by_the_next_sweep(world: World) -> None:
    charge_id = confirmed(world)
    give_back(world, 2000)
    world.provider.fail_next("unavailable_before")

    failed = world.sweep_later(hours=1)
    second = world.sweep_later(minutes=1)

    assert (failed.failed, second.failed) == (1, 0)
    assert kept(charge_id) == (3000, 3000)


def test_without_keys_the_next_look_is_waited_for(world: World) -> None:
    charge_id = confirmed(world)
    give_back(world, 2000)
    world.provider.fail_next("lock")

    locked = world.sweep_later(hours=1)
    world.sweep_later(hours=1)
    soon = kept(charge_id)
    world.sweep_later(days=1)

    assert (locked.failed, soon, kept(charge_id)) == (0, (5000, 5000), (3000, 3000))


def test_page_that_was_never_paid_is_not_looked_at(world: World) -> None:
    view = world.opened()
    world.chat.close(view.id)
    settle(world.desk, UUID(view.id))
    world.sweep_later(days=2)

    assert world.asked("refunds_of") == 0


@pytest.mark.parametrize("before", [(), ({"hours": 1}, {"days": 1}, {"days": 7})])
def test_refund_that_was_found_on_its_way_is_followed_to_its_end(
    world: World, before: tuple[dict[str, float], ...]
) -> None:
    charge_id = confirmed(world)
    for delta in before:
        world.sweep_later(**delta)
    refund = give_back(world, 2000, RefundState.PENDING)
    world.sweep_later(days=30)
    world.sweep_later(hours=1)
    on_its_way = Refund.objects.get().state
    world.provider.move_refund(refund, RefundState.SUCCEEDED)
    asked = world.asked("refunds_of")

    world.sweep_later(minutes=59)
    early = world.asked("refunds_of") - asked
    world.sweep_later(minutes=2)
    world.sweep_later(hours=2)

    assert (on_its_way, early) == ("pending", 0)
    assert world.reports() == [PAID, ("REFUND_SUCCESS", 2000, refund)]
    assert kept(charge_id) == (3000, 3000)
    assert world.asked("refunds_of") - asked == 1


def test_refund_that_the_shop_did_not_take_note_of_is_told_again(world: World) -> None:
    confirmed(world)
    refund = give_back(world)
    world.shop.is_app_active = False
    world.sweep_later(hours=1)
    untold = Refund.objects.get().state
    world.shop.is_app_active = True

    world.sweep_later(hours=1)

    assert untold == "succeeded"
    assert world.reports() == [PAID, ("REFUND_SUCCESS", 2000, refund)]


def test_dispute_whose_webhooks_were_all_lost(world: World) -> None:
    charge_id = confirmed(world)
    dispute = world.provider.dispute("cs_fake_1", Money(2000, "USD"))

    early = world.sweep_later(minutes=59)
    before = Dispute.objects.count()
    world.sweep_later(minutes=2)

    assert (before, early.failed) == (0, 0)
    assert [charge.pk for charge in waiting.for_the_merchant()] == [UUID(charge_id)]
    assert world.reports() == [PAID]

    world.provider.end_dispute(dispute.ref, DisputeState.LOST)
    world.sweep_later(hours=22)
    undecided = world.reports()
    world.sweep_later(hours=2)

    assert undecided == [PAID]
    assert world.reports() == [PAID, ("CHARGE_BACK", 2000, "du_fake_1")]
    assert kept(charge_id) == (3000, 3000)
    assert list(waiting.for_the_merchant()) == []


def test_dispute_that_is_undecided_is_asked_about_once_a_day(world: World) -> None:
    confirmed(world)
    world.provider.dispute("cs_fake_1", Money(2000, "USD"))
    world.sweep_later(hours=1)

    asked = []
    for hours in (12, 13, 12, 13):
        world.sweep_later(hours=hours)
        asked.append(world.asked("disputes_of"))

    assert asked == [1, 2, 2, 3]
    assert len(world.notes()) == 1


def test_key_that_may_not_read_disputes_says_nothing_of_any(world: World) -> None:
    charge_id = confirmed(world)
    give_back(world, 2000)

    class Restricted:
        """A key that may read everything but disputes."""

        def __getattr__(self, name: str) -> object:
            return getattr(world.provider, name)

        def disputes_of(self, charge: ProviderCharge) -> tuple[ProviderDispute, ...]:
            raise ProviderLocked(f"disputes of {charge.ref}")

    desk = replace(world.desk, provider=lambda *_: Restricted())  # type: ignore[arg-type,return-value]
    looking.look(desk, UUID(charge_id))

    assert kept(charge_id) == (3000, 3000)
    assert charge_of(charge_id).asked_at == world.now
    assert world.notes() == []
