"""A subscriber gets every message once, in order, whatever overlaps, is lost or restarted."""

from __future__ import annotations

import pytest

from agentpay_plugin.gateway.follow import Pauses
from agentpay_plugin.realtime.events import LOOK_AGAIN, Delta
from tests.gateway.conftest import EVENTS_OF_NOTHING, TOKEN, World
from tests.gateway.shop import Conversation, payment

pytestmark = pytest.mark.anyio

# A reply on its way is asked for at once, and nothing else ever.
SOON = Pauses(look=3600, reply=(0.05, 0.05))


async def test_history_then_snapshots_then_what_follows(world: World) -> None:
    world.chat.said(2)
    async with world.listener() as listener:
        await listener.subscribe(TOKEN)
        missed = await listener.events(5)
        world.publish(world.chat.said(1, pending=True))
        world.publish(world.chat.said(1, pending=False, payment=payment("OPEN")))
        followed = await listener.events(5)

    assert missed == ["message 1", "message 2", *EVENTS_OF_NOTHING]
    assert followed == ["message 3", "typing True", "message 4", "payment OPEN", "typing False"]


async def test_reply_of_a_model_is_stoppable_until_it_is_stopped(world: World) -> None:
    world.chat.said(1, pending=True, stoppable=True)
    async with world.listener() as listener:
        await listener.subscribe(TOKEN)
        begun = await listener.events(4)
        world.publish(world.chat.said(0, stoppable=False))
        stopped = await listener.events(1)
        world.publish(world.chat.said(1, pending=False))
        then = await listener.events(2)

    assert begun == ["message 1", "cart None", "payment None", "typing True, stoppable"]
    assert stopped == ["typing True"]
    assert then == ["message 2", "typing False"]


async def test_only_what_is_after_the_callers_number(world: World) -> None:
    world.chat.said(3)
    async with world.listener() as listener:
        await listener.subscribe(TOKEN, after=2)
        events = await listener.events(4)

    assert events == ["message 3", *EVENTS_OF_NOTHING]
    assert world.shop.fetches == [(TOKEN, 2)]


async def test_what_is_published_while_it_is_fetched_comes_once(world: World) -> None:
    world.chat.said(2)

    async def publish() -> None:
        """The chat was read with two messages; before its answer leaves, two more are told."""
        world.shop.before_answer = done
        assert world.publish(world.chat.said()) == 1
        assert world.publish(world.chat.said()) == 1

    async def done() -> None:
        return

    world.shop.before_answer = publish
    async with world.listener() as listener:
        await listener.subscribe(TOKEN)
        events = await listener.events(7)
        world.publish(world.chat.said())
        last = await listener.events(1)

    assert events == ["message 1", "message 2", *EVENTS_OF_NOTHING, "message 3", "message 4"]
    assert last == ["message 5"]
    assert len(world.shop.fetches) == 1


async def test_what_was_fetched_and_is_told_again_comes_once(world: World) -> None:
    news = world.chat.said(2)
    async with world.listener() as listener:
        await listener.subscribe(TOKEN)
        first = await listener.messages(until=2)
        await listener.events(3)
        world.publish(news)
        world.publish(world.chat.said())
        then = await listener.events(1)

    assert (first, then) == ([1, 2], ["message 3"])


async def test_gap_is_fetched(world: World) -> None:
    async with world.listener() as listener:
        await listener.subscribe(TOKEN)
        await listener.events(3)
        world.chat.said(2)  # never told
        world.publish(world.chat.said())
        messages = await listener.messages(until=3)

    assert messages == [1, 2, 3]
    assert world.shop.fetches == [(TOKEN, 0), (TOKEN, 0)]


async def test_news_told_late_change_nothing_back(world: World) -> None:
    async with world.listener() as listener:
        await listener.subscribe(TOKEN)
        await listener.events(3)
        older = world.chat.said(1, pending=True)
        newer = world.chat.said(0, pending=False, payment=payment("OPEN"))
        world.publish(newer)
        events = await listener.events(2)
        world.publish(older)
        world.publish(world.chat.said())
        then = await listener.events(1)

    assert events == ["message 1", "payment OPEN"]
    assert then == ["message 2"]


