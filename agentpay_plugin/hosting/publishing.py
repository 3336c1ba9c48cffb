"""Where a host publishes what happens in its conversations."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from agentpay_plugin.chat.assistant.desk import tell_nobody as stream_to_nobody
from agentpay_plugin.chat.desk import tell_nobody
from agentpay_plugin.chat.news import streamer, teller
from agentpay_plugin.realtime.events import Delta
from agentpay_plugin.realtime.redis import RedisPublisher

logger = logging.getLogger(__name__)

REDIS_URL = "AGENTPAY_REDIS_URL"
SCHEMES = ("redis://", "rediss://", "unix://")


@dataclass(frozen=True, slots=True)
class Ways:
    """How listeners hear of a conversation: by news after each transaction, by pieces while a reply is written."""

    publish: Callable[[UUID, int], None] = tell_nobody
    stream: Callable[[str, Delta], None] = stream_to_nobody


def over_redis(broker_url: str, channel_slug: Callable[[str], str | None]) -> Ways:
    """Return what a ChatDesk publishes with: over AGENTPAY_REDIS_URL, else over a broker that is Redis.

    Without either nobody listens, and shoppers' pages ask by themselves.
    """
    url = redis_url(broker_url)
    if not url:
        return Ways()
    try:
        publisher = RedisPublisher(url)
    except ValueError:
        name = REDIS_URL if os.environ.get(REDIS_URL, "").strip() else "the broker's URL"
        logger.error("%s is no Redis address: chats are heard of by polling only", name)
        return Ways()
    return Ways(teller(publisher.send, channel_slug), streamer(publisher.send_piece))


def redis_url(broker_url: str) -> str:
    """Return the address of the Redis that we share with the workers; empty where there is none."""
    chosen = os.environ.get(REDIS_URL, "").strip()
    url = chosen or broker_url.split(";")[0]  # Celery takes several, for when one is down
    return url if chosen or url.startswith(SCHEMES) else ""
