"""What the storefront and the browser tell, counted as often as it should."""

from __future__ import annotations

import pytest

from agentpay_plugin.analytics import payments
from agentpay_plugin.analytics.events import Name, charge_event
from agentpay_plugin.chat import operations
from agentpay_plugin.chat.desk import Caller
from agentpay_plugin.models import AnalyticsEvent, Charge
from agentpay_plugin.settings import ChannelSettings
from tests.charges.world import CHANNEL
from tests.chat.world import ANYBODY, ChatWorld

pytestmark = pytest.mark.django_db(transaction=True)


def visit(
    world: ChatWorld, visitor: str = "visitor-1", channel: str = CHANNEL, arm: str = ""
) -> tuple[tuple[str, str | None], ...]:
    done = operations.visit(world.chat_desk, ANYBODY, visitor, channel, arm)
    return tuple((one.code, one.field) for one in done.errors)


def track(
    world: ChatWorld, token: str, name: str, properties: str = "{}"
) -> tuple[tuple[str, str | None], ...]:
    done = operations.track(world.chat_desk, ANYBODY, token, name, properties)
    return tuple((one.code, one.field) for one in done.errors)


def test_visit_counts_once_per_visitor_and_day(world: ChatWorld) -> None:
    world.channels["other"] = ChannelSettings(active=True)

    visit(world)
    visit(world, arm="chat")
    visit(world, "visitor-2")
    visit(world, channel="other")
    world.later(hours=11, minutes=59)
    visit(world)
    world.later(minutes=1)
    visit(world)

    assert world.counted() == {"chat_visit": 4}
    assert AnalyticsEvent.objects.order_by("pk")[0].arm == ""
    assert all(
        "visitor" not in key for key in AnalyticsEvent.objects.values_list("once_key", flat=True)
    )


def test_arm_of_an_experiment_is_kept(world: ChatWorld) -> None:
    visit(world, arm="chat")

    event = AnalyticsEvent.objects.get()
    assert (event.arm, event.channel, event.visitor_id) == ("chat", f"key:{CHANNEL}", "visitor-1")
    assert event.conversation_id is None


@pytest.mark.parametrize(
    ("visitor", "channel", "arm", "error"),
    [
        ("", CHANNEL, "", ("REQUIRED", "visitorId")),
        ("v" * 65, CHANNEL, "", ("TOO_LONG", "visitorId")),
        ("v", "", "", ("REQUIRED", "channel")),
        ("v", "closed", "", ("CHAT_CLOSED", "channel")),
        ("v", CHANNEL, "a" * 21, ("TOO_LONG", "arm")),
    ],
)
def test_visit_that_is_refused(
    world: ChatWorld, visitor: str, channel: str, arm: str, error: tuple[str, str]
) -> None:
    world.channels["closed"] = ChannelSettings(active=False)

    assert visit(world, visitor, channel, arm) == (error,)
    assert AnalyticsEvent.objects.count() == 0


def test_visits_from_one_address_are_limited(world: ChatWorld) -> None:
    for number in range(120):
        assert visit(world, f"visitor-{number}") == ()

    refused = visit(world, "visitor-x")

    assert refused == (("TOO_MANY_REQUESTS", None),)
    assert AnalyticsEvent.objects.count() == 120
    elsewhere = operations.visit(
        world.chat_desk, Caller(ip_address="192.0.2.2"), "visitor-x", CHANNEL
    )
    assert elsewhere.errors == ()
    world.later(minutes=10)
    assert visit(world, "visitor-y") == ()


def test_panel_opened_counts_once_per_conversation(world: ChatWorld) -> None:
    token = world.start(visitor_id="visitor-1")

    track(world, token, "chat_opened", '{"where": "corner", "ms": 12, "again": false}')
    track(world, token, "chat_opened")
    track(world, world.start(), "chat_opened")

    assert world.counted() == {"chat_opened": 2}
    event = AnalyticsEvent.objects.order_by("pk")[0]
    assert event.properties == {"where": "corner", "ms": 12, "again": False}
    assert event.visitor_id == "visitor-1"


