"""Looking at the provider, now and then, for refunds and disputes that no webhook told of: one may be lost for good."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from agentpay_plugin.charges import at_provider, disputes
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.ports import DisputeState
from agentpay_plugin.charges.refund_rows import AT_PROVIDER, Step
from agentpay_plugin.charges.states import State
from agentpay_plugin.errors import NoProvider, ProviderLocked
from agentpay_plugin.models import Charge, Dispute, Refund

# After a charge came to its end: a merchant gives most back soon, and some after weeks.
_AFTER = (timedelta(hours=1), timedelta(days=1), timedelta(days=7), timedelta(days=30))
_STATES = (State.CONFIRMED, State.REFUNDED, State.HELD)
# Banks take weeks to decide.
_UNDECIDED_EVERY = timedelta(days=1)
# One that was found on its way, or that the shop did not take note of: no webhook may ever tell of its end.
_UNFINISHED_EVERY = timedelta(hours=1)


def waiting(now: datetime) -> QuerySet[Charge]:
    """Return the charges to look at, those first that nobody has asked about for longest."""
    due = _is_due(now) | _is_unfinished(now) | _is_disputed(now)
    found = Charge.objects.filter(due, state__in=[state.value for state in _STATES])
    return found.exclude(provider_ref=None).order_by("asked_at")


def look(desk: Desk, charge_id: UUID) -> None:
    """Take note of all refunds and disputes of a charge. Raises Busy, and Retryable when nothing was learnt."""
    now = desk.clock()
    with suppress(NoProvider, ProviderLocked):  # nothing can be learnt now; the next look may
        at_provider.follow(desk, charge_id)
        disputes.follow(desk, charge_id, is_news=False)
    Charge.objects.filter(pk=charge_id).update(asked_at=now)


def _is_due(now: datetime) -> Q:
    """A look is due when its time has come, and the provider was not asked since."""
    found = Q()
    for after in _AFTER:
        unasked = Q(asked_at=None) | Q(asked_at__lt=F("state_since") + after)
        found |= unasked & Q(state_since__lte=now - after)
    return found


def _is_unfinished(now: datetime) -> Q:
    """A refund of the merchant's is not over yet, and the provider was not asked for a while."""
    given = Refund.objects.filter(charge=OuterRef("pk"), reason=AT_PROVIDER)
    pending = Q(Exists(given.filter(state=Step.PENDING.value)))
    untold = Q(Exists(given.filter(state=Step.SUCCEEDED.value)), complete_after__isnull=False)
    return (pending | untold) & Q(asked_at__lte=now - _UNFINISHED_EVERY)


def _is_disputed(now: datetime) -> Q:
    """A dispute is not decided, and the provider was not asked for a day: its end may not have been heard of."""
    undecided = Dispute.objects.filter(charge=OuterRef("pk"), state=DisputeState.OPEN.value)
    return Q(Exists(undecided), asked_at__lte=now - _UNDECIDED_EVERY)
