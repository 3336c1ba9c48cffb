"""What a shopper is told and what is tried when the shop or the provider leaves us in doubt."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from agentpay_plugin.charges import inbox, methods
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.errors import ShopRefused
from agentpay_plugin.models import Charge, ProviderNotice
from agentpay_plugin.money import Money
from tests.builders import CARD
from tests.charges.world import CHANNEL, Killed, World, charge_of

pytestmark = pytest.mark.django_db(transaction=True)


def test_closed_app_never_yields_a_false_sentence(world: World) -> None:
    view = world.opened()
    world.pay(view.id)
    world.shop.refuse_completion("TAX_ERROR")
    settle(world.desk, UUID(view.id))
    world.shop.is_app_active = False
    with pytest.raises(ShopRefused):
        settle(world.desk, UUID(view.id))

    asked = world.chat.ask(view.id)
    closed = world.chat.close(view.id)

    assert (asked.state, closed.state) == ("paid", "paid")
    assert charge_of(view.id).state == "reported"


def test_new_attempt_leaves_what_did_not_answer_to_the_sweep(world: World) -> None:
    cart = world.cart()
    world.provider.fail_next("unavailable_after_work")
    unknown = world.chat.open(cart, "card", 1)
    world.die_at = "open.provider_created"
    with pytest.raises(Killed):
        world.chat.open(cart, "card", 2)
    world.later(seconds=61)
    calls = len(world.provider.calls)

    third = world.chat.open(cart, "card", 3)
    during = [name for name, _ in world.provider.calls[calls:]]
    world.sweep_later()

    states = dict(Charge.objects.values_list("attempt", "state"))
    assert unknown.state == "unknown"
    assert during == ["open"]
    assert states == {1: "cancelled", 2: "cancelled", 3: "open"}
    assert third.state == "open"
    assert sorted(one.state for one in world.provider.charges.values()) == [
        "expired",
        "expired",
        "open",
    ]


def test_amount_that_cannot_be_taken_is_not_offered(world: World) -> None:
    offered = [methods.offered(world.desk, CHANNEL, Money(minor, "KWD")) for minor in (5120, 5124)]

    assert offered == [(CARD,), ()]


def test_decline_is_told(world: World) -> None:
    view = world.opened()
    told: list[UUID] = []
    desk = replace(world.desk, declined=told.append)
    now = int(world.now.timestamp())
    for kind, decline in (("payment_intent.payment_failed", "lost_card"), ("other", None)):
        body, headers = world.provider.make_event(kind, "cs_fake_1", now, decline=decline)
        inbox.receive(desk, "stripe", CHANNEL, body, headers)

    for notice in ProviderNotice.objects.all():
        inbox.handle(desk, notice.pk)

    assert told == [UUID(view.id)]
    assert charge_of(view.id).state == "open"
