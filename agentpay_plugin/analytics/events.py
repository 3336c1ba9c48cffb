"""The events that the merchant's reports are made of, each stored as often as it should count.

Nothing personal is in `properties`. `once_key` is unique, so that storing an event again changes nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from agentpay_plugin import models

Facts = Mapping[str, str | int | float | bool | None]


class Name(StrEnum):
    """Every event, with who tells it and how often it counts."""

    CHAT_VISIT = "chat_visit"  # storefront: each visitor and day (UTC)
    CHAT_OPENED = "chat_opened"  # browser: each conversation
    MESSAGE_SENT = "message_sent"  # server: each message
    INTENT_DETECTED = "intent_detected"  # server: each message
    PRODUCT_QUESTION_ASKED = "product_question_asked"  # server: each message
    PURCHASE_INTENT_DETECTED = "purchase_intent_detected"  # server: each message
    PAYMENT_LINK_GENERATED = "payment_link_generated"  # server: each charge
    PAYMENT_LINK_CLICKED = "payment_link_clicked"  # browser: each charge
    PAYMENT_INITIATED = "payment_initiated"  # server: each charge
    PAYMENT_COMPLETED = "payment_completed"  # server: each charge
    PAYMENT_FAILED = "payment_failed"  # server: each charge
    CONVERSATION_ABANDONED = "conversation_abandoned"  # server: each conversation


BROWSER_EVENTS = (Name.CHAT_OPENED, Name.PAYMENT_LINK_CLICKED)


@dataclass(frozen=True, slots=True)
class Happened:
    """An event; `of` is what it counts once for: a turn's, a conversation's or a charge's id."""

    name: Name
    of: str
    charge_id: UUID | None = None
    properties: Facts = field(default_factory=dict)


def store(conversation: models.Conversation, happened: Iterable[Happened], now: datetime) -> None:
    """Store what happened in a conversation in one INSERT; what is stored already stays as it is."""
    _insert(
        models.AnalyticsEvent(
            name=event.name.value,
            channel=conversation.channel,
            conversation_id=conversation.pk,
            charge_id=event.charge_id,
            visitor_id=conversation.visitor_id,
            properties=dict(event.properties),
            once_key=f"{event.name}:{event.of}",
            created_at=now,
        )
        for event in happened
    )


def store_visit(channel: str, visitor_id: str, arm: str, now: datetime) -> None:
    """Store a page view that could have had a chat, once per visitor and day (UTC).

    `channel` is the channel's key here as everywhere, so that a renamed slug parts no report in two.
    """
    _insert(
        [
            models.AnalyticsEvent(
                name=Name.CHAT_VISIT.value,
                channel=channel,
                visitor_id=visitor_id,
                arm=arm,
                once_key=f"{Name.CHAT_VISIT}:{_visit_mark(channel, visitor_id, now.date())}",
                created_at=now,
            )
        ]
    )


def charge_event(charge: models.Charge, name: Name, now: datetime) -> None:
    """Store an event of a charge, once per charge; a plain storefront's charge has no conversation."""
    row = None
    if charge.conversation_id is not None:
        row = models.Conversation.objects.filter(pk=charge.conversation_id).first()
    _insert(
        [
            models.AnalyticsEvent(
                name=name.value,
                channel=row.channel if row else charge.channel,
                conversation_id=charge.conversation_id,
                charge_id=charge.pk,
                visitor_id=row.visitor_id if row else "",
                properties=charge_facts(charge.method, charge.amount_minor, charge.currency),
                once_key=f"{name}:{charge.pk}",
                created_at=now,
            )
        ]
    )


def charge_facts(method: str, amount_minor: int, currency: str) -> dict[str, str | int]:
    """Return what is kept of a charge beside its events; the amount in ISO 4217 minor units."""
    return {"method": method, "amountMinor": amount_minor, "currency": currency}


def _visit_mark(channel: str, visitor_id: str, day: date) -> str:
    """A hash, so that erasing the visitor's id leaves none behind in the key."""
    return hashlib.sha256(f"{channel}\n{visitor_id}\n{day.isoformat()}".encode()).hexdigest()


def _insert(rows: Iterable[models.AnalyticsEvent]) -> None:
    models.AnalyticsEvent.objects.bulk_create(list(rows), ignore_conflicts=True)
