"""Puts the chat's fields into Saleor's own schema."""

from __future__ import annotations

from saleor.graphql.plugins import schema as host

from agentpay_plugin.saleor import schema, wiring
from agentpay_plugin.saleor.calls import a_call
from agentpay_plugin.saleor.staff import require_staff


def add_to_saleor() -> None:
    """Set our queries and mutations onto two of Saleor's root classes, before its schema is built."""
    queries, mutations = schema.bind(wiring.caller_of, require_staff, a_call)
    for owner, fields in ((host.PluginsQueries, queries), (host.PluginsMutations, mutations)):
        for name, field in fields.items():
            setattr(owner, name, field)
