"""What each call of the API takes."""

from __future__ import annotations

from agentpay_plugin.demo.lookalikes.shapes import Amount, Day, Listed, Object, Text, Truth, Whole

CUSTOMER = Object(
    {
        "name": Text(255),
        "cpfCnpj": Text(18),
        "email": Text(255, r"[^@\s]+@[^@\s]+"),
        "mobilePhone": Text(20),
        "externalReference": Text(255),
        "notificationDisabled": Truth(),
    },
    frozenset({"name", "cpfCnpj"}),
)
PAYMENT = Object(
    {
        "customer": Text(50, r"cus_[0-9]+"),
        "billingType": Text(one_of=frozenset({"PIX"})),
        "value": Amount(),
        "dueDate": Day(),
        "description": Text(500),
        "externalReference": Text(255),
    },
    frozenset({"customer", "billingType", "value", "dueDate"}),
)
REFUND = Object({"value": Amount(), "description": Text(500)})
EVENTS = """
PAYMENT_CREATED PAYMENT_UPDATED PAYMENT_CONFIRMED PAYMENT_RECEIVED PAYMENT_OVERDUE PAYMENT_DELETED
PAYMENT_RESTORED PAYMENT_REFUNDED PAYMENT_PARTIALLY_REFUNDED PAYMENT_REFUND_IN_PROGRESS
PAYMENT_REFUND_DENIED PAYMENT_RECEIVED_IN_CASH_UNDONE PAYMENT_CHARGEBACK_REQUESTED
PAYMENT_CHARGEBACK_DISPUTE PAYMENT_AWAITING_CHARGEBACK_REVERSAL PAYMENT_AWAITING_RISK_ANALYSIS
PAYMENT_AUTHORIZED
"""
WEBHOOK = Object(
    {
        "name": Text(255),
        "url": Text(2000, r"https?://.+"),
        "email": Text(255, r"[^@\s]+@[^@\s]+"),
        "enabled": Truth(),
        "interrupted": Truth(),
        "apiVersion": Whole(3, 3),
        "authToken": Text(255, shortest=32),
        "sendType": Text(one_of=frozenset({"SEQUENTIALLY", "NON_SEQUENTIALLY"})),
        "events": Listed(Text(one_of=frozenset(EVENTS.split())), 100),
    },
    frozenset({"name", "url", "email", "enabled", "apiVersion", "authToken", "sendType", "events"}),
)
