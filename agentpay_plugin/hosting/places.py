"""Places for turns with a language model in Celery workers: of each worker's processes one is left to money.

Counted in Redis, since a worker's processes share no memory; a place whose holder died is free again when its time is over.
"""

from __future__ import annotations

import logging
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from typing import Any

import redis
from celery.signals import worker_init

from agentpay_plugin.chat.desk import TURN_TASK
from agentpay_plugin.realtime.address import plain

logger = logging.getLogger(__name__)

QUEUE = "AGENTPAY_ASSISTANT_QUEUE"
_TIMEOUT = 0.5  # seconds for any answer of Redis
_PREFIX = "agentpay:models:"
# By the clock of Redis alone: the workers' may differ.
_TAKE = """
local time = redis.call('TIME')
local now = time[1] + time[2] / 1000000
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[1]) then return 0 end
redis.call('ZADD', KEYS[1], now + tonumber(ARGV[2]), ARGV[3])
redis.call('EXPIRE', KEYS[1], math.ceil(tonumber(ARGV[2])) + 60)
return 1
"""


@dataclass(frozen=True, slots=True)
class Worker:
    """This process's worker: a name that no other has, and how many model turns it may hold at once."""

    name: str
    places: int


_this: Worker | None = None


def this_worker() -> Worker | None:
    """Return the worker that this process is of; None in a web process."""
    return _this


def queue_of_models() -> str:
    """Return the queue that model turns have of their own; empty where they share that of all tasks."""
    return os.environ.get(QUEUE, "").strip()


@worker_init.connect  # type: ignore[untyped-decorator]
def remember(sender: Any, **_: Any) -> None:
    """Learn what worker this is, before its processes are forked."""
    global _this
    processes = int(getattr(sender, "min_concurrency", 0) or sender.concurrency or 1)
    places = processes - 1 if _takes_money(sender.app) else processes
    _this = Worker(f"{sender.hostname}:{os.getpid()}", places)
    if places < 1:
        logger.warning(
            "this worker has one process, which is for money: no assistant answers here; give it"
            " two or more (--concurrency)"
        )


class RedisPlaces:
    """Holds places. A Redis that does not answer has none: the rules answer. Raises ValueError for a wrong URL."""

    def __init__(self, url: str, worker: Callable[[], Worker | None] = this_worker) -> None:
        self._client = redis.Redis.from_url(
            plain(url), socket_timeout=_TIMEOUT, socket_connect_timeout=_TIMEOUT
        )
        self._worker = worker

    @contextmanager
    def hold(self, seconds: int) -> Iterator[bool]:
        """Hold a place for the block, at most so long; False when none is free."""
        worker, holder = self._worker(), secrets.token_hex(8)
        key = f"{_PREFIX}{worker.name}" if worker else ""
        taken = worker is not None and self._take(key, worker.places, seconds, holder)
        try:
            yield taken
        finally:
            if taken:
                with suppress(redis.RedisError):  # it runs out by itself
                    self._client.zrem(key, holder)

    def _take(self, key: str, places: int, seconds: int, holder: str) -> bool:
        if places < 1:
            return False
        try:
            return bool(self._client.eval(_TAKE, 1, key, str(places), str(seconds), holder))
        except redis.RedisError as error:
            logger.warning("no place for a model: %s", type(error).__name__)
            return False


def of(url: str) -> Callable[[int], AbstractContextManager[bool]]:
    """Return what holds places over the Redis at an address; none are free where there is none."""
    if url:
        with suppress(ValueError):  # named in the log where news are published
            return RedisPlaces(url).hold
    return lambda _: nullcontext(False)


def _takes_money(app: Any) -> bool:
    """Tell whether a worker takes the tasks of payments, too."""
    own = queue_of_models()
    if not own:
        return True
    money = app.amqp.router.route({}, TURN_TASK)["queue"]
    return getattr(money, "name", money) in app.amqp.queues.consume_from
