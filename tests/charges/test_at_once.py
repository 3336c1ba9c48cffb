"""Many workers at once, on a real database: exact counts of everything that matters."""

from __future__ import annotations

from collections.abc import Callable
from threading import Barrier, Thread
from uuid import UUID

import pytest
from django.db import connection

from agentpay_plugin.charges import at_provider, inbox, pulse
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.charges.sweep import sweep
from agentpay_plugin.errors import Busy
from agentpay_plugin.models import Charge, PaidOrder, ProviderNotice, Refund
from agentpay_plugin.money import Money
from tests.charges.given_back import PAID, confirmed, give_back
from tests.charges.world import CHANNEL, World, charge_of

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*works: Callable[[], object]) -> list[object]:
    """Run all works at the same time; returns what each returned or raised, in order."""
    barrier, outcomes = Barrier(len(works)), [None] * len(works)  # type: ignore[var-annotated]

    def run(number: int) -> None:
        barrier.wait()
        try:
            outcomes[number] = works[number]()
        except Exception as error:  # noqa: BLE001 handed to the test
            outcomes[number] = error
        finally:
            connection.close()

    threads = [Thread(target=run, args=(number,)) for number in range(len(works))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def failures(outcomes: list[object]) -> list[object]:
    return [one for one in outcomes if isinstance(one, Exception) and not isinstance(one, Busy)]


def assert_bought_once(world: World, charge_id: str) -> None:
    assert charge_of(charge_id).state == "confirmed"
    assert [order.charge_status for order in world.shop.placed] == ["FULL"]
    assert world.reports() == [("CHARGE_SUCCESS", 999, "cs_fake_1")]
    assert world.asked("open") == 1
    assert Refund.objects.count() == 0
    assert world.told() == ["ordered"]
    assert len(world.changes) == 1


def test_every_webhook_twenty_times_at_once_and_out_of_order(world: World) -> None:
    view = world.opened()
    now = int(world.now.timestamp())
    kinds = ("checkout.session.completed", "payment_intent.payment_failed", "charge.updated")
    events = [world.provider.make_event(kind, "cs_fake_1", now) for kind in reversed(kinds)]
    world.pay(view.id)

    def deliver(body: bytes, headers: dict[str, str]) -> Callable[[], object]:
        return lambda: inbox.receive(world.desk, "stripe", CHANNEL, body, headers)

    statuses = at_once(*(deliver(*event) for event in events * 20))
    notices = list(ProviderNotice.objects.values_list("pk", flat=True))
    handled = at_once(*(lambda n=n: inbox.handle(world.desk, n) for n in notices * 5))  # type: ignore[misc]
    world.sweep_later(minutes=5)

    assert statuses == [200] * 60
    assert len(notices) == len(world.woken) == 3
    assert failures(handled) == []
    assert ProviderNotice.objects.filter(handled_at=None).count() == 0
    assert_bought_once(world, view.id)


def test_settling_races_settling(world: World) -> None:
    view = world.opened()
    world.pay(view.id)

    outcomes = at_once(*[lambda: settle(world.desk, UUID(view.id))] * 8)

    assert failures(outcomes) == []
    assert None in outcomes
    assert_bought_once(world, view.id)
    assert world.asked("read") == 1


def test_settling_races_the_shops_own_completion(world: World) -> None:
    cart = world.cart()
    world.storefront(cart.id, "9.99")
    charge = Charge.objects.get()
    world.pay(str(charge.pk))
    settle(world.desk, charge.pk)
    world.later(minutes=5)

    at_once(
        lambda: settle(world.desk, charge.pk),
        lambda: world.shop.books().complete(cart.id),
        lambda: sweep(world.desk),
    )

    assert charge_of(str(charge.pk)).state == "confirmed"
    assert len(world.shop.placed) == 1
    assert world.reports() == [("CHARGE_SUCCESS", 999, "cs_fake_1")]
    assert world.told() == ["paid", "ordered"]


def test_initialize_twice_at_once_with_one_key(world: World) -> None:
    cart = world.cart()

    def initialize() -> object:
        return world.shop.books().initialize(
            cart.id, Money(999, "USD"), "storefront-key", {"method": "card"}
        )

    outcomes = at_once(*[initialize] * 6)
    answer = world.storefront(cart.id, "9.99")

    assert failures(outcomes) == []
    assert Charge.objects.count() == 1
    assert len(world.provider.charges) == world.asked("open") == 1
    assert {one["result"] for one in world.answers} == {"CHARGE_ACTION_REQUIRED"}
    assert answer["pspReference"] == "cs_fake_1"


def test_one_attempt_opened_twice_at_once(world: World) -> None:
    cart = world.cart()

    outcomes = at_once(*[lambda: world.chat.open(cart, "card", 1)] * 6)

    assert failures(outcomes) == []
    assert Charge.objects.count() == 1
    assert len(world.provider.charges) == 1
    assert len(world.shop.transactions) == 1
    assert world.chat.open(cart, "card", 1).state == "open"


def test_paying_races_closing(world: World) -> None:
    view = world.opened()
    world.pay(view.id)

    outcomes = at_once(
        lambda: world.chat.close(view.id),
        lambda: settle(world.desk, UUID(view.id)),
        lambda: world.chat.ask(view.id),
    )
    world.sweep_later()

    assert failures(outcomes) == []
    assert charge_of(view.id).state == "confirmed"
    assert world.reports() == [("CHARGE_SUCCESS", 999, "cs_fake_1")]


def test_many_paid_charges_of_one_checkout_settle_at_once(world: World) -> None:
    cart = world.cart()
    for number in range(5):
        world.storefront(cart.id, "9.99", key=f"key-{number}")
    world.with_settings(storefront_grace=0)
    charges = list(Charge.objects.values_list("pk", flat=True))
    for charge_id in charges:
        world.pay(str(charge_id))

    outcomes = at_once(*(lambda c=c: settle(world.desk, c) for c in charges))  # type: ignore[misc]
    world.sweep_later()

    assert failures(outcomes) == []
    assert (
        sorted(Charge.objects.values_list("state", flat=True)) == ["confirmed"] + ["refunded"] * 4
    )
    assert PaidOrder.objects.get().kept_minor == 999
    assert [order.charge_status for order in world.shop.placed] == ["FULL"]
    kinds = [kind for kind, _, _ in world.reports()]
    assert (kinds.count("CHARGE_SUCCESS"), kinds.count("REFUND_SUCCESS")) == (5, 4)
    assert len(world.provider.refunds) == world.asked("refund") == 4


def test_sweeps_at_once(world: World) -> None:
    for number in range(4):
        world.conversation_id = UUID(int=number)
        view = world.opened(world.cart())
        world.pay(view.id)
    world.later(seconds=61)

    outcomes = at_once(*[lambda: sweep(world.desk)] * 4)
    world.sweep_later()

    assert failures(outcomes) == []
    assert set(Charge.objects.values_list("state", flat=True)) == {"confirmed"}
    assert len(world.shop.placed) == 4
    assert len(world.reports()) == len(world.changes) == 4


def test_one_of_many_claims_the_pulse(world: World) -> None:
    outcomes = at_once(*[lambda: pulse.claim("sweep", 60, world.now)] * 8)

    assert outcomes.count(True) == 1
    assert failures(outcomes) == []


def test_every_refund_webhook_twenty_times_at_once_and_out_of_order(world: World) -> None:
    charge_id = confirmed(world)
    refs = [give_back(world, minor) for minor in (2000, 500)]
    now = int(world.now.timestamp())
    kinds = {"refund.updated": 1, "charge.refunded": 0, "refund.created": 0}
    events = [
        world.provider.make_event(kind, "cs_fake_1", now, refund=refs[number])
        for kind, number in kinds.items()
    ]

    def deliver(body: bytes, headers: dict[str, str]) -> Callable[[], object]:
        return lambda: inbox.receive(world.desk, "stripe", CHANNEL, body, headers)

    statuses = at_once(*(deliver(*event) for event in events * 20))
    notices = list(ProviderNotice.objects.values_list("pk", flat=True))
    handled = at_once(*(lambda n=n: inbox.handle(world.desk, n) for n in notices * 7))  # type: ignore[misc]
    world.sweep_later(minutes=5)

    assert statuses == [200] * 60
    assert len(notices) == 3
    assert failures(handled) == []
    assert ProviderNotice.objects.filter(handled_at=None).count() == 0
    assert sorted(world.reports()) == [
        PAID,
        ("REFUND_SUCCESS", 500, "re_fake_2"),
        ("REFUND_SUCCESS", 2000, "re_fake_1"),
    ]
    assert list(Refund.objects.values_list("state", flat=True)) == ["reported"] * 2
    assert (charge_of(charge_id).kept_minor, PaidOrder.objects.get().kept_minor) == (2500, 2500)
    assert world.told() == ["ordered"]


def test_workers_that_all_hold_the_lease_write_a_refund_down_once(world: World) -> None:
    charge_id = confirmed(world)
    give_back(world, 2000)
    charge = charge_of(charge_id)

    def take() -> object:
        # As after a lease that ran out: nobody is kept away.
        Charge.objects.filter(pk=charge.pk).update(lease_until=None)
        return at_provider.follow(world.desk, charge.pk)

    outcomes = at_once(*[take] * 8)
    at_provider.follow(world.desk, charge.pk)

    assert failures(outcomes) == []
    assert Refund.objects.get().state == "reported"
    assert world.reports() == [PAID, ("REFUND_SUCCESS", 2000, "re_fake_1")]
    assert (charge_of(charge_id).kept_minor, PaidOrder.objects.get().kept_minor) == (3000, 3000)


def test_giving_back_races_the_order(world: World) -> None:
    for minor in (1000, 2000, 3000):
        world.conversation_id = UUID(int=minor)
        view = world.opened(world.cart("variant-hoodie"))
        world.pay(view.id)
        ref = charge_of(view.id).provider_ref or ""
        refund = world.provider.give_back(ref, Money(minor, "USD")).ref
        now = int(world.now.timestamp())
        body, headers = world.provider.make_event("refund.created", ref, now, refund=refund)
        inbox.receive(world.desk, "stripe", CHANNEL, body, headers)
        notice_id = ProviderNotice.objects.latest("pk").pk

        outcomes = at_once(
            lambda charge_id=view.id: settle(world.desk, UUID(charge_id)),  # type: ignore[misc]
            lambda notice_id=notice_id: inbox.handle(world.desk, notice_id),  # type: ignore[misc]
            lambda: sweep(world.desk),
        )
        world.sweep_later(minutes=5)

        assert failures(outcomes) == []
        assert charge_of(view.id).state == "confirmed"
        assert charge_of(view.id).kept_minor == 5000 - minor
        assert PaidOrder.objects.get(pk=charge_of(view.id).order_id).kept_minor == 5000 - minor
    assert sorted(kind for kind, _, _ in world.reports()) == (
        ["CHARGE_SUCCESS"] * 3 + ["REFUND_SUCCESS"] * 3
    )
    assert world.asked("refund") == 0
