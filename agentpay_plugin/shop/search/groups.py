"""Which categories and collections are meant by what was looked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from agentpay_plugin.shop.search.dictionary import holds, is_same
from agentpay_plugin.shop.search.spare import SPARE
from agentpay_plugin.shop.search.terms import Term
from agentpay_plugin.shop.search.words import forms_in, split


def meant(
    terms: tuple[Term, ...], named: Mapping[str, tuple[str, ...]], most: int
) -> tuple[str, ...]:
    """Return the keys of the groups that some of the terms mean, the likeliest first. `named`: their names by key."""
    scores = {key: sum(_likeness(term, names) for term in terms) for key, names in named.items()}
    likely = sorted((key for key, score in scores.items() if score), key=lambda key: -scores[key])
    return tuple(likely[:most])


def called(terms: tuple[Term, ...], names: Iterable[str]) -> str:
    """Return the name that the terms spell out, all of it and nothing else; empty where there is none."""
    return next((name for name in names if _is_spelled_out(terms, name)), "")


def _is_spelled_out(terms: tuple[Term, ...], name: str) -> bool:
    words = tuple(word for word in split(name) if word not in SPARE)
    said = tuple(
        word for term in terms for word in (term.spelled[0] if term.spelled else term.said)
    )
    return len(words) == len(said) > 0 and is_same(words, said)


def _likeness(term: Term, names: tuple[str, ...]) -> int:
    text = forms_in(*names)
    for score, phrases in (
        (3, (term.said, *term.names)),
        (2, term.kinds),
        (1, term.spelled),
    ):
        if any(holds(text, phrase) for phrase in phrases):
            return score
    return 0
