"""Parts of messages that an earlier version stored, as this one shows them: a chat outlives an upgrade."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Part = dict[str, Any]


def in_present_shape(parts: Sequence[Part]) -> list[Part]:
    """Return the stored parts of a message in the contract's shape."""
    return [_quote(part) if part["__typename"] == "ChatQuote" else part for part in parts]


def _quote(part: Part) -> Part:
    """Ways to pay were names once; none of them needed a tax id."""
    methods = [
        {"id": one, "needsTaxId": False} if isinstance(one, str) else one for one in part["methods"]
    ]
    return {**part, "methods": methods}
