"""Finding and finishing what was left half-done. Any number may run at once: each row has its lease."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import zip_longest
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import F, Q, QuerySet

from agentpay_plugin.charges import inbox, looking, schedule, settle
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.guard import outside_transactions
from agentpay_plugin.charges.states import FINAL
from agentpay_plugin.charges.telling import tell
from agentpay_plugin.errors import Busy
from agentpay_plugin.lease import leased
from agentpay_plugin.models import Charge, ProviderNotice

Row = TypeVar("Row", Charge, ProviderNotice)
Asked = tuple[str, str]  # a channel and its provider

logger = logging.getLogger(__name__)

_LONGEST = timedelta(seconds=45)
# A call that is not answered takes ten seconds.
_LONG = timedelta(seconds=5)
_SLOW_ENDS = 2


@dataclass(frozen=True, slots=True)
class Swept:
    """How many rows were worked on, and how many of them failed (they are due again later)."""

    notices: int
    charges: int
    told: int
    failed: int


@outside_transactions
def sweep(desk: Desk, limit: int = 100) -> Swept:
    """Work on what is due, at most `limit` rows of a kind, and begin none after 45 s.

    Who takes long to be asked is not waited for again in this sweep: others' rows go on.
    """
    round_ = _Round(desk, desk.clock() + _LONGEST, limit)
    notices, late_notices = round_.each("notice", _notices_due(desk), _handle)
    charges, late_charges = round_.each("charge", _charges_due(desk), settle.settle)
    told, untold = round_.each("charge", _charges_untold(), _tell)
    _, unseen = round_.each("refunds of charge", looking.waiting(desk.clock()), looking.look)
    return Swept(notices, charges, told, late_notices + late_charges + untold + unseen)


def _notices_due(desk: Desk) -> QuerySet[ProviderNotice]:
    due = ProviderNotice.objects.filter(handled_at=None, next_try_at__lte=desk.clock())
    return due.order_by("next_try_at")


def _charges_due(desk: Desk) -> QuerySet[Charge]:
    return Charge.objects.filter(next_check_at__lte=desk.clock()).order_by("next_check_at")


def _charges_untold() -> QuerySet[Charge]:
    """Return charges that are over and whose end nobody heard of; others are told when they are due."""
    over = Q(next_check_at=None) | Q(state__in=[state.value for state in FINAL])
    return Charge.objects.filter(over).exclude(told_state=F("state")).order_by("state_since")


class _Round:
    """One sweep: what time it has, and whom it asks no more, by channel and provider."""

    def __init__(self, desk: Desk, until: datetime, limit: int) -> None:
        self._desk = desk
        self._until = until
        self._limit = limit
        self._slow: set[Asked] = set()

    def each(
        self, kind: str, due: QuerySet[Row], work: Callable[[Desk, Any], None]
    ) -> tuple[int, int]:
        """Do the work on each row; one that fails never stops the others. Returns how many were worked on or failed."""
        count = failed = 0
        for asked, key in self._fairly(due):
            begun = self._desk.clock()
            if begun >= self._until:
                break
            if self._is_slow(asked):
                continue
            try:
                work(self._desk, key)
            except Busy:
                continue
            except Exception as error:  # noqa: BLE001 a door: a defect in one row must not keep the others waiting
                failed += 1
                logger.error("sweep: %s %s failed: %s", kind, key, type(error).__name__)
            finally:
                if self._desk.clock() - begun >= _LONG:
                    self._slow.add(asked)
            count += 1
        return count, failed

    def _is_slow(self, asked: Asked) -> bool:
        """Say whether an end took long; a provider that did for two channels is left alone in all."""
        of_provider = sum(provider == asked[1] for _, provider in self._slow)
        return asked in self._slow or of_provider >= _SLOW_ENDS

    def _fairly(self, due: QuerySet[Row]) -> list[tuple[Asked, Any]]:
        """Return the keys of at most `limit` rows: of each provider and channel the first, then the second, …"""
        ends = list(due.order_by().values_list("channel", "provider").distinct())
        queues = [
            [
                (end, key)
                for key in due.filter(channel=end[0], provider=end[1]).values_list("pk", flat=True)[
                    : self._limit
                ]
            ]
            for end in ends
        ]
        turns = zip_longest(*queues)
        return [one for turn in turns for one in turn if one is not None][: self._limit]


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
