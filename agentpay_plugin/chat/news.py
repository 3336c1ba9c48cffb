"""Tells listeners what a conversation's newest transaction brought, in the words in which a poll would."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from agentpay_plugin.chat import views
from agentpay_plugin.chat.contract import in_contract_names
from agentpay_plugin.models import Conversation, Turn
from agentpay_plugin.realtime.events import LOOK_AGAIN, ChatNews, Delta, News, channel_of, encode

Send = Callable[[str, bytes], None]

LONGEST = 256 * 1024  # bytes; of longer news listeners are told only that there are some


def teller(send: Send, channel_slug: Callable[[str], str | None]) -> Callable[[UUID, int], None]:
    """Return what a ChatDesk publishes with. `send(channel, published)` must neither raise nor wait."""

    def publish(conversation_id: UUID, sequence: int) -> None:
        row = _with_turns(conversation_id)
        slug = channel_slug(row.channel) or ""
        published = encode(_news(row, slug, sequence))
        if len(published) > LONGEST:
            published = encode(LOOK_AGAIN)
        send(channel_of(row.token_hash), published)

    return publish


def streamer(send: Send) -> Callable[[str, Delta], None]:
    """Return what an AssistantDesk streams with. `send(channel, published)` must neither raise nor wait."""
    return lambda token_hash, delta: send(channel_of(token_hash), encode(delta))


def _with_turns(conversation_id: UUID) -> Conversation:
    """Return the conversation with how many of its turns `came` and `ended`: what is told is never older than that."""
    ended = Count("turns", filter=~Q(turns__state=Turn.State.QUEUED))
    return Conversation.objects.annotate(came=Count("turns"), ended=ended).get(pk=conversation_id)


def _news(row: Any, slug: str, sequence: int) -> News:
    if row.erased_at is not None:
        return LOOK_AGAIN
    chat = views.chat(row, slug, after=sequence - 1, pending=row.came > row.ended)
    return ChatNews(
        sequence=row.last_sequence,
        # Grows with every transaction that is told.
        revision=row.came + row.ended,
        messages=in_contract_names(chat.messages),
        cart=chat.cart,
        payment=chat.payment,
        typing=chat.pending,
    )
