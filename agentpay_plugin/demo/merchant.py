"""What the demo's merchant sees: how far chats get, who asks for a person, orders and payments; and what they do."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from agentpay_plugin.charges.refund_rows import left
from agentpay_plugin.charges.states import ORDERED
from agentpay_plugin.chat import handovers, reports
from agentpay_plugin.chat.desk import Caller
from agentpay_plugin.demo import clock, wiring
from agentpay_plugin.demo.channels import CHANNELS
from agentpay_plugin.language.say import money_text
from agentpay_plugin.models import Charge
from agentpay_plugin.money import Money

DAYS = 7
MOST = 20
_ORDERED = tuple(ORDERED)


def overview() -> dict[str, Any]:
    """Return what the page shows."""
    now = clock.now()
    begin, end = now - timedelta(days=DAYS), now + timedelta(minutes=1)
    desk = wiring.chat_desk()
    funnels = [
        (slug, reports.funnel(desk, Caller(), slug, begin.isoformat(), end.isoformat()))
        for slug in CHANNELS
    ]
    waiting = [
        (slug, one)
        for slug in CHANNELS
        for one in handovers.handovers(desk, Caller(), slug).handovers
    ]
    newest = Charge.objects.order_by("-created_at")[:MOST]
    orders = reversed(wiring.shop().placed[-MOST:])
    return {
        "days": DAYS,
        "funnels": funnels,
        "waiting": waiting,
        "key": uuid4().hex,
        "payments": [_payment(charge) for charge in newest],
        "orders": [
            {
                "number": order.number,
                "status": order.status,
                "paid": order.charge_status,
                "total": money_text(order.total, "en"),
                "lines": [
                    f"{line.quantity} × {line.product_name} {line.variant_name}"  # noqa: RUF001
                    for line in order.lines
                ],
            }
            for order in orders
        ],
    }


def give_back(charge_id: UUID) -> None:
    """Ask for all that is left of a payment back, in the shop, as its order page does."""
    charge = Charge.objects.filter(pk=charge_id).first()
    if charge is not None and (rest := _left(charge)):
        wiring.shop().ask_back(charge.transaction_id, Money(rest, charge.currency))


def write_to(channel: str, conversation_id: UUID, words: str, key: str) -> None:
    """Say something in a chat as a person of the shop's; `key` makes it safe to repeat."""
    handovers.reply(wiring.chat_desk(), Caller(), channel, str(conversation_id), words, key)


def see_to(channel: str, conversation_id: UUID, seen: int) -> None:
    """Take a chat off the list of those that wait for a person, unless its shopper wrote after message `seen`."""
    handovers.close(wiring.chat_desk(), Caller(), channel, str(conversation_id), seen)


def _payment(charge: Charge) -> dict[str, Any]:
    rest = _left(charge)
    is_given = charge.state in _ORDERED and rest < charge.amount_minor
    return {
        "id": charge.pk,
        "by": f"{charge.method}, {charge.provider}",
        "amount": money_text(Money(charge.amount_minor, charge.currency), "en"),
        "state": charge.state,
        "reason": charge.reason,
        "reference": charge.provider_ref or "",
        "at": charge.created_at,
        "can_go_back": rest > 0,
        "gone": money_text(Money(charge.amount_minor - rest, charge.currency), "en")
        if is_given
        else "",
    }


def _left(charge: Charge) -> int:
    """Return what can be given back of a payment, in minor units; 0 while there is no order for it."""
    return left(charge) if charge.state in _ORDERED else 0
