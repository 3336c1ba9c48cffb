"""A bus within one process: whoever publishes may be any thread, whoever listens any event loop."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Lock

from agentpay_plugin.realtime.bus import Mailbox
from agentpay_plugin.realtime.events import News, decode

Listener = tuple[asyncio.AbstractEventLoop, Mailbox]


class MemoryBus:
    """Publishes and listens. Safe to be used from several threads."""

    is_up = True

    def __init__(self) -> None:
        self._lock = Lock()
        self._listeners: dict[str, list[Listener]] = {}

    def send(self, channel: str, published: bytes) -> None:
        """Publish; never raises and never waits for a listener."""
        news = decode(published)
        with self._lock:
            listeners = list(self._listeners.get(channel, ()))
        for loop, mailbox in listeners:
            _hand_over(loop, mailbox, news)

    @asynccontextmanager
    async def listen(self, channel: str) -> AsyncIterator[Mailbox]:
        """Give a mailbox into which everything falls that is published from now on."""
        listener = (asyncio.get_running_loop(), Mailbox())
        with self._lock:
            self._listeners.setdefault(channel, []).append(listener)
        try:
            yield listener[1]
        finally:
            with self._lock:
                self._listeners[channel].remove(listener)
                if not self._listeners[channel]:
                    del self._listeners[channel]


def _hand_over(loop: asyncio.AbstractEventLoop, mailbox: Mailbox, news: News) -> None:
    try:
        loop.call_soon_threadsafe(mailbox.put, news)
    except RuntimeError:  # the loop was closed meanwhile; its listener needs nothing any more
        return
