"""Which of our languages a message is clearly in, when it is not the conversation's own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from agentpay_plugin.language.deciding import LEXICONS, lexicon_for
from agentpay_plugin.language.words import tokens

_LOCALES: Mapping[str, str] = {"en": "en", "pt": "pt-BR", "es": "es"}
_WORDS = 3  # fewer may be a name, or a courtesy
_OWN_WORDS = 2  # words that only that language has, and none that only the conversation's own has


def spoken(text: str, locale: str) -> str | None:
    """Return the locale (BCP 47) of the other language that `text` is clearly in; None else, and for a few words.

    Of the written sentences (scripts/language/written) 2 in 11,600 are taken for another language than their own; of
    those of seven words or more four in five or more are known for what they are in a chat of another language.
    """
    words = {word for word in tokens(text) if word.isalpha()}
    own = lexicon_for(locale).locale
    found = {name: len(words & marks) for name, marks in _marks().items()}
    best = max(found, key=lambda name: found[name])
    if len(words) < _WORDS or found[best] < _OWN_WORDS or found[own]:
        return None
    if sorted(found.values())[-2] == found[best]:
        return None
    lexicon = LEXICONS[best]
    known = words & (lexicon.vocabulary | lexicon.stop)
    return _LOCALES[best] if len(known) * 2 >= len(words) else None


@cache
def _marks() -> Mapping[str, frozenset[str]]:
    """Return the words that only one of the languages has, or has as its function words."""
    vocabularies = {name: frozenset(lexicon.vocabulary) for name, lexicon in LEXICONS.items()}
    functions = {name: frozenset(lexicon.stop) for name, lexicon in LEXICONS.items()}
    return {name: _only(name, vocabularies) | _only(name, functions) for name in LEXICONS}


def _only(name: str, sets: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return sets[name].difference(*(others for other, others in sets.items() if other != name))
