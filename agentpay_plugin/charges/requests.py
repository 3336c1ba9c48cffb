"""A charge request as JSON: kept with its charge, so that it can be repeated to the letter."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from agentpay_plugin.charges.ports import ChargeRequest, Line, Payer
from agentpay_plugin.money import Money


def dump(request: ChargeRequest) -> dict[str, Any]:
    """Return the request as JSON values; without what a process of the version before would not understand."""
    stored = asdict(request)
    if not request.capture_later:
        del stored["capture_later"]
    return stored


def load(stored: Any) -> ChargeRequest:
    """Return the request that `dump` was given, as it came back from the database."""
    lines = tuple(Line(**line | {"unit": Money(**line["unit"])}) for line in stored["lines"])
    payer = stored.get("payer")
    given = {
        "amount": Money(**stored["amount"]),
        "lines": lines,
        "payer": Payer(**payer) if payer else None,
    }
    return ChargeRequest(**stored | given)
