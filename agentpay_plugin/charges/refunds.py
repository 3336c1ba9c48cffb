"""Giving money back, once: written down under its key first, then asked for, then reported.

What the merchant gives back at the provider is written down beside it, by at_provider.py.

refund states: requested -> pending -> succeeded -> reported, or failed (a person of the merchant's decides);
a refund may be turned down even after it was reported
"""

from __future__ import annotations

import logging
from enum import StrEnum
from uuid import uuid4

from django.db import transaction
from django.db.models import QuerySet

from agentpay_plugin.charges import schedule, view
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.opening import provider_of
from agentpay_plugin.charges.ports import (
    ProviderCharge,
    ProviderRefund,
    ProviderState,
    RefundState,
    Report,
    ReportKind,
)
from agentpay_plugin.charges.states import State, move
from agentpay_plugin.errors import ProviderRefused, ShopRefused
from agentpay_plugin.models import Charge, Refund
from agentpay_plugin.money import Money

logger = logging.getLogger(__name__)


class Step(StrEnum):
    REQUESTED = "requested"
    PENDING = "pending"
    SUCCEEDED = "succeeded"
    REPORTED = "reported"
    FAILED = "failed"


AT_PROVIDER = "at_provider"
OVER = (Step.REPORTED, Step.FAILED)


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


def left(charge: Charge) -> int:
    """Return what of a charge's amount neither went back nor is about to, in minor units."""
    given = charge.refunds.exclude(state=Step.FAILED.value)
    return charge.amount_minor - sum(given.values_list("amount_minor", flat=True))


def write(desk: Desk, charge: Charge, minor: int, reason: str) -> None:
    """Write down a refund, if it is of anything. A charge is refunded by us once: its key says so."""
    if minor <= 0:
        return
    Refund.objects.create(
        id=uuid4(),
        charge=charge,
        reason=reason,
        amount_minor=minor,
        currency=charge.currency,
        provider_key=f"{charge.pk}:refund",
        state=Step.REQUESTED.value,
        created_at=desk.clock(),
    )


def give_back(desk: Desk, charge: Charge) -> bool:
    """Carry the refund of a charge in state refunding to its end; True when the charge moved."""
    if not carry(desk, charge):
        return False
    if own(charge).filter(state=Step.FAILED.value).exists():
        fields = {"reason": "refund_failed"}
        move(charge.pk, State.REFUNDING, State.HELD, desk.clock(), fields=fields)
    else:
        move(charge.pk, State.REFUNDING, State.REFUNDED, desk.clock())
    return True


def carry(desk: Desk, charge: Charge) -> bool:
    """Carry the refunds of a charge as far as they go; False when one must be waited for."""
    if own(charge).filter(state=Step.REQUESTED.value).exists():
        desk.reached("refund.row_committed")
    for refund in own(charge).exclude(state__in=[step.value for step in OVER]):
        if not _carry(desk, charge, refund):
            schedule.wait(charge, schedule.slow_at(desk.clock(), charge.tries))
            return False
    return True


def _carry(desk: Desk, charge: Charge, refund: Refund) -> bool:
    step = Step(refund.state)
    if step in (Step.REQUESTED, Step.PENDING):
        step = _ask(desk, charge, refund, step)
    if step is Step.SUCCEEDED:
        step = report(desk, charge, Refund.objects.get(pk=refund.pk))
    return step in OVER


def _ask(desk: Desk, charge: Charge, refund: Refund, step: Step) -> Step:
    provider = provider_of(desk, charge)
    try:
        if step is Step.REQUESTED:
            given = provider.refund(as_paid(charge), _amount(refund), refund.provider_key)
            desk.reached("refund.provider_refunded")
        else:
            given = provider.read_refund(refund.provider_ref or "")
    except ProviderRefused as refusal:
        logger.error("refund %s was refused, %s", refund.pk, refusal.provider_code)
        return store(refund, step, Step.FAILED, refund.provider_ref)
    return store(refund, step, step_of(given), given.ref)


def report(desk: Desk, charge: Charge, refund: Refund) -> Step:
    """Report a refund that succeeded."""
    if not tell_shop(desk, charge, refund, ReportKind.REFUND_SUCCESS):
        return Step.SUCCEEDED
    return store(refund, Step.SUCCEEDED, Step.REPORTED, refund.provider_ref)


def tell_shop(desk: Desk, charge: Charge, refund: Refund, kind: ReportKind) -> bool:
    """Report an event of a refund under the refund's own reference; False when the shop does not take it yet."""
    try:
        desk.books(charge.channel).report(
            Report(
                transaction_id=charge.transaction_id,
                kind=kind,
                amount=_amount(refund),
                psp_reference=refund.provider_ref or "",
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
    desk.reached("refund.reported")
    return True


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
    if kind is ReportKind.REFUND_FAILURE:
        return "The payment provider could not give this back after all"
    if refund.reason == AT_PROVIDER:
        return "Given back by the merchant at the payment provider"
    return f"Given back by AgentPay: {refund.reason}"


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
