"""What a connection may take up, and what becomes of those that take more."""

from __future__ import annotations

import asyncio
import json
import socket
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from agentpay_plugin.gateway.app import MOST_FOLLOWERS
from tests.gateway.conftest import EVENTS_OF_NOTHING, TOKEN, World
from tests.gateway.listener import Listener

pytestmark = pytest.mark.anyio


async def test_oversized_message_closes_the_connection(world: World) -> None:
    async with world.listener(message_bytes=2048) as listener:
        await listener.send({"type": "ping", "payload": {"x": "x" * 3000}})

        assert (await listener.closed())[0] == 1009


async def test_message_that_is_split_is_measured_whole(world: World) -> None:
    async with world.listener(message_bytes=2048) as listener:
        await listener.socket.send(["x" * 1500, "x" * 1500])

        assert (await listener.closed())[0] == 1009


async def test_connection_that_says_nothing_is_closed(world: World) -> None:
    async with (
        world.gateway(init_seconds=0.1) as address,
        connect(
            f"ws://{address}/graphql/", subprotocols=["graphql-transport-ws"], proxy=None
        ) as silent,
    ):
        await asyncio.wait_for(silent.wait_closed(), 10)

    assert silent.close_code == 4408


async def test_idle_connection_is_closed_and_one_that_listens_is_not(world: World) -> None:
    async with (
        world.gateway(idle_seconds=0.4) as address,
        Listener(f"ws://{address}/graphql/") as idle,
        Listener(f"ws://{address}/graphql/") as busy,
    ):
        await busy.subscribe(TOKEN)
        await busy.events(3)
        closed = await idle.closed()
        await asyncio.sleep(0.5)
        world.publish(world.chat.said())
        heard = await busy.events(1)
        await busy.send({"id": "1", "type": "complete"})
        closed_then = await busy.closed()

    assert closed == closed_then == (4000, "Idle")
    assert heard == ["message 1"]


async def test_peer_that_answers_no_ping_is_closed(world: World) -> None:
    world.settings = _quickly_pinging(world)
    async with world.gateway() as address:
        reader, writer = await _raw(address)
        while await asyncio.wait_for(reader.read(4096), 10):
            pass  # pings come, and then the end
        writer.close()
        state = await _health(address)

    assert state["connections"] == 0


async def test_peer_that_reads_nothing_is_left(world: World) -> None:
    world.settings = replace(world.settings, ping_seconds=1.5)  # long enough to get stuck
    world.chat.said(1)
    async with world.gateway() as address:
        peer = await asyncio.to_thread(_stuck, address)
        was_there = _is_connected(address, peer)
        while not world.shop.fetches:
            await asyncio.sleep(0.02)
        for _ in range(200):
            news = world.chat.said(1)
            news.messages[0]["text"] = "x" * 50_000
            await asyncio.to_thread(world.publish, news)
        async with asyncio.timeout(10):
            while _is_connected(address, peer):
                await asyncio.sleep(0.05)
        state = await _health(address)
        peer.close()

    assert was_there
    assert state["connections"] == 0


async def test_one_subscription_too_many_is_refused_alone(world: World) -> None:
    async with world.listener(subscriptions=2) as listener:
        for key in ("1", "2"):
            await listener.subscribe(TOKEN, key=key)
            await listener.events(3)
        await listener.subscribe(TOKEN, key="3")
        refused = await listener.next()
        world.publish(world.chat.said())
        heard = await listener.events(2)

    assert (refused["id"], refused["type"]) == ("3", "error")
    assert refused["payload"][0]["message"] == "Subscription limit reached"
    assert heard == ["message 1", "message 1"]


async def test_flood_of_wrong_tokens_costs_the_shop_little(world: World) -> None:
    async with world.listener(operations_at_once=5) as listener:
        said: list[Any] = []
        for number in range(30):
            await listener.subscribe("wrong", key=str(number))
        while len([one for one in said if one["type"] in ("error", "complete")]) < 30:
            said.append(await listener.next())

    errors = [one["payload"][0]["extensions"] for one in said if one["type"] == "error"]
    assert errors == [{"code": "TOO_MANY_REQUESTS"}] * len(errors)
    assert (
        len(world.shop.fetches) <= 6
    )  # five at once, and one more for a second that may have passed
    assert len(errors) + len(world.shop.fetches) == 30


async def test_one_connection_too_many_is_turned_away(world: World) -> None:
    async with world.gateway(connections=1) as address:
        async with Listener(f"ws://{address}/graphql/"):
            with pytest.raises(InvalidStatus) as turned_away:
                await Listener(f"ws://{address}/graphql/").__aenter__()
        async with Listener(f"ws://{address}/graphql/") as after:
            await after.subscribe(TOKEN)
            assert await after.events(3) == EVENTS_OF_NOTHING

    assert turned_away.value.response.status_code == 503


