"""What happened in a run: each fault when it struck, each purchase while it lasted. Threads write here."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Met:
    """A fault as it struck, from and until real seconds into the run; `number`: the purchase that drew it."""

    fault: str
    number: int
    begun: float
    ended: float
    detail: str = ""


@dataclass
class Went:
    """How a purchase went, for people; what counts is in the books."""

    number: int
    begun: float
    ended: float = 0.0
    end: str = ""


@dataclass
class Journal:
    begun: float = field(default_factory=time.monotonic)
    faults: list[Met] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    purchases: dict[int, Went] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def seconds(self) -> float:
        """Return how long the run takes already."""
        return time.monotonic() - self.begun

    def struck(self, fault: str, number: int, begun: float, detail: str = "") -> None:
        with self._lock:
            self.faults.append(Met(fault, number, begun, self.seconds(), detail))

    def skip(self, fault: str) -> None:
        """Note a fault that could not strike: what it is done to was away already."""
        with self._lock:
            self.skipped[fault] += 1

    def begins(self, number: int) -> None:
        with self._lock:
            self.purchases[number] = Went(number, self.seconds())

    def ends(self, number: int, end: str) -> None:
        with self._lock:
            went = self.purchases[number]
            went.ended, went.end = self.seconds(), end

    def met_by(self, number: int) -> Sequence[Met]:
        """Return what struck while a purchase lasted, and what it drew itself."""
        went = self.purchases.get(number)
        return [
            met
            for met in self.faults
            if met.number == number
            or (went and met.begun <= (went.ended or self.seconds()) and met.ended >= went.begun)
        ]

    @property
    def done(self) -> int:
        return sum(1 for went in self.purchases.values() if went.ended)
