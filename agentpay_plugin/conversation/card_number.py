"""Numbers of payment cards in words: found, so that they are warned of, and hidden, so that they are never kept.

Nothing here ever pays: a card is typed on the payment service's own page and nowhere else.
"""

from __future__ import annotations

import re

from agentpay_plugin.conversation.tax_id import normalised

_SIGNS = r"[\s.\u00a0\-\u2010-\u2015\u2212]"  # between the digits
_GROUPS = (
    rf"\d{{4}}{_SIGNS}{{0,3}}\d{{4}}{_SIGNS}{{0,3}}\d{{4}}{_SIGNS}{{0,3}}\d{{4}}(?:{_SIGNS}{{0,3}}\d{{1,3}})?"
    rf"|\d{{4}}{_SIGNS}{{0,3}}\d{{6}}{_SIGNS}{{0,3}}\d{{4,5}}|\d{{14,19}}"
)
_LIKELY = re.compile(rf"(?<![\w+./-])(?:{_GROUPS})(?![\w/]|[.-]\d)")
# Beside the word for a card any long number is one, also with a slip in it or in other groups.
_WORD = r"(?:(?<!gift )(?<!gift-)cards?|visa|master ?card|amex|cart[aã]o(?! (?:de )?presente)|cart[oõ]es|tarjetas?(?! (?:de )?regalo))"
_NAMED = re.compile(rf"(?<![\w/])\d(?:{_SIGNS}{{0,2}}\d){{12,18}}(?![\w/]|[.-]\d)")
_SPEAKS_OF_CARD = re.compile(rf"\b{_WORD}\b", re.IGNORECASE)
_SECURITY_CODE = re.compile(
    r"\b(?:cvv2?|cvc2?|cvn|csc|cid|(?:security|verification) (?:code|number)|c[oó]digo (?:de )?(?:seguran[cç]a|seguridad|verifica[cç][aã]o|verificaci[oó]n))"
    r"\b[^\d\n]{0,12}(?P<code>\d{3,4})(?!\d)",
    re.IGNORECASE,
)
_FIRST = frozenset("23456")  # of the networks' numbers


def found_in(text: str) -> tuple[str, bool]:
    """Return the text without numbers of cards and their security codes, and whether there was one."""
    rest = without(text)
    return (rest.strip(), True) if rest != text else (text, False)


def without(text: str, instead: str = " ") -> str:
    """Return the text with something else in the place of each number of a card and each security code."""
    for start, end in reversed(_places(text)):
        text = f"{text[:start]}{instead}{text[end:]}"
    return text


def masked(text: str) -> str:
    """Return the text with every digit of a card and its security code hidden but for a number's last three."""
    hidden = list(text)
    for start, end in _places(text):
        digits = [at for at in range(start, end) if text[at].isdecimal()]
        shown = digits[-3:] if len(digits) > 4 else []
        for at in digits:
            hidden[at] = "*" if at not in shown else text[at]
    return "".join(hidden)


def _places(text: str) -> list[tuple[int, int]]:
    """Return where numbers of cards and security codes stand, in their order and none inside another."""
    if _SPEAKS_OF_CARD.search(text):
        numbers = [match.span() for match in _NAMED.finditer(text) if not normalised(match[0])]
    else:
        numbers = [match.span() for match in _LIKELY.finditer(text) if _checks_out(match[0])]
    codes = [match.span("code") for match in _SECURITY_CODE.finditer(text)]
    beside = [(start, end) for start, end in codes if not _is_inside(start, numbers)]
    return sorted(numbers + beside)


def _is_inside(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _checks_out(written: str) -> bool:
    """Tell whether the digits are a card's by the sum of Luhn, and no CNPJ's, which may have as many."""
    digits = [int(one) for one in written if one.isdecimal()]
    if str(digits[0]) not in _FIRST or len(set(digits)) < 2 or normalised(written):
        return False
    doubled = [digit * 2 - 9 * (digit > 4) for digit in digits[-2::-2]]
    return (sum(doubled) + sum(digits[-1::-2])) % 10 == 0
