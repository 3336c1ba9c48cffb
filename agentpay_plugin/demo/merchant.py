"""What the demo's merchant sees: how far chats get, the newest orders, and how payments stand."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from agentpay_plugin.chat import reports
from agentpay_plugin.chat.desk import Caller
from agentpay_plugin.demo import clock, wiring
from agentpay_plugin.demo.channels import CHANNELS
from agentpay_plugin.language.say import money_text
from agentpay_plugin.models import Charge
from agentpay_plugin.money import Money

DAYS = 7
MOST = 20


def overview() -> dict[str, Any]:
    """Return what the page shows."""
    now = clock.now()
    begin, end = now - timedelta(days=DAYS), now + timedelta(minutes=1)
    desk = wiring.chat_desk()
    funnels = [
        (slug, reports.funnel(desk, Caller(), slug, begin.isoformat(), end.isoformat()))
        for slug in CHANNELS
    ]
    newest = Charge.objects.order_by("-created_at")[:MOST]
    orders = reversed(wiring.shop().placed[-MOST:])
    return {
        "days": DAYS,
        "funnels": funnels,
        "payments": [
            {
                "amount": money_text(Money(charge.amount_minor, charge.currency), "en"),
                "state": charge.state,
                "reason": charge.reason,
                "reference": charge.provider_ref or "",
                "at": charge.created_at,
            }
            for charge in newest
        ],
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
