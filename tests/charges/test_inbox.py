"""Webhooks: proven, stored once, never believed."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

import pytest

from agentpay_plugin.charges import inbox
from agentpay_plugin.charges.ports import ProviderState
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.charges.sweep import sweep
from agentpay_plugin.errors import Busy, NotFound
from agentpay_plugin.lease import leased
from agentpay_plugin.models import Charge, ProviderNotice, Refund
from agentpay_plugin.money import Money
from agentpay_plugin.payments.fake import FakeProvider
from agentpay_plugin.settings import ChannelSettings
from tests.charges.world import CHANNEL, World, charge_of

pytestmark = pytest.mark.django_db(transaction=True)

COMPLETED = "checkout.session.completed"


def event(
    world: World, ref: str | None = "cs_fake_1", **kind: object
) -> tuple[bytes, dict[str, str]]:
    name = str(kind.pop("type", COMPLETED))
    return world.provider.make_event(name, ref, int(world.now.timestamp()), **kind)  # type: ignore[arg-type]


def receive(world: World, body: bytes, headers: Mapping[str, str], provider: str = "stripe") -> int:
    return inbox.receive(world.desk, provider, CHANNEL, body, headers)


def test_stored_once_woken_once(world: World) -> None:
    view = world.opened()
    body, headers = event(world)

    statuses = [receive(world, body, headers) for _ in range(20)]

    notice = ProviderNotice.objects.get()
    assert statuses == [200] * 20
    assert world.woken == [("agentpay.notice.handle", str(notice.pk))]
    assert (notice.type, notice.charge_ref, notice.reference) == (COMPLETED, "cs_fake_1", view.id)
    assert notice.handled_at is None
    assert charge_of(view.id).state == "open"


def test_each_event_of_one_call_is_stored_once(world: World) -> None:
    view = world.opened()
    bodies = [event(world, id=name)[0] for name in ("evt_1", "evt_2")]
    body, headers = world.provider.bundle(int(world.now.timestamp()), *bodies)

    statuses = [receive(world, body, headers) for _ in range(3)]

    stored = ProviderNotice.objects.order_by("pk")
    assert statuses == [200] * 3
    assert [(one.event_id, one.reference) for one in stored] == [
        ("evt_1", view.id),
        ("evt_2", view.id),
    ]
    assert world.woken == [("agentpay.notice.handle", str(one.pk)) for one in stored]


def test_an_authentic_call_without_any_event_is_answered_with_200(world: World) -> None:
    body, headers = world.provider.bundle(int(world.now.timestamp()))

    assert receive(world, body, headers) == 200
    assert not ProviderNotice.objects.exists()


def test_webhook_that_says_paid_is_not_believed(world: World) -> None:
    view = world.opened()
    body, headers = event(world)
    receive(world, body, headers)

    inbox.handle(world.desk, ProviderNotice.objects.get().pk)

    assert charge_of(view.id).state == "open"
    assert world.asked("read") == 1
    assert ProviderNotice.objects.get().handled_at == world.now
    assert world.reports() == []


def test_handled_once(world: World) -> None:
    world.opened()
    receive(world, *event(world))
    notice_id = ProviderNotice.objects.get().pk

    inbox.handle(world.desk, notice_id)
    inbox.handle(world.desk, notice_id)

    assert world.asked("read") == 1


@pytest.mark.parametrize("size", [1024 * 1024 + 1, 10 * 1024 * 1024])
def test_too_big(world: World, size: int) -> None:
    status = receive(world, b"x" * size, {})

    assert status == 413
    assert ProviderNotice.objects.count() == 0


def test_not_signed_by_the_provider(world: World) -> None:
    world.opened()
    body, headers = event(world)
    forged = FakeProvider(secret="another").make_event(COMPLETED, None, int(world.now.timestamp()))
    world.later(seconds=301)

    statuses = [
        receive(world, body, {}),
        receive(world, body + b" ", headers),
        receive(world, *forged),
        receive(world, body, headers),  # too old by now
    ]

    assert statuses == [400] * 4
    assert ProviderNotice.objects.count() == 0
    assert world.woken == []


def test_no_secret_no_endpoint(world: World) -> None:
    body, headers = event(world, None)
    world.with_settings(stripe_webhook_secret="")

    assert receive(world, body, headers) == 404
    assert ProviderNotice.objects.count() == 0


def test_unknown_provider_and_unknown_channel(world: World) -> None:
    def no_channel(channel: str) -> ChannelSettings:
        raise NotFound(channel)

    body, headers = event(world, None)
    nowhere = replace(world.desk, settings=no_channel)

    assert receive(world, body, headers, provider="paypal") == 404
    assert inbox.receive(nowhere, "stripe", "nowhere", body, headers) == 404
    assert ProviderNotice.objects.count() == 0


def test_kind_that_is_not_handled(world: World, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)

    status = receive(world, *event(world, None, type="customer.created", handled=False))

    assert status == 200
    assert ProviderNotice.objects.count() == 0
    assert "customer.created" in caplog.text


def test_event_of_the_other_mode(world: World) -> None:
    world.opened()
    world.with_settings(stripe_secret_key="sk_live_12345678")

    status = receive(world, *event(world))

    assert status == 200
    assert ProviderNotice.objects.count() == 0


def test_something_of_another_application(world: World) -> None:
    receive(world, *event(world, None))

    inbox.handle(world.desk, ProviderNotice.objects.get().pk)

    assert ProviderNotice.objects.get().handled_at == world.now
    assert world.provider.calls == []


def test_reference_that_we_do_not_know_is_given_up_after_hours(world: World) -> None:
    world.opened()
    receive(world, *event(world))
    Charge.objects.all().delete()

    inbox.handle(world.desk, ProviderNotice.objects.get().pk)
    waiting = ProviderNotice.objects.get()
    world.sweep_later(hours=7)

    assert (waiting.handled_at, waiting.tries) == (None, 1)
    assert ProviderNotice.objects.get().handled_at == world.now


def test_webhook_before_our_own_create_call_returned(world: World) -> None:
    cart = world.cart()
    early: list[str] = []
    create = world.provider.open

    def pay_before_it_returns(request):  # type: ignore[no-untyped-def]
        charge = create(request)
        world.provider.pay(charge.ref)
        receive(world, *event(world, charge.ref))
        with pytest.raises(Busy):
            inbox.handle(world.desk, ProviderNotice.objects.get().pk)
        early.append(charge_of(request.reference).state)
        return charge

    world.provider.open = pay_before_it_returns  # type: ignore[method-assign]

    view = world.chat.open(cart, "card", 1)
    notice = ProviderNotice.objects.get()
    again = world.woken[-1]
    inbox.handle(world.desk, notice.pk)

    assert early == ["opening"]
    assert again == ("agentpay.notice.handle", str(notice.pk))
    assert charge_of(view.id).state == "confirmed"
    assert world.reports() == [("CHARGE_SUCCESS", 999, "cs_fake_1")]
    assert world.told() == ["ordered"]


def test_provider_silent_while_handling(world: World) -> None:
    view = world.opened()
    world.pay(view.id)
    receive(world, *event(world))
    world.provider.fail_next("unavailable_before")

    inbox.handle(world.desk, ProviderNotice.objects.get().pk)
    waiting = ProviderNotice.objects.get().handled_at
    world.sweep_later(seconds=5)

    assert waiting is None
    assert ProviderNotice.objects.get().handled_at == world.now
    assert charge_of(view.id).state == "confirmed"


def test_another_worker_has_it(world: World) -> None:
    world.opened()
    receive(world, *event(world))
    notice_id = ProviderNotice.objects.get().pk

    with leased(ProviderNotice, notice_id, clock=world.desk.clock), pytest.raises(Busy):
        inbox.handle(world.desk, notice_id)

    assert ProviderNotice.objects.get().handled_at is None
    assert world.asked("read") == 0


def test_notice_whose_charge_is_being_worked_on_is_not_left_to_the_sweep(world: World) -> None:
    view = world.opened()
    world.pay(view.id)
    receive(world, *event(world))
    notice = ProviderNotice.objects.get()

    with leased(Charge, UUID(view.id), clock=world.desk.clock), pytest.raises(Busy):
        inbox.handle(world.desk, notice.pk)
    notice.refresh_from_db()
    waiting = (notice.handled_at, notice.lease_until, charge_of(view.id).state, world.reports())
    inbox.handle(world.desk, notice.pk)

    notice.refresh_from_db()
    assert waiting == (None, None, "open", [])
    assert notice.next_try_at > world.now  # for the sweep, should nobody come back
    assert notice.handled_at == world.now
    assert charge_of(view.id).state == "confirmed"


def test_late_payment_of_a_page_that_had_expired(world: World) -> None:
    view = world.opened()
    world.provider.expire("cs_fake_1")
    world.later(minutes=2)
    sweep(world.desk)
    expired = charge_of(view.id).state
    world.at_the_provider("cs_fake_1", state=ProviderState.PAID)
    receive(world, *event(world))

    inbox.handle(world.desk, ProviderNotice.objects.get().pk)

    assert expired == "expired"
    assert charge_of(view.id).state == "confirmed"
    assert world.reports() == [
        ("CHARGE_FAILURE", 999, "cs_fake_1"),
        ("CHARGE_SUCCESS", 999, "cs_fake_1"),
    ]
    assert world.told() == ["expired", "ordered"]


def test_decline_inside_an_open_session_changes_nothing(world: World) -> None:
    view = world.opened()
    receive(world, *event(world, type="payment_intent.payment_failed", decline="card_declined"))

    inbox.handle(world.desk, ProviderNotice.objects.get().pk)

    assert charge_of(view.id).state == "open"
    assert ProviderNotice.objects.get().decline == "card_declined"
    assert world.reports() == []
    assert world.told() == []


ELSEWHERE = "another-channel"


@pytest.mark.parametrize("known_by", ["reference", "charge_ref", "payment_ref"])
def test_charge_of_another_channel_is_left_to_its_own_endpoint(
    world: World, known_by: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    view = world.opened()
    world.pay(view.id)
    body, headers = event(world)
    statuses = [
        inbox.receive(world.desk, "stripe", channel, body, headers)
        for channel in (ELSEWHERE, CHANNEL)
    ]
    names = {"reference", "charge_ref", "payment_ref"} - {known_by}
    ProviderNotice.objects.update(**dict.fromkeys(names, ""))
    Charge.objects.update(payment_ref="pi_cs_fake_1")
    theirs = ProviderNotice.objects.get(channel=ELSEWHERE)
    calls = list(world.provider.calls)

    inbox.handle(world.desk, theirs.pk)
    untouched = (charge_of(view.id).state, world.reports(), world.provider.calls == calls)
    inbox.handle(world.desk, ProviderNotice.objects.get(channel=CHANNEL).pk)

    assert statuses == [200, 200]
    assert untouched == ("open", [], True)
    assert f"notice {theirs.pk} is for the endpoint of another channel" in caplog.text
    assert ProviderNotice.objects.filter(handled_at=world.now).count() == 2
    assert charge_of(view.id).state == "confirmed"
    assert world.reports() == [("CHARGE_SUCCESS", 999, "cs_fake_1")]


def test_refund_of_another_channels_charge_is_left_to_its_own_endpoint(world: World) -> None:
    view = world.opened()
    world.pay(view.id)
    settle(world.desk, UUID(view.id))
    refund = world.provider.give_back("cs_fake_1", Money(999, "USD")).ref
    body, headers = event(world, refund=refund, type="refund.created")
    inbox.receive(world.desk, "stripe", ELSEWHERE, body, headers)

    inbox.handle(world.desk, ProviderNotice.objects.get().pk)

    assert ProviderNotice.objects.get().handled_at == world.now
    assert (world.asked("refunds_of"), Refund.objects.count()) == (0, 0)
    assert world.reports() == [("CHARGE_SUCCESS", 999, "cs_fake_1")]


def test_old_notices_go_those_that_wait_stay(world: World) -> None:
    world.opened()
    for number in range(4):
        receive(world, *event(world, id=f"evt_{number}"))
    first, *rest = ProviderNotice.objects.order_by("pk")
    for notice in rest:
        inbox.handle(world.desk, notice.pk)
    world.later(days=90)
    kept = inbox.forget_old(world.desk)
    world.later(seconds=1)

    dropped = [inbox.forget_old(world.desk, limit=2) for _ in range(3)]

    assert (kept, dropped) == (0, [2, 1, 0])
    assert list(ProviderNotice.objects.values_list("pk", flat=True)) == [first.pk]


def test_one_that_comes_again_after_it_was_dropped_changes_nothing(world: World) -> None:
    view = world.opened()
    world.pay(view.id)
    receive(world, *event(world, id="evt_1"))
    inbox.handle(world.desk, ProviderNotice.objects.get().pk)
    world.later(days=91)
    inbox.forget_old(world.desk)

    receive(world, *event(world, id="evt_1"))
    inbox.handle(world.desk, ProviderNotice.objects.get().pk)

    assert world.reports() == [("CHARGE_SUCCESS", 999, "cs_fake_1")]
    assert (charge_of(view.id).state, len(world.shop.placed)) == ("confirmed", 1)
