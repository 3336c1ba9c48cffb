"""Giving money back, once: written down under its key first, then asked for, then reported.

What the merchant gives back at the provider is written down beside it, by at_provider.py.
"""

from __future__ import annotations

import logging
from datetime import timedelta

from django.db import transaction

from agentpay_plugin.charges import (
    blind,
    reasons,
    refund_rows,
    reserve,
    reserving,
    schedule,
    view,
)
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.holding import hold
from agentpay_plugin.charges.keeping import keep_again
from agentpay_plugin.charges.may import may
from agentpay_plugin.charges.opening import provider_of
from agentpay_plugin.charges.ports import (
    Provider,
    ProviderRefund,
    ProviderState,
    RefundState,
    Report,
    ReportKind,
)
from agentpay_plugin.charges.reasons import REFUND_FAILED
from agentpay_plugin.charges.refund_rows import (
    AT_PROVIDER,
    MERCHANT,
    OVER,
    Step,
    left,
    own,
    store,
    unfinished,
    write_if_any,
)
from agentpay_plugin.charges.states import State, first_in_line, move
from agentpay_plugin.errors import ProviderRefused, ShopRefused
from agentpay_plugin.models import Charge, Refund

logger = logging.getLogger(__name__)

# What was only reserved is not refunded but called off.
_AS_RELEASE = {
    ReportKind.REFUND_REQUEST: ReportKind.CANCEL_REQUEST,
    ReportKind.REFUND_SUCCESS: ReportKind.CANCEL_SUCCESS,
    ReportKind.REFUND_FAILURE: ReportKind.CANCEL_FAILURE,
}
# Why a refund is dropped before the provider was asked.
ORDERED = "ordered"
# A provider may forget an idempotency key after a day, and would then give back twice.
_KEY_KEPT = timedelta(hours=20)


def begin(desk: Desk, charge: Charge, reason: str) -> bool:
    """Write down that a reported charge goes back, in one transaction with its move."""
    with transaction.atomic():
        fields = {"reason": reason}
        if move(charge.pk, State.REPORTED, State.REFUNDING, desk.clock(), fields=fields):
            write_if_any(desk, charge, left(charge), reason)
    return True


def give_back(desk: Desk, charge: Charge) -> bool:
    """Carry the refund of a charge in state refunding to its end; True when the charge moved.

    What has no order must pass the fence first.
    """
    if not carry(desk, charge):
        return False
    if unfinished(charge).exists() or reserve.unfinished(charge).exists():
        return True  # it was captured when it was to be let go
    if left(charge) > 0 and own(charge).filter(state=Step.FAILED.value).exists():
        hold(desk, charge, REFUND_FAILED)
    else:
        move(charge.pk, State.REFUNDING, State.REFUNDED, desk.clock())
    return True


def carry(desk: Desk, charge: Charge) -> bool:
    """Carry the refunds of a charge as far as they go; False when one must be waited for.

    One that was asked for while we worked is carried by the next run, at once.
    """
    if own(charge).filter(state=Step.REQUESTED.value).exists():
        desk.reached("refund.row_committed")
    steps = [_carry(desk, charge, refund) for refund in unfinished(charge).order_by("created_at")]
    if all(step in OVER for step in steps):
        return True
    schedule.wait(charge, schedule.slow_at(desk.clock(), charge.tries))
    if own(charge).filter(state=Step.REQUESTED.value).exists():
        schedule.at_once(charge, desk.clock())
    return False


def accept(desk: Desk, charge: Charge, refund: Refund) -> None:
    """Tell the shop which refund its request has become, if there was one; it may be told again."""
    if refund.request_id is None:
        return
    name = refund_rows.reference(refund)
    desk.requests.accept(refund.request_id, name, **may(charge))
    desk.reached("refund.accepted")


def _carry(desk: Desk, charge: Charge, refund: Refund) -> Step:
    step = Step(refund.state)
    if step is Step.REQUESTED:
        accept(desk, charge, refund)
        step = store(refund, step, Step.ASKED, None)
    if step in (Step.ASKED, Step.PENDING):
        step = _ask(desk, charge, refund, step)
    if step is Step.SUCCEEDED:
        step = report(desk, charge, Refund.objects.get(pk=refund.pk))
    return step


def _ask(desk: Desk, charge: Charge, refund: Refund, step: Step) -> Step:
    if refund.is_release:
        return _let_go(desk, charge, refund, step)
    provider = provider_of(desk, charge)
    try:
        if step is Step.ASKED:
            given = _found(desk, provider, charge, refund) or provider.refund(
                view.as_paid(charge), refund_rows.amount(refund), refund.provider_key
            )
            desk.reached("refund.provider_refunded")
        else:
            given = provider.read_refund(refund.provider_ref or "")
    except ProviderRefused as refusal:
        logger.error("refund %s was refused, %s", refund.pk, refusal.provider_code)
        why = refusal.provider_code
        return _failed(desk, charge, refund, step, refund.provider_ref, why)
    blind.seen(charge)
    if given.state is RefundState.FAILED:
        return _failed(desk, charge, refund, step, given.ref, given.reason or "")
    return store(refund, step, refund_rows.step_of(given), given.ref)


