"""The shopper's bank disputes a payment: told once on the payment, named for the merchant, lost money counted."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from agentpay_plugin.charges import inbox, waiting
from agentpay_plugin.charges.ports import DisputeState
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.models import Dispute, ProviderNotice, Refund
from agentpay_plugin.money import Money
from tests.charges.given_back import PAID, bought, confirmed, kept
from tests.charges.test_at_once import at_once, failures
from tests.charges.world import CHANNEL, Killed, World, charge_of

pytestmark = pytest.mark.django_db(transaction=True)

CREATED, CLOSED = "charge.dispute.created", "charge.dispute.closed"
TOLD = "The shopper's bank disputes 20.00 USD of this payment (product not received). Answer at the payment provider"


def dispute(world: World, minor: int = 2000) -> str:
    """The bank disputes a part of the first charge, to be answered in nine days; the dispute's reference."""
    due = int((world.now + timedelta(days=9)).timestamp())
    return world.provider.dispute("cs_fake_1", Money(minor, "USD"), due).ref


def notice(world: World, ref: str, kind: str = CREATED) -> ProviderNotice:
    now = int(world.now.timestamp())
    body, headers = world.provider.make_event(kind, "cs_fake_1", now, dispute=ref)
    assert inbox.receive(world.desk, "stripe", CHANNEL, body, headers) == 200
    return ProviderNotice.objects.latest("pk")


def hear(world: World, ref: str, kind: str = CREATED) -> ProviderNotice:
    stored = notice(world, ref, kind)
    inbox.handle(world.desk, stored.pk)
    stored.refresh_from_db()
    return stored


def test_a_dispute_begins(world: World) -> None:
    charge_id = confirmed(world)

    waits = hear(world, dispute(world))

    assert world.reports() == [PAID]
    assert world.notes() == [f"{TOLD} until 2026-12-01 12:00 UTC."]
    (listed,) = waiting.for_the_merchant()
    assert (str(listed.pk), waiting.why(listed)) == (charge_id, "disputed")
    assert waiting.said(listed) == (
        "A payment of 50.00 USD waits for you since 2026-11-22 12:00 UTC: the shopper's bank disputes it;"
        " answer at the payment provider until 2026-12-01 12:00 UTC. Its order stands."
        " At the payment provider: cs_fake_1"
    )
    assert kept(charge_id) == (5000, 5000)
    assert waits.handled_at is None
    assert world.told() == ["ordered"]


def test_it_is_told_once(world: World) -> None:
    confirmed(world)
    ref = dispute(world)

    for kind in (CREATED, "charge.dispute.funds_withdrawn", "charge.dispute.updated", CREATED):
        hear(world, ref, kind)
    for _ in range(3):
        world.sweep_later(days=1)

    assert len(world.notes()) == 1
    assert Dispute.objects.count() == 1


def test_it_is_lost(world: World) -> None:
    charge_id = confirmed(world)
    ref = dispute(world)
    hear(world, ref)
    world.provider.end_dispute(ref, DisputeState.LOST)

    handled = hear(world, ref, CLOSED)
    world.sweep_later(days=1)

    assert handled.handled_at is not None
    assert world.reports() == [PAID, ("CHARGE_BACK", 2000, "du_fake_1")]
    assert world.shop.transactions[0].charged == Money(3000, "USD")
    assert world.shop.transactions[0].can_refund
    assert kept(charge_id) == (3000, 3000)
    assert list(waiting.for_the_merchant()) == []
    assert ProviderNotice.objects.filter(handled_at=None).count() == 0


def test_lost_money_does_not_go_back_too(world: World) -> None:
    charge_id = confirmed(world)
    ref = dispute(world)
    world.provider.end_dispute(ref, DisputeState.LOST)
    hear(world, ref, CLOSED)

    world.shop.ask_back(world.shop.transactions[0].id, Money(3000, "USD"))
    settle(world.desk, UUID(charge_id))
    world.shop.ask_back(world.shop.transactions[0].id, Money(100, "USD"))

    assert Refund.objects.count() == 1
    assert kept(charge_id) == (0, 0)
    assert world.shop.transactions[0].charged == Money(0, "USD")
    assert not world.shop.transactions[0].can_refund


def test_all_of_it_is_lost(world: World) -> None:
    charge_id = confirmed(world)
    ref = dispute(world, 5000)
    world.provider.end_dispute(ref, DisputeState.LOST)

    hear(world, ref, CLOSED)

    assert not world.shop.transactions[0].can_refund
    assert (charge_of(charge_id).state, kept(charge_id)) == ("confirmed", (0, 0))


