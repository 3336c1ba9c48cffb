"""Finds what was left lying: turns that nobody works off, and conversations that went quiet."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, Min, OuterRef, Q, QuerySet

from agentpay_plugin.analytics import events
from agentpay_plugin.charges.states import ORDERED, State
from agentpay_plugin.chat import floods, turns
from agentpay_plugin.chat.assistant import shoppers
from agentpay_plugin.chat.assistant.answering import Models
from agentpay_plugin.chat.desk import ChatDesk
from agentpay_plugin.chat.faults import fault
from agentpay_plugin.errors import ShopRefused
from agentpay_plugin.models import AnalyticsEvent, Charge, Conversation, Turn

logger = logging.getLogger(__name__)

STALE_AFTER = timedelta(seconds=10)
ABANDONED_AFTER = timedelta(minutes=30)
FORGOTTEN_AFTER = timedelta(days=1)
MOST_CONVERSATIONS = 50
LONGEST = timedelta(seconds=20)

# Charges of which nothing is left that could still become an order.
_ENDED = (State.PLANNED, State.REFUSED, State.EXPIRED, State.CANCELLED, State.REFUNDED)
_ORDERED = tuple(ORDERED)


def sweep(desk: ChatDesk, limit: int = MOST_CONVERSATIONS, *, slow: bool = True) -> None:
    """Work off stale turns and count abandoned conversations, the oldest first; begin nothing after 20 s.

    At most `limit` of each. `slow`: providers may be asked.
    """
    now = desk.clock()
    floods.clear(now)
    shoppers.clear(now)
    until = now + LONGEST
    _each(
        desk,
        _stale(now, limit, slow=slow),
        lambda key: turns.work_now(desk, key, slow=slow, inline=slow, models=Models.NONE),
        until,
    )
    _each(desk, _quiet(now, limit), lambda key: _abandon(desk, key, now), until)


def _each(
    desk: ChatDesk, keys: Iterable[UUID], do: Callable[[UUID], object], until: datetime
) -> None:
    for key in keys:
        if desk.clock() >= until:
            return
        try:
            do(key)
        except Exception as error:  # noqa: BLE001 a door: one broken row must not stop the others
            logger.error("sweeping conversation %s: %s", key, fault(error))


def _stale(now: datetime, limit: int, *, slow: bool) -> list[UUID]:
    waiting = Turn.objects.filter(state=Turn.State.QUEUED, created_at__lte=now - STALE_AFTER)
    if not slow:
        waiting = waiting.filter(needs_worker=False)
    oldest = waiting.values("conversation_id").annotate(oldest=Min("created_at")).order_by("oldest")
    return [row["conversation_id"] for row in oldest[:limit]]


def _quiet(now: datetime, limit: int) -> list[UUID]:
    return list(_not_ordered(now).order_by("updated_at").values_list("pk", flat=True)[:limit])


def _not_ordered(now: datetime) -> QuerySet[Conversation]:
    """Return who went quiet with something in the cart, or with a wish to buy before there was one."""
    wanted = AnalyticsEvent.objects.filter(
        conversation_id=OuterRef("pk"), name=events.Name.PURCHASE_INTENT_DETECTED.value
    )
    paying = Charge.objects.filter(conversation_id=OuterRef("pk")).exclude(state__in=_ENDED)
    bought = Charge.objects.filter(source_id=OuterRef("checkout_id"), state__in=_ORDERED)
    is_filled = Q(state__cart__lines__0__isnull=False) & ~Q(checkout_id="")
    only_wished = Q(Exists(wanted), checkout_id="") & ~Q(state__cart__lines__0__isnull=False)
    return Conversation.objects.filter(
        is_filled | only_wished,
        ~Exists(paying),
        ~Exists(bought),
        updated_at__lte=now - ABANDONED_AFTER,
        updated_at__gte=now - FORGOTTEN_AFTER,
        abandoned_at__isnull=True,
        ordered_at__isnull=True,
        erased_at__isnull=True,
    )


def _abandon(desk: ChatDesk, key: UUID, now: datetime) -> None:
    """Count it once, unless the shopper came back meanwhile or the page has sold the cart."""
    row = Conversation.objects.get(pk=key)
    quiet = _not_ordered(now).filter(pk=key, updated_at=row.updated_at)
    if row.checkout_id and not _holds(desk, row):
        quiet.update(checkout_id="")
        return
    with transaction.atomic():
        if quiet.update(abandoned_at=now):
            happened = events.Happened(events.Name.CONVERSATION_ABANDONED, str(key))
            events.store(row, [happened], now)


def _holds(desk: ChatDesk, row: Conversation) -> bool:
    """Tell whether the shop still holds the cart, with something in it: an order takes it away."""
    try:
        cart = desk.ports(row).carts.read(row.checkout_id)
    except ShopRefused:
        return False
    return cart is not None and bool(cart.lines)
