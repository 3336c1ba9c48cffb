"""The merchant's reports. Who may see them is the host's to decide, before one of these is called."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from agentpay_plugin.analytics import funnel as analytics
from agentpay_plugin.chat import checks
from agentpay_plugin.chat.desk import Caller, ChatDesk
from agentpay_plugin.chat.refusals import Answering, Problem, Refused, Why


@dataclass(frozen=True, slots=True)
class Funnel:
    """How far conversations got; all empty when there are errors."""

    errors: tuple[Problem, ...] = ()
    visits: int = 0
    steps: tuple[analytics.Reached, ...] = ()
    chat_to_payment_rate: float | None = None


def funnel(desk: ChatDesk, caller: Caller, channel: str, begin: str, end: str) -> Funnel:  # noqa: ARG001
    """Return the funnel of a channel (its slug) between two moments, ISO 8601; also of one switched off."""
    with Answering() as door:
        slug = checks.needed("channel", channel)
        first, last = _moment("from", begin), _moment("to", end)
        if last < first:
            raise Refused(Why.BACKWARDS, "to")
        key = desk.channel_key(slug)
        if key is None:
            raise Refused(Why.NO_CHANNEL, "channel")
        found = analytics.funnel(key, first, last)
        return Funnel((), found.visits, found.steps, found.rate)
    return Funnel(errors=door.problems)


def _moment(field: str, value: str) -> datetime:
    """Return a moment in UTC, which is also meant where no offset is given; a date alone is its midnight."""
    given = checks.needed(field, value)
    try:
        found = datetime.fromisoformat(given)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise Refused(Why.NO_MOMENT, field) from error
