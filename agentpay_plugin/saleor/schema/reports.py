"""The contract's reports for the merchant. They read the results of chat/reports.py."""

from __future__ import annotations

import graphene

from agentpay_plugin.saleor.schema import enums
from agentpay_plugin.saleor.schema.chat import Chat, ChatError
from agentpay_plugin.saleor.schema.fields import needed, optional, several


class ChatFunnelStep(graphene.ObjectType):
    name = needed(enums.ChatFunnelStepName)
    conversations = needed(graphene.Int)
    rate = optional(
        graphene.Float,
        "As a share of the step before; null for the first one, and after an empty one.",
    )


class ChatFunnel(graphene.ObjectType):
    """How far conversations got. A conversation counts in the time in which it was opened."""

    errors = several(ChatError)
    visits = needed(
        graphene.Int, "Page views that could have had a chat: each visitor once a day (UTC)."
    )
    steps = several(
        ChatFunnelStep, "From the first step to the last; who got to a step got to all before it."
    )
    chat_to_payment_rate = optional(
        graphene.Float,
        "Conversations paid, as a share of those opened: between 0 and 1; null without any.",
    )


class ChatHandover(graphene.ObjectType):
    """A conversation whose shopper asked for a person of the shop's."""

    asked_at = needed(graphene.String)
    chat = needed(Chat, "The conversation, with its newest 50 messages.")


class ChatHandovers(graphene.ObjectType):
    """The conversations of a channel that wait for a person."""

    errors = several(ChatError)
    total = needed(graphene.Int, "How many wait in all.")
    handovers = several(ChatHandover)
