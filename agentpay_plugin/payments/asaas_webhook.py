"""Is this webhook Asaas's, and what is it about?

Asaas signs nothing: a token in a header is all that proves it. It stops a merchant's whole queue after 15
answers that are not 200, so whatever bears the token is authentic, understood or not.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Mapping, Sequence
from uuid import UUID

from agentpay_plugin.charges.ports import ProviderEvent
from agentpay_plugin.errors import NotAuthentic
from agentpay_plugin.payments import exact_json
from agentpay_plugin.payments.asaas_words import reference_in

HEADER = "asaas-access-token"

_ABOUT_REFUNDS = frozenset(
    {
        "PAYMENT_REFUNDED",
        "PAYMENT_PARTIALLY_REFUNDED",
        "PAYMENT_REFUND_IN_PROGRESS",
        "PAYMENT_REFUND_DENIED",
    }
)
# The events that say something new about a charge.
HANDLED = _ABOUT_REFUNDS | {
    "PAYMENT_CONFIRMED",
    "PAYMENT_RECEIVED",
    "PAYMENT_OVERDUE",
    "PAYMENT_DELETED",
    "PAYMENT_RESTORED",
    "PAYMENT_AWAITING_RISK_ANALYSIS",
}

_EVENT_ID = re.compile(r"[\x21-\x7e]{1,255}")
_TYPE = re.compile(r"[A-Z_]{1,100}")
_REF = re.compile(r"[A-Za-z0-9_]{1,100}")


def verify(
    body: bytes, headers: Mapping[str, str], tokens: Sequence[str], live: bool
) -> tuple[ProviderEvent, ...]:
    """Return the event of a call that bears one of the tokens; nothing for one that we do not understand.

    Raises NotAuthentic. The account's other payments are told of, too: theirs are events not handled.
    """
    given = headers.get(HEADER, "").encode(errors="surrogatepass")
    found = False
    for token in tokens:
        found |= bool(token) and hmac.compare_digest(token.encode(), given)
    if not found:
        raise NotAuthentic("no token of ours")
    try:
        told = exact_json.loads(body)
    except ValueError:
        return ()
    return _read(told, live) if isinstance(told, dict) else ()


def _read(told: Mapping[str, object], live: bool) -> tuple[ProviderEvent, ...]:
    event_id, kind, payment = told.get("id"), told.get("event"), told.get("payment")
    if not _fits(event_id, _EVENT_ID) or not _fits(kind, _TYPE) or not isinstance(payment, dict):
        return ()
    reference, ref = reference_in(payment.get("externalReference")), payment.get("id")
    is_ours = _is_uuid(reference) and _fits(ref, _REF)
    return (
        ProviderEvent(
            id=str(event_id),
            type=str(kind),
            charge_ref=str(ref) if is_ours else None,
            reference=reference if is_ours else None,
            live=live,
            handled=is_ours and kind in HANDLED,
            about_refund=is_ours and kind in _ABOUT_REFUNDS,
        ),
    )


def _fits(value: object, form: re.Pattern[str]) -> bool:
    return isinstance(value, str) and form.fullmatch(value) is not None


def _is_uuid(text: str | None) -> bool:
    try:
        return str(UUID(text or "")) == text
    except ValueError:
        return False
