"""A provider in memory, for tests and demos: the same port, no network, and switches to make it fail."""

from __future__ import annotations

import hashlib
import hmac
import json
import threading
from collections import deque
from collections.abc import Mapping
from dataclasses import replace

from agentpay_plugin.calling import refuse_open_transaction
from agentpay_plugin.charges.ports import (
    ChargeRequest,
    DisputeState,
    ProviderCharge,
    ProviderDispute,
    ProviderEvent,
    ProviderRefund,
    ProviderState,
    RefundState,
)
from agentpay_plugin.errors import (
    NotAuthentic,
    ProviderRefused,
)
from agentpay_plugin.money import Money
from agentpay_plugin.payments.brcode import BrCode, write
from agentpay_plugin.payments.fake_failures import Call, Failure

_TOLERANCE = 300  # seconds
_HEADER = "x-fake-signature"


class FakeProvider:
    """One account at a provider that does not exist. Thread-safe.

    `calls` lists what was asked as (method, key or ref), also what failed. `pix`: it takes PIX: charges
    are paid with a code, name their payer, and are there for months unless they are closed.
    """

    def __init__(
        self,
        name: str = "fake",
        *,
        secret: str = "fake-secret",  # noqa: S107 of a provider that does not exist
        least: Mapping[str, int] | None = None,
        live: bool = False,
        pix: bool = False,
    ) -> None:
        self.name = name
        self.needs_payer = pix
        self._mark, self._refund_mark = ("pix", "dev") if pix else ("cs", "re")
        self.calls: list[tuple[str, str]] = []
        self.requests: list[ChargeRequest] = []
        self._secret = secret
        self._least = least or {"USD": 50, "EUR": 50, "PLN": 200, "BRL": 50}
        self._live = live
        self._charges: dict[str, ProviderCharge] = {}
        self._keys: dict[str, tuple[object, str]] = {}
        self._refunds: dict[str, ProviderRefund] = {}
        self._refunded: dict[str, str] = {}  # the charge of each refund
        self._failures: deque[Failure] = deque()
        self._disputes: dict[str, ProviderDispute] = {}
        self._disputed: dict[str, str] = {}  # the charge of each dispute
        self._begins_as = RefundState.SUCCEEDED
        self._events = 0
        self._lock = threading.RLock()

    # --- the port ---------------------------------------------------------------------------------

    def minimum(self, currency: str) -> Money | None:
        least = self._least.get(currency)
        return None if least is None else Money(least, currency)

    def maximum(self, currency: str) -> Money | None:
        return Money(99_999_999, currency)

    def can_represent(self, amount: Money) -> bool:
        return amount.currency != "KWD" or amount.minor % 10 == 0

    def open(self, request: ChargeRequest) -> ProviderCharge:
        with self._call("open", request.key) as call:
            ref = self._once(request.key, request)
            if ref is None:
                self._check(request)
                self.requests.append(request)
                ref = f"{self._mark}_fake_{len(self._charges) + 1}"
                self._charges[ref] = self._opened(ref, request)
                self._keys[request.key] = (request, ref)
            return call.done(self._charges[ref])

    def read(self, ref: str) -> ProviderCharge:
        with self._call("read", ref) as call:
            return call.done(self._charge(ref))

    def close(self, ref: str) -> ProviderCharge:
        with self._call("close", ref) as call:
            if self._charge(ref).state is ProviderState.OPEN:
                over = ProviderState.CANCELLED if self.needs_payer else ProviderState.EXPIRED
                self._become(ref, over, None)
            return call.done(self._charge(ref))

    def refund(self, charge: ProviderCharge, amount: Money, key: str) -> ProviderRefund:
        with self._call("refund", key) as call:
            ref = self._once(key, (charge.ref, amount))
            if ref is None:
                ref = self._give_back(charge.ref, amount, self._begins_as, key)
                self._keys[key] = ((charge.ref, amount), ref)
            return call.done(self._refunds[ref])

    def read_refund(self, ref: str) -> ProviderRefund:
        with self._call("read_refund", ref) as call:
            if ref not in self._refunds:
                raise ProviderRefused("resource_missing", ref)
            return call.done(self._refunds[ref])

    def refunds_of(self, charge: ProviderCharge) -> tuple[ProviderRefund, ...]:
        with self._call("refunds_of", charge.ref) as call:
            self._charge(charge.ref)
            return call.done(tuple(reversed(self._given(charge.ref))))

    def disputes_of(self, charge: ProviderCharge) -> tuple[ProviderDispute, ...]:
        with self._call("disputes_of", charge.ref) as call:
            self._charge(charge.ref)
            found = [
                one for one in self._disputes.values() if self._disputed[one.ref] == charge.ref
            ]
            return call.done(tuple(reversed(found)))

    def verify(
        self,
        body: bytes,
        headers: Mapping[str, str],
        query: Mapping[str, str],  # noqa: ARG002 it signs bodies
        now: int,
    ) -> tuple[ProviderEvent, ...]:
        stamp, _, signature = headers.get(_HEADER, "").partition(".")
        expected = self._signature(body, stamp) if self._secret else ""
        if not expected or not hmac.compare_digest(expected.encode(), signature.encode()):
            raise NotAuthentic("no signature of ours")
        if abs(now - int(stamp)) > _TOLERANCE:
            raise NotAuthentic("signed too long ago, or in the future")
        told = json.loads(body)
        return tuple(ProviderEvent(**each) for each in (told if isinstance(told, list) else [told]))

    # --- switches ---------------------------------------------------------------------------------

    def pay(self, ref: str) -> ProviderCharge:
        """The shopper pays on the provider's page."""
        return self._become(ref, ProviderState.PAID, f"pi_{ref}")

    def pay_late(self, ref: str) -> ProviderCharge:
        """The money of a code arrives that was closed meanwhile: the shopper's bank had begun before."""
        with self._lock:
            late = replace(self._charges[ref], state=ProviderState.PAID, payment_ref=f"pi_{ref}")
            self._charges[ref] = late
            return late

    def process(self, ref: str) -> ProviderCharge:
        """The shopper pays by something that takes days."""
        return self._become(ref, ProviderState.PROCESSING, f"pi_{ref}")

    def expire(self, ref: str) -> ProviderCharge:
        """The page's time is over."""
        return self._become(ref, ProviderState.EXPIRED, None)

    def give_back(
        self, ref: str, amount: Money, state: RefundState = RefundState.SUCCEEDED
    ) -> ProviderRefund:
        """The merchant gives money of a charge back on the provider's own pages."""
        with self._lock:
            return self._refunds[self._give_back(ref, amount, state, None)]

    def pend_refunds(self, *, is_pending: bool = True) -> None:
        """Let refunds that are asked for take days from now on, or be done at once again."""
        self._begins_as = RefundState.PENDING if is_pending else RefundState.SUCCEEDED

    def move_refund(
        self, ref: str, state: RefundState, reason: str | None = None
    ) -> ProviderRefund:
        """A refund ends, or is turned down (`reason`) after it had succeeded."""
        with self._lock:
            self._refunds[ref] = replace(self._refunds[ref], state=state, reason=reason)
            return self._refunds[ref]

    def dispute(self, ref: str, amount: Money, answer_by: int | None = None) -> ProviderDispute:
        """The shopper's bank wants money of a charge back."""
        with self._lock:
            dispute_ref = f"du_fake_{len(self._disputes) + 1}"
            self._disputes[dispute_ref] = ProviderDispute(
                dispute_ref, DisputeState.OPEN, amount, "product_not_received", answer_by
            )
            self._disputed[dispute_ref] = self._charge(ref).ref
            return self._disputes[dispute_ref]

    def end_dispute(self, ref: str, state: DisputeState) -> ProviderDispute:
        """A dispute is decided."""
        with self._lock:
            self._disputes[ref] = replace(self._disputes[ref], state=state, answer_by=None)
            return self._disputes[ref]

    def fail_next(self, failure: Failure | str, times: int = 1) -> None:
        """Let the next calls fail, in the order in which this was asked for."""
        with self._lock:
            self._failures.extend([Failure(failure)] * times)

    def forget_keys(self) -> None:
        """Forget every idempotency key, as providers do after a day."""
        with self._lock:
            self._keys.clear()

    def make_event(
        self,
        type: str,  # noqa: A002 the event's own word
        ref: str | None,
        now: int,
        *,
        handled: bool = True,
        decline: str | None = None,
        refund: str | None = None,
        dispute: str | None = None,
        id: str | None = None,  # noqa: A002 the event's own word
    ) -> tuple[bytes, dict[str, str]]:
        """Return the body and the headers of a signed webhook about a charge; `verify` takes them.

        `refund`, `dispute`: about that refund or dispute of the charge. What we did not make names the
        payment alone.
        """
        with self._lock:
            self._events += 1
            charge = self._charges.get(ref) if ref else None
            is_ours = dispute is None and (refund is None or self._refunds[refund].key is not None)
            event = {
                "id": id or f"evt_fake_{self._events}",
                "type": type,
                "charge_ref": None if refund or dispute else ref,
                "reference": charge.reference if charge and is_ours else None,
                "live": self._live,
                "handled": handled,
                "decline": decline,
                "payment_ref": charge.payment_ref if charge else None,
                "about_refund": refund is not None,
                "about_dispute": dispute is not None,
            }
        body = json.dumps(event).encode()
        return body, {_HEADER: f"{now}.{self._signature(body, str(now))}"}

    def bundle(self, now: int, *bodies: bytes) -> tuple[bytes, dict[str, str]]:
        """Return the body and the headers of one webhook that carries the events of several."""
        body = json.dumps([json.loads(each) for each in bodies]).encode()
        return body, {_HEADER: f"{now}.{self._signature(body, str(now))}"}

    @property
    def charges(self) -> dict[str, ProviderCharge]:
        """All charges as they are now, by ref."""
        with self._lock:
            return dict(self._charges)

    @property
    def refunds(self) -> dict[str, ProviderRefund]:
        """All refunds, by ref."""
        with self._lock:
            return dict(self._refunds)

    # --- inside -----------------------------------------------------------------------------------

    def _opened(self, ref: str, request: ChargeRequest) -> ProviderCharge:
        code = _pix_code(request.amount, ref) if self.needs_payer else None
        return ProviderCharge(
            ref=ref,
            state=ProviderState.OPEN,
            amount=request.amount,
            page_url=None if code else f"https://pay.example/{ref}",
            expires_at=None if code else request.expires_at,
            reference=request.reference,
            live=self._live,
            pix_code=code,
        )

    def _call(self, method: str, subject: str) -> Call:
        refuse_open_transaction()
        with self._lock:
            self.calls.append((method, subject))
            failure = self._failures.popleft() if self._failures else None
        return Call(self._lock, failure)

    def _once(self, key: str, asked: object) -> str | None:
        first, ref = self._keys.get(key, (asked, None))
        if first != asked:
            raise ProviderRefused("idempotency_error", "this key was used for another request")
        return ref

    def _check(self, request: ChargeRequest) -> None:
        least, most = self.minimum(request.amount.currency), self.maximum(request.amount.currency)
        if self.needs_payer and request.payer is None:
            raise ProviderRefused("payer_missing", request.reference)
        if request.amount.minor <= 0:
            raise ProviderRefused("amount_not_chargeable", str(request.amount))
        total = sum(
            (line.unit * line.quantity for line in request.lines), Money(0, request.amount.currency)
        )
        if request.lines and total != request.amount:
            raise ProviderRefused("lines_do_not_add_up", str(request.amount))
        if least is not None and request.amount < least:
            raise ProviderRefused("amount_too_small", str(request.amount))
        if most is not None and request.amount > most:
            raise ProviderRefused("amount_too_large", str(request.amount))

    def _give_back(self, ref: str, amount: Money, state: RefundState, key: str | None) -> str:
        given = [one for one in self._given(ref) if one.state is not RefundState.FAILED]
        self._check_refund(self._charge(ref), amount, sum(one.amount.minor for one in given))
        refund = ProviderRefund(
            f"{self._refund_mark}_fake_{len(self._refunds) + 1}", state, amount, key=key
        )
        self._refunds[refund.ref] = refund
        self._refunded[refund.ref] = ref
        return refund.ref

    def _given(self, ref: str) -> list[ProviderRefund]:
        return [one for one in self._refunds.values() if self._refunded[one.ref] == ref]

    def _check_refund(self, charge: ProviderCharge, amount: Money, before: int) -> None:
        if charge.state is not ProviderState.PAID:
            raise ProviderRefused("charge_not_paid", charge.ref)
        if amount.minor <= 0 or before + amount.minor > charge.amount.minor:
            raise ProviderRefused("charge_already_refunded", charge.ref)

    def _charge(self, ref: str) -> ProviderCharge:
        if ref not in self._charges:
            raise ProviderRefused("resource_missing", ref)
        return self._charges[ref]

    def _become(self, ref: str, state: ProviderState, payment_ref: str | None) -> ProviderCharge:
        with self._lock:
            if self._charges[ref].state not in (ProviderState.OPEN, ProviderState.PROCESSING):
                raise ValueError(f"{ref} is {self._charges[ref].state} already")
            self._charges[ref] = replace(
                self._charges[ref],
                state=state,
                payment_ref=payment_ref,
                page_url=None,
                pix_code=None,
            )
            return self._charges[ref]

    def _signature(self, body: bytes, stamp: str) -> str:
        return hmac.new(
            self._secret.encode(), stamp.encode() + b"." + body, hashlib.sha256
        ).hexdigest()


def _pix_code(amount: Money, ref: str) -> str:
    """Return a BR Code as a bank makes one."""
    code = BrCode("Loja de Teste", "SAO PAULO", amount, url=f"pix.example/qr/{ref}")
    return write(code)
