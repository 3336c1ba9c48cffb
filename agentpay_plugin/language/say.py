"""Phrases and money as text in a shopper's language: gettext for the words, babel for the numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.lists import format_list
from babel.numbers import NumberPattern, format_decimal, parse_pattern

from agentpay_plugin.conversation.parts import Country, Param, Phrase
from agentpay_plugin.language.catalogues import (
    ENGLISH,
    language_for,
    translated,
    translated_for,
)
from agentpay_plugin.language.msgids import Words
from agentpay_plugin.language.phrases import PHRASES
from agentpay_plugin.money import Money, exponent

# Between the letters of a currency and a figure (CLDR's currencySpacing, which babel leaves out).
_BESIDE_A_FIGURE = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
_NONE: Mapping[str, Param] = {}

# Control and bidirectional characters: shop data must not be able to turn our words around.
_KEPT_OUT = {
    **dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)]),
    **dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)]),
    ord("\n"): "\n",
    ord("\t"): " ",
}


def render_phrase(phrase: Phrase, locale: str) -> str:
    """Return a phrase in the language nearest to a BCP 47 locale; English where there is none."""
    return render_words(PHRASES[phrase.say], locale, phrase.params)


def render_words(words: Words, locale: str, params: Mapping[str, Param] = _NONE) -> str:
    """Return words in the language nearest to a BCP 47 locale, with their parameters filled in."""
    values = {name: _text(value, locale) for name, value in params.items()}
    return _template(words, params.get("count"), locale).format_map(values)


def money_text(money: Money, locale: str) -> str:
    """Return an amount with all the digits that its currency has, as the locale writes it."""
    found = babel_locale(locale)
    pattern = _currency_pattern(found, exponent(money.currency))
    text: str = pattern.apply(money.amount, found, currency=money.currency, currency_digits=False)
    return _BESIDE_A_FIGURE.sub("\xa0", text)


def country_text(code: str, locale: str) -> str:
    """Return a country's name in the language of our words; its code if it has none."""
    return str(words_locale(locale).territories.get(code, code))


def clean(text: str) -> str:
    """Return text of the shop's without invisible control characters; line breaks stay."""
    return text.translate(_KEPT_OUT)


@lru_cache(maxsize=500)
def babel_locale(locale: str) -> Locale:
    """Return how numbers are written in a locale; English where it is not known."""
    base = locale.replace("_", "-").partition("-")[0]
    for tag in (locale.replace("_", "-"), base):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale(ENGLISH)


def words_locale(locale: str) -> Locale:
    """Return what names and lists are written by: they stand among our words, so in the same language."""
    found, language = babel_locale(locale), language_for(locale)
    return found if found.language == language.partition("-")[0] else babel_locale(language)


@lru_cache(maxsize=500)
def _currency_pattern(locale: Locale, digits: int) -> NumberPattern:
    """Return how the locale writes money, with as many decimal places as ISO 4217 says (CLDR has others)."""
    pattern = parse_pattern(locale.currency_formats["standard"].pattern)
    pattern.frac_prec = (digits, digits)
    return pattern


def _template(words: Words, count: Param | None, locale: str) -> str:
    if words.plural is not None and isinstance(count, int):
        return translated_for(count, words.singular, words.plural, locale)
    return translated(words.singular, locale)


def _text(value: Param, locale: str) -> str:
    match value:
        case Money():
            return money_text(value, locale)
        case Country(code):
            return country_text(code, locale)
        case int():
            return format_decimal(value, locale=babel_locale(locale))
        case tuple():
            return format_list([clean(each) for each in value], locale=words_locale(locale))
        case str():
            return clean(value)
