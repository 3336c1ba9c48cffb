"""Follows one conversation: subscribe first, then fetch what was missed, then pass on what is told."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncGenerator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from agentpay_plugin.errors import NotFound, ShopUnavailable
from agentpay_plugin.gateway.relay import Event, Relay
from agentpay_plugin.realtime.bus import Bus, Mailbox
from agentpay_plugin.realtime.events import ChatNews, Delta, channel_of_token

Fetch = Callable[[str, int], Awaitable[dict[str, Any] | None]]


@dataclass(frozen=True, slots=True)
class Pauses:
    """Seconds to wait; each differs at random, so that not all subscribers ask at once.

    `look` is at most between two fetches while nothing can be heard, or while a payment is overdue. `reply` is, from and
    to, how long nothing is heard of a reply on its way until it is asked for: the API makes it itself once it is 8
    seconds late (chat/operations.py), so that it is there no later than for those who ask without a socket.
    `retry` is the first and the longest between two tries of a fetch that failed, `outage` at most before
    the fetch after the bus went down or came up.
    """

    look: float = 30.0
    reply: tuple[float, float] = (8.5, 9.5)
    retry: tuple[float, float] = (0.5, 15.0)
    outage: float = 1.0


PAUSES = Pauses()


async def follow(
    bus: Bus, fetch: Fetch, token: str, after: int, pauses: Pauses = PAUSES
) -> AsyncGenerator[Event, None]:
    """Yield the events of a conversation, each with its `__typename`, for as long as it is there.

    `fetch(token, after)` gives the API's `chat` or None, or raises ShopUnavailable, and is tried again
    then. Raises NotFound for a token that opens nothing (any more).
    """
    relay = Relay(after)
    async with bus.listen(channel_of_token(token)) as mailbox:
        while True:
            for event in relay.fetched(await _fetched(fetch, token, relay.sent, pauses)):
                yield event
            missed = False
            while not missed:
                events = await _next(bus, mailbox, relay, pauses)
                missed = events is None
                for event in events or ():
                    yield event


async def _next(bus: Bus, mailbox: Mailbox, relay: Relay, pauses: Pauses) -> list[Event] | None:
    """Return the next events; None when the API is to be asked for them."""
    try:
        news = await asyncio.wait_for(mailbox.get(), _patience(bus, relay, pauses))
    except TimeoutError:
        return None
    if isinstance(news, ChatNews):
        return relay.heard(news)
    if isinstance(news, Delta):
        return relay.piece(news)
    await asyncio.sleep(_jittered(pauses.outage))
    return None


def _patience(bus: Bus, relay: Relay, pauses: Pauses) -> float | None:
    """Return how long to listen until the API is asked; None, for as long as nothing comes, in a chat at rest."""
    if relay.expects_reply:
        return random.uniform(*pauses.reply)  # noqa: S311 no secret
    if relay.expects_payment or not bus.is_up:
        return _jittered(pauses.look)
    return None


async def _fetched(fetch: Fetch, token: str, after: int, pauses: Pauses) -> dict[str, Any]:
    pause, longest = pauses.retry
    while True:
        try:
            chat = await fetch(token, after)
        except ShopUnavailable:
            await asyncio.sleep(_jittered(pause))
            pause = min(pause * 2, longest)
            continue
        if chat is None:
            raise NotFound("no such conversation")
        return chat


def _jittered(seconds: float) -> float:
    return seconds * random.uniform(0.5, 1)  # noqa: S311 no secret
