"""The operator's commands: what they print, what they change, and their exit status."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.management import CommandError, call_command

from agentpay_plugin.charges import inbox, opening, pulse
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.charges.sweep import sweep
from agentpay_plugin.hosting.concerns import concerns
from agentpay_plugin.lease import leased
from agentpay_plugin.models import Charge, Conversation, ProviderNotice, Turn
from tests.charges import operator_host
from tests.charges.world import CHANNEL, World, charge_of

pytestmark = pytest.mark.django_db(transaction=True)

TIME = ("--since", "2026-11-01", "--until", "2026-12-31", "--rate", "50")


@pytest.fixture(autouse=True)
def hosted(world: World, settings: Any) -> Iterator[None]:
    settings.AGENTPAY_HOST_MODULE = "tests.charges.operator_host"
    operator_host.worlds.append(world)
    yield
    operator_host.worlds.clear()


def run(*words: str) -> tuple[int, list[str]]:
    """Run a command; returns its exit status and the lines it printed."""
    out, status = StringIO(), 0
    try:
        call_command(*words, stdout=out, stderr=StringIO())
    except SystemExit as end:
        status = int(end.code or 0)
    return status, out.getvalue().splitlines()


def health() -> tuple[int, dict[str, Any]]:
    status, lines = run("agentpay_health", "--json")
    return status, json.loads("\n".join(lines))


def heard(world: World, ref: str = "cs_fake_1") -> ProviderNotice:
    """Receive a webhook about a charge."""
    now = int(world.now.timestamp())
    body, headers = world.provider.make_event("checkout.session.completed", ref, now)
    assert inbox.receive(world.desk, "stripe", CHANNEL, body, headers) == 200
    return ProviderNotice.objects.latest("pk")


def bought(world: World, number: int) -> str:
    """A purchase of another shopper's, of which no webhook came."""
    world.conversation_id = UUID(int=number)
    view = world.opened()
    world.pay(view.id)
    settle(world.desk, UUID(view.id))
    assert charge_of(view.id).state == "confirmed"
    return view.id


def swept(world: World) -> None:
    assert pulse.claim("sweep", 0, world.now)


# --- agentpay_reconcile ---------------------------------------------------------------------------


def test_books_agree(world: World) -> None:
    bought(world, 1)

    assert run("agentpay_reconcile", *TIME) == (
        0,
        ["1 payments compared: 0 differ, 0 mended, 0 left"],
    )


def test_dry_run_names_and_changes_nothing_and_mending_mends(world: World) -> None:
    view = world.opened()
    world.pay(view.id)
    about = f"{view.id}  cs_fake_1  9.99 USD  paid at the provider, open here: no order"

    dry = run("agentpay_reconcile", *TIME)
    untouched = (charge_of(view.id).state, world.reports())
    mended = run("agentpay_reconcile", *TIME, "--mend")
    again = run("agentpay_reconcile", *TIME, "--mend", "--channel", "shown")

    assert dry == (
        1,
        [f"{about}  --mend may mend it", "1 payments compared: 1 differ, 0 mended, 1 left"],
    )
    assert untouched == ("open", [])
    assert mended == (
        0,
        [f"{about}  mended", "1 payments compared: 1 differ, 1 mended, 0 left"],
    )
    assert again == (0, ["1 payments compared: 0 differ, 0 mended, 0 left"])
    assert (charge_of(view.id).state, len(world.shop.placed)) == ("confirmed", 1)


def test_what_a_person_decides_stays_left(world: World) -> None:
    charge_id = bought(world, 1)
    world.shop.close_order(charge_of(charge_id).order_id)

    status, lines = run("agentpay_reconcile", *TIME, "--mend")

    assert status == 1
    assert lines[0].endswith("was cancelled, and 9.99 USD of the money is kept  for a person")
    assert lines[1] == "1 payments compared: 1 differ, 0 mended, 1 left"


def test_one_that_cannot_be_asked_is_left(world: World) -> None:
    view = world.opened()
    world.provider.fail_next("unavailable_before")

    assert run("agentpay_reconcile", *TIME) == (
        1,
        [
            f"{view.id}  cs_fake_1  9.99 USD  could not be compared: PROVIDER_UNAVAILABLE",
            "1 payments compared: 1 differ, 0 mended, 1 left",
        ],
    )


