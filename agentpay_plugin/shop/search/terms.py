"""What a shopper looks for, as terms: each a word or a phrase with all that it is called, and kinds of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from agentpay_plugin.shop.search.dictionary import MOST_WORDS, Phrase, dictionary, known_words
from agentpay_plugin.shop.search.goods_words import PEOPLE, PURPOSES
from agentpay_plugin.shop.search.quality_words import QUALITY_NAMES
from agentpay_plugin.shop.search.spare import SPARE
from agentpay_plugin.shop.search.typos import nearest
from agentpay_plugin.shop.search.words import Forms, forms, split

_MOST_TERMS = 8
_SHORTEST = 2  # letters: what is shorter says nothing
_MOST_ALTERNATIVES = 40


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that is looked for: as it was written, other names of it, kinds of it, and its likely spelling."""

    said: Phrase
    names: tuple[Phrase, ...] = ()
    kinds: tuple[Phrase, ...] = ()
    spelled: tuple[Phrase, ...] = ()

    @property
    def is_goods(self) -> bool:
        """Tell whether it may name goods, rather than only what they are like."""
        return any(thing not in QUALITY_NAMES for thing in dictionary().meant(self.said))

    @property
    def is_whom(self) -> bool:
        """Tell whether it says for whom goods are, and names none."""
        meant = dictionary().meant(self.said)
        return bool(meant) and PEOPLE.issuperset(meant)

    @property
    def is_anyone(self) -> bool:
        """Tell whether it says for whom, and not even for a man, a woman or a child."""
        return dictionary().meant(self.said) == ("person",)

    @property
    def is_thing(self) -> bool:
        """Tell whether it surely names goods of a kind: neither for whom, nor what for or of what."""
        meant = dictionary().meant(self.said)
        return bool(meant) and not (PEOPLE | PURPOSES | QUALITY_NAMES) & set(meant)

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """All that may stand in a text for this term, the likeliest first."""
        return tuple(dict.fromkeys((self.said, *self.names, *self.spelled, *self.kinds)))


def terms_of(text: str, known: Iterable[str] = ()) -> tuple[Term, ...]:
    """Return the terms of some words. `known` are words of the shop's own, folded, to tell slips by."""
    words = tuple(word for word in split(text) if word not in SPARE)
    shops = frozenset(known)
    return tuple(_terms(words, shops))[:_MOST_TERMS]


def any_of(terms: Iterable[Term]) -> tuple[str, ...]:
    """Return every phrase that any of the terms may be called, without repeats; a bounded number."""
    phrases = (phrase for term in terms for phrase in (*_singulars(term.said), *term.phrases))
    return tuple(dict.fromkeys(" ".join(phrase) for phrase in phrases))[:_MOST_ALTERNATIVES]


def _singulars(said: Phrase) -> tuple[Phrase, ...]:
    """Return what a word may begin with in the singular: a shop that finds beginnings finds it by these."""
    if len(said) > 1:
        return ()
    stems = sorted(form.rstrip("@") for form in forms(said[0]))
    return tuple((stem,) for stem in stems if len(stem) > _SHORTEST)


def _terms(words: Phrase, shops: frozenset[str]) -> Iterator[Term]:
    at = 0
    while at < len(words):
        length = _longest(words[at : at + MOST_WORDS])
        said = words[at : at + length]
        at += length
        if length > 1 or len(said[0]) >= _SHORTEST:
            yield _term(said, shops)


def _longest(words: Phrase) -> int:
    """Return how many of the first words make one name of the dictionary; 1 where they make none."""
    lengths = range(len(words), 1, -1)
    return next((length for length in lengths if dictionary().meant(words[:length])), 1)


def _term(said: Phrase, shops: frozenset[str]) -> Term:
    names, kinds = _called(said)
    if names or len(said) > 1 or _is_known(said[0], shops):
        return Term(said, names, kinds)
    known = shops | known_words()
    # A plural may have a slip, too.
    spelled = dict.fromkeys((said[0], *sorted(each.rstrip("@") for each in forms(said[0]))))
    meant = next((found for each in spelled if (found := nearest(each, known))), None)
    if meant is None:
        return Term(said)
    names, kinds = _called((meant,))
    return Term(said, (), kinds, ((meant,), *names))


def _is_known(word: str, shops: frozenset[str]) -> bool:
    return bool(forms(word) & _all_forms(shops))


@lru_cache(maxsize=64)
def _all_forms(words: frozenset[str]) -> Forms:
    return frozenset().union(*(forms(word) for word in words))


def _called(said: Phrase) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...]]:
    """Return the other names of what was said, and the names of its kinds."""
    words = dictionary()
    things = words.meant(said)
    names = (phrase for thing in things for phrase in words.named[thing])
    kinds = (
        phrase
        for thing in things
        for kind in words.kinds.get(thing, ())
        for phrase in words.named[kind]
    )
    return tuple(dict.fromkeys(names)), tuple(dict.fromkeys(kinds))
