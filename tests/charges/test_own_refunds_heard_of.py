"""Webhooks about refunds of our own: never reported twice, never taken for the merchant's."""

from __future__ import annotations

from uuid import UUID

import pytest

from agentpay_plugin.charges import inbox
from agentpay_plugin.charges.ports import RefundState
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.models import ProviderNotice, Refund
from agentpay_plugin.money import Money
from tests.charges.given_back import PAID, bought, give_back, hear, notice
from tests.charges.world import Killed, World, charge_of

pytestmark = pytest.mark.django_db(transaction=True)

ASKED = ("REFUND_REQUEST", 5000, "refund")
BACK = ("REFUND_SUCCESS", 5000, "refund")
KINDS = ("charge.refunded", "refund.created", "refund.updated")


def sold_out(world: World) -> str:
    charge_id = bought(world)
    world.shop.sell_out("variant-hoodie")
    settle(world.desk, UUID(charge_id))
    world.later(seconds=30)
    return charge_id


def cheaper(world: World) -> str:
    charge_id = bought(world)
    world.shop.set_price("variant-hoodie", Money(4400, "USD"))
    return charge_id


def test_reported_once(world: World) -> None:
    charge_id = sold_out(world)
    settle(world.desk, UUID(charge_id))

    for kind in KINDS:
        hear(world, "re_fake_1", kind)

    assert world.reports() == [PAID, ASKED, BACK]
    assert Refund.objects.get().reason == "insufficient_stock"
    assert charge_of(charge_id).state == "refunded"
    assert ProviderNotice.objects.filter(handled_at=world.now).count() == 3
    assert world.told() == ["paid", "refunded"]


@pytest.mark.parametrize("checkpoint", ["refund.provider_refunded", "refund.reported"])
def test_heard_of_before_its_answer_was_stored(world: World, checkpoint: str) -> None:
    charge_id = sold_out(world)
    world.die_at = checkpoint
    with pytest.raises(Killed):
        settle(world.desk, UUID(charge_id))
    early = hear(world, "re_fake_1")
    stored = Refund.objects.get()

    world.sweep_later()

    assert early.handled_at is None
    assert stored.provider_ref == (None if checkpoint.endswith("refunded") else "re_fake_1")
    assert (Refund.objects.get().state, Refund.objects.get().reason) == (
        "reported",
        "insufficient_stock",
    )
    assert world.reports() == [PAID, ASKED, BACK]
    assert (len(world.provider.refunds), charge_of(charge_id).state) == (1, "refunded")
    assert ProviderNotice.objects.get().handled_at == world.now


def test_heard_of_while_its_answer_is_awaited(world: World) -> None:
    charge_id = sold_out(world)
    refund = world.provider.refund
    early: list[ProviderNotice] = []

    def tell_before_it_returns(charge, amount, key):  # type: ignore[no-untyped-def]
        given = refund(charge, amount, key)
        early.append(hear(world, given.ref))
        return given

    world.provider.refund = tell_before_it_returns  # type: ignore[method-assign]
    settle(world.desk, UUID(charge_id))
    world.sweep_later()

    assert early[0].handled_at is None
    assert world.reports() == [PAID, ASKED, BACK]
    assert Refund.objects.get().state == "reported"
    assert ProviderNotice.objects.get().handled_at == world.now


def test_heard_of_while_it_is_on_its_way(world: World) -> None:
    charge_id = sold_out(world)
    refund = world.provider.refund

    def takes_days(charge, amount, key):  # type: ignore[no-untyped-def]
        return world.provider.move_refund(refund(charge, amount, key).ref, RefundState.PENDING)

    world.provider.refund = takes_days  # type: ignore[method-assign]
    settle(world.desk, UUID(charge_id))

    handled = hear(world, "re_fake_1")
    waiting = (charge_of(charge_id).state, Refund.objects.get().state, world.reports())
    world.provider.move_refund("re_fake_1", RefundState.SUCCEEDED)
    hear(world, "re_fake_1", "refund.updated")

    assert handled.handled_at == world.now
    assert waiting == ("refunding", "pending", [PAID, ASKED])
    assert world.reports() == [PAID, ASKED, BACK]
    assert (charge_of(charge_id).state, Refund.objects.count()) == ("refunded", 1)


