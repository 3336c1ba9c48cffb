"""Listens over Redis: one connection for a process, however many listen to however many conversations."""

from __future__ import annotations

import asyncio
import logging
import random
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any, Self

from redis.asyncio.connection import ConnectionPool
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from agentpay_plugin.realtime.address import plain
from agentpay_plugin.realtime.bus import Mailbox
from agentpay_plugin.realtime.events import LOOK_AGAIN, News, decode

logger = logging.getLogger(__name__)

CONNECTED_WITHIN = 2.0  # seconds, with Redis's greeting
CONFIRMED_WITHIN = 2.0  # seconds that a listener waits for its subscription
SILENCE = 7.0  # seconds until Redis is asked for a word, and until it is asked again
MOST_UNANSWERED = 2  # words asked for in vain; then it is taken for gone
PAUSES = (0.1, 5.0)  # seconds, the shortest and the longest, between two tries to connect


class _Channel:
    """Who listens to a conversation, and whether Redis has confirmed that it sends its news."""

    def __init__(self) -> None:
        self.mailboxes: set[Mailbox] = set()
        self.confirmed = asyncio.Event()

    def put(self, news: News) -> None:
        """Tell all of them."""
        for mailbox in self.mailboxes:
            mailbox.put(news)


class RedisBus:
    """Use it as an async context: inside it connects, again and again, by itself.

    Whenever the connection is lost or made again LOOK_AGAIN falls into every mailbox. Raises ValueError
    for a URL that is no Redis address.
    """

    def __init__(self, url: str, *, silence: float = SILENCE) -> None:
        self._pool = _pool(url)
        try:
            self._pool.make_connection()  # refuses wrong options, and connects to nothing
        except RedisError as error:
            raise ValueError(str(error)) from error
        self._silence = silence
        self._is_up = self._is_left = False
        self._tried = asyncio.Event()
        self._heard_at = 0.0
        self._unanswered = 0
        self._channels: dict[str, _Channel] = {}
        self._commands: asyncio.Queue[tuple[str, ...]] = asyncio.Queue()
        self._unconfirmed: Counter[str] = Counter()

    async def __aenter__(self) -> Self:
        """Connect, or begin to try: Redis may be down."""
        self._keeper = asyncio.create_task(self._stay_connected())
        await self._tried.wait()
        return self

    async def __aexit__(self, *error: object) -> None:
        """Leave Redis."""
        self._is_left = True
        self._keeper.cancel()
        with suppress(asyncio.CancelledError):
            await self._keeper

    @property
    def is_up(self) -> bool:
        """Tell whether there is a connection."""
        return self._is_up

    @asynccontextmanager
    async def listen(self, channel: str) -> AsyncIterator[Mailbox]:
        """Give a mailbox into which everything falls that is published from now on.

        Redis being down is no error: LOOK_AGAIN falls into the mailbox once it is up.
        """
        mailbox = Mailbox()
        entry = self._channels.get(channel)
        if entry is None:
            entry = self._channels[channel] = _Channel()
            self._subscribe(channel)
        entry.mailboxes.add(mailbox)
        try:
            if self._is_up:
                with suppress(TimeoutError):
                    await asyncio.wait_for(entry.confirmed.wait(), CONFIRMED_WITHIN)
                    mailbox.clear()
            yield mailbox
        finally:
            entry.mailboxes.discard(mailbox)
            if not entry.mailboxes:
                del self._channels[channel]
                if self._is_up:
                    self._commands.put_nowait(("UNSUBSCRIBE", channel))

    async def _stay_connected(self) -> None:
        shortest, longest = PAUSES
        pause, was_told = shortest, False
        clock = asyncio.get_running_loop().time
        while True:
            connection = self._pool.make_connection()
            began = clock()
            try:
                async with asyncio.timeout(CONNECTED_WITHIN):
                    await connection.connect()
                logger.info("listening at Redis")
                await self._serve(connection)
            except* (RedisError, OSError) as errors:
                # One that takes the connection and drops it at once is as good as down.
                if clock() - began > longest:
                    pause, was_told = shortest, False
                if not was_told:  # once an outage
                    logger.warning("Redis is not heard: %s", type(errors.exceptions[0]).__name__)
                was_told = True
            finally:
                self._went_down()
                with suppress(RedisError, OSError):
                    await connection.disconnect(nowait=True)
            if self._is_left:  # a group of tasks that is failing keeps a cancellation to itself
                return
            await asyncio.sleep(pause * random.uniform(0.5, 1))  # noqa: S311 no secret
            pause = min(pause * 2, longest)

    async def _serve(self, connection: Any) -> None:
        self._commands = asyncio.Queue()
        self._unconfirmed.clear()
        self._heard()
        self._is_up = True
        for channel in self._channels:
            self._subscribe(channel)
        self._tried.set()
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._write(connection))
            tasks.create_task(self._read(connection))
            tasks.create_task(self._watch())

    def _went_down(self) -> None:
        self._tried.set()
        was_up, self._is_up = self._is_up, False
        for entry in self._channels.values():
            entry.confirmed.clear()
            if was_up:
                entry.put(LOOK_AGAIN)

    def _subscribe(self, channel: str) -> None:
        if self._is_up:  # else all are subscribed to once it is
            self._unconfirmed[channel] += 1
            self._commands.put_nowait(("SUBSCRIBE", channel))

    async def _write(self, connection: Any) -> None:
        while True:
            await connection.send_command(*await self._commands.get())

    async def _watch(self) -> None:
        """Notice a connection that is dead without having been closed."""
        while True:
            await asyncio.sleep(self._silence)
            silent = asyncio.get_running_loop().time() - self._heard_at
            if silent < self._silence:
                continue
            # Not by the time alone: this process may have been too busy to ask, or to read the answer.
            if self._unanswered >= MOST_UNANSWERED:
                raise ConnectionAbortedError("Redis is silent")
            self._unanswered += 1
            self._commands.put_nowait(("PING",))

    async def _read(self, connection: Any) -> None:
        while True:
            answer: Any = await connection.read_response()
            self._heard()
            match answer:
                case [b"message", bytes() as channel, bytes() as published]:
                    if entry := self._channels.get(channel.decode()):
                        entry.put(decode(published))
                case [b"subscribe", bytes() as channel, _]:
                    self._confirmed(channel.decode())

    def _heard(self) -> None:
        self._heard_at, self._unanswered = asyncio.get_running_loop().time(), 0

    def _confirmed(self, channel: str) -> None:
        """Mark a channel as heard, unless it was left and entered again meanwhile."""
        self._unconfirmed[channel] -= 1
        if self._unconfirmed[channel] > 0:
            return
        del self._unconfirmed[channel]
        if entry := self._channels.get(channel):
            entry.confirmed.set()
            entry.put(LOOK_AGAIN)


def _pool(url: str) -> Any:  # redis-py types only some of what is used of it
    return ConnectionPool.from_url(
        plain(url),
        protocol=2,
        socket_connect_timeout=CONNECTED_WITHIN,
        socket_timeout=None,
        retry=Retry(NoBackoff(), 0),
    )
