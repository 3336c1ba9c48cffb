"""Going through the charges of a time: what differs between the books, and settling once more what that mends."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from agentpay_plugin.charges import at_provider
from agentpay_plugin.charges.comparing import Difference, differences
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.guard import outside_transactions
from agentpay_plugin.charges.ports import Provider
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.charges.states import State
from agentpay_plugin.errors import AgentPayError
from agentpay_plugin.models import Charge

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found of one charge, and what of it is left. `problem` is why it could not be asked about."""

    charge: Charge
    found: tuple[Difference, ...] = ()
    left: tuple[Difference, ...] = ()
    problem: str = ""


class Pace:
    """Holds calls back so that there are at most so many a second; more than that a provider refuses."""

    def __init__(
        self,
        per_second: float,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._gap = 1 / per_second
        self._clock = clock
        self._sleep = sleep
        self._next = clock()

    def wait(self) -> None:
        """Wait until the next call may be made."""
        now = self._clock()
        if now < self._next:
            self._sleep(self._next - now)
        self._next = max(now, self._next) + self._gap


def paced(desk: Desk, pace: Pace) -> Desk:
    """Return the desk with every reach for a provider held back; a reach is a call, or a few pages of one."""

    def provider(channel: str, name: str) -> Provider | None:
        pace.wait()
        return desk.provider(channel, name)

    return replace(desk, provider=provider)


def charges_of(since: datetime, until: datetime, channel: str | None) -> list[UUID]:
    """Return the charges that were begun from `since` until before `until`, the oldest first."""
    found = Charge.objects.filter(created_at__gte=since, created_at__lt=until)
    if channel is not None:
        found = found.filter(channel=channel)
    return list(found.order_by("created_at", "pk").values_list("pk", flat=True))


@outside_transactions
def reconcile(desk: Desk, charge_ids: list[UUID], *, mend: bool) -> Iterator[Outcome]:
    """Compare the books charge by charge; with `mend` settle what differs and compare again.

    Nothing is changed without `mend`. Mending is what a webhook about the charge would make us do.
    """
    for charge_id in charge_ids:
        charge = Charge.objects.get(pk=charge_id)
        try:
            found = differences(desk, charge)
            if mend and any(one.is_mendable for one in found):
                yield _mended(desk, charge_id, found)
            else:
                yield Outcome(charge, found, found)
        except AgentPayError as problem:
            yield Outcome(charge, problem=problem.code)
        except Exception as error:  # noqa: BLE001 a door: a defect in one charge must not hide the others
            logger.error("reconcile: charge %s failed: %s", charge_id, type(error).__name__)
            yield Outcome(charge, problem=type(error).__name__)


def _mended(desk: Desk, charge_id: UUID, found: tuple[Difference, ...]) -> Outcome:
    # What is held is looked at once an hour; now is its time.
    held = Charge.objects.filter(pk=charge_id, state=State.HELD.value)
    held.update(next_check_at=desk.clock())
    settle(desk, charge_id)
    at_provider.follow(desk, charge_id)
    charge = Charge.objects.get(pk=charge_id)
    return Outcome(charge, found, differences(desk, charge))
