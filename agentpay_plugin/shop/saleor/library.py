"""What a merchant with Saleor wrote: the shop's published pages, and the answers of the settings."""

from __future__ import annotations

from collections.abc import Iterator

from agentpay_plugin.conversation.library import OwnAnswer, Passage, Source
from agentpay_plugin.conversation.visible import visible
from agentpay_plugin.shop.kept import Kept
from agentpay_plugin.shop.saleor.execute import Execute
from agentpay_plugin.shop.saleor.products import Node, translated
from agentpay_plugin.shop.saleor.rich_text import plain_text
from agentpay_plugin.shop.search.library import Article, articles_of, passages

_PAGE_LENGTH = 8_000  # characters of a page that are looked at


class SaleorLibrary:
    """Implements conversation.ports.Library.

    `execute_as_anyone` is nobody's: pages are kept in `kept` for all shoppers, so only what is published for
    everybody is read. `answers` are those of the channel's settings.
    """

    def __init__(
        self,
        execute_as_anyone: Execute,
        language_code: str,
        answers: tuple[OwnAnswer, ...] = (),
        kept: Kept[tuple[Article, ...]] | None = None,
    ) -> None:
        self._execute = execute_as_anyone
        self._language = language_code
        self._answers = answers
        self._kept = kept or Kept()

    def passages(self, question: str, topic: str, described: str = "") -> tuple[Passage, ...]:
        own = articles_of(self._answers, self._language.partition("_")[0].lower())
        pages = self._kept.get(self._language, self._read)
        return passages((*own, *pages), question, topic, described)

    def _read(self) -> tuple[Article, ...]:
        data = self._execute("pages", {"language": self._language})
        return tuple(_articles(edge["node"] for edge in data["pages"]["edges"]))


def _articles(nodes: Iterator[Node]) -> Iterator[Article]:
    """A page without words is for the shop's own use, such as a reason of refunds."""
    for node in nodes:
        title = visible(translated(node, "title")).strip()
        text = visible(plain_text(translated(node, "content"), _PAGE_LENGTH)).strip()
        if title and text:
            yield Article((title, *_other_names(node)), text, Source.PAGE)


def _other_names(node: Node) -> tuple[str, ...]:
    """A page is found also by what it was called first, and by its address."""
    return (visible(node["title"]).strip(), node["slug"].replace("-", " "))
