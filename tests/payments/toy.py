"""A provider that somebody has just added: a toy bank's service, and the adapter to it (docs/adding-a-payment-provider.md).

The bank speaks JSON, writes amounts as texts ("10.99"), has words of its own for how things stand, and proves
its webhooks by a token.
"""

from __future__ import annotations

import hmac
import json
from collections import deque
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, TypeVar

from agentpay_plugin.calling import refuse_open_transaction
from agentpay_plugin.charges.ports import (
    ChargeRequest,
    ProviderCharge,
    ProviderDispute,
    ProviderEvent,
    ProviderRefund,
    ProviderState,
    RefundState,
)
from agentpay_plugin.errors import NotAuthentic, ProviderRefused, ProviderUnavailable
from agentpay_plugin.money import Money

Answer = TypeVar("Answer")


class ToyBank:
    """The bank's own side: `call` is its whole API, the rest is what its customers and staff do."""

    def __init__(self) -> None:
        self.payments: dict[str, dict[str, Any]] = {}
        self.refunds: dict[str, dict[str, Any]] = {}
        self.failures: deque[str] = deque()
        self._asked: dict[str, tuple[str, str]] = {}

    def call(self, method: str, path: str, body: str = "") -> tuple[int, str]:
        """Answer a call; a failure that was asked for comes before or after the work."""
        failure = self.failures.popleft() if self.failures else ""
        if failure == "unavailable_before":
            return 503, "busy"
        status, answer = self._answer(method, path.strip("/").split("/"), body)
        return (503, "busy") if failure else (status, json.dumps(answer))

    def pay(self, number: str) -> None:
        self.payments[number] |= {"status": "DONE", "transfer": f"pi_{number}"}

    def expire(self, number: str) -> None:
        self.payments[number]["status"] = "GONE"

    def give_back(self, number: str, amount: str, key: str | None = None) -> dict[str, Any]:
        given = [one for one in self.refunds.values() if one["payment"] == number]
        left = Decimal(self.payments[number]["amount"]) - sum(
            Decimal(one["amount"]) for one in given
        )
        if self.payments[number]["status"] != "DONE":
            return {"error": "NOT_PAID"}
        if Decimal(amount) > left:
            return {"error": "NOTHING_LEFT"}
        refund = {"number": f"back{len(self.refunds) + 1}", "payment": number, "amount": amount}
        refund |= {"currency": self.payments[number]["currency"], "status": "OK", "key": key}
        self.refunds[refund["number"]] = refund
        return refund

    def _answer(self, method: str, path: list[str], body: str) -> tuple[int, Any]:
        match method, path:
            case "POST", ["payments"]:
                return self._once(body, self._open)
            case "POST", ["payments", number, "refunds"] if number in self.payments:
                return self._once(body, lambda asked: self._refund(number, asked))
            case "GET", ["payments", number, "refunds"] if number in self.payments:
                found = [one for one in self.refunds.values() if one["payment"] == number]
                return 200, found[::-1]
            case "GET", ["payments", number] if number in self.payments:
                return 200, self.payments[number]
            case "DELETE", ["payments", number] if number in self.payments:
                if self.payments[number]["status"] == "NEW":
                    self.expire(number)
                return 200, self.payments[number]
            case "GET", ["refunds", number] if number in self.refunds:
                return 200, self.refunds[number]
            case _:
                return 404, {"error": "UNKNOWN"}

    def _once(self, body: str, work: Callable[[Any], Any]) -> tuple[int, Any]:
        asked = json.loads(body)
        before, answer = self._asked.get(asked["key"], (body, ""))
        if before != body:
            return 409, {"error": "OTHER_BODY"}
        made = json.loads(answer) if answer else work(asked)
        if "error" in made:
            return 422, made
        self._asked[asked["key"]] = (body, json.dumps(made))
        return 200, made

    def _open(self, asked: Any) -> Any:
        number = f"toy{len(self.payments) + 1}"
        self.payments[number] = {
            "number": number,
            "status": "NEW",
            "page": f"https://toybank.example/{number}",
            "transfer": None,
            **{name: asked[name] for name in ("amount", "currency", "order", "until")},
        }
        return self.payments[number]

    def _refund(self, number: str, asked: Any) -> Any:
        return self.give_back(number, asked["amount"], asked["key"])


