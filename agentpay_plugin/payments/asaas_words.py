"""Our charge in Asaas's words and back: what is sent, and what an answer means. Pure."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from enum import StrEnum
from typing import Any, assert_never

from agentpay_plugin.charges.ports import (
    ChargeRequest,
    Payer,
    ProviderCharge,
    ProviderRefund,
    ProviderState,
    RefundState,
)
from agentpay_plugin.errors import ProviderRefused
from agentpay_plugin.money import Money
from agentpay_plugin.payments import reais
from agentpay_plugin.payments.reais import CURRENCY, text

# Asaas keeps Brasília's time, which has had no summer time since 2019.
_BRASILIA = timezone(timedelta(hours=-3))
_DESCRIPTION_LENGTH = 500
REFUND_MARK = (
    "agentpay:"  # before our key, in the description of a refund: nothing else of ours is kept
)


class _Status(StrEnum):
    PENDING = "PENDING"
    RECEIVED = "RECEIVED"
    CONFIRMED = "CONFIRMED"
    OVERDUE = "OVERDUE"
    REFUNDED = "REFUNDED"
    RECEIVED_IN_CASH = "RECEIVED_IN_CASH"
    REFUND_REQUESTED = "REFUND_REQUESTED"
    REFUND_IN_PROGRESS = "REFUND_IN_PROGRESS"
    CHARGEBACK_REQUESTED = "CHARGEBACK_REQUESTED"
    CHARGEBACK_DISPUTE = "CHARGEBACK_DISPUTE"
    AWAITING_CHARGEBACK_REVERSAL = "AWAITING_CHARGEBACK_REVERSAL"
    DUNNING_REQUESTED = "DUNNING_REQUESTED"
    DUNNING_RECEIVED = "DUNNING_RECEIVED"
    AWAITING_RISK_ANALYSIS = "AWAITING_RISK_ANALYSIS"


class _RefundStatus(StrEnum):
    PENDING = "PENDING"
    AWAITING_CRITICAL_ACTION_AUTHORIZATION = "AWAITING_CRITICAL_ACTION_AUTHORIZATION"
    AWAITING_CUSTOMER_EXTERNAL_AUTHORIZATION = "AWAITING_CUSTOMER_EXTERNAL_AUTHORIZATION"
    CANCELLED = "CANCELLED"
    DONE = "DONE"


def external_reference(request: ChargeRequest) -> str:
    """Return what a charge bears at Asaas: our key, which begins with our charge's id."""
    is_inside = request.key.startswith(f"{request.reference}:")
    return request.key if is_inside else f"{request.reference}:{request.key}"


def reference_in(external: object) -> str | None:
    """Return our charge's id from what a charge at Asaas bears; None where it bears nothing of that form."""
    reference, colon, _ = external.partition(":") if isinstance(external, str) else ("", "", "")
    return reference if colon and reference else None


def customer_body(payer: Payer) -> dict[str, Any]:
    """Return the customer to make. Asaas must not write to them: the shop does."""
    return {"name": payer.name, "cpfCnpj": payer.tax_id, "notificationDisabled": True}


def payment_body(request: ChargeRequest, customer: str) -> dict[str, Any]:
    """Return the charge to make; it is due on the day on which it expires."""
    due = datetime.fromtimestamp(request.expires_at, _BRASILIA).date()
    return {
        "customer": customer,
        "billingType": "PIX",
        "value": request.amount.amount,
        "dueDate": due.isoformat(),
        "description": reais.described(request, _DESCRIPTION_LENGTH) or "Order",
        "externalReference": external_reference(request),
    }


def refund_body(amount: Money, key: str) -> dict[str, Any]:
    """Return the refund to make; it is known again by the key in its description."""
    return {"value": amount.amount, "description": f"{REFUND_MARK}{key}"}


