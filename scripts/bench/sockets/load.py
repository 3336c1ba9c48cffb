"""The load: opens the sockets of both servers, publishes in rounds, and times what arrives.

load.py <redis> <file for what was found> <sockets> <rounds> <name>=<pid>:<port> …
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import re
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from redis.asyncio import Redis
from websockets.asyncio.client import ClientConnection, connect

from agentpay_plugin.realtime.events import channel_of_token
from agentpay_plugin.shop.documents import document
from scripts.bench.running import say
from scripts.bench.sockets.news import published

EVENTS_A_SECOND = 50
ROUND_SECONDS = 3.0
PATIENCE = 20.0  # seconds for what is still on its way after a round
OPENING_AT_ONCE = 50
WARMING = 20  # connections, before a server's memory is looked at


@dataclass
class Server:
    """One of the two, with what was found of it. `sent` has the moment of each event by its conversation."""

    name: str
    pid: int
    port: int
    read: Callable[[Any], int | None]
    subscribe: Callable[[ClientConnection, str], Any]
    said: list[int] = field(default_factory=list)
    sent: dict[tuple[int, int], float] = field(default_factory=dict)
    ms: list[float] = field(default_factory=list)
    processor: float = 0.0
    kb: float = 0.0
    seconds: float = 0.0
    sockets: list[ClientConnection] = field(default_factory=list)

    def token(self, number: int) -> str:
        """Return a conversation's token; the servers have no conversation in common."""
        return f"bench-{os.getpid()}-{self.name}-{number}"

    def processor_seconds(self) -> float:
        """Return the server's user and system time."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> int:
        """Return what the server holds, in KB."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(re.findall(r"^VmRSS:\s+(\d+) kB", status, re.M)[0])


async def subscribe_to_gateway(socket: ClientConnection, token: str) -> None:
    """Subscribe as the widget does, and wait for the conversation as it stands."""
    await socket.send(json.dumps({"type": "connection_init"}))
    assert json.loads(await socket.recv())["type"] == "connection_ack"
    payload = {"query": document("chatEvents", "widget"), "variables": {"token": token, "after": 0}}
    await socket.send(json.dumps({"id": "1", "type": "subscribe", "payload": payload}))
    for _ in ("cart", "payment", "typing"):
        said = json.loads(await socket.recv())
        assert said["type"] == "next", said


async def subscribe_to_bare(socket: ClientConnection, token: str) -> None:
    """Name the channel, and wait until it is heard."""
    await socket.send(channel_of_token(token))
    assert await socket.recv() == "subscribed"


def read_gateway(said: Any) -> int | None:
    """Return the message's number; None for another event."""
    event = said["payload"]["data"]["chatEvents"]
    number: int | None = event.get("message", {}).get("sequence")
    return number


def read_bare(said: Any) -> int | None:
    """Return the message's number."""
    return int(said["sequence"])


async def main(redis_url: str, path: str, count: int, rounds: int, servers: list[Server]) -> None:
    """Measure both and write down what was found."""
    redis = Redis.from_url(redis_url)
    readers: list[asyncio.Task[None]] = []
    for server in servers:
        await _warm(server)
        readers += await _open(server, count)
        say(
            f"  {server.name}: {count:,} subscribed in {server.seconds:.1f} s, {server.kb:.1f} KB each"
        )
    for number in range(rounds):
        for server in servers if number % 2 == 0 else servers[::-1]:
            await _round(server, redis)
        told = ", ".join(f"{s.name} {sorted(s.ms)[len(s.ms) // 2]:.1f} ms" for s in servers)
        say(f"  {number + 1}/{rounds}: {told}")
    for reader in readers:
        reader.cancel()
    Path(path).write_text(json.dumps({server.name: _found(server) for server in servers}))
    await redis.aclose()
    os._exit(0)  # four thousand polite closes would only take time


def _found(server: Server) -> dict[str, Any]:
    return {
        "ms": server.ms,
        "lost": len(server.sent),
        "processor_ms": server.processor * 1000 / max(len(server.ms), 1),
        "kb": server.kb,
        "seconds": server.seconds,
    }


async def _warm(server: Server) -> None:
    opened = [await _connected(server, f"{server.token(number)}-warm") for number in range(WARMING)]
    for socket in opened:
        await socket.close()


async def _open(server: Server, count: int) -> list[asyncio.Task[None]]:
    """Open all sockets; return who reads them."""
    turnstile = asyncio.Semaphore(OPENING_AT_ONCE)

    async def opened(number: int) -> ClientConnection:
        async with turnstile:
            return await _connected(server, server.token(number))

    before, begin = server.memory(), time.perf_counter()
    server.sockets = await asyncio.gather(*(opened(number) for number in range(count)))
    server.seconds = time.perf_counter() - begin
    await asyncio.sleep(1)
    server.kb = (server.memory() - before) / count
    server.said = [0] * count
    return [asyncio.create_task(_read(server, number)) for number in range(count)]


async def _connected(server: Server, token: str) -> ClientConnection:
    socket = await connect(
        f"ws://127.0.0.1:{server.port}/graphql/",
        subprotocols=["graphql-transport-ws"] if server.name == "gateway" else None,  # type: ignore[list-item]
        compression=None, ping_interval=None, proxy=None, open_timeout=60,
    )  # fmt: skip
    await server.subscribe(socket, token)
    return socket


async def _read(server: Server, number: int) -> None:
    async for said in server.sockets[number]:
        now = time.perf_counter()
        sequence = server.read(json.loads(said))
        if sequence is not None and (at := server.sent.pop((number, sequence), None)) is not None:
            server.ms.append((now - at) * 1000)


async def _round(server: Server, redis: Redis) -> None:
    """Publish to one conversation after the other, chosen at random, and wait for all to arrive."""
    used, begin = server.processor_seconds(), time.perf_counter()
    for tick in range(int(EVENTS_A_SECOND * ROUND_SECONDS)):
        await asyncio.sleep(max(0.0, begin + tick / EVENTS_A_SECOND - time.perf_counter()))
        number = random.randrange(len(server.said))
        server.said[number] += 1
        channel = channel_of_token(server.token(number))
        news = published(server.said[number])
        server.sent[(number, server.said[number])] = time.perf_counter()
        await redis.publish(channel, news)
    end = time.perf_counter() + PATIENCE
    while server.sent and time.perf_counter() < end:
        await asyncio.sleep(0.05)
    server.processor += server.processor_seconds() - used


def server_of(argument: str) -> Server:
    """Return the server of `<name>=<pid>:<port>`."""
    name, pid, port = re.findall(r"(\w+)=(\d+):(\d+)", argument)[0]
    if name == "gateway":
        return Server(name, int(pid), int(port), read_gateway, subscribe_to_gateway)
    return Server(name, int(pid), int(port), read_bare, subscribe_to_bare)


if __name__ == "__main__":
    url, where, sockets, times, *named = sys.argv[1:]
    asyncio.run(main(url, where, int(sockets), int(times), [server_of(each) for each in named]))
