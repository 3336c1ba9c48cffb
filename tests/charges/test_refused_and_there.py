"""A provider that seemed to refuse a charge took money for it all the same: its webhook brings that to light."""

from __future__ import annotations

import pytest

from agentpay_plugin.charges import inbox
from agentpay_plugin.models import Charge, ProviderNotice
from tests.charges.world import CHANNEL, World, charge_of

pytestmark = pytest.mark.django_db(transaction=True)

SESSION = "cs_fake_1"


@pytest.fixture
def refused(world: World) -> str:
    """A charge whose opening was answered with a refusal, though the provider had made it."""
    charge_id = world.opened().id
    Charge.objects.filter(pk=charge_id).update(
        state="refused",
        reason="invalid_action",
        provider_ref=None,
        page_url="",
        told_state="refused",
    )
    return charge_id


def hear(world: World, kind: str) -> ProviderNotice:
    body, headers = world.provider.make_event(kind, SESSION, int(world.now.timestamp()))
    assert inbox.receive(world.desk, "stripe", CHANNEL, body, headers) == 200
    notice = ProviderNotice.objects.get()
    inbox.handle(world.desk, notice.pk)
    notice.refresh_from_db()
    return notice


def test_what_was_paid_becomes_the_order(world: World, refused: str) -> None:
    world.provider.pay(SESSION)

    notice = hear(world, "checkout.session.completed")

    charge = charge_of(refused)
    assert (charge.state, charge.provider_ref) == ("confirmed", SESSION)
    assert (notice.handled_at, len(world.shop.placed)) == (world.now, 1)
    assert world.reports()[-1] == ("CHARGE_SUCCESS", 999, SESSION)
    assert world.told() == ["ordered"]


def test_what_ended_unpaid_stays_refused(world: World, refused: str) -> None:
    world.provider.close(SESSION)

    notice = hear(world, "checkout.session.expired")

    charge = charge_of(refused)
    assert (charge.state, charge.provider_ref) == ("refused", None)
    assert (notice.handled_at, world.shop.placed, world.told()) == (world.now, (), [])


def test_a_payment_of_another_charge_is_not_taken_for_it(world: World, refused: str) -> None:
    world.at_the_provider(SESSION, reference="00000000-0000-4000-8000-000000000000")
    world.provider.pay(SESSION)

    hear(world, "checkout.session.completed")

    assert charge_of(refused).state == "refused"
    assert (world.shop.placed, world.told()) == ((), [])


def test_what_can_still_be_paid_is_closed_for_nobody_waits_for_it(
    world: World, refused: str
) -> None:
    hear(world, "payment_intent.created")

    assert charge_of(refused).state == "refused"
    assert world.provider.charges[SESSION].state == "expired"
