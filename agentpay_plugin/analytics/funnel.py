"""How far conversations got, counted by the database: a handful of numbers comes back, however many there are.

A conversation counts in the time in which it was opened, whatever became of it, also when it was erased.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db import connection, transaction
from django.db.models import Case, Count, Exists, IntegerField, OuterRef, Q, When

from agentpay_plugin.analytics.events import Name
from agentpay_plugin.models import AnalyticsEvent, Conversation, Turn

_FROM_SHOPPER = ("said", "tapped")  # the turns that are a shopper's own (chat/queue.py)


class Step(StrEnum):
    """The steps, from the first to the last."""

    STARTED = "STARTED"
    ENGAGED = "ENGAGED"
    PURCHASE_INTENT = "PURCHASE_INTENT"
    PAYMENT_OPENED = "PAYMENT_OPENED"
    PAYMENT_BEGUN = "PAYMENT_BEGUN"
    PAID = "PAID"


_RANK = {step: rank for rank, step in enumerate(Step)}


@dataclass(frozen=True, slots=True)
class Reached:
    """A step; `rate` is its share of the step before, None for the first one and after an empty one."""

    name: Step
    conversations: int
    rate: float | None


@dataclass(frozen=True, slots=True)
class Funnel:
    """`visits` are page views that could have had a chat; `rate` is the share of paid conversations."""

    visits: int
    steps: tuple[Reached, ...]
    rate: float | None


def funnel(channel: str, begin: datetime, end: datetime) -> Funnel:
    """Return the funnel of a channel (its key) from `begin` until just before `end`."""
    with transaction.atomic():
        _plainly_executed()
        ended_at = _ended_at(channel, begin, end)
    counts = [
        sum(ended_at.get(rank, 0) for rank in range(first, len(Step))) for first in range(len(Step))
    ]
    before: list[int | None] = [None, *counts]
    steps = tuple(
        Reached(step, count, _share(count, previous))
        for step, count, previous in zip(Step, counts, before, strict=False)
    )
    return Funnel(_visits(channel, begin, end), steps, _share(counts[-1], counts[0]))


def _plainly_executed() -> None:
    """Let PostgreSQL compile nothing: for these conditions that takes longer than counting a million events."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL jit = off")


def _ended_at(channel: str, begin: datetime, end: datetime) -> dict[int, int]:
    """Return how many conversations got to each step and no further, by the step's rank."""
    opened = Conversation.objects.filter(channel=channel, created_at__gte=begin, created_at__lt=end)
    grouped = opened.annotate(furthest=_furthest()).values("furthest")
    counted = grouped.annotate(conversations=Count("pk")).order_by()
    return dict(counted.values_list("furthest", "conversations"))


def _furthest() -> Case:
    """A later step counts without those before it: a tap may skip the words, a payment its page."""
    wrote = Exists(Turn.objects.filter(conversation_id=OuterRef("pk"), kind__in=_FROM_SHOPPER))
    ordered = Q(ordered_at__isnull=False) | Q(_happened(Name.PAYMENT_COMPLETED))
    return Case(
        When(ordered, then=_RANK[Step.PAID]),
        When(_happened(Name.PAYMENT_INITIATED), then=_RANK[Step.PAYMENT_BEGUN]),
        When(_happened(Name.PAYMENT_LINK_GENERATED), then=_RANK[Step.PAYMENT_OPENED]),
        When(_happened(Name.PURCHASE_INTENT_DETECTED), then=_RANK[Step.PURCHASE_INTENT]),
        When(wrote, then=_RANK[Step.ENGAGED]),
        default=_RANK[Step.STARTED],
        output_field=IntegerField(),
    )


def _happened(name: Name) -> Exists:
    return Exists(AnalyticsEvent.objects.filter(conversation_id=OuterRef("pk"), name=name.value))


def _visits(channel: str, begin: datetime, end: datetime) -> int:
    return AnalyticsEvent.objects.filter(
        channel=channel,
        name=Name.CHAT_VISIT.value,
        created_at__gte=begin,
        created_at__lt=end,
    ).count()


def _share(part: int, whole: int | None) -> float | None:
    return part / whole if whole else None
