"""Which of our languages a message is clearly in, when it is not the conversation's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from agentpay_plugin.language.deciding import LEXICONS, lexicon_for
from agentpay_plugin.language.words import tokens

_LOCALES: Mapping[str, str] = {"en": "en", "pt": "pt-BR", "es": "es"}
_WORDS = 3  # fewer may be a name, or a courtesy
_LONG = 4  # letters; shorter words of a title may be written small
_OWN_WORDS = 2  # words that only that language has, and none that only the conversation's own has


def spoken(text: str, locale: str, names: Iterable[str] = ()) -> str | None:
    """Return the locale (BCP 47) of the other language that `text` is clearly in; None else, and for a few words.

    What goods are called (`names`) is in no language, nor is what is written like a title or an address.

    Of the written sentences (scripts/language/written) 2 in 11,600 are taken for another language than their own; of
    those of seven words or more four in five or more are known for what they are in a chat of another language.
    """
    if _is_title(text):
        return None
    words = {word for word in tokens(_without(text, names)) if word.isalpha()}
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


def _is_title(text: str) -> bool:
    """Tell "Back to the Future" and "Rua das Palmeiras": each long word begins with a capital."""
    long = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) >= _LONG]
    return len(long) > 1 and not text.isupper() and all(word[0].isupper() for word in long)


def _without(text: str, names: Iterable[str]) -> str:
    for name in sorted(filter(None, names), key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", text, flags=re.IGNORECASE)
    return text


@cache
def _marks() -> Mapping[str, frozenset[str]]:
    """Return the words that only one of the languages has, or has as its function words."""
    vocabularies = {name: frozenset(lexicon.vocabulary) for name, lexicon in LEXICONS.items()}
    functions = {name: frozenset(lexicon.stop) for name, lexicon in LEXICONS.items()}
    return {name: _only(name, vocabularies) | _only(name, functions) for name in LEXICONS}


def _only(name: str, sets: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return sets[name].difference(*(others for other, others in sets.items() if other != name))
