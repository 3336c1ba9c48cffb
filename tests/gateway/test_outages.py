"""Redis dies and comes back, readers are slow: nothing is missed, nothing comes twice."""

from __future__ import annotations

import asyncio
import signal
import time
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
import redis

from agentpay_plugin.gateway.follow import Pauses
from agentpay_plugin.realtime.events import LOOK_AGAIN, channel_of_token, encode
from agentpay_plugin.realtime.redis_bus import RedisBus
from tests.gateway.conftest import EVENTS_OF_NOTHING, QUICK, TOKEN, OwnRedis, World
from tests.gateway.listener import Listener
from tests.gateway.shop import payment

pytestmark = pytest.mark.anyio

PATIENT = Pauses(look=3600, retry=(0.05, 0.2), outage=0.05)


@pytest.fixture
def restless(world: World, own_redis: OwnRedis) -> World:
    """A world whose Redis may be killed."""
    world.redis_url = own_redis.url
    world.settings = replace(world.settings, redis_url=own_redis.url)
    return world


async def heard_by_one(world: World) -> None:
    """Wait until somebody listens at Redis."""
    with redis.Redis.from_url(world.redis_url) as client:
        while client.pubsub_numsub(channel_of_token(TOKEN))[0][1] != 1:
            await asyncio.sleep(0.02)


async def looked(world: World, times: int) -> None:
    """Wait until the shop was asked so often: at first, and once when Redis is lost."""
    while len(world.shop.fetches) < times:
        await asyncio.sleep(0.02)


async def test_redis_killed_and_restarted_in_mid_conversation(
    restless: World, own_redis: OwnRedis
) -> None:
    async with restless.listener(QUICK) as listener:
        await listener.subscribe(TOKEN)
        await listener.events(3)
        restless.publish(restless.chat.said())
        before = await listener.messages(until=1)
        own_redis.kill()
        await looked(restless, times=2)
        restless.chat.said(2)
        during = await listener.messages(until=3)
        own_redis.start()
        await heard_by_one(restless)
        restless.publish(restless.chat.said())
        after = await listener.messages(until=4)

    assert (before, during, after) == ([1], [2, 3], [4])


async def test_what_was_said_while_redis_came_back_is_fetched_at_once(
    restless: World, own_redis: OwnRedis
) -> None:
    async with restless.listener(PATIENT) as listener:
        await listener.subscribe(TOKEN)
        await listener.events(3)
        own_redis.kill()
        await looked(restless, times=2)
        restless.chat.said(2)
        own_redis.start()
        messages = await listener.messages(until=2)

    assert messages == [1, 2]
    assert len(restless.shop.fetches) == 3


async def test_redis_that_is_down_at_first_keeps_nobody_waiting(
    restless: World, own_redis: OwnRedis
) -> None:
    own_redis.kill()
    restless.chat.said()
    async with restless.listener(PATIENT) as listener:
        await listener.subscribe(TOKEN)
        async with asyncio.timeout(1.5):
            first = await listener.events(4)
        own_redis.start()
        await heard_by_one(restless)
        restless.publish(restless.chat.said())
        then = await listener.messages(until=2)

    assert (first, then) == (["message 1", *EVENTS_OF_NOTHING], [2])


async def test_reply_or_payment_that_is_overdue_is_asked_for(world: World) -> None:
    """Whoever was to tell of it may have died."""
    world.chat.said(1, pending=True)
    async with world.listener(QUICK) as listener:
        await listener.subscribe(TOKEN)
        await listener.events(4)
        world.chat.said(1, pending=False, payment=payment("OPEN"))
        replied = await listener.events(3)
        world.chat.said(1, payment=payment("ORDERED"))
        paid = await listener.events(2)
        fetches = len(world.shop.fetches)
        await asyncio.sleep(3 * QUICK.look)

    assert replied == ["message 2", "payment OPEN", "typing False"]
    assert paid == ["message 3", "payment ORDERED"]
    assert len(world.shop.fetches) == fetches  # nothing is expected any more