def charge_of(payment: Mapping[str, Any], live: bool) -> ProviderCharge:
    """Return what a payment says of its charge, without its code.

    Raises KeyError, TypeError or ValueError for an answer that is no such payment.
    """
    ref, state = text(payment["id"]), _state(payment)
    url = payment.get("invoiceUrl")
    return ProviderCharge(
        ref=ref,
        state=state,
        amount=_money(payment["value"]),
        page_url=None,
        expires_at=None,
        payment_ref=ref if state is ProviderState.PAID else None,
        external_url=url if isinstance(url, str) and url.startswith("https://") else None,
        reference=reference_in(payment.get("externalReference")),
        live=live,
    )


def refunds_of(payment: Mapping[str, Any]) -> tuple[ProviderRefund, ...]:
    """Return the refunds of a payment, the newest first; raises as `charge_of` does.

    Asaas gives them no ids. Ours go by their key, the merchant's by when and how much.
    """
    given: Sequence[Mapping[str, Any]] = payment.get("refunds") or []
    found: list[ProviderRefund] = []
    for each in sorted(given, key=lambda one: text(one["dateCreated"])):
        key = _key(each.get("description"))
        amount = _money(each["value"])
        stem = f"{text(payment['id'])}:" + _name(key, each, amount)
        same = sum(one.ref.startswith(f"{stem}.") for one in found)
        state = _refund_state(_RefundStatus(each["status"]))
        found.append(ProviderRefund(f"{stem}.{same + 1}", state, amount, key=key))
    return tuple(reversed(found))


def _name(key: str | None, refund: Mapping[str, Any], amount: Money) -> str:
    if key is not None:
        return hashlib.sha256(key.encode()).hexdigest()[:24]
    made = re.sub(r"[^0-9]", "", text(refund["dateCreated"]))[:14]
    return f"{made}-{amount.minor}"


def _key(description: object) -> str | None:
    if isinstance(description, str) and description.startswith(REFUND_MARK):
        return description.removeprefix(REFUND_MARK)
    return None


def check(request: ChargeRequest, least: Money, most: Money) -> Payer:
    """Return who pays; raises ProviderRefused when Asaas could not take this request."""
    reais.check(request, least, most)
    if request.payer is None:
        raise ProviderRefused("payer_missing", "Asaas must be told who pays")
    return request.payer


def _state(payment: Mapping[str, Any]) -> ProviderState:
    status = _Status(payment["status"])
    match status:
        case _Status.PENDING | _Status.OVERDUE | _Status.DUNNING_REQUESTED:
            # An overdue code can still be paid; only a deleted charge cannot.
            return ProviderState.EXPIRED if payment.get("deleted") is True else ProviderState.OPEN
        case _Status.AWAITING_RISK_ANALYSIS:
            return ProviderState.PROCESSING
        case (
            _Status.RECEIVED
            | _Status.CONFIRMED
            | _Status.RECEIVED_IN_CASH
            | _Status.DUNNING_RECEIVED
            | _Status.REFUNDED
            | _Status.REFUND_REQUESTED
            | _Status.REFUND_IN_PROGRESS
            | _Status.CHARGEBACK_REQUESTED
            | _Status.CHARGEBACK_DISPUTE
            | _Status.AWAITING_CHARGEBACK_REVERSAL
        ):
            # It was paid; what went back since is told by its refunds.
            return ProviderState.PAID
        case _:
            assert_never(status)


def _refund_state(status: _RefundStatus) -> RefundState:
    match status:
        case (
            _RefundStatus.PENDING
            | _RefundStatus.AWAITING_CRITICAL_ACTION_AUTHORIZATION
            | _RefundStatus.AWAITING_CUSTOMER_EXTERNAL_AUTHORIZATION
        ):
            return RefundState.PENDING
        case _RefundStatus.DONE:
            return RefundState.SUCCEEDED
        case _RefundStatus.CANCELLED:
            return RefundState.FAILED
        case _:
            assert_never(status)


def _money(value: object) -> Money:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise TypeError(f"{type(value).__name__} where a number was due")
    return Money.of(value, CURRENCY)


def local_time(at: float) -> datetime:
    """Return a moment in the time that Asaas keeps."""
    return datetime.fromtimestamp(at, UTC).astimezone(_BRASILIA)
