"""What the merchant decides on, looked at now and then: they may have decided in the shop itself."""

from __future__ import annotations

from agentpay_plugin.charges import (
    asking,
    captures,
    refund_rows,
    refunds,
    reserving,
    schedule,
)
from agentpay_plugin.charges.covering import cover
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.opening import provider_of
from agentpay_plugin.charges.ports import SourceKind
from agentpay_plugin.charges.reserve import Reserve
from agentpay_plugin.charges.states import State, move
from agentpay_plugin.charges.view import UNREADABLE
from agentpay_plugin.errors import ProviderRefused
from agentpay_plugin.models import Charge


def revisit(desk: Desk, charge: Charge) -> bool:
    """Let a held charge go on if it can; True when it moved. Not before its time: nothing is urgent."""
    now = desk.clock()
    if charge.next_check_at and now < charge.next_check_at:
        return False
    schedule.wait(charge, now + schedule.HELD_EVERY)
    if refund_rows.unfinished(charge).filter(reason=refund_rows.MERCHANT).exists():
        return _give_back(desk, charge)
    if charge.reason in UNREADABLE:
        return _ask(desk, charge)
    if charge.reserve == Reserve.STANDS and reserving.look(desk, charge):
        return _end_reserve(desk, charge)
    return _find_order(desk, charge)


def _end_reserve(desk: Desk, charge: Charge) -> bool:
    """What was reserved was captured or let go at the provider: the shop is told, and nothing is held that is gone."""
    is_told = captures.carry(desk, charge) and refunds.carry(desk, charge)
    schedule.wait(charge, desk.clock() + schedule.HELD_EVERY)
    if not is_told or not refund_rows.is_back(charge):
        return False
    return move(charge.pk, State.HELD, State.REFUNDED, desk.clock())


def _give_back(desk: Desk, charge: Charge) -> bool:
    """Carry what the merchant asked for; a charge that is back with the shopper is held no longer."""
    if not refunds.carry(desk, charge) or not refund_rows.is_back(charge):
        return False
    return move(charge.pk, State.HELD, State.REFUNDED, desk.clock())


def _ask(desk: Desk, charge: Charge) -> bool:
    """Ask the provider that could not be asked, and go on where it was left."""
    try:
        told = provider_of(desk, charge).read(charge.provider_ref or "")
    except ProviderRefused:
        return False
    waiting = refund_rows.unfinished(charge).first()
    if waiting:
        fields = {"reason": waiting.reason}
        return move(charge.pk, State.HELD, State.REFUNDING, desk.clock(), fields=fields)
    if charge.complete_after is None:
        return asking.take(desk, charge, told)
    return _find_order(desk, charge)


def _find_order(desk: Desk, charge: Charge) -> bool:
    """An order came about after all, by the merchant's hand perhaps: the money stays with it."""
    if charge.complete_after is None or charge.source_kind == SourceKind.ORDER:
        return False
    if refund_rows.own(charge).filter(reason=refund_rows.ALREADY_PAID).exists():
        return False  # its order stands, and wants none of it
    order = desk.books(charge.channel).order_of_transaction(charge.transaction_id)
    if order is None or not move(charge.pk, State.HELD, State.REPORTED, desk.clock()):
        return False
    return cover(desk, Charge.objects.get(pk=charge.pk), order)
