"""What of a channel's or the shop's payments is not over: for whoever changes settings or asks what waits."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from agentpay_plugin.charges.holding import REFUND_FAILED
from agentpay_plugin.charges.states import FINAL, State
from agentpay_plugin.models import Charge

_KEYLESS = FINAL | {State.PLANNED}


def open_work(channel: str) -> int:
    """Return how many charges of a channel may still need its keys."""
    over = [state.value for state in _KEYLESS]
    return Charge.objects.filter(channel=channel).exclude(state__in=over).count()


def for_the_merchant() -> QuerySet[Charge]:
    """Return the charges that a person decides on, the oldest first."""
    found = Charge.objects.filter(Q(state=State.HELD.value) | Q(reason=REFUND_FAILED))
    return found.order_by("state_since")
