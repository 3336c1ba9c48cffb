"""Whether AgentPay's work goes on: stuck payments, waiting webhooks and turns, the sweep, keys, endpoints."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Min, QuerySet

from agentpay_plugin.charges import stuck, waiting
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.states import FINAL, State
from agentpay_plugin.hosting.sweeping import SWEEP_SECONDS
from agentpay_plugin.models import Charge, ProviderNotice, Pulse, Turn

_SWEEP_LATE = timedelta(seconds=5 * SWEEP_SECONDS)
_TURN_LATE = timedelta(minutes=10)
_NAMED = 50


@dataclass(frozen=True, slots=True)
class Queue:
    """Rows that wait for a worker. Ages in seconds; `overdue` are those that should have been worked on."""

    waiting: int
    oldest: int | None
    overdue: int


@dataclass(frozen=True, slots=True)
class KeysMissing:
    """A channel without keys for a provider that its payments are not over with."""

    channel: str
    provider: str
    payments: int


@dataclass(frozen=True, slots=True)
class SilentEndpoint:
    """A channel's endpoint that told of none of the last `paid` payments."""

    channel: str
    provider: str
    paid: int


@dataclass(frozen=True, slots=True)
class StuckPayment:
    """A payment that does not go on. `since` is ISO 8601, UTC."""

    id: str
    state: str
    since: str


@dataclass(frozen=True, slots=True)
class Health:
    """What was found, ages in seconds. `sweep_age` None: it never ran. `stuck` names the first fifty."""

    sweep_age: int | None
    payments_going_on: int
    payments_for_the_merchant: int
    payments_stuck: int
    stuck: tuple[StuckPayment, ...]
    notices: Queue
    turns: Queue
    keys_missing: tuple[KeysMissing, ...]
    endpoints_silent: tuple[SilentEndpoint, ...]
    assistants: tuple[str, ...] = ()  # what keeps them from answering

    def problems(self) -> list[str]:
        """Return what is wrong, one plain sentence each; nothing when all is well.

        What waits for the merchant is no fault of anybody's running this, and not among them.
        """
        found = []
        if self.sweep_age is None:
            found.append("The sweep has never run: start Celery's worker and beat.")
        elif self.sweep_age > _SWEEP_LATE.total_seconds():
            found.append(
                f"The sweep ran last {self.sweep_age} s ago: start Celery's worker and beat."
            )
        if self.payments_stuck:
            found.append(f"{self.payments_stuck} payments do not go on; the log says why.")
        if self.notices.overdue:
            found.append(f"{self.notices.overdue} webhooks should have been handled by now.")
        if self.turns.overdue:
            found.append(f"{self.turns.overdue} chat messages wait for an answer too long.")
        found += [
            f"{one.channel} has no keys for {one.provider}, which {one.payments} payments wait for."
            for one in self.keys_missing
        ]
        found += [
            f"No webhook of {one.provider} came for {one.channel} while {one.paid} payments were made:"
            " its endpoint is not set up, or its secret is another one."
            for one in self.endpoints_silent
        ]
        return found + list(self.assistants)

    def as_json(self) -> dict[str, Any]:
        """Return everything as JSON values, with `healthy` and `problems`."""
        problems = self.problems()
        return {"healthy": not problems, "problems": problems, **asdict(self)}


def look(
    desk: Desk, channel_slug: Callable[[str], str | None], assistants: tuple[str, ...] = ()
) -> Health:
    """Look at everything; asks nobody outside, changes nothing. `assistants`: what the host knows of them."""
    now = desk.clock()

    def slug(channel: str) -> str:
        return channel_slug(channel) or channel

    swept = Pulse.objects.filter(name="sweep").values_list("last_run_at", flat=True).first()
    going_on = Charge.objects.exclude(state__in=[one.value for one in FINAL | {State.PLANNED}])
    slow = stuck.charges(now)
    unhandled = ProviderNotice.objects.filter(handled_at=None)
    queued = Turn.objects.filter(state=Turn.State.QUEUED)
    return Health(
        sweep_age=_age(now, swept),
        payments_going_on=going_on.count(),
        payments_for_the_merchant=waiting.for_the_merchant().count(),
        payments_stuck=slow.count(),
        stuck=tuple(
            StuckPayment(str(one.pk), one.state, one.state_since.isoformat())
            for one in slow[:_NAMED]
        ),
        notices=_queue(now, unhandled, unhandled.filter(next_try_at__lt=now - stuck.OVERDUE_FOR)),
        turns=_queue(now, queued, queued.filter(created_at__lt=now - _TURN_LATE)),
        keys_missing=tuple(
            KeysMissing(slug(channel), provider, count)
            for channel, provider, count in going_on.values_list("channel", "provider")
            .annotate(Count("pk"))
            .order_by("channel", "provider")
            if desk.provider(channel, provider) is None
        ),
        endpoints_silent=tuple(
            SilentEndpoint(slug(one.channel), one.provider, one.paid) for one in stuck.unheard(now)
        ),
        assistants=assistants,
    )


def _queue(now: datetime, rows: QuerySet[Any], overdue: QuerySet[Any]) -> Queue:
    oldest = rows.aggregate(oldest=Min("created_at"))["oldest"]
    return Queue(rows.count(), _age(now, oldest), overdue.count())


def _age(now: datetime, then: datetime | None) -> int | None:
    return None if then is None else int((now - then).total_seconds())
