"""Our charge in Stripe's words and back: what is sent for a Checkout Session, what an answer means. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any, assert_never

from agentpay_plugin.charges.ports import (
    ChargeRequest,
    DisputeState,
    Line,
    ProviderCharge,
    ProviderDispute,
    ProviderRefund,
    ProviderState,
    RefundState,
)
from agentpay_plugin.errors import ProviderRefused
from agentpay_plugin.money import Money
from agentpay_plugin.payments.stripe_currency import from_stripe, to_stripe
from agentpay_plugin.payments.stripe_webhook import REFERENCE_KEY

# In the metadata of a session whose payment is only reserved: the session itself does not tell.
CAPTURE_KEY = "agentpay_capture"
_LATER = "manual"
# In the metadata of our refunds: Stripe tells nobody the idempotency key that an object was made under.
REFUND_KEY = "agentpay_refund"

_ONE_LINE = "Order"
_PIX_CODE_LIFE = 15 * 60  # seconds from when the shopper asks for the code on Stripe's page
_LINES = 100  # the most that Stripe takes
_NAME_LENGTH = 250
_URL_LENGTH = 2048
_LOCALES = {"en": "en", "es": "es", "pt": "pt-BR"}


class _Status(StrEnum):
    OPEN = "open"
    COMPLETE = "complete"
    EXPIRED = "expired"


class _PaymentStatus(StrEnum):
    PAID = "paid"
    UNPAID = "unpaid"
    NOT_REQUIRED = "no_payment_required"


class _IntentStatus(StrEnum):
    REQUIRES_PAYMENT_METHOD = "requires_payment_method"
    REQUIRES_CONFIRMATION = "requires_confirmation"
    REQUIRES_ACTION = "requires_action"
    PROCESSING = "processing"
    REQUIRES_CAPTURE = "requires_capture"
    SUCCEEDED = "succeeded"
    CANCELED = "canceled"


class _RefundStatus(StrEnum):
    PENDING = "pending"
    REQUIRES_ACTION = "requires_action"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELED = "canceled"


class _DisputeStatus(StrEnum):
    WARNING_NEEDS_RESPONSE = "warning_needs_response"
    WARNING_UNDER_REVIEW = "warning_under_review"
    WARNING_CLOSED = "warning_closed"
    NEEDS_RESPONSE = "needs_response"
    UNDER_REVIEW = "under_review"
    PREVENTED = "prevented"
    WON = "won"
    LOST = "lost"


def session_params(request: ChargeRequest) -> dict[str, Any]:
    """Return the parameters of a Checkout Session whose lines add up to the amount exactly.

    Raises ProviderRefused when the amount cannot be charged, or the lines are not the amount's.
    """
    metadata = {**(request.metadata or {}), REFERENCE_KEY: request.reference}
    later = request.capture_later and request.method != "pix"  # PIX knows no reservation
    params = {
        "mode": "payment",
        "line_items": _line_items(request),
        "success_url": request.success_url,
        "cancel_url": request.cancel_url,
        "expires_at": request.expires_at,
        "locale": _LOCALES.get(request.locale[:2].lower(), "auto"),
        "client_reference_id": request.reference,
        "metadata": metadata | ({CAPTURE_KEY: _LATER} if later else {}),
        # A session's metadata is not copied to its payment, whose events must find the charge too.
        "payment_intent_data": {"metadata": metadata}
        | ({"capture_method": _LATER} if later else {}),
        # Else Stripe may show, and take, another currency than the one agreed to.
        "adaptive_pricing": {"enabled": False},
    }
    return params | ({"customer_email": request.email} if request.email else {}) | _pix(request)


def _pix(request: ChargeRequest) -> dict[str, Any]:
    """Return what makes the page one that takes PIX and nothing else; nothing for any other method."""
    if request.method != "pix":
        return {}
    if request.amount.currency != "BRL":
        raise ProviderRefused("currency_not_supported", "PIX pays in BRL alone")
    # Of a fixed length: a repeated request must be the same to the letter.
    options = {"pix": {"expires_after_seconds": _PIX_CODE_LIFE}}
    return {"payment_method_types": ["pix"], "payment_method_options": options}


def charge_of(session: Mapping[str, Any]) -> ProviderCharge:
    """Return what a Checkout Session says of its charge.

    Raises KeyError, TypeError or ValueError for an answer that is no such session.
    """
    payment_ref = session["payment_intent"]
    live = bool(session["livemode"])
    return ProviderCharge(
        ref=_text(session["id"]),
        state=_state(session),
        amount=from_stripe(_whole(session["amount_total"]), _text(session["currency"])),
        page_url=session["url"],
        expires_at=session["expires_at"],
        payment_ref=payment_ref,
        external_url=payment_page(payment_ref, live) if payment_ref else None,
        reference=session["client_reference_id"],
        live=live,
    )


def is_captured_later(session: Mapping[str, Any]) -> bool:
    """Say whether a session's payment is only reserved at first."""
    metadata = session["metadata"]
    return isinstance(metadata, dict) and metadata.get(CAPTURE_KEY) == _LATER


