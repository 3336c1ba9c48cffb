"""How news are heard: one mailbox for each listener, which never grows without bound."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import AbstractAsyncContextManager
from typing import Protocol

from agentpay_plugin.realtime.events import LOOK_AGAIN, Delta, News

MOST_WAITING = 100


class Mailbox:
    """One listener's waiting news, for one event loop."""

    def __init__(self, most: int = MOST_WAITING) -> None:
        self._most = most
        self._waiting: deque[News] = deque()
        self._filled = asyncio.Event()

    def put(self, news: News) -> None:
        """Add news. Whoever reads too slowly finds one LOOK_AGAIN instead of all that was waiting."""
        if isinstance(news, Delta) and len(self._waiting) >= self._most // 2:
            return  # the finished message brings the whole text
        if news is LOOK_AGAIN or len(self._waiting) >= self._most:
            self._waiting.clear()
            news = LOOK_AGAIN
        self._waiting.append(news)
        self._filled.set()

    async def get(self) -> News:
        """Wait for news and take them."""
        while not self._waiting:
            self._filled.clear()
            await self._filled.wait()
        return self._waiting.popleft()

    def clear(self) -> None:
        """Forget what is waiting."""
        self._waiting.clear()


class Bus(Protocol):
    """Where news are heard."""

    @property
    def is_up(self) -> bool:
        """Tell whether what is published now would be heard."""

    def listen(self, channel: str) -> AbstractAsyncContextManager[Mailbox]:
        """Give a mailbox into which everything falls that is published from now on.

        Whenever the bus went down or came up meanwhile, LOOK_AGAIN falls into it.
        """
