"""What the merchant of the sandbox shop wrote: its pages, and the answers of the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agentpay_plugin.conversation.library import OwnAnswer, Passage, Source
from agentpay_plugin.shop.sandbox.goods import SamplePage
from agentpay_plugin.shop.search.library import Article, articles_of, passages

if TYPE_CHECKING:
    from agentpay_plugin.shop.sandbox.shop import SandboxShop


class SandboxLibrary:
    """Implements conversation.ports.Library in a language."""

    def __init__(
        self, shop: SandboxShop, language: str, answers: tuple[OwnAnswer, ...] = ()
    ) -> None:
        self._shop = shop
        self._language = language
        self._answers = answers

    def passages(self, question: str, topic: str, described: str = "") -> tuple[Passage, ...]:
        with self._shop.answering("library.passages") as state:
            own = articles_of(self._answers, self._language)
            pages = tuple(self._article(page) for page in state.goods.pages)
            return passages((*own, *pages), question, topic, described)

    def _article(self, page: SamplePage) -> Article:
        title = page.title.in_(self._language)
        return Article((title, page.title.en), page.text.in_(self._language), Source.PAGE)
