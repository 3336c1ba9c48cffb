"""The road by PIX at a bank that speaks the API Pix: its look-alike and its book."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from agentpay_plugin.money import Money
from agentpay_plugin.payments.pix_ids import reference_of, refund_key_of
from scripts.faults.books import Taken
from scripts.faults.levers import fails
from scripts.faults.phone import PhoneBank

_CALLS = {
    "any": "",
    "open": "PUT /v2/cob/",
    "read": "GET /v2/cob/",
    "close": "PATCH /v2/cob/",
    "refund": "PUT /v2/pix/",
}
_GIVEN, _PENDING, _FAILED = "DEVOLVIDO", "EM_PROCESSAMENTO", "NAO_REALIZADO"


class ApiPixBank(PhoneBank):
    """Implements roads.Bank."""

    things = "charges"
    name = "txid"
    late: Mapping[str, Any] = {"late": True}
    end = "remove"

    def pattern(self, call: str) -> str:
        return _CALLS[call]

    def page_of(self, reference: str) -> Mapping[str, Any] | None:
        found = self.found(reference)
        return {"chargeId": reference} if found and found["status"] == "ATIVA" else None

    def give_back(self, payment: Mapping[str, Any], minor: int | None) -> bool:
        if minor is None and (found := self.found(str(payment["chargeId"]))):
            minor = _left(found)
        return super().give_back(payment, minor)

    def refunds_become(self, *, well: bool) -> None:
        self.lever("refunds/become", statuses=[_PENDING] * 3 if well else [_FAILED])

    def whim(self, dice: float) -> tuple[str, Callable[[], object]]:
        if dice < 1 / 3:
            self.lever("tokens/revoke")
            return "tokens revoked", lambda: self.lever("tokens/revoke")
        if dice < 2 / 3:
            self.lever("gather", on=True)
            return "payments gathered", lambda: self.lever("gather", on=False)
        self.lever("lag", times=5)
        return "refunds not shown yet", lambda: self.lever("lag", times=0)

    def end_refunds(self, *, fail_every: int) -> None:
        for one in self.listed("refunds"):
            if one["status"] == _PENDING:
                status = _FAILED if fails(one["id"], fail_every) else _GIVEN
                self.lever(f"refunds/{one['id']}", status=status)

    def taken(self, now: float) -> Sequence[Taken]:
        return [_taken(one, now) for one in self.listed("charges")]


def _taken(charge: Mapping[str, Any], now: float) -> Taken:
    paid = charge.get("pix") or ()

    def minor(status: str, *, by_merchant: bool = False) -> int:
        return sum(
            Money.of(one["valor"], "BRL").minor
            for one in _refunds(charge)
            if one["status"] == status and not (by_merchant and refund_key_of(one["id"]))
        )

    return Taken(
        ref=charge["txid"],
        reference=reference_of(charge["txid"]) or "",
        amount=Money.of(paid[0]["valor"] if paid else charge["valor"]["original"], "BRL"),
        is_paid=bool(paid),
        is_open=charge["status"] == "ATIVA" and now < _end(charge["calendario"]),
        given_back=minor(_GIVEN),
        by_merchant=minor(_GIVEN, by_merchant=True),
        pending=minor(_PENDING),
    )


def _refunds(charge: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    paid = charge.get("pix") or ()
    return [refund for one in paid for refund in one.get("devolucoes", ())]


def _left(charge: Mapping[str, Any]) -> int | None:
    """Return what a payment has left to give back, in centavos; None for one that has nothing."""
    paid = sum(Money.of(one["valor"], "BRL").minor for one in charge.get("pix") or ())
    standing = (one for one in _refunds(charge) if one["status"] != _FAILED)
    return paid - sum(Money.of(one["valor"], "BRL").minor for one in standing) or None


def _end(calendar: Mapping[str, Any]) -> float:
    made = datetime.fromisoformat(calendar["criacao"]).timestamp()
    return made + float(calendar["expiracao"])
