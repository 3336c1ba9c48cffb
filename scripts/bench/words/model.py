"""Claude's look-alike at a model's pace, `model.py <port> <file>`: the file gets the moment of each reply's first token."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Generator
from pathlib import Path

from agentpay_plugin.demo.claude.lookalike import LookAlike
from agentpay_plugin.demo.lookalikes.server import serving
from agentpay_plugin.demo.lookalikes.web import Response
from agentpay_plugin.demo.speakers.brain import Heard
from agentpay_plugin.demo.speakers.script import Answer, Say
from scripts.bench import stamps

# Seconds until the first token, and from one to the next: about what a quick model takes.
THOUGHT, PACE = 0.3, 0.02
_WORDS = (
    "This one would keep him warm on such an evening, and it is soft to the touch. Shall I show it?"
)


class Stamping(LookAlike):
    """Says one sentence to whoever asks. The moment is taken just before its first piece is written."""

    stamps: Path

    def next_answer(self, heard: Heard) -> Answer:  # noqa: ARG002
        return Answer((Say(tuple(f"{word} " for word in _WORDS.split())),))

    def streamed(self, pieces: Generator[bytes]) -> Response:
        return super().streamed(self._paced(pieces))

    def _paced(self, pieces: Generator[bytes]) -> Generator[bytes]:
        has_begun = False
        for piece in pieces:
            if b"text_delta" in piece:
                time.sleep(PACE if has_begun else THOUGHT)
                if not has_begun:
                    stamps.put(self.stamps)
                has_begun = True
            yield piece


def main(port: int, file: Path) -> None:
    """Serve until it is ended."""
    Stamping.stamps = file
    with serving(Stamping, Stamping.answer, port, "127.0.0.1"):
        threading.Event().wait()


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
