"""The load: shoppers who write what no rule understands, one after the other, and hear the reply as the widget does.

load.py <file for what was found> <file of the model's stamps> <turns> <gateway's host:port> <redis> <model> <key>
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from pathlib import Path
from typing import Any

import anthropic
import httpx
from redis.asyncio import Redis
from websockets.asyncio.client import ClientConnection, connect

from agentpay_plugin.realtime.events import channel_of_token
from agentpay_plugin.shop.documents import document
from scripts.bench import stamps
from scripts.bench.running import say

UNCLEAR = "hm, something cosy for a rainy evening with my uncle perhaps"
WARMING = 6  # turns that are not counted: each process of the worker has had one by then, and loaded what it needs
PATIENCE = 60.0  # seconds for anything
_CHANNEL = {"channel": "default-channel", "locale": "en"}


class Load:
    """Plays turns. `found` has the milliseconds from the model's first token to each of three places."""

    def __init__(self, stamped: Path, gateway: str, redis: Redis, model: str, key: str) -> None:
        self._stamps, self._gateway, self._redis = stamped, gateway, redis
        self._model = anthropic.AsyncAnthropic(api_key=key, base_url=model, max_retries=0)
        self._http = httpx.AsyncClient(timeout=PATIENCE)
        self.found: dict[str, list[float]] = {"socket": [], "redis": [], "sdk": []}

    async def until_worked(self) -> None:
        """Wait until a worker waits for tasks: what none takes in time the rules answer."""
        async with asyncio.timeout(PATIENCE):
            while not any(client["cmd"] == "brpop" for client in await self._redis.client_list()):
                await asyncio.sleep(0.1)

    async def turn(self, number: int) -> None:
        """Let a shopper write, and note when the first word is told and when it is at the socket."""
        token = (await self._post("chatStart", input=_CHANNEL))["token"]
        async with self._redis.pubsub() as pubsub, self._listening(token) as socket:
            await pubsub.subscribe(channel_of_token(token))
            published = asyncio.create_task(_first_piece(pubsub))
            await self._post(
                "chatMessageSend", token=token, text=UNCLEAR, clientId=f"bench-{number}"
            )
            heard = await _first_word(socket)
            told = await published
            await _reply(socket)
        self._note("socket", heard)
        self._note("redis", told)

    async def bare(self) -> None:
        """Ask the model by its provider's library alone."""
        stream = await self._model.messages.create(
            model="claude-haiku-5-5", max_tokens=600, stream=True,
            messages=[{"role": "user", "content": UNCLEAR}],
        )  # fmt: skip
        heard = 0.0
        async for event in stream:
            if not heard and event.type == "content_block_delta":
                heard = time.monotonic()
        self._note("sdk", heard)

    def forget(self) -> None:
        """Forget what was found while everything was warming up."""
        for values in self.found.values():
            values.clear()

    def _note(self, place: str, at: float) -> None:
        said = stamps.last(self._stamps)
        self.found[place].append((at - said.monotonic) * 1000)

    def _listening(self, token: str) -> Any:
        load = self

        class Listening:
            async def __aenter__(self) -> ClientConnection:
                self._connection = await connect(
                    f"ws://{load._gateway}/graphql/",
                    subprotocols=["graphql-transport-ws"],  # type: ignore[list-item]
                    compression=None, ping_interval=None, proxy=None,
                )  # fmt: skip
                await _subscribe(self._connection, token)
                return self._connection

            async def __aexit__(self, *_: object) -> None:
                await self._connection.close()

        return Listening()

    async def _post(self, name: str, **variables: Any) -> dict[str, Any]:
        body = {"query": document(name, "widget"), "variables": variables}
        answer = (await self._http.post(f"http://{self._gateway}/graphql/", json=body)).json()
        assert not answer.get("errors"), answer
        found: dict[str, Any] = answer["data"][name]
        assert found["errors"] == [], found
        return found


async def _subscribe(socket: ClientConnection, token: str) -> None:
    await socket.send(json.dumps({"type": "connection_init"}))
    assert json.loads(await socket.recv())["type"] == "connection_ack"
    payload = {"query": document("chatEvents", "widget"), "variables": {"token": token, "after": 0}}
    await socket.send(json.dumps({"id": "1", "type": "subscribe", "payload": payload}))
    await _until(socket, "ChatTypingEvent")  # the last of how the conversation stands


async def _first_word(socket: ClientConnection) -> float:
    return await _until(socket, "ChatDeltaEvent")


async def _reply(socket: ClientConnection) -> None:
    await _until(socket, "ChatMessageEvent")


async def _until(socket: ClientConnection, name: str) -> float:
    """Return when the next event of a name came."""
    async with asyncio.timeout(PATIENCE):
        while True:
            told = json.loads(await socket.recv())
            at = time.monotonic()
            assert told["type"] == "next", told
            if told["payload"]["data"]["chatEvents"]["__typename"] == name:
                return at


async def _first_piece(pubsub: Any) -> float:
    async with asyncio.timeout(PATIENCE):
        async for heard in pubsub.listen():
            at = time.monotonic()
            if heard["type"] == "message" and "delta" in json.loads(heard["data"]):
                return at
    raise AssertionError("nothing was told")


async def main(path: Path, turns: int, load: Load) -> None:
    """Play the turns and as many bare streams, in turns."""
    await load.until_worked()
    for number in range(WARMING):
        await load.turn(-number)
        await load.bare()
    load.forget()
    for number in range(1, turns + 1):
        await load.turn(number)
        await load.bare()
        if number % 10 == 0:
            halves = {name: sorted(ms)[len(ms) // 2] for name, ms in load.found.items()}
            say(f"  {number}/{turns}: {', '.join(f'{n} {ms:.1f} ms' for n, ms in halves.items())}")
    path.write_text(json.dumps(load.found))


if __name__ == "__main__":
    where, file, turns, gateway, redis_url, model, key = sys.argv[1:]
    asyncio.run(
        main(
            Path(where),
            int(turns),
            Load(Path(file), gateway, Redis.from_url(redis_url), model, key),
        )
    )
