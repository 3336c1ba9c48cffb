"""Whether the numbers of a clause are those that the shop told of the thing the clause speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from agentpay_plugin.conversation.facts import Facts, Ware, Way
from agentpay_plugin.language import claims, topics
from agentpay_plugin.language.clauses import Clause
from agentpay_plugin.language.naming import Named, Names
from agentpay_plugin.language.numerals import in_digits
from agentpay_plugin.language.quoted import Number, Quoted
from agentpay_plugin.language.words import fold
from agentpay_plugin.money import Money

_FEW = 12  # what one counts on one's fingers is no claim by itself
_ENDING = 4  # words
_DAYS = {"day": Decimal(1), "week": Decimal(7), "month": Decimal(30), "hour": Decimal(1) / 24}
_SOON = {"minute": 30, "hour": 0}  # how many of it may be said of anything but a delivery
_COUNTED = re.compile(
    r"\s+(?:\w+ )?(?!(?:pieces?|units?|left|pecas?|unidades?|piezas?|x|times)\b)[a-z]{3,}"
)
_NEXT = re.compile(r"\s+([a-z]{3,})")
_PRECEDED = re.compile(
    r"\b(?:the|these|those|of|as|os|los|las|estas|estes|essas|esses|esas|esos|destas|destes|all|todos|todas|option|number|opcao|opcion|numero|nr)\s*$"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a clause speaks of, by its own words or by those before it. `is_about_delivery`: not of goods."""

    named: Named
    wares: tuple[Ware, ...]
    ways: tuple[Way, ...]
    is_about_delivery: bool
    last: Named  # what was named before it
    about: str  # the last words that touched a rule of the shop's


