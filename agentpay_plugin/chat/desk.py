"""What the chat's shell works with, put together once per process by its wiring."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from agentpay_plugin.conversation.ports import (
    Carts,
    Catalogue,
    ChargeView,
    Language,
    Library,
    Orders,
    Payments,
    People,
)
from agentpay_plugin.errors import NotFound
from agentpay_plugin.models import Conversation
from agentpay_plugin.settings import ChannelSettings

TURN_TASK = "agentpay.chat.turn"

ChargeNews = tuple[UUID | None, ChargeView]


@dataclass(frozen=True, slots=True)
class Ports:
    """One conversation's ways out. Each acts with that shopper's own rights."""

    catalogue: Catalogue
    carts: Carts
    orders: Orders
    payments: Payments
    library: Library
    language: Language
    people: People


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls: the logged-in customer's id in the shop, if any, and the address they call from."""

    user_id: str | None = None
    ip_address: str | None = None


def tell_nobody(conversation_id: UUID, sequence: int) -> None:
    """Publish nothing: readers poll."""


def same(name: str) -> str | None:
    """Name a channel by its slug alone."""
    return name


@dataclass(frozen=True, slots=True)
class ChatDesk:
    """The chat's outside world.

    `settings` are those of a channel by its key. `channel_key(slug)` and `channel_slug(key)` are None for
    a channel that does not exist. `wake(task, row id)` is False when no broker took it. `charge_view`
    gives a charge's conversation (None for a plain storefront's) and how it stands.
    `publish(conversation id, first new sequence)` tells listeners how the conversation stands, after the
    transaction that changed it; it may fail. `pause(seconds)` waits for another worker.
    """

    ports: Callable[[Conversation], Ports]
    settings: Callable[[str], ChannelSettings]
    clock: Callable[[], datetime]
    wake: Callable[[str, str], bool]
    charge_view: Callable[[UUID], ChargeNews]
    publish: Callable[[UUID, int], None] = tell_nobody
    pause: Callable[[float], None] = time.sleep
    channel_key: Callable[[str], str | None] = same
    channel_slug: Callable[[str], str | None] = same

    def is_open(self, channel: str) -> bool:
        """Say whether the channel of a key can be bought in by chat now."""
        try:
            return self.settings(channel).active
        except NotFound:
            return False
