"""Wishes that are tapped, and payments of conversations that were erased meanwhile."""

from __future__ import annotations

import pytest

from agentpay_plugin.analytics import payments
from agentpay_plugin.chat import operations
from agentpay_plugin.models import AnalyticsEvent, Charge, Turn
from tests.chat.world import ANYBODY, ChatWorld

pytestmark = pytest.mark.django_db(transaction=True)

BUY = {"variantId": "variant-tee-blue-l"}


def wishes() -> int:
    return AnalyticsEvent.objects.filter(name="purchase_intent_detected").count()


def test_tap_that_buys_counts_once_however_often_it_is_sent(world: ChatWorld) -> None:
    token = world.start()

    world.tap(token, "tap-1", chooseVariant=BUY)
    world.tap(token, "tap-1", chooseVariant=BUY)

    assert wishes() == 1
    world.tap(token, "tap-2", checkOut=True)
    assert wishes() == 2


def test_taps_that_buy_nothing_are_no_wishes(world: ChatWorld) -> None:
    token = world.start()

    world.tap(token, showCart=True)
    world.tap(token, chooseCountry={"country": "US"})
    world.tap(token, askPerson=True)

    assert wishes() == 0
    assert Turn.objects.filter(kind="tapped").count() == 3


def test_wish_of_a_tap_that_failed_counts_all_the_same(world: ChatWorld) -> None:
    class Broken:
        def __getattr__(self, name: str) -> object:
            raise ValueError(name)

    token = world.start()
    world.refusing(carts=Broken(), catalogue=Broken())
    world.tap(token, chooseVariant=BUY)
    for _ in range(3):
        world.later(seconds=10)
        world.sweep_chats()

    assert Turn.objects.get(kind="tapped").state == "failed"
    assert wishes() == 1


@pytest.mark.parametrize(
    ("state", "counted"),
    [
        ("open", set()),
        ("held", set()),
        ("cancelled", set()),
        ("processing", {"payment_initiated"}),
        ("refunded", {"payment_initiated"}),
        ("completed", {"payment_initiated", "payment_completed"}),
        ("expired", {"payment_failed"}),
    ],
)
def test_payment_counts_once_also_after_its_conversation_was_erased(
    world: ChatWorld, state: str, counted: set[str]
) -> None:
    token = world.start(visitor_id="visitor-1")
    charge = world.paying(token)
    operations.erase(world.chat_desk, ANYBODY, token)
    before = set(AnalyticsEvent.objects.values_list("pk", flat=True))
    Charge.objects.update(state=state)

    for _ in range(2):
        payments.count_changed(charge.pk, world.now)

    new = AnalyticsEvent.objects.exclude(pk__in=before)
    assert sorted(new.values_list("name", flat=True)) == sorted(counted)
    assert set(new.values_list("visitor_id", flat=True)) <= {""}


def test_wish_that_was_tapped_and_left_is_abandoned(world: ChatWorld) -> None:
    world.tap(world.start(), checkOut=True)
    world.later(minutes=30)

    world.sweep_chats()

    assert world.conversation().checkout_id == ""
    assert world.counted()["conversation_abandoned"] == 1
