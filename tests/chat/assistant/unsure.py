"""A language that is sure of nothing."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.conversation.reading import Reading, ReadingContext
from agentpay_plugin.language.hybrid import HybridLanguage


class Unsure:
    """Understands words and is sure of none, so that a model is asked whatever was written."""

    def __init__(self) -> None:
        self._real = HybridLanguage()

    def read(self, text: str, context: ReadingContext) -> Reading:
        return replace(self._real.read(text, context), confidence=0.1)
