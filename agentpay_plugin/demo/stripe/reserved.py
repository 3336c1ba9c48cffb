"""Payments that are only reserved: captured once, let go by the merchant, or let go because their time is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agentpay_plugin.demo.stripe import objects
from agentpay_plugin.demo.stripe.problems import Problem, invalid, unexpected_state

if TYPE_CHECKING:
    from agentpay_plugin.demo.stripe.ledger import Ledger, Record

_CANCELABLE = ("requires_payment_method", "requires_capture")


def capture(
    ledger: Ledger, account: str | None, intent_id: str, amount: int | None = None
) -> Record:
    """Take a reserved payment, once; what is not taken is let go. None: all of it."""
    with ledger.lock:
        intent = ledger.find("payment_intent", intent_id, account)
        if intent.thing["status"] != "requires_capture":
            raise unexpected_state(intent.thing, "captured", "requires_capture")
        there = intent.thing["amount_capturable"]
        taken = there if amount is None else amount
        if taken > there:
            raise invalid(
                "amount_to_capture",
                f"The provided amount_to_capture ({taken}) must be less than or equal to the"
                f" amount that can be captured ({there}).",
                "amount_too_large",
            )
        intent.thing |= {
            "status": "succeeded",
            "amount_capturable": 0,
            "amount_received": taken,
        }
        charge = ledger.find("charge", intent.thing["latest_charge"])
        charge.thing |= {"captured": True, "amount_captured": taken}
        charge.thing["balance_transaction"] = objects.new_id("txn_3")
        _session_of(ledger, intent).thing["payment_status"] = "paid"
        ledger.emit("charge.captured", charge)
        ledger.emit("payment_intent.succeeded", intent)
        _let_go(ledger, charge, there - taken)
        return intent


def cancel(
    ledger: Ledger,
    account: str | None,
    intent_id: str,
    reason: str | None = None,
    *,
    lapsed: bool = False,
) -> Record:
    """Let go of a reserved payment; `lapsed`: nobody captured it in time."""
    with ledger.lock:
        intent = ledger.find("payment_intent", intent_id, account)
        if intent.thing["status"] not in _CANCELABLE:
            raise unexpected_state(intent.thing, "canceled", ", ".join(_CANCELABLE))
        if _session_of(ledger, intent).thing["status"] == "open":
            raise Problem(
                400,
                "You cannot cancel the PaymentIntent of a Checkout Session. Expire the Checkout"
                " Session instead.",
                saved=True,
            )
        intent.thing |= {
            "status": "canceled",
            "amount_capturable": 0,
            "canceled_at": ledger.clock.now(),
            "cancellation_reason": "automatic" if lapsed else reason,
        }
        if intent.thing["latest_charge"]:
            charge = ledger.find("charge", intent.thing["latest_charge"])
            if lapsed:
                ledger.emit("charge.expired", charge)
            if charge.thing["status"] == "succeeded":
                _let_go(ledger, charge, charge.thing["amount"])
        ledger.emit("payment_intent.canceled", intent)
        return intent


def intent_of(ledger: Ledger, session_id: str) -> str:
    """Return the id of the payment of a session that was paid or begun."""
    with ledger.lock:
        session = ledger.find("checkout.session", session_id)
        return str(session.thing["payment_intent"] or "none")


def _let_go(ledger: Ledger, charge: Record, amount: int) -> None:
    """Stripe shows what is let go as a refund that moves no money."""
    if not amount:
        return
    thing = objects.refund(
        charge.thing, {"amount": amount}, "succeeded", ledger.clock.now(), moves_money=False
    )
    record = ledger.add(type(charge)(charge.account, thing))
    ledger.count_refund(charge, amount)
    ledger.emit("charge.refunded", charge)
    ledger.emit("refund.created", record)


def _session_of(ledger: Ledger, intent: Record) -> Record:
    return next(
        record
        for record in ledger.records.values()
        if record.thing["object"] == "checkout.session"
        and record.thing["payment_intent"] == intent.thing["id"]
    )
