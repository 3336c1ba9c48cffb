"""A browser's side of graphql-transport-ws."""

from __future__ import annotations

import asyncio
import json
from typing import Any, Self

from websockets.asyncio.client import ClientConnection, connect

EVENTS = """subscription($token: String!, $after: Int) { chatEvents(token: $token, after: $after) {
  __typename
  ... on ChatMessageEvent { message { sequence author text parts { __typename ... on ChatTextPart { text } } } }
  ... on ChatDeltaEvent { replyId index text }
  ... on ChatTypingEvent { typing stoppable }
  ... on ChatPaymentEvent { payment { state } }
  ... on ChatCartEvent { cart { id } }
} }"""
PATIENCE = 10.0


class Listener:
    """One websocket. `next` gives the following message of the protocol, `event` the following event."""

    def __init__(self, url: str, **options: Any) -> None:
        self._url = url
        self._options = options
        self.socket: ClientConnection

    async def __aenter__(self) -> Self:
        self.socket = await connect(
            self._url, subprotocols=["graphql-transport-ws"], proxy=None, **self._options
        )
        await self.send({"type": "connection_init"})
        assert await self.next() == {"type": "connection_ack"}
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.socket.close()

    async def send(self, said: Any) -> None:
        await self.socket.send(json.dumps(said))

    async def subscribe(self, token: str, after: int = 0, key: str = "1") -> None:
        await self.ask(EVENTS, {"token": token, "after": after}, key)

    async def ask(self, query: str, variables: Any = None, key: str = "1") -> None:
        payload = {"query": query, "variables": variables}
        await self.send({"id": key, "type": "subscribe", "payload": payload})

    async def next(self) -> Any:
        async with asyncio.timeout(PATIENCE):
            return json.loads(await self.socket.recv())

    async def event(self) -> dict[str, Any]:
        said = await self.next()
        assert said["type"] == "next", said
        assert "errors" not in said["payload"], said
        return said["payload"]["data"]["chatEvents"]

    async def events(self, count: int) -> list[str]:
        """The following events, in short."""
        return [short(await self.event()) for _ in range(count)]

    async def messages(self, until: int) -> list[int]:
        """Sequence numbers of the messages that come, until one is there; other events pass by."""
        found: list[int] = []
        while not found or found[-1] < until:
            event = await self.event()
            if event["__typename"] == "ChatMessageEvent":
                found.append(event["message"]["sequence"])
        return found

    async def closed(self) -> tuple[int, str]:
        """Code and reason with which the other side closes."""
        async with asyncio.timeout(PATIENCE):
            await self.socket.wait_closed()
        assert self.socket.close_code is not None
        return self.socket.close_code, self.socket.close_reason or ""


def short(event: dict[str, Any]) -> str:
    match event["__typename"]:
        case "ChatMessageEvent":
            return f"message {event['message']['sequence']}"
        case "ChatTypingEvent":
            stoppable = ", stoppable" if event["stoppable"] else ""
            return f"typing {event['typing']}{stoppable}"
        case "ChatPaymentEvent":
            return f"payment {event['payment'] and event['payment']['state']}"
        case "ChatCartEvent":
            return f"cart {event['cart']}"
    raise AssertionError(event)
