"""The same against the look-alike of Stripe, with the events that it really sends."""

from __future__ import annotations

import json
from collections.abc import Iterator
from uuid import UUID

import pytest

from agentpay_plugin.charges import inbox
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.demo.stripe.lookalike import LookAlike
from agentpay_plugin.demo.stripe.server import running
from agentpay_plugin.demo.stripe.webhooks import signature
from agentpay_plugin.models import PaidOrder, ProviderNotice, Refund
from agentpay_plugin.money import Money
from agentpay_plugin.payments.stripe import StripeProvider
from tests.charges.world import CHANNEL, World, charge_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def stripe(world: World) -> Iterator[LookAlike]:
    with running() as look_alike:
        look_alike.set_clock(world.now.timestamp())
        world.provider = StripeProvider("sk_test_12345678", ("whsec_x",), look_alike.url)  # type: ignore[assignment]
        yield look_alike


def hear(world: World, stripe: LookAlike, since: int = 0) -> list[str]:
    """Receive the events that Stripe has sent, all but the first `since`, the newest first, and handle them."""
    news = stripe.events[since:][::-1]
    for event in news:
        body = json.dumps(event).encode()
        headers = {"stripe-signature": signature(body, "whsec_x", int(world.now.timestamp()))}
        assert inbox.receive(world.desk, "stripe", CHANNEL, body, headers) == 200
    for notice_id in ProviderNotice.objects.filter(handled_at=None).values_list("pk", flat=True):
        inbox.handle(world.desk, notice_id)
    return [event["type"] for event in news]


def bought(world: World, stripe: LookAlike) -> str:
    view = world.opened(world.cart("variant-hoodie"))
    stripe.pay(charge_of(view.id).provider_ref or "")
    return view.id


def reports(world: World) -> list[tuple[str, int]]:
    return [(kind, minor) for kind, minor, _ in world.reports()]


def test_refund_in_the_dashboard(world: World, stripe: LookAlike) -> None:
    charge_id = bought(world, stripe)
    hear(world, stripe)
    before = len(stripe.events)
    refund = stripe.give_back(charge_of(charge_id).provider_ref or "", 2000)

    types = hear(world, stripe, before)

    assert types == ["refund.created", "charge.refunded"]
    assert world.reports()[1:] == [("REFUND_SUCCESS", 2000, refund["id"])]
    assert (Refund.objects.get().reason, Refund.objects.get().state) == ("at_provider", "reported")
    assert charge_of(charge_id).state == "confirmed"
    assert PaidOrder.objects.get().kept_minor == 3000
    assert ProviderNotice.objects.filter(handled_at=None).count() == 0
    assert world.chat.ask(charge_id).refunded == Money(2000, "USD")
    assert len(stripe.refunds) == 1


def test_paid_and_given_back_before_any_event_was_heard(world: World, stripe: LookAlike) -> None:
    charge_id = bought(world, stripe)
    stripe.give_back(charge_of(charge_id).provider_ref or "", 2000)

    hear(world, stripe)
    world.sweep_later()

    assert reports(world) == [("CHARGE_SUCCESS", 5000), ("REFUND_SUCCESS", 2000)]
    assert charge_of(charge_id).state == "confirmed"
    assert PaidOrder.objects.get().kept_minor == 3000
    assert ProviderNotice.objects.filter(handled_at=None).count() == 0


def test_refund_that_fails_days_later(world: World, stripe: LookAlike) -> None:
    charge_id = bought(world, stripe)
    refund = stripe.give_back(charge_of(charge_id).provider_ref or "")
    hear(world, stripe)
    world.sweep_later()
    before = len(stripe.events)
    stripe.move_refund(refund["id"], "failed")

    types = hear(world, stripe, before)

    assert types == ["refund.failed", "refund.updated"]
    assert reports(world)[-2:] == [("REFUND_SUCCESS", 5000), ("REFUND_FAILURE", 5000)]
    assert PaidOrder.objects.get().kept_minor == 5000
    assert charge_of(charge_id).state == "confirmed"