def has_failed(intent: Mapping[str, Any]) -> bool:
    """Say whether a payment has failed; raises KeyError or TypeError for what is none."""
    return _text(intent["status"]) in ("requires_payment_method", "canceled")


def with_payment(charge: ProviderCharge, intent: Mapping[str, Any]) -> ProviderCharge:
    """Return a charge that was reserved first as its payment says that it stands.

    Raises KeyError, TypeError or ValueError for an answer that is no such payment.
    """
    state = _intent_state(_IntentStatus(intent["status"]))
    taken = from_stripe(_whole(intent["amount_received"]), _text(intent["currency"]))
    ref = _text(intent["id"])
    return replace(
        charge,
        state=state,
        payment_ref=ref,
        external_url=payment_page(ref, bool(intent["livemode"])),
        captured=taken if state is ProviderState.PAID else None,
        has_lapsed=state is ProviderState.CANCELLED
        and intent["cancellation_reason"] in ("automatic", "expired"),
    )


def capture_params(amount: Money) -> dict[str, Any]:
    """Return the parameters of a capture of `amount`."""
    return {"amount_to_capture": to_stripe(amount)}


def refund_params(
    charge: ProviderCharge, payment_ref: str, amount: Money, key: str
) -> dict[str, Any]:
    """Return the parameters of a refund of `amount`."""
    ours = {REFERENCE_KEY: charge.reference} if charge.reference else {}
    return {
        "payment_intent": payment_ref,
        "amount": to_stripe(amount),
        "metadata": ours | {REFUND_KEY: key},
    }


def refund_of(refund: Mapping[str, Any]) -> ProviderRefund:
    """Return what a refund says; raises KeyError, TypeError or ValueError for what is none."""
    return ProviderRefund(
        ref=_text(refund["id"]),
        state=_refund_state(_RefundStatus(refund["status"])),
        amount=from_stripe(_whole(refund["amount"]), _text(refund["currency"])),
        reason=refund.get("failure_reason"),
        key=_key(refund.get("metadata")),
    )


def refunds_of(page: Mapping[str, Any]) -> tuple[tuple[ProviderRefund, ...], bool]:
    """Return the refunds on a page of a list, and whether there are more; raises as `refund_of` does."""
    return tuple(refund_of(one) for one in page["data"]), _has_more(page)


def dispute_of(dispute: Mapping[str, Any]) -> ProviderDispute:
    """Return what a dispute says; raises KeyError, TypeError or ValueError for what is none."""
    state = _dispute_state(_DisputeStatus(dispute["status"]))
    due = dispute["evidence_details"]["due_by"]
    return ProviderDispute(
        ref=_text(dispute["id"]),
        state=state,
        amount=from_stripe(_whole(dispute["amount"]), _text(dispute["currency"])),
        reason=_text(dispute["reason"])[:60],
        answer_by=_whole(due) if due and state is DisputeState.OPEN else None,
    )


def disputes_of(page: Mapping[str, Any]) -> tuple[tuple[ProviderDispute, ...], bool]:
    """Return the disputes on a page of a list, and whether there are more; raises as `dispute_of` does."""
    return tuple(dispute_of(one) for one in page["data"]), _has_more(page)


def _has_more(page: Mapping[str, Any]) -> bool:
    has_more = page["has_more"]
    if not isinstance(has_more, bool) or (has_more and not page["data"]):
        raise ValueError("a page that leads nowhere")
    return has_more


def id_of(thing: Mapping[str, Any]) -> str:
    """Return the id of any object; raises as `refund_of` does."""
    return _text(thing["id"])


def id_and_secret_of(endpoint: Mapping[str, Any]) -> tuple[str, str]:
    """Return the id and signing secret of an endpoint that was just made; raises as `refund_of` does."""
    return id_of(endpoint), _text(endpoint["secret"])


def payment_page(payment_ref: str, live: bool) -> str:
    """Return the page of a payment in Stripe's Dashboard."""
    return f"https://dashboard.stripe.com/{'' if live else 'test/'}payments/{payment_ref}"


