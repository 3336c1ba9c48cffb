"""Tells listeners what a conversation's newest transaction brought, in the words in which a poll would."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.db.models import Count, Q

from agentpay_plugin.chat import views
from agentpay_plugin.chat.contract import in_contract_names
from agentpay_plugin.models import Conversation, Turn
from agentpay_plugin.realtime.events import LOOK_AGAIN, ChatNews, News, channel_of, encode

Send = Callable[[str, bytes], None]

LONGEST = 256 * 1024  # bytes; of longer news listeners are told only that there are some


def teller(send: Send, channel_slug: Callable[[str], str | None]) -> Callable[[UUID, int], None]:
    """Return what a ChatDesk publishes with. `send(channel, published)` must neither raise nor wait."""

    def publish(conversation_id: UUID, sequence: int) -> None:
        # Read before the conversation: what is told is never older than its revision says.
        revision, typing = _turns(conversation_id)
        row = Conversation.objects.get(pk=conversation_id)
        slug = channel_slug(row.channel) or ""
        published = encode(_news(row, slug, sequence, revision, typing=typing))
        if len(published) > LONGEST:
            published = encode(LOOK_AGAIN)
        send(channel_of(row.token_hash), published)

    return publish


def _turns(conversation_id: UUID) -> tuple[int, bool]:
    """Return the revision, and whether a reply is being made.

    The revision counts the turns that came and those that ended: it grows with every transaction that is told.
    """
    ended = Count("pk", filter=~Q(state=Turn.State.QUEUED))
    counted = Turn.objects.filter(conversation_id=conversation_id).aggregate(
        came=Count("pk"), ended=ended
    )
    return counted["came"] + counted["ended"], counted["came"] > counted["ended"]


def _news(row: Conversation, slug: str, sequence: int, revision: int, *, typing: bool) -> News:
    if row.erased_at is not None:
        return LOOK_AGAIN
    chat = views.chat(row, slug, after=sequence - 1, pending=typing)
    return ChatNews(
        sequence=row.last_sequence,
        revision=revision,
        messages=in_contract_names(chat.messages),
        cart=chat.cart,
        payment=chat.payment,
        typing=chat.pending,
    )
