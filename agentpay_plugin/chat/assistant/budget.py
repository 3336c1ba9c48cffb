"""Money for a language model: kept before each call, settled after it, per chat and per channel and day (UTC).

A worker that dies in between leaves the kept amount counted: what is counted is never less than what was spent.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_CEILING, Decimal
from uuid import UUID

from django.db import transaction
from django.db.models import F

from agentpay_plugin.models import AssistantDay, Conversation, Turn
from agentpay_plugin.settings import ChannelSettings

MICROS = 1_000_000


@dataclass(frozen=True, slots=True)
class Kept:
    """Money that is kept for a call until it is known what it cost."""

    conversation_id: UUID
    turn_id: int
    day_id: int
    micros: int


def micros(dollars: Decimal) -> int:
    """Return US dollars in millionths, rounded up."""
    return int((dollars * MICROS).to_integral_value(ROUND_CEILING))


def keep(
    row: Conversation, turn_id: int, settings: ChannelSettings, dollars: Decimal, now: datetime
) -> Kept | None:
    """Keep money for a call; None, and nothing kept, when the chat's or the day's would not last for it."""
    amount = micros(dollars)
    day = today(row.channel, now)
    in_all = micros(settings.assistant_money_per_day) - amount
    in_chat = micros(settings.assistant_money_per_chat) - amount
    days = AssistantDay.objects.filter(pk=day.pk, micros__lte=in_all)
    chats = Conversation.objects.filter(pk=row.pk, assistant_micros__lte=in_chat)
    with transaction.atomic():
        if not days.update(micros=F("micros") + amount):
            AssistantDay.objects.filter(pk=day.pk).update(is_spent=True)
            return None
        if not chats.update(assistant_micros=F("assistant_micros") + amount):
            AssistantDay.objects.filter(pk=day.pk).update(micros=F("micros") - amount)
            return None
        Turn.objects.filter(pk=turn_id).update(cost_micros=F("cost_micros") + amount)
    return Kept(row.pk, turn_id, day.pk, amount)


def settle(kept: Kept, dollars: Decimal) -> int:
    """Count what a call cost in the place of what was kept for it; return it in millionths."""
    spent = micros(dollars)
    more = spent - kept.micros
    with transaction.atomic():
        AssistantDay.objects.filter(pk=kept.day_id).update(micros=F("micros") + more)
        chat = Conversation.objects.filter(pk=kept.conversation_id)
        chat.update(assistant_micros=F("assistant_micros") + more)
        Turn.objects.filter(pk=kept.turn_id).update(cost_micros=F("cost_micros") + more)
    return spent


def is_left(row: Conversation, settings: ChannelSettings, now: datetime) -> bool:
    """Tell whether there is any money for this chat now."""
    found = AssistantDay.objects.filter(channel=row.channel, day=now.date()).first()
    spent = Conversation.objects.values_list("assistant_micros", flat=True).get(pk=row.pk)
    if spent >= micros(settings.assistant_money_per_chat):
        return False
    if found is None:
        return settings.assistant_money_per_day > 0
    is_paused = found.paused_until is not None and now < found.paused_until
    is_over = found.is_spent or found.micros >= micros(settings.assistant_money_per_day)
    return not (is_paused or is_over)


def today(channel: str, now: datetime) -> AssistantDay:
    """Return the channel's row of the day."""
    day, _ = AssistantDay.objects.get_or_create(channel=channel, day=now.date())
    return day
