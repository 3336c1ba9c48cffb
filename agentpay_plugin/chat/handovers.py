"""The conversations that wait for a person. Who may see them is the host's to decide, before one of these is called."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, F, Min, OuterRef, QuerySet

from agentpay_plugin.chat import checks, limits, queue, store, turns, views
from agentpay_plugin.chat.desk import Caller, ChatDesk
from agentpay_plugin.chat.refusals import Answering, Problem, Refused, Why
from agentpay_plugin.models import Conversation, Message


@dataclass(frozen=True, slots=True)
class Handover:
    """A conversation whose shopper asked for a person at `asked_at` (ISO 8601, UTC), with its newest messages."""

    asked_at: str
    chat: views.ChatView


@dataclass(frozen=True, slots=True)
class Handovers:
    """The conversations that wait the longest, of `total` in all; empty when there are errors."""

    errors: tuple[Problem, ...] = ()
    total: int = 0
    handovers: tuple[Handover, ...] = ()


@dataclass(frozen=True, slots=True)
class Replied:
    """What a person of the shop's said, as the shopper sees it."""

    errors: tuple[Problem, ...] = ()
    messages: tuple[views.MessageView, ...] = ()


@dataclass(frozen=True, slots=True)
class Closed:
    """`closed`: it waited until now; False on a repeat, and when the shopper wrote since it was read."""

    errors: tuple[Problem, ...] = ()
    closed: bool = False


def handovers(desk: ChatDesk, caller: Caller, channel: str, first: int | None = None) -> Handovers:  # noqa: ARG001
    """Return whose shoppers ask for a person in a channel (its slug), the one that waits longest first."""
    with Answering() as door:
        slug = checks.needed("channel", channel)
        most = checks.whole("first", 20 if first is None else first, 1, limits.MOST_HANDOVERS)
        waiting = of_channel(_key(desk, slug))
        rows = views.with_pending(waiting)[:most]
        known = _newest_messages([row.pk for row in rows])
        return Handovers(
            total=waiting.count(),
            handovers=tuple(_handover(row, slug, known[row.pk]) for row in rows),
        )
    return Handovers(errors=door.problems)


def reply(
    desk: ChatDesk,
    caller: Caller,  # noqa: ARG001
    channel: str,
    conversation_id: str,
    text: str,
    client_id: str,
) -> Replied:
    """Say something in a conversation of a channel (its slug) as a person of the shop's, once per `client_id`.

    What the assistant offered before is forgotten. It stays on the list until it is closed.
    """
    with Answering() as door:
        row = _row(desk, channel, conversation_id)
        written = checks.message(text)
        mark = f"{queue.OF_PERSON}{checks.client_id(client_id)}"
        turn = queue.put(row.pk, mark, queue.Kind.PERSON, {"text": written}, desk.clock())
        messages = views.of_turn(turn)
        if turns.work_now(desk, row.pk, slow=False) is not turns.Outcome.DONE:
            store.publish(desk, row.pk, messages[0].sequence)  # it need not wait for a reply
        return Replied(messages=messages)
    return Replied(errors=door.problems)


def close(
    desk: ChatDesk,
    caller: Caller,  # noqa: ARG001
    channel: str,
    conversation_id: str,
    seen: int | None = None,
) -> Closed:
    """Take a conversation off the list: somebody saw to it. Its shopper may ask again.

    `seen` is the sequence number of the newest message that was read: when the shopper wrote since, it stays.
    """
    with Answering() as door:
        row = Conversation.objects.filter(pk=_row(desk, channel, conversation_id).pk)
        if seen is not None:
            row = row.exclude(Exists(_written_after(seen)))
        waited = row.filter(wants_person_at__isnull=False).update(wants_person_at=None)
        return Closed(closed=bool(waited))
    return Closed(errors=door.problems)


def of_channel(key: str) -> QuerySet[Conversation]:
    """Return the conversations of a channel (its key) that wait for a person, the longest waiting first."""
    waiting = Conversation.objects.filter(channel=key, wants_person_at__isnull=False)
    return waiting.filter(erased_at__isnull=True).order_by("wants_person_at", "pk")


def waiting_channels() -> list[tuple[str, datetime]]:
    """Return the channels (their keys) in which a shopper waits for a person, and since when the first one does."""
    waiting = Conversation.objects.filter(wants_person_at__isnull=False, erased_at__isnull=True)
    found = waiting.values_list("channel").annotate(since=Min("wants_person_at"))
    return list(found.order_by("channel"))


def _key(desk: ChatDesk, slug: str) -> str:
    key = desk.channel_key(slug)
    if key is None:
        raise Refused(Why.NO_CHANNEL, "channel")
    return key


def _row(desk: ChatDesk, channel: str, conversation_id: str) -> Conversation:
    """Return a conversation of a channel (its slug) that is not erased, by its public id."""
    key = _key(desk, checks.needed("channel", channel))
    try:
        found = Conversation.objects.filter(pk=UUID(conversation_id), channel=key)
    except ValueError as error:
        raise Refused(Why.NOT_FOUND, "id") from error
    row = found.filter(erased_at__isnull=True).first()
    if row is None:
        raise Refused(Why.NOT_FOUND, "id")
    return row


def _written_after(seen: int) -> QuerySet[Message]:
    """Return what the shopper of a conversation wrote after a sequence number."""
    own = Message.objects.filter(conversation_id=OuterRef("pk"), author=Message.Author.SHOPPER)
    return own.filter(sequence__gt=seen)


def _newest_messages(ids: list[UUID]) -> dict[UUID, tuple[views.MessageView, ...]]:
    """Return the newest messages of each conversation, read at once, the oldest first."""
    newest = Message.objects.filter(
        conversation_id__in=ids,
        sequence__gt=F("conversation__last_sequence") - limits.MESSAGES_OF_A_HANDOVER,
    )
    found: dict[UUID, tuple[views.MessageView, ...]] = defaultdict(tuple)
    for row in newest.order_by("sequence"):
        found[row.conversation_id] += (views.message(row),)
    return found


def _handover(row: Conversation, slug: str, known: tuple[views.MessageView, ...]) -> Handover:
    asked = row.wants_person_at or row.updated_at
    chat = views.chat(
        row,
        slug,
        after=row.last_sequence - len(known),
        pending=row.is_pending,  # type: ignore[attr-defined]  # with_pending's
        stoppable=row.is_stoppable,  # type: ignore[attr-defined]
        known=known,
    )
    return Handover(views.iso(asked), chat)
