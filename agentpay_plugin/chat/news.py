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
    """Return the conversation with how many of its turns `came`, are now `for_model`, of these were `stopped`, and `ended`.

    What is told is never older than these.
    """
    is_queued = Q(turns__state=Turn.State.QUEUED)
    is_for_model = is_queued & Q(turns__needs_model=True)
    counted = Conversation.objects.annotate(
        came=Count("turns"),
        for_model=Count("turns", filter=is_for_model),
        stopped=Count("turns", filter=is_for_model & Q(turns__stop_asked_at__isnull=False)),
        ended=Count("turns", filter=~is_queued),
    )
    return counted.get(pk=conversation_id)


def _revision(row: Any) -> int:
    """Return a number that grows with every transaction that is told: what a turn adds to it grows from 1 to 4."""
    revision: int = row.came + row.for_model + row.stopped + 3 * row.ended
    return revision


def _news(row: Any, slug: str, sequence: int) -> News:
    if row.erased_at is not None:
        return LOOK_AGAIN
    pending, stoppable = row.came > row.ended, row.for_model > row.stopped
    chat = views.chat(row, slug, after=sequence - 1, pending=pending, stoppable=stoppable)
    return ChatNews(
        sequence=row.last_sequence,
        revision=_revision(row),
        messages=in_contract_names(chat.messages),
        cart=chat.cart,
        payment=chat.payment,
        typing=chat.pending,
        stoppable=chat.stoppable,
    )
