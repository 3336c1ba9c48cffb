"""Capture and cancel pressed at the same moment, by many, and many workers that carry it out."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import transaction

from agentpay_plugin.charges import capture_requests
from agentpay_plugin.charges.ports import Asked
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.errors import OpenTransaction
from agentpay_plugin.models import Capture, Refund
from tests.charges.reserving import SESSION, amounts, hear, reserved, usd
from tests.charges.test_at_once import at_once, failures
from tests.charges.world import World, charge_of

pytestmark = pytest.mark.django_db(transaction=True)


def pressed(world: World, kind: str, minor: int) -> Asked:
    """A request that the shop has written down, and that we have not heard of."""
    ask = {"capture": world.shop.ask_capture, "release": world.shop.ask_release}[kind]
    hook = getattr(world.shop, f"{kind}_gateway")
    setattr(world.shop, f"{kind}_gateway", None)
    transaction_id = world.shop.transactions[0].id
    request = ask(transaction_id, usd(minor))
    setattr(world.shop, f"{kind}_gateway", hook)
    return Asked(request, transaction_id, usd(minor).amount, "USD", has_order=True)


def test_capture_and_cancel_cross(world: World) -> None:
    charge_id = reserved(world)
    captures = [pressed(world, "capture", minor) for minor in (5000, 3000, 3000)]
    releases = [pressed(world, "release", 5000) for _ in range(3)]

    outcomes = at_once(
        *[lambda one=one: capture_requests.ask_capture(world.desk, one) for one in captures],
        *[lambda one=one: capture_requests.ask_release(world.desk, one) for one in releases],
    )
    assert failures(outcomes) == []
    outcomes = at_once(*[lambda: settle(world.desk, UUID(charge_id))] * 4)
    world.sweep_later()

    taken = Capture.objects.filter(state="reported")
    by_us = Refund.objects.filter(reason="merchant", state="reported")
    assert failures(outcomes) == []
    assert (taken.count(), by_us.count()) in ((1, 0), (0, 1))
    assert world.asked("capture") + world.asked("release") == 1
    told = world.provider.charges[SESSION]
    assert amounts(world) == (0, told.captured.minor if told.captured else 0)
    assert charge_of(charge_id).state == "confirmed"
    kinds = [kind for kind, _, _ in world.reports()]
    for word in ("CHARGE", "CANCEL"):
        ends = kinds.count(f"{word}_SUCCESS") + kinds.count(f"{word}_FAILURE")
        let_go = Refund.objects.filter(reason="not_captured").count() if word == "CANCEL" else 0
        assert ends - let_go == kinds.count(f"{word}_REQUEST") == 3


def test_the_webhook_comes_while_we_capture(world: World) -> None:
    charge_id = reserved(world)
    capture_requests.ask_capture(world.desk, pressed(world, "capture", 3000))

    outcomes = at_once(
        *[lambda: settle(world.desk, UUID(charge_id))] * 3,
        *[lambda: hear(world, "charge.captured")] * 3,
    )
    world.sweep_later()

    assert failures(outcomes) == []
    assert Capture.objects.get().state == "reported"
    assert [kind for kind, _, _ in world.reports()] == [
        "AUTHORIZATION_SUCCESS", "CHARGE_REQUEST", "CHARGE_SUCCESS", "CANCEL_SUCCESS",
    ]  # fmt: skip
    assert amounts(world) == (0, 3000)


def test_no_transaction_is_open_while_it_is_asked_for(world: World) -> None:
    reserved(world)
    asked = pressed(world, "capture", 3000)

    with transaction.atomic(), pytest.raises(OpenTransaction):
        capture_requests.ask_capture(world.desk, asked)

    assert Capture.objects.count() == 0
