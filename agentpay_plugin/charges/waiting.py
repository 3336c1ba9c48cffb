"""What of a channel's or the shop's payments is not over: for whoever changes settings or asks what waits."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from agentpay_plugin.charges import reasons, view
from agentpay_plugin.charges.reasons import REFUND_FAILED, REFUND_WAITS
from agentpay_plugin.charges.states import FINAL, State
from agentpay_plugin.models import Charge

_KEYLESS = FINAL | {State.PLANNED}


def open_work(channel: str) -> dict[str, int]:
    """Return how many charges of a channel may still need its keys of each provider."""
    over = [state.value for state in _KEYLESS]
    waiting = Charge.objects.filter(channel=channel).exclude(state__in=over)
    counted = waiting.values_list("provider").order_by("provider").annotate(Count("pk"))
    return dict(counted)


def for_the_merchant() -> QuerySet[Charge]:
    """Return the charges that a person decides on or must give the keys back for, the oldest first."""
    keyless = Q(state=State.COMPLETED.value, blind_since__isnull=False)
    found = Charge.objects.filter(Q(state=State.HELD.value) | Q(reason=REFUND_FAILED) | keyless)
    return found.order_by("state_since")


def why(charge: Charge) -> str:
    """Return the stable word for what a charge of that list waits for."""
    if charge.state == State.COMPLETED and charge.blind_since:
        return REFUND_WAITS
    return charge.reason


def said(charge: Charge) -> str:
    """Return a sentence for a person of the merchant's, without personal data."""
    about = " Its order stands." if charge.order_id else ""
    there = charge.external_url or charge.provider_ref
    where = f" At the payment provider: {there}" if there else ""
    return (
        f"A payment of {view.amount(charge)} waits for you since {charge.state_since:%Y-%m-%d %H:%M} UTC:"
        f" {reasons.words(why(charge))}.{about}{where}"
    )
