"""Money for a language model: kept before each call, settled after it, per chat, per shopper and day, and per channel
and day (UTC).

A worker that dies in between leaves the kept amount counted: what is counted is never less than what was spent.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_CEILING, Decimal
from uuid import UUID

from django.db import transaction
from django.db.models import F

from agentpay_plugin.chat.assistant import shoppers
from agentpay_plugin.models import AssistantDay, AssistantShopper, Conversation, Turn
from agentpay_plugin.settings import ChannelSettings

MICROS = 1_000_000


@dataclass(frozen=True, slots=True)
class Kept:
    """Money that is kept for a call until it is known what it cost."""

    conversation_id: UUID
    turn_id: int
    day_id: int
    shopper_ids: tuple[int, ...]
    micros: int


class _NotEnough(Exception):  # noqa: N818 a signal, no error
    """A limit would not last for a call."""


def micros(dollars: Decimal) -> int:
    """Return US dollars in millionths, rounded up."""
    return int((dollars * MICROS).to_integral_value(ROUND_CEILING))


def keep(
    row: Conversation, turn_id: int, settings: ChannelSettings, dollars: Decimal, now: datetime
) -> Kept | None:
    """Keep money for a call; None, and nothing kept, when the chat's, the shopper's or the day's would not last for it.

    A shopper has in all chats of a day what one chat has.
    """
    amount = micros(dollars)
    per_day, per_chat = (
        micros(each)
        for each in (settings.assistant_money_per_day, settings.assistant_money_per_chat)
    )
    kept = Kept(row.pk, turn_id, today(row.channel, now).pk, shoppers.counted(row, now), amount)
    days = AssistantDay.objects.filter(pk=kept.day_id)
    if not days.filter(micros__lte=per_day - amount).exists():
        days.update(is_spent=True, spent_limit=per_day)
        return None
    try:
        with transaction.atomic():
            _take(kept, per_day, per_chat)
    except _NotEnough:
        return None
    return kept


def _take(kept: Kept, per_day: int, per_chat: int) -> None:
    """Raises _NotEnough. Rows are always locked in this order."""
    amount = kept.micros
    more = F("micros") + amount
    days = AssistantDay.objects.filter(pk=kept.day_id, micros__lte=per_day - amount)
    if not days.update(micros=more, is_spent=False):
        raise _NotEnough
    chats = Conversation.objects.filter(
        pk=kept.conversation_id, assistant_micros__lte=per_chat - amount
    )
    if not chats.update(assistant_micros=F("assistant_micros") + amount):
        raise _NotEnough
    for shopper in kept.shopper_ids:
        one = AssistantShopper.objects.filter(pk=shopper, micros__lte=per_chat - amount)
        if not one.update(micros=more):
            raise _NotEnough
    Turn.objects.filter(pk=kept.turn_id).update(cost_micros=F("cost_micros") + amount)


def settle(kept: Kept, dollars: Decimal) -> int:
    """Count what a call cost in the place of what was kept for it; return it in millionths."""
    spent = micros(dollars)
    more = spent - kept.micros
    with transaction.atomic():
        AssistantDay.objects.filter(pk=kept.day_id).update(micros=F("micros") + more)
        chat = Conversation.objects.filter(pk=kept.conversation_id)
        chat.update(assistant_micros=F("assistant_micros") + more)
        for shopper in kept.shopper_ids:
            AssistantShopper.objects.filter(pk=shopper).update(micros=F("micros") + more)
        Turn.objects.filter(pk=kept.turn_id).update(cost_micros=F("cost_micros") + more)
    return spent


def is_left(row: Conversation, settings: ChannelSettings, now: datetime) -> bool:
    """Tell whether there is any money for this chat now, and its provider may be asked."""
    per_chat = micros(settings.assistant_money_per_chat)
    spent = Conversation.objects.values_list("assistant_micros", flat=True).get(pk=row.pk)
    if spent >= per_chat or not shoppers.may_ask(row, per_chat, now):
        return False
    days = AssistantDay.objects.filter(channel=row.channel)
    if days.filter(paused_until__gt=now).exists():  # a pause may have begun before midnight
        return False
    per_day = micros(settings.assistant_money_per_day)
    found = days.filter(day=now.date()).first()
    return per_day > 0 if found is None else not _is_over(found, per_day)


def _is_over(day: AssistantDay, per_day: int) -> bool:
    """A limit that was raised since the money was spent holds at once."""
    was_spent = day.is_spent and (day.spent_limit is None or per_day <= day.spent_limit)
    return was_spent or day.micros >= per_day


def today(channel: str, now: datetime) -> AssistantDay:
    """Return the channel's row of the day."""
    day, _ = AssistantDay.objects.get_or_create(channel=channel, day=now.date())
    return day