def test_money_that_never_came_into_the_books_is_not_charged_back(world: World) -> None:
    charge_id = bought(world)
    world.at_the_provider("cs_fake_1", amount=Money(4998, "USD"))
    settle(world.desk, UUID(charge_id))
    ref = dispute(world, 4998)
    world.provider.end_dispute(ref, DisputeState.LOST)

    handled = hear(world, ref, CLOSED)

    assert handled.handled_at is not None
    assert world.reports() == []
    assert world.notes()[1:] == [
        "The dispute about 49.98 USD of this payment is lost; the money is gone."
    ]
    assert charge_of(charge_id).state == "held"


def test_it_is_won(world: World) -> None:
    charge_id = confirmed(world)
    ref = dispute(world)
    hear(world, ref)
    world.provider.end_dispute(ref, DisputeState.WON)

    hear(world, ref, CLOSED)

    assert world.reports() == [PAID]
    assert world.notes()[1:] == [
        "The dispute about 20.00 USD of this payment is over; the money stays with you."
    ]
    assert list(waiting.for_the_merchant()) == []
    assert kept(charge_id) == (5000, 5000)


def test_the_end_was_not_heard_of(world: World) -> None:
    confirmed(world)
    ref = dispute(world)
    hear(world, ref)
    world.provider.end_dispute(ref, DisputeState.LOST)

    world.sweep_later(days=1)

    assert world.reports()[1:] == [("CHARGE_BACK", 2000, "du_fake_1")]
    assert ProviderNotice.objects.get().handled_at == world.now


@pytest.mark.parametrize("checkpoint", ["dispute.row_committed", "dispute.reported"])
def test_killed(world: World, checkpoint: str) -> None:
    charge_id = confirmed(world)
    ref = dispute(world)
    world.provider.end_dispute(ref, DisputeState.LOST)
    stored = notice(world, ref, CLOSED)
    world.die_at = checkpoint
    with pytest.raises(Killed):
        inbox.handle(world.desk, stored.pk)

    world.sweep_later()

    assert world.reports()[1:] == [("CHARGE_BACK", 2000, "du_fake_1")]
    assert kept(charge_id) == (3000, 3000)
    assert ProviderNotice.objects.get().handled_at == world.now


def test_every_webhook_at_once(world: World) -> None:
    charge_id = confirmed(world)
    ref = dispute(world)
    world.provider.end_dispute(ref, DisputeState.LOST)
    stored = [notice(world, ref, kind).pk for kind in (CREATED, CLOSED, CREATED)]

    outcomes = at_once(*(lambda n=n: inbox.handle(world.desk, n) for n in stored * 4))  # type: ignore[misc]
    world.sweep_later(minutes=10)

    assert failures(outcomes) == []
    assert world.reports()[1:] == [("CHARGE_BACK", 2000, "du_fake_1")]
    assert kept(charge_id) == (3000, 3000)
    assert ProviderNotice.objects.filter(handled_at=None).count() == 0


def test_the_key_may_not_read_disputes(world: World) -> None:
    confirmed(world)
    ref = dispute(world)
    world.provider.fail_next("lock")

    handled = hear(world, ref)

    assert handled.handled_at == world.now
    assert world.notes() == [
        "The shopper's bank disputes this payment, or there is news of that. AgentPay's key may not read"
        " disputes: look at the payment provider, or let the key read Disputes."
    ]
    assert Dispute.objects.count() == 0


@pytest.mark.parametrize("failure", ["unavailable_before", "refuse"])
def test_the_provider_is_silent(world: World, failure: str) -> None:
    confirmed(world)
    ref = dispute(world)
    world.provider.fail_next(failure)

    waits = hear(world, ref)
    world.sweep_later(minutes=10)

    assert waits.handled_at is None
    assert len(world.notes()) == 1


def test_app_switched_off_is_waited_for(world: World) -> None:
    confirmed(world)
    ref = dispute(world)
    world.provider.end_dispute(ref, DisputeState.LOST)
    world.shop.is_app_active = False

    waits = hear(world, ref, CLOSED)
    world.shop.is_app_active = True
    world.sweep_later(minutes=10)

    assert waits.handled_at is None
    assert world.reports()[1:] == [("CHARGE_BACK", 2000, "du_fake_1")]
