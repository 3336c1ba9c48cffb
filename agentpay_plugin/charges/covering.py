"""An order stands: what of a charge's money it keeps, and what is too much and given back.

Two charges of one order meet at its PaidOrder row, changed by compare-and-swap in the same short
transaction as the charge: whoever comes second sees what the first one left to pay. What the merchant
gives back is kept no longer, and changed under the same two rows (keeping.py): a later payment of the order
may take its place, but none that was begun for the checkout before there was an order.
"""

from __future__ import annotations

from django.db import transaction

from agentpay_plugin.charges import reserve
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.ports import Charged, SourceKind
from agentpay_plugin.charges.reasons import SHORT
from agentpay_plugin.charges.refund_rows import ALREADY_PAID, left, write_if_any
from agentpay_plugin.charges.states import State, first_in_line, move
from agentpay_plugin.conversation.goods import Order
from agentpay_plugin.errors import Busy
from agentpay_plugin.models import Charge, PaidOrder

OVERPAID = "overpaid"


class _RacedError(Exception):
    """The row was changed between reading and writing; undoes the transaction."""


def cover(desk: Desk, charge: Charge, order: Order | None) -> bool:
    """Move a reported charge to completed, or to refunding when nothing of it is needed any more.

    `order` None: an order that the shop does not tell of; it keeps everything.
    Raises Busy when other charges of the order are quicker all the time.
    """
    order_id = order.id if order else charge.source_id
    charged = desk.books(charge.channel).charged(order.id) if order else None
    elsewhere = _by_others(charged) if charged else 0
    reason = SHORT if order and charged and _is_short(charge, order, charged) else ""
    PaidOrder.objects.get_or_create(order_id=order_id, defaults={"currency": charge.currency})
    for _ in range(10):
        try:
            with transaction.atomic():
                _cover(desk, charge, order, order_id, elsewhere, reason)
        except _RacedError:
            if Charge.objects.filter(pk=charge.pk, state=State.REPORTED.value).exists():
                continue
        return True
    raise Busy(f"order {order_id} is being paid by others")


def _by_others(charged: Charged) -> int:
    """Return what others than our charges have taken for an order, in minor units."""
    ours = Charge.objects.filter(transaction_id__in=list(charged.by_transaction))
    known = set(ours.values_list("transaction_id", flat=True))
    by_us = sum(taken.minor for name, taken in charged.by_transaction.items() if name in known)
    return max(charged.total.minor - by_us, 0)


def _is_short(charge: Charge, order: Order, charged: Charged) -> bool:
    """Say whether a chat's order costs more than was paid: a gift card was spent elsewhere while it was made.

    A chat pays all that is due. A storefront may pay in parts, of which some are only reserved or still to come.
    """
    is_whole = left(charge) == charge.amount_minor and not reserve.is_reserved(charge)
    of_chat = charge.conversation_id is not None
    return of_chat and is_whole and charged.total < order.total


def _cover(
    desk: Desk, charge: Charge, order: Order | None, order_id: str, elsewhere: int, reason: str
) -> None:
    first_in_line(charge.pk)
    paid = PaidOrder.objects.get(pk=order_id)
    before, there = paid.kept_minor, left(charge)
    missing = order.total.minor - before - elsewhere if order else there
    if order and charge.source_kind == SourceKind.CHECKOUT:
        missing -= paid.gone_minor
    wanted = max(missing, 0)
    kept = min(there, wanted)
    same = PaidOrder.objects.filter(pk=order_id, kept_minor=before)
    if not same.update(kept_minor=before + kept):
        raise _RacedError
    is_spare = there > 0 and not kept and not _is_first_of_free(charge, order)
    if not _move(desk, charge, kept, order_id, is_spare, reason):
        raise _RacedError
    if is_spare or not reserve.is_reserved(charge):  # of what is reserved less can be captured
        write_if_any(desk, charge, there - kept, ALREADY_PAID if is_spare else OVERPAID)


def _is_first_of_free(charge: Charge, order: Order | None) -> bool:
    """Say whether an order that costs nothing by now was paid for by this charge alone: it is this charge's."""
    if order is None or order.total:
        return False
    return not Charge.objects.filter(order_id=order.id).exclude(pk=charge.pk).exists()


def _move(
    desk: Desk, charge: Charge, kept: int, order_id: str, is_spare: bool, reason: str
) -> bool:
    now = desk.clock()
    if is_spare:
        fields: dict[str, object] = {"reason": ALREADY_PAID}
        return move(charge.pk, State.REPORTED, State.REFUNDING, now, fields=fields)
    fields = {"kept_minor": kept, "order_id": order_id, "reason": reason}
    return move(charge.pk, State.REPORTED, State.COMPLETED, now, fields=fields)
