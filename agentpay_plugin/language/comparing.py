"""Things to compare: "the difference between X and Y", "X or Y, which is better?"."""

from __future__ import annotations

import re

from agentpay_plugin.conversation.goods import Product
from agentpay_plugin.language.lexicon import Lexicon
from agentpay_plugin.language.words import BREAK, Words

_MOST_WORDS = 5  # of a thing's name
_LEAST = 2


def find_compared(
    words: Words, lexicon: Lexicon, product: Product | None = None
) -> tuple[str, ...]:
    """Return the names of the things, as written; empty unless two or more are named. `product` is called "this" too."""
    this = product.name if product else None
    for pattern in lexicon.cues.comparing:
        for found in pattern.finditer(words.plain):
            named = tuple(dict.fromkeys(_named(words, found, lexicon, this)))
            if len(named) >= _LEAST:
                return named
    return ()


def _named(words: Words, found: re.Match[str], lexicon: Lexicon, this: str | None) -> list[str]:
    spans = [found.span(group) for group, value in found.groupdict().items() if value]
    pieces = [piece for span in spans for piece in _pieces(words, *span, lexicon)]
    return [name for first, end in pieces if (name := _name(words, first, end, lexicon, this))]


def _pieces(words: Words, start: int, stop: int, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Part "A | B and C" at breaks and at AND."""
    first, end = words.index(start), words.index(stop - 1) + 1
    cuts = [at for at in range(first, end) if words.items[at] in lexicon.cues.joins | {BREAK}]
    return list(zip([first, *(cut + 1 for cut in cuts)], [*cuts, end], strict=True))


def _name(words: Words, first: int, end: int, lexicon: Lexicon, this: str | None) -> str | None:
    said = set(words.items[first:end])
    pointing = lexicon.pronouns | lexicon.pointers | lexicon.objects
    if this and said & pointing and said <= pointing | lexicon.one_of | lexicon.articles:
        return this
    while first < end and _is_spare(words, first, lexicon):
        first += 1
    while first < end and _is_spare(words, end - 1, lexicon):
        end -= 1
    if end - first > _MOST_WORDS:
        return None
    return words.written(first, end) or None


def _is_spare(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Tell the words around a name from it; what is written large inside a sentence belongs to it."""
    is_name = at > 0 and words.before(at) != BREAK and words.written(at, at + 1)[:1].isupper()
    word = words.items[at]
    return not is_name and word in lexicon.mention_fillers | lexicon.stop | lexicon.polite
