"""Finds what was left lying: turns that nobody works off, and conversations that went quiet."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, Min, OuterRef, Q, QuerySet

from agentpay_plugin.analytics import events
from agentpay_plugin.chat import turns
from agentpay_plugin.chat.desk import ChatDesk
from agentpay_plugin.chat.faults import fault
from agentpay_plugin.models import AnalyticsEvent, Conversation, Turn

logger = logging.getLogger(__name__)

STALE_AFTER = timedelta(seconds=10)
ABANDONED_AFTER = timedelta(minutes=30)
MOST_CONVERSATIONS = 50


def sweep(desk: ChatDesk) -> None:
    """Work off stale turns and count abandoned conversations; both bounded, the oldest first."""
    now = desk.clock()
    _each(_stale(now), lambda key: turns.work_now(desk, key, slow=True))
    _each(_quiet(now), lambda key: _abandon(key, now))


def _each(keys: Iterable[UUID], do: Callable[[UUID], object]) -> None:
    for key in keys:
        try:
            do(key)
        except Exception as error:  # noqa: BLE001 a door: one broken row must not stop the others
            logger.error("sweeping conversation %s: %s", key, fault(error))


def _stale(now: datetime) -> list[UUID]:
    waiting = Turn.objects.filter(state=Turn.State.QUEUED, created_at__lte=now - STALE_AFTER)
    oldest = waiting.values("conversation_id").annotate(oldest=Min("created_at")).order_by("oldest")
    return [row["conversation_id"] for row in oldest[:MOST_CONVERSATIONS]]


def _quiet(now: datetime) -> list[UUID]:
    return list(
        _not_ordered(now).order_by("updated_at").values_list("pk", flat=True)[:MOST_CONVERSATIONS]
    )


def _not_ordered(now: datetime) -> QuerySet[Conversation]:
    wanted = AnalyticsEvent.objects.filter(
        conversation_id=OuterRef("pk"), name=events.Name.PURCHASE_INTENT_DETECTED.value
    )
    return Conversation.objects.filter(
        Q(Exists(wanted)) | ~Q(checkout_id=""),
        updated_at__lte=now - ABANDONED_AFTER,
        abandoned_at__isnull=True,
        ordered_at__isnull=True,
        erased_at__isnull=True,
    )


def _abandon(key: UUID, now: datetime) -> None:
    """Count it once, unless the shopper came back meanwhile."""
    with transaction.atomic():
        if _not_ordered(now).filter(pk=key).update(abandoned_at=now):
            row = Conversation.objects.get(pk=key)
            happened = events.Happened(events.Name.CONVERSATION_ABANDONED, str(key))
            events.store(row, [happened], now)
