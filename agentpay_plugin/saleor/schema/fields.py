"""Short makers of output fields: the contract knows few kinds."""

from __future__ import annotations

from typing import Any

import graphene


def needed(kind: Any, description: str | None = None) -> graphene.Field:
    """Return a field that is never null."""
    return graphene.Field(graphene.NonNull(kind), description=description)


def optional(kind: Any, description: str | None = None) -> graphene.Field:
    """Return a field that may be null."""
    return graphene.Field(kind, description=description)


def several(kind: Any, description: str | None = None) -> graphene.Field:
    """Return a list that is never null and holds no nulls."""
    return needed(graphene.List(graphene.NonNull(kind)), description)
