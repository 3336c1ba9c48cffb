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
        self._has_said = self._is_new = False

    def begin(self, speaker: Speaker) -> Callable[[str], None]:
        """Return what takes the pieces of the next round's prose."""
        self._is_new = self._has_said
        return lambda piece: self.say(speaker.feed(piece))

    def say(self, text: str) -> None:
        """Send a piece; what a new round says begins a new paragraph."""
        if not text:
            return
        if self._is_new:
            text, self._is_new = f"\n\n{text.lstrip()}", False
        self._send(Delta(self._reply_id, self._index, text, self._after))
        self._index += 1
        self._has_said = True