class Figures:
    """Holds the numbers of clauses against what was told."""

    def __init__(self, facts: Facts, names: Names, quoted: Quoted) -> None:
        self._facts, self._names, self._quoted = facts, names, quoted
        self._texts = tuple(in_digits(fold(text)) for text in facts.texts)

    def are_told(self, clause: Clause, subject: Subject, before: str) -> bool:
        """Tell whether all numbers of a clause were told."""
        text = claims.with_cents(clause.folded)
        is_priced = bool(topics.PRICE.search(text) or topics.PRICE.search(before[-200:]))
        return all(
            self._is_told(clause, text, match, subject, is_priced=is_priced)
            for match in claims.NUMBER.finditer(text)
        )

    def _is_told(
        self, clause: Clause, text: str, match: re.Match[str], subject: Subject, *, is_priced: bool
    ) -> bool:
        number = Number(claims.values_of(match[0]), text[match.end() :], text[: match.start()])
        is_plain = not (number.currency or number.unit or number.is_share)
        ways = subject.named.ways or (subject.last.ways if self._is_short(text) else ())
        days = {Decimal(day) for way in ways for day in way.days}
        if is_plain and not topics.PRICE.search(text) and number.values & days:
            return True  # "DHL takes 2 to 4 days, Express only one"
        if number.currency or (
            topics.BEFORE_A_PRICE.search(number.behind) and self._is_bare(number)
        ):
            return self._is_price(clause, text, number, subject)
        if number.is_share:
            return self._is_share(text, match[0], number, subject, is_priced=is_priced)
        if number.unit:
            return self._is_span(text, match[0], number, subject)
        if topics.INSTALMENTS.search(text):
            return self._quoted.says(text)
        return self._is_count(clause, text, match[0], number, subject, is_priced=is_priced)

    def _is_short(self, text: str) -> bool:
        """Tell whether it only ends what was said of a way of delivery: "Express, one or two"."""
        is_stock = topics.IN_STOCK.search(text) or topics.SCARCE.search(text)
        return len(text.split()) <= _ENDING and not is_stock

    def _is_bare(self, number: Number) -> bool:
        """ "It's 12." and "costs 12 now", not "it's 100% cotton" and "for 2 people"."""
        if number.is_share or number.unit:
            return False
        if _NUMBERED.search(number.behind):
            return False
        is_named = topics.PRICE.search(number.behind[-24:]) is not None
        return (
            is_named
            or re.match(r"\s*(?:$|[.,!?]|(?:now|today|only|agora|hoje|hoy|ahora)\b)", number.ahead)
            is not None
        )

    def _is_price(self, clause: Clause, text: str, number: Number, subject: Subject) -> bool:
        if Decimal(0) in number.values:
            return self.is_free(text, subject)
        if self._quoted.has_amount(subject.about or text, number) and number.currency:
            return True
        if _ALL.search(text) and not _SPREAD.search(text) and not subject.is_about_delivery:
            return self._is_price_of_all(number, subject)
        amounts = self._amounts(clause, text, number, subject)
        return any(
            money.amount in number.values and _may_mean(number.currency, money.currency)
            for money in amounts
        )

    def _is_price_of_all(self, number: Number, subject: Subject) -> bool:
        """ "Both cost": each product has it."""
        wares = subject.named.wares or self._facts.wares
        prices = {
            name: {w.price.amount for w in wares if w.price and w.names[0] == name}
            for name in {ware.names[0] for ware in wares}
        }
        return bool(prices) and all(number.values & amounts for amounts in prices.values())

    def _amounts(
        self, clause: Clause, text: str, number: Number, subject: Subject
    ) -> frozenset[Money]:
        facts = self._facts
        if topics.DISCOUNT.search(text) and facts.discounts:
            return facts.discounts | facts.sums
        if subject.is_about_delivery:
            sums = facts.sums if _is_of_all(text, subject) else frozenset()
            return sums | frozenset(way.price for way in subject.ways if way.price)
        if topics.TOTAL.search(text) and facts.sums:
            return facts.sums
        if re.search(r"\b(?:together|juntos|juntas|altogether)\b", text):
            return frozenset()
        if subject.named.is_foreign:
            return frozenset()
        wares = self._meant(clause, number, subject)
        if not wares and not facts.wares:
            return facts.sums
        may_be_old = topics.BEFORE.search(text) is not None
        return frozenset(
            money
            for ware in wares
            for money in (ware.price, ware.total, ware.before if may_be_old else None)
            if money
        )

    def _meant(self, clause: Clause, number: Number, subject: Subject) -> tuple[Ware, ...]:
        """Return whose price it may be: of what is named before the number, else after it."""
        behind = self._names.named(clause, len(number.behind)).wares
        wares = behind or subject.wares
        is_of_many = topics.RANGE.search(clause.folded) is not None
        if len({ware.names[0] for ware in wares}) > 1 and not behind and not is_of_many:
            return () if not subject.named.wares else self._names.options(wares, clause)
        return self._names.options(wares, clause)

    def is_free(self, text: str, subject: Subject) -> bool:
        """Tell whether it was told that this costs nothing."""
        if self._quoted.is_free(text):
            return True
        if _INCLUDES.search(text) and self._facts.sums:
            return bool(self._facts.ways)
        if subject.is_about_delivery:
            return bool(subject.ways) and not any(
                way.price or way.price is None for way in subject.ways
            )
        return "total" in text and any(not one for one in self._facts.sums)

    def _is_share(
        self, text: str, written: str, number: Number, subject: Subject, *, is_priced: bool
    ) -> bool:
        if topics.DISCOUNT.search(text):
            return False
        if self._quoted.has_share(subject.about or text, number):
            return True
        return not is_priced and self._is_written(written, percent=True)

    def _is_span(self, text: str, written: str, number: Number, subject: Subject) -> bool:
        if self._quoted.has_span(subject.about or text, number):
            return True
        is_rule = topics.PROMISE.search(text) is not None
        unit = claims.unit_of(number.unit)
        if not is_rule and unit in _DAYS:
            days = {Decimal(day) for way in subject.ways for day in way.days}
            if any(value * _DAYS[unit] in days for value in number.values):
                return True
        is_promise = is_rule or subject.is_about_delivery or topics.DELIVERY.search(text)
        if is_promise or (topics.RECEIVED.search(text) and unit not in _SOON):
            return False
        is_one = max(number.values) == 1 and not re.search(
            r"\b(?:in|within|em|en|dentro de) $", number.behind
        )
        return is_one or self._is_written(written) or max(number.values) <= _SOON.get(unit, 0)

    def _is_count(
        self,
        clause: Clause,
        text: str,
        written: str,
        number: Number,
        subject: Subject,
        *,
        is_priced: bool,
    ) -> bool:
        facts, values = self._facts, number.values
        is_stock = topics.IN_STOCK.search(text) or topics.OUT_OF_STOCK.search(text)
        is_cart = topics.CART.search(text)
        if is_stock and not is_cart:
            wares = self._names.options(subject.wares, clause)
            there = {ware.available for ware in wares}
            return _is_one_of(values, there) or (
                not _PIECES.search(text) and self._is_written(written)
            )
        if is_cart:
            held = {ware.held for ware in self._names.options(subject.wares, clause)}
            return _is_one_of(values, held) or _is_one_of(values, facts.counts)
        counts = (
            facts.counts
            | {ware.available for ware in facts.wares}
            | {ware.held for ware in facts.wares}
        )
        if _is_one_of(values, counts) or self._is_written(written):
            return True
        if not is_priced and self._quoted.is_written(written):
            return True
        if topics.ORDER.search(text) or (is_priced and Decimal(0) in values):
            return False
        amounts = {money.amount for ware in subject.wares for money in ware.amounts}
        if not subject.named.is_foreign and values & amounts:
            return True
        counted = _NEXT.match(number.ahead)
        if counted and self._names.is_goods(counted[1]):
            return False
        is_some = _COUNTED.match(number.ahead) or _PRECEDED.search(number.behind)
        return bool(is_some) and not is_priced and max(values) <= _FEW

    def _is_written(self, number: str, *, percent: bool = False) -> bool:
        """Tell whether people wrote this number in a name or a description."""
        tail = rf"\s?{claims.PERCENT}" if percent else r"(?![\d])"
        pattern = re.compile(rf"(?<!\d){re.escape(number)}{tail}")
        return any(pattern.search(text) for text in self._texts)


