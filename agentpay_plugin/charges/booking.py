"""A paid charge in the shop's books: reported, and its checkout turned into the order."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from agentpay_plugin.charges import refunds, schedule, view
from agentpay_plugin.charges.covering import cover
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.ports import NotCompleted, Report, ReportKind, SourceKind
from agentpay_plugin.charges.states import State, move
from agentpay_plugin.conversation.goods import Order
from agentpay_plugin.errors import ShopRefused
from agentpay_plugin.models import Charge
from agentpay_plugin.settings import OnUncompletable

logger = logging.getLogger(__name__)

# A storefront may pay one checkout by two transactions; the second may still be on its way.
_PARTLY_PAID = "CHECKOUT_NOT_FULLY_PAID"


def report(desk: Desk, charge: Charge) -> bool:
    """Report the payment under the charge's one reference."""
    now = desk.clock()
    try:
        desk.books(charge.channel).report(
            Report(
                transaction_id=charge.transaction_id,
                kind=ReportKind.CHARGE_SUCCESS,
                amount=view.amount(charge),
                psp_reference=charge.provider_ref or "",
                external_url=charge.external_url,
            )
        )
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
        return cover(desk, charge, books.order_of_transaction(charge.transaction_id))
    if charge.conversation_id is None:
        order = books.order_of_transaction(charge.transaction_id)
        if order:
            return cover(desk, charge, order)
        if charge.complete_after and desk.clock() < charge.complete_after:
            schedule.wait(charge, charge.complete_after)
            return False
    outcome = books.complete(charge.source_id)
    desk.reached("settle.completed")
    if isinstance(outcome, Order):
        return cover(desk, charge, outcome)
    return _uncompletable(desk, charge, outcome)


def _uncompletable(desk: Desk, charge: Charge, problem: NotCompleted) -> bool:
    logger.warning("charge %s: checkout not completed, %s", charge.pk, problem.code)
    now = desk.clock()
    partly = problem.code == _PARTLY_PAID and charge.conversation_id is None
    if (problem.retryable or partly) and now < _patience(charge):
        schedule.wait(charge, schedule.retry_at(now, charge.tries))
        return False
    # Somebody else may have completed it in between: an order and a refund must not both come of it.
    order = desk.books(charge.channel).order_of_transaction(charge.transaction_id)
    if order:
        return cover(desk, charge, order)
    reason = problem.code.lower()[:60]
    if desk.settings(charge.channel).on_uncompletable is OnUncompletable.HOLD:
        move(charge.pk, State.REPORTED, State.HELD, now, fields={"reason": reason})
        return False
    return refunds.begin(desk, charge, reason)


def _unreportable(desk: Desk, charge: Charge, refusal: ShopRefused) -> bool:
    """Wait for an app that was switched off; anything else is for a person after a while."""
    logger.error("charge %s: payment not reported, %s", charge.pk, refusal.shop_code)
    now = desk.clock()
    if refusal.shop_code == "APP_INACTIVE" or now < charge.state_since + schedule.GIVE_UP:
        schedule.wait(charge, schedule.retry_at(now, charge.tries))
    else:
        move(charge.pk, State.PAID, State.HELD, now, fields={"reason": "report_refused"})
    return False


def _patience(charge: Charge) -> datetime:
    since = max(charge.state_since, charge.complete_after or charge.state_since)
    return since + schedule.GIVE_UP
