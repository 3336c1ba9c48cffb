"""What the contract's mutations answer. They read the results of chat/operations.py."""

from __future__ import annotations

import graphene

from agentpay_plugin.saleor.schema.chat import Chat, ChatError, ChatMessage
from agentpay_plugin.saleor.schema.fields import needed, optional, several

_PENDING = "True when the reply is still being made; it follows in `chat(after:)`."
_STOPPABLE = "True when a language model makes that reply: the action `stop` ends it."


class ChatVisit(graphene.ObjectType):
    errors = several(ChatError)


class ChatStart(graphene.ObjectType):
    errors = several(ChatError)
    token = optional(
        graphene.String,
        "The key to this conversation. Keep it in the browser; it is not shown again.",
    )
    chat = optional(Chat)


class ChatMessageSend(graphene.ObjectType):
    errors = several(ChatError)
    pending = needed(graphene.Boolean, _PENDING)
    stoppable = needed(graphene.Boolean, _STOPPABLE)
    messages = several(ChatMessage, "The messages this send brought, the shopper's own first.")
    chat = optional(Chat)


class ChatActionSubmit(graphene.ObjectType):
    errors = several(ChatError)
    pending = needed(graphene.Boolean, _PENDING)
    stoppable = needed(graphene.Boolean, _STOPPABLE)
    messages = several(ChatMessage)
    chat = optional(Chat)


class ChatEventTrack(graphene.ObjectType):
    errors = several(ChatError)


class ChatErase(graphene.ObjectType):
    errors = several(ChatError)


class ChatHandoverReply(graphene.ObjectType):
    errors = several(ChatError)
    messages = several(ChatMessage, "What was said, as the shopper sees it.")


class ChatHandoverClose(graphene.ObjectType):
    errors = several(ChatError)
    closed = needed(
        graphene.Boolean,
        "True when it waited until now; false on a repeat, and when the shopper wrote after `seen`.",
    )
