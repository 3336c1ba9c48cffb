"""What a model wrote, made safe to hold: text that any database takes, and arguments that are an object or nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, ParamSpec, TypeVar

from agentpay_plugin.errors import ModelUnavailable

Given = ParamSpec("Given")
Result = TypeVar("Result")


def understood(work: Callable[Given, Result], *given: Given.args, **named: Given.kwargs) -> Result:
    """Return what `work` makes of what a provider sent; raises ModelUnavailable where that is not its format."""
    try:
        return work(*given, **named)
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise ModelUnavailable(
            f"a model's provider sent no reply ({type(error).__name__})"
        ) from None


def readable(text: str) -> str:
    """Return text without what no encoding and no database holds: halves of characters, and NUL."""
    return text.encode("utf-8", "replace").decode().replace("\0", "")


def arguments_of(text: str) -> Mapping[str, object] | None:
    """Return the object that a call's arguments are; None when they are none, or are cut.

    Nothing at all is how a call without arguments is written.
    """
    if not text.strip():
        return {}
    try:
        found = json.loads(text, parse_constant=_no_number)
        return found if isinstance(found, dict) and _is_held(found) else None
    except (ValueError, RecursionError):
        return None


def _no_number(word: str) -> Any:
    raise ValueError(f"{word} is no number")


def _is_held(value: object) -> bool:
    match value:
        case str():
            return readable(value) == value
        case dict():
            return all(_is_held(name) and _is_held(each) for name, each in value.items())
        case list():
            return all(map(_is_held, value))
        case _:
            return True
