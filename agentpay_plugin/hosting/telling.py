"""What the money shell's news lead to: they are counted, and the shopper is told."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from agentpay_plugin.analytics import payments
from agentpay_plugin.chat import turns
from agentpay_plugin.chat.desk import ChatDesk


def changed(chat: Callable[[], ChatDesk]) -> Callable[[UUID], None]:
    """Return what takes the news that a charge stands otherwise than before."""

    def take(charge_id: UUID) -> None:
        desk = chat()
        payments.count_changed(charge_id, desk.clock())
        turns.charge_changed(desk, charge_id)

    return take


def declined(chat: Callable[[], ChatDesk]) -> Callable[[UUID], None]:
    """Return what takes the news that the buyer's bank turned a try down."""
    return lambda charge_id: payments.count_declined(charge_id, chat().clock())
