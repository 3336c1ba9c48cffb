"""Whether a claim stands in what the merchant wrote about the shop itself, on its pages and in its answers.

A fee, a span of time, a share, a weekday, or that something is free: each only in a sentence about delivery, about
what is taken back or guaranteed, or about a service, and only where a sentence of the merchant's about the same
says it too. So no page proves what goods cost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from agentpay_plugin.language import claims, topics
from agentpay_plugin.language.numerals import in_digits
from agentpay_plugin.language.words import fold

_SENTENCE = re.compile(r"(?<=[.!?…;])\s+|\n+")
_PLAIN = frozenset(
    [
        "with",
        "from",
        "that",
        "this",
        "they",
        "your",
        "can't",
        "have",
        "will",
        "must",
        "voce",
        "voces",
        "pode",
        "podem",
        "para",
        "com",
        "dentro",
        "puede",
        "puedes",
        "pueden",
        "desde",
        "como",
        "este",
        "esta",
        "estes",
        "estas",
        "ser",
        "sera",
        "cannot",
        "could",
        "would",
        "should",
        "possi",
        "possible",
    ]
)
_BUSINESS = re.compile(r"\b(?:business|working|uteis|habiles|laborables)\b")


@dataclass(frozen=True, slots=True)
class Number:
    """A number where it stands: its values, and the words that follow and go before it, all folded."""

    values: frozenset[Decimal]
    ahead: str
    behind: str

    @property
    def currency(self) -> str:
        """Return the sign or word of a currency beside it; empty where there is none."""
        found = re.search(rf"{claims.CURRENCY}\s?-?$", self.behind) or re.match(
            rf"[\s-]{{0,2}}{claims.CURRENCY}", self.ahead
        )
        return found[0].strip(" -") if found else ""

    @property
    def is_share(self) -> bool:
        """Tell whether it counts parts of a hundred."""
        return re.match(rf"\s?{claims.PERCENT}", self.ahead) is not None

    @property
    def unit(self) -> str:
        """Return the words of the unit of time that it counts, alone or as the first of two; empty where it counts none."""
        found = re.match(
            rf"(?:\s?(?:-|to|a|ou|or|o|e|and|y)\s?\d+)?[\s-]*({claims.UNIT_OF_TIME})", self.ahead
        )
        return found[1] if found else ""


def numbers_in(folded: str) -> Iterator[Number]:
    """Yield the numbers of a text that has them in figures."""
    for match in claims.NUMBER.finditer(folded):
        yield Number(claims.values_of(match[0]), folded[match.end() :], folded[: match.start()])


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence of the merchant's. One without a topic of its own is about what the one before it is about."""

    words: str
    topics: frozenset[str]


class Quoted:
    """What was quoted in a turn. Every method takes folded text."""

    def __init__(self, quotes: Iterable[str]) -> None:
        self._sentences = tuple(one for text in quotes for one in _sentences(text))

    def has_amount(self, sentence: str, number: Number) -> bool:
        """Tell whether a fee or a limit in money is the merchant's."""
        return any(
            told.values & number.values and claims.is_same_currency(told.currency, number.currency)
            for told in self._numbers_like(sentence)
            if told.currency
        )

    def has_span(self, sentence: str, number: Number) -> bool:
        """Tell whether a span of time is the merchant's; business days are no days."""
        mine = (claims.unit_of(number.unit), _BUSINESS.search(number.unit) is not None)
        return any(
            told.values & number.values
            and mine == (claims.unit_of(told.unit), _BUSINESS.search(told.unit) is not None)
            for told in self._numbers_like(sentence)
            if told.unit
        )

    def has_share(self, sentence: str, number: Number) -> bool:
        """Tell whether a share is the merchant's."""
        told = (one for one in self._numbers_like(sentence) if one.is_share)
        return any(one.values & number.values for one in told)

    def is_free(self, sentence: str) -> bool:
        """Tell whether the merchant says that just this is free; a limit or a condition belongs to it."""
        said = [one for one in numbers_in(sentence) if one.currency]
        for told in self._about(sentence):
            is_the_same = topics.FREE.search(told.words) and told.topics == _topics(sentence)
            is_left_out = topics.CONDITION.search(told.words) and not topics.CONDITION.search(
                sentence
            )
            limits = [one for one in numbers_in(told.words) if one.currency]
            if (
                is_the_same
                and not is_left_out
                and all(any(limit.values & one.values for one in said) for limit in limits)
            ):
                return True
        return False

    def is_then(self, sentence: str) -> bool:
        """Tell whether the days of a delivery are those the merchant names; what is written once knows no tomorrow."""
        days = set(topics.WHEN.findall(sentence))
        return topics.RELATIVE.search(sentence) is None and any(
            days <= set(topics.WHEN.findall(told.words)) for told in self._about(sentence)
        )

    def says(self, sentence: str) -> bool:
        """Tell whether a sentence of the merchant's about the same says yes or no alike, and has the same numbers or shares words besides."""
        mine = _content(sentence)
        is_no = topics.NEGATED.search(sentence) is not None
        alike = [
            told
            for told in self._about(sentence)
            if is_no == (topics.NEGATED.search(told.words) is not None)
        ]
        if numbers := [claims.values_of(one) for one in claims.NUMBER.findall(sentence)]:
            written = [
                claims.values_of(one) for told in alike for one in claims.NUMBER.findall(told.words)
            ]
            return all(any(values & one for one in written) for values in numbers)
        shared = min(2, len(mine))
        return bool(mine) and any(len(mine & _content(told.words)) >= shared for told in alike)

    def is_written(self, number: str) -> bool:
        """Tell whether a number stands anywhere in it, as in a chart of sizes."""
        pattern = re.compile(rf"(?<![\d.,]){re.escape(number)}(?![\d])")
        return any(pattern.search(told.words) for told in self._sentences)

    def _numbers_like(self, sentence: str) -> Iterator[Number]:
        for told in self._about(sentence):
            yield from numbers_in(told.words)

    def _about(self, sentence: str) -> Iterator[_Told]:
        about = _topics(sentence)
        return (told for told in self._sentences if about & told.topics)


def _sentences(text: str) -> Iterator[_Told]:
    about: frozenset[str] = frozenset()
    for part in (in_digits(fold(each)) for each in _SENTENCE.split(text)):
        about = _topics(part) or about
        if part.strip() and not _is_bargain(part):
            yield _Told(part, about)


def _content(folded: str) -> frozenset[str]:
    """Return the beginnings of the words that carry a sentence, but for those of its topics."""
    for pattern in topics.RULES.values():
        folded = pattern.sub(" ", folded)
    return frozenset(word[:5] for word in re.findall(r"[a-z]{4,}", folded)) - _PLAIN


def _topics(folded: str) -> frozenset[str]:
    return frozenset(name for name, pattern in topics.RULES.items() if pattern.search(folded))


def _is_bargain(folded: str) -> bool:
    """What praises a bargain is no rule of the shop's."""
    has_amount = re.search(rf"{claims.CURRENCY}|{claims.PERCENT}", folded)
    return bool(topics.BARGAIN.search(folded) or (has_amount and topics.DISCOUNT.search(folded)))
