"""Finding and finishing what was left half-done. Any number may run at once: each row has its lease."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar
from uuid import UUID

from django.db.models import F, Q

from agentpay_plugin.charges import inbox, looking, schedule, settle
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.guard import outside_transactions
from agentpay_plugin.charges.states import FINAL
from agentpay_plugin.charges.telling import tell
from agentpay_plugin.errors import Busy
from agentpay_plugin.lease import leased
from agentpay_plugin.models import Charge, ProviderNotice

Key = TypeVar("Key")

logger = logging.getLogger(__name__)

_LONGEST = timedelta(seconds=45)


@dataclass(frozen=True, slots=True)
class Swept:
    """How many rows were worked on, and how many of them failed (they are due again later)."""

    notices: int
    charges: int
    told: int
    failed: int


@outside_transactions
def sweep(desk: Desk, limit: int = 100) -> Swept:
    """Work on what is due, at most `limit` rows of a kind, and begin none after 45 s."""
    until = desk.clock() + _LONGEST
    notices, late_notices = _each(desk, "notice", _notices_due(desk, limit), _handle, until)
    charges, late_charges = _each(desk, "charge", _charges_due(desk, limit), settle.settle, until)
    told, untold = _each(desk, "charge", _charges_untold(limit), _tell, until)
    _, unseen = _each(desk, "refunds of charge", _unlooked(desk, limit), looking.look, until)
    return Swept(notices, charges, told, late_notices + late_charges + untold + unseen)


def _notices_due(desk: Desk, limit: int) -> list[int]:
    due = ProviderNotice.objects.filter(handled_at=None, next_try_at__lte=desk.clock())
    return list(due.order_by("next_try_at").values_list("pk", flat=True)[:limit])


def _charges_due(desk: Desk, limit: int) -> list[UUID]:
    due = Charge.objects.filter(next_check_at__lte=desk.clock())
    return list(due.order_by("next_check_at").values_list("pk", flat=True)[:limit])


def _charges_untold(limit: int) -> list[UUID]:
    """Return charges that are over and whose end nobody heard of; others are told when they are due."""
    over = Q(next_check_at=None) | Q(state__in=[state.value for state in FINAL])
    untold = Charge.objects.filter(over).exclude(told_state=F("state"))
    return list(untold.order_by("state_since").values_list("pk", flat=True)[:limit])


def _unlooked(desk: Desk, limit: int) -> list[UUID]:
    return list(looking.waiting(desk.clock()).values_list("pk", flat=True)[:limit])


def _each(
    desk: Desk, kind: str, keys: list[Key], work: Callable[[Desk, Key], None], until: datetime
) -> tuple[int, int]:
    """Do the work on each row; one that fails never stops the others. Returns how many were worked on or failed."""
    count = failed = 0
    for key in keys:
        if desk.clock() >= until:
            break
        try:
            work(desk, key)
        except Busy:
            continue
        except Exception as error:  # noqa: BLE001 a door: a defect in one row must not keep the others waiting
            failed += 1
            logger.error("sweep: %s %s failed: %s", kind, key, type(error).__name__)
        count += 1
    return count, failed


def _handle(desk: Desk, notice_id: int) -> None:
    try:
        inbox.handle(desk, notice_id)
    except Busy:
        raise
    except Exception:
        # A defect too: put off and passed on, or the sweep would begin with it each time.
        later = schedule.retry_at(desk.clock(), 99)
        ProviderNotice.objects.filter(pk=notice_id).update(next_try_at=later)
        raise


def _tell(desk: Desk, charge_id: UUID) -> None:
    with leased(Charge, charge_id, clock=desk.clock):
        tell(desk, charge_id)