def test_refused_at_last_though_an_earlier_try_had_done_it(world: World) -> None:
    charge_id = sold_out(world)
    refund, tries = world.provider.refund, []

    def answers_late(charge, amount, key):  # type: ignore[no-untyped-def]
        tries.append(key)
        if len(tries) == 1:
            world.provider.fail_next("unavailable_after_work")
        else:
            world.provider.fail_next("refuse")
        return refund(charge, amount, key)

    world.provider.refund = answers_late  # type: ignore[method-assign]
    world.sweep_later()
    world.sweep_later()
    held = (charge_of(charge_id).state, Refund.objects.get().state, world.reports())

    hear(world, "re_fake_1", "charge.refunded")

    failure = ("REFUND_FAILURE", 5000, "refund")
    assert held == ("held", "failed", [PAID, ASKED, failure])
    assert world.reports() == [PAID, ASKED, failure, BACK]
    assert world.shop.transactions[0].charged == Money(0, "USD")
    assert (Refund.objects.get().state, Refund.objects.get().provider_ref) == (
        "reported",
        "re_fake_1",
    )
    assert charge_of(charge_id).state == "refunded"
    assert [state for _, state in world.changes] == ["paid", "refunded", "held", "refunded"]


def test_turned_down_after_it_had_succeeded(world: World) -> None:
    charge_id = sold_out(world)
    settle(world.desk, UUID(charge_id))
    world.provider.move_refund("re_fake_1", RefundState.FAILED)

    hear(world, "re_fake_1", "refund.failed")
    hear(world, "re_fake_1", "refund.updated")

    assert world.reports() == [PAID, ASKED, BACK, ("REFUND_FAILURE", 5000, "refund")]
    assert (charge_of(charge_id).state, charge_of(charge_id).reason) == ("held", "refund_failed")
    assert Refund.objects.get().state == "failed"
    assert world.told() == ["paid", "refunded", "held"]
    assert world.asked("refund") == 1


def test_difference_that_is_turned_down_keeps_the_order_and_is_named(world: World) -> None:
    charge_id = cheaper(world)
    settle(world.desk, UUID(charge_id))
    world.provider.move_refund("re_fake_1", RefundState.FAILED)

    hear(world, "re_fake_1", "refund.failed")

    assert (charge_of(charge_id).state, charge_of(charge_id).reason) == (
        "confirmed",
        "refund_failed",
    )
    assert world.reports()[1:] == [
        ("REFUND_SUCCESS", 100, "refund"),
        ("REFUND_FAILURE", 100, "refund"),
    ]
    assert world.told() == ["ordered"]


def test_beside_one_of_the_merchants(world: World) -> None:
    charge_id = cheaper(world)
    settle(world.desk, UUID(charge_id))

    hear(world, give_back(world, 900))

    assert world.reports()[1:] == [
        ("REFUND_SUCCESS", 100, "refund"),
        ("REFUND_SUCCESS", 900, "re_fake_2"),
    ]
    assert [(one.reason, one.state) for one in Refund.objects.order_by("provider_ref")] == [
        ("overpaid", "reported"),
        ("at_provider", "reported"),
    ]
    assert charge_of(charge_id).kept_minor == 4000
    assert world.chat.ask(charge_id).refunded == Money(1000, "USD")


def test_merchant_was_quicker(world: World) -> None:
    charge_id = sold_out(world)
    give_back(world, 5000)
    settle(world.desk, UUID(charge_id))
    held = (charge_of(charge_id).state, charge_of(charge_id).reason)

    stored = notice(world, "re_fake_1")
    inbox.handle(world.desk, stored.pk)

    assert held == ("held", "refund_failed")
    assert charge_of(charge_id).state == "refunded"
    assert world.reports() == [
        PAID,
        ASKED,
        ("REFUND_FAILURE", 5000, "refund"),
        ("REFUND_SUCCESS", 5000, "re_fake_1"),
    ]
    assert world.shop.transactions[0].charged == Money(0, "USD")
    assert len(world.provider.refunds) == 1
    assert world.told() == ["paid", "held", "refunded"]
