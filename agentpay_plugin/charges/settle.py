"""Carrying a charge forward, step by step, from whatever state it was left in, until it must wait.

Each step asks one outside party, then moves the charge by compare-and-swap: killed anywhere, the next
run does the same step again, and every outside party knows it by the same key.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from agentpay_plugin.charges import (
    asking,
    blind,
    booking,
    captures,
    fence,
    held,
    opening,
    refund_rows,
    refunds,
    reserve,
    reserving,
    schedule,
)
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.guard import outside_transactions
from agentpay_plugin.charges.holding import tell_merchant
from agentpay_plugin.charges.ports import CLOSED_ORDERS
from agentpay_plugin.charges.reasons import REFUND_FAILED, SHORT
from agentpay_plugin.charges.refund_rows import LAPSED
from agentpay_plugin.charges.reserve import Reserve
from agentpay_plugin.charges.states import UNPAID, State, first_in_line, move
from agentpay_plugin.charges.telling import tell, tell_of_refunds
from agentpay_plugin.errors import NoProvider, NotFound, ProviderLocked
from agentpay_plugin.lease import leased, prolong
from agentpay_plugin.models import Charge

# The order stands, and a part of it or all is to be paid yet.
_UNPAID_ORDER = (LAPSED, SHORT)


@outside_transactions
def settle(desk: Desk, charge_id: UUID, heard_of: str = "") -> None:
    """Carry a charge as far as it can go now, and tell whoever listens.

    `heard_of`: what a webhook calls it at its provider, which may be news to us. Raises NotFound, Busy (another worker has it), and Retryable when a step failed: the charge is then
    due again by itself.
    """
    if not Charge.objects.filter(pk=charge_id).exists():
        raise NotFound(f"no charge {charge_id}")
    with leased(Charge, charge_id, clock=desk.clock) as owner:
        if heard_of:
            asking.find(desk, Charge.objects.get(pk=charge_id), heard_of)
        carry(desk, charge_id, owner)


def carry(desk: Desk, charge_id: UUID, owner: str) -> None:
    """Do what `settle` does, under a lease that is held by `owner` already."""
    try:
        while _step(desk, Charge.objects.get(pk=charge_id)):
            prolong(Charge, charge_id, owner, clock=desk.clock)
    except (NoProvider, ProviderLocked) as problem:
        is_over = blind.note(desk, charge_id, problem)
        if not is_over:
            postpone(desk, charge_id, has_looked=True)
        tell(desk, charge_id)
        if not is_over:
            raise
    except Exception:
        # Whatever it was, a defect too: the charge must be due again. Passed on to whoever called.
        postpone(desk, charge_id)
        tell(desk, charge_id)
        raise
    else:
        tell(desk, charge_id)


def postpone(desk: Desk, charge_id: UUID, *, has_looked: bool = False) -> None:
    """Try a charge again later, ever more seldom.

    One that ended unpaid is looked at a few times only: a provider that does not answer was not looked at, unless
    `has_looked` says that asking it is in vain.
    """
    charge = Charge.objects.get(pk=charge_id)
    now = desk.clock()
    if State(charge.state) is State.HELD:
        schedule.wait(charge, now + schedule.HELD_EVERY)
    elif State(charge.state) is State.RESERVED:
        schedule.wait(charge, schedule.reserved_at(now, 0))
    elif State(charge.state) in UNPAID and has_looked:
        schedule.look_late(charge, now)
    elif State(charge.state) in UNPAID:
        schedule.look_once_more(charge, now)
    elif charge.next_check_at is not None:
        schedule.wait(charge, schedule.retry_at(now, charge.tries))


def _step(desk: Desk, charge: Charge) -> bool:
    step = _STEPS.get(State(charge.state))
    return step(desk, charge) if step else False


def _drop(desk: Desk, charge: Charge) -> bool:
    """Drop a plan that nobody carried out: the shopper never heard of it."""
    if desk.clock() - charge.state_since >= schedule.PLAN_LIFETIME:
        told = {"reason": "abandoned", "told_state": State.CANCELLED.value}
        move(charge.pk, State.PLANNED, State.CANCELLED, desk.clock(), fields=told)
    return False


def _adopt(desk: Desk, charge: Charge) -> bool:
    """Finish the opening of a charge whose worker died: nobody was told that it failed."""
    opening.ask(desk, charge, quiet=False)
    return False


def _close_unheard(desk: Desk, charge: Charge) -> bool:
    """Find out what exists of a charge that the shopper was told to try again, and close that.

    Not before its time: the shopper may take it over by trying again.
    """
    if charge.next_check_at and desk.clock() < charge.next_check_at:
        return False
    opening.learn(desk, charge)
    charge = Charge.objects.get(pk=charge.pk)
    if State(charge.state) is not State.OPEN:
        return False
    told = opening.provider_of(desk, charge).close(charge.provider_ref or "")
    paid = asking.take(desk, charge, told, by_us=True)
    if not paid:
        closed = Charge.objects.filter(pk=charge.pk, state=State.CANCELLED.value)
        closed.update(told_state=State.CANCELLED.value)
    return paid


def _look_again(desk: Desk, charge: Charge) -> bool:
    """Ask about a charge that is over, for it may have been paid at the last moment."""
    if charge.provider_ref and asking.ask(desk, charge):
        return True
    schedule.look_late(charge, desk.clock())
    return False


def _finish(desk: Desk, charge: Charge) -> bool:
    """The order stands: tell, give back what was too much or is asked for, and be done."""
    tell(desk, charge.pk)
    is_over = captures.carry(desk, charge) and refunds.carry(desk, charge)
    by_merchant = refund_rows.own(charge).filter(reason=refund_rows.MERCHANT).exists()
    if by_merchant or Charge.objects.filter(pk=charge.pk, reserve=Reserve.OVER.value).exists():
        tell_of_refunds(desk, charge.pk)
    if not is_over:
        return False
    desk.reached("settle.confirmed")
    return _confirm(desk, charge)


def _confirm(desk: Desk, charge: Charge) -> bool:
    """Be done with a charge; True when the merchant has asked for more of it back meanwhile, or it is to be looked at."""
    with transaction.atomic():
        charge = first_in_line(charge.pk)
        if refund_rows.unfinished(charge).exists() or reserve.unfinished(charge).exists():
            return True
        target = State.RESERVED if charge.reserve == Reserve.STANDS else State.CONFIRMED
        reason = _left_over(charge)
        fields = {"told_state": target.value, "reason": reason}
        moved = move(charge.pk, State.COMPLETED, target, desk.clock(), fields=fields)
        if reason in _UNPAID_ORDER:
            schedule.at_once(Charge.objects.get(pk=charge.pk), desk.clock() + schedule.LAPSED_EVERY)
    if moved and reason:
        tell_merchant(desk, charge, reason)
    # Of a reservation that was captured or let go before its order stood no webhook comes any more.
    return moved and target is State.RESERVED


def _left_over(charge: Charge) -> str:
    """Return why a person must still look at a charge that is done with, or nothing."""
    if refund_rows.is_stuck(charge):
        return REFUND_FAILED
    if charge.refunds.filter(reason=LAPSED).exists():
        return LAPSED
    is_whole = (
        refund_rows.left(charge) == charge.amount_minor
    )  # else the merchant has begun to give it back
    return SHORT if charge.reason == SHORT and is_whole else ""


def _unpaid_order(desk: Desk, charge: Charge) -> bool:
    """Take an order that is not paid in full off the merchant's list, once it wants no money or long after."""
    now = desk.clock()
    if charge.reason not in _UNPAID_ORDER or (charge.next_check_at and now < charge.next_check_at):
        return False
    books = desk.books(charge.channel)
    order, charged = (
        books.order_of_transaction(charge.transaction_id),
        books.charged(charge.order_id),
    )
    is_paid = order is not None and charged is not None and charged.total >= order.total
    if order is None or order.status in CLOSED_ORDERS or is_paid or _is_long_ago(charge, now):
        same = Charge.objects.filter(pk=charge.pk, state=charge.state, reason=charge.reason)
        same.update(reason="", next_check_at=None)
    else:
        schedule.wait(charge, now + schedule.LAPSED_EVERY)
    return False


def _is_long_ago(charge: Charge, now: datetime) -> bool:
    return now - charge.state_since > schedule.LAPSED_FOR


def _give_back(desk: Desk, charge: Charge) -> bool:
    if not captures.carry(desk, charge):
        return False
    if not fence.announce(desk, charge):
        schedule.wait(charge, schedule.retry_at(desk.clock(), charge.tries))
        return False
    return fence.drop_if_ordered(desk, charge) or refunds.give_back(desk, charge)


_STEPS: dict[State, Callable[[Desk, Charge], bool]] = {
    State.PLANNED: _drop,
    State.OPENING: _adopt,
    State.UNKNOWN: _close_unheard,
    State.OPEN: asking.ask,
    State.PROCESSING: asking.ask,
    State.EXPIRED: _look_again,
    State.CANCELLED: _look_again,
    State.PAID: booking.report,
    State.REPORTED: booking.complete,
    State.COMPLETED: _finish,
    State.RESERVED: reserving.watch,
    State.CONFIRMED: _unpaid_order,
    State.REFUNDING: _give_back,
    State.HELD: held.revisit,
}
