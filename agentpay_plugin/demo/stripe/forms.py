"""Stripe's form encoding (`a[b][0][c]=v`), and the checks of names, types and limits on what came in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from agentpay_plugin.demo.stripe.problems import Problem, invalid, required, unknown

_NAME = re.compile(r"([^\[\]]+)((?:\[[^\[\]]*\])*)")
_INTEGER = re.compile(r"-?[0-9]{1,18}")


class Kind(Protocol):
    def read(self, raw: Any, path: str) -> Any:
        """Return the value of what was sent at `path`; raises Problem."""


def nested(pairs: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Return the nested mapping of the pairs; lists are mappings by index until a `Listed` reads them."""
    tree: dict[str, Any] = {}
    for name, value in pairs:
        match = _NAME.fullmatch(name)
        if match is None:
            raise unknown(name)
        keys = [match[1], *re.findall(r"\[([^\[\]]*)\]", match[2])]
        _put(tree, keys, value, name)
    return tree


def _put(tree: dict[str, Any], keys: list[str], value: str, name: str) -> None:
    for key in keys[:-1]:
        tree = tree.setdefault(key or str(len(tree)), {})
        if not isinstance(tree, dict):
            raise invalid(name, f"Invalid object: {name}")
    last = keys[-1] or str(len(tree))
    if last in tree:
        raise invalid(name, f"Received the parameter twice: {name}")
    tree[last] = value


@dataclass(frozen=True)
class Text:
    longest: int = 5000
    one_of: frozenset[str] = frozenset()
    check: Callable[[str, str], None] | None = None

    def read(self, raw: Any, path: str) -> str:
        if not isinstance(raw, str):
            raise invalid(path, f"Invalid string: {path}", "parameter_invalid_string_blank")
        if raw == "":
            raise invalid(
                path,
                f"You passed an empty string for '{path}'. We assume empty values are an attempt to"
                f" unset a parameter; however '{path}' cannot be unset.",
                "parameter_invalid_empty",
            )
        if len(raw) > self.longest:
            raise invalid(
                path,
                f"Invalid string: {path} must be at most {self.longest} characters",
                "parameter_invalid_string_length",
            )
        if self.one_of and raw not in self.one_of:
            raise invalid(path, f"Invalid {path}: must be one of {', '.join(sorted(self.one_of))}")
        if self.check is not None:
            self.check(raw, path)
        return raw


@dataclass(frozen=True)
class Integer:
    least: int
    most: int

    def read(self, raw: Any, path: str) -> int:
        if not isinstance(raw, str) or not _INTEGER.fullmatch(raw):
            raise invalid(path, f"Invalid integer: {raw}", "parameter_invalid_integer")
        value = int(raw)
        if value < self.least:
            raise invalid(
                path,
                f"This value must be greater than or equal to {self.least}.",
                "parameter_invalid_integer",
            )
        if value > self.most:
            raise invalid(
                path,
                f"This value must be less than or equal to {self.most}.",
                "parameter_invalid_integer",
            )
        return value


@dataclass(frozen=True)
class Boolean:
    def read(self, raw: Any, path: str) -> bool:
        if raw not in ("true", "false"):
            raise invalid(path, f"Invalid boolean: {raw}")
        return bool(raw == "true")


@dataclass(frozen=True)
class Metadata:
    def read(self, raw: Any, path: str) -> dict[str, str]:
        if not isinstance(raw, dict):
            raise invalid(path, "Metadata must be a set of key-value pairs")
        if len(raw) > 50:
            raise invalid(path, "Metadata can have at most 50 keys")
        for key, value in raw.items():
            if len(key) > 40:
                raise invalid(path, f"Metadata keys must be under 40 characters long: {key[:40]}")
            if not isinstance(value, str) or len(value) > 500:
                raise invalid(f"{path}[{key}]", "Metadata values can have up to 500 characters")
        return {key: value for key, value in raw.items() if value != ""}


@dataclass(frozen=True)
class Listed:
    of: Kind
    longest: int

    def read(self, raw: Any, path: str) -> list[Any]:
        if not isinstance(raw, dict) or set(raw) != {str(at) for at in range(len(raw))}:
            raise invalid(path, "Invalid array", "parameter_invalid_array")
        if len(raw) > self.longest:
            raise invalid(
                path, f"You may only specify up to {self.longest} of these.", "array_too_long"
            )
        return [self.of.read(raw[str(at)], f"{path}[{at}]") for at in range(len(raw))]


@dataclass(frozen=True)
class Fields:
    """An object. `refuse` names what Stripe has but the look-alike does not play, or has taken away."""

    known: Mapping[str, Kind]
    must: frozenset[str] = frozenset()
    refuse: Mapping[str, str] = field(default_factory=dict)

    def read(self, raw: Any, path: str) -> dict[str, Any]:
        if not isinstance(raw, dict):
            raise invalid(path, "Invalid object", "parameter_invalid_object")
        for name in raw:
            at = f"{path}[{name}]" if path else name
            if name in self.refuse:
                raise Problem(400, self.refuse[name], param=at, code="parameter_unknown")
            if name not in self.known:
                raise unknown(at)
        for name in sorted(self.must - set(raw)):
            raise required(f"{path}[{name}]" if path else name)
        return {
            name: self.known[name].read(value, f"{path}[{name}]" if path else name)
            for name, value in raw.items()
        }