_NUMBERED = re.compile(r"\b(?:number|size|order|numero|tamanho|talla|pedido)\b[^.]{0,12}$")
_ALL = re.compile(
    r"\b(?:both|ambos|ambas|as duas|os dois|las dos|los dos|all of them|todos|todas|each)\b"
)
_SPREAD = re.compile(r"\b(?:from|between|entre|desde|a partir|up to|ate|hasta)\b")
_SUMS_UP = re.compile(
    r"\b(?:com(?:es?|ing) to|adds? up|makes|altogether|in all|fica|ficou|da|queda|sale|son|suma)\b"
)
_INCLUDES = re.compile(r"\binclu")
_PIECES = re.compile(
    r"\b(?:left|pieces?|remain\w*|units?|restam?|sobr\w+|unidades?|pecas|quedan?|piezas)\b"
)


def _is_of_all(text: str, subject: Subject) -> bool:
    """Tell whether a sum is said of everything, not of a delivery: "the total", "it comes to $25 with DHL"."""
    if re.search(r"\btotal\b", text) or _INCLUDES.search(text):
        return True
    names = [re.escape(fold(way.name)) for way in subject.named.ways if way.name]
    bare = re.sub("|".join(names) or r"(?!)", " ", text)
    is_with = re.search(rf"\b(?:with|com|con)\b(?: \w{{1,3}})? (?:{'|'.join(names)})", text)
    return bool(names and is_with and _SUMS_UP.search(bare) and not topics.DELIVERY.search(bare))


def _is_one_of(values: frozenset[Decimal], counts: Iterable[int | None]) -> bool:
    return any(Decimal(count) in values for count in counts if count is not None)


def _may_mean(sign: str, currency: str) -> bool:
    meant = claims.meant_by(sign)
    return meant is None or currency in meant
