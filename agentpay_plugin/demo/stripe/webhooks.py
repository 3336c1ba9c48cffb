"""What Stripe's webhooks are signed with."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping


def signature(body: bytes, secret: str, at: int) -> str:
    """Return the Stripe-Signature header of a body."""
    signed = hmac.new(secret.encode(), str(at).encode() + b"." + body, hashlib.sha256)
    return f"t={at},v1={signed.hexdigest()}"


def sign(body: bytes, secret: str, at: int) -> Mapping[str, str]:
    """Return the headers that a webhook of Stripe's comes with."""
    return {
        "User-Agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
        "Stripe-Signature": signature(body, secret, at),
    }
