"""The funnel: how far conversations got, made by real conversations."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agentpay_plugin.analytics.events import Name, charge_event
from agentpay_plugin.analytics.funnel import Reached, Step
from agentpay_plugin.chat import operations, reports
from agentpay_plugin.models import AnalyticsEvent, Charge, Conversation, Turn
from agentpay_plugin.settings import ChannelSettings
from tests.charges.world import CHANNEL
from tests.chat.world import ADDRESS, ANYBODY, EMAIL, ChatWorld, the_card

pytestmark = pytest.mark.django_db(transaction=True)

BUY = {"variantId": "variant-tee-blue-l"}


def report(
    world: ChatWorld, begin: str = "2026-11-22", end: str = "2026-11-23", channel: str = CHANNEL
) -> reports.Funnel:
    return reports.funnel(world.chat_desk, ANYBODY, channel, begin, end)


def counts(world: ChatWorld, *window: str, channel: str = CHANNEL) -> list[int]:
    """How many conversations got to each step, from the first to the last."""
    found = report(world, *window, channel=channel)
    assert found.errors == ()
    return [step.conversations for step in found.steps]


def pay(world: ChatWorld, token: str) -> None:
    version = world.quoted(token)
    world.tap(token, pay={"method": "card", "quoteVersion": version})
    world.webhook(Charge.objects.get(state="open"))


def test_nothing_happened(world: ChatWorld) -> None:
    found = report(world)

    assert found == reports.Funnel(
        steps=tuple(
            Reached(step, 0, None)
            for step in (
                Step.STARTED,
                Step.ENGAGED,
                Step.PURCHASE_INTENT,
                Step.PAYMENT_OPENED,
                Step.PAYMENT_BEGUN,
                Step.PAID,
            )
        )
    )


def test_each_conversation_counts_up_to_its_furthest_step(world: ChatWorld) -> None:
    world.start()
    world.say(world.start(), "What is it made of?")
    world.say(world.start(), "I want to buy it")
    world.paying(world.start())
    charge_event(Charge.objects.get(), Name.PAYMENT_INITIATED, world.now)
    Charge.objects.update(state="expired")
    pay(world, world.start())

    found = report(world)

    assert found.errors == ()
    assert found.steps == (
        Reached(Step.STARTED, 5, None),
        Reached(Step.ENGAGED, 4, 0.8),
        Reached(Step.PURCHASE_INTENT, 3, 0.75),
        Reached(Step.PAYMENT_OPENED, 2, 2 / 3),
        Reached(Step.PAYMENT_BEGUN, 2, 1.0),
        Reached(Step.PAID, 1, 0.5),
    )
    assert found.chat_to_payment_rate == 0.2


def test_payment_that_nobody_began_is_opened_alone(world: ChatWorld) -> None:
    world.paying(world.start())

    assert counts(world) == [1, 1, 1, 1, 0, 0]
    assert report(world).chat_to_payment_rate == 0.0


def test_tap_engages_and_a_tap_that_buys_is_a_wish_to_buy(world: ChatWorld) -> None:
    world.tap(world.start(), showCart=True)

    assert counts(world) == [1, 1, 0, 0, 0, 0]

    world.tap(world.start(), chooseVariant=BUY)
    world.tap(world.start(), checkOut=True)

    assert counts(world) == [3, 3, 2, 0, 0, 0]


def test_repeated_wishes_are_one_conversation(world: ChatWorld) -> None:
    token = world.start()
    for _ in range(3):
        world.say(token, "I want to buy it")

    assert AnalyticsEvent.objects.filter(name="purchase_intent_detected").count() == 3
    assert counts(world) == [1, 1, 1, 0, 0, 0]


def test_order_with_nothing_to_pay_is_paid(world: ChatWorld) -> None:
    token = world.start("talking-shop-audiobook")
    world.tap(token, chooseVariant={"variantId": "variant-audiobook"})
    world.tap(token, applyPromoCode={"code": "GIFT1000"})
    world.tap(token, checkOut=True)
    quoted = world.tap(token, giveDetails={"email": EMAIL, "billingAddress": ADDRESS})
    version = the_card(quoted.messages, "ChatQuote")["version"]
    world.tap(token, pay={"method": "free", "quoteVersion": version})

    assert Charge.objects.count() == 0
    assert counts(world) == [1, 1, 1, 1, 1, 1]


def test_erased_conversations_count_as_before(world: ChatWorld) -> None:
    tokens = [world.start(visitor_id="visitor-1") for _ in range(3)]
    world.tap(tokens[1], chooseVariant=BUY)
    pay(world, tokens[2])
    before = report(world)

    for token in tokens:
        assert operations.erase(world.chat_desk, ANYBODY, token).errors == ()

    assert report(world) == before
    assert counts(world) == [3, 2, 2, 1, 1, 1]


def test_paid_after_it_was_erased(world: ChatWorld) -> None:
    token = world.start()
    charge = world.paying(token)
    operations.erase(world.chat_desk, ANYBODY, token)

    world.webhook(charge)

    assert counts(world) == [1, 1, 1, 1, 1, 1]
    assert world.counted()["payment_initiated"] == 1


def test_conversation_counts_where_it_was_opened(world: ChatWorld) -> None:
    token = world.start()
    world.later(hours=11, minutes=59)
    pay(world, token)
    world.later(minutes=1)
    world.start()

    assert counts(world, "2026-11-22", "2026-11-23") == [1, 1, 1, 1, 1, 1]
    assert counts(world, "2026-11-23", "2026-11-24") == [1, 0, 0, 0, 0, 0]


@pytest.mark.parametrize(
    ("begin", "end", "opened"),
    [
        ("2026-11-22T12:00:00Z", "2026-11-22T12:00:01Z", 1),
        ("2026-11-22T12:00:00.000001Z", "2026-11-23", 0),
        ("2026-11-22", "2026-11-22T12:00:00Z", 0),
        ("2026-11-22T12:00:00", "2026-11-22T12:00:01", 1),
        ("2026-11-22T09:00:00-03:00", "2026-11-22T09:00:01-03:00", 1),
        ("2026-11-22T12:00:00-03:00", "2026-11-23", 0),
        ("2026-11-22", "2026-11-22", 0),
        ("0001-01-01", "9999-12-31", 1),
    ],
)
def test_first_moment_counts_and_the_last_does_not(
    world: ChatWorld, begin: str, end: str, opened: int
) -> None:
    world.start()

    assert counts(world, begin, end)[0] == opened


def test_channels_are_apart_and_a_renamed_one_stays_whole(world: ChatWorld) -> None:
    world.channels["other"] = ChannelSettings(active=True)
    world.say(world.start(), "What is it made of?")
    world.start(channel="other")
    world.slugs[CHANNEL] = "renamed"
    world.start(channel="renamed")

    assert counts(world, channel="renamed") == [2, 1, 0, 0, 0, 0]
    assert counts(world, channel="other") == [1, 0, 0, 0, 0, 0]


def test_channel_that_was_switched_off_keeps_its_report(world: ChatWorld) -> None:
    world.start()
    world.channels[CHANNEL] = ChannelSettings(active=False)

    assert counts(world) == [1, 0, 0, 0, 0, 0]


def test_visits_of_the_channel_in_that_time(world: ChatWorld) -> None:
    world.channels["other"] = ChannelSettings(active=True)
    for visitor, channel in (("a", CHANNEL), ("a", CHANNEL), ("b", CHANNEL), ("a", "other")):
        operations.visit(world.chat_desk, ANYBODY, visitor, channel)
    world.later(days=1)
    operations.visit(world.chat_desk, ANYBODY, "a", CHANNEL)

    assert report(world).visits == 2
    assert report(world, "2026-11-22", "2026-11-24").visits == 3
    assert report(world, channel="other").visits == 1


@pytest.mark.parametrize(
    ("asked", "problem"),
    [
        (
            {"channel": f"key:{CHANNEL}"},
            ("NOT_FOUND", "channel", "There is no channel of this slug."),
        ),
        ({"channel": " "}, ("REQUIRED", "channel", "This is needed.")),
        ({"begin": ""}, ("REQUIRED", "from", "This is needed.")),
        ({"end": "\x00"}, ("INVALID", "to", None)),
        ({"begin": "yesterday"}, ("INVALID", "from", None)),
        ({"begin": "2026-02-30"}, ("INVALID", "from", None)),
        ({"begin": "0001-01-01T00:00+14:00"}, ("INVALID", "from", None)),
        ({"end": "9999-12-31T23:59-14:00"}, ("INVALID", "to", None)),
        ({"end": "1764000000"}, ("INVALID", "to", None)),
        ({"end": "2026-11-21"}, ("INVALID", "to", "This is before the beginning.")),
        ({"end": "x" * 256}, ("TOO_LONG", "to", "At most 255 characters, please.")),
    ],
)
def test_what_cannot_be_answered_names_its_field(
    world: ChatWorld, asked: dict[str, str], problem: tuple[str, str, str | None]
) -> None:
    world.start()
    code, field, message = problem

    found = report(world, **asked)

    (error,) = found.errors
    assert (error.code, error.field) == (code, field)
    assert error.message == (message or error.message)
    assert found == reports.Funnel(errors=found.errors)


def test_two_questions_are_asked_however_many_conversations_there_are(world: ChatWorld) -> None:
    fill(world, conversations=300)

    with CaptureQueriesContext(
        connection,
    ) as asked:
        found = report(world, "2026-01-01", "2027-01-01")

    assert found.steps[0].conversations == 300
    assert len(questions(asked)) == 2


def test_narrow_window_is_found_by_indexes(world: ChatWorld) -> None:
    fill(world, conversations=3000)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    with CaptureQueriesContext(connection) as asked:
        found = report(world, "2026-05-01", "2026-05-02")

    plans = [plan(sql) for sql in questions(asked)]

    assert found.steps[0].conversations == 24
    assert found.visits == 24
    for table in ("analyticsevent", "conversation"):
        assert f"Seq Scan on agentpay_plugin_{table}" not in "".join(plans)
        assert f"SCAN agentpay_plugin_{table}" not in "".join(plans)
    assert "agentpay_conversation_opened" in "".join(plans)
    assert "agentpay_event_conversation" in "".join(plans)
    assert "agentpay_event_report" in "".join(plans)


def questions(asked: CaptureQueriesContext) -> list[str]:
    """What was asked for rows, without what begins and ends it."""
    statements = [query["sql"] for query in asked.captured_queries]
    return [sql for sql in statements if sql.startswith("SELECT")]


def fill(world: ChatWorld, conversations: int) -> None:
    """One conversation and one visit an hour from the year's beginning; a few turns and events in each."""
    first = world.now.replace(month=1, day=1, hour=0)
    rows = [
        Conversation(
            token_hash=str(number),
            channel=f"key:{CHANNEL}",
            locale="en",
            state={},
            created_at=first + number * timedelta(hours=1),
        )
        for number in range(conversations)
    ]
    Conversation.objects.bulk_create(rows)
    Turn.objects.bulk_create(
        Turn(conversation=row, client_id=kind, kind=kind, payload={}, state="done")
        for row in rows
        for kind in ("opened", "said")
    )
    names = ("message_sent", "intent_detected", "purchase_intent_detected", "chat_visit")
    AnalyticsEvent.objects.bulk_create(
        AnalyticsEvent(
            name=name,
            channel=row.channel,
            conversation_id=None if name == "chat_visit" else row.pk,
            once_key=f"{name}:{row.pk}",
            created_at=row.created_at,
        )
        for row in rows
        for name in names
    )


def plan(sql: str) -> str:
    """How the database would answer a query, in its own words."""
    explain = "EXPLAIN" if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN"
    with connection.cursor() as cursor:
        cursor.execute(f"{explain} {sql.replace('%', '%%')}")
        return "\n".join(str(row) for row in cursor.fetchall())


@pytest.mark.parametrize(
    ("begin", "end", "opened"),
    [
        ("0001-01-01", "9999-12-31", 1),
        ("9999-12-30", "9999-12-31T23:59:59.999999", 0),
        ("2026-11-22T12:00:00-03:00", "2026-11-22T12:00:00-03:00", 0),
        # An hour that a change of clocks gives twice is two hours, told apart by their offsets.
        ("2026-11-01T01:30:00-04:00", "2026-11-01T01:30:00-05:00", 0),
        ("20261122", "2026-W47-7T23:59", 1),
    ],
)
def test_any_window_is_answered(world: ChatWorld, begin: str, end: str, opened: int) -> None:
    world.start()

    assert counts(world, begin, end)[0] == opened
