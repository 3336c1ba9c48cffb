"""No expression takes ages on a message that repeats its words: each run of words is read in one way alone."""

from __future__ import annotations

import re

import pytest

from agentpay_plugin.language.deciding import LEXICONS
from agentpay_plugin.language.lexicon import Lexicon

# "(?:(?:ok|yes) )*" and "(?: (?:ok|yes))*": any number of these, in any order.
_REPEATED = re.compile(
    r"\(\?:(?:\(\?:(?P<before>[^()]*)\) | \(\?:(?P<after>[^()]*)\)|(?P<plain>[^()]* ))\)[*+]"
)


def _ambiguous(choices: list[str]) -> list[str]:
    """Return the choices that are listed twice, or that others make up: "never", "mind" and "never mind"."""
    known = set(choices)
    twice = {one for one in choices if choices.count(one) > 1}
    return sorted(twice | {one for one in known if _is_made_of(one.split(), known - {one})})


def _is_made_of(words: list[str], known: set[str]) -> bool:
    if not words:
        return True
    heads = range(1, len(words) + 1)
    return any(" ".join(words[:at]) in known and _is_made_of(words[at:], known) for at in heads)


@pytest.mark.parametrize("lexicon", LEXICONS.values(), ids=LEXICONS)
def test_what_is_repeated_is_read_in_one_way(lexicon: Lexicon) -> None:
    found = {
        name: ambiguous
        for name, expressions in {**lexicon.expressions, **lexicon.talk}.items()
        for expression in expressions
        for group in _REPEATED.finditer(expression)
        if (ambiguous := _ambiguous([one.strip() for one in _choices(group)]))
    }

    assert found == {}


def _choices(group: re.Match[str]) -> list[str]:
    listed = next(each for each in group.groups() if each is not None)
    return re.split(r"(?<!\\)\|", listed)
