"""Whether a sentence of a model's may be shown: nothing it claims may differ from what the shop has told.

A sentence is let through or not, never mended. What the shop told is `Facts`; what people wrote (names, descriptions)
proves neither a price nor a stock nor a time of delivery. What the merchant wrote about the shop itself proves the
shop's own rules (quoted.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from agentpay_plugin.conversation.facts import NOTHING, Facts
from agentpay_plugin.language import claims
from agentpay_plugin.language.quoted import Number, Quoted
from agentpay_plugin.language.words import fold

SHINGLE = 6  # words in a row that, taken from the instructions, are a leak
_FEW = 12  # what one counts on one's fingers is no claim by itself
_RISKY = re.compile(
    "|".join(
        (
            r"\d",
            claims.CURRENCY,
            claims.PERCENT,
            claims.FREE.pattern,
            claims.BARGAIN.pattern,
            claims.DISCOUNT.pattern,
            claims.OUT_OF_STOCK.pattern,
            claims.IN_STOCK.pattern,
            r"\b(?:stock|available|unavailable|left|sold|estoque|disponi\w+|indisponi\w+|esgotad\w+|agotad\w+|existencias"
            r"|restam?|quedan?|free|half|buy)\b",
            claims.PROMISE.pattern,
            claims.DELIVERY.pattern,
            claims.WHEN.pattern,
            claims.ADDRESS.pattern,
            claims.CODE_LIKE.pattern,
            # Words of numbers that may be followed by what they count.
            r"\b(?:" + "|".join(w for w in ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight",
            "nine", "ten", "twenty", "thirty", "fifty", "hundred", "thousand", "dois", "duas", "tres", "quatro", "cinco",
            "seis", "sete", "oito", "nove", "dez", "vinte", "trinta", "cem", "mil", "dos", "cuatro", "siete", "ocho",
            "nueve", "diez", "veinte", "treinta", "cien")) + r")\b",
        )
    )
)  # fmt: skip


class Guard:
    """Checks sentences against the facts told so far; `secrets` are texts that must not be repeated."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        self.facts: Facts = NOTHING
        self._secrets = frozenset(run for text in secrets for run in _runs(_words(text)))

    def allows(self, sentence: str, before: str = "") -> bool:
        """Tell whether a sentence may be shown after the one `before` it."""
        folded = fold(sentence)
        if claims.ADDRESS.search(folded) or claims.CODE_LIKE.search(folded):
            return False
        if self._leaks(sentence):
            return False
        return self._is_true(folded, fold(before))

    def shown_before_its_end(self, sentence: str) -> int:
        """Return how much of a sentence that is still being written may be shown: whole words without a claim."""
        whole = max(sentence.rfind(" "), sentence.rfind("\n")) + 1
        folded = fold(sentence)
        risk = _RISKY.search(folded)
        # Folding may change lengths; then nothing is shown early.
        if len(folded) != len(sentence) or self._leaks(sentence):
            return 0
        if risk is None:
            return whole
        start = max(sentence.rfind(" ", 0, risk.start()), sentence.rfind("\n", 0, risk.start())) + 1
        return min(whole, start)

    def _leaks(self, sentence: str) -> bool:
        return not self._secrets.isdisjoint(_runs(_words(sentence)))

    def _is_true(self, folded: str, before: str) -> bool:
        facts = self.facts
        if claims.BARGAIN.search(folded):
            return False
        if claims.FREE.search(folded) and not self._is_free(folded):
            return False
        out_of_stock = claims.OUT_OF_STOCK.search(folded) is not None
        in_stock = claims.IN_STOCK.search(claims.OUT_OF_STOCK.sub(" ", folded)) is not None
        if (out_of_stock and not facts.out_of_stock) or (in_stock and not facts.in_stock):
            return False
        return self._is_on_time(folded) and self._numbers_are_true(folded, before)

    def _is_on_time(self, folded: str) -> bool:
        """No day is promised for a delivery: the shop tells spans of days, and what it tells is no promise."""
        if not claims.DELIVERY.search(folded):
            return True
        return claims.WHEN.search(folded) is None or self._quoted().is_then(folded)

    def _is_free(self, folded: str) -> bool:
        is_delivery = claims.FREE_DELIVERY.search(folded) is not None
        if (is_delivery and self.facts.free_delivery) or self._quoted().is_free(folded):
            return True
        return self.facts.free_total and not is_delivery and "total" in folded

    def _numbers_are_true(self, folded: str, before: str) -> bool:
        is_priced = bool(claims.PRICE.search(folded) or claims.PRICE.search(before[-200:]))
        is_stock = bool(claims.IN_STOCK.search(folded))
        found = [(match, claims.values_of(match[0])) for match in claims.NUMBER.finditer(folded)]
        words = [
            (match, frozenset((claims.value_of_word(match[0]),)))
            for match in claims.NUMBER_WORD.finditer(folded)
            if _is_counted(folded[match.end() :])
            or (match[0] not in _ARTICLES and claims.BEFORE_A_PRICE.search(folded[: match.start()]))
        ]
        return all(
            self._is_told(folded, match, values, is_priced=is_priced, is_stock=is_stock)
            for match, values in (*found, *words)
        )

    def _is_told(
        self,
        folded: str,
        match: re.Match[str],
        values: frozenset[Decimal],
        *,
        is_priced: bool,
        is_stock: bool,
    ) -> bool:
        facts, quoted = self.facts, self._quoted()
        ahead, behind = folded[match.end() :], folded[: match.start()]
        number = Number(values, ahead, behind)
        if (near := number.currency) or claims.BEFORE_A_PRICE.search(behind):
            if Decimal(0) in values:
                return self._is_free(folded)
            amounts = facts.amounts
            if claims.FREE_DELIVERY.search(folded):
                amounts |= facts.fees
            return any(
                money.amount in values and _may_mean(near, money.currency) for money in amounts
            ) or (bool(near) and quoted.has_amount(folded, number))
        if number.is_share:
            is_offer = is_priced or claims.DISCOUNT.search(folded) is not None
            if is_offer:
                return False
            return self._is_written(match[0], percent=True) or quoted.has_share(folded, number)
        if number.unit:
            if any(Decimal(day) in values for day in facts.days) or quoted.has_span(folded, number):
                return True
            is_promise = claims.DELIVERY.search(folded) or claims.PROMISE.search(folded)
            return not is_promise and self._is_written(match[0])
        counted = any(Decimal(count) in values for count in facts.counts)
        if is_stock:
            return counted or self._is_written(match[0])
        if counted or self._is_written(match[0]):
            return True
        if not is_priced and quoted.is_written(match[0]):
            return True
        if any(money.amount in values for money in facts.amounts):
            return True
        if is_priced and Decimal(0) in values:
            return False
        return not is_priced and max(values) <= _FEW

    def _quoted(self) -> Quoted:
        return Quoted(self.facts.quotes)

    def _is_written(self, number: str, *, percent: bool = False) -> bool:
        """Tell whether people wrote this number in a name or a description."""
        tail = rf"\s?{claims.PERCENT}" if percent else r"(?![\d])"
        pattern = re.compile(rf"(?<!\d){re.escape(number)}{tail}")
        return any(pattern.search(fold(text)) for text in self.facts.texts)


_ARTICLES = ("a", "um", "uma", "un", "una", "uno")


def _may_mean(sign: str, currency: str) -> bool:
    meant = claims.meant_by(sign)
    return meant is None or currency in meant


def _is_counted(ahead: str) -> bool:
    """Tell whether a word of a number counts money, a share or time: "five dollars", not "a new one"."""
    near = r"(?:[\s-]+(?:and|e|y|hundred|mil|\w+(?:ty|enta|inta)|business|working)){0,2}"
    units = rf"(?:{claims.CURRENCY}|{claims.PERCENT}|{claims.UNIT_OF_TIME})"
    return re.match(rf"{near}[\s-]+{units}|{near}[\s-]?%", ahead) is not None


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(text))


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}
