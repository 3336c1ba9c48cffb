"""Refunds that the merchant makes at the provider: written down once, and reported as our own are.

A webhook only says that there is something new; the provider is then asked for all refunds of the charge.
Our own are known by their key even before its answer to us was stored, and are left to refunds.py; but
one that is turned down after it was reported is noticed here.
"""

from __future__ import annotations

import logging
from uuid import UUID

from django.db import transaction

from agentpay_plugin.charges import refund_rows, refunds, reserve, view
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.holding import hold, tell_merchant
from agentpay_plugin.charges.keeping import keep_less
from agentpay_plugin.charges.opening import provider_of
from agentpay_plugin.charges.ports import ProviderRefund, ReportKind
from agentpay_plugin.charges.reasons import REFUND_FAILED
from agentpay_plugin.charges.refund_rows import AT_PROVIDER, OVER, Step, is_stuck, left, store
from agentpay_plugin.charges.states import BOOKED, FINAL, State, first_in_line, move
from agentpay_plugin.charges.telling import tell, tell_of_refunds
from agentpay_plugin.errors import ProviderRefused
from agentpay_plugin.lease import leased, prolong
from agentpay_plugin.models import Charge, Refund

logger = logging.getLogger(__name__)


def follow(desk: Desk, charge_id: UUID) -> bool:
    """Carry all refunds of a charge as far as its provider says; False when one must be waited for.

    A charge whose payment is not in the shop's books yet is waited for. Raises Busy, and Retryable when
    the provider or the shop did not answer: what was done until then stands.
    """
    with leased(Charge, charge_id, clock=desk.clock) as owner:
        charge = Charge.objects.get(pk=charge_id)
        if State(charge.state) not in BOOKED:
            return State(charge.state) in FINAL  # nothing was taken
        if reserve.is_reserved(charge):
            return False  # nothing can have gone back yet
        try:
            found = provider_of(desk, charge).refunds_of(view.as_paid(charge))
        except ProviderRefused as refusal:
            logger.warning("charge %s: refunds not told, %s", charge_id, refusal.provider_code)
            return False
        is_over, let_go = True, refund_rows.shown_release(charge, found)
        for given in found:
            if given is let_go:
                continue
            prolong(Charge, charge_id, owner, clock=desk.clock)
            is_over &= _follow(desk, charge, given)
        _end(desk, Charge.objects.get(pk=charge_id))
        tell(desk, charge_id)
        if found:
            tell_of_refunds(desk, charge_id)
    return is_over


def _follow(desk: Desk, charge: Charge, given: ProviderRefund) -> bool:
    refund = _known(charge, given) or _write_down(desk, charge, given)
    step, told = Step(refund.state), refund_rows.step_of(given)
    if refund.reason != AT_PROVIDER and step not in OVER:
        return True  # carried with its charge
    if step is Step.FAILED and refund.provider_ref is None:
        # We were refused, yet it exists: an earlier try of ours was not heard of.
        step = store(refund, step, told, given.ref)
    elif step is Step.PENDING and told is Step.SUCCEEDED:
        step = store(refund, step, told, given.ref)
    if step is Step.SUCCEEDED and _is_in_books(charge):
        step = refunds.report(desk, charge, Refund.objects.get(pk=refund.pk))
        if step is Step.SUCCEEDED:
            return False
    if told is Step.FAILED and step is not Step.FAILED:
        return _turned_down(desk, charge, refund, step, given.reason or "")
    return step is not Step.PENDING


def _known(charge: Charge, given: ProviderRefund) -> Refund | None:
    """Return our row of a refund: by its reference, or by the key under which we asked for it."""
    found = charge.refunds.filter(provider_ref=given.ref).first()
    if found is None and given.key:
        found = charge.refunds.filter(provider_key=given.key).first()
    return found


def _write_down(desk: Desk, charge: Charge, given: ProviderRefund) -> Refund:
    """Write down a refund of the merchant's, and that its order keeps less, in one transaction."""
    step = refund_rows.step_of(given)
    with transaction.atomic():
        charge = first_in_line(charge.pk)
        refund, is_new = Refund.objects.get_or_create(
            provider_ref=given.ref,
            defaults={
                "charge": charge,
                "reason": AT_PROVIDER,
                "amount_minor": given.amount.minor,
                "currency": given.amount.currency,
                "provider_key": given.ref,
                "state": step.value,
                "created_at": desk.clock(),
            },
        )
        if is_new and step is not Step.FAILED:
            keep_less(charge)
    desk.reached("refund.row_committed")
    return refund


def _turned_down(desk: Desk, charge: Charge, refund: Refund, step: Step, why: str) -> bool:
    """Note that a refund has failed; the shop hears of it if it was told of a success."""
    if step is Step.REPORTED:
        failure = ReportKind.REFUND_FAILURE
        if not refunds.tell_shop(desk, charge, refund, failure, why):
            return False
    refunds.end_failed(charge, refund, step, refund.provider_ref)
    return True


def _end(desk: Desk, charge: Charge) -> None:
    """Let a charge that is over say so by whether its money is back with the shopper."""
    match State(charge.state):
        case State.HELD if _is_in_books(charge) and refund_rows.is_back(charge):
            move(charge.pk, State.HELD, State.REFUNDED, desk.clock())
        case State.REFUNDED if left(charge) > 0:
            hold(desk, charge, REFUND_FAILED)
        case State.CONFIRMED:
            same = Charge.objects.filter(pk=charge.pk, state=State.CONFIRMED.value)
            if not is_stuck(charge):
                same.filter(reason=REFUND_FAILED).update(reason="")
            elif same.exclude(reason=REFUND_FAILED).update(reason=REFUND_FAILED):
                tell_merchant(desk, charge, REFUND_FAILED)
        case _:
            pass


def _is_in_books(charge: Charge) -> bool:
    return charge.complete_after is not None