@pytest.mark.parametrize(
    "said",
    [
        "[]",
        "7",
        "null",
        "{",
        '{"type": 1}',
        '{"type": "subscribe"}',
        "[" * 5000,
        '{"id": [], "type": "subscribe", "payload": {"query": "{ x }"}}',
        '{"id": "1", "type": "subscribe", "payload": []}',
        '{"id": "1", "type": "subscribe", "payload": {"query": 1}}',
    ],
)
async def test_what_is_no_message_closes_the_connection(
    world: World, said: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with world.listener() as listener:
        await listener.socket.send(said)

        assert (await listener.closed())[0] == 4400
    assert caplog.messages == []


async def test_document_that_is_nested_too_deeply_is_refused(world: World) -> None:
    async with world.listener() as listener:
        await listener.ask("subscription {" + "a {" * 3000 + "b" + "}" * 3001)
        refused = await listener.next()
        await listener.subscribe(TOKEN, key="2")
        events = await listener.events(3)

    assert refused["type"] == "error"
    assert events == EVENTS_OF_NOTHING


async def test_conversation_that_too_many_follow_is_followed_by_no_more(world: World) -> None:
    async with world.gateway(subscriptions=60, operations_at_once=60) as address:
        url = f"ws://{address}/graphql/"
        async with Listener(url) as crowd, Listener(url) as late:
            for number in range(MOST_FOLLOWERS):
                await crowd.subscribe(TOKEN, key=str(number))
            for _ in range(MOST_FOLLOWERS * 3):
                await crowd.event()
            await late.subscribe(TOKEN)
            refused = await late.next()
            await crowd.send({"id": "0", "type": "complete"})
            await crowd.send({"type": "ping"})
            assert (await crowd.next())["type"] == "pong"
            assert (await late.next())["type"] == "complete"
            await late.subscribe(TOKEN, key="2")
            events = await late.events(3)

    (error,) = refused["payload"]["errors"]
    assert error["extensions"] == {"code": "TOO_MANY_REQUESTS"}
    assert events == EVENTS_OF_NOTHING


async def test_origin_that_is_not_listed_is_refused(world: World) -> None:
    world.settings = replace(world.settings, origins=("https://shop.example",))
    async with world.gateway() as address:
        url = f"ws://{address}/graphql/"
        with pytest.raises(InvalidStatus) as refused:
            await Listener(url, origin="https://evil.example").__aenter__()
        async with Listener(url, origin="https://shop.example"), Listener(url):
            pass

    assert refused.value.response.status_code == 403


def _quickly_pinging(world: World) -> Any:
    return replace(world.settings, ping_seconds=0.2)


async def _raw(address: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """Open a websocket and do nothing more with it."""
    host, port = address.split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(_handshake(address))
    await reader.readuntil(b"\r\n\r\n")
    return reader, writer


def _stuck(address: str) -> socket.socket:
    """A browser that subscribes and then reads nothing of what comes."""
    host, port = address.split(":")
    peer = socket.socket()
    peer.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    peer.connect((host, int(port)))
    peer.sendall(_handshake(address))
    while not peer.recv(4096).endswith(b"\r\n\r\n"):
        pass
    query = "subscription($t: String!) { chatEvents(token: $t) { ... on ChatMessageEvent { message { text } } } }"
    peer.sendall(_frame({"type": "connection_init"}))
    payload = {"query": query, "variables": {"t": TOKEN}}
    peer.sendall(_frame({"id": "1", "type": "subscribe", "payload": payload}))
    return peer


def _is_connected(address: str, peer: socket.socket) -> bool:
    """Tell whether the kernel still holds the gateway's end of a connection."""
    ends = f":{int(address.split(':')[1]):04X}", f":{peer.getsockname()[1]:04X}"
    for row in Path("/proc/net/tcp").read_text().splitlines()[1:]:
        _, local, remote, state, *_ = row.split()
        if (local[-5:], remote[-5:]) == ends and state == "01":
            return True
    return False


def _handshake(address: str) -> bytes:
    return (
        f"GET /graphql/ HTTP/1.1\r\nHost: {address}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"
    ).encode()


def _frame(said: Any) -> bytes:
    text = json.dumps(said).encode()
    return b"\x81" + bytes([0x80 | 126]) + len(text).to_bytes(2, "big") + b"\0\0\0\0" + text


async def _health(address: str) -> Any:
    async with httpx.AsyncClient(trust_env=False) as client:
        return (await client.get(f"http://{address}/health")).json()
