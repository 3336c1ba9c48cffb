"""What is asked of a payment in the shop becomes a row under the request's own name, once, or is refused in words.

Of two requests that want the same money the first row has it: the charge's row is locked while one is written.
The provider is not asked here; whoever settles the charge does that.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.db import transaction

from agentpay_plugin.charges import captures, refunds
from agentpay_plugin.charges.desk import SETTLE_TASK, Desk
from agentpay_plugin.charges.may import NOTHING, May, may
from agentpay_plugin.charges.ports import Asked
from agentpay_plugin.charges.refund_rows import Step
from agentpay_plugin.charges.reserve import Taking
from agentpay_plugin.charges.states import first_in_line
from agentpay_plugin.models import Capture, Charge, Refund
from agentpay_plugin.money import Money

logger = logging.getLogger(__name__)

Row = Refund | Capture

APP_CLOSED = "AgentPay's app is switched off in the shop. Switch it on and ask again."
UNKNOWN = "AgentPay knows of no such payment."
NOT_BOOKED = "This payment is not in the shop's books yet. Ask again in a minute."


class RefusedError(Exception):
    """Nothing was written down; the text is for the merchant."""


def answer(desk: Desk, asked: Asked, write: Callable[[Desk, Charge, Asked], Row]) -> None:
    """Write down what is asked for, say so in the shop, and wake whoever carries it out.

    `write` is called with the charge first in line, in a transaction, unless the request is known. What cannot be
    done it refuses by RefusedError.
    """
    charge = Charge.objects.filter(transaction_id=asked.transaction_id).last()
    try:
        if not desk.accepts_charges():
            raise RefusedError(APP_CLOSED)
        if charge is None:
            raise RefusedError(UNKNOWN)
        row = _written(desk, charge, asked, write)
    except RefusedError as refusal:
        logger.warning("request %s is refused: %s", asked.request_id, refusal)
        desk.requests.refuse(asked.request_id, str(refusal), **may_now(charge))
        return
    if isinstance(row, Refund):
        desk.reached("refund.row_committed")
        if row.state == Step.REQUESTED:
            refunds.accept(desk, charge, row)
    else:
        desk.reached("capture.row_committed")
        if row.state == Taking.REQUESTED:
            captures.accept(desk, charge, row)
    desk.wake(SETTLE_TASK, str(charge.pk))


def amount_of(asked: Asked) -> Money | None:
    """Return what is asked for; None when it is no amount of its currency."""
    try:
        return Money.of(asked.amount, asked.currency)
    except ValueError:
        return None


def may_now(charge: Charge | None) -> May:
    """Return what may be asked for of a charge, if it is in the shop's books."""
    return may(charge) if charge is not None and charge.complete_after is not None else NOTHING


def _written(
    desk: Desk, charge: Charge, asked: Asked, write: Callable[[Desk, Charge, Asked], Row]
) -> Row:
    with transaction.atomic():
        charge = first_in_line(charge.pk)
        refund = Refund.objects.filter(request_id=asked.request_id).first()
        capture = Capture.objects.filter(request_id=asked.request_id).first()
        return refund or capture or write(desk, charge, asked)
