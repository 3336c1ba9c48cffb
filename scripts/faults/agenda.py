"""What is to happen at a time of the run, whoever is busy then: paying late, for one."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress

import requests

from scripts.faults.clock import Clock

_TICK = 0.2  # real seconds


class Agenda:
    """Does things once the run's clock has come to their time, one after the other, in a thread of its own."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._noted: list[tuple[float, Callable[[], object]]] = []
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="agenda", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._ended.set()
        self._thread.join()

    def note(self, at: float, work: Callable[[], object]) -> None:
        """Do something at a time in UTC seconds."""
        with self._lock:
            self._noted.append((at, work))

    def _run(self) -> None:
        while not self._ended.wait(_TICK):
            now = self._clock.now()
            with self._lock:
                due = [work for at, work in self._noted if at <= now]
                self._noted = [one for one in self._noted if one[0] > now]
            for work in due:
                with suppress(requests.RequestException):  # the look-alike stands still or is busy
                    work()
