"""Finds products by words: the name counts most, then the category, then the attributes, then the description."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from agentpay_plugin.shop.sandbox.goods import SampleProduct, Text

_STEM = 3  # a shorter word is not changed, and one shorter still is not searched for
_LANGUAGES = ("en", "pt", "es")


def found(products: tuple[SampleProduct, ...], text: str) -> list[SampleProduct]:
    """Return the products that the words fit best, the best first; those that fit half as well are left out."""
    wanted = [word for word in _words(text) if len(word) >= _STEM]
    scores = {product.id: _score(product, wanted) for product in products}
    best = max(scores.values(), default=0)
    fitting = [product for product in products if best and scores[product.id] * 2 > best]
    return sorted(fitting, key=lambda product: -scores[product.id])


def _score(product: SampleProduct, wanted: list[str]) -> int:
    """Return how well the words fit: 0 not at all."""
    index = _index(product)
    return sum(next((score for score, words in index if _fits(word, words)), 0) for word in wanted)


def _fits(wanted: str, words: frozenset[str]) -> bool:
    """Let a word find its plural, its other gender, and a word that it begins or that begins it."""
    return any(
        _base(wanted) == _base(word)
        or (len(wanted) > _STEM and word.startswith(wanted) and len(word) <= len(wanted) + 3)
        or (len(word) > _STEM and wanted.startswith(word) and len(wanted) <= len(word) + 2)
        for word in words
    )


@lru_cache(maxsize=4096)
def _base(word: str) -> str:
    """Return a word without the plural, and with one mark for the Portuguese and Spanish genders."""
    if word.endswith("s") and not word.endswith("ss") and len(word) > _STEM:
        word = word[:-1]
    return f"{word[:-1]}@" if word[-1] in "ao" and len(word) > _STEM else word


def _index(product: SampleProduct) -> tuple[tuple[int, frozenset[str]], ...]:
    attributes = {*product.attributes, *(one for v in product.variants for one in v.attributes)}
    values = {value for one in attributes for value in one.values}
    return (
        (8, _words(_all(product.name))),
        (6, _words(f"{_all(product.category)} {product.words}")),
        (4, _words(" ".join(sorted(_all(value) for value in values)))),
        (1, _words(_all(product.description))),
    )


def _all(text: Text) -> str:
    return " ".join(text.in_(language) for language in _LANGUAGES)


@lru_cache(maxsize=1024)
def _words(text: str) -> frozenset[str]:
    """Return the words in small letters without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return frozenset(re.findall(r"\w+", letters))
