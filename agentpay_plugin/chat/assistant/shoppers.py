"""One shopper beyond one chat: what the assistant cost them and how often it was asked, by visitor and by user, per day (UTC)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import F, QuerySet
from django.utils.crypto import salted_hmac

from agentpay_plugin.chat import limits
from agentpay_plugin.models import AssistantShopper, Conversation


def of(row: Conversation, now: datetime) -> QuerySet[AssistantShopper]:
    """Return what was counted today for whoever leads a chat; nothing where nobody knows who that is."""
    return AssistantShopper.objects.filter(mark__in=list(_marks(row)), day=now.date())


def counted(row: Conversation, now: datetime) -> tuple[int, ...]:
    """Return the ids of the rows to count in, made where they are not yet, always in the same order."""
    made = [
        AssistantShopper.objects.get_or_create(mark=mark, day=now.date())[0].pk
        for mark in _marks(row)
    ]
    return tuple(sorted(made))


def may_ask(row: Conversation, most_micros: int, now: datetime) -> bool:
    """Tell whether the shopper may have one more turn. Counts nothing."""
    most, _ = limits.MODEL_TURNS_PER_SHOPPER
    return all(one.turns < most and one.micros < most_micros for one in of(row, now))


def count_turn(row: Conversation, now: datetime) -> None:
    """Count a turn with a language model."""
    AssistantShopper.objects.filter(pk__in=counted(row, now)).update(turns=F("turns") + 1)


def clear(now: datetime) -> None:
    """Delete what no limit looks at any more."""
    AssistantShopper.objects.filter(day__lt=now.date() - timedelta(days=1)).delete()


def _marks(row: Conversation) -> Iterator[str]:
    """A keyed hash each: whoever reads the table cannot tell who it was."""
    for kind, known in (("visitor", row.visitor_id), ("user", row.user_id)):
        if known:
            said = f"{row.channel}\n{kind}\n{known}"
            yield salted_hmac("agentpay.shopper", said, algorithm="sha256").hexdigest()
