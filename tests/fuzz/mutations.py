"""Small changes to a webhook's parts. All chance comes from the given generator, so that a seed repeats a run."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random
from typing import Any, TypeVar

Kind = TypeVar("Kind")

# What parsers, comparisons and databases stumble over.
_TEXTS = (
    "",
    " ",
    "\x00",
    "\ud800",
    "é",
    "²",
    "true",
    "0",
    "-1",
    "null",
    "{}",
    "../..",
    "%00",
    "a" * 300,
)
_NUMBERS = (0, -1, 1, 2**63, 10**30, 1.5, float("nan"), float("inf"))
_OTHERS = (None, True, False, [], {}, [[]], {"": ""}, {"object": {"object": {}}})
_BYTES = (
    b"\x00",
    b"\xff",
    b"\xef\xbb\xbf",
    b'"',
    b"{",
    b"}",
    b"[",
    b"\\u0000",
    b"\\ud800",
    b"9" * 5000,
)
_HEADER_TEXTS = ("", " ", "é", "²", "\x7f", ",", "=", "t=", "v1=", ";", "0" * 64, "a" * 3000)


def bytes_mutated(chance: Random, data: bytes) -> bytes:
    """Return other bytes: flipped, cut, doubled, swapped or with something put in."""
    at, to = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    ways: tuple[Callable[[], bytes], ...] = (
        lambda: data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :],
        lambda: data[:at] + data[to:],
        lambda: data[:at] + data[at:to] * 2 + data[to:],
        lambda: data[:at] + chance.choice(_BYTES) + data[at:],
        lambda: data[at:] + data[:at],
        lambda: data[:at],
        lambda: data.swapcase(),
    )
    return _other(chance, data, ways)


def text_mutated(chance: Random, text: str) -> str:
    """Return another header's or parameter's value, of characters that a server passes on."""
    at, to = sorted(chance.randrange(len(text) + 1) for _ in range(2))
    ways: tuple[Callable[[], str], ...] = (
        lambda: text[:at] + chr(chance.randrange(33, 127)) + text[at + 1 :],
        lambda: text[:at] + text[to:],
        lambda: text[:at] + text[at:to] * 2 + text[to:],
        lambda: text[:at] + chance.choice(_HEADER_TEXTS) + text[at:],
        lambda: text[at:] + text[:at],
        lambda: chance.choice(_HEADER_TEXTS),
        lambda: text.swapcase(),
        lambda: text[::-1],
    )
    return _other(chance, text, ways)


def json_mutated(chance: Random, body: bytes) -> bytes:
    """Return a JSON body that says something else, or bytes that are no JSON any more."""
    if chance.random() < 0.2:
        return bytes_mutated(chance, body)
    value = json.loads(body)
    for _ in range(chance.randint(1, 3)):
        value = _value_mutated(chance, value)
    return json.dumps(value).encode()


def _value_mutated(chance: Random, value: Any) -> Any:
    """Change one place, deep inside or here."""
    if isinstance(value, dict) and value and chance.random() < 0.9:
        return _object_mutated(chance, value)
    if isinstance(value, list) and value and chance.random() < 0.9:
        at = chance.randrange(len(value))
        return [*value[:at], _value_mutated(chance, value[at]), *value[at + chance.randint(0, 1) :]]
    if isinstance(value, str) and value and chance.random() < 0.5:
        return text_mutated(chance, value)
    return chance.choice(
        (*_TEXTS, *_NUMBERS, *_OTHERS, _nested(chance.randint(2, 2000)), [value], {"id": value})
    )


def _object_mutated(chance: Random, value: dict[str, Any]) -> dict[str, Any]:
    key = chance.choice(list(value))
    others = {name: one for name, one in value.items() if name != key}
    way = chance.random()
    if way < 0.15:
        return others
    if way < 0.25:
        return {**others, text_mutated(chance, key): value[key]}
    if way < 0.35:
        return {**value, key: value[chance.choice(list(value))]}
    return {**value, key: _value_mutated(chance, value[key])}


def _nested(depth: int) -> Any:
    value: Any = 0
    for _ in range(min(depth, 500)):
        value = [value]
    return value


def _other(chance: Random, same: Kind, ways: tuple[Callable[[], Kind], ...]) -> Kind:
    """Return what one of the ways makes that is not the same."""
    while True:
        made = chance.choice(ways)()
        if made != same:
            return made
