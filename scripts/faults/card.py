"""The card road: Stripe's look-alike, its hosted page, and its book."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import requests

from agentpay_plugin.payments.stripe_currency import from_stripe
from agentpay_plugin.payments.stripe_session import REFUND_KEY
from scripts.faults.books import Taken
from scripts.faults.kinds import WORDS

_TIMEOUT = 30  # seconds
_CALLS = {
    "any": "",
    "open": "POST /v1/checkout/sessions$",
    "read": "GET /v1/checkout/sessions/",
    "close": "/expire$",
    "refund": "POST /v1/refunds$",
}
_DECLINED = "4000000000000002"


class CardBank:
    """Implements roads.Bank."""

    def __init__(self, url: str) -> None:
        self.url = url

    def lever(self, path: str, **body: Any) -> Any:
        answer = requests.post(f"{self.url}/_control/{path}", json=body, timeout=_TIMEOUT)
        answer.raise_for_status()
        return answer.json()

    def pattern(self, call: str) -> str:
        return _CALLS[call]

    def press(self, payment: Mapping[str, Any], button: str) -> str:
        form = {"action": "pay"}
        if button == "decline":
            form["card"] = _DECLINED
        elif button == "delayed":
            form["method"] = "delayed"
        elif button == "leave":
            form["action"] = "leave"
        answer = requests.post(
            payment["pageUrl"], data=form, timeout=_TIMEOUT, allow_redirects=False
        )
        return answer.headers.get("Location", "")

    def end_delayed(self, payment: Mapping[str, Any], *, well: bool) -> None:
        self._try(f"sessions/{_session(payment)}/settle", succeed=well)

    def expire(self, payment: Mapping[str, Any]) -> None:
        self._try(f"sessions/{_session(payment)}/expire")

    def page_of(self, email: str) -> Mapping[str, Any] | None:
        for session in self._all("sessions"):
            if session["customer_email"] == email and session["status"] == "open":
                return {"pageUrl": session["url"]}
        return None

    def give_back(self, payment: Mapping[str, Any], minor: int | None) -> bool:
        return self._try(f"sessions/{_session(payment)}/give_back", amount=minor)

    def refunds_become(self, statuses: Sequence[str]) -> None:
        self.lever("refunds/become", statuses=list(statuses))

    def end_refunds(self, *, fail_every: int) -> None:
        for one in self._all("refunds"):
            if one["status"] == "pending":
                fails = sum(one["id"].encode()) % fail_every == 0
                self.lever(f"refunds/{one['id']}", status="failed" if fails else "succeeded")

    def taken(self) -> Sequence[Taken]:
        refunds = self._all("refunds")
        return [_taken(session, refunds) for session in self._all("sessions")]

    def met(self) -> Sequence[tuple[str, str]]:
        return [
            (WORDS[one["fault"]], one["idempotency_key"] or one["path"])
            for one in self._all("requests")
            if one["fault"]
        ]

    def _try(self, path: str, **body: Any) -> bool:
        """Pull a lever that the provider may refuse, as it would a person in its panel."""
        answer = requests.post(f"{self.url}/_control/{path}", json=body, timeout=_TIMEOUT)
        return answer.status_code == 200

    def _all(self, kind: str) -> list[dict[str, Any]]:
        answer = requests.get(f"{self.url}/_control/{kind}", timeout=_TIMEOUT)
        answer.raise_for_status()
        return list(answer.json())


def _session(payment: Mapping[str, Any]) -> str:
    return str(payment["pageUrl"]).rsplit("/", 1)[-1]


def _taken(session: Mapping[str, Any], refunds: Sequence[Mapping[str, Any]]) -> Taken:
    currency = session["currency"].upper()
    intent = session["payment_intent"]
    of_it = [one for one in refunds if intent and one["payment_intent"] == intent]

    def minor(*statuses: str, by_merchant: bool = False) -> int:
        found = (
            from_stripe(one["amount"], currency).minor
            for one in of_it
            if one["status"] in statuses and not (by_merchant and REFUND_KEY in one["metadata"])
        )
        return sum(found)

    is_paid = session["payment_status"] == "paid"
    return Taken(
        ref=session["id"],
        reference=session["client_reference_id"] or "",
        amount=from_stripe(session["amount_total"], currency),
        is_paid=is_paid,
        is_open=session["status"] == "open",
        given_back=minor("succeeded"),
        by_merchant=minor("succeeded", by_merchant=True),
        pending=minor("pending", "requires_action"),
    )
