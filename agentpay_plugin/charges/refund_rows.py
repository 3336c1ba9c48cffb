"""Refunds as rows: their steps, whose they are, what of a charge is left. Nobody outside is asked here.

refund states: requested -> asked -> pending -> succeeded -> reported, or failed (a person of the merchant's
decides), or dropped before it was asked for (fence.py); a refund may be turned down even after it was reported
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from uuid import uuid4

from django.db.models import QuerySet

from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.ports import DisputeState, ProviderRefund, RefundState
from agentpay_plugin.charges.reserve import Reserve
from agentpay_plugin.models import Charge, Refund
from agentpay_plugin.money import Money


class Step(StrEnum):
    REQUESTED = "requested"
    ASKED = "asked"  # the provider is being asked, or was when the worker died
    PENDING = "pending"
    SUCCEEDED = "succeeded"
    REPORTED = "reported"
    FAILED = "failed"
    DROPPED = "dropped"  # an order came about first


# Why money goes back, where the reason is not the shop's own code for an order that could not be made.
AT_PROVIDER = "at_provider"  # the merchant gave it back there
MERCHANT = "merchant"  # asked for on the order page; the order stands
RELEASED = "released"  # asked for in the shop, of a payment without an order
ALREADY_PAID = "already_paid"
# Why what was reserved is let go, but for the above.
NOT_CAPTURED = "not_captured"  # less was captured than was reserved
LET_GO_THERE = "let_go_there"  # the merchant called it off at the provider
LAPSED = "lapsed"  # nobody captured it in time

OVER = (Step.REPORTED, Step.FAILED, Step.DROPPED)
_NOT_GIVEN = (Step.FAILED.value, Step.DROPPED.value)


def own(charge: Charge) -> QuerySet[Refund]:
    """Return the refunds of a charge that are ours to make."""
    return charge.refunds.exclude(reason=AT_PROVIDER)


def unfinished(charge: Charge) -> QuerySet[Refund]:
    """Return the refunds of ours that are not over."""
    return own(charge).exclude(state__in=[step.value for step in OVER])


def left(charge: Charge) -> int:
    """Return what of a charge's amount neither went back nor is about to, nor was lost, in minor units."""
    given = charge.refunds.exclude(state__in=_NOT_GIVEN)
    lost = charge.disputes.filter(state=DisputeState.LOST.value, currency=charge.currency)
    gone = (
        *given.values_list("amount_minor", flat=True),
        *lost.values_list("amount_minor", flat=True),
    )
    return charge.amount_minor - sum(gone)


def is_back(charge: Charge) -> bool:
    """Say whether all of a charge went back, for good."""
    waiting = charge.refunds.exclude(state__in=[step.value for step in OVER])
    return left(charge) <= 0 and not waiting.exists()


def is_stuck(charge: Charge) -> bool:
    """Say whether a refund that we decided on failed, and its money is there beyond what the order keeps.

    One that the merchant asked for is theirs to ask for again.
    """
    ours = own(charge).exclude(reason=MERCHANT)
    failed = ours.filter(state=Step.FAILED.value).exists()
    return failed and left(charge) > charge.kept_minor


def write_if_any(desk: Desk, charge: Charge, minor: int, reason: str) -> None:
    """Write down a refund, as `write` does, unless it is of nothing."""
    if minor > 0:
        write(desk, charge, minor, reason)


def write(
    desk: Desk, charge: Charge, minor: int, reason: str, request_id: str | None = None
) -> Refund:
    """Write down a refund, which lets go of money that is only reserved. Its number among the charge's is its
    provider's key.

    Within a transaction in which the charge was moved, or is first in line.
    """
    before = own(charge).count()
    return Refund.objects.create(
        id=uuid4(),
        charge=charge,
        reason=reason,
        amount_minor=minor,
        currency=charge.currency,
        provider_key=f"{charge.pk}:refund" + (f":{before + 1}" if before else ""),
        request_id=request_id,
        is_release=charge.reserve == Reserve.STANDS,
        state=Step.REQUESTED.value,
        created_at=desk.clock(),
    )


def store(refund: Refund, step: Step, target: Step, ref: str | None) -> Step:
    """Move a refund from `step` to `target`, if it is still there; returns where it is now."""
    same = Refund.objects.filter(pk=refund.pk, state=step.value)
    if same.update(state=target.value, provider_ref=ref):
        return target
    return Step(Refund.objects.get(pk=refund.pk).state)


def step_of(given: ProviderRefund) -> Step:
    """Return the step that what the provider says comes to."""
    return {
        RefundState.PENDING: Step.PENDING,
        RefundState.SUCCEEDED: Step.SUCCEEDED,
        RefundState.FAILED: Step.FAILED,
    }[given.state]


def reference(refund: Refund) -> str:
    """Return what a refund is called in the shop's books.

    Ours go by our own id, which is known before the provider is asked; the merchant's by the provider's.
    """
    return (refund.provider_ref or "") if refund.reason == AT_PROVIDER else str(refund.pk)


def shown_release(charge: Charge, found: Sequence[ProviderRefund]) -> ProviderRefund | None:
    """Return the one of a provider's refunds, the newest first, by which it shows what was let go, if any.

    Nothing can have gone back before that, so it is the oldest.
    """
    if not charge.reserve or not found or found[-1].key is not None:
        return None
    oldest = found[-1]
    let_go = charge.refunds.filter(is_release=True).exclude(state__in=_NOT_GIVEN)
    is_let_go = let_go.filter(amount_minor=oldest.amount.minor).exists()
    is_known = charge.refunds.filter(provider_ref=oldest.ref).exists()
    return oldest if is_let_go and not is_known else None


def amount(refund: Refund) -> Money:
    """Return what goes back."""
    return Money(refund.amount_minor, refund.currency)
