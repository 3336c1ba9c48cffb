"""Words of a shopper and of a shop made comparable: case, accents, plurals and genders evened out."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

Forms = frozenset[str]

_AT_MOST = 2000  # characters
_WORD = re.compile(r"[^\W_]+")
_JOINED = (
    (re.compile(r"\bt[- ]?shirt"), "tshirt"),
    (re.compile(r"\be[- ]book"), "ebook"),
    (re.compile(r"\baudio[- ]book"), "audiobook"),
    (re.compile(r"\bsweat[- ]shirt"), "sweatshirt"),
    (re.compile(r"\bback[- ]pack"), "backpack"),
)
# Nouns that only their accents tell from an article and a pronoun.
_ACCENTED = ((re.compile(r"\blãs?\b"), "lana"), (re.compile(r"\btés?\b"), "tea"))
_ENCLITIC = re.compile(r"(?P<verb>\w{2,}[aei]r)(?:l[oa]s?|me|te|se|nos)")  # devolverlo
_SHORT = 3  # letters: such a word has no endings to lose
# Endings of plurals and what stands for them in the singular; English, Portuguese, Spanish.
_PLURALS = (
    ("ies", "y"),
    ("oes", "ao"),
    ("ais", "al"),
    ("eis", "el"),
    ("uis", "ul"),
    ("ns", "m"),
    ("ces", "z"),
    ("es", ""),
    ("s", ""),
)


def fold(text: str) -> str:
    """Return a text in small letters without accents."""
    plain = unicodedata.normalize("NFKD", text[:_AT_MOST].casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


@lru_cache(maxsize=4096)
def split(text: str) -> tuple[str, ...]:
    """Return the words of a text, folded, each as often as it stands there."""
    folded = text[:_AT_MOST].casefold()
    for spelled, plain in _ACCENTED:
        folded = spelled.sub(plain, folded)
    folded = fold(folded)
    for spelled, joined in _JOINED:
        folded = spelled.sub(joined, folded)
    return tuple(_WORD.findall(folded))


@lru_cache(maxsize=16384)
def forms(word: str) -> Forms:
    """Return what a folded word may be in the singular; words are the same when these meet."""
    found = {word}
    if len(word) > _SHORT and not word.endswith("ss"):
        found |= {
            word.removesuffix(ending) + instead
            for ending, instead in _PLURALS
            if word.endswith(ending) and len(word) - len(ending) >= _SHORT - 1
        }
    if verb := _ENCLITIC.fullmatch(word):
        found.add(verb["verb"])
    return frozenset(_ungendered(each) for each in found)


@lru_cache(maxsize=4096)
def forms_in(*texts: str) -> Forms:
    """Return the forms of all words of some texts."""
    return frozenset().union(*(forms(word) for text in texts for word in split(text)))


def _ungendered(word: str) -> str:
    """Put one mark for the Portuguese and Spanish genders."""
    return f"{word[:-1]}@" if len(word) > _SHORT and word[-1] in "ao" else word
