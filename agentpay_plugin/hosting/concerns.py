"""What needs a person, by a stable key: for the Dashboard's list of an app's problems."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from agentpay_plugin.charges import stuck, waiting
from agentpay_plugin.hosting import assistants

_PAYMENT, _STUCK, _WEBHOOKS = "payment-", "stuck-", "webhooks-"
PREFIXES = (_PAYMENT, _STUCK, _WEBHOOKS, assistants.PREFIX)


def concerns(
    now: datetime, channel_slug: Callable[[str], str | None], limit: int
) -> dict[str, str]:
    """Return at most `limit` sentences: payments that a person decides on, endpoints, payments that are stuck."""
    held = {f"{_PAYMENT}{one.pk}": waiting.said(one) for one in waiting.for_the_merchant()[:limit]}
    silent = {
        f"{_WEBHOOKS}{one.provider}-{one.channel}": stuck.said_of_endpoint(
            one, channel_slug(one.channel) or one.channel
        )
        for one in stuck.unheard(now)
    }
    slow = {f"{_STUCK}{one.pk}": stuck.said(one) for one in stuck.charges(now)[:limit]}
    resting = assistants.concerns(now, channel_slug)
    found = [*held.items(), *silent.items(), *slow.items(), *resting.items()]
    return dict(found[:limit])