async def test_reader_that_falls_behind_catches_up_without_gaps(world: World) -> None:
    async with (
        world.gateway() as address,
        Listener(f"ws://{address}/graphql/", max_queue=1, max_size=None) as slow,
    ):
        await slow.subscribe(TOKEN)
        await slow.events(3)
        for _ in range(400):
            news = world.chat.said()
            news.messages[0]["text"] = "x" * 50_000
            world.publish(news)
        messages = await slow.messages(until=400)

    assert messages == list(range(1, 401))
    assert len(world.shop.fetches) > 1  # what waited for it was let go, and fetched


async def test_one_connection_to_redis_for_two_hundred_subscribers(restless: World) -> None:
    async with restless.gateway() as address:
        listeners = [Listener(f"ws://{address}/graphql/") for _ in range(20)]
        for listener in listeners:
            await listener.__aenter__()
            for number in range(10):
                token = f"token {number % 5}"
                restless.shop.chats[token] = restless.chat
                await listener.subscribe(token, key=str(number))
                await listener.events(3)
        with redis.Redis.from_url(restless.redis_url) as client:
            clients = [one for one in client.client_list() if one["cmd"] != "client|list"]
            channels = client.pubsub_channels("agentpay:chat:*")
            told = restless.publish(restless.chat.said(), "token 3")
            heard = [await listener.events(2) for listener in listeners]
        for listener in listeners:
            await listener.socket.close()
        with redis.Redis.from_url(restless.redis_url) as client:
            while client.pubsub_channels("agentpay:chat:*"):
                await asyncio.sleep(0.02)

    assert [one["sub"] for one in clients] == ["5"]
    assert (len(channels), told) == (5, 1)
    assert heard == [["message 1", "message 1"]] * 20


async def test_redis_that_hangs_is_taken_for_gone(own_redis: OwnRedis) -> None:
    async with RedisBus(own_redis.url, silence=0.1) as bus, bus.listen("one") as mailbox:
        own_redis.process.send_signal(signal.SIGSTOP)
        lost: Any = await asyncio.wait_for(mailbox.get(), 10)
        was_up = bus.is_up
        own_redis.process.send_signal(signal.SIGCONT)
        back = await asyncio.wait_for(mailbox.get(), 10)

        assert (lost, was_up, back) == (LOOK_AGAIN, False, LOOK_AGAIN)
        assert bus.is_up


async def test_channel_that_is_left_and_entered_again_is_heard(own_redis: OwnRedis) -> None:
    async with RedisBus(own_redis.url) as bus:
        with redis.Redis.from_url(own_redis.url) as client:
            for _ in range(50):
                async with bus.listen("one") as mailbox:
                    assert client.publish("one", encode(LOOK_AGAIN)) == 1
                    assert await asyncio.wait_for(mailbox.get(), 5) is LOOK_AGAIN


async def test_listener_that_leaves_before_it_is_confirmed_leaves_nothing(
    own_redis: OwnRedis,
) -> None:
    async def listen(bus: RedisBus) -> None:
        async with bus.listen("one"):
            await asyncio.sleep(3600)

    async with RedisBus(own_redis.url) as bus, bus.listen("other"):
        for _ in range(20):
            task = asyncio.create_task(listen(bus))
            await asyncio.sleep(0)
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        async with bus.listen("last"):
            with redis.Redis.from_url(own_redis.url) as client:
                assert sorted(client.pubsub_channels()) == [b"last", b"other"]


async def test_redis_that_hangs_from_the_start_holds_nothing_up(own_redis: OwnRedis) -> None:
    own_redis.process.send_signal(signal.SIGSTOP)

    async with asyncio.timeout(10), RedisBus(own_redis.url) as bus, bus.listen("one") as mailbox:
        was_up = bus.is_up
        own_redis.process.send_signal(signal.SIGCONT)

        assert await mailbox.get() is LOOK_AGAIN
        assert (was_up, bus.is_up) == (False, True)


