"""The dictionary of goods words, ready to be asked: which things a phrase can mean, and what else they are called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from agentpay_plugin.shop.search.goods_words import KINDS, ONLY_KINDS, SAME
from agentpay_plugin.shop.search.quality_words import QUALITIES, meaning_words
from agentpay_plugin.shop.search.spare import SPARE
from agentpay_plugin.shop.search.words import Forms, forms, split

Phrase = tuple[str, ...]
_QUALITIES = "\n".join(meaning_words(row) for row in QUALITIES.splitlines())
MOST_WORDS = 4  # of a phrase


@dataclass(frozen=True, slots=True)
class Dictionary:
    """`named`: what a thing is called, by its first name. `kinds`: which things are kinds of it."""

    named: Mapping[str, tuple[Phrase, ...]]
    kinds: Mapping[str, tuple[str, ...]]
    beginning: Mapping[str, tuple[tuple[Phrase, str], ...]]  # by a form of the first word

    def meant(self, words: Phrase) -> tuple[str, ...]:
        """Return the things that exactly these words are a name of."""
        found: dict[str, None] = {}
        for form in forms(words[0]) if words else ():
            for phrase, thing in self.beginning.get(form, ()):
                if len(phrase) == len(words) and is_same(phrase, words):
                    found[thing] = None
        return tuple(found)


@cache
def dictionary() -> Dictionary:
    """Return the dictionary, made when it is first asked for."""
    named = {
        row[0]: tuple(_phrase(name) for name in row)
        for row in _rows(SAME + ONLY_KINDS + _QUALITIES)
    }
    kinds = {
        thing.strip(): tuple(kind.strip() for kind in listed.split(","))
        for thing, _, listed in (line.partition(":") for line in KINDS.strip().splitlines())
    }
    beginning: defaultdict[str, list[tuple[Phrase, str]]] = defaultdict(list)
    for thing, phrases in named.items():
        for phrase in phrases:
            for form in forms(phrase[0]):
                beginning[form].append((phrase, thing))
    return Dictionary(named, kinds, {form: tuple(each) for form, each in beginning.items()})


@cache
def known_words() -> frozenset[str]:
    """Return all single words of the dictionary."""
    return frozenset(word for each in dictionary().named.values() for name in each for word in name)


@cache
def _wider() -> Mapping[str, frozenset[str]]:
    wider: defaultdict[str, set[str]] = defaultdict(set)
    for kind, things in dictionary().kinds.items():
        for thing in things:
            wider[thing].add(kind)
    return {thing: frozenset(kinds) for thing, kinds in wider.items()}


@lru_cache(maxsize=4096)
def things_called(word: str, *, with_kinds: bool = False) -> frozenset[str]:
    """Return the things that a word is a name of, and on demand the kinds that those are of; none for a word that names no goods."""
    meant = dictionary().meant(split(word))
    kinds = (_wider().get(thing, ()) for thing in meant) if with_kinds else ()
    return frozenset(meant).union(*kinds)


def is_same(phrase: Phrase, words: Phrase) -> bool:
    """Tell whether two phrases of one length are the same, whatever their number and gender."""
    return all(forms(one) & forms(other) for one, other in zip(phrase, words, strict=True))


def holds(text: Forms, phrase: Phrase) -> bool:
    """Tell whether all words of a phrase stand in a text."""
    return all(forms(word) & text for word in phrase)


def _phrase(name: str) -> Phrase:
    return tuple(word for word in split(name) if word not in SPARE)


def _rows(table: str) -> Iterable[tuple[str, ...]]:
    for line in filter(None, table.splitlines()):
        yield tuple(name.strip() for part in line.split(";") for name in part.split(","))
