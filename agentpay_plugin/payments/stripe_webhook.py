"""Is this webhook Stripe's, and what is it about?

The signature is checked here and not by the library: version 3.5 takes timestamps from the future and an
empty secret, reads its own clock, and answers a non-ASCII header or a JSON list with a TypeError or an
AttributeError.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from collections.abc import Mapping, Sequence

from agentpay_plugin.charges.ports import ProviderEvent
from agentpay_plugin.errors import NotAuthentic

TOLERANCE = 300  # seconds, into the past and into the future
REFERENCE_KEY = "agentpay_charge"  # in the metadata of everything that we create at Stripe

# The events that say something new about a charge, and the kind of object each must carry.
HANDLED = {
    "checkout.session.completed": "checkout.session",
    "checkout.session.async_payment_succeeded": "checkout.session",
    "checkout.session.async_payment_failed": "checkout.session",
    "checkout.session.expired": "checkout.session",
    "payment_intent.payment_failed": "payment_intent",
    "payment_intent.amount_capturable_updated": "payment_intent",
    "payment_intent.canceled": "payment_intent",
    "charge.captured": "charge",
    "charge.refunded": "charge",
    "refund.created": "refund",
    "refund.updated": "refund",
    "refund.failed": "refund",
    "charge.dispute.created": "dispute",
    "charge.dispute.updated": "dispute",
    "charge.dispute.closed": "dispute",
    "charge.dispute.funds_withdrawn": "dispute",
    "charge.dispute.funds_reinstated": "dispute",
}

_ABOUT_REFUNDS = ("charge.refunded", "refund.created", "refund.updated", "refund.failed")

_HEADER = re.compile(r"[\x21-\x7e]{1,2000}")
_TIMESTAMP = re.compile(r"[0-9]{1,12}")
_EVENT_ID = re.compile(r"[A-Za-z0-9_-]{1,255}")
_TYPE = re.compile(r"[a-z0-9_.]{1,100}")
_REF = re.compile(r"[\x21-\x7e]{1,255}")


def verify(
    body: bytes, headers: Mapping[str, str], secrets: Sequence[str], now: int
) -> ProviderEvent:
    """Return the event in `body`, signed with one of the secrets at most 300 s from `now`.

    Raises NotAuthentic for everything else; the reason names no content.
    """
    _check_signature(body, headers.get("stripe-signature", ""), secrets, now)
    try:
        event = json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError):
        raise NotAuthentic("a signed body that is not JSON") from None
    return _read(event)


def _check_signature(body: bytes, header: str, secrets: Sequence[str], now: int) -> None:
    if not _HEADER.fullmatch(header):
        raise NotAuthentic("no Stripe-Signature header, or not one in printable ASCII")
    pairs = [item.partition("=") for item in header.split(",")]
    stamps = [value for name, _, value in pairs if name == "t"]
    if len(stamps) != 1 or not _TIMESTAMP.fullmatch(stamps[0]):
        raise NotAuthentic("a Stripe-Signature header without one timestamp")
    signatures = [value for name, _, value in pairs if name == "v1"]
    if not _any_match(body, stamps[0], signatures, secrets):
        raise NotAuthentic("no signature of ours")
    if abs(now - int(stamps[0])) > TOLERANCE:
        raise NotAuthentic("signed too long ago, or in the future")


def _any_match(body: bytes, stamp: str, signatures: list[str], secrets: Sequence[str]) -> bool:
    found = False
    for secret in secrets:
        expected = _digest(body, secret, stamp) if secret else ""
        for signature in signatures:
            found |= bool(expected) and hmac.compare_digest(expected, signature)
    return found


def _digest(body: bytes, secret: str, stamp: str) -> str:
    return hmac.new(secret.encode(), stamp.encode() + b"." + body, hashlib.sha256).hexdigest()


def _read(event: object) -> ProviderEvent:
    envelope = _object(event)
    event_id, kind, live = (envelope.get(name) for name in ("id", "type", "livemode"))
    if (
        not isinstance(event_id, str)
        or not isinstance(kind, str)
        or not isinstance(live, bool)
        or not _EVENT_ID.fullmatch(event_id)
        or not _TYPE.fullmatch(kind)
    ):
        raise NotAuthentic("a signed body that is no event")
    thing = _object(_object(envelope.get("data")).get("object"))
    if kind in HANDLED and thing.get("object") != HANDLED[kind]:
        raise NotAuthentic("an event that carries another kind of object than its type says")
    about = thing.get("object")
    return ProviderEvent(
        id=event_id,
        type=kind,
        charge_ref=_ref(thing.get("id")) if about == "checkout.session" else None,
        reference=_reference(thing),
        live=live,
        handled=kind in HANDLED,
        decline=_decline(thing) if kind == "payment_intent.payment_failed" else None,
        payment_ref=_ref(thing.get("id" if about == "payment_intent" else "payment_intent")),
        about_refund=kind in _ABOUT_REFUNDS,
        about_dispute=kind in HANDLED and about == "dispute",
    )


def _reference(thing: Mapping[str, object]) -> str | None:
    metadata = thing.get("metadata")
    own = metadata.get(REFERENCE_KEY) if isinstance(metadata, dict) else None
    return _ref(own) or _ref(thing.get("client_reference_id"))


def _decline(thing: Mapping[str, object]) -> str | None:
    error = thing.get("last_payment_error")
    if not isinstance(error, dict):
        return None
    code = error.get("decline_code") or error.get("code")
    return code if isinstance(code, str) and re.fullmatch(r"[a-z0-9_]{1,60}", code) else None


def _object(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise NotAuthentic("a signed body that is no event")
    return value


def _ref(value: object) -> str | None:
    return value if isinstance(value, str) and _REF.fullmatch(value) else None