def test_progress_is_told_aside(world: World) -> None:
    for number in range(201):
        Charge.objects.create(
            **opening.plan(world.desk),
            transaction_key=str(number),
            source_kind="checkout",
            amount_minor=999,
            currency="USD",
        )
    told = StringIO()

    call_command("agentpay_reconcile", *TIME, stdout=StringIO(), stderr=told)

    assert told.getvalue().splitlines() == ["100 of 201 compared", "200 of 201 compared"]
    assert world.provider.calls == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--channel", "nowhere"), "the shop has no channel nowhere"),
        (("--since", "yesterday"), "yesterday is no time; write 36h"),
        (("--since", "2026-13-01"), "2026-13-01 is no time"),
        (("--rate", "0"), "0 is no rate"),
        (("--rate", "nan"), "nan is no rate"),
    ],
)
def test_what_is_asked_wrongly_is_refused(world: World, words: tuple[str, ...], said: str) -> None:
    world.opened()
    before = list(world.provider.calls)

    with pytest.raises(CommandError, match=said):
        run("agentpay_reconcile", *words)

    assert world.provider.calls == before


# --- agentpay_replay ------------------------------------------------------------------------------


def test_handled_one_is_handled_once_more_and_nothing_happens_twice(world: World) -> None:
    view = world.opened()
    world.pay(view.id)
    notice = heard(world)
    inbox.handle(world.desk, notice.pk)
    reads = world.asked("read")
    world.later(hours=1)

    by_event = run("agentpay_replay", notice.event_id)
    by_number = run("agentpay_replay", str(notice.pk))

    line = f"{notice.pk}  stripe  checkout.session.completed  {notice.event_id}  handled"
    assert by_event == by_number == (0, [line])
    assert world.asked("read") == reads
    assert ProviderNotice.objects.get().handled_at == world.now
    assert world.reports() == [("CHARGE_SUCCESS", 999, "cs_fake_1")]
    assert len(world.shop.placed) == 1


def test_one_whose_work_was_undone_is_carried_out(world: World) -> None:
    view = world.opened()
    notice = heard(world)
    inbox.handle(world.desk, notice.pk)
    world.pay(view.id)

    status, _ = run("agentpay_replay", notice.event_id)

    assert (status, charge_of(view.id).state) == (0, "confirmed")


def test_one_that_fails_again_waits_for_the_sweep(world: World) -> None:
    view = world.opened()
    world.pay(view.id)
    notice = heard(world)
    world.provider.fail_next("unavailable_before")

    status, lines = run("agentpay_replay", notice.event_id)
    world.later(minutes=1)
    sweep(world.desk)

    assert (status, lines[0].endswith("waits, and is tried again")) == (1, True)
    assert charge_of(view.id).state == "confirmed"


def test_one_that_another_worker_has(world: World) -> None:
    world.opened()
    notice = heard(world)

    with leased(ProviderNotice, notice.pk, clock=world.desk.clock):
        status, lines = run("agentpay_replay", notice.event_id)

    assert (status, lines[0].endswith("is being handled by another worker")) == (1, True)


@pytest.mark.parametrize("event", ["evt_nobody", "0", "9" * 30])
def test_unknown_one(world: World, event: str) -> None:
    with pytest.raises(CommandError, match="is stored; the provider can send it again"):
        run("agentpay_replay", event)


# --- agentpay_health, and what the Dashboard shows ------------------------------------------------


def test_all_is_well(world: World) -> None:
    swept(world)
    world.opened()
    bought(world, 1)
    inbox.handle(world.desk, heard(world).pk)

    status, found = health()

    assert status == 0
    assert found == {
        "healthy": True,
        "problems": [],
        "sweep_age": 0,
        "payments_going_on": 1,
        "payments_for_the_merchant": 0,
        "payments_stuck": 0,
        "stuck": [],
        "notices": {"waiting": 0, "oldest": None, "overdue": 0},
        "turns": {"waiting": 0, "oldest": None, "overdue": 0},
        "keys_missing": [],
        "endpoints_silent": [],
        "assistants": [],
    }
    assert run("agentpay_health")[1][-1] == "all is well"


def test_sweep_that_does_not_come(world: World) -> None:
    never = health()
    swept(world)
    world.later(seconds=301)
    late = health()

    assert never[0] == late[0] == 1
    assert never[1]["problems"] == ["The sweep has never run: start Celery's worker and beat."]
    assert late[1]["problems"] == ["The sweep ran last 301 s ago: start Celery's worker and beat."]
    assert run("agentpay_health")[1][-1] == "something is wrong"


