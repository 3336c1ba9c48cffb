"""A conversation as its shopper sees it. Cards are in the chat API's own shape, as they were stored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from agentpay_plugin.chat import queue
from agentpay_plugin.chat.older import in_present_shape
from agentpay_plugin.chat.render import render_cart, render_charge
from agentpay_plugin.conversation import codec
from agentpay_plugin.models import Conversation, Message, Turn

Card = dict[str, Any]


@dataclass(frozen=True, slots=True)
class MessageView:
    """A message; `created_at` is ISO 8601 in UTC, `parts` are cards with their `__typename`."""

    id: str
    sequence: int
    author: str
    created_at: str
    client_id: str | None
    intent: str | None
    confidence: float | None
    action: str
    text: str
    parts: list[Card]


@dataclass(frozen=True, slots=True)
class ChatView:
    """A conversation; `cart` and `payment` are cards or None."""

    id: str
    channel: str
    locale: str
    stage: str
    last_sequence: int
    pending: bool
    stoppable: bool
    messages: tuple[MessageView, ...]
    cart: Card | None
    payment: Card | None


def with_pending(rows: QuerySet[Conversation]) -> QuerySet[Any]:
    """Return the conversations with `is_pending`: whether a reply is being made, and `is_stoppable`: whether it can be stopped."""
    turns = Turn.objects.filter(conversation_id=OuterRef("pk"))
    queued = turns.filter(state=Turn.State.QUEUED)
    return rows.annotate(
        is_pending=Exists(queued), is_stoppable=Exists(turns.filter(queue.STOPPABLE))
    )


def chat(
    row: Conversation,
    channel: str,
    after: int,
    *,
    pending: bool,
    stoppable: bool,
    known: tuple[MessageView, ...] = (),
) -> ChatView:
    """Return a conversation of a channel (its slug), with its messages after a sequence number.

    `pending`: whether a reply is being made; `stoppable`: whether it can be stopped. `known` are messages that were
    read already, the first ones after `after`.
    """
    state = codec.decode(row.state)
    newest_known = known[-1].sequence if known else max(after, 0)
    messages = known
    if row.last_sequence > newest_known:
        messages += tuple(_messages(row.messages.filter(sequence__gt=newest_known)))
    return ChatView(
        id=str(row.pk),
        channel=channel,
        locale=row.locale,
        stage=state.stage.name,
        last_sequence=row.last_sequence,
        pending=pending,
        stoppable=stoppable,
        messages=messages,
        cart=render_cart(state.cart, row.locale) if state.cart else None,
        payment=render_charge(state.charge, row.locale) if state.charge else None,
    )


def of_turn(turn: Turn) -> tuple[MessageView, ...]:
    """Return the messages a turn brought, the shopper's own first."""
    return tuple(_messages(turn.messages.all()))


def _messages(rows: Any) -> Iterable[MessageView]:
    for row in rows.order_by("sequence"):
        yield message(row)


def message(row: Message) -> MessageView:
    """Return a stored message as its readers see it."""
    return MessageView(
        id=f"{row.conversation_id}:{row.sequence}",
        sequence=row.sequence,
        author=row.author.upper(),
        created_at=iso(row.created_at),
        client_id=row.client_id or None,
        intent=row.intent or None,
        confidence=None if row.confidence is None else float(row.confidence),
        action=row.action,
        text=row.text,
        parts=in_present_shape(row.parts),
    )


def iso(when: datetime) -> str:
    """Return a moment as the contract writes it: ISO 8601 in UTC, to the millisecond."""
    return when.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
