"""How a call of the fake provider fails, when it was told to."""

from __future__ import annotations

import threading
from enum import StrEnum
from typing import TypeVar

from agentpay_plugin.errors import ProviderLocked, ProviderRefused, ProviderUnavailable

Answer = TypeVar("Answer")


class Failure(StrEnum):
    """How the next call fails. After `UNAVAILABLE_AFTER_WORK` the work was done, but nobody was told."""

    UNAVAILABLE_BEFORE = "unavailable_before"
    UNAVAILABLE_AFTER_WORK = "unavailable_after_work"
    REFUSE = "refuse"
    LOCK = "lock"


class Call:
    """One call under the lock: fails before the work, or once the work is `done`, if it was asked to."""

    def __init__(self, lock: threading.RLock, failure: Failure | None) -> None:
        self._lock = lock
        self._failure = failure

    def __enter__(self) -> Call:
        if self._failure is Failure.UNAVAILABLE_BEFORE:
            raise ProviderUnavailable("the fake provider was told not to answer")
        if self._failure is Failure.LOCK:
            raise ProviderLocked("the fake provider was told not to accept the key")
        if self._failure is Failure.REFUSE:
            raise ProviderRefused("told_to_refuse", "the fake provider was told to refuse")
        self._lock.acquire()
        return self

    def __exit__(self, *_: object) -> None:
        self._lock.release()

    def done(self, answer: Answer) -> Answer:
        if self._failure is Failure.UNAVAILABLE_AFTER_WORK:
            raise ProviderUnavailable("the fake provider was told to work and not to answer")
        return answer
