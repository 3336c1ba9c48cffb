"""Whether the reply that is being made can be stopped: told by a send, a poll and the news, and only where it is so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agentpay_plugin.chat import operations, turns
from agentpay_plugin.chat.assistant.answering import Models
from agentpay_plugin.language.fake import says
from agentpay_plugin.realtime.events import ChatNews
from tests.chat.assistant.words import UNCLEAR
from tests.chat.test_news import Told
from tests.chat.world import ANYBODY, ChatWorld, texts

pytestmark = pytest.mark.django_db(transaction=True)

STOPPED = "Stopped. What else can I do for you?"


@pytest.fixture
def told(world: ChatWorld) -> Told:
    return Told(world)


def reply(world: ChatWorld, token: str) -> tuple[bool, bool]:
    """Whether a poll says that a reply is being made, and that it can be stopped."""
    seen = world.look(token, after=99)
    return seen.pending, seen.stoppable


def replies(told: Told) -> list[tuple[bool, bool]]:
    """The same of each of the news."""
    assert all(isinstance(news, ChatNews) for news in told.news)
    return [(news.typing, news.stoppable) for news in told.news]  # type: ignore[union-attr]


def think(world: ChatWorld, told: Told, token: str) -> None:
    """A worker for language models takes the conversation."""
    key = world.conversation_of(token).pk
    turns.work(told.desk, key, slow=True, models=Models.ASK)


def act(told: Told, token: str, **action: Any) -> operations.Sent:
    return operations.act(told.desk, ANYBODY, token, action, f"tap-{len(told.news)}")


def in_one_revision_each(told: Told) -> bool:
    revisions = [news.revision for news in told.news if isinstance(news, ChatNews)]
    return revisions == sorted(set(revisions))


def test_reply_is_stoppable_from_the_send_until_it_is_stopped(world: ChatWorld) -> None:
    world.assisted(says("never"))
    token = world.start()

    sent = world.say(token, UNCLEAR)
    waiting = reply(world, token)
    stopped = world.tap(token, stop=True)
    after = reply(world, token)
    world.run_tasks()

    assert (sent.pending, sent.stoppable) == (True, True)
    assert sent.chat is not None
    assert sent.chat.stoppable is True
    assert waiting == (True, True)
    assert (stopped.pending, stopped.stoppable) == (True, False)
    assert after == (True, False)
    assert reply(world, token) == (False, False)
    assert texts(world.look(token, after=2).messages) == [STOPPED]


def test_reply_stays_stoppable_while_the_model_thinks_and_writes(world: ChatWorld) -> None:
    seen: list[tuple[bool, bool]] = []
    world.assisted(says("It is ", "warm.", meanwhile=lambda: seen.append(reply(world, token))))
    token = world.start()

    world.ask(token, UNCLEAR)

    assert seen == [(True, True)]
    assert reply(world, token) == (False, False)


@pytest.mark.parametrize("words", ["hello", "two in blue, size L"])
def test_reply_of_the_rules_is_never_stoppable(world: ChatWorld, told: Told, words: str) -> None:
    world.assisted(says("never"))
    token = world.start()

    sent = told.say(token, words)

    assert (sent.pending, sent.stoppable) == (False, False)
    assert replies(told) == [(False, False)]


def test_payment_that_a_provider_is_asked_for_is_not_stoppable(
    world: ChatWorld, told: Told
) -> None:
    world.assisted(says("never"))
    token = world.start()
    version = world.quoted(token)

    sent = act(told, token, pay={"method": "card", "quoteVersion": version})
    waiting = reply(world, token)
    stopped = act(told, token, stop=True)

    assert (sent.pending, sent.stoppable) == (True, False)
    assert waiting == (True, False)
    assert (stopped.pending, stopped.stoppable) == (True, False)
    assert replies(told) == [(True, False)]


def test_send_that_is_answered_is_not_stoppable_whatever_is_made_since(world: ChatWorld) -> None:
    world.assisted(says("never"))
    token = world.start()
    world.say(token, "hello", "first")
    world.say(token, UNCLEAR, "second")

    again = world.say(token, "hello", "first")

    assert (again.pending, again.stoppable) == (False, False)


def test_it_is_told_with_the_message_and_with_the_reply_and_no_more(
    world: ChatWorld, told: Told
) -> None:
    world.assisted(says("It is warm."))
    token = world.start()

    told.say(token, UNCLEAR)
    think(world, told, token)

    assert told.brief() == [(2, [2], True), (3, [3], False)]
    assert replies(told) == [(True, True), (False, False)]
    assert in_one_revision_each(told)


def test_stop_is_told_once_and_before_the_reply(world: ChatWorld, told: Told) -> None:
    world.assisted(says("never"))
    token = world.start()

    told.say(token, UNCLEAR)
    act(told, token, stop=True)
    act(told, token, stop=True)
    think(world, told, token)

    assert told.brief() == [(2, [2], True), (2, [], True), (3, [3], False)]
    assert replies(told) == [(True, True), (True, False), (False, False)]
    assert in_one_revision_each(told)


def test_words_behind_a_reply_of_a_model_are_told_as_stoppable_and_can_be_stopped(
    world: ChatWorld, told: Told
) -> None:
    def say_more() -> None:
        world.say(token, UNCLEAR)

    def stop() -> None:
        assert reply(world, token) == (True, True)
        world.tap(token, stop=True)

    world.assisted(
        says("First.", meanwhile=say_more),
        says("Second it", " is, and so on", meanwhile=stop),
    )
    token = world.start()
    told.say(token, UNCLEAR)

    think(world, told, token)

    assert texts(world.look(token, after=2).messages) == ["First.", "Second it"]
    assert replies(told) == [(True, True), (True, False), (True, True), (False, False)]
    assert in_one_revision_each(told)
    assert reply(world, token) == (False, False)


def test_words_behind_a_payment_are_told_as_stoppable_once_it_is_their_turn(
    world: ChatWorld, told: Told
) -> None:
    world.assisted(says("never"))
    token = world.start()
    version = world.quoted(token)
    act(told, token, pay={"method": "card", "quoteVersion": version})
    told.say(token, UNCLEAR)

    turns.work(told.desk, world.conversation_of(token).pk, slow=True)

    assert replies(told) == [(True, False), (True, False), (True, False), (True, True)]
    assert in_one_revision_each(told)


def test_news_cost_one_query_beside_that_of_the_messages(world: ChatWorld, told: Told) -> None:
    world.assisted(says("never"))
    token = world.start()
    world.say(token, UNCLEAR)
    row = world.conversation_of(token)

    asked = [
        queries(lambda: told.desk.publish(row.pk, row.last_sequence + 1)),
        queries(lambda: told.desk.publish(row.pk, row.last_sequence)),
    ]

    assert asked == [1, 2]
    assert replies(told) == [(True, True), (True, True)]


def queries(work: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as captured:
        work()
    return len(captured)
