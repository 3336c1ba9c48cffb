"""A small look-alike of the shop's API: it holds conversations and answers the contract's `chat`."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from agentpay_plugin.gateway.schema import Context, make_schema
from agentpay_plugin.realtime.events import ChatNews

SCHEMA = make_schema()


def message(sequence: int, author: str = "ASSISTANT") -> dict[str, Any]:
    """A message as the API gives it."""
    text = f"message {sequence}"
    return {
        "id": f"chat:{sequence}",
        "sequence": sequence,
        "author": author,
        "createdAt": "2026-11-22T12:00:00.000Z",
        "clientId": None,
        "intent": None,
        "confidence": None,
        "action": "none",
        "text": text,
        "parts": [{"__typename": "ChatTextPart", "text": text}],
    }


def payment(state: str) -> dict[str, Any]:
    return {
        "chargeId": "charge-1",
        "state": state,
        "method": "card",
        "amount": {"amount": "19.90", "currency": "USD", "text": "$19.90"},
        "pageUrl": None,
        "expiresAt": None,
        "reason": None,
        "refunded": None,
        "reserved": None,
    }


@dataclass
class Conversation:
    """One conversation; `said` stores a message and returns what is published of it."""

    messages: list[dict[str, Any]] = field(default_factory=list)
    payment: dict[str, Any] | None = None
    pending: bool = False
    stoppable: bool = False
    revision: int = 0

    def said(self, count: int = 1, **changes: Any) -> ChatNews:
        begin = len(self.messages) + 1
        new = [message(number) for number in range(begin, begin + count)]
        self.messages += new
        for name, value in changes.items():
            setattr(self, name, value)
        self.revision += 1
        return ChatNews(
            sequence=len(self.messages),
            revision=self.revision,
            messages=new,
            cart=None,
            payment=self.payment,
            typing=self.pending,
            stoppable=self.stoppable,
        )

    def seen(self, after: int) -> dict[str, Any]:
        return {
            "id": "chat",
            "channel": "default-channel",
            "locale": "en",
            "stage": "BROWSING",
            "lastSequence": len(self.messages),
            "pending": self.pending,
            "stoppable": self.stoppable,
            "messages": self.messages[after:],
            "cart": None,
            "payment": self.payment,
        }


async def at_once() -> None:
    """Do nothing before answering."""


@dataclass
class Shop:
    """`calls` are the requests that came; `before_answer` runs between reading a chat and answering it."""

    chats: dict[str, Conversation] = field(default_factory=dict)
    calls: list[tuple[bytes, dict[str, str]]] = field(default_factory=list)
    fetches: list[tuple[str, int]] = field(default_factory=list)
    failing: int = 0
    before_answer: Callable[[], Awaitable[None]] = at_once
    answer: tuple[int, bytes, dict[str, str]] | None = None

    def app(self) -> Starlette:
        return Starlette(routes=[Route("/graphql/", self.graphql, methods=["POST"])])

    async def graphql(self, request: Request) -> Response:
        body = await request.body()
        self.calls.append((body, dict(request.headers)))
        if self.failing:
            self.failing -= 1
            return Response("out of order", 503)
        if self.answer is not None:
            status, told, headers = self.answer
            return Response(told, status, headers)
        sent = json.loads(body)
        result = await SCHEMA.execute(
            sent["query"], variable_values=sent.get("variables"), context_value=Context(self)
        )
        await self.before_answer()
        errors = [error.formatted for error in result.errors or ()]
        return JSONResponse({"data": result.data, **({"errors": errors} if errors else {})})

    async def execute(self, name: str, arguments: Any) -> Any:
        if name == "chat":
            self.fetches.append((arguments["token"], arguments["after"]))
            chat = self.chats.get(arguments["token"])
            return chat.seen(arguments["after"]) if chat else None
        return {"errors": [], "pending": False, "stoppable": False, "messages": []}

    def follow(self, token: str, after: int) -> Any:
        raise NotImplementedError
