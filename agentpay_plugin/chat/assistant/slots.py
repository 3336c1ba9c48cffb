"""Places for model turns within one process. Across processes: hosting/slots.py."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock


class MemorySlots:
    """At most `most` model turns at once, so that the other workers are there for money."""

    def __init__(self, most: int) -> None:
        self._free = most
        self._lock = Lock()

    @contextmanager
    def hold(self, seconds: int) -> Iterator[bool]:  # noqa: ARG002 one who dies takes the process along
        """Hold a place for the block; False when none is free."""
        with self._lock:
            taken = self._free > 0
            self._free -= int(taken)
        try:
            yield taken
        finally:
            with self._lock:
                self._free += int(taken)
