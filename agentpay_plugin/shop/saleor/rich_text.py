"""Saleor's rich text (EditorJS as JSON) as plain text: one line per block, no tags, no entities."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser

MAXIMUM = 2000
_SILENT = ("script", "style")


def plain_text(rich: str | None, maximum: int = MAXIMUM) -> str:
    """Return the words of a rich text, cut at a word's end after `maximum` characters.

    A text that is no EditorJS document is taken as HTML.
    """
    if not rich:
        return ""
    try:
        document = json.loads(rich)
    except ValueError:
        document = rich
    lines = (_words(text) for text in _texts(document))
    return _cut("\n".join(line for line in lines if line), maximum)


def _texts(node: object) -> Iterator[str]:
    """Yield every text that a reader sees, in order, whatever kinds of blocks there are."""
    match node:
        case str():
            yield node
        case list():
            for item in node:
                yield from _texts(item)
        case {"blocks": list(blocks)}:
            for block in blocks:
                yield from _block(block)
        case _:
            return


def _block(block: object) -> Iterator[str]:
    match block:
        case {"type": "list" | "checklist", "data": {"items": list(items)}}:
            for item in items:
                yield from _item(item)
        case {"type": "table", "data": {"content": list(rows)}}:
            for row in rows:
                yield " | ".join(cell for cell in _texts(row))
        case {"type": "image" | "embed" | "quote" | "code" | "warning", "data": dict(data)}:
            for key in ("text", "code", "title", "message", "caption"):
                yield from _texts(data.get(key))
        case {"data": {"text": text}}:
            yield from _texts(text)
        case _:
            return


def _item(item: object) -> Iterator[str]:
    match item:
        case str():
            yield f"- {item}"
        case {"content": str(content), "items": list(nested)}:
            yield f"- {content}"
            for one in nested:
                yield from _item(one)
        case {"content": str(content)}:
            yield f"- {content}"
        case {"text": str(text)}:
            yield f"- {text}"
        case _:
            return


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._silent += tag in _SILENT
        if tag in ("br", "p", "div", "li"):
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT and self._silent > 0

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(data)


def _words(html: str) -> str:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = "".join(reader.pieces).split("\n")
    return "\n".join(words for line in lines if (words := re.sub(r"\s+", " ", line).strip()))


def _cut(text: str, maximum: int) -> str:
    if len(text) <= maximum:
        return text
    head = text[: maximum - 1]
    at = max(head.rfind(" "), head.rfind("\n"))
    return (head[:at] if at > maximum // 2 else head).rstrip() + "…"
