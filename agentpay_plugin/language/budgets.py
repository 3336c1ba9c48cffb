"""What goods may cost: "under 50", "até 100 reais", "entre 20 y 30 euros"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from agentpay_plugin.conversation.reading import Budget
from agentpay_plugin.language.cues import Cues, any_of, flat
from agentpay_plugin.language.lexicon import Lexicon

_CURRENCIES = {
    "usd": "USD",
    "us$": "USD",
    "eur": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "€": "EUR",
    "brl": "BRL",
    "r$": "BRL",
    "real": "BRL",
    "reais": "BRL",
    "reales": "BRL",
    "gbp": "GBP",
    "£": "GBP",
    "libras": "GBP",
    "quid": "GBP",
    "pln": "PLN",
    "zl": "PLN",
    "zloty": "PLN",
    "mxn": "MXN",
    "inr": "INR",
    "₹": "INR",
    "rs": "INR",
    "rupees": "INR",
}
# Money of no one country: it is the shop's that is meant.
_SOME = ("$", "dollars", "dollar", "dolares", "dolar", "bucks", "pesos", "peso", "¥")
MONEY = frozenset((*_CURRENCIES, *_SOME))
_SIGN = any_of(re.escape(name) for name in (*_CURRENCIES, *_SOME))
_BEFORE, _AFTER = rf"(?:(?P<b%d>{_SIGN})\.?\s?)?", rf"(?:\s?(?P<a%d>{_SIGN})(?!\w))?"
_NUMBER = r"(?P<n%d>\d{1,7}(?:[.,\u00a0 ]\d{3}){0,3}(?:[.,]\d{1,2})?)(?![\d.,]*\d)(?P<k%d>\s?(?:k|mil|thousand)(?!\w))?"
_CENTS = 2
_TEN, _HUNDRED, _THOUSAND = 10, 100, 1000
_LEAST_BETWEEN = 20  # without a currency: between 8 and 18 it is hours that are meant
_LEAST_IN_WORDS = 10  # without a currency: "less than three" counts something else


def find_budget(text: str, lexicon: Lexicon) -> tuple[Budget, str] | None:
    """Return the prices that the words allow and the words that say so, as written.

    None when they set no bound, or a bound of something else.
    """
    words = flat(text)
    named = lexicon.cues.amounts.keys() & re.findall(r"[a-z]+", words)
    if not named and not any(letter.isdigit() for letter in words):
        return None
    for pattern, bounds in _patterns(lexicon):
        for found in pattern.finditer(words):
            budget = _budget(found, bounds, lexicon)
            if budget is not None:
                return budget, text[slice(*found.span())]
    return None


def _budget(found: re.Match[str], bounds: tuple[str, ...], lexicon: Lexicon) -> Budget | None:
    places = range(1, len(bounds) + 1)
    signs = [found[f"{side}{at}"] for at in places for side in "ba" if found[f"{side}{at}"]]
    if not signs and (bounds == ("least",) or not _is_price(found, lexicon)):
        return None
    amounts = [
        amount_of(found[f"n{at}"], found[f"k{at}"])
        if found[f"n{at}"]
        else _in_words(found[f"w{at}"], lexicon)
        for at in places
    ]
    if not signs and len(amounts) > 1 and not _are_prices(found, amounts, lexicon):
        return None
    if not signs and found["w1"] and amounts[0] < _LEAST_IN_WORDS:
        return None
    if len(amounts) > 1 and amounts[0] > amounts[1]:
        return None
    currency = next((_CURRENCIES[sign] for sign in signs if sign in _CURRENCIES), None)
    by_bound = dict(zip(bounds, amounts, strict=True))
    return Budget(by_bound.get("most"), by_bound.get("least"), currency)


def _are_prices(found: re.Match[str], amounts: list[Decimal], lexicon: Lexicon) -> bool:
    """Tell "between 50 and 100" from sizes, hours and days, and from what only a dash joins."""
    sizes = lexicon.attributes["size"] | lexicon.size_numbers | lexicon.sizes
    joined = re.fullmatch(r"[^a-z]*", found.group())
    clear = amounts[1] >= _LEAST_BETWEEN and amounts[1] - amounts[0] >= _LEAST_IN_WORDS
    return not joined and clear and sizes.isdisjoint(re.findall(r"\w+", found.string))


def _is_price(found: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell a number without a currency that can be a price from days, kg, pieces, years and sizes."""
    if "money" in found.groupdict() and found["money"]:
        return False
    before = re.findall(r"\w+", found.string[: found.start()])[-1:]
    after = re.match(r"[\s-]*([^\W\d_]+|[%\"'°#/x\u00d7])", found.string[found.end() :])
    counted = lexicon.measures | lexicon.units | lexicon.inside | set("%\"'°#/x\u00d7")
    sizes = lexicon.attributes["size"] | lexicon.size_numbers
    return not (after and after[1] in counted) and sizes.isdisjoint(before)


