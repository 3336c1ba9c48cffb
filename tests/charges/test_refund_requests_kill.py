"""Money asked back in the shop, and a process that dies at each checkpoint: one sweep, as if nothing had happened."""

from __future__ import annotations

from uuid import UUID

import pytest

from agentpay_plugin.charges.settle import settle
from agentpay_plugin.models import Charge, Refund
from agentpay_plugin.money import Money
from tests.charges.given_back import PAID, confirmed, kept
from tests.charges.world import Killed, World, charge_of

pytestmark = pytest.mark.django_db(transaction=True)

ASKING = ["refund.row_committed", "refund.accepted"]
CARRYING = [*ASKING, "refund.provider_refunded", "refund.reported", "settle.confirmed"]


def ask(world: World, minor: int) -> None:
    world.shop.ask_back(world.shop.transactions[0].id, Money(minor, "USD"))


def assert_given_back_once(world: World, charge_id: str) -> None:
    assert world.reports() == [
        PAID,
        ("REFUND_REQUEST", 2000, "refund"),
        ("REFUND_SUCCESS", 2000, "refund"),
    ]
    assert [one.amount for one in world.provider.refunds.values()] == [Money(2000, "USD")]
    assert Refund.objects.get().state == "reported"
    assert (charge_of(charge_id).state, charge_of(charge_id).next_check_at) == ("confirmed", None)
    assert kept(charge_id) == (3000, 3000)
    assert world.shop.transactions[0].charged == Money(3000, "USD")
    assert world.told() == ["ordered"]


@pytest.mark.parametrize("checkpoint", ASKING)
def test_killed_while_asking(world: World, checkpoint: str) -> None:
    charge_id = confirmed(world)
    world.die_at = checkpoint
    with pytest.raises(Killed):
        ask(world, 2000)

    world.sweep_later()

    assert_given_back_once(world, charge_id)


@pytest.mark.parametrize("checkpoint", CARRYING)
def test_killed_while_carrying(world: World, checkpoint: str) -> None:
    charge_id = confirmed(world)
    ask(world, 2000)
    world.die_at = checkpoint
    with pytest.raises(Killed):
        settle(world.desk, UUID(charge_id))

    world.sweep_later()

    assert_given_back_once(world, charge_id)


@pytest.mark.parametrize("checkpoint", ["refund.reported", "settle.confirmed"])
def test_killed_while_telling_of_a_refusal(world: World, checkpoint: str) -> None:
    charge_id = confirmed(world)
    ask(world, 2000)
    world.provider.fail_next("refuse", times=2)
    world.die_at = checkpoint
    with pytest.raises(Killed):
        settle(world.desk, UUID(charge_id))

    world.sweep_later()

    assert world.reports()[1:] == [
        ("REFUND_REQUEST", 2000, "refund"),
        ("REFUND_FAILURE", 2000, "refund"),
    ]
    assert (Refund.objects.get().state, charge_of(charge_id).state) == ("failed", "confirmed")
    assert kept(charge_id) == (5000, 5000)
    assert world.provider.refunds == {}


@pytest.mark.parametrize("checkpoint", ASKING)
def test_killed_while_releasing(world: World, checkpoint: str) -> None:
    world.storefront(world.cart("variant-hoodie").id, "50.00")
    charge = Charge.objects.get()
    world.pay(str(charge.pk))
    settle(world.desk, charge.pk)
    world.die_at = checkpoint
    with pytest.raises(Killed):
        ask(world, 5000)

    world.sweep_later()

    assert world.reports()[1:] == [
        ("REFUND_REQUEST", 5000, "refund"),
        ("REFUND_SUCCESS", 5000, "refund"),
    ]
    assert charge_of(str(charge.pk)).state == "refunded"
    assert world.asked("refund") == 1
    assert world.shop.placed == ()
