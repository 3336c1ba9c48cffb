"""Order numbers, postal codes and towns in a message. Nothing is looked up: they are only what was written."""

from __future__ import annotations

import re

from agentpay_plugin.language.cues import flat
from agentpay_plugin.language.lexicon import Lexicon

_MOST_WORDS = 4  # of a town's name
# Forms that are nothing else: a CEP of Brazil, a postcode of Britain.
_SURELY_POSTAL = re.compile(r"(?<![\w-])(?:\d{5}-\d{3}|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})(?![\w-])")
_SURELY_ORDER = re.compile(r"(?<!\S)#(\d{4,12})(?!\w)")
_OWN_LEAST = 3  # figures of "my order 4521"
_TOWN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


def find_order_number(text: str, lexicon: Lexicon) -> str | None:
    """Return the number of an order: beside the word for it, or after a #."""
    found = lexicon.cues.ordering.search(flat(text))
    if found is None:
        alone = _SURELY_ORDER.search(text)
        return alone[1] if alone else None
    return text[slice(*found.span("id"))].lstrip("#").rstrip("-")


def find_postal_code(text: str, lexicon: Lexicon) -> str | None:
    """Return a postal code: by its form, or beside the word for it."""
    surely = _SURELY_POSTAL.search(text)
    if surely:
        return surely[0]
    found = lexicon.cues.postcode.search(flat(text))
    return text[slice(*found.span("code"))] if found else None


def find_town(text: str, lexicon: Lexicon) -> str | None:
    """Return the place that is asked about or said to be the shopper's, as written; a country is none for the caller."""
    found = lexicon.cues.placing.search(flat(text))
    if found is None:
        return None
    words: list[re.Match[str]] = []
    for word in _TOWN.finditer(text, found.end()):
        between = text[words[-1].end() if words else found.end() : word.start()]
        is_glued = text[word.end() : word.end() + 1] in {*"0123456789@._"} - {""}
        is_long = len(words) == _MOST_WORDS
        if between.strip(" ") or is_glued or is_long or _ends(word[0], bool(words), lexicon):
            break
        words.append(word)
    while words and flat(words[-1][0]) in lexicon.cues.of_town:
        words.pop()
    return text[words[0].start() : words[-1].end()] if words else None


def _ends(word: str, is_inside: bool, lexicon: Lexicon) -> bool:
    plain = flat(word)
    if is_inside and plain in lexicon.cues.of_town:
        return False
    if plain in lexicon.cues.no_town or plain in lexicon.streets:
        return True
    # "São José", "New York": what is written as a name is one, whatever its words mean elsewhere.
    return not word.istitle() and (plain in lexicon.stop or plain in lexicon.polite)