def amount_of(number: str, thousands: str | None) -> Decimal:
    """Read 1.500,00 and 1,500.00 alike: a sign before three figures parts thousands."""
    whole, cents = number, ""
    if len(number) > _CENTS and (found := re.search(r"[.,](\d{1,2})$", number)):
        whole, cents = number[: found.start()], found[1]
    value = Decimal(f"{re.sub(r'[^0-9]', '', whole)}.{cents or '0'}")
    return value * 1000 if thousands else value if cents else value.to_integral_value()


def _in_words(words: str, lexicon: Lexicon) -> Decimal:
    """Read "a hundred and fifty" and "duzentos e vinte"."""
    total = part = 0
    for word in re.findall(r"[a-z]+", words):
        value = lexicon.cues.amounts.get(word, 0)
        if value == _THOUSAND:
            total, part = total + (part or 1) * value, 0
        elif value == _HUNDRED and 0 < part < _TEN:
            part *= value
        else:
            part += value
    return Decimal(total + part)


def _patterns(lexicon: Lexicon) -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    if lexicon.locale not in _COMPILED:
        _COMPILED[lexicon.locale] = tuple(_compiled(lexicon))
    return _COMPILED[lexicon.locale]


_COMPILED: dict[str, tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]] = {}


def _compiled(lexicon: Lexicon) -> Iterator[tuple[re.Pattern[str], tuple[str, ...]]]:
    cues = lexicon.cues
    price = partial(_price, words=_amounts(cues))
    for first, second in cues.between:
        both = rf"(?:{first})\s+{price(1)}\s*(?:{second})\s*{price(2)}"
        yield re.compile(rf"(?<!\w){both}"), ("least", "most")
    yield re.compile(rf"(?<![\w.,]){price(1)}\s?(?:-|\u2013)\s?{price(2)}"), ("least", "most")
    spends = rf"(?P<money>{any_of(cues.spends)})"
    yield re.compile(rf"(?<!\w)(?:{any_of(cues.at_most)}|{spends})\s*{price(1)}"), ("most",)
    yield (
        re.compile(rf"(?<![\w.,]){price(1)}\s*,?(?:{any_of(cues.or_less)})(?!\w)"),
        ("most",),
    )
    yield re.compile(rf"(?<!\w)(?:{any_of(cues.at_least)})\s*{price(1)}"), ("least",)


def _price(at: int, words: str) -> str:
    number = rf"(?:{_NUMBER}|(?P<w%d>{words})(?!\w))"
    return (_BEFORE + number + _AFTER).replace("%d", str(at))


def _amounts(cues: Cues) -> str:
    word = rf"(?:{any_of(cues.amounts)})(?!\w)"
    joined = rf"(?:[\s-]+(?:{any_of(cues.amount_joins)}))?[\s-]+{word}"
    return rf"{word}(?:{joined}){{0,4}}"
