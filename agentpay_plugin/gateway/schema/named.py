"""Members of a union, told apart by the `__typename` that each card and event carries."""

from __future__ import annotations

from typing import Any


class Named:
    """A type whose values are mappings that name it."""

    @classmethod
    def is_type_of(cls, value: Any, _info: Any) -> bool:
        """Tell whether a value is of this type."""
        return bool(value["__typename"] == cls.__name__)
