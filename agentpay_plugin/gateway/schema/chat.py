# ruff: noqa: N815 fields are named as in the contract: their values are in just that shape
"""The contract's conversation and its messages."""

from __future__ import annotations

import strawberry

from agentpay_plugin.gateway.schema import enums, goods
from agentpay_plugin.gateway.schema.cards import ChatPart


@strawberry.type(description="What is wrong with a call, and how to mend it.")
class ChatError:
    field: str | None = strawberry.field(
        description="The field of the input that is wrong, if it is one."
    )
    message: str = strawberry.field(description="In the conversation's language.")
    code: enums.ChatErrorCode


@strawberry.type
class ChatMessage:
    id: strawberry.ID
    sequence: int = strawberry.field(
        description="Counts from 1 within the conversation, without gaps."
    )
    author: enums.ChatAuthor
    createdAt: str
    clientId: str | None = strawberry.field(
        description="The `clientId` it was sent with, on the shopper's messages."
    )
    intent: enums.ChatIntent | None = strawberry.field(
        description="What the shopper wanted; on the reply it is what the reply answers."
    )
    confidence: float | None = strawberry.field(description="Between 0 and 1.")
    action: enums.ChatMessageAction
    text: str = strawberry.field(description="The whole message as plain text.")
    parts: list[ChatPart]


@strawberry.type
class Chat:
    id: strawberry.ID = strawberry.field(description="Public id, for support; no key to anything.")
    channel: str
    locale: str
    stage: enums.ChatStage
    lastSequence: int = strawberry.field(description="Sequence number of the newest message.")
    pending: bool = strawberry.field(description="True while a reply is being made.")
    stoppable: bool = strawberry.field(
        description="True while a language model is making that reply and nobody stopped it: the action `stop`"
        " ends it. Never while a payment provider is asked."
    )
    messages: list[ChatMessage]
    cart: goods.ChatCart | None = strawberry.field(
        description="The cart as this conversation last saw it."
    )
    payment: goods.ChatPayment | None = strawberry.field(
        description="The newest charge of this conversation."
    )
