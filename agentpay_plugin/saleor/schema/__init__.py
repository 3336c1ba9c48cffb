"""The chat API in graphene 2, for Saleor's own schema. Imports nothing of Saleor: `bind` is given what it needs."""

from agentpay_plugin.saleor.schema.binding import bind

__all__ = ["bind"]
