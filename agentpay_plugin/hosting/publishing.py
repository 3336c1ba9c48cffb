"""Where a host publishes what happens in its conversations."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from uuid import UUID

from agentpay_plugin.chat.desk import tell_nobody
from agentpay_plugin.chat.news import teller
from agentpay_plugin.realtime.redis import RedisPublisher

logger = logging.getLogger(__name__)

REDIS_URL = "AGENTPAY_REDIS_URL"
SCHEMES = ("redis://", "rediss://", "unix://")


def over_redis(
    broker_url: str, channel_slug: Callable[[str], str | None]
) -> Callable[[UUID, int], None]:
    """Return what a ChatDesk publishes with: over AGENTPAY_REDIS_URL, else over a broker that is Redis.

    Without either nobody listens, and shoppers' pages ask by themselves.
    """
    chosen = os.environ.get(REDIS_URL, "").strip()
    url = chosen or broker_url.split(";")[0]  # Celery takes several, for when one is down
    if not chosen and not url.startswith(SCHEMES):
        return tell_nobody
    try:
        return teller(RedisPublisher(url).send, channel_slug)
    except ValueError:
        name = REDIS_URL if chosen else "the broker's URL"
        logger.error("%s is no Redis address: chats are heard of by polling only", name)
        return tell_nobody
