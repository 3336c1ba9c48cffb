"""What happened to a conversation, stored as rows in the order in which it is to be worked off."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils.crypto import salted_hmac

from agentpay_plugin.chat import limits
from agentpay_plugin.chat.refusals import Refused, Why
from agentpay_plugin.conversation import card_number, tax_id
from agentpay_plugin.errors import NotFound
from agentpay_plugin.models import Conversation, Message, Turn

START = "chat:start"
OF_PERSON = "chat:person:"  # before the client ids of what people of the shop's wrote


class Kind(StrEnum):
    """What a turn is about; each has a payload of its own."""

    OPENED = "opened"  # {"product": {"id", "slug", "sku"} | null, "cartId": text | null}
    SAID = "said"  # {"text"}
    TAPPED = "tapped"  # the one action that is set, as taps.py checked it
    CHARGE = "charge"  # {"chargeId", "state"}
    PERSON = "person"  # {"text"}: a person of the shop's wrote it


_AUTHORS = {Kind.SAID: Message.Author.SHOPPER, Kind.PERSON: Message.Author.PERSON}
FROM_SHOPPER = (Kind.SAID, Kind.TAPPED)

# The turn, always a conversation's oldest, that waits for a language model or is answered by one, and was not stopped.
STOPPABLE = Q(state=Turn.State.QUEUED, needs_model=True, stop_asked_at__isnull=True)


def put(
    conversation_id: UUID, client_id: str, kind: Kind, payload: Mapping[str, Any], now: datetime
) -> Turn:
    """Store a turn, once per `client_id`, and what somebody wrote as a message, long numbers hidden in it.

    Raises Refused for a client id that stands for something else and for too many sends, NotFound for an
    erased conversation; then nothing is stored.
    """
    mark = _mark(kind, payload)
    stored = find(conversation_id, client_id)
    if stored is None:
        try:
            with transaction.atomic():
                return _insert(conversation_id, client_id, kind, payload, mark, now)
        except IntegrityError:  # the same send came twice at once
            stored = find(conversation_id, client_id)
            if stored is None:
                raise
    if stored.payload_hash != mark:
        raise Refused(Why.CLIENT_ID_REUSED, "clientId")
    return stored


def find(conversation_id: UUID, client_id: str) -> Turn | None:
    """Return the turn of a send."""
    return Turn.objects.filter(conversation_id=conversation_id, client_id=client_id).first()


def oldest(conversation_id: UUID, *, with_conversation: bool = False) -> Turn | None:
    """Return the turn that is next; `with_conversation`: its conversation read in the same statement."""
    waiting = Turn.objects.filter(conversation_id=conversation_id, state=Turn.State.QUEUED)
    if with_conversation:
        waiting = waiting.select_related("conversation")
    return waiting.order_by("id").first()


def is_pressed(turn: Turn) -> bool:
    """Tell whether a tap, or news of a payment, waits behind a turn."""
    behind = Turn.objects.filter(conversation_id=turn.conversation_id, pk__gt=turn.pk)
    pressing = behind.filter(state=Turn.State.QUEUED, kind__in=(Kind.TAPPED, Kind.CHARGE))
    return pressing.exists()


def take_numbers(
    conversation_id: UUID,
    count: int,
    now: datetime,
    *,
    owner: str | None = None,
    changes: Mapping[str, object] | None = None,
) -> int | None:
    """Return the first of `count` new sequence numbers, and store `changes` with them.

    None, and nothing stored, for an erased conversation and for one whose lease is no longer `owner`'s. Call it first in a transaction: the UPDATE locks the conversation's row until the commit, so that
    numbers and turn ids are given in one order, without gaps, on PostgreSQL and SQLite alike.
    """
    row = Conversation.objects.filter(pk=conversation_id, erased_at__isnull=True)
    if owner is not None:
        row = row.filter(lease_owner=owner)
    if not row.update(last_sequence=F("last_sequence") + count, updated_at=now, **(changes or {})):
        return None
    last: int = Conversation.objects.values_list("last_sequence", flat=True).get(pk=conversation_id)
    return last - count + 1


def _insert(
    conversation_id: UUID,
    client_id: str,
    kind: Kind,
    payload: Mapping[str, Any],
    mark: str,
    now: datetime,
) -> Turn:
    sequence = take_numbers(conversation_id, int(kind in _AUTHORS), now)
    if sequence is None:
        raise NotFound("no such conversation")
    if kind in FROM_SHOPPER:
        _refuse_too_many(conversation_id, now)
    turn = Turn.objects.create(
        conversation_id=conversation_id,
        client_id=client_id,
        kind=kind.value,
        payload=dict(payload),
        payload_hash=mark,
        created_at=now,
    )
    if kind in _AUTHORS:
        Message.objects.create(
            conversation_id=conversation_id,
            turn=turn,
            sequence=sequence,
            author=_AUTHORS[kind],
            text=tax_id.masked(card_number.masked(payload["text"])),
            client_id=client_id if kind is Kind.SAID else "",
            created_at=now,
        )
    return turn


def _refuse_too_many(conversation_id: UUID, now: datetime) -> None:
    most, span = limits.SENDS_PER_CONVERSATION
    recent = Turn.objects.filter(
        conversation_id=conversation_id, kind__in=FROM_SHOPPER, created_at__gt=now - span
    )
    if recent.count() >= most:
        raise Refused(Why.TOO_MANY_SENDS)


def _mark(kind: Kind, payload: Mapping[str, Any]) -> str:
    """A keyed hash: it outlives the payload, and a tax id could be found by trying all there are."""
    canonical = json.dumps([kind, payload], sort_keys=True, separators=(",", ":"))
    return salted_hmac("agentpay.turn", canonical, algorithm="sha256").hexdigest()
