"""What of a channel's or the shop's payments is not over: for whoever changes settings or asks what waits."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from agentpay_plugin.charges import reasons, refund_rows, view
from agentpay_plugin.charges.ports import DisputeState
from agentpay_plugin.charges.reasons import DISPUTED, REFUND_FAILED, REFUND_WAITS, SHORT
from agentpay_plugin.charges.refund_rows import LAPSED
from agentpay_plugin.charges.states import FINAL, State
from agentpay_plugin.models import Charge, Dispute, Refund

_KEYLESS = FINAL | {State.PLANNED}
_LEFT_OVER = (REFUND_FAILED, LAPSED, SHORT)
_OPEN_DISPUTES = Dispute.objects.filter(state=DisputeState.OPEN.value)


def open_work(channel: str) -> dict[str, int]:
    """Return how many charges of a channel may still need its keys of each provider."""
    counted = _open(channel).values_list("provider").order_by("provider").annotate(Count("pk"))
    return dict(counted)


def open_refs(channel: str) -> dict[str, str]:
    """Return the newest of those charges at each provider, as the provider knows it."""
    known = _open(channel).exclude(provider_ref=None).order_by("created_at")
    return {provider: ref or "" for provider, ref in known.values_list("provider", "provider_ref")}


def _open(channel: str) -> QuerySet[Charge]:
    """Return the charges that are not over, and those of which money is still to go back."""
    is_over = Q(state__in=[state.value for state in _KEYLESS])
    ends = [step.value for step in refund_rows.OVER]
    asked_back = Refund.objects.filter(charge=OuterRef("pk")).exclude(state__in=ends)
    owes = Exists(asked_back.exclude(reason=refund_rows.AT_PROVIDER))
    return Charge.objects.filter(~is_over | owes, channel=channel)


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
