"""The chat API in Strawberry. Values are mappings in the contract's names; `Backend` answers the operations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import strawberry
from strawberry.schema.config import StrawberryConfig

from agentpay_plugin.gateway.schema.backend import Backend, Context
from agentpay_plugin.gateway.schema.events import ChatEvent
from agentpay_plugin.gateway.schema.guards import Quiet, guards
from agentpay_plugin.gateway.schema.operations import Mutation, Query, Subscription

__all__ = ["Backend", "ChatEvent", "Context", "make_schema"]


def make_schema() -> strawberry.Schema:
    """Return the contract's schema."""
    config = StrawberryConfig(auto_camel_case=False, default_resolver=_value)
    return Quiet(
        query=Query,
        mutation=Mutation,
        subscription=Subscription,
        config=config,
        extensions=guards(),
    )


def _value(source: Mapping[str, Any], name: str) -> Any:
    return source.get(name)
