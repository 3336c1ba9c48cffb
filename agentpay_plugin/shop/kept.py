"""Keeps what was read of the shop for some minutes, in this process: bounded, and for all shoppers alike.

Only what every shopper may see belongs here, and nothing that is sold by: no price, no stock.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from time import monotonic
from typing import Generic, TypeVar

Value = TypeVar("Value")

SECONDS = 300.0
_MOST = 64


class Kept(Generic[Value]):
    """The values of some keys. Threads that miss at once each read for themselves; the last one's stays."""

    def __init__(
        self,
        seconds: float = SECONDS,
        most: int = _MOST,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._seconds = seconds
        self._most = most
        self._clock = clock
        self._values: OrderedDict[Hashable, tuple[float, Value]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, read: Callable[[], Value]) -> Value:
        """Return what is kept under a key, else what `read` returns; what it raises is not kept."""
        with self._lock:
            until, value = self._values.get(key, (None, None))
        if until is not None and value is not None and self._clock() < until:
            return value
        value = read()
        with self._lock:
            self._values[key] = (self._clock() + self._seconds, value)
            self._values.move_to_end(key)
            while len(self._values) > self._most:
                self._values.popitem(last=False)
        return value
