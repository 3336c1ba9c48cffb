"""An endpoint that was silent while payments were made is named; one that a PIX key shares with another is not."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from agentpay_plugin.charges import stuck
from agentpay_plugin.models import Charge, ProviderNotice
from tests.charges.world import World

pytestmark = pytest.mark.django_db(transaction=True)


def paid(world: World, channel: str, provider: str, number: int) -> None:
    """Payments of a channel that stand for an hour."""
    for at in range(number):
        key, ref = str(uuid4()), f"{provider}-{channel}-{at}"
        Charge.objects.create(
            provider=provider, method="pix", state="confirmed", channel=channel, source_kind="checkout",
            source_id="1", transaction_key=key, provider_key=key, return_id=key, amount_minor=1000,
            currency="BRL", provider_ref=ref, payment_ref=f"E{ref}",
            created_at=world.now - timedelta(hours=1), state_since=world.now - timedelta(hours=1),
        )  # fmt: skip


def heard(world: World, channel: str, provider: str, ref: str) -> None:
    ProviderNotice.objects.create(
        provider=provider, channel=channel, event_id=ref, type="pix", charge_ref=ref,
        next_try_at=world.now, created_at=world.now - timedelta(minutes=30),
    )  # fmt: skip


def silent(world: World) -> list[tuple[str, str]]:
    return [(one.channel, one.provider) for one in stuck.unheard(world.now)]


@pytest.mark.parametrize(("provider", "expected"), [("pix", []), ("asaas", [("1", "asaas")])])
def test_a_pix_key_has_one_address_for_all_channels(
    world: World, provider: str, expected: list[tuple[str, str]]
) -> None:
    paid(world, "1", provider, 3)
    paid(world, "2", provider, 3)
    for at in range(3):
        heard(world, "2", provider, f"{provider}-1-{at}")
        heard(world, "2", provider, f"{provider}-2-{at}")

    assert silent(world) == expected


def test_news_of_others_payments_are_no_news_of_ones_own(world: World) -> None:
    paid(world, "1", "pix", 3)
    paid(world, "2", "pix", 3)
    for at in range(3):
        heard(world, "2", "pix", f"pix-2-{at}")

    assert silent(world) == [("1", "pix")]
