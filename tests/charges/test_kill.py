"""A process dies at each named checkpoint; its lease runs out; one sweep: as if nothing had happened."""

from __future__ import annotations

from uuid import UUID

import pytest

from agentpay_plugin.charges import inbox
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.errors import Busy
from agentpay_plugin.models import Charge, ProviderNotice, Refund
from agentpay_plugin.money import Money
from tests.charges.world import CHANNEL, Killed, World, charge_of

pytestmark = pytest.mark.django_db(transaction=True)

OPENING = ["open.row_committed", "open.provider_created", "open.answer_stored"]
SETTLING = ["settle.paid", "settle.reported", "settle.completed", "settle.confirmed"]
REFUNDING = ["refund.row_committed", "refund.provider_refunded", "refund.reported"]


@pytest.mark.parametrize("checkpoint", OPENING)
def test_killed_while_opening(world: World, checkpoint: str) -> None:
    cart = world.cart()
    world.die_at = checkpoint
    with pytest.raises(Killed):
        world.chat.open(cart, "card", 1)

    world.sweep_later()
    view = world.chat.open(cart, "card", 1)

    assert view.state == "open"
    assert (len(world.provider.charges), Charge.objects.count()) == (1, 1)
    world.pay(view.id)
    settle(world.desk, UUID(view.id))
    assert world.reports() == [("CHARGE_SUCCESS", 999, "cs_fake_1")]
    assert len(world.shop.placed) == 1


@pytest.mark.parametrize("checkpoint", OPENING[:2])
def test_sweep_tells_of_a_page_whose_opener_died(world: World, checkpoint: str) -> None:
    world.die_at = checkpoint
    with pytest.raises(Killed):
        world.chat.open(world.cart(), "card", 1)

    world.sweep_later()

    (charge,) = Charge.objects.all()
    assert (charge.state, charge.page_url) == ("open", "https://pay.example/cs_fake_1")
    assert world.changes == [(charge.pk, "open")]


@pytest.mark.parametrize("checkpoint", OPENING)
def test_storefront_repeats_its_key_after_a_kill(world: World, checkpoint: str) -> None:
    cart = world.cart()
    world.die_at = checkpoint
    with pytest.raises(Killed):
        world.shop.books().initialize(
            cart.id, Money(999, "USD"), "storefront-key", {"method": "card"}
        )

    busy = world.storefront(cart.id, "9.99")
    world.later(seconds=61)
    answer = world.storefront(cart.id, "9.99")

    assert busy["result"] == "CHARGE_ACTION_REQUIRED"
    assert ("pspReference" in busy) is (checkpoint == "open.answer_stored")
    assert (answer["result"], answer["pspReference"]) == ("CHARGE_ACTION_REQUIRED", "cs_fake_1")
    assert len(world.provider.charges) == 1


@pytest.mark.parametrize("checkpoint", SETTLING)
def test_killed_while_settling(world: World, checkpoint: str) -> None:
    view = world.opened()
    world.pay(view.id)
    notice_id = notice(world)
    world.die_at = checkpoint
    with pytest.raises(Killed):
        inbox.handle(world.desk, notice_id)
    early = world.sweep_later(seconds=30)

    swept = world.sweep_later(seconds=31)

    charge = charge_of(view.id)
    assert (early.notices, early.charges) == (0, 0)
    assert (swept.notices, swept.failed) == (1, 0)
    assert (charge.state, charge.next_check_at, charge.request) == ("confirmed", None, None)
    assert world.reports() == [("CHARGE_SUCCESS", 999, "cs_fake_1")]
    assert len(world.shop.placed) == 1
    assert world.told() == ["ordered"]
    assert world.asked("open") == 1
    assert ProviderNotice.objects.get().handled_at == world.now


@pytest.mark.parametrize("checkpoint", SETTLING)
def test_killed_while_settling_without_a_webhook(world: World, checkpoint: str) -> None:
    view = world.opened()
    world.pay(view.id)
    world.die_at = checkpoint
    with pytest.raises(Killed):
        settle(world.desk, UUID(view.id))
    with pytest.raises(Busy):
        settle(world.desk, UUID(view.id))

    world.sweep_later()

    assert charge_of(view.id).state == "confirmed"
    assert world.reports() == [("CHARGE_SUCCESS", 999, "cs_fake_1")]
    assert len(world.shop.placed) == 1
    assert world.told() == ["ordered"]


@pytest.mark.parametrize("checkpoint", REFUNDING)
def test_killed_while_refunding(world: World, checkpoint: str) -> None:
    view = world.opened(world.cart("variant-hoodie"))
    world.pay(view.id)
    world.shop.sell_out("variant-hoodie")
    settle(world.desk, UUID(view.id))
    world.later(seconds=30)
    world.die_at = checkpoint
    with pytest.raises(Killed):
        settle(world.desk, UUID(view.id))

    world.sweep_later()

    assert charge_of(view.id).state == "refunded"
    assert [refund.amount for refund in world.provider.refunds.values()] == [Money(5000, "USD")]
    assert world.reports() == [
        ("CHARGE_SUCCESS", 5000, "cs_fake_1"),
        ("REFUND_REQUEST", 5000, "refund"),
        ("REFUND_SUCCESS", 5000, "refund"),
    ]
    assert Refund.objects.get().state == "reported"
    assert world.told() == ["paid", "refunded"]
    assert world.shop.placed == ()


@pytest.mark.parametrize("checkpoint", [*SETTLING, *REFUNDING])
def test_killed_while_giving_the_difference_back(world: World, checkpoint: str) -> None:
    view = world.opened(world.cart("variant-hoodie"))
    world.pay(view.id)
    world.shop.set_price("variant-hoodie", Money(4400, "USD"))
    world.die_at = checkpoint
    with pytest.raises(Killed):
        settle(world.desk, UUID(view.id))

    world.sweep_later()

    assert charge_of(view.id).state == "confirmed"
    assert [order.charge_status for order in world.shop.placed] == ["FULL"]
    assert [refund.amount for refund in world.provider.refunds.values()] == [Money(100, "USD")]
    assert world.reports() == [
        ("CHARGE_SUCCESS", 5000, "cs_fake_1"),
        ("REFUND_SUCCESS", 100, "refund"),
    ]
    assert world.told() == ["ordered"]


def notice(world: World) -> int:
    body, headers = world.provider.make_event(
        "checkout.session.completed", "cs_fake_1", int(world.now.timestamp())
    )
    assert inbox.receive(world.desk, "stripe", CHANNEL, body, headers) == 200
    return ProviderNotice.objects.get().pk
