"""What keeps the assistants of channels from answering: for the operator's health check and the merchant's list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.db.models import Q

from agentpay_plugin.models import AssistantDay

PREFIX = "assistant-"
REFUSED = "refused"


def lacks(*, is_eager: bool, has_redis: bool) -> str:
    """Return what a host lacks for any assistant to answer, in one sentence; empty when it lacks nothing."""
    if is_eager:
        return (
            "The assistant answers in Celery workers alone: without a broker (CELERY_BROKER_URL) it is off, and the"
            " chat answers by its own rules."
        )
    if not has_redis:
        return (
            "The assistant needs Redis to count its places in the workers: set AGENTPAY_REDIS_URL. Until then it is"
            " off, and the chat answers by its own rules."
        )
    return ""


def concerns(now: datetime, channel_slug: Callable[[str], str | None]) -> dict[str, str]:
    """Return one sentence for each channel whose assistant is off today, by a stable key."""
    found = {}
    days = AssistantDay.objects.filter(Q(day=now.date()) | Q(paused_until__gt=now))
    for day in days.order_by("pk"):
        slug = channel_slug(day.channel) or day.channel
        if day.is_spent and day.day == now.date():
            found[f"{PREFIX}spent-{day.channel}"] = (
                f"The assistant of {slug} has used its money of today: until midnight UTC its chats are answered by"
                " rules. assistant_money_per_day says how much that is; a higher one holds at once."
            )
        elif day.problem == REFUSED and day.paused_until and now < day.paused_until:
            found[f"{PREFIX}refused-{day.channel}"] = (
                f"The provider of {slug}'s assistant refuses its key, its model or the request: chats are answered by"
                " rules. Look at assistant_api_key and assistant_model."
            )
    return found
