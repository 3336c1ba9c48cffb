"""Money that is asked back in the shop, by the merchant or by the shop's own release of funds."""

from __future__ import annotations

from agentpay_plugin.charges import schedule
from agentpay_plugin.charges.asked import NOT_BOOKED, RefusedError, amount_of, answer
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.guard import outside_transactions
from agentpay_plugin.charges.keeping import keep_less
from agentpay_plugin.charges.ports import Asked
from agentpay_plugin.charges.refund_rows import MERCHANT, RELEASED, left, write
from agentpay_plugin.charges.reserve import Reserve
from agentpay_plugin.charges.states import State, move
from agentpay_plugin.models import Charge, Refund
from agentpay_plugin.money import Money

_ONLY_RESERVED = (
    "This payment is only reserved: nothing was taken that could go back. Cancel it instead."
)
_IN_FULL = "There is no order for this payment: it can only go back in full, which is {left}."
_GONE = "All of this payment went back already, or is about to."
_TOO_MUCH = "Only {left} of this payment is left to give back; the rest went back or is about to."
_AMOUNT = "This is no amount that can be given back of a payment in {currency}."


@outside_transactions
def ask_back(desk: Desk, asked: Asked) -> None:
    """Take on, or refuse in words, what is asked back."""
    answer(desk, asked, _write)


def _minor(charge: Charge, asked: Asked) -> int:
    """Return the minor units asked for, which are there. Raises RefusedError."""
    if charge.reserve in (Reserve.ASKED, Reserve.STANDS):
        raise RefusedError(_ONLY_RESERVED)
    there = Money(max(left(charge), 0), charge.currency)
    if not there.minor:
        raise RefusedError(_GONE)
    amount = amount_of(asked)
    if amount is None or amount.currency != charge.currency or amount.minor <= 0:
        raise RefusedError(_AMOUNT.format(currency=charge.currency))
    if amount > there:
        raise RefusedError(_TOO_MUCH.format(left=there))
    return amount.minor


def _write(desk: Desk, charge: Charge, asked: Asked) -> Refund:
    """Write down a refund of a charge that is first in line, in one transaction with its move."""
    minor = _minor(charge, asked)
    state = State(charge.state)
    is_booked = charge.complete_after is not None
    match state:
        case State.COMPLETED | State.CONFIRMED:
            return write_for_order(desk, charge, minor, asked.request_id)
        case State.REPORTED | State.HELD if is_booked and asked.has_order:
            refund = write(desk, charge, minor, MERCHANT, asked.request_id)
            schedule.at_once(charge, desk.clock())
            return refund
        case State.REPORTED | State.HELD if is_booked:
            if minor != left(charge):
                raise RefusedError(_IN_FULL.format(left=Money(left(charge), charge.currency)))
            return write_without_order(desk, charge, minor, asked.request_id)
        case State.REFUNDING | State.REFUNDED:
            raise RefusedError(_GONE)
        case _:
            raise RefusedError(NOT_BOOKED)


def write_for_order(desk: Desk, charge: Charge, minor: int, request_id: str) -> Refund:
    """Write down that an order keeps less, for the merchant wants it so; a charge that was done with goes on."""
    state, now = State(charge.state), desk.clock()
    refund = write(desk, charge, minor, MERCHANT, request_id)
    keep_less(charge)
    if state is not State.COMPLETED:
        move(charge.pk, state, State.COMPLETED, now, fields={"reason": ""})
    schedule.at_once(charge, now)
    return refund


def write_without_order(desk: Desk, charge: Charge, minor: int, request_id: str) -> Refund:
    """Write down that all of a payment without an order goes back, through the fence."""
    refund = write(desk, charge, minor, RELEASED, request_id)
    fields = {"reason": RELEASED}
    move(charge.pk, State(charge.state), State.REFUNDING, desk.clock(), fields=fields)
    return refund
