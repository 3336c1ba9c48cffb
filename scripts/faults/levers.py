"""The levers of a look-alike over HTTP, for the Bank of each road."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import requests

from scripts.faults.kinds import WORDS

TIMEOUT = 30  # seconds


def caller() -> requests.Session:
    """Return what calls on this machine: it keeps connections, and looks for no proxies."""
    session = requests.Session()
    session.trust_env = False
    return session


class Levers:
    """What all look-alikes have: their clock, their faults, their webhooks, and what was asked of them."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.caller = caller()

    def lever(self, path: str, **body: Any) -> Any:
        answer = self.caller.post(f"{self.url}/_control/{path}", json=body, timeout=TIMEOUT)
        answer.raise_for_status()
        return answer.json()

    def attempt(self, path: str, **body: Any) -> bool:
        """Pull a lever that the provider may refuse, as it would a person."""
        answer = self.caller.post(f"{self.url}/_control/{path}", json=body, timeout=TIMEOUT)
        return answer.status_code == 200

    def listed(self, kind: str) -> list[dict[str, Any]]:
        answer = self.caller.get(f"{self.url}/_control/{kind}", timeout=TIMEOUT)
        answer.raise_for_status()
        return list(answer.json())

    def found(self, reference: str) -> dict[str, Any] | None:
        """Return the newest of what bears our charge's id there, if anything does."""
        answer = self.caller.get(f"{self.url}/_control/bearing/{reference}", timeout=TIMEOUT)
        answer.raise_for_status()
        thing: dict[str, Any] | None = answer.json()
        return thing

    def whim(self, dice: float) -> tuple[str, Callable[[], object]] | None:  # noqa: ARG002
        return None

    def met(self) -> list[tuple[str, str]]:
        return [
            (WORDS[one["fault"]], one.get("idempotency_key") or one["path"])
            for one in self.listed("requests")
            if one["fault"]
        ]


def fails(name: str, every: int) -> bool:
    """Say whether what is called so ends badly: every so manieth does, whoever asks."""
    return sum(name.encode()) % every == 0
