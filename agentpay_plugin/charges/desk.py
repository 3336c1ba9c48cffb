"""What the money shell works with, put together once per process by its wiring."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from agentpay_plugin.charges.ports import Books, Provider, Requests
from agentpay_plugin.settings import ChannelSettings

NOTICE_TASK = "agentpay.notice.handle"
SETTLE_TASK = "agentpay.charge.settle"


def pass_on(checkpoint: str) -> None:
    """Do nothing at a checkpoint."""


def overlook(charge_id: UUID) -> None:
    """Do nothing about a declined try."""


def accept() -> bool:
    """Accept charges at any time."""
    return True


@dataclass(frozen=True, slots=True)
class Desk:
    """The money shell's outside world.

    `requests` answers what is asked of payments in the shop. `books(channel)` and `provider(channel, name)` are those of one channel; the provider is None when
    the channel has no keys for it. `changed(charge id)` tells whoever listens that a charge stands
    otherwise than before, or that more or less of it goes back; it may be called again for what it
    was told before.
    `wake(task, row id)` is False when no broker took it. `declined(charge id)` is told of a try that the
    provider turned down inside a page that stays open; a notice handled again tells it again.
    `accepts_charges()` is False while the shop would refuse every new charge; `counts_gift_cards` is False where it
    completes no checkout that is paid beside a gift card. `reached` is called at the
    named checkpoints between two lines that a kill must not tear apart:

    open.row_committed, open.provider_created, open.answer_stored,
    settle.paid, settle.reported, settle.completed, settle.confirmed,
    capture.row_committed, capture.accepted, capture.provider_captured, capture.reported,
    release.provider_released,
    refund.row_committed, refund.accepted, refund.provider_refunded, refund.reported,
    dispute.row_committed, dispute.reported
    """

    books: Callable[[str], Books]
    requests: Requests
    provider: Callable[[str, str], Provider | None]
    settings: Callable[[str], ChannelSettings]
    clock: Callable[[], datetime]
    return_page_url: Callable[[str], str]
    is_allowed_link: Callable[[str], bool]
    changed: Callable[[UUID], None]
    wake: Callable[[str, str], bool]
    reached: Callable[[str], None] = pass_on
    declined: Callable[[UUID], None] = overlook
    accepts_charges: Callable[[], bool] = accept
    counts_gift_cards: bool = True
