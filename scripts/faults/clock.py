"""The run's time: it goes faster than the wall's, jumps, and each party's clock can be off by a little."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping

from scripts.faults.site import Site

_TICK = 0.5  # real seconds

CLOCKS = ("web", "worker")


class Clock:
    """The clock of our processes (a file each, which the demo reads) and of the look-alikes (a lever each)."""

    def __init__(
        self, site: Site, speed: float, banks: Mapping[str, Callable[[float], object]]
    ) -> None:
        self._files = {name: site.clock(name) for name in CLOCKS}
        self._speed = speed
        self._banks = banks
        self._offset = 0.0
        self._apart: dict[str, float] = {}
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="clock", daemon=True)

    def now(self) -> float:
        """Return the run's time, in UTC seconds since the epoch."""
        return time.time() + self._offset

    def start(self) -> None:
        self._tell()
        self._thread.start()

    def stop(self) -> None:
        self._ended.set()
        self._thread.join()

    def jump(self, seconds: float) -> None:
        """Let time pass at once, for all parties."""
        with self._lock:
            self._offset += seconds
        self._tell()

    def set_apart(self, name: str, seconds: float) -> None:
        """Let one party's clock be off: `web`, `worker`, or a road's name."""
        self._apart[name] = seconds
        self._tell()

    def set_right(self) -> None:
        """Let all clocks show the same."""
        self._apart.clear()
        self._tell()

    def _run(self) -> None:
        while not self._ended.wait(_TICK):
            self.jump((self._speed - 1) * _TICK)

    def _tell(self) -> None:
        with self._lock:
            for name, file in self._files.items():
                fresh = file.with_suffix(".new")
                ahead = self._offset + self._apart.get(name, 0.0)
                fresh.write_text(f"{ahead:+.3f}", encoding="ascii")
                fresh.replace(file)
            for name, set_clock in self._banks.items():
                set_clock(time.time() + self._offset + self._apart.get(name, 0.0))
