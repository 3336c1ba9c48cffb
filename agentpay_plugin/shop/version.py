"""The version of a cart: a fingerprint of everything a shopper agrees to."""

from __future__ import annotations

import hashlib
import json

_LENGTH = 32


def fingerprint(facts: object) -> str:
    """Return 32 hex digits over canonical JSON: equal facts have equal fingerprints, whatever their order of keys.

    `facts` may hold dicts, lists, texts, integers, booleans and None; personal data cannot be read back.
    """
    canonical = json.dumps(facts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:_LENGTH]
