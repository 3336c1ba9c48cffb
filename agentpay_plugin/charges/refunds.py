"""Giving money back, once: written down under its key first, then asked for, then reported.

What the merchant gives back at the provider is written down beside it, by at_provider.py.

refund states: requested -> asked -> pending -> succeeded -> reported, or failed (a person of the merchant's
decides), or dropped before it was asked for (fence.py); a refund may be turned down even after it was reported
"""

from __future__ import annotations

import logging
from datetime import timedelta
from enum import StrEnum
from uuid import uuid4

from django.db import transaction
from django.db.models import QuerySet

from agentpay_plugin.charges import blind, reasons, schedule, view
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.holding import hold
from agentpay_plugin.charges.opening import provider_of
from agentpay_plugin.charges.ports import (
    Provider,
    ProviderCharge,
    ProviderRefund,
    ProviderState,
    RefundState,
    Report,
    ReportKind,
)
from agentpay_plugin.charges.reasons import REFUND_FAILED
from agentpay_plugin.charges.states import State, move
from agentpay_plugin.errors import ProviderRefused, ShopRefused
from agentpay_plugin.models import Charge, Refund
from agentpay_plugin.money import Money

logger = logging.getLogger(__name__)


class Step(StrEnum):
    REQUESTED = "requested"
    ASKED = "asked"  # the provider is being asked, or was when the worker died
    PENDING = "pending"
    SUCCEEDED = "succeeded"
    REPORTED = "reported"
    FAILED = "failed"
    DROPPED = "dropped"  # an order came about first


AT_PROVIDER = "at_provider"
ALREADY_PAID = "already_paid"
OVER = (Step.REPORTED, Step.FAILED, Step.DROPPED)
_NOT_GIVEN = (Step.FAILED.value, Step.DROPPED.value)
# A provider may forget an idempotency key after a day, and would then give back twice.
_KEY_KEPT = timedelta(hours=20)


def begin(desk: Desk, charge: Charge, reason: str) -> bool:
    """Write down that a reported charge goes back, in one transaction with its move."""
    with transaction.atomic():
        fields = {"reason": reason}
        if move(charge.pk, State.REPORTED, State.REFUNDING, desk.clock(), fields=fields):
            write(desk, charge, left(charge), reason)
    return True


def own(charge: Charge) -> QuerySet[Refund]:
    """Return the refunds of a charge that are ours to make."""
    return charge.refunds.exclude(reason=AT_PROVIDER)


def unfinished(charge: Charge) -> QuerySet[Refund]:
    """Return the refunds of ours that are not over."""
    return own(charge).exclude(state__in=[step.value for step in OVER])


def left(charge: Charge) -> int:
    """Return what of a charge's amount neither went back nor is about to, in minor units."""
    given = charge.refunds.exclude(state__in=_NOT_GIVEN)
    return charge.amount_minor - sum(given.values_list("amount_minor", flat=True))


def write(desk: Desk, charge: Charge, minor: int, reason: str) -> None:
    """Write down a refund, if it is of anything. A charge is refunded by us once: its key says so.

    Only after one that was dropped, or refused while there was no order, there may be another.
    """
    if minor <= 0:
        return
    before = own(charge).count()
    Refund.objects.create(
        id=uuid4(),
        charge=charge,
        reason=reason,
        amount_minor=minor,
        currency=charge.currency,
        provider_key=f"{charge.pk}:refund" + (f":{before + 1}" if before else ""),
        state=Step.REQUESTED.value,
        created_at=desk.clock(),
    )


def give_back(desk: Desk, charge: Charge) -> bool:
    """Carry the refund of a charge in state refunding to its end; True when the charge moved.

    What has no order must pass the fence first.
    """
    if not carry(desk, charge):
        return False
    if left(charge) > 0 and own(charge).filter(state=Step.FAILED.value).exists():
        hold(desk, charge, REFUND_FAILED)
    else:
        move(charge.pk, State.REFUNDING, State.REFUNDED, desk.clock())
    return True


def carry(desk: Desk, charge: Charge) -> bool:
    """Carry the refunds of a charge as far as they go; False when one must be waited for."""
    if own(charge).filter(state=Step.REQUESTED.value).exists():
        desk.reached("refund.row_committed")
    for refund in unfinished(charge):
        if not _carry(desk, charge, refund):
            schedule.wait(charge, schedule.slow_at(desk.clock(), charge.tries))
            return False
    return True


