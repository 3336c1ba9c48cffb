"""The contract's conversation and its messages. They read chat/views.py, whose names are the same in snake case."""

from __future__ import annotations

import graphene

from agentpay_plugin.saleor.schema import cards, enums, goods
from agentpay_plugin.saleor.schema.fields import needed, optional, several


class ChatError(graphene.ObjectType):
    """What is wrong with a call, and how to mend it."""

    field = optional(graphene.String, "The field of the input that is wrong, if it is one.")
    message = needed(graphene.String, "In the conversation's language.")
    code = needed(enums.ChatErrorCode)


class ChatMessage(graphene.ObjectType):
    id = needed(graphene.ID)
    sequence = needed(graphene.Int, "Counts from 1 within the conversation, without gaps.")
    author = needed(enums.ChatAuthor)
    created_at = needed(graphene.String)
    client_id = optional(
        graphene.String, "The `clientId` it was sent with, on the shopper's messages."
    )
    intent = optional(
        enums.ChatIntent, "What the shopper wanted; on the reply it is what the reply answers."
    )
    confidence = optional(graphene.Float, "Between 0 and 1.")
    action = needed(enums.ChatMessageAction)
    text = needed(graphene.String, "The whole message as plain text.")
    parts = several(cards.ChatPart)


class Chat(graphene.ObjectType):
    id = needed(graphene.ID, "Public id, for support; no key to anything.")
    channel = needed(graphene.String)
    locale = needed(graphene.String)
    stage = needed(enums.ChatStage)
    last_sequence = needed(graphene.Int, "Sequence number of the newest message.")
    pending = needed(graphene.Boolean, "True while a reply is being made.")
    stoppable = needed(
        graphene.Boolean,
        "True while a language model is making that reply and nobody stopped it: the action `stop` ends it."
        " Never while a payment provider is asked.",
    )
    messages = several(ChatMessage)
    cart = optional(goods.ChatCart, "The cart as this conversation last saw it.")
    payment = optional(goods.ChatPayment, "The newest charge of this conversation.")
