"""A process dies at each checkpoint while money is reserved, captured or let go: one sweep, as if nothing had happened."""

from __future__ import annotations

from uuid import UUID

import pytest

from agentpay_plugin.charges.settle import settle
from agentpay_plugin.models import Capture, Refund
from tests.charges.reserving import (
    CALL_OFF,
    CALLED_OFF,
    CAPTURE,
    CAPTURED,
    RESERVED,
    SESSION,
    amounts,
    bought,
    call_off,
    capture,
    reserved,
    usd,
)
from tests.charges.world import Killed, World, charge_of

pytestmark = pytest.mark.django_db(transaction=True)

CHECKPOINTS = [
    "capture.row_committed",
    "capture.accepted",
    "capture.provider_captured",
    "capture.reported",
    "settle.confirmed",
]


@pytest.mark.parametrize("checkpoint", CHECKPOINTS)
def test_killed_while_capturing(world: World, checkpoint: str) -> None:
    charge_id = reserved(world)
    world.die_at = checkpoint
    with pytest.raises(Killed):
        capture(world, charge_id)

    world.sweep_later()

    assert world.reports() == [RESERVED, CAPTURE, CAPTURED]
    assert world.provider.charges[SESSION].captured == usd(5000)
    assert Capture.objects.get().state == "reported"
    assert (amounts(world), charge_of(charge_id).state) == ((0, 5000), "confirmed")


@pytest.mark.parametrize(
    "checkpoint",
    ["refund.row_committed", "refund.accepted", "release.provider_released", "refund.reported"],
)
def test_killed_while_letting_go(world: World, checkpoint: str) -> None:
    charge_id = reserved(world)
    world.die_at = checkpoint
    with pytest.raises(Killed):
        call_off(world, charge_id)

    world.sweep_later()

    assert world.reports() == [RESERVED, CALL_OFF, CALLED_OFF]
    assert Refund.objects.get().state == "reported"
    assert (amounts(world), charge_of(charge_id).state) == ((0, 0), "confirmed")


@pytest.mark.parametrize("checkpoint", ["settle.paid", "settle.reported", "settle.completed"])
def test_killed_while_it_becomes_an_order(world: World, checkpoint: str) -> None:
    charge_id = bought(world)
    world.die_at = checkpoint
    with pytest.raises(Killed):
        settle(world.desk, UUID(charge_id))

    world.sweep_later()

    assert world.reports() == [RESERVED]
    assert (len(world.shop.placed), charge_of(charge_id).state) == (1, "reserved")
    assert amounts(world) == (5000, 0)


def test_the_shop_dies_while_it_adds_up(world: World) -> None:
    charge_id = reserved(world)
    world.shop.ask_capture(world.shop.transactions[0].id, usd(5000))
    world.shop.die_in_report()

    world.sweep_later()
    world.sweep_later()

    assert world.reports() == [RESERVED, CAPTURE, CAPTURED]
    assert (amounts(world), charge_of(charge_id).state) == ((0, 5000), "confirmed")