def _let_go(desk: Desk, charge: Charge, refund: Refund, step: Step) -> Step:
    """Let go of what is reserved. What the merchant captured at the provider meanwhile goes back instead."""
    told, why = reserving.let_go(desk, charge, refund.provider_key)
    blind.seen(charge)
    if told.state is ProviderState.CANCELLED:
        reserving.note(desk, charge, told)
        return Step(Refund.objects.get(pk=refund.pk).state)
    step = _failed(desk, charge, refund, step, None, why)
    if told.state is ProviderState.PAID and step is Step.FAILED:
        reserving.note(desk, charge, told)
        with transaction.atomic():
            charge = first_in_line(charge.pk)
            if State(charge.state) is State.REFUNDING:
                write_if_any(desk, charge, left(charge), refund.reason)
    return step


def _found(desk: Desk, provider: Provider, charge: Charge, refund: Refund) -> ProviderRefund | None:
    """Return an old refund of ours that an earlier try has made, for its key may mean nothing any more."""
    if desk.clock() - refund.created_at < _KEY_KEPT:
        return None
    made = provider.refunds_of(view.as_paid(charge))
    return next((one for one in made if one.key == refund.provider_key), None)


def _failed(
    desk: Desk, charge: Charge, refund: Refund, step: Step, ref: str | None, why: str
) -> Step:
    """Let the shop count the money as there again; a kill repeats it."""
    if not tell_shop(desk, charge, refund, ReportKind.REFUND_FAILURE, why):
        return step
    return end_failed(charge, refund, step, ref)


def end_failed(charge: Charge, refund: Refund, step: Step, ref: str | None) -> Step:
    """Move a refund to failed, in one transaction with what the order keeps again if it was the merchant's."""
    with transaction.atomic():
        charge = first_in_line(charge.pk)
        before = Step(Refund.objects.get(pk=refund.pk).state)
        now = store(refund, step, Step.FAILED, ref)
        if before is step and now is Step.FAILED and refund.reason in (AT_PROVIDER, MERCHANT):
            keep_again(charge, refund.amount_minor)
    return now


def report(desk: Desk, charge: Charge, refund: Refund) -> Step:
    """Report a refund that succeeded."""
    if not tell_shop(desk, charge, refund, ReportKind.REFUND_SUCCESS):
        return Step.SUCCEEDED
    return store(refund, Step.SUCCEEDED, Step.REPORTED, refund.provider_ref)


def tell_shop(desk: Desk, charge: Charge, refund: Refund, kind: ReportKind, why: str = "") -> bool:
    """Report an event of a refund under one reference; False when the shop does not take it yet.

    `why`: the provider's word for a failure, or ours.
    """
    try:
        desk.books(charge.channel).report(
            Report(
                transaction_id=charge.transaction_id,
                kind=_AS_RELEASE.get(kind, kind) if refund.is_release else kind,
                amount=refund_rows.amount(refund),
                psp_reference=refund_rows.reference(refund),
                message=_message(refund, kind, why),
                external_url=charge.external_url,
                **may(charge, as_before=kind is ReportKind.REFUND_FAILURE),
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


def _message(refund: Refund, kind: ReportKind, why: str) -> str:
    if refund.is_release:
        return _release_message(refund, kind, why)
    if kind is ReportKind.REFUND_REQUEST:
        return f"AgentPay is about to give this back: {reasons.words(refund.reason)}."
    if kind is ReportKind.REFUND_FAILURE and why == ORDERED:
        return "Not given back: an order came about for this payment."
    if kind is ReportKind.REFUND_FAILURE:
        return f"The payment provider could not give this back: {reasons.refusal(why)}."
    if refund.reason == AT_PROVIDER:
        return "Given back by the merchant at the payment provider."
    return f"Given back by AgentPay: {reasons.words(refund.reason)}."


def _release_message(refund: Refund, kind: ReportKind, why: str) -> str:
    if kind is ReportKind.REFUND_REQUEST:
        return f"AgentPay is about to let go of what is reserved: {reasons.words(refund.reason)}."
    if kind is ReportKind.REFUND_FAILURE and why == ORDERED:
        return "Not let go: an order came about for this payment."
    if kind is ReportKind.REFUND_FAILURE:
        return f"What is reserved could not be let go: {reasons.refusal(why)}."
    return f"Let go, and nothing was taken of it: {reasons.words(refund.reason)}."
