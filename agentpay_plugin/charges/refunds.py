"""Giving money back, once: written down under its key first, then asked for, then reported.

refund states: requested -> pending -> succeeded -> reported, or failed (a person of the merchant's decides)
"""

from __future__ import annotations

import logging
from enum import StrEnum
from uuid import uuid4

from django.db import transaction

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


_OVER = (Step.REPORTED.value, Step.FAILED.value)


def begin(desk: Desk, charge: Charge, reason: str) -> bool:
    """Write down that a reported charge goes back whole, in one transaction with its move."""
    with transaction.atomic():
        fields = {"reason": reason}
        if move(charge.pk, State.REPORTED, State.REFUNDING, desk.clock(), fields=fields):
            write(desk, charge, charge.amount_minor, reason)
    return True


def write(desk: Desk, charge: Charge, minor: int, reason: str) -> None:
    """Write down a refund. A charge is refunded for one reason once: its key says so."""
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
    failed = charge.refunds.filter(state=Step.FAILED.value).exists()
    if failed:
        fields = {"reason": "refund_failed"}
        move(charge.pk, State.REFUNDING, State.HELD, desk.clock(), fields=fields)
    else:
        move(charge.pk, State.REFUNDING, State.REFUNDED, desk.clock())
    return True


def carry(desk: Desk, charge: Charge) -> bool:
    """Carry the refunds of a charge as far as they go; False when one must be waited for."""
    if charge.refunds.filter(state=Step.REQUESTED.value).exists():
        desk.reached("refund.row_committed")
    for refund in charge.refunds.exclude(state__in=_OVER):
        if not _carry(desk, charge, refund):
            schedule.wait(charge, schedule.slow_at(desk.clock(), charge.tries))
            return False
    return True


def _carry(desk: Desk, charge: Charge, refund: Refund) -> bool:
    step = Step(refund.state)
    if step in (Step.REQUESTED, Step.PENDING):
        step = _ask(desk, charge, refund, step)
    if step is Step.SUCCEEDED:
        step = _report(desk, charge, Refund.objects.get(pk=refund.pk))
    return step.value in _OVER


def _ask(desk: Desk, charge: Charge, refund: Refund, step: Step) -> Step:
    provider = provider_of(desk, charge)
    try:
        if step is Step.REQUESTED:
            given = provider.refund(_as_paid(charge), _amount(refund), refund.provider_key)
            desk.reached("refund.provider_refunded")
        else:
            given = provider.read_refund(refund.provider_ref or "")
    except ProviderRefused as refusal:
        logger.error("refund %s was refused, %s", refund.pk, refusal.provider_code)
        return _store(refund, step, Step.FAILED, refund.provider_ref)
    return _store(refund, step, _step_of(given), given.ref)


def _report(desk: Desk, charge: Charge, refund: Refund) -> Step:
    """Report what was given back, under the refund's own reference."""
    try:
        desk.books(charge.channel).report(
            Report(
                transaction_id=charge.transaction_id,
                kind=ReportKind.REFUND_SUCCESS,
                amount=_amount(refund),
                psp_reference=refund.provider_ref or "",
                message=f"Given back by AgentPay: {refund.reason}",
                external_url=charge.external_url,
            )
        )
    except ShopRefused as refusal:
        # The money is back with the shopper; that the shop will not note it down changes nothing of that.
        logger.error("refund %s is not in the shop's books, %s", refund.pk, refusal.shop_code)
        late = desk.clock() - charge.state_since > schedule.GIVE_UP
        if refusal.shop_code == "APP_INACTIVE" or not late:
            return Step.SUCCEEDED
    desk.reached("refund.reported")
    return _store(refund, Step.SUCCEEDED, Step.REPORTED, refund.provider_ref)


def _store(refund: Refund, step: Step, target: Step, ref: str | None) -> Step:
    same = Refund.objects.filter(pk=refund.pk, state=step.value)
    same.update(state=target.value, provider_ref=ref)
    return target


def _step_of(given: ProviderRefund) -> Step:
    return {
        RefundState.PENDING: Step.PENDING,
        RefundState.SUCCEEDED: Step.SUCCEEDED,
        RefundState.FAILED: Step.FAILED,
    }[given.state]


def _amount(refund: Refund) -> Money:
    return Money(refund.amount_minor, refund.currency)


def _as_paid(charge: Charge) -> ProviderCharge:
    return ProviderCharge(
        ref=charge.provider_ref or "",
        state=ProviderState.PAID,
        amount=view.amount(charge),
        page_url=None,
        expires_at=None,
        payment_ref=charge.payment_ref or None,
        reference=str(charge.pk),
    )
