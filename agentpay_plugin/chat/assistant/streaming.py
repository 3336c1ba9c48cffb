"""The shopper reads along: pieces of a reply go out as they are let through. They are not stored and may be lost."""

from __future__ import annotations

from collections.abc import Callable

from agentpay_plugin.language.speaking import Speaker
from agentpay_plugin.realtime.events import Delta


class Stream:
    """One reply's way to whoever listens; several rounds of a model follow each other in it."""

    def __init__(self, send: Callable[[Delta], None], reply_id: str, after: int) -> None:
        self._send, self._reply_id, self._after = send, reply_id, after
        self._index = 0
        self._has_said = False

    def begin(self, speaker: Speaker) -> Callable[[str], None]:
        """Return what takes the pieces of the next round's prose."""
        is_first_piece = self._has_said

        def take(piece: str) -> None:
            nonlocal is_first_piece
            shown = speaker.feed(piece)
            if shown and is_first_piece:
                shown, is_first_piece = f"\n\n{shown.lstrip()}", False
            self.say(shown)

        return take

    def say(self, text: str) -> None:
        """Send a piece."""
        if not text:
            return
        self._send(Delta(self._reply_id, self._index, text, self._after))
        self._index += 1
        self._has_said = True
