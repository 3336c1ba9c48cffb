"""Which of the products on the screen is meant: by its place, by what it costs, by a word of its name or an option."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from agentpay_plugin.conversation.goods import Product
from agentpay_plugin.conversation.picking import amounts_in
from agentpay_plugin.conversation.reading import ReadingContext
from agentpay_plugin.language.budgets import find_budget
from agentpay_plugin.language.deciding import LEXICONS, lexicon_for
from agentpay_plugin.language.heard import called
from agentpay_plugin.language.lexicon import Lexicon
from agentpay_plugin.language.options import find_options
from agentpay_plugin.language.slots import noun, nouns
from agentpay_plugin.language.words import BREAK, Words, clean, read_words

_PLACES = ("place_1", "place_2", "place_3", "place_4", "place_5")
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Referred:
    """The product that is meant, and the words with "it" in the place of what it was called. `alone`: nothing else is said."""

    product: Product
    words: str
    alone: bool = False


def pointed_at(text: str, context: ReadingContext) -> Referred | None:
    """Return the one product of those shown that is called by its place, its merit, its price or its option."""
    if not context.shown:
        return None
    own = lexicon_for(context.locale)
    others = (each for each in LEXICONS.values() if each is not own)
    return next(
        (found for each in (own, *others) if (found := _pointed(text, context, each))), None
    )


def named(mention: str, shown: tuple[Product, ...], lexicon: Lexicon) -> Product | None:
    """Return the one product of those shown that a mention fits: "the oxford"."""
    spare = lexicon.stop | lexicon.mention_fillers | lexicon.pronouns | lexicon.polite
    every = nouns(mention, lexicon)
    said = (every - spare) or (every - lexicon.articles)
    fitting = [one for one in shown if said and said <= called(one, lexicon)]
    return fitting[0] if len(fitting) == 1 else None


def _pointed(text: str, context: ReadingContext, lexicon: Lexicon) -> Referred | None:
    words = read_words(text, lexicon)
    if any(lexicon.patterns[name].search(words.plain) for name in ("compares_shown", "of_all")):
        return None
    for name, product in _ways(context):
        found = lexicon.patterns[name].search(words.plain)
        if found and product:
            return Referred(product, *_with_this(words, found, lexicon))
    if by_name := _by_name(text, context.shown):
        return Referred(by_name, text)
    if of_kind := _of_kind(words, context.shown, lexicon):
        return of_kind
    is_budget = find_budget(clean(text), lexicon) is not None
    priced = None if is_budget else _by_price(text, context.shown)
    product = priced or _by_option(words, context, lexicon)
    return Referred(product, text) if product else None


def _ways(context: ReadingContext) -> Iterator[tuple[str, Product | None]]:
    """Return the expressions that call one of those shown, each with the one."""
    shown = context.shown
    yield from zip(_PLACES, shown, strict=False)
    yield "place_last", shown[-1]
    yield "other_one", _other(shown, context.product)
    yield "least_one", min(shown, key=_least)
    yield "most_one", max(shown, key=_least)


def _other(shown: tuple[Product, ...], focus: Product | None) -> Product | None:
    """Return of two products that were shown the one that is not in focus."""
    others = [one for one in shown if focus is not None and one.id != focus.id]
    return others[0] if len(shown) == _PAIR and len(others) == 1 else None


def _least(product: Product) -> int:
    return min((one.price.minor for one in product.variants if one.price), default=0)


def _with_this(words: Words, found: re.Match[str], lexicon: Lexicon) -> tuple[str, bool]:
    first, last = words.index(found.start()), words.index(found.end() - 1)
    start, end = words.spans[first][0], words.spans[last][1]
    rest = {*words.items[:first], *words.items[last + 1 :]}
    written = f"{words.text[:start]}{lexicon.this_one}{words.text[end:]}"
    return written, rest <= lexicon.polite | lexicon.joining | lexicon.pronouns | {BREAK}


def _by_name(text: str, shown: tuple[Product, ...]) -> Product | None:
    """Return the only one whose whole name stands in the words."""
    fitting = [one for one in shown if one.name.casefold() in text.casefold()]
    return fitting[0] if len(fitting) == 1 else None


def _of_kind(words: Words, shown: tuple[Product, ...], lexicon: Lexicon) -> Referred | None:
    """Return the only one that is called so: "the wool one", "la de lino"."""
    for found in lexicon.patterns["kind_one"].finditer(words.plain):
        what = next(value for value in found.groupdict().values() if value)
        fitting = [one for one in shown if noun(what, lexicon) in called(one, lexicon)]
        if len(fitting) == 1:
            return Referred(fitting[0], *_with_this(words, found, lexicon))
    return None


def _by_price(text: str, shown: tuple[Product, ...]) -> Product | None:
    """Return the one that costs what is written: "the $32 one"."""
    told = amounts_in(text)
    fitting = [
        one for one in shown if any(v.price and v.price.amount in told for v in one.variants)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _by_option(words: Words, context: ReadingContext, lexicon: Lexicon) -> Product | None:
    """Return the only one that comes in what is named: "the blue one"."""
    if context.product is not None and context.product in context.shown:
        return None
    before = (words.before(at) for at, word in enumerate(words.items) if word in lexicon.colours)
    if not any(word in lexicon.definite | lexicon.pointers for word in before):
        return None
    fitting = [one for one in context.shown if find_options(words, one, lexicon).variant_ids]
    return fitting[0] if len(fitting) == 1 else None
