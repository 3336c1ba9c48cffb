"""The words of a language beside which prices, order numbers, places and things to compare are named."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

_FIRST, _LAST = r"(?:^|(?<=\| ))", r"(?=$| \|)"


@dataclass(frozen=True)
class Cues:
    """Regular expressions in lower case, without accents: over the text as written but for those.

    Those of `compares` hold the groups `one` and `other` (or `list`) and are met over plain words,
    where "|" ends a clause. Repeats are bounded, so that reading stays quick.
    """

    at_most: tuple[str, ...]  # before an amount: UNDER 50
    spends: tuple[str, ...]  # before money only: I HAVE 50 euros
    or_less: tuple[str, ...]  # behind one: 50 OR LESS
    at_least: tuple[str, ...]
    between: tuple[tuple[str, str], ...]  # (BETWEEN, AND), (FROM, TO)
    order: str  # order, purchase
    number: str  # number, no
    own: str  # before an order that is the shopper's: my
    postal: tuple[str, ...]  # zip code
    to_place: tuple[str, ...]  # before a town: do you SHIP TO
    no_town: frozenset[str]  # what else stands there: home, abroad
    of_town: frozenset[str]  # inside its name: Rio DE Janeiro
    joins: frozenset[str]  # between things compared: and
    compares: tuple[str, ...]
    amounts: Mapping[str, int]  # amounts in words: FIFTY; what is worth 100 and 1000 multiplies
    amount_joins: frozenset[str]  # inside them: a hundred AND fifty

    @cached_property
    def comparing(self) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(rf"(?<!\S)(?:{_bounded(each)})(?!\S)") for each in self.compares)

    @cached_property
    def ordering(self) -> re.Pattern[str]:
        number = rf"(?:{self.number})\.?"
        cues = (
            rf"{self.order}\s*(?:{number}\s*:?\s*#?|#|:)",
            rf"{number} (?:of (?:the |my )?|d[eo]l? |da |de mi |do meu )?{self.order}\s*:?\s*#?",
            rf"(?:{self.own})\s+{self.order}",
        )
        number_itself = r"(?P<id>[a-z]{0,4}-?\d[\da-z-]{2,19})"
        return re.compile(rf"(?<!\w)(?:{any_of(cues)})\s*(?:is |e |es )?{number_itself}(?![\w-])")

    @cached_property
    def postcode(self) -> re.Pattern[str]:
        return re.compile(
            rf"(?<!\w)(?:{any_of(self.postal)})(?: (?:is|e|es))?\s*:?\s*(?P<code>(?=[a-z -]{{0,4}}\d)[a-z\d][a-z\d-]{{2,9}})(?![\w-])"
        )

    @cached_property
    def placing(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{any_of(self.to_place)})\s+")


def _bounded(expression: str) -> str:
    """Let `^` and `$` at its ends also begin and end a clause."""
    start = _FIRST if expression.startswith("^") else ""
    stop = _LAST if expression.endswith("$") else ""
    return start + expression.removeprefix("^").removesuffix("$") + stop


def any_of(expressions: Iterable[str]) -> str:
    """Return one expression for all of them, the longest first."""
    return "|".join(sorted(expressions, key=len, reverse=True))


def flat(text: str) -> str:
    """Return the text in lower case without accents, each letter in its place."""
    return text if text.isascii() and text.islower() else "".join(map(_flat, text))


def _flat(letter: str) -> str:
    if letter.isascii():
        return letter.lower()
    plain = _decomposed(letter)
    return plain if len(plain) == 1 else letter


def _decomposed(letter: str) -> str:
    return unicodedata.normalize("NFD", letter.casefold())[:1]
