"""Publishes over Redis from a thread of its own: whatever Redis does, nobody who publishes waits for it."""

from __future__ import annotations

import atexit
import logging
import os
import threading
import time
from dataclasses import dataclass, field

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from agentpay_plugin.realtime.address import plain
from agentpay_plugin.realtime.events import LOOK_AGAIN, encode

logger = logging.getLogger(__name__)

TIMEOUT = 0.5  # seconds for any answer of Redis
PAUSE = 2.0  # seconds without a try after a failure
MOST_WAITING = 1000  # channels with news that Redis has not taken yet
MOST_PIECES = 200  # of replies, of one channel
PARTING = 0.5  # seconds that a process that ends gives its last news


@dataclass
class _Waiting:
    """What a channel is to be told: news first, then pieces of a reply that were written since."""

    news: bytes | None = None
    pieces: list[bytes] = field(default_factory=list)

    def in_order(self) -> list[bytes]:
        return [*([self.news] if self.news is not None else []), *self.pieces]


class RedisPublisher:
    """One thread and one connection for a process, both made when there is something to publish.

    News that Redis did not take become LOOK_AGAIN, and are told as soon as it takes them; so do several
    news of one channel that wait together. A forked process begins afresh. Raises ValueError for a URL
    that is no Redis address.
    """

    def __init__(self, url: str, *, pause: float = PAUSE) -> None:
        self._url = plain(url)
        self._client()  # refuses a wrong URL, and connects to nothing
        self._pause = pause
        self._thread: threading.Thread | None = None
        self._begin()
        os.register_at_fork(after_in_child=self._begin)
        atexit.register(self._finish)

    def send(self, channel: str, published: bytes) -> None:
        """Hand news over to be published soon. Never raises and never waits."""
        with self._lock:
            before = self._waiting.pop(channel, None)
            waits = before is not None and before.news is not None
            # Pieces that were not told yet are of a reply that the news bring whole.
            self._wait(channel, _Waiting(encode(LOOK_AGAIN) if waits else published))

    def send_piece(self, channel: str, published: bytes) -> None:
        """Hand a piece of a reply over, which may be lost. Never raises and never waits."""
        with self._lock:
            waiting = self._waiting.get(channel) or _Waiting()
            if len(waiting.pieces) < MOST_PIECES:
                waiting.pieces.append(published)
            if channel not in self._waiting:
                self._wait(channel, waiting)

    def _wait(self, channel: str, waiting: _Waiting) -> None:
        if len(self._waiting) >= MOST_WAITING:
            del self._waiting[next(iter(self._waiting))]
        self._waiting[channel] = waiting
        if self._thread is None:
            thread = threading.Thread(target=self._work, name="agentpay-realtime", daemon=True)
            thread.start()
            self._thread = thread
        self._filled.set()

    def _begin(self) -> None:
        self._lock = threading.Lock()
        self._filled = threading.Event()
        self._waiting: dict[str, _Waiting] = {}
        self._thread = None

    def _finish(self) -> None:
        """Wait for the last news to go out, but not for long."""
        until = time.monotonic() + PARTING
        while self._filled.is_set() and self._thread and time.monotonic() < until:
            time.sleep(0.005)

    def _work(self) -> None:
        client = self._client()
        is_down = False
        while True:
            self._filled.wait()
            taken = self._take()
            if taken is None:
                continue
            try:
                for published in taken[1].in_order():
                    client.publish(taken[0], published)
                is_down = False
            except Exception as error:  # noqa: BLE001 a door: the thread must outlive whatever Redis does
                if not is_down:  # once an outage
                    logger.warning("Redis takes no news of chats: %s", type(error).__name__)
                is_down = True
                if taken[1].news is not None:
                    self._put_back(taken[0])
                time.sleep(self._pause)

    def _client(self) -> redis.Redis:
        # One more try covers a connection that Redis has closed: it was idle, or Redis restarted.
        retry = Retry(NoBackoff(), 1, supported_errors=(redis.ConnectionError,))
        return redis.Redis.from_url(
            self._url,
            socket_timeout=TIMEOUT,
            socket_connect_timeout=TIMEOUT,
            retry=retry,
            max_connections=1,
        )

    def _take(self) -> tuple[str, _Waiting] | None:
        with self._lock:
            if not self._waiting:
                self._filled.clear()
                return None
            channel = next(iter(self._waiting))
            return channel, self._waiting.pop(channel)

    def _put_back(self, channel: str) -> None:
        with self._lock:
            self._waiting[channel] = _Waiting(encode(LOOK_AGAIN))
