"""What of a channel's or the shop's payments is not over: for whoever changes settings or asks what waits."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from agentpay_plugin.charges import reasons, view
from agentpay_plugin.charges.ports import DisputeState
from agentpay_plugin.charges.reasons import DISPUTED, REFUND_FAILED, REFUND_WAITS
from agentpay_plugin.charges.refund_rows import LAPSED
from agentpay_plugin.charges.states import FINAL, State
from agentpay_plugin.models import Charge, Dispute

_KEYLESS = FINAL | {State.PLANNED}
_LEFT_OVER = (REFUND_FAILED, LAPSED)
_OPEN_DISPUTES = Dispute.objects.filter(state=DisputeState.OPEN.value)


def open_work(channel: str) -> dict[str, int]:
    """Return how many charges of a channel may still need its keys of each provider."""
    over = [state.value for state in _KEYLESS]
    waiting = Charge.objects.filter(channel=channel).exclude(state__in=over)
    counted = waiting.values_list("provider").order_by("provider").annotate(Count("pk"))
    return dict(counted)


def for_the_merchant() -> QuerySet[Charge]:
    """Return the charges that a person decides on, answers for, or must give the keys back for, the oldest first."""
    waits = (State.COMPLETED.value, State.RESERVED.value)
    keyless = Q(state__in=waits, blind_since__isnull=False)
    disputed = Q(Exists(_OPEN_DISPUTES.filter(charge=OuterRef("pk"))))
    held = Q(state=State.HELD.value)
    found = Charge.objects.filter(held | Q(reason__in=_LEFT_OVER) | keyless | disputed)
    return found.order_by("state_since")


def why(charge: Charge) -> str:
    """Return the stable word for what a charge of that list waits for."""
    if charge.state == State.COMPLETED and charge.blind_since:
        return REFUND_WAITS
    if charge.state == State.RESERVED and charge.blind_since:
        return "keys_gone"
    if charge.state == State.HELD or charge.reason in _LEFT_OVER:
        return charge.reason
    return DISPUTED if _dispute(charge) else charge.reason


def since(charge: Charge) -> datetime:
    """Return since when it waits."""
    dispute = _dispute(charge) if why(charge) == DISPUTED else None
    return dispute.created_at if dispute else charge.state_since


def said(charge: Charge) -> str:
    """Return a sentence for a person of the merchant's, without personal data."""
    about = " Its order stands." if charge.order_id else ""
    there = charge.external_url or charge.provider_ref
    where = f" At the payment provider: {there}" if there else ""
    dispute = _dispute(charge)
    until = dispute.answer_by if dispute and why(charge) == DISPUTED else None
    by = f" until {until:%Y-%m-%d %H:%M} UTC" if until else ""
    return (
        f"A payment of {view.amount(charge)} waits for you since {since(charge):%Y-%m-%d %H:%M} UTC:"
        f" {reasons.words(why(charge))}{by}.{about}{where}"
    )


def _dispute(charge: Charge) -> Dispute | None:
    return _OPEN_DISPUTES.filter(charge=charge).order_by("created_at").first()
