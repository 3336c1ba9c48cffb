"""Stores what a turn brought, in one short transaction, if the worker still holds the conversation."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction

from agentpay_plugin.analytics import events as analytics
from agentpay_plugin.chat import counting, queue, refusals
from agentpay_plugin.chat.advancing import Answered, Ran
from agentpay_plugin.chat.desk import ChatDesk
from agentpay_plugin.chat.faults import fault
from agentpay_plugin.chat.render import plain_text, render
from agentpay_plugin.conversation import codec
from agentpay_plugin.conversation.reading import Reading
from agentpay_plugin.errors import Busy
from agentpay_plugin.models import Conversation, Message, Turn

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reply:
    """A message of the assistant, rendered."""

    text: str
    parts: list[dict[str, Any]]
    action: str = "none"
    reading: Reading | None = None


def ran(desk: ChatDesk, row: Conversation, turn: Turn, owner: str, result: Ran) -> None:
    """Store a turn's state, messages and events. Raises Busy when the lease was lost or the chat erased."""
    state = result.conversation
    reply = None
    if result.parts:
        parts = [render(part, row.locale) for part in result.parts]
        text = plain_text(result.parts, row.locale)
        reply = Reply(text, parts, result.action.value, result.reading)
    happened = counting.events_of(turn.pk, result.reading, result.parts, result.charges)
    happened += _of_tap(turn)
    changes: dict[str, Any] = {
        "state": codec.encode(state),
        "checkout_id": state.cart.id if state.cart else "",
    }
    now = desk.clock()
    if state.order_ids and row.ordered_at is None:
        changes["ordered_at"] = now
    who = result.answered if turn.kind == queue.Kind.SAID else None
    _finish(desk, row, turn, owner, Turn.State.DONE, reply, changes, happened, now, who)


def failed(desk: ChatDesk, row: Conversation, turn: Turn, owner: str) -> None:
    """Give a turn up and tell the shopper so."""
    is_news = turn.kind == queue.Kind.CHARGE
    why = refusals.Why.NEWS_FAILED if is_news else refusals.Why.TURN_FAILED
    notice = {
        "__typename": "ChatNotice",
        "kind": "PROBLEM",
        "text": refusals.words(why, row.locale),
    }
    happened = _of_tap(turn)
    if turn.kind == queue.Kind.SAID:
        happened.append(analytics.Happened(analytics.Name.MESSAGE_SENT, str(turn.pk)))
    reply = Reply(notice["text"], [notice])
    _finish(desk, row, turn, owner, Turn.State.FAILED, reply, {}, happened, desk.clock())


def _of_tap(turn: Turn) -> list[analytics.Happened]:
    return counting.tapped(turn.pk, turn.payload) if turn.kind == queue.Kind.TAPPED else []


def _finish(
    desk: ChatDesk,
    row: Conversation,
    turn: Turn,
    owner: str,
    outcome: Turn.State,
    reply: Reply | None,
    changes: Mapping[str, Any],
    happened: Iterable[analytics.Happened],
    now: datetime,
    answered: Answered | None = None,
) -> None:
    who = _who(answered) if answered else {}
    with transaction.atomic():
        sequence = queue.take_numbers(
            row.pk, int(reply is not None), now, owner=owner, changes=changes
        )
        if sequence is None:
            raise Busy(f"conversation {row.pk} was taken over")
        done = {"payload": {}, "calls": [], "needs_worker": False, "needs_model": False, **who}
        Turn.objects.filter(pk=turn.pk).update(state=outcome, **done)
        if reply is not None:
            _insert(row.pk, turn, sequence, reply, now)
        analytics.store(row, happened, now)
    # What somebody wrote was not told yet, unless it had to wait for a worker.
    was_told = turn.needs_worker or turn.needs_model
    is_new = turn.kind in (queue.Kind.SAID, queue.Kind.PERSON) and not was_told
    publish(desk, row.pk, row.last_sequence if is_new else sequence)


def _who(answered: Answered) -> dict[str, object]:
    """Return who answered, as it is stored; what it cost was counted already."""
    return {
        "answered_by": answered.by,
        "tokens_sent": answered.tokens_sent,
        "tokens_received": answered.tokens_received,
    }


def publish(desk: ChatDesk, conversation_id: UUID, sequence: int) -> None:
    """Tell listeners, if that works: they find the messages by asking, too."""
    try:
        desk.publish(conversation_id, sequence)
    except Exception as error:  # noqa: BLE001 a door: listeners must not undo what is stored
        logger.warning("publishing conversation %s: %s", conversation_id, fault(error))


def _insert(conversation_id: UUID, turn: Turn, sequence: int, reply: Reply, now: datetime) -> None:
    understood: dict[str, Any] = {}
    if reply.reading is not None:
        confidence = Decimal(str(round(reply.reading.confidence, 3)))
        understood = {"intent": reply.reading.intent.value, "confidence": confidence}
        Message.objects.filter(turn=turn, author=Message.Author.SHOPPER).update(**understood)
    Message.objects.create(
        conversation_id=conversation_id,
        turn=turn,
        sequence=sequence,
        author=Message.Author.ASSISTANT,
        text=reply.text,
        parts=reply.parts,
        action=reply.action,
        created_at=now,
        **understood,
    )
