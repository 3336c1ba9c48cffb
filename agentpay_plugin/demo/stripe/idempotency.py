"""Idempotency keys: the first answer under a key is the answer, for a day."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Any

from agentpay_plugin.demo.stripe.problems import Problem

_KEPT = 24 * 60 * 60  # seconds


@dataclass(frozen=True)
class Kept:
    """A status and a body, and the id of the request that first got them."""

    status: int
    body: dict[str, Any]
    request_id: str


@dataclass
class _Entry:
    asked: object
    at: int
    answer: Kept | None = None


class Keys:
    """What was asked and answered under each (account, key)."""

    def __init__(self) -> None:
        self._entries: dict[tuple[str, str], _Entry] = {}
        self._lock = threading.Lock()

    def begin(self, account: str, key: str, asked: object, now: int) -> Kept | None:
        """Return the kept answer, or None when this call is the first; it must `keep` or `forget`.

        Raises Problem when the key is another request's, or its first call is still under way.
        """
        with self._lock:
            entry = self._entries.get((account, key))
            if entry is None or entry.at + _KEPT <= now:
                self._entries[account, key] = _Entry(asked, now)
                return None
            if entry.asked != asked:
                raise Problem(
                    400,
                    "Keys for idempotent requests can only be used with the same parameters they"
                    f" were first used with. Try using a key other than '{key}' if you meant to"
                    " execute a different request.",
                    type="idempotency_error",
                )
            if entry.answer is None:
                raise Problem(
                    409,
                    "There is currently another in-progress request using this Idempotency Key.",
                    type="idempotency_error",
                    code="idempotency_key_in_use",
                )
            return entry.answer

    def keep(self, account: str, key: str, answer: Kept) -> None:
        with self._lock:
            self._entries[account, key].answer = answer

    def forget(self, account: str, key: str) -> None:
        with self._lock:
            del self._entries[account, key]
