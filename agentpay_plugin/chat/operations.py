"""The operations of the chat API, one function each. They never raise: what is wrong is in `errors`.

The one exception is `view`, whose answer has no place for errors.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from agentpay_plugin.analytics import events as analytics
from agentpay_plugin.chat import (
    checks,
    floods,
    limits,
    opening,
    queue,
    store,
    taps,
    tokens,
    tracking,
    turns,
    views,
)
from agentpay_plugin.chat import (
    erase as erasing,
)
from agentpay_plugin.chat.assistant.answering import Models
from agentpay_plugin.chat.assistant.stopping import stop
from agentpay_plugin.chat.desk import Caller, ChatDesk
from agentpay_plugin.chat.refusals import Answering, Problem
from agentpay_plugin.errors import NotFound
from agentpay_plugin.models import Conversation

# How long a reply may be on its way until a poll makes it itself: its worker seems to be down.
OVERDUE_AFTER = timedelta(seconds=8)


@dataclass(frozen=True, slots=True)
class Done:
    """An answer that brings nothing back."""

    errors: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Started:
    """A new conversation; `token` is its key and told only here."""

    errors: tuple[Problem, ...] = ()
    token: str | None = None
    chat: views.ChatView | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """What a send brought. `pending`: the reply is still being made; `stoppable`: it can be stopped.

    `chat` begins with this send.
    """

    errors: tuple[Problem, ...] = ()
    pending: bool = False
    stoppable: bool = False
    messages: tuple[views.MessageView, ...] = ()
    chat: views.ChatView | None = None


def start(desk: ChatDesk, caller: Caller, given: opening.StartInput) -> Started:
    """Open a conversation and greet."""
    with Answering(checks.locale(given.locale)) as door:
        found = opening.checked(given)
        channel = opening.require_open(desk, found.channel, "input.channel")
        now = desk.clock()
        floods.count_start(caller, now)
        token = tokens.new()
        row = opening.row_of(found, channel, caller, tokens.hashed(token), now)
        door.conversation_id = row.pk
        with transaction.atomic():
            row.save(force_insert=True)
            payload = opening.payload_of(found)
            turn = queue.put(row.pk, queue.START, queue.Kind.OPENED, payload, now)
        turns.answer(desk, turn)
        return Started(token=token, chat=_chat(desk, row.pk, 0))
    return Started(errors=door.problems)


def send(desk: ChatDesk, caller: Caller, token: str, text: str, client_id: str) -> Sent:  # noqa: ARG001
    """Take what the shopper wrote, once per `client_id`, and answer it."""
    with Answering() as door:
        row = _enter(door, token)
        written = checks.message(text)
        return _taken(desk, row, checks.client_id(client_id), queue.Kind.SAID, {"text": written})
    return Sent(errors=door.problems)


def act(
    desk: ChatDesk,
    caller: Caller,  # noqa: ARG001
    token: str,
    action: Mapping[str, Any],
    client_id: str,
) -> Sent:
    """Do what a tap asks for, once per `client_id`. `action` is in the contract's names (taps.py)."""
    with Answering() as door:
        row = _enter(door, token)
        tapped = taps.checked(action)
        if taps.STOP in tapped:
            if stop(row.pk, desk.clock()):
                store.publish(desk, row.pk, row.last_sequence + 1)
            return Sent(pending=queue.oldest(row.pk) is not None)
        return _taken(desk, row, checks.client_id(client_id), queue.Kind.TAPPED, tapped)
    return Sent(errors=door.problems)


def view(desk: ChatDesk, caller: Caller, token: str, after: int = 0) -> views.ChatView | None:  # noqa: ARG001
    """Return a conversation with its messages after a sequence number; None when the token is wrong.

    A reply that is overdue is made here.
    """
    try:
        row = tokens.conversation_of(token)
    except NotFound:
        return None
    waiting = queue.oldest(row.pk)
    if waiting is not None and waiting.created_at <= desk.clock() - OVERDUE_AFTER:
        turns.work_now(desk, row.pk, slow=True, models=Models.NONE)
    return _chat(desk, row.pk, after)


def visit(desk: ChatDesk, caller: Caller, visitor_id: str, channel: str, arm: str = "") -> Done:
    """Count a page view that could have had a chat, once per visitor and day (UTC)."""
    with Answering() as door:
        visitor = checks.needed("visitorId", visitor_id, limits.LONGEST_VISITOR_ID)
        slug = checks.needed("channel", channel)
        branch = checks.text("arm", arm, limits.LONGEST_ARM)
        where, now = opening.require_open(desk, slug, "channel"), desk.clock()
        floods.count_visit(caller, now)
        analytics.store_visit(where, visitor, branch, now)
    return Done(errors=door.problems)


def track(
    desk: ChatDesk,
    caller: Caller,  # noqa: ARG001
    token: str,
    name: str,
    properties: str = "{}",
) -> Done:
    """Store what only the browser sees. `name` is one of analytics.events.BROWSER_EVENTS."""
    with Answering() as door:
        row = _enter(door, token)
        tracking.track(row, name, checks.properties(properties), desk.clock())
    return Done(errors=door.problems)


def erase(desk: ChatDesk, caller: Caller, token: str) -> Done:  # noqa: ARG001
    """Erase who the shopper is and what they said; the token opens nothing any more."""
    with Answering() as door:
        row = _enter(door, token)
        erasing.erase(row.pk, desk.clock())
        store.publish(desk, row.pk, row.last_sequence + 1)
    return Done(errors=door.problems)


def _enter(door: Answering, token: str) -> Conversation:
    row = tokens.conversation_of(token)
    door.locale, door.conversation_id = row.locale, row.pk
    return row


def _taken(
    desk: ChatDesk, row: Conversation, client_id: str, kind: queue.Kind, payload: Mapping[str, Any]
) -> Sent:
    turn = queue.put(row.pk, client_id, kind, payload, desk.clock())
    pending = turns.answer(desk, turn)
    if pending:  # what was written is told before its reply is there; else both at once
        store.publish(desk, row.pk, row.last_sequence + 1)
    messages = views.of_turn(turn)
    after = messages[0].sequence - 1 if messages else row.last_sequence
    chat = _chat(desk, row.pk, after, messages)
    stoppable = pending and chat.stoppable
    return Sent(pending=pending, stoppable=stoppable, messages=messages, chat=chat)


def _chat(
    desk: ChatDesk, conversation_id: UUID, after: int, known: tuple[views.MessageView, ...] = ()
) -> views.ChatView:
    found = views.with_pending(Conversation.objects.filter(pk=conversation_id))
    row = found.filter(erased_at__isnull=True).first()
    if row is None:
        raise NotFound("no such conversation")
    slug = desk.channel_slug(row.channel) or ""
    pending, stoppable = row.is_pending, row.is_stoppable
    return views.chat(row, slug, after, pending=pending, stoppable=stoppable, known=known)
