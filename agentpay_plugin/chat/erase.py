"""Erases who a shopper is and what they said. Orders and payments stay with the shop."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from agentpay_plugin.analytics.events import BROWSER_EVENTS
from agentpay_plugin.models import AnalyticsEvent, Conversation, Message, Turn


def erase(conversation_id: UUID, now: datetime) -> None:
    """Erase a conversation; a repeat changes nothing.

    A worker that is at it right now cannot store its turn any more: that, too, wants `erased_at` empty.
    """
    with transaction.atomic():
        row = Conversation.objects.filter(pk=conversation_id, erased_at__isnull=True)
        if not row.update(erased_at=now, updated_at=now):
            return
        visitor_id = Conversation.objects.values_list("visitor_id", flat=True).get(
            pk=conversation_id
        )
        turns = Turn.objects.filter(conversation_id=conversation_id)
        turns.filter(state=Turn.State.QUEUED).update(state=Turn.State.FAILED)
        turns.update(payload={}, payload_hash="", opened_cart_id="", written={}, calls=[])
        Message.objects.filter(conversation_id=conversation_id).update(
            text="", parts=[], client_id=""
        )
        _clear_events(conversation_id, visitor_id)
        Conversation.objects.filter(pk=conversation_id).update(
            visitor_id="", user_id="", ip_address="", page_url="", checkout_id="", state={}
        )


def _clear_events(conversation_id: UUID, visitor_id: str) -> None:
    events = AnalyticsEvent.objects.filter(conversation_id=conversation_id)
    events.update(visitor_id="")
    events.filter(name__in=[name.value for name in BROWSER_EVENTS]).update(properties={})
    if visitor_id:
        AnalyticsEvent.objects.filter(visitor_id=visitor_id).update(visitor_id="")
