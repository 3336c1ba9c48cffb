"""A model's prose on its way to the shopper: word by word where it claims nothing, else by whole checked sentences."""

from __future__ import annotations

import re

from agentpay_plugin.conversation.visible import without_tricks
from agentpay_plugin.language.guard import Guard

LONGEST = 1500  # characters of a reply

_END = re.compile(r"[.!?…]+[\"'»”)\]*_]*(?=\s)|\n")


class Speaker:
    """Takes the pieces of one reply. `said` are the sentences that were let through, `caught` counts the others."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._open = ""  # the sentence that is being written
        self._shown = 0  # characters of it that were shown
        self._length = 0
        self.said: list[str] = []
        self.caught = 0

    def feed(self, piece: str) -> str:
        """Take a piece; return what may be shown now."""
        self._open += without_tricks(piece)
        shown = ""
        while (end := _END.search(self._open)) is not None:
            sentence, self._open = self._open[: end.end()], self._open[end.end() :]
            shown += self._finish(sentence)
        return shown + self._early()

    def end(self) -> str:
        """The reply is over: check what is left; return what may be shown of it."""
        rest, self._open = self._open, ""
        return self._finish(rest) if rest.strip() else ""

    @property
    def text(self) -> str:
        """Return what was let through."""
        return re.sub(r"\n{3,}", "\n\n", "".join(self.said)).strip()

    def _finish(self, sentence: str) -> str:
        already, self._shown = self._shown, 0
        if not sentence.strip():
            self.said.append(sentence)
            return sentence[already:]
        before = "".join(self.said)
        if self._length + len(sentence) > LONGEST or not self._guard.allows(sentence, before):
            self.caught += 1
            return "… " if already else ""
        self._length += len(sentence)
        self.said.append(sentence)
        return sentence[already:]

    def _early(self) -> str:
        """Return the words of an unfinished sentence that claim nothing."""
        if self._length + len(self._open) > LONGEST:
            return ""
        until = self._guard.shown_before_its_end(self._open, self._shown)
        shown = self._open[self._shown : until]
        self._shown = max(self._shown, until)
        return shown
