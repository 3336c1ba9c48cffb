"""What is asked of a payment in the shop: money back, by the merchant or by the shop's own release of funds.

A request becomes a row under the request's own name, once; whoever settles the charge carries it out. Of two
that want the same money the first row has it: the charge's row is locked while one is written.
"""

from __future__ import annotations

import logging
from decimal import Decimal

from django.db import transaction

from agentpay_plugin.charges import refunds, schedule
from agentpay_plugin.charges.desk import SETTLE_TASK, Desk
from agentpay_plugin.charges.guard import outside_transactions
from agentpay_plugin.charges.keeping import keep_less
from agentpay_plugin.charges.ports import RefundAsked
from agentpay_plugin.charges.refund_rows import MERCHANT, RELEASED, Step, left, write
from agentpay_plugin.charges.states import State, first_in_line, move
from agentpay_plugin.models import Charge, Refund
from agentpay_plugin.money import Money

logger = logging.getLogger(__name__)

_APP_CLOSED = "AgentPay's app is switched off in the shop. Switch it on and ask again."
_TAKEN_AT_ONCE = "AgentPay takes payments at once: there is nothing to capture or to call off. To give it back, refund it."
_UNKNOWN = "AgentPay knows of no such payment."
_NOT_BOOKED = "This payment is not in the shop's books yet. Ask again in a minute."
_IN_FULL = "There is no order for this payment: it can only go back in full, which is {left}."
_GONE = "All of this payment went back already, or is about to."
_TOO_MUCH = "Only {left} of this payment is left to give back; the rest went back or is about to."
_AMOUNT = "This is no amount that can be given back of a payment in {currency}."


class _RefusedError(Exception):
    """Nothing was written down; the text is for the merchant."""


@outside_transactions
def ask_back(desk: Desk, asked: RefundAsked) -> None:
    """Write down what is asked for, say so in the shop, and wake whoever carries it out.

    What cannot be done is refused in words. The provider is not asked here.
    """
    charge = Charge.objects.filter(transaction_id=asked.transaction_id).last()
    try:
        if not desk.accepts_charges():
            raise _RefusedError(_APP_CLOSED)
        if charge is None:
            raise _RefusedError(_UNKNOWN)
        refund = _written(desk, charge, asked)
    except _RefusedError as refusal:
        logger.warning("request %s is refused: %s", asked.request_id, refusal)
        desk.requests.refuse(asked.request_id, str(refusal), can_refund=_can_refund(charge))
        return
    desk.reached("refund.row_committed")
    if refund.state == Step.REQUESTED:
        refunds.accept(desk, charge, refund)
    desk.wake(SETTLE_TASK, str(charge.pk))


def refuse_other(desk: Desk, transaction_id: str, request_id: str) -> None:
    """Refuse to capture a payment or to call it off: what is taken is taken at once, and whole."""
    charge = Charge.objects.filter(transaction_id=transaction_id).last()
    desk.requests.refuse(request_id, _TAKEN_AT_ONCE, can_refund=_can_refund(charge))


def _can_refund(charge: Charge | None) -> bool:
    return charge is not None and charge.complete_after is not None and left(charge) > 0


def _written(desk: Desk, charge: Charge, asked: RefundAsked) -> Refund:
    with transaction.atomic():
        charge = first_in_line(charge.pk)
        known = Refund.objects.filter(request_id=asked.request_id).first()
        return known or _write(desk, charge, _minor(charge, asked), asked)


def _minor(charge: Charge, asked: RefundAsked) -> int:
    """Return the minor units asked for, which are there. Raises _RefusedError."""
    there = Money(max(left(charge), 0), charge.currency)
    if not there.minor:
        raise _RefusedError(_GONE)
    amount = _money(asked.amount, asked.currency)
    if amount is None or amount.currency != charge.currency or amount.minor <= 0:
        raise _RefusedError(_AMOUNT.format(currency=charge.currency))
    if amount > there:
        raise _RefusedError(_TOO_MUCH.format(left=there))
    return amount.minor


def _money(amount: Decimal, currency: str) -> Money | None:
    try:
        return Money.of(amount, currency)
    except ValueError:
        return None


def _write(desk: Desk, charge: Charge, minor: int, asked: RefundAsked) -> Refund:
    """Write down a refund of a charge that is first in line, in one transaction with its move."""
    state, now = State(charge.state), desk.clock()
    is_booked = charge.complete_after is not None
    match state:
        case State.COMPLETED | State.CONFIRMED:
            refund = write(desk, charge, minor, MERCHANT, asked.request_id)
            keep_less(charge)
            if state is State.CONFIRMED:
                move(charge.pk, state, State.COMPLETED, now, fields={"reason": ""})
            schedule.at_once(charge, now)
        case State.REPORTED | State.HELD if is_booked and asked.has_order:
            refund = write(desk, charge, minor, MERCHANT, asked.request_id)
            schedule.at_once(charge, now)
        case State.REPORTED | State.HELD if is_booked:
            if minor != left(charge):
                words = _IN_FULL.format(left=Money(left(charge), charge.currency))
                raise _RefusedError(words)
            refund = write(desk, charge, minor, RELEASED, asked.request_id)
            move(charge.pk, state, State.REFUNDING, now, fields={"reason": RELEASED})
        case State.REFUNDING | State.REFUNDED:
            raise _RefusedError(_GONE)
        case _:
            raise _RefusedError(_NOT_BOOKED)
    return refund
