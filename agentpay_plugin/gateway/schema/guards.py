"""Keeps documents small, and failures quiet: in answers and in logs."""

from __future__ import annotations

import logging
from typing import Any

import strawberry
from graphql import GraphQLError
from strawberry.extensions import MaskErrors, MaxTokensLimiter, ParserCache, ValidationCache

logger = logging.getLogger(__name__)

MOST_TOKENS = 5000  # of a document; one with everything about a chat has about 1200
DOCUMENTS_KEPT = 100  # parsed and validated: all storefronts send the same few

FAILED = "Something went wrong on our side. Try again in a moment."


class Quiet(strawberry.Schema):
    """A schema that logs what failed, and nothing of what callers wrote."""

    def _extend_introspection(self) -> None:
        """Leave `isOneOf` as graphql-core answers it: Strawberry's own fails on lists."""

    def process_errors(self, errors: list[GraphQLError], execution_context: Any = None) -> None:  # noqa: ARG002
        """Log the first of the program's own errors by its kind: the others tend to be the same."""
        for error in errors:
            if is_ours(error):
                logger.error("%s failed: %s", error.path, type(error.original_error).__name__)
                return


def guards() -> list[Any]:
    """Return the schema's extensions.

    There is no limit of depth: the contract's types are a tree, so that a valid document is as deep at
    most as the contract. (Introspection is not: see documents.py.)
    """
    return [
        lambda: MaxTokensLimiter(MOST_TOKENS),
        lambda: ParserCache(DOCUMENTS_KEPT),
        lambda: ValidationCache(DOCUMENTS_KEPT),
        lambda: MaskErrors(is_ours, FAILED),
    ]


def is_ours(error: GraphQLError) -> bool:
    """Tell an error of the program from what a caller is meant to read."""
    cause = error.original_error
    return cause is not None and not isinstance(cause, GraphQLError)