async def test_wrong_token_is_told_and_ends_the_subscription_alone(world: World) -> None:
    async with world.listener() as listener:
        await listener.subscribe("wrong", key="wrong")
        refused = [await listener.next(), await listener.next()]
        await listener.subscribe(TOKEN)
        events = await listener.events(3)

    assert refused[0]["payload"]["errors"][0]["extensions"] == {"code": "NOT_FOUND"}
    assert refused[1] == {"id": "wrong", "type": "complete"}
    assert events == EVENTS_OF_NOTHING


async def test_erased_conversation_ends_its_subscriptions(world: World) -> None:
    async with world.listener() as listener:
        await listener.subscribe(TOKEN)
        await listener.events(3)
        del world.shop.chats[TOKEN]
        world.publish(LOOK_AGAIN)
        refused = [await listener.next(), await listener.next()]

    assert refused[0]["payload"]["errors"][0]["extensions"] == {"code": "NOT_FOUND"}
    assert refused[1]["type"] == "complete"


async def test_shop_that_is_down_at_first_keeps_the_subscriber(world: World) -> None:
    world.chat.said()
    world.shop.failing = 3
    async with world.listener() as listener:
        await listener.subscribe(TOKEN)
        events = await listener.events(4)

    assert events == ["message 1", *EVENTS_OF_NOTHING]
    assert len(world.shop.calls) == 4


async def test_reply_that_no_worker_makes_is_asked_for_soon(world: World) -> None:
    async with world.listener(SOON) as listener:
        await listener.subscribe(TOKEN)
        await listener.events(3)
        world.publish(world.chat.said(1, pending=True))
        begun = await listener.events(2)
        world.chat.said(1, pending=False)  # the API has made it, being asked, and nobody told
        made = await listener.events(2)

    assert (begun, made) == (["message 1", "typing True"], ["message 2", "typing False"])


async def test_reply_on_its_way_before_the_socket_is_asked_for_too(world: World) -> None:
    world.chat.said(1, pending=True)
    async with world.listener(SOON) as listener:
        await listener.subscribe(TOKEN)
        await listener.events(4)
        world.chat.said(1, pending=False)
        made = await listener.events(2)

    assert made == ["message 2", "typing False"]


async def test_chat_at_rest_is_not_asked_for(world: World) -> None:
    """Beside it another one is asked for again and again; what it expects is a reply."""
    busy = world.shop.chats["busy"] = Conversation(pending=True)
    async with world.listener(SOON) as resting, world.listener(SOON) as waiting:
        await resting.subscribe(TOKEN)
        await resting.events(3)
        await waiting.subscribe("busy")
        await waiting.events(3)
        for _ in range(3):
            busy.said(1)
            await waiting.events(1)

    assert len([token for token, _ in world.shop.fetches if token == "busy"]) >= 4
    assert world.shop.fetches.count((TOKEN, 0)) == 1
    assert {after for token, after in world.shop.fetches if token == TOKEN} == {0}


async def test_open_payment_is_asked_for_at_leisure(world: World) -> None:
    world.chat.said(1, payment=payment("OPEN"))
    busy = world.shop.chats["busy"] = Conversation(pending=True)
    async with world.listener(SOON) as paying, world.listener(SOON) as waiting:
        await paying.subscribe(TOKEN)
        await paying.events(4)
        await waiting.subscribe("busy")
        await waiting.events(3)
        for _ in range(3):
            busy.said(1)
            await waiting.events(1)

    assert len([token for token, _ in world.shop.fetches if token == TOKEN]) == 1


async def test_pieces_of_a_reply_come_as_they_are_told(world: World) -> None:
    world.chat.said(2)
    async with world.listener() as listener:
        await listener.subscribe(TOKEN)
        await listener.events(5)
        world.publish(Delta("reply", 0, "Hel", after=2))
        world.publish(Delta("reply", 1, "lo", after=2))
        pieces = [await listener.event() for _ in range(2)]
        world.publish(world.chat.said())
        world.publish(Delta("reply", 2, " late", after=2))
        world.publish(world.chat.said())
        rest = await listener.events(2)

    assert pieces == [
        {"__typename": "ChatDeltaEvent", "replyId": "reply", "index": 0, "text": "Hel"},
        {"__typename": "ChatDeltaEvent", "replyId": "reply", "index": 1, "text": "lo"},
    ]
    assert rest == ["message 3", "message 4"]
    assert len(world.shop.fetches) == 1
