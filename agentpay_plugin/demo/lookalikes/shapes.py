"""What a JSON body must look like: names, types and limits, checked as a strict API does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Protocol


class Wrong(Exception):  # noqa: N818 it is the answer, not a failure of ours
    """A body that is not as it must be: where, and why."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path}: {why}")
        self.path = path
        self.why = why


class Shape(Protocol):
    def check(self, value: Any, path: str) -> None:
        """Raise Wrong where the value at `path` is not of this shape."""


@dataclass(frozen=True)
class Text:
    longest: int = 500
    form: str = ""
    one_of: frozenset[str] = frozenset()
    shortest: int = 1

    def check(self, value: Any, path: str) -> None:
        if not isinstance(value, str):
            raise Wrong(path, "must be a text")
        if not self.shortest <= len(value) <= self.longest:
            raise Wrong(path, f"must have {self.shortest} to {self.longest} characters")
        if self.form and not re.fullmatch(self.form, value):
            raise Wrong(path, "has a wrong form")
        if self.one_of and value not in self.one_of:
            raise Wrong(path, f"must be one of {', '.join(sorted(self.one_of))}")


@dataclass(frozen=True)
class Amount:
    """A JSON number above 0 with at most two places."""

    def check(self, value: Any, path: str) -> None:
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            raise Wrong(path, "must be a number")
        exact = Decimal(value)
        if exact <= 0 or exact != exact.quantize(Decimal("0.01")):
            raise Wrong(path, "must be above 0, with at most two places")


@dataclass(frozen=True)
class Whole:
    least: int
    most: int

    def check(self, value: Any, path: str) -> None:
        if isinstance(value, bool) or not isinstance(value, int):
            raise Wrong(path, "must be a whole number")
        if not self.least <= value <= self.most:
            raise Wrong(path, f"must be {self.least} to {self.most}")


@dataclass(frozen=True)
class Truth:
    def check(self, value: Any, path: str) -> None:
        if not isinstance(value, bool):
            raise Wrong(path, "must be true or false")


@dataclass(frozen=True)
class Day:
    def check(self, value: Any, path: str) -> None:
        try:
            date.fromisoformat(value)
        except (TypeError, ValueError):
            raise Wrong(path, "must be a date") from None


@dataclass(frozen=True)
class Listed:
    of: Shape
    longest: int

    def check(self, value: Any, path: str) -> None:
        if not isinstance(value, list) or len(value) > self.longest:
            raise Wrong(path, f"must be a list of at most {self.longest}")
        for at, each in enumerate(value):
            self.of.check(each, f"{path}[{at}]")


@dataclass(frozen=True)
class Object:
    """An object with these names and no others."""

    known: Mapping[str, Shape]
    must: frozenset[str] = field(default_factory=frozenset)

    def check(self, value: Any, path: str = "") -> None:
        if not isinstance(value, dict):
            raise Wrong(path or "body", "must be an object")
        for name in sorted(self.must - value.keys()):
            raise Wrong(_below(path, name), "is missing")
        for name, each in value.items():
            if name not in self.known:
                raise Wrong(_below(path, name), "is unknown")
            self.known[name].check(each, _below(path, name))


def _below(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
