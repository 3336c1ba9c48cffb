"""What needs a person, by a stable key: for the Dashboard's list of an app's problems."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from agentpay_plugin.charges import stuck, waiting
from agentpay_plugin.chat import handovers
from agentpay_plugin.hosting import assistants

_PAYMENT, _STUCK, _WEBHOOKS, _PEOPLE = "payment-", "stuck-", "webhooks-", "people-"
PREFIXES = (_PAYMENT, _STUCK, _WEBHOOKS, assistants.PREFIX, _PEOPLE)


def concerns(
    now: datetime, channel_slug: Callable[[str], str | None], limit: int
) -> dict[str, str]:
    """Return at most `limit` sentences: payments that a person decides on, endpoints, payments that are stuck, shoppers who ask for a person."""
    held = {f"{_PAYMENT}{one.pk}": waiting.said(one) for one in waiting.for_the_merchant()[:limit]}
    silent = {
        f"{_WEBHOOKS}{one.provider}-{one.channel}": stuck.said_of_endpoint(
            one, channel_slug(one.channel) or one.channel
        )
        for one in stuck.unheard(now)
    }
    slow = {f"{_STUCK}{one.pk}": stuck.said(one) for one in stuck.charges(now)[:limit]}
    resting = assistants.concerns(now, channel_slug)
    asked = {
        f"{_PEOPLE}{channel}": _said_of_people(channel_slug(channel) or channel, since)
        for channel, since in handovers.waiting_channels()
    }
    found = [
        *held.items(),
        *silent.items(),
        *slow.items(),
        *resting.items(),
        *asked.items(),
    ]
    return dict(found[:limit])


def _said_of_people(slug: str, since: datetime) -> str:
    return (
        f"Shoppers of {slug} ask for a person, the first one since {since:%Y-%m-%d %H:%M} UTC. Open AgentPay to read"
        " their chats."
    )
