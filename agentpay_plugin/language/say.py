"""Phrases and money as text in a shopper's language: gettext for the words, babel for the numbers."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.lists import format_list
from babel.numbers import NumberPattern, format_decimal, parse_pattern
from django.utils import translation

from agentpay_plugin.conversation.parts import Country, Param, Phrase
from agentpay_plugin.language.phrases import PHRASES, Words
from agentpay_plugin.money import Money, exponent

ENGLISH = "en"
_CATALOGUES = Path(__file__).parent.parent / "locale"

# Control and bidirectional characters: shop data must not be able to turn our words around.
_KEPT_OUT = {
    **dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)]),
    **dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)]),
    ord("\n"): "\n",
    ord("\t"): " ",
}


def render_phrase(phrase: Phrase, locale: str) -> str:
    """Return a phrase in the language nearest to a BCP 47 locale; English where there is none."""
    values = {name: _text(value, locale) for name, value in phrase.params.items()}
    return _template(PHRASES[phrase.say], phrase.params.get("count"), locale).format_map(values)


def money_text(money: Money, locale: str) -> str:
    """Return an amount with all the digits that its currency has, as the locale writes it."""
    found = babel_locale(locale)
    pattern = _currency_pattern(found, exponent(money.currency))
    text: str = pattern.apply(money.amount, found, currency=money.currency, currency_digits=False)
    return text


def clean(text: str) -> str:
    """Return text of the shop's without invisible control characters; line breaks stay."""
    return text.translate(_KEPT_OUT)


@cache
def language_for(locale: str) -> str:
    """Return the language that there are words in and that is nearest to a locale."""
    tag = locale.replace("_", "-").lower()
    catalogues = [path.parent.parent.name for path in _CATALOGUES.glob("*/LC_MESSAGES/*.mo")]
    known = {ENGLISH: ENGLISH} | {
        name.replace("_", "-").lower(): name.replace("_", "-").lower() for name in catalogues
    }
    base = tag.partition("-")[0]
    near = [known[name] for name in sorted(known) if name.partition("-")[0] == base]
    return known.get(tag) or known.get(base) or (near[0] if near else ENGLISH)


@cache
def babel_locale(locale: str) -> Locale:
    """Return how numbers and lists are written in a locale; English where it is not known."""
    base = locale.replace("_", "-").partition("-")[0]
    for tag in (locale.replace("_", "-"), base):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale(ENGLISH)


@cache
def _currency_pattern(locale: Locale, digits: int) -> NumberPattern:
    """Return how the locale writes money, with as many decimal places as ISO 4217 says (CLDR has others)."""
    pattern = parse_pattern(locale.currency_formats["standard"].pattern)
    pattern.frac_prec = (digits, digits)
    return pattern


def _template(words: Words, count: Param | None, locale: str) -> str:
    with translation.override(language_for(locale)):
        if words.plural is not None and isinstance(count, int):
            return translation.ngettext(words.singular, words.plural, count)
        return translation.gettext(words.singular)


def _text(value: Param, locale: str) -> str:
    match value:
        case Money():
            return money_text(value, locale)
        case Country(code):
            return str(babel_locale(locale).territories.get(code, code))
        case int():
            return format_decimal(value, locale=babel_locale(locale))
        case tuple():
            return format_list([clean(each) for each in value], locale=babel_locale(locale))
        case str():
            return clean(value)
