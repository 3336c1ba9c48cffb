"""The schema under test: the bindings alone, on root types of their own."""

from __future__ import annotations

from typing import Any

import graphene
import pytest

from agentpay_plugin.saleor.schema import bind


def everyone_is_staff(info: Any, channel: str) -> None:
    """Let whoever asks see every report."""


@pytest.fixture
def schema() -> graphene.Schema:
    """Return the chat API whose requests carry desk and caller as their context."""
    queries, mutations = bind(lambda context: context, everyone_is_staff)
    return graphene.Schema(
        query=type("Query", (graphene.ObjectType,), queries),
        mutation=type("Mutation", (graphene.ObjectType,), mutations),
    )