def test_link_clicked_counts_once_per_charge_of_this_conversation(world: ChatWorld) -> None:
    token = world.start()
    charge = world.paying(token)
    other = world.start()
    properties = f'{{"chargeId": "{charge.pk}", "how": "opened"}}'

    assert track(world, token, "payment_link_clicked", properties) == ()
    assert track(world, token, "payment_link_clicked", properties) == ()
    refused = track(world, other, "payment_link_clicked", properties)

    assert refused == (("INVALID", "properties"),)
    assert world.counted()["payment_link_clicked"] == 1
    event = AnalyticsEvent.objects.get(name="payment_link_clicked")
    assert (event.charge_id, event.properties) == (charge.pk, {"how": "opened"})


@pytest.mark.parametrize(
    ("properties", "code"),
    [
        ("[]", "INVALID"),
        ("{", "INVALID"),
        ('{"a": {"b": 1}}', "INVALID"),
        ('{"a": [1]}', "INVALID"),
        ('{"a": NaN}', "INVALID"),
        ('{"a": 1e999}', "INVALID"),
        ('{"a": -1e999}', "INVALID"),
        ('{"a": "\\u0000"}', "INVALID"),
        ('{"\\ud800": 1}', "INVALID"),
        ('{"a":' + "[" * 1900 + "}", "INVALID"),
        ('{"a": "' + "x" * 2000 + '"}', "TOO_LONG"),
    ],
)
def test_properties_that_are_refused(world: ChatWorld, properties: str, code: str) -> None:
    token = world.start()

    assert track(world, token, "chat_opened", properties) == ((code, "properties"),)
    assert AnalyticsEvent.objects.count() == 0


@pytest.mark.parametrize(
    "properties",
    ["{}", '{"chargeId": "x"}', '{"chargeId": "00000000-0000-4000-8000-000000000000"}'],
)
def test_link_clicked_of_no_charge_is_refused(world: ChatWorld, properties: str) -> None:
    token = world.start()

    assert track(world, token, "payment_link_clicked", properties) == (("INVALID", "properties"),)
    assert AnalyticsEvent.objects.count() == 0


def test_charge_event_counts_once_per_charge(world: ChatWorld) -> None:
    token = world.start(visitor_id="visitor-1")
    charge = world.paying(token)

    charge_event(charge, Name.PAYMENT_INITIATED, world.now)
    charge_event(charge, Name.PAYMENT_INITIATED, world.now)
    world.webhook(charge)

    event = AnalyticsEvent.objects.get(name="payment_initiated")
    assert (event.conversation_id, event.charge_id) == (world.conversation().pk, charge.pk)
    assert event.properties == {"method": "card", "amountMinor": 4500, "currency": "USD"}
    assert event.visitor_id == "visitor-1"


def test_declined_payment_of_a_chat_counts_once(world: ChatWorld) -> None:
    charge = world.paying(world.start())

    for _ in range(2):
        payments.count_declined(charge.pk, world.now)

    event = AnalyticsEvent.objects.get(name="payment_failed")
    assert (event.charge_id, event.conversation_id) == (charge.pk, world.conversation().pk)


def test_payments_of_a_plain_storefront_are_no_chats(world: ChatWorld) -> None:
    cart = world.cart()
    world.storefront(cart.id, "9.99")
    charge = Charge.objects.get()

    payments.count_declined(charge.pk, world.now)
    Charge.objects.update(state="completed")
    payments.count_changed(charge.pk, world.now)

    assert AnalyticsEvent.objects.count() == 0


def test_charge_event_of_a_plain_storefront(world: ChatWorld) -> None:
    cart = world.cart()
    world.storefront(cart.id, "9.99")

    charge_event(Charge.objects.get(), Name.PAYMENT_FAILED, world.now)

    event = AnalyticsEvent.objects.get()
    assert (event.name, event.conversation_id, event.visitor_id) == ("payment_failed", None, "")
