"""Sizes that a shopper names: "size 42", "tamanho M", "talla XL", "shirt XXL"."""

from __future__ import annotations

import re
from itertools import pairwise

from agentpay_plugin.shop.search.dictionary import things_called
from agentpay_plugin.shop.search.words import fold

_NAMED = re.compile(
    r"\b(?:sizes?|tamanhos?|tam|tallas?|talles?|numeros?|numeracao|calco)\b\.?\s*(?:is |do |de |e |:)?\s*"
    r"(?P<size>\d{1,3}(?:[.,]5)?(?!\s*(?:%|cm|mm|ml|kg|g\b|in\b))|x{0,4}[sl]|m|p|g{1,3}|small|medium|large"
    r"|pequen[oa]|medi[oa]|mediano|grande)\b"
)
# Codes that can hardly be anything else; a single letter only as a capital at the end.
_CODE = re.compile(r"\b(?P<size>x{1,4}[sl]|[2-5]xl|gg|xgg)\b")
_LETTER = re.compile(r"(?<![\w'\u2019])(?:in |em |en )?(?P<size>[SMLGP])(?=[\s.?!]*$)")
_WORN = re.compile(
    r"\b(?:calc[ao]|calza|usa|uso|veste|visto|wears?)\s+(?:um |uma |una |la |el |o |a )?(?:numero |size )?"
    r"(?P<size>[1-6]\d(?:[.,]5)?)\b(?!\s*(?:%|cm|mm|ml|kg))"
)
_FIGURES = re.compile(r"[1-6]\d(?:[.,]5)?")
_RANGE = re.compile(r"(\d{1,3})\s*[-\u2013/]\s*(\d{1,3})")
_SIZED = frozenset(
    ["shoe", "clothing"]
)  # goods, and kinds of them, of which a bare number is the size
_SAME = {
    "small": ("s", "p"),
    "medium": ("m",),
    "large": ("l", "g"),
    "pequeno": ("p", "s"),
    "pequena": ("p", "s"),
    "medio": ("m",),
    "media": ("m",),
    "mediano": ("m",),
    "grande": ("g", "l"),
    "2xl": ("xxl",),
    "3xl": ("xxxl",),
    "gg": ("xl",),
    "p": ("s",),
    "g": ("l",),
}


def size_in(text: str) -> str | None:
    """Return the size that is named, as it was written; None where none or several are."""
    folded = fold(text)
    found = {match["size"] for match in _NAMED.finditer(folded)}
    found |= {match["size"] for match in _CODE.finditer(folded)}
    found |= {match["size"].lower() for match in _LETTER.finditer(text)}
    found |= {match["size"] for match in _WORN.finditer(folded)} | _behind_goods(folded)
    return found.pop() if len(found) == 1 else None


def _behind_goods(folded: str) -> set[str]:
    """Return the numbers that stand behind what is worn: "sneakers 39", "tênis 40"."""
    pairs = pairwise(re.findall(r"[\w.,]+", folded))
    return {
        number.rstrip(".,")
        for word, number in pairs
        if _FIGURES.fullmatch(number.rstrip(".,"))
        and not _SIZED.isdisjoint(things_called(word, with_kinds=True))
    }


def size_named(name: str) -> str | None:
    """Return the size that goes by a name: "42", "size L"; any name is one, and it is for the goods to have it."""
    folded = fold(name).strip()
    return size_in(f"size {folded}") or size_in(folded) or folded or None


def is_size(value: str, wanted: str) -> bool:
    """Tell whether an attribute's value is the size wanted: the very same, else the same by another name."""
    written = fold(value).replace(",", ".").strip()
    plain = wanted.replace(",", ".")
    if written in (plain, *_SAME.get(plain, ())) or plain in _SAME.get(written, ()):
        return True
    between = _RANGE.fullmatch(written)
    is_whole = between is not None and plain.isdecimal()
    return is_whole and between is not None and int(between[1]) <= int(plain) <= int(between[2])
