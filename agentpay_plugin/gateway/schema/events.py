# ruff: noqa: N815 fields are named as in the contract: their values are in just that shape
"""The contract's events of a conversation."""

from __future__ import annotations

from typing import Annotated

import strawberry

from agentpay_plugin.gateway.schema import goods
from agentpay_plugin.gateway.schema.chat import ChatMessage
from agentpay_plugin.gateway.schema.named import Named


@strawberry.type(
    description="A finished message, the shopper's own too; each sequence number comes once, in order."
)
class ChatMessageEvent(Named):
    message: ChatMessage


@strawberry.type(
    description="A piece of a reply that is still being written. The finished message follows, and takes its place."
)
class ChatDeltaEvent(Named):
    replyId: strawberry.ID = strawberry.field(description="Pieces of one reply share it.")
    index: int = strawberry.field(description="Counts from 0 within the reply.")
    text: str


@strawberry.type(description="Whether a reply is being made, and whether it can be stopped.")
class ChatTypingEvent(Named):
    typing: bool
    stoppable: bool = strawberry.field(description="As in `Chat`.")


@strawberry.type(description="How the newest payment of the conversation stands now.")
class ChatPaymentEvent(Named):
    payment: goods.ChatPayment | None


@strawberry.type(description="The cart as the conversation last saw it.")
class ChatCartEvent(Named):
    cart: goods.ChatCart | None


ChatEvent = Annotated[
    ChatMessageEvent | ChatDeltaEvent | ChatTypingEvent | ChatPaymentEvent | ChatCartEvent,
    strawberry.union("ChatEvent"),
]
