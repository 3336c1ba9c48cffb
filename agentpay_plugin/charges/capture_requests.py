"""What the merchant wants done about money that is reserved: to capture it, whole or in part, or to let go of it."""

from __future__ import annotations

import logging

from agentpay_plugin.charges import captures, refund_rows, reserve, schedule
from agentpay_plugin.charges.asked import NOT_BOOKED, RefusedError, amount_of, answer
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.guard import outside_transactions
from agentpay_plugin.charges.ports import Asked
from agentpay_plugin.charges.refund_requests import write_for_order, write_without_order
from agentpay_plugin.charges.refund_rows import MERCHANT, left
from agentpay_plugin.charges.reserve import Reserve
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.charges.states import State, move
from agentpay_plugin.errors import AgentPayError
from agentpay_plugin.models import Capture, Charge, Refund
from agentpay_plugin.money import Money

logger = logging.getLogger(__name__)

_TAKEN_AT_ONCE = "AgentPay took this payment at once: there is nothing to capture or to call off. To give it back, refund it."
_OVER = "This payment was captured or called off already."
_BEING_CAPTURED = "This payment is being captured at this moment."
_BEING_LET_GO = "This payment is being called off at this moment."
_NO_ORDER = (
    "There is no order for this payment yet: nothing can be captured. Ask again in a minute."
)
_NOT_NOTED = "AgentPay is still noting the order of this payment. Ask again in a minute."
_TOO_MUCH = "No more than {left} can be captured: that is what the order keeps of what is reserved."
_AMOUNT = "This is no amount that can be captured of a payment in {currency}."
_IN_FULL = "What is reserved can only be called off whole, which is {left}. To take a part, capture that: the rest is let go."


@outside_transactions
def ask_capture(desk: Desk, asked: Asked) -> None:
    """Take on, or refuse in words, that money which is reserved is taken. The rest of it is let go with that."""
    if asked.has_order:
        _note_order(desk, asked)
    answer(desk, asked, _write_capture)


@outside_transactions
def ask_release(desk: Desk, asked: Asked) -> None:
    """Take on, or refuse in words, that money which is reserved is let go."""
    answer(desk, asked, _write_release)


def _note_order(desk: Desk, asked: Asked) -> None:
    """Carry a charge on whose order somebody else made: left alone, it would look for one when its grace is over."""
    orderless = (State.REPORTED.value, State.HELD.value)
    of_it = Charge.objects.filter(transaction_id=asked.transaction_id, complete_after__isnull=False)
    charge = of_it.filter(state__in=orderless).last()
    if charge is None:
        return
    if charge.state == State.HELD:  # which is not looked at before its time
        schedule.at_once(charge, desk.clock())
    try:
        settle(desk, charge.pk)
    except AgentPayError as problem:
        logger.info("charge %s: its order is not noted yet, %s", charge.pk, problem.code)
    except Exception:  # a door: what was asked must be answered whatever happens
        logger.exception("charge %s: its order could not be noted", charge.pk)


def _write_capture(desk: Desk, charge: Charge, asked: Asked) -> Capture:
    _check_free(charge)
    state, now = State(charge.state), desk.clock()
    if state not in (State.COMPLETED, State.RESERVED):
        if state in (State.REPORTED, State.HELD):
            raise RefusedError(_NOT_NOTED if asked.has_order else _NO_ORDER)
        raise RefusedError(NOT_BOOKED)
    most = Money(min(left(charge), charge.kept_minor), charge.currency)
    amount = amount_of(asked)
    if amount is None or amount.currency != charge.currency or amount.minor <= 0:
        raise RefusedError(_AMOUNT.format(currency=charge.currency))
    if amount > most:
        raise RefusedError(_TOO_MUCH.format(left=most))
    capture = captures.write(desk, charge, amount.minor, asked.request_id)
    if state is State.RESERVED:
        move(charge.pk, state, State.COMPLETED, now)
    schedule.at_once(charge, now)
    return capture


def _write_release(desk: Desk, charge: Charge, asked: Asked) -> Refund:
    _check_free(charge)
    there = Money(left(charge), charge.currency)
    if amount_of(asked) != there:
        raise RefusedError(_IN_FULL.format(left=there))
    is_booked = charge.complete_after is not None
    match State(charge.state):
        case State.COMPLETED | State.RESERVED:
            return write_for_order(desk, charge, there.minor, asked.request_id)
        case State.REPORTED | State.HELD if is_booked and asked.has_order:
            release = refund_rows.write(desk, charge, there.minor, MERCHANT, asked.request_id)
            schedule.at_once(charge, desk.clock())
            return release
        case State.REPORTED | State.HELD if is_booked:
            return write_without_order(desk, charge, there.minor, asked.request_id)
        case _:
            raise RefusedError(NOT_BOOKED)


def _check_free(charge: Charge) -> None:
    """Raise RefusedError unless the money is reserved, and nobody is about to take it or to let go of it."""
    match Reserve(charge.reserve):
        case Reserve.NONE:
            raise RefusedError(_TAKEN_AT_ONCE)
        case Reserve.ASKED:
            raise RefusedError(NOT_BOOKED)
        case Reserve.OVER:
            raise RefusedError(_OVER)
        case Reserve.STANDS:
            if reserve.unfinished(charge).exists():
                raise RefusedError(_BEING_CAPTURED)
            if left(charge) <= 0:
                raise RefusedError(_BEING_LET_GO)