def test_stuck_payment_is_named_here_and_in_the_dashboard_once(world: World) -> None:
    view = world.opened()
    world.pay(view.id)
    world.shop.is_app_active = False
    settle(world.desk, UUID(view.id))
    for _ in range(15):
        world.sweep_later(minutes=5)
    swept(world)

    status, found = health()
    shown = concerns(world.now, lambda _: "shown", 50)

    assert charge_of(view.id).state == "paid"
    assert status == 1
    assert found["problems"] == ["1 payments do not go on; the log says why."]
    assert found["stuck"] == [
        {"id": view.id, "state": "paid", "since": "2026-11-22T12:00:00+00:00"}
    ]
    assert shown == {
        f"stuck-{view.id}": "A payment of 9.99 USD does not go on since 2026-11-22 12:00 UTC: it is paid"
        " and not in the shop's books yet. Look whether AgentPay's tasks run (manage.py agentpay_health)."
        " At the payment provider: cs_fake_1"
    }


def test_payment_that_nobody_looks_at(world: World) -> None:
    view = world.opened()
    world.later(minutes=17)
    swept(world)

    assert health()[1]["stuck"] == [
        {"id": view.id, "state": "open", "since": "2026-11-22T12:00:00+00:00"}
    ]
    sweep(world.desk)
    assert health()[1]["stuck"] == []


def test_what_waits_for_the_merchant_is_shown_once_and_is_no_fault(world: World) -> None:
    swept(world)
    view = world.opened()
    Charge.objects.filter(pk=view.id).update(
        state="held", reason="amount_mismatch", next_check_at=world.now - timedelta(hours=9)
    )

    status, found = health()

    assert (status, found["payments_for_the_merchant"], found["stuck"]) == (0, 1, [])
    assert list(concerns(world.now, lambda _: "shown", 50)) == [f"payment-{view.id}"]


def test_webhook_that_nobody_handles(world: World) -> None:
    swept(world)
    world.opened()
    heard(world)
    fresh = health()
    world.later(minutes=16)
    Charge.objects.update(next_check_at=world.now)
    swept(world)

    late = health()

    assert fresh == (0, fresh[1])
    assert late[1]["notices"] == {"waiting": 1, "oldest": 960, "overdue": 1}
    assert (late[0], late[1]["problems"]) == (1, ["1 webhooks should have been handled by now."])


def test_message_that_waits_too_long(world: World) -> None:
    swept(world)
    chat = Conversation.objects.create(token_hash="x", channel=CHANNEL, locale="en", state={})
    Turn.objects.create(
        conversation=chat,
        client_id=str(uuid4()),
        kind="said",
        payload={},
        payload_hash="x",
        created_at=world.now - timedelta(minutes=11),
    )

    status, found = health()

    assert found["turns"] == {"waiting": 1, "oldest": 660, "overdue": 1}
    assert (status, found["problems"]) == (1, ["1 chat messages wait for an answer too long."])


def test_keys_that_payments_wait_for(world: World) -> None:
    swept(world)
    world.opened()
    Charge.objects.update(provider="pix")

    assert health()[1]["problems"] == ["shown has no keys for pix, which 1 payments wait for."]


@pytest.mark.parametrize(("payments", "is_silent"), [(2, False), (3, True)])
def test_endpoint_that_tells_nothing_of_payments(
    world: World, payments: int, is_silent: bool
) -> None:
    for number in range(payments):
        bought(world, number)
    early = health()[1]["endpoints_silent"]
    world.later(minutes=11)

    found = health()[1]["endpoints_silent"]
    shown = concerns(world.now, lambda _: "shown", 50)

    assert early == []
    assert found == ([{"channel": "shown", "provider": "stripe", "paid": 3}] if is_silent else [])
    assert list(shown) == (["webhooks-stripe-default-channel"] if is_silent else [])
    assert all("for the channel shown, while 3 payments were made" in one for one in shown.values())


def test_endpoint_that_was_heard_of_since_is_not_silent(world: World) -> None:
    for number in range(3):
        bought(world, number)
    world.later(seconds=1)
    heard(world)
    world.later(minutes=11)

    assert health()[1]["endpoints_silent"] == []


def test_endpoint_that_fell_silent(world: World) -> None:
    world.opened()
    heard(world)
    world.later(minutes=1)
    for number in range(3):
        bought(world, number)
    world.later(minutes=11)

    assert list(concerns(world.now, lambda _: "shown", 1).values()) == [
        "No webhook of stripe has come for the channel shown since 2026-11-22 12:00 UTC, while 3 payments"
        " were made: they are found by asking, minutes later. Set up the Webhook URL of AgentPay's settings"
        " at the provider, and its signing secret in the settings."
    ]
