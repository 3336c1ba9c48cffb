"""The roads over Stripe's page, by card and by PIX: its look-alike and its book."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from agentpay_plugin.payments.stripe_currency import from_stripe
from agentpay_plugin.payments.stripe_session import REFUND_KEY
from scripts.faults.books import Disputed, Taken
from scripts.faults.levers import TIMEOUT, Levers, fails

_CALLS = {
    "any": "",
    "open": "POST /v1/checkout/sessions$",
    "read": "GET /v1/checkout/sessions/",
    "close": "/expire$",
    "refund": "POST /v1/refunds$",
}
_DECLINED = "4000000000000002"
_ENDED = ("won", "lost", "warning_closed", "prevented")


class CardBank(Levers):
    """Implements roads.Bank."""

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
        answer = self.caller.post(
            payment["pageUrl"], data=form, timeout=TIMEOUT, allow_redirects=False
        )
        return answer.headers.get("Location", "")

    def pay_late(self, payment: Mapping[str, Any]) -> None:
        self.press(payment, "pay")

    def end_delayed(self, payment: Mapping[str, Any], *, well: bool) -> None:
        self.attempt(f"sessions/{_session(payment)}/settle", succeed=well)

    def expire(self, payment: Mapping[str, Any]) -> None:
        self.attempt(f"sessions/{_session(payment)}/expire")

    def page_of(self, reference: str) -> Mapping[str, Any] | None:
        session = self.found(reference)
        is_open = session and session["status"] == "open"
        return {"pageUrl": session["url"]} if session and is_open else None

    def give_back(self, payment: Mapping[str, Any], minor: int | None) -> bool:
        return self.attempt(f"sessions/{_session(payment)}/give_back", amount=minor)

    def dispute(self, payment: Mapping[str, Any], minor: int | None, *, inquiry: bool) -> bool:
        path = f"sessions/{_session(payment)}/dispute"
        return self.attempt(path, amount=minor, inquiry=inquiry)

    def refunds_become(self, *, well: bool) -> None:
        self.lever("refunds/become", statuses=["pending"] * 3 if well else ["failed"])

    def end_refunds(self, *, fail_every: int) -> None:
        for one in self.listed("refunds"):
            if one["status"] == "pending":
                status = "failed" if fails(one["id"], fail_every) else "succeeded"
                self.lever(f"refunds/{one['id']}", status=status)

    def end_disputes(self, *, lose_every: int) -> None:
        for one in self.listed("disputes"):
            if one["status"] not in _ENDED:
                inquiry = one["status"].startswith("warning")
                bad = "lost" if fails(one["id"], lose_every) else "won"
                self.lever(f"disputes/{one['id']}", status="warning_closed" if inquiry else bad)

    def taken(self, now: float) -> Sequence[Taken]:  # noqa: ARG002 it says itself what is over
        refunds, disputes = self.listed("refunds"), self.listed("disputes")
        return [_taken(session, refunds, disputes) for session in self.listed("sessions")]


def _session(payment: Mapping[str, Any]) -> str:
    return str(payment["pageUrl"]).rsplit("/", 1)[-1]


def _taken(
    session: Mapping[str, Any],
    refunds: Sequence[Mapping[str, Any]],
    disputes: Sequence[Mapping[str, Any]],
) -> Taken:
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

    return Taken(
        ref=session["id"],
        reference=session["client_reference_id"] or "",
        amount=from_stripe(session["amount_total"], currency),
        is_paid=session["payment_status"] == "paid",
        is_open=session["status"] == "open",
        given_back=minor("succeeded"),
        by_merchant=minor("succeeded", by_merchant=True),
        pending=minor("pending", "requires_action"),
        disputes=tuple(
            Disputed(
                ref=one["id"],
                minor=from_stripe(one["amount"], currency).minor,
                is_over=one["status"] in _ENDED,
                is_lost=one["status"] == "lost",
            )
            for one in disputes
            if intent and one["payment_intent"] == intent
        ),
    )