def _carry(desk: Desk, charge: Charge, refund: Refund) -> bool:
    step = Step(refund.state)
    if step is Step.REQUESTED:
        step = store(refund, step, Step.ASKED, None)
    if step in (Step.ASKED, Step.PENDING):
        step = _ask(desk, charge, refund, step)
    if step is Step.SUCCEEDED:
        step = report(desk, charge, Refund.objects.get(pk=refund.pk))
    return step in OVER


def _ask(desk: Desk, charge: Charge, refund: Refund, step: Step) -> Step:
    provider = provider_of(desk, charge)
    try:
        if step is Step.ASKED:
            given = _found(desk, provider, charge, refund) or provider.refund(
                as_paid(charge), _amount(refund), refund.provider_key
            )
            desk.reached("refund.provider_refunded")
        else:
            given = provider.read_refund(refund.provider_ref or "")
    except ProviderRefused as refusal:
        logger.error("refund %s was refused, %s", refund.pk, refusal.provider_code)
        return _failed(desk, charge, refund, step, refund.provider_ref)
    blind.seen(charge)
    if given.state is RefundState.FAILED:
        return _failed(desk, charge, refund, step, given.ref)
    return store(refund, step, step_of(given), given.ref)


def _found(desk: Desk, provider: Provider, charge: Charge, refund: Refund) -> ProviderRefund | None:
    """Return an old refund of ours that an earlier try has made, for its key may mean nothing any more."""
    if desk.clock() - refund.created_at < _KEY_KEPT:
        return None
    made = provider.refunds_of(as_paid(charge))
    return next((one for one in made if one.key == refund.provider_key), None)


def _failed(desk: Desk, charge: Charge, refund: Refund, step: Step, ref: str | None) -> Step:
    """Let the shop count the money as there again; a kill repeats it."""
    if not tell_shop(desk, charge, refund, ReportKind.REFUND_FAILURE):
        return step
    return store(refund, step, Step.FAILED, ref)


def report(desk: Desk, charge: Charge, refund: Refund) -> Step:
    """Report a refund that succeeded."""
    if not tell_shop(desk, charge, refund, ReportKind.REFUND_SUCCESS):
        return Step.SUCCEEDED
    return store(refund, Step.SUCCEEDED, Step.REPORTED, refund.provider_ref)


def tell_shop(desk: Desk, charge: Charge, refund: Refund, kind: ReportKind) -> bool:
    """Report an event of a refund under one reference; False when the shop does not take it yet.

    Ours go by our own, which is known before the provider is asked; the merchant's by the provider's.
    """
    try:
        desk.books(charge.channel).report(
            Report(
                transaction_id=charge.transaction_id,
                kind=kind,
                amount=_amount(refund),
                psp_reference=reference(refund),
                message=_message(refund, kind),
                external_url=charge.external_url,
            )
        )
    except ShopRefused as refusal:
        # The money is back with the shopper; that the shop will not note it down changes nothing of that.
        logger.error("refund %s is not in the shop's books, %s", refund.pk, refusal.shop_code)
        late = desk.clock() - refund.created_at > schedule.GIVE_UP
        if refusal.shop_code == "APP_INACTIVE" or not late:
            return False
    if kind is not ReportKind.REFUND_REQUEST:
        desk.reached("refund.reported")
    return True


def reference(refund: Refund) -> str:
    """Return what a refund is called in the shop's books."""
    return (refund.provider_ref or "") if refund.reason == AT_PROVIDER else str(refund.pk)


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


def _amount(refund: Refund) -> Money:
    return Money(refund.amount_minor, refund.currency)


def _message(refund: Refund, kind: ReportKind) -> str:
    if kind is ReportKind.REFUND_REQUEST:
        return f"AgentPay is about to give this back: {reasons.words(refund.reason)}."
    if kind is ReportKind.REFUND_FAILURE and refund.state == Step.REQUESTED:
        return "Not given back: an order came about for this payment."
    if kind is ReportKind.REFUND_FAILURE:
        return "The payment provider could not give this back after all."
    if refund.reason == AT_PROVIDER:
        return "Given back by the merchant at the payment provider."
    return f"Given back by AgentPay: {reasons.words(refund.reason)}."


def as_paid(charge: Charge) -> ProviderCharge:
    """Return a paid charge as its provider knows it."""
    return ProviderCharge(
        ref=charge.provider_ref or "",
        state=ProviderState.PAID,
        amount=view.amount(charge),
        page_url=None,
        expires_at=None,
        payment_ref=charge.payment_ref or None,
        reference=str(charge.pk),
    )
