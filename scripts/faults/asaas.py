"""The road by PIX at Asaas: its look-alike and its book."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from agentpay_plugin.money import Money
from agentpay_plugin.payments.asaas_words import REFUND_MARK, reference_in
from scripts.faults.books import Taken
from scripts.faults.levers import fails
from scripts.faults.phone import PhoneBank

_CALLS = {
    "any": "",
    "open": "POST /v3/payments$",
    "read": "GET /v3/payments/[^/]+$",
    "close": "DELETE /v3/payments/",
    "refund": "/refund$",
}
_PLENTY = 100_000_000  # centavos
_UNPAID = ("PENDING", "OVERDUE")


class AsaasBank(PhoneBank):
    """Implements roads.Bank."""

    things = "payments"
    name = "id"
    late: Mapping[str, Any] = {}
    end = "delete"

    def pattern(self, call: str) -> str:
        return _CALLS[call]

    def page_of(self, reference: str) -> Mapping[str, Any] | None:
        found = self.found(reference)
        is_open = found and found["status"] in _UNPAID and not found["deleted"]
        return {"chargeId": reference} if is_open else None

    def refunds_become(self, *, well: bool) -> None:
        self.lever("refunds/become", statuses=["PENDING"] * 3 if well else ["CANCELLED"])

    def whim(self, dice: float) -> tuple[str, Callable[[], object]]:  # noqa: ARG002 there is one
        self.lever("balance", centavos=0)
        return "the account is empty", lambda: self.lever("balance", centavos=_PLENTY)

    def end_refunds(self, *, fail_every: int) -> None:
        for one in self.listed("payments"):
            if any(refund["status"] == "PENDING" for refund in one["refunds"] or ()):
                status = "CANCELLED" if fails(one["id"], fail_every) else "DONE"
                self.lever(f"payments/{one['id']}/refunds", status=status)

    def taken(self, now: float) -> Sequence[Taken]:  # noqa: ARG002 a code lives until it is deleted
        return [_taken(one) for one in self.listed("payments")]


def _taken(payment: Mapping[str, Any]) -> Taken:
    refunds = payment["refunds"] or ()

    def minor(status: str, *, by_merchant: bool = False) -> int:
        return sum(
            Money.of(one["value"], "BRL").minor
            for one in refunds
            if one["status"] == status
            and not (by_merchant and (one["description"] or "").startswith(REFUND_MARK))
        )

    is_unpaid = payment["status"] in _UNPAID
    return Taken(
        ref=payment["id"],
        reference=reference_in(payment["externalReference"]) or "",
        amount=Money.of(payment["value"], "BRL"),
        is_paid=not is_unpaid,
        is_open=is_unpaid and not payment["deleted"],
        given_back=minor("DONE"),
        by_merchant=minor("DONE", by_merchant=True),
        pending=minor("PENDING"),
    )
