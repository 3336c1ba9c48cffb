"""One payment ends as an order or as a refund, never as both.

A refund of a payment that has no order is announced to the shop first. The shop then counts the money as
gone and completes no checkout with it; only when no order came about until then, the provider is asked.
"""

from __future__ import annotations

from django.db import transaction

from agentpay_plugin.charges import refund_rows, refunds
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.ports import ReportKind, SourceKind
from agentpay_plugin.charges.refund_rows import ALREADY_PAID, MERCHANT, Step
from agentpay_plugin.charges.states import State, move
from agentpay_plugin.models import Charge, Refund


def announce(desk: Desk, charge: Charge) -> bool:
    """Announce what is about to go back; False when the shop does not take note of it yet."""
    for refund in _announced(charge):
        if refund.request_id:
            refunds.accept(desk, charge, refund)  # the shop's own request announces it
        elif not refunds.tell_shop(desk, charge, refund, ReportKind.REFUND_REQUEST):
            return False
    return True


def drop_if_ordered(desk: Desk, charge: Charge) -> bool:
    """Drop the refunds that nobody has been asked for when an order stands; True when it does.

    The charge is then as it was before them, and its order is next.
    """
    found = _announced(charge)
    books = desk.books(charge.channel)
    if not found or books.order_of_transaction(charge.transaction_id) is None:
        return False
    for refund in found:
        refunds.tell_shop(desk, charge, refund, ReportKind.REFUND_FAILURE, refunds.ORDERED)
    with transaction.atomic():
        fields = {"reason": ""}
        if move(charge.pk, State.REFUNDING, State.REPORTED, desk.clock(), fields=fields):
            for refund in found:
                refund_rows.store(refund, Step.REQUESTED, Step.DROPPED, None)
    return True


def _announced(charge: Charge) -> list[Refund]:
    """Return the refunds that nobody has been asked for, of a payment whose order does not stand."""
    if charge.source_kind == SourceKind.ORDER:
        return []
    waiting = refund_rows.own(charge).filter(state=Step.REQUESTED.value)
    return list(waiting.exclude(reason__in=(ALREADY_PAID, MERCHANT)))
