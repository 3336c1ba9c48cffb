"""Numbers that name somebody, found in words and taken out: identity papers, passports, accounts, cards.

Also what looks like one and is goods: sizes, prices, measures, days.
"""

from __future__ import annotations

import re
from itertools import pairwise

_SPANISH = re.compile(  # DNI 12345678Z · 12.345.678-Z · NIE X1234567L
    r"(?<!\w)(?:[XYZ][ -]?\d{7}|\d{2}\.?\d{3}\.?\d{3})[ -]?[TRWAGMYFPDXBNJZSQVHLCKE](?!\w)",
    re.IGNORECASE,
)
_MEXICAN = re.compile(  # CURP GOMC850315HDFRRN09 · RFC GOMC850315AB1 · RFC ABC850315AB1
    r"(?<!\w)(?:[A-ZÑ&]{3,4}[ -]?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    r"(?:[HMX][A-Z]{5}[A-Z0-9]\d|[ -]?[A-Z0-9]{3}))(?!\w)",
    re.IGNORECASE,
)
# Whatever stands behind its name, however it is made, if there are digits in it.
_NAMED = re.compile(
    r"\b(passports?|passaporte|pasaporte|reisepass|dni|nie|nif|rfc|curp|rg|cnh|c[eé]dula|identidade?|identity card"
    r"|id card|driver'?s licen[cs]e|ssn|social security number)\b"
    r"(\W{0,3}(?:(?:n[º°.]|no\.?|number|n[uú]mero|is|es|é|nr\.?)\W{1,3}){0,3})"
    r"((?:[A-Z]{1,3}[ -]?)?\d[\dA-Z]{0,16}(?:[ .-]\d[\dA-Z]{0,16}){0,4})(?!\w)",
    re.IGNORECASE,
)
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}(?!\w)", re.IGNORECASE)
_CARD = re.compile(r"(?<!\d)\d(?:[^\w\n]{0,3}\d){12,18}(?!\d)")

_PRICE = re.compile(r"\d{1,4}[.,]\d{2}")
_DAY = re.compile(r"20[2-9]\d-\d{2}-\d{2}|\d{2}[.-]\d{2}[.-]20[2-9]\d")  # nobody's birthday
_MEASURED = re.compile(
    r"\s?(?:[kmc]?m|[mc]?l|[km]?g|[gtm]b|w|v|mah|inch(?:es)?|reais|euros?|d[oó]la(?:r|re)s|dollars|pesos|usd|brl|eur|mxn"
    r"|gbp|[%€$£])(?!\w)",
    re.IGNORECASE,
)
_CURRENCY = re.compile(r"(?:R\$|US\$|[$€£]|\b(?:USD|BRL|EUR|MXN|GBP))\s?$", re.IGNORECASE)
_CARD_DIGITS = 13
_FEWEST_DIGITS = 5  # of an identity paper
_PHONE_DIGITS = 7


def without_identity_numbers(text: str) -> str:
    """Return the text with a sign in the place of each number that names somebody."""
    for pattern in (_SPANISH, _MEXICAN):
        text = pattern.sub("[number]", text)
    text = _NAMED.sub(_paper, text)
    text = _IBAN.sub(_account, text)
    return _CARD.sub(lambda found: "[number]" if _is_card(found[0]) else found[0], text)


def _paper(found: re.Match[str]) -> str:
    is_one = _digits(found[3]) >= _FEWEST_DIGITS
    return f"{found[1]}{found[2]}[number]" if is_one else found[0]


def _digits(written: str) -> int:
    return sum(map(str.isdecimal, written))


def is_goods(match: re.Match[str]) -> bool:
    """Tell whether digits are what a purchase is about, and not somebody's number."""
    written, text = match[0], match.string
    if _DAY.fullmatch(written):
        return True
    groups = written.split()
    if len(groups) > 1 and all(map(_PRICE.fullmatch, groups)):
        return True
    if _digits(written) >= _CARD_DIGITS:
        return False
    return (
        _digits(written) < _PHONE_DIGITS
        or _MEASURED.match(text, match.end()) is not None
        or _CURRENCY.search(text[max(match.start() - 5, 0) : match.start()]) is not None
        or _is_list_of_sizes(written)
    )


def _is_list_of_sizes(written: str) -> bool:
    """36 37 38 39 · 500-1000 · 36-38-40-42: numbers that rise in equal small steps, or two round ones that rise."""
    groups = re.split(r"[\s-]", written)
    if not all(map(str.isdecimal, groups)) or len(groups) < 2:
        return False
    numbers = [int(group) for group in groups]
    steps = {after - before for before, after in pairwise(numbers)}
    if len(numbers) == 2:
        return min(steps) > 0 and all(number % 100 == 0 for number in numbers)
    return max(map(len, groups)) <= 3 and len(steps) == 1 and 0 < min(steps) <= 10


def _account(match: re.Match[str]) -> str:
    """An IBAN may be followed by words: as much of it as adds up is taken out."""
    written = match[0]
    for end in range(len(written), 14, -1):
        if (end == len(written) or not written[end].isalnum()) and _is_iban(written[:end]):
            return "[number]" + written[end:]
    return written


def _is_iban(written: str) -> bool:
    bare = re.sub(r"[ -]", "", written).upper()
    if not bare.isascii() or not 15 <= len(bare) <= 34:
        return False
    return int("".join(str(int(each, 36)) for each in bare[4:] + bare[:4])) % 97 == 1


def _is_card(written: str) -> bool:
    """Luhn's sum."""
    digits = [int(each) for each in written if each.isdecimal()]
    twice = [digit * 2 - 9 * (digit > 4) for digit in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(twice)) % 10 == 0
