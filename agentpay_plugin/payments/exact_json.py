"""JSON whose amounts are exact: decimals are written and read as they stand, never by way of a float. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NoReturn


def dumps(value: object) -> str:
    """Return `value` as JSON; a Decimal with just the places it has, a float not at all (TypeError)."""
    match value:
        case float():
            raise TypeError("a float where an exact number was due")
        case Decimal():
            return format(value, "f")
        case Mapping():
            return "{" + ", ".join(f"{json.dumps(k)}: {dumps(v)}" for k, v in value.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(dumps(each) for each in value) + "]"
        case _:
            return json.dumps(value)


def loads(body: bytes | str) -> Any:
    """Return what a JSON text says, with Decimals for its broken numbers. Raises ValueError."""
    try:
        return json.loads(body, parse_float=Decimal, parse_constant=_refuse)
    except RecursionError:
        raise ValueError("JSON nested too deeply") from None


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of JSON")
