# ruff: noqa: N815 fields are named as in the contract: their values are in just that shape
"""What the contract's mutations and reports answer."""

from __future__ import annotations

import strawberry

from agentpay_plugin.gateway.schema import enums
from agentpay_plugin.gateway.schema.chat import Chat, ChatError, ChatMessage


@strawberry.type
class ChatVisit:
    errors: list[ChatError]


@strawberry.type
class ChatStart:
    errors: list[ChatError]
    token: str | None = strawberry.field(
        description="The key to this conversation. Keep it in the browser; it is not shown again."
    )
    chat: Chat | None


@strawberry.type
class ChatMessageSend:
    errors: list[ChatError]
    pending: bool = strawberry.field(
        description="True when the reply is still being made; it follows in `chat(after:)`."
    )
    stoppable: bool = strawberry.field(
        description="True when a language model makes that reply: the action `stop` ends it."
    )
    messages: list[ChatMessage] = strawberry.field(
        description="The messages this send brought, the shopper's own first."
    )
    chat: Chat | None


@strawberry.type
class ChatActionSubmit:
    errors: list[ChatError]
    pending: bool = strawberry.field(
        description="True when the reply is still being made; it follows in `chat(after:)`."
    )
    stoppable: bool = strawberry.field(
        description="True when a language model makes that reply: the action `stop` ends it."
    )
    messages: list[ChatMessage]
    chat: Chat | None


@strawberry.type
class ChatEventTrack:
    errors: list[ChatError]


@strawberry.type
class ChatErase:
    errors: list[ChatError]


@strawberry.type
class ChatHandoverReply:
    errors: list[ChatError]
    messages: list[ChatMessage] = strawberry.field(
        description="What was said, as the shopper sees it."
    )


@strawberry.type
class ChatHandoverClose:
    errors: list[ChatError]
    closed: bool = strawberry.field(
        description="True when it waited until now; false on a repeat, and when the shopper wrote"
        " after `seen`."
    )


@strawberry.type
class ChatFunnelStep:
    name: enums.ChatFunnelStepName
    conversations: int
    rate: float | None = strawberry.field(
        description="As a share of the step before; null for the first one, and after an empty one."
    )


@strawberry.type(
    description="How far conversations got. A conversation counts in the time in which it was opened."
)
class ChatFunnel:
    errors: list[ChatError]
    visits: int = strawberry.field(
        description="Page views that could have had a chat: each visitor once a day (UTC)."
    )
    steps: list[ChatFunnelStep] = strawberry.field(
        description="From the first step to the last; who got to a step got to all before it."
    )
    chatToPaymentRate: float | None = strawberry.field(
        description="Conversations paid, as a share of those opened: between 0 and 1; null without any."
    )


@strawberry.type(description="A conversation whose shopper asked for a person of the shop's.")
class ChatHandover:
    askedAt: str
    chat: Chat = strawberry.field(description="The conversation, with its newest 50 messages.")


@strawberry.type(description="The conversations of a channel that wait for a person.")
class ChatHandovers:
    errors: list[ChatError]
    total: int = strawberry.field(description="How many wait in all.")
    handovers: list[ChatHandover]
