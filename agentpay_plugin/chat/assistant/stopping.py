"""Whether a reply that is being written is to end: the shopper says so, taps something, or its time is over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from agentpay_plugin.chat.desk import ChatDesk
from agentpay_plugin.chat.queue import STOPPABLE, is_pressed
from agentpay_plugin.models import Turn


def stop(conversation_id: UUID, now: datetime) -> bool:
    """Stop the reply that a language model is making, in whichever process; False where there is none."""
    turns = Turn.objects.filter(STOPPABLE, conversation_id=conversation_id)
    return turns.update(stop_asked_at=now) > 0


class Watch:
    """Looks at the turn's row now and then."""

    def __init__(self, desk: ChatDesk, turn: Turn, is_late: Callable[[], bool]) -> None:
        self._assistant, self._turn, self._is_late = desk.assistant, turn, is_late
        self._looked_at = float("-inf")
        self.was_stopped = False

    def is_stopped(self) -> bool:
        """Tell whether the reply is to end now; once it is, it stays so."""
        now = self._assistant.monotonic()
        if not self.was_stopped and now - self._looked_at >= self._assistant.look_every:
            self._looked_at = now
            self.was_stopped = self._must_stop()
        return self.was_stopped or self._is_late()

    def _must_stop(self) -> bool:
        """A tap, or news of a payment, must not wait behind a model: they end its reply."""
        turns = Turn.objects.filter(conversation_id=self._turn.conversation_id)
        goes_on = turns.filter(
            pk=self._turn.pk, state=Turn.State.QUEUED, stop_asked_at__isnull=True
        )
        return not goes_on.exists() or is_pressed(self._turn)
