"""A paid charge in the shop's books: reported, and its checkout turned into the order."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from agentpay_plugin.charges import refunds, schedule, view
from agentpay_plugin.charges.covering import cover
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.holding import hold
from agentpay_plugin.charges.ports import (
    CLOSED_ORDERS,
    NotCompleted,
    Report,
    ReportKind,
    SourceKind,
)
from agentpay_plugin.charges.reporting import report_counted
from agentpay_plugin.charges.states import State, move
from agentpay_plugin.conversation.goods import Order
from agentpay_plugin.errors import ShopRefused
from agentpay_plugin.models import Charge
from agentpay_plugin.settings import OnUncompletable

logger = logging.getLogger(__name__)

# A storefront may pay one checkout by two transactions; the second may still be on its way.
_PARTLY_PAID = "CHECKOUT_NOT_FULLY_PAID"
_CLOSED = NotCompleted("ORDER_CLOSED", "The order was cancelled or has expired.", retryable=False)


def report(desk: Desk, charge: Charge) -> bool:
    """Report the payment, or that it is reserved, under the charge's one reference."""
    now, books, is_reserved = desk.clock(), desk.books(charge.channel), bool(charge.reserve)
    payment = Report(
        transaction_id=charge.transaction_id,
        kind=ReportKind.AUTHORIZATION_SUCCESS if is_reserved else ReportKind.CHARGE_SUCCESS,
        amount=view.amount(charge),
        psp_reference=charge.provider_ref or "",
        external_url=charge.external_url,
        can_refund=not is_reserved,
        can_capture=is_reserved,
    )
    try:
        report_counted(books, payment)
    except ShopRefused as refusal:
        return _unreportable(desk, charge, refusal)
    desk.reached("settle.reported")
    waits = charge.conversation_id is None and charge.source_kind == SourceKind.CHECKOUT
    grace = desk.settings(charge.channel).storefront_grace if waits else 0
    after = now + timedelta(seconds=grace)
    move(charge.pk, State.PAID, State.REPORTED, now, fields={"complete_after": after})
    return True


def complete(desk: Desk, charge: Charge) -> bool:
    """Make the order stand, or end the charge without one."""
    books = desk.books(charge.channel)
    if charge.source_kind == SourceKind.ORDER:
        order = books.order_of_transaction(charge.transaction_id)
        if order and order.status in CLOSED_ORDERS:
            return _uncompletable(desk, charge, _CLOSED)
        return cover(desk, charge, order)
    if charge.conversation_id is None:
        order = books.order_of_transaction(charge.transaction_id)
        if order:
            return cover(desk, charge, order)
        if charge.complete_after and desk.clock() < charge.complete_after:
            schedule.wait(charge, charge.complete_after)
            return False
    outcome = _dearer(desk, charge) or books.complete(charge.source_id)
    desk.reached("settle.completed")
    if isinstance(outcome, Order):
        return cover(desk, charge, outcome)
    return _uncompletable(desk, charge, outcome)


def _dearer(desk: Desk, charge: Charge) -> NotCompleted | None:
    """Return a refusal when a chat's checkout costs more by now: some channels would take that for an order."""
    if charge.conversation_id is None:
        return None
    source = desk.books(charge.channel).source(charge.source_id)
    if source is None or source.due.minor <= 0:
        return None
    return NotCompleted(_PARTLY_PAID, f"{source.due} more is due by now.", retryable=False)


def _uncompletable(desk: Desk, charge: Charge, problem: NotCompleted) -> bool:
    logger.warning("charge %s: checkout not completed, %s", charge.pk, problem.code)
    now = desk.clock()
    if charge.refusals and charge.next_check_at and now < charge.next_check_at:
        return False  # asked early; only a refusal in its time counts
    partly = problem.code == _PARTLY_PAID and charge.conversation_id is None
    if (problem.retryable or partly) and now < _patience(charge):
        schedule.wait(charge, schedule.retry_at(now, charge.tries))
        return False
    if not charge.refusals:
        schedule.refused(charge, now + schedule.SECOND_LOOK)
        return False
    # Somebody else may have completed it in between: an order and a refund must not both come of it.
    books = desk.books(charge.channel)
    order = books.order_of_transaction(charge.transaction_id) if problem is not _CLOSED else None
    if order:
        return cover(desk, charge, order)
    reason = problem.code.lower()[:60]
    if desk.settings(charge.channel).on_uncompletable is OnUncompletable.HOLD:
        hold(desk, charge, reason)
        return False
    return refunds.begin(desk, charge, reason)


def _unreportable(desk: Desk, charge: Charge, refusal: ShopRefused) -> bool:
    """Wait for an app that was switched off; anything else is for a person after a while."""
    logger.error("charge %s: payment not reported, %s", charge.pk, refusal.shop_code)
    now = desk.clock()
    if refusal.shop_code == "APP_INACTIVE" or now < charge.state_since + schedule.GIVE_UP:
        schedule.wait(charge, schedule.retry_at(now, charge.tries))
    else:
        hold(desk, charge, "report_refused")
    return False


def _patience(charge: Charge) -> datetime:
    since = max(charge.state_since, charge.complete_after or charge.state_since)
    return since + schedule.GIVE_UP
