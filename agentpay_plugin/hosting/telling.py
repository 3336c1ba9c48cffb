"""What the money shell's news lead to: they are counted, and the shopper is told."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.utils import timezone

from agentpay_plugin.analytics import payments
from agentpay_plugin.chat import turns
from agentpay_plugin.chat.desk import ChatDesk


def changed(chat: Callable[[], ChatDesk]) -> Callable[[UUID], None]:
    """Return what takes the news that a charge stands otherwise than before."""

    def take(charge_id: UUID) -> None:
        payments.count_changed(charge_id, timezone.now())
        turns.charge_changed(chat(), charge_id)

    return take


def declined(charge_id: UUID) -> None:
    """Take the news that the buyer's bank turned a try down."""
    payments.count_declined(charge_id, timezone.now())
