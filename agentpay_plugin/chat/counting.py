"""What is to be counted of a turn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from agentpay_plugin.analytics.events import Facts, Happened, Name, charge_facts
from agentpay_plugin.conversation.parts import Part, PaymentRequest
from agentpay_plugin.conversation.ports import ChargeView
from agentpay_plugin.conversation.reading import Intent, Reading
from agentpay_plugin.conversation.state import ChargeState

_BEGUN = (
    ChargeState.PROCESSING,
    ChargeState.PAID,
    ChargeState.ORDERED,
    ChargeState.HELD,
    ChargeState.REFUNDED,
)

_WISHES = ("chooseVariant", "checkOut")  # taps that want to buy, as taps.py stores them


def events_of(
    turn_id: int, reading: Reading | None, parts: Iterable[Part], charges: Iterable[ChargeView]
) -> list[Happened]:
    """Return what is to be counted of a turn; `charges` are those it was told of, as they were told."""
    found = [] if reading is None else _said(str(turn_id), reading)
    shown = [part.charge for part in parts if isinstance(part, PaymentRequest)]
    found += [_of_charge(Name.PAYMENT_LINK_GENERATED, view) for view in shown if _is_open(view)]
    for charge in charges:
        found += _paid(charge)
    return found


def tapped(turn_id: int, payload: Mapping[str, object]) -> list[Happened]:
    """Return what is to be counted of a tap: one that wants to buy says so as plainly as words do."""
    if not any(wish in payload for wish in _WISHES):
        return []
    return [Happened(Name.PURCHASE_INTENT_DETECTED, str(turn_id))]


def _said(turn_id: str, reading: Reading) -> list[Happened]:
    facts: Facts = {"intent": reading.intent.value, "confidence": round(reading.confidence, 3)}
    found = [
        Happened(Name.MESSAGE_SENT, turn_id),
        Happened(Name.INTENT_DETECTED, turn_id, properties=facts),
    ]
    if reading.intent is Intent.PRODUCT_QUESTION:
        found.append(Happened(Name.PRODUCT_QUESTION_ASKED, turn_id))
    if reading.intent is Intent.PURCHASE_INTENT:
        found.append(Happened(Name.PURCHASE_INTENT_DETECTED, turn_id))
    return found


def _paid(charge: ChargeView) -> list[Happened]:
    found = []
    if charge.state in _BEGUN:
        found.append(_of_charge(Name.PAYMENT_INITIATED, charge))
    if charge.state == ChargeState.ORDERED:
        found.append(_of_charge(Name.PAYMENT_COMPLETED, charge))
    if charge.state == ChargeState.EXPIRED:
        found.append(_of_charge(Name.PAYMENT_FAILED, charge))
    return found


def _is_open(charge: ChargeView) -> bool:
    can_be_paid = charge.page_url is not None or charge.pix_code is not None
    return charge.state == ChargeState.OPEN and can_be_paid


def _of_charge(name: Name, charge: ChargeView) -> Happened:
    facts = charge_facts(charge.method, charge.amount.minor, charge.amount.currency)
    return Happened(name, charge.id, UUID(charge.id), facts)
