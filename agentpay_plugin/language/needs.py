"""What a shopper needs, told in passing: a budget, a size, a colour, for whom, the country it goes to.

Only words of our own lists come out, never a shopper's free ones: nothing here names anybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from itertools import pairwise

from agentpay_plugin.conversation.reading import Budget
from agentpay_plugin.language.budgets import find_budget
from agentpay_plugin.language.countries import country_in
from agentpay_plugin.language.deciding import lexicon_for
from agentpay_plugin.language.lexicon import Lexicon
from agentpay_plugin.language.people import PEOPLE
from agentpay_plugin.language.words import Words, fold, read_words

_MOST_COLOURS = 3
_FIGURES = re.compile(r"\d{1,3}")  # a size
_NOT = frozenset(
    ["not", "no", "without", "except", "nao", "sem", "menos", "sin", "excepto", "salvo"]
)
# Names a message's country as the one where the shopper is, not as goods ("Turkey", "Jordan").
_PLACE = re.compile(
    r"\b(?:ship\w*|deliver\w*|send\w*|live|living|based in|i am in|i'?m in|entreg\w*|envi\w*|mand\w+|moro|vivo|estou em"
    r"|estou n[oa]|estoy en)\b"
)
_FOR = (
    r"\b(?:for|para|pra|pro)\s+(?:(?:my|a|an|the|our|o|os|as|um|uma|meu|minha|nosso|nossa|mi|mis|el|la|un|una|nuestra?"
    r"|little|old|older|young|younger)\s+){0,2}"
)
_WHOM = [(whom, re.compile(rf"{_FOR}(?:{words})\b")) for whom, words in PEOPLE.items()]


@dataclass(frozen=True, slots=True)
class Needs:
    """What was told; None or empty where nothing was. `country`: an ISO 3166 alpha-2 code."""

    budget: Budget | None = None
    size: str = ""
    colours: tuple[str, ...] = ()
    for_whom: str = ""
    country: str = ""


def needs_of(texts: Iterable[str], locale: str) -> Needs:
    """Return what a shopper's messages, the oldest first, tell; the last word on each counts."""
    lexicon, told = lexicon_for(locale), Needs()
    for text in texts:
        now = _told(text, locale, lexicon)
        news = {one.name: each for one in fields(now) if (each := getattr(now, one.name))}
        told = replace(told, **news)
    return told


def _told(text: str, locale: str, lexicon: Lexicon) -> Needs:
    words, folded = read_words(text, lexicon), fold(text)
    budget = find_budget(text, lexicon)
    return Needs(
        budget=budget[0] if budget else None,
        size=_size(words, lexicon),
        colours=_colours(words, lexicon),
        for_whom=next((whom for whom, pattern in _WHOM if pattern.search(folded)), ""),
        country=(country_in(text, locale) or "") if _PLACE.search(folded) else "",
    )


def _size(words: Words, lexicon: Lexicon) -> str:
    names = lexicon.attributes["size"] | lexicon.size_numbers
    for before, word in pairwise(words.items):
        if before in names and (word in lexicon.sizes or _FIGURES.fullmatch(word)):
            return word
    return next((word for word in words.items if word in lexicon.sizes and len(word) > 1), "")


def _colours(words: Words, lexicon: Lexicon) -> tuple[str, ...]:
    wanted = [
        word
        for before, word in zip(("", *words.items), words.items, strict=False)
        if word in lexicon.colours and before not in _NOT
    ]
    return tuple(dict.fromkeys(wanted))[:_MOST_COLOURS]
