"""Looking at the provider, now and then, for refunds and disputes that no webhook told of: one may be lost for good."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import F, Q, QuerySet

from agentpay_plugin.charges import at_provider, disputes
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.ports import DisputeState
from agentpay_plugin.charges.refund_rows import AT_PROVIDER, Step
from agentpay_plugin.charges.states import State
from agentpay_plugin.errors import NoProvider, ProviderLocked
from agentpay_plugin.models import Charge, Dispute, Refund

# After a charge came to its end: a merchant gives most back soon, and some after weeks; a bank disputes for months.
_AFTER = tuple(timedelta(hours=hours) for hours in (1, 24, 7 * 24, 30 * 24, 60 * 24, 120 * 24))
_STATES = (State.CONFIRMED, State.REFUNDED, State.HELD)
# After a standstill of more than that the next look must do.
_LATE_BY = timedelta(days=14)
# One that was found on its way, or that the shop did not take note of: no webhook may ever tell of its end.
_UNFINISHED_EVERY = timedelta(hours=1)
# A dispute takes weeks.
_DISPUTED_EVERY = timedelta(days=1)


def waiting(now: datetime) -> QuerySet[Charge]:
    """Return the charges to look at, those first that nobody has asked about for longest.

    Read by the index on `state_since`, in narrow spans, and by key: this is asked every minute.
    """
    found = Charge.objects.filter(
        _is_due(now) | Q(pk__in=_unfinished(now)), state__in=[state.value for state in _STATES]
    )
    return found.exclude(provider_ref=None).order_by("asked_at")


def look(desk: Desk, charge_id: UUID) -> None:
    """Take note of all refunds and disputes of a charge. Raises Busy, and Retryable when nothing was learnt."""
    now = desk.clock()
    with suppress(NoProvider, ProviderLocked):  # nothing can be learnt now; the next look may
        at_provider.follow(desk, charge_id)
        disputes.follow(desk, charge_id, is_heard_of=False)
    Charge.objects.filter(pk=charge_id).update(asked_at=now)


def _is_due(now: datetime) -> Q:
    """A look is due when its time has come, and the provider was not asked since. One missed for long is left out."""
    found = Q()
    for after in _AFTER:
        unasked = Q(asked_at=None) | Q(asked_at__lt=F("state_since") + after)
        span = Q(state_since__lte=now - after, state_since__gt=now - after - _LATE_BY)
        found |= span & unasked
    return found


def _unfinished(now: datetime) -> list[UUID]:
    """Return the charges with a refund of the merchant's or a dispute that is not over yet, and whose provider was
    not asked for a while."""
    given = Refund.objects.filter(reason=AT_PROVIDER, charge__asked_at__lte=now - _UNFINISHED_EVERY)
    pending = given.filter(state=Step.PENDING.value)
    untold = given.filter(state=Step.SUCCEEDED.value, charge__complete_after__isnull=False)
    disputed = Dispute.objects.filter(
        state=DisputeState.OPEN.value, charge__asked_at__lte=now - _DISPUTED_EVERY
    )
    return [
        key for rows in (pending, untold, disputed) for key in rows.values_list("charge", flat=True)
    ]
