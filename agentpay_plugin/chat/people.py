"""Puts conversations on the merchant's list of those that wait for a person (handovers.py shows it)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from agentpay_plugin.conversation.ports import Handover
from agentpay_plugin.models import Conversation


class PeopleList:
    """Implements the port People: the row of the conversation is the list's entry."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock

    def ask(self, handover: Handover) -> None:
        """Put the conversation on the list; it keeps its place when it is there already."""
        Conversation.objects.filter(
            pk=UUID(handover.conversation_id), wants_person_at__isnull=True, erased_at__isnull=True
        ).update(wants_person_at=self._clock())
