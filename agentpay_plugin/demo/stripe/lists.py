"""The API's lists, which come in pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from agentpay_plugin.demo.stripe.ledger import Ledger, Record
from agentpay_plugin.demo.stripe.objects import Thing


def listed(ledger: Ledger, kind: str, account: str, params: Mapping[str, Any]) -> list[Record]:
    """Return an account's refunds or disputes, the newest first: those of a payment or a charge, or all.

    Raises Problem for a payment, a charge or an object to start after that the account does not have.
    """
    wanted = {whose: params[whose] for whose in ("payment_intent", "charge") if whose in params}
    for whose, thing_id in wanted.items():
        ledger.find(whose, thing_id, account, param=whose)
    if "starting_after" in params:
        ledger.find(kind, params["starting_after"], account, param="starting_after")
    return [
        record
        for record in reversed(ledger.records.values())
        if record.account == account
        and record.thing["object"] == kind
        and wanted.items() <= record.thing.items()
    ]


def page(things: list[Thing], params: Mapping[str, Any], url: str) -> Thing:
    """Return one page of a list, as far as `limit` and after `starting_after`."""
    ids = [thing["id"] for thing in things]
    start = ids.index(params["starting_after"]) + 1 if params.get("starting_after") in ids else 0
    end = start + params.get("limit", 10)
    return {
        "object": "list",
        "data": things[start:end],
        "has_more": end < len(things),
        "url": url,
    }
