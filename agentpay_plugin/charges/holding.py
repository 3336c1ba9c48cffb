"""Handing a charge to a person of the merchant's: named in the row, in the log, and on Saleor's transaction."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from agentpay_plugin.charges import reasons, schedule, view
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.ports import Report, ReportKind
from agentpay_plugin.charges.states import State, move
from agentpay_plugin.errors import ShopRefused, ShopUnavailable
from agentpay_plugin.models import Charge

logger = logging.getLogger(__name__)


def hold(
    desk: Desk, charge: Charge, reason: str, fields: Mapping[str, object] | None = None
) -> bool:
    """Move a charge to held, and say so once; False when it is no longer in its state."""
    now, origin = desk.clock(), State(charge.state)
    due = now + schedule.HELD_EVERY
    values = {**(fields or {}), "reason": reason}
    if not move(charge.pk, origin, State.HELD, now, due=due, fields=values):
        return False
    tell_merchant(desk, charge, reason)
    return True


def tell_merchant(desk: Desk, charge: Charge, reason: str) -> None:
    """Tell the log, and whoever looks at the payment in the shop; the row itself is the list that counts."""
    logger.error("charge %s waits for the merchant: %s", charge.pk, reason)
    if not charge.transaction_id:
        return
    note = Report(
        transaction_id=charge.transaction_id,
        kind=ReportKind.INFO,
        amount=view.amount(charge),
        psp_reference=charge.provider_ref or "",
        message=f"AgentPay leaves this payment to you: {reasons.words(reason)}.",
    )
    try:
        desk.books(charge.channel).report(note)
    except (ShopRefused, ShopUnavailable) as problem:
        logger.warning("charge %s: not told in the shop, %s", charge.pk, problem.code)
