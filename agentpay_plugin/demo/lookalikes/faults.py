"""Faults for the next calls of the API: what goes wrong between us and a provider."""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    """Before the work: SLOW (waits, then works), ERROR_500, RATE_LIMIT, DROP (no answer, nothing done),
    FORBIDDEN (a restricted key without the permission).

    In its midst: ERROR_500_KEPT (nothing done; the idempotency key answers 500 for a day).

    After the work: DROP_AFTER_WORK (no answer), TIMEOUT_AFTER_WORK (silence for `seconds`, then no
    answer), HOLD (the answer waits until faults are released, or for `seconds`), SLOW_BODY (it comes in
    drops, over `seconds`), ERROR_500_AFTER_WORK, NOT_JSON.
    """

    SLOW = "slow"
    ERROR_500 = "error_500"
    RATE_LIMIT = "rate_limit"
    DROP = "drop"
    FORBIDDEN = "forbidden"
    DROP_AFTER_WORK = "drop_after_work"
    TIMEOUT_AFTER_WORK = "timeout_after_work"
    HOLD = "hold"
    SLOW_BODY = "slow_body"
    ERROR_500_KEPT = "error_500_kept"
    ERROR_500_AFTER_WORK = "error_500_after_work"
    NOT_JSON = "not_json"


@dataclass
class Fault:
    """`times` calls fail whose "METHOD /path" the pattern finds; a negative number means all of them."""

    kind: FaultKind
    times: int = 1
    seconds: float = 60.0
    pattern: str = ""


class Faults:
    """The faults that wait for their calls, first come first served."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []
        self._lock = threading.Lock()
        self._released = threading.Event()

    def add(self, fault: Fault) -> None:
        with self._lock:
            self._released.clear()
            self._faults.append(fault)

    def take(self, method: str, path: str) -> Fault | None:
        """Return the fault that this call meets, and count it down."""
        with self._lock:
            for fault in self._faults:
                if fault.times != 0 and re.search(fault.pattern, f"{method} {path}"):
                    fault.times -= 1
                    return fault
        return None

    def wait(self, seconds: float) -> None:
        """Wait for as long as a fault says, or until the faults are released."""
        self._released.wait(seconds)

    def release(self) -> None:
        """Drop all faults, and let go every call that waits in one."""
        with self._lock:
            self._faults.clear()
            self._released.set()