class ToyProvider:
    """Implements charges.ports.Provider at the toy bank."""

    name = "toy"
    needs_payer = False

    def __init__(self, bank: ToyBank, token: str) -> None:
        self._bank = bank
        self._token = token

    def minimum(self, currency: str) -> Money | None:
        return Money(200, currency) if currency == "PLN" else Money(50, currency)

    def maximum(self, currency: str) -> Money | None:
        return Money(99_999_999, currency)

    def can_represent(self, amount: Money) -> bool:  # noqa: ARG002 the port's
        return True

    def open(self, request: ChargeRequest) -> ProviderCharge:
        _check(self, request)
        asked = {
            "key": request.key,
            "amount": str(request.amount.amount),
            "currency": request.amount.currency,
            "order": request.reference,
            "until": request.expires_at,
        }
        return self._call(_charge, "POST", "payments", asked)

    def read(self, ref: str) -> ProviderCharge:
        return self._call(_charge, "GET", f"payments/{ref}")

    def close(self, ref: str) -> ProviderCharge:
        return self._call(_charge, "DELETE", f"payments/{ref}")

    def refund(self, charge: ProviderCharge, amount: Money, key: str) -> ProviderRefund:
        asked = {"key": key, "amount": str(amount.amount)}
        return self._call(_refund, "POST", f"payments/{charge.ref}/refunds", asked)

    def read_refund(self, ref: str) -> ProviderRefund:
        return self._call(_refund, "GET", f"refunds/{ref}")

    def refunds_of(self, charge: ProviderCharge) -> tuple[ProviderRefund, ...]:
        return self._call(_refunds, "GET", f"payments/{charge.ref}/refunds")

    def disputes_of(self, charge: ProviderCharge) -> tuple[ProviderDispute, ...]:  # noqa: ARG002
        return ()

    def verify(
        self,
        body: bytes,
        headers: Mapping[str, str],
        query: Mapping[str, str],  # noqa: ARG002 the token is in a header
        now: int,  # noqa: ARG002 a token has no age
    ) -> tuple[ProviderEvent, ...]:
        given = headers.get("x-toy-token", "").encode()
        if not self._token or not hmac.compare_digest(given, self._token.encode()):
            raise NotAuthentic("no token of ours")
        try:
            told = json.loads(body)
            event, kind, order = (str(told[name])[:100] for name in ("event", "kind", "order"))
        except (ValueError, KeyError, TypeError, RecursionError):
            raise NotAuthentic("a body that is no event") from None
        if not all(one.isascii() and one.isprintable() for one in (event, kind, order)):
            raise NotAuthentic("a body that is no event")
        said = ProviderEvent(
            id=event,
            type=kind,
            charge_ref=None,
            reference=order,
            live=False,
            handled=kind in ("payment", "refund"),
            about_refund=kind == "refund",
        )
        return (said,)

    def _call(
        self, read: Callable[[Any], Answer], method: str, path: str, asked: Any = None
    ) -> Answer:
        refuse_open_transaction()
        status, text = self._bank.call(method, path, json.dumps(asked))
        if status == 503:
            raise ProviderUnavailable(f"the toy bank did not answer {method}")
        answer = json.loads(text)
        if status != 200:
            raise ProviderRefused(_REFUSALS[answer["error"]], f"{method} {path}: HTTP {status}")
        return read(answer)


_REFUSALS = {
    "UNKNOWN": "resource_missing",
    "OTHER_BODY": "idempotency_error",
    "NOT_PAID": "charge_not_paid",
    "NOTHING_LEFT": "charge_already_refunded",
}
_STATES = {
    "NEW": ProviderState.OPEN,
    "DONE": ProviderState.PAID,
    "GONE": ProviderState.EXPIRED,
}


def _check(provider: ToyProvider, request: ChargeRequest) -> None:
    amount = request.amount
    lines = sum((line.unit * line.quantity for line in request.lines), Money(0, amount.currency))
    if amount.minor <= 0:
        raise ProviderRefused("amount_not_chargeable", str(amount))
    if request.lines and lines != amount:
        raise ProviderRefused("lines_do_not_add_up", str(amount))
    least, most = provider.minimum(amount.currency), provider.maximum(amount.currency)
    if least and amount < least:
        raise ProviderRefused("amount_too_small", str(amount))
    if most and amount > most:
        raise ProviderRefused("amount_too_large", str(amount))


def _charge(answer: Any) -> ProviderCharge:
    state = _STATES[answer["status"]]
    return ProviderCharge(
        ref=answer["number"],
        state=state,
        amount=Money.of(answer["amount"], answer["currency"]),
        page_url=answer["page"] if state is ProviderState.OPEN else None,
        expires_at=answer["until"],
        payment_ref=answer["transfer"],
        reference=answer["order"],
    )


def _refund(answer: Any) -> ProviderRefund:
    return ProviderRefund(
        ref=answer["number"],
        state=RefundState.SUCCEEDED,
        amount=Money.of(answer["amount"], answer["currency"]),
        key=answer["key"],
    )


def _refunds(answer: Any) -> tuple[ProviderRefund, ...]:
    return tuple(_refund(one) for one in answer)
