"""A look-alike's time: the wall's, moved by hand."""

from __future__ import annotations

import time


class Clock:
    """UTC seconds since the epoch. Moving it is all there is to waiting."""

    def __init__(self) -> None:
        self._offset = 0.0

    def now(self) -> int:
        return int(time.time() + self._offset)

    def advance(self, seconds: float) -> None:
        self._offset += seconds

    def set(self, at: float) -> None:
        self._offset = at - time.time()

    def reset(self) -> None:
        self._offset = 0.0
