"""What the local model looks at in a message: its words, their neighbours and pieces, and the line before it.

Standard library only. The numbers are places in the model's table of weights; training uses the very same function.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from zlib import crc32

BITS = 18
_MASK = (1 << BITS) - 1
_MOST = 300  # characters that are looked at; a longer message repeats itself
_MOST_BEFORE = 160
_TOKEN = re.compile(r"[^\W_]+|[?]")
_REPEATED = re.compile(r"(.)\1{2,}")
_SHORT = 4  # words: what the line before it says counts more
_PIECES = (3, 4, 5)


def places(text: str, language: str, before: str = "") -> list[int]:
    """Return the places of all features of a message; one that occurs twice is there twice."""
    return [crc32(name.encode(errors="replace")) & _MASK for name in _named(text, language, before)]


def _named(text: str, language: str, before: str) -> Iterator[str]:
    words = _words(text[:_MOST])
    yield f"language {language}"
    yield f"length {min(len(words), 12)}"
    padded = ["^", *words, "$"]
    for first, second, third in zip(padded, padded[1:], [*padded[2:], ""], strict=False):
        yield f"{first} {second}"
        yield f"{first} {second} {third}"
        yield f"{first} _ {third}"
    for word in words:
        yield word
        yield from _pieces(word)
    if before:
        yield from _line_before(words, before)


def _line_before(words: list[str], before: str) -> Iterator[str]:
    size = "short" if len(words) <= _SHORT else "long"
    earlier = _words(before[-_MOST_BEFORE:])
    yield f"after {size}"
    for word in earlier:
        yield f"after {size} {word}"
    for first, second in itertools.pairwise(earlier):
        yield f"after {size} {first} {second}"
    if size == "short" and words:
        for word in earlier:
            yield f"after {word} says {words[0]}"


@lru_cache(maxsize=4096)
def _pieces(word: str) -> tuple[str, ...]:
    """Return the pieces of a word, marked where it begins and ends: what is left of it after a slip."""
    if len(word) < min(_PIECES) - 1:
        return ()
    marked = f"<{word}>"
    return tuple(
        f"~{marked[at : at + size]}" for size in _PIECES for at in range(len(marked) - size + 1)
    )


def _words(text: str) -> list[str]:
    """Return the words in lower case without accents; each figure is a 0, hiiii is hi."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(part for part in parts if not unicodedata.combining(part))
    return [_evened(word) for word in _TOKEN.findall(plain.replace("'", ""))]


def _evened(word: str) -> str:
    if word.isalpha():
        return _REPEATED.sub(r"\1", word)
    return re.sub(r"\d", "0", word)
