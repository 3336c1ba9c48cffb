"""What a subscriber is told of what is fetched and heard, without a network."""

from __future__ import annotations

from typing import Any

from agentpay_plugin.gateway.relay import Relay
from agentpay_plugin.realtime.events import ChatNews, Delta
from tests.gateway.listener import short
from tests.gateway.shop import Conversation, message, payment


def news(*sequences: int, last: int | None = None, revision: int = 1, **state: Any) -> ChatNews:
    stands = {"cart": None, "payment": None, "typing": False, "stoppable": False, **state}
    messages = [message(number) for number in sequences]
    return ChatNews(last or sequences[-1], revision, messages, **stands)


def begun(count: int) -> Relay:
    """A relay that has sent so many messages."""
    chat = Conversation()
    chat.said(count)
    relay = Relay(0)
    relay.fetched(chat.seen(0))
    return relay


def brief(events: list[dict[str, Any]] | None) -> list[str] | None:
    return None if events is None else [short(event) for event in events]


def test_news_that_overlap_what_was_sent_bring_the_rest() -> None:
    relay = begun(2)

    assert brief(relay.heard(news(1, 2, 3))) == ["message 3"]
    assert relay.sent == 3


def test_news_after_a_gap_are_to_be_fetched() -> None:
    relay = begun(2)

    assert relay.heard(news(4)) is None
    assert relay.heard(news(last=3, revision=2)) is None
    assert relay.sent == 2


def test_answer_with_more_than_was_asked_for_comes_once() -> None:
    relay = begun(2)
    chat = Conversation()
    chat.said(3)

    assert brief(relay.fetched(chat.seen(0))) == ["message 3"]


def test_state_is_told_when_it_changes() -> None:
    relay = begun(0)
    relay.heard(news(1, revision=0))

    told = [
        brief(relay.heard(news(last=1, revision=1, typing=True))),
        brief(relay.heard(news(last=1, revision=2, typing=True))),
        brief(relay.heard(news(last=1, revision=3, payment=payment("OPEN")))),
        brief(relay.heard(news(last=1, revision=4, payment=payment("OPEN")))),
    ]

    assert told == [["typing True"], [], ["payment OPEN", "typing False"], []]


def test_that_a_reply_can_be_stopped_is_told_when_it_changes() -> None:
    relay = begun(0)
    relay.heard(news(1, revision=0))

    told = [
        relay.heard(news(last=1, revision=1, typing=True)),
        relay.heard(news(last=1, revision=2, typing=True, stoppable=True)),
        relay.heard(news(last=1, revision=3, typing=True, stoppable=True)),
        relay.heard(news(last=1, revision=4, typing=True)),
        relay.heard(news(2, revision=5)),
    ]

    assert [[typing(event) for event in events or ()] for events in told] == [
        [(True, False)],
        [(True, True)],
        [],
        [(True, False)],
        [None, (False, False)],
    ]


def test_that_a_fetched_reply_can_be_stopped_is_told_once() -> None:
    chat = Conversation(pending=True, stoppable=True)
    chat.said()
    relay = Relay(0)

    told = relay.fetched(chat.seen(0))
    heard = relay.heard(news(last=1, revision=1, typing=True, stoppable=True))

    assert [typing(event) for event in told] == [None, None, None, (True, True)]
    assert heard == []


def typing(event: dict[str, Any]) -> tuple[bool, bool] | None:
    is_typing = event["__typename"] == "ChatTypingEvent"
    return (event["typing"], event["stoppable"]) if is_typing else None


def test_state_of_an_older_revision_is_not_told() -> None:
    relay = begun(0)
    relay.heard(news(1, revision=5, payment=payment("ORDERED")))

    assert relay.heard(news(last=1, revision=4, payment=payment("PAID"), typing=True)) == []


def test_news_are_expected_while_a_reply_or_a_payment_is_open() -> None:
    relay = begun(0)
    relay.heard(news(1, revision=0))
    expected = [(relay.expects_reply, relay.expects_payment)]

    for revision, state in enumerate(
        ({"typing": True}, {"payment": payment("PROCESSING")}, {"payment": payment("ORDERED")}), 1
    ):
        relay.heard(news(last=1, revision=revision, **state))
        expected.append((relay.expects_reply, relay.expects_payment))

    assert expected == [(False, False), (True, False), (False, True), (False, False)]


def test_number_below_nothing_is_the_beginning() -> None:
    assert Relay(-5).sent == 0


def test_number_of_another_conversation_keeps_nothing_back() -> None:
    chat = Conversation()
    chat.said(3)
    relay = Relay(100)
    relay.fetched(chat.seen(100))

    told = brief(relay.heard(news(4, typing=True)))

    assert told == ["message 4", "typing True"]


def test_state_alone_that_may_be_older_than_what_was_fetched_is_fetched() -> None:
    """Told late by another process: what was fetched already holds what came after it."""
    chat = Conversation(payment=payment("ORDERED"))
    chat.said()
    relay = Relay(0)
    relay.fetched(chat.seen(0))

    late = relay.heard(news(last=1, revision=4, payment=payment("PROCESSING")))
    again = brief(relay.fetched(chat.seen(1)))

    assert late is None
    assert again == []


def test_pieces_are_told_until_their_reply_is_there() -> None:
    relay = begun(2)

    assert relay.piece(Delta("r", 0, "Hi", after=2)) == [
        {"__typename": "ChatDeltaEvent", "replyId": "r", "index": 0, "text": "Hi"}
    ]
    relay.heard(news(3))
    assert relay.piece(Delta("r", 1, "late", after=2)) == []
    assert len(relay.piece(Delta("s", 0, "next", after=3))) == 1