def test_refund_of_our_own(world: World, stripe: LookAlike) -> None:
    charge_id = bought(world, stripe)
    world.shop.sell_out("variant-hoodie")
    world.settle_twice(charge_id)

    hear(world, stripe)

    assert reports(world) == [
        ("CHARGE_SUCCESS", 5000),
        ("REFUND_REQUEST", 5000),
        ("REFUND_SUCCESS", 5000),
    ]
    assert (Refund.objects.get().reason, len(stripe.refunds)) == ("insufficient_stock", 1)
    assert stripe.refunds[0]["metadata"] == {
        "agentpay_charge": charge_id,
        "agentpay_refund": f"{charge_id}:refund",
    }
    assert ProviderNotice.objects.filter(handled_at=None).count() == 0


def test_refund_from_the_order_page(world: World, stripe: LookAlike) -> None:
    charge_id = bought(world, stripe)
    hear(world, stripe)
    before = len(stripe.events)
    world.shop.ask_back(world.shop.transactions[0].id, Money(2000, "USD"))
    settle(world.desk, UUID(charge_id))

    hear(world, stripe, before)

    assert reports(world)[1:] == [("REFUND_REQUEST", 2000), ("REFUND_SUCCESS", 2000)]
    assert (Refund.objects.get().reason, Refund.objects.get().state) == ("merchant", "reported")
    assert [one["amount"] for one in stripe.refunds] == [2000]
    assert PaidOrder.objects.get().kept_minor == 3000
    assert ProviderNotice.objects.filter(handled_at=None).count() == 0


def test_more_is_asked_back_than_stripe_has_left(world: World, stripe: LookAlike) -> None:
    charge_id = bought(world, stripe)
    hear(world, stripe)
    before = len(stripe.events)
    stripe.give_back(charge_of(charge_id).provider_ref or "", 4000)
    world.shop.ask_back(world.shop.transactions[0].id, Money(2000, "USD"))
    settle(world.desk, UUID(charge_id))

    hear(world, stripe, before)

    assert reports(world)[1:] == [
        ("REFUND_REQUEST", 2000),
        ("REFUND_FAILURE", 2000),
        ("REFUND_SUCCESS", 4000),
    ]
    assert [e.message for e in world.shop.transactions[0].reports if "FAILURE" in e.kind] == [
        "The payment provider could not give this back: it does not take this refund; perhaps less is"
        " left there than was asked for."
    ]
    assert [one["amount"] for one in stripe.refunds] == [4000]
    assert PaidOrder.objects.get().kept_minor == 1000


def test_a_dispute_is_lost_and_nothing_goes_back_meanwhile(world: World, stripe: LookAlike) -> None:
    charge_id = bought(world, stripe)
    hear(world, stripe)
    before = len(stripe.events)
    dispute = stripe.dispute(charge_of(charge_id).provider_ref or "", 3000)
    began = hear(world, stripe, before)
    world.shop.ask_back(world.shop.transactions[0].id, Money(1000, "USD"))
    settle(world.desk, UUID(charge_id))
    before = len(stripe.events)
    stripe.move_dispute(dispute["id"], "lost")

    ended = hear(world, stripe, before)

    assert began == ["charge.dispute.funds_withdrawn", "charge.dispute.created"]
    assert ended == ["charge.dispute.closed"]
    assert reports(world)[1:] == [
        ("REFUND_REQUEST", 1000),
        ("REFUND_FAILURE", 1000),
        ("CHARGE_BACK", 3000),
    ]
    assert [e.message for e in world.shop.transactions[0].reports if "REFUND_F" in e.kind] == [
        "The payment provider could not give this back: the shopper's bank disputes the payment, and"
        " decides."
    ]
    assert world.shop.transactions[0].charged == Money(2000, "USD")
    assert stripe.refunds == []
