"""Stores what only a storefront or a browser sees."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from agentpay_plugin.analytics import events
from agentpay_plugin.chat import queue
from agentpay_plugin.chat.refusals import Refused, Why
from agentpay_plugin.errors import NotFound
from agentpay_plugin.models import Charge, Conversation


def track(row: Conversation, name: str, facts: events.Facts, now: datetime) -> None:
    """Store an event of the browser's, once per conversation or, for a payment's page, per charge.

    Raises Refused when a charge is not this conversation's, NotFound when it was erased meanwhile.
    """
    if name == events.Name.PAYMENT_LINK_CLICKED:
        happened = _of_charge(row, facts)
    elif name == events.Name.CHAT_OPENED:
        happened = events.Happened(events.Name.CHAT_OPENED, str(row.pk), properties=facts)
    else:
        raise ValueError(f"{name} is no event of the browser's")
    with transaction.atomic():
        if queue.take_numbers(row.pk, 0, now) is None:
            raise NotFound("no such conversation")
        events.store(row, [happened], now)


def _of_charge(row: Conversation, facts: events.Facts) -> events.Happened:
    try:
        charge_id = UUID(str(facts.get("chargeId")))
    except ValueError as error:
        raise Refused(Why.NO_CHARGE, "properties") from error
    if not Charge.objects.filter(pk=charge_id, conversation_id=row.pk).exists():
        raise Refused(Why.NO_CHARGE, "properties")
    others = {name: fact for name, fact in facts.items() if name != "chargeId"}
    return events.Happened(events.Name.PAYMENT_LINK_CLICKED, str(charge_id), charge_id, others)