async def test_redis_that_lets_nobody_listen_is_left_alone_for_longer_and_longer(
    own_redis: OwnRedis, caplog: pytest.LogCaptureFixture
) -> None:
    """As with a user of Redis 7 who was given no channels."""
    with redis.Redis.from_url(own_redis.url) as client:
        client.acl_setuser("shop", enabled=True, nopass=True, commands=["+@all"], reset=True)
        url = own_redis.url.replace("redis://", "redis://shop:x@")
        async with RedisBus(url) as bus, bus.listen("one"):
            await asyncio.sleep(2)
        tries = client.info("commandstats")["cmdstat_subscribe"]["rejected_calls"]

    assert 2 <= tries <= 8
    assert caplog.messages == ["Redis is not heard: NoPermissionError"]


async def test_options_for_others_in_the_address_change_nothing(own_redis: OwnRedis) -> None:
    """A broker's address: time limits for its own connections, and what only Celery knows."""
    options = "protocol=3&decode_responses=1&socket_timeout=0.1&visibility_timeout=9&virtual_host=/"
    async with RedisBus(f"{own_redis.url}?{options}") as bus, bus.listen("one") as mailbox:
        await asyncio.sleep(0.3)
        with redis.Redis.from_url(own_redis.url) as client:
            client.publish("one", encode(LOOK_AGAIN))

        assert await asyncio.wait_for(mailbox.get(), 5) is LOOK_AGAIN
        assert client.info("stats")["total_connections_received"] < 8


async def test_listeners_that_come_and_go_while_redis_is_down_leave_nothing(
    own_redis: OwnRedis,
) -> None:
    async with RedisBus(own_redis.url) as bus, bus.listen("one") as mailbox:
        own_redis.kill()
        await asyncio.wait_for(mailbox.get(), 5)
        for number in range(1000):
            async with bus.listen(f"channel {number}"):
                pass

        assert bus._commands.qsize() + len(bus._unconfirmed) + len(bus._channels) == 1


async def test_process_that_was_too_busy_to_listen_does_not_take_redis_for_gone(
    own_redis: OwnRedis,
) -> None:
    async with RedisBus(own_redis.url, silence=0.1) as bus, bus.listen("one") as mailbox:
        for _ in range(3):
            time.sleep(0.5)
            await asyncio.sleep(0.15)
        with redis.Redis.from_url(own_redis.url) as client:
            client.publish("one", b'{"v": 1, "sequence": 1}')
            connections = client.info("stats")["total_connections_received"]

        assert await asyncio.wait_for(mailbox.get(), 5) is LOOK_AGAIN
        assert connections <= 3  # the bus, and the test's two


async def test_bus_that_is_left_while_its_connection_breaks_ends_all_the_same() -> None:
    """Left so many turns of the event loop after Redis refused to be listened to."""

    async def left_after(turns: int) -> None:
        refused, gone = asyncio.Event(), asyncio.Event()

        async def refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            with suppress(ConnectionError):
                while said := await reader.read(1000):
                    is_wish = b"SUBSCRIBE" in said
                    writer.write(b"-NOPERM no\r\n" if is_wish else b"+OK\r\n" * said.count(b"*"))
                    if is_wish:
                        refused.set()
            writer.close()
            gone.set()

        server = await asyncio.start_server(refuse, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        async with RedisBus(f"redis://127.0.0.1:{port}/0") as bus:
            listening = asyncio.create_task(bus.listen("one").__aenter__())
            await refused.wait()
            for _ in range(turns):
                await asyncio.sleep(0)
        listening.cancel()
        await gone.wait()
        server.close()

    tries = [asyncio.create_task(left_after(turns)) for turns in range(12)]
    ended, hanging = await asyncio.wait(tries, timeout=5)

    assert (len(ended), hanging) == (12, set())
