"""What answers the schema's fields. The schema is the same wherever it is served; this differs."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

Arguments = Mapping[str, Any]
Answer = dict[str, Any]


class Backend(Protocol):
    """One caller's way to the chat. Every mapping has the contract's own (camelCase) names."""

    async def execute(self, field: str, arguments: Arguments) -> Answer | None:
        """Answer a field of the contract's Query or Mutation.

        Arguments that were left out and have no default are left out. Unions in the answer carry their
        `__typename`, enums are texts.
        """

    def follow(self, token: str, after: int) -> AsyncGenerator[Answer, None]:
        """Yield the events of `chatEvents`, each with its `__typename`.

        Raises errors.NotFound for a token that opens nothing (any more).
        """


@dataclass(slots=True)
class Context:
    """The schema's context value."""

    backend: Backend
