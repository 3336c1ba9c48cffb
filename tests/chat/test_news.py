"""What listeners are told of a conversation: after it is stored, in the words of a poll, and at no cost."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection

from agentpay_plugin.chat import operations, turns
from agentpay_plugin.chat.contract import in_contract_names
from agentpay_plugin.chat.desk import ChatDesk
from agentpay_plugin.chat.news import LONGEST, teller
from agentpay_plugin.chat.tokens import hashed
from agentpay_plugin.models import Conversation, Message, Turn
from agentpay_plugin.realtime.events import LOOK_AGAIN, ChatNews, News, channel_of_token, decode
from agentpay_plugin.realtime.redis import TIMEOUT, RedisPublisher
from tests.chat.world import ANYBODY, ChatWorld

pytestmark = pytest.mark.django_db(transaction=True)


class Told:
    """Takes what is published; `desk` publishes to it."""

    def __init__(self, world: ChatWorld) -> None:
        self.news: list[News] = []
        self.channels: set[str] = set()
        self.desk = listened_to(world, self._send)

    def _send(self, channel: str, published: bytes) -> None:
        assert not connection.in_atomic_block
        self.channels.add(channel)
        self.news.append(decode(published))

    def say(self, token: str, text: str, client_id: str = "1") -> Any:
        return operations.send(self.desk, ANYBODY, token, text, client_id)

    def brief(self) -> list[Any]:
        """Sequence, sequences of the messages and typing of each."""
        return [_brief(news) for news in self.news]


def _brief(news: News) -> Any:
    if not isinstance(news, ChatNews):
        return "look again"
    return news.sequence, [one["sequence"] for one in news.messages], news.typing


def listened_to(world: ChatWorld, send: Callable[[str, bytes], None]) -> ChatDesk:
    desk = world.chat_desk
    return replace(desk, publish=teller(send, desk.channel_slug))


@pytest.fixture
def told(world: ChatWorld) -> Told:
    return Told(world)


def test_shoppers_message_is_told_with_the_reply(world: ChatWorld, told: Told) -> None:
    token = world.start()

    told.say(token, "two in blue, size L")

    assert told.brief() == [(3, [2, 3], False)]
    assert told.channels == {channel_of_token(token)}


def test_shoppers_message_whose_reply_a_worker_makes_is_told_before_it(
    world: ChatWorld, told: Told
) -> None:
    token = world.start()
    world.paying(token)
    world.has_worker = True
    last = world.look(token).last_sequence

    sent = told.say(token, "I have paid")
    turns.work(told.desk, Conversation.objects.get().pk, slow=True)

    assert sent.pending
    assert told.brief() == [(last + 1, [last + 1], True), (last + 2, [last + 2], False)]


def test_it_is_told_in_the_words_of_a_poll(world: ChatWorld, told: Told) -> None:
    token = world.start()

    told.say(token, "two in blue, size L")

    seen = in_contract_names(operations.view(told.desk, ANYBODY, token, after=2))
    (last,) = told.news
    assert isinstance(last, ChatNews)
    assert last.messages[1:] == seen["messages"]
    assert (last.cart, last.payment) == (seen["cart"], None)
    assert last.cart is not None
    assert [one["author"] for one in last.messages] == ["SHOPPER", "ASSISTANT"]


def test_tap_is_told_once_it_is_done(world: ChatWorld, told: Told) -> None:
    token = world.start()

    operations.act(told.desk, ANYBODY, token, {"showCart": True}, "1")

    assert told.brief() == [(2, [2], False)]


def test_reply_that_a_worker_makes_is_on_its_way_until_it_is_there(
    world: ChatWorld, told: Told
) -> None:
    token = world.start()
    version = world.quoted(token)
    world.has_worker = True
    last = world.look(token).last_sequence

    pay = {"pay": {"method": "card", "quoteVersion": version}}
    sent = operations.act(told.desk, ANYBODY, token, pay, "pay")
    turns.work(told.desk, Conversation.objects.get().pk, slow=True)

    assert sent.pending
    assert told.brief() == [(last, [], True), (last + 1, [last + 1], False)]
    first, then = told.news
    assert isinstance(first, ChatNews)
    assert isinstance(then, ChatNews)
    assert first.payment is None
    assert then.payment is not None
    assert then.payment["state"] == "OPEN"
    assert then.revision > first.revision


def test_repeat_is_not_told_again(world: ChatWorld, told: Told) -> None:
    token = world.start()

    told.say(token, "hello")
    told.say(token, "hello")

    assert len(told.news) == 1


def test_what_is_not_stored_is_not_told(world: ChatWorld, told: Told) -> None:
    token = world.start()

    refused = told.say(token, "x" * 2001)

    assert [problem.code for problem in refused.errors] == ["TOO_LONG"]
    assert told.news == []


def test_turn_of_a_lost_lease_is_not_told(world: ChatWorld, told: Told) -> None:
    token = world.start()

    def taken_over(*_: object) -> Any:
        Conversation.objects.update(lease_owner="somebody else")
        return world.chat_desk.settings("key:default-channel")

    told.desk = replace(told.desk, settings=taken_over)
    told.say(token, "hello")

    assert told.brief()[0] == (2, [2], True)
    assert all(sequence == 2 for sequence, _, _ in told.brief())
    assert Turn.objects.filter(state=Turn.State.QUEUED).count() == 1


def test_listeners_look_again_when_it_is_erased(world: ChatWorld, told: Told) -> None:
    token = world.start()

    operations.erase(told.desk, ANYBODY, token)

    assert told.news == [LOOK_AGAIN]


def test_listeners_look_again_for_what_is_too_long_to_be_sent(world: ChatWorld, told: Told) -> None:
    token = world.start()
    Message.objects.update(parts=[{"__typename": "ChatTextPart", "text": "x" * LONGEST}])

    told.desk.publish(Conversation.objects.get(token_hash=hashed(token)).pk, 1)

    assert told.news == [LOOK_AGAIN]


def test_publisher_that_fails_fails_no_turn(world: ChatWorld) -> None:
    token = world.start()

    def fail(channel: str, published: bytes) -> None:
        raise OSError("no such thing")

    sent = operations.send(listened_to(world, fail), ANYBODY, token, "hello", "1")

    assert sent.errors == ()
    assert [one.author for one in sent.messages] == ["SHOPPER", "ASSISTANT"]


def test_hanging_redis_costs_a_turn_nothing(world: ChatWorld) -> None:
    token = world.start()
    with socket.create_server(("127.0.0.1", 0)) as silent:  # takes connections and says nothing
        publisher = RedisPublisher(f"redis://127.0.0.1:{silent.getsockname()[1]}/0")
        desk = listened_to(world, publisher.send)

        began = time.monotonic()
        for number in range(20):
            operations.send(desk, ANYBODY, token, "hello", str(number))
        took = time.monotonic() - began

    assert took < 20 * TIMEOUT / 2  # had each send waited for its two news: 20 s
    assert Message.objects.filter(author=Message.Author.ASSISTANT).count() == 21