def _line_items(request: ChargeRequest) -> list[dict[str, Any]]:
    total = to_stripe(request.amount)
    if request.amount.minor <= 0:
        raise ProviderRefused("amount_not_chargeable", f"{request.amount} is nothing to charge")
    lines = request.lines or (Line(_ONE_LINE, request.amount, 1),)
    if _sum(lines, request.amount.currency) != request.amount:
        raise ProviderRefused("lines_do_not_add_up", f"the lines are not worth {request.amount}")
    if len(lines) > _LINES or not all(_is_chargeable(line) for line in lines):
        lines = (Line(_ONE_LINE, request.amount, 1),)
    items = [_line_item(line) for line in lines]
    sent = sum(item["price_data"]["unit_amount"] * item["quantity"] for item in items)
    if sent != total:
        raise ProviderRefused("lines_do_not_add_up", f"the lines are not worth {request.amount}")
    return items


def _sum(lines: tuple[Line, ...], currency: str) -> Money | None:
    if any(
        line.unit.currency != currency or line.unit.minor < 0 or line.quantity < 1 for line in lines
    ):
        return None
    return sum((line.unit * line.quantity for line in lines), Money(0, currency))


def _is_chargeable(line: Line) -> bool:
    """Say whether a unit is no finer than Stripe takes: a whole amount may be, though its units are not."""
    try:
        to_stripe(line.unit)
    except ProviderRefused:
        return False
    return True


def _line_item(line: Line) -> dict[str, Any]:
    product: dict[str, Any] = {"name": line.name.strip()[:_NAME_LENGTH] or _ONE_LINE}
    image = line.image_url or ""
    if image.startswith(("https://", "http://")) and len(image) <= _URL_LENGTH:
        product["images"] = [image]
    return {
        "price_data": {
            "currency": line.unit.currency.lower(),
            "unit_amount": to_stripe(line.unit),
            "product_data": product,
        },
        "quantity": line.quantity,
    }


def _state(session: Mapping[str, Any]) -> ProviderState:
    status = _Status(session["status"])
    match status:
        case _Status.OPEN:
            return ProviderState.OPEN
        case _Status.EXPIRED:
            return ProviderState.EXPIRED
        case _Status.COMPLETE:
            return _complete_state(_PaymentStatus(session["payment_status"]))
        case _:
            assert_never(status)


def _complete_state(paid: _PaymentStatus) -> ProviderState:
    match paid:
        case _PaymentStatus.PAID | _PaymentStatus.NOT_REQUIRED:
            return ProviderState.PAID
        case _PaymentStatus.UNPAID:
            return ProviderState.PROCESSING  # or it has failed, which only the payment tells
        case _:
            assert_never(paid)


def _intent_state(status: _IntentStatus) -> ProviderState:
    match status:
        case _IntentStatus.REQUIRES_CAPTURE:
            return ProviderState.AUTHORIZED
        case _IntentStatus.SUCCEEDED:
            return ProviderState.PAID
        case _IntentStatus.REQUIRES_PAYMENT_METHOD | _IntentStatus.CANCELED:
            return ProviderState.CANCELLED
        case (
            _IntentStatus.PROCESSING
            | _IntentStatus.REQUIRES_ACTION
            | _IntentStatus.REQUIRES_CONFIRMATION
        ):
            return ProviderState.PROCESSING
        case _:
            assert_never(status)


def _key(metadata: object) -> str | None:
    key = metadata.get(REFUND_KEY) if isinstance(metadata, dict) else None
    return key if isinstance(key, str) else None


def _refund_state(status: _RefundStatus) -> RefundState:
    match status:
        case _RefundStatus.PENDING | _RefundStatus.REQUIRES_ACTION:
            return RefundState.PENDING
        case _RefundStatus.SUCCEEDED:
            return RefundState.SUCCEEDED
        case _RefundStatus.FAILED | _RefundStatus.CANCELED:
            return RefundState.FAILED
        case _:
            assert_never(status)


def _dispute_state(status: _DisputeStatus) -> DisputeState:
    match status:
        case (
            _DisputeStatus.WARNING_NEEDS_RESPONSE
            | _DisputeStatus.WARNING_UNDER_REVIEW
            | _DisputeStatus.NEEDS_RESPONSE
            | _DisputeStatus.UNDER_REVIEW
        ):
            return DisputeState.OPEN
        case _DisputeStatus.WARNING_CLOSED | _DisputeStatus.PREVENTED | _DisputeStatus.WON:
            return DisputeState.WON
        case _DisputeStatus.LOST:
            return DisputeState.LOST
        case _:
            assert_never(status)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{type(value).__name__} where a text was due")
    return value


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"{type(value).__name__} where a whole number was due")
    return value
