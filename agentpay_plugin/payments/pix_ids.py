"""The ids that we choose at an API Pix, made from our keys and read back. Pure.

A key that is asked for again must become the same id, and an id must lead back to our charge or refund, since
the standard keeps nothing else of ours. Keys of another form than the money shell's lead nowhere back.
"""

from __future__ import annotations

import hashlib
import re
from uuid import UUID

_CHARGE_KEY = re.compile(r"(?P<uuid>[0-9a-f-]{36}):(?P<number>[1-9][0-9]?)")
_REFUND_KEY = re.compile(r"(?P<uuid>[0-9a-f-]{36}):refund(:(?P<number>[2-9]|[1-9][0-9]))?")
# A letter that no UUID has in that place tells ours from other people's.
_TXID = re.compile(r"(?P<hex>[0-9a-f]{32})t(?P<number>[1-9][0-9]?)")
_REFUND_ID = re.compile(r"(?P<hex>[0-9a-f]{32})r(?P<number>[1-9][0-9]?)")


def txid_of(key: str) -> str:
    """Return the txid (26 to 35 letters and digits) of a charge asked for under `key`."""
    match = _CHARGE_KEY.fullmatch(key)
    return f"{_bare(match['uuid'])}t{match['number']}" if match else _digest(key)


def reference_of(txid: str) -> str | None:
    """Return the id of the charge that a txid of ours is about; None for other people's."""
    match = _TXID.fullmatch(txid)
    return str(UUID(match["hex"])) if match else None


def refund_id_of(key: str) -> str:
    """Return the id (up to 35 letters and digits) of a refund asked for under `key`."""
    match = _REFUND_KEY.fullmatch(key)
    return f"{_bare(match['uuid'])}r{match['number'] or 1}" if match else _digest(key)


def refund_key_of(refund_id: str) -> str | None:
    """Return the key that a refund of ours was asked for under; None for other people's."""
    match = _REFUND_ID.fullmatch(refund_id)
    if match is None:
        return None
    number = "" if match["number"] == "1" else f":{match['number']}"
    return f"{UUID(match['hex'])}:refund{number}"


def _bare(uuid: str) -> str:
    return uuid.replace("-", "")


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:32]
