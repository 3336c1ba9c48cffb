"""Saleor's global ids: base64 of `Type:key`. Checked before they are sent, since Saleor answers a malformed
one as it answers a broken server."""

from __future__ import annotations

import base64
import binascii
import re
from uuid import UUID

_GLOBAL_ID = re.compile(r"([A-Za-z]+):([A-Za-z0-9-]+)")
_UUIDS = frozenset({"Checkout", "Order", "TransactionItem", "Warehouse", "CheckoutLine"})


def key_of(global_id: str, kind: str) -> str | None:
    """Return the key inside a global id of this kind; None when the text is no such id."""
    try:
        text = base64.b64decode(global_id, validate=True).decode("ascii")
    except (binascii.Error, ValueError):
        return None
    match = _GLOBAL_ID.fullmatch(text)
    if match is None or match[1] != kind:
        return None
    return match[2] if _is_key(match[2], kind) else None


def _is_key(key: str, kind: str) -> bool:
    if kind not in _UUIDS:
        return key.isdigit() and len(key) < 19
    try:
        UUID(key)
    except ValueError:
        return False
    return True
