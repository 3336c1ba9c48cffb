"""Figures in prose: numbers, and the words of currencies, shares and spans of time that stand beside them.

All of it is matched against folded text (lower case, no accents) with its numbers in figures (numerals.py).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

CURRENCY = (
    r"(?:us\$|r\$|a\$|c\$|mx\$|[$€£¥₹₽₩₺]|\b(?:usd|eur|gbp|brl|pln|mxn|cop|ars|clp|cad|aud|jpy|chf|dollars?|bucks?|euros?"
    r"|pounds?|pence|cents?|reais|pesos?|centavos?|dolar(?:es)?|libras?|zloty\w*|soles|yen|quid)\b)"
)
UNIT_OF_TIME = (
    r"\b(?:(?:business |working |calendar )?days?|weeks?|hours?|hrs?|minutes?|mins?|months?|nights?|years?"
    r"|tagen?|wochen?|stunden?|jours?|semaines?|heures?|giorni|settimane|ore|dias?(?: uteis| habiles| laborables)?|semanas?|horas?|minutos?|mes(?:es)?|noites?|anos?|noches?)\b"
)
PERCENT = r"(?:%|\bper ?cent\b|\bpor ?cento\b|\bpor ?ciento\b)"

# Which currencies a sign or a word can mean; what is not here can mean any.
CURRENCIES: Mapping[str, tuple[str, ...]] = {
    r"r\$|\b(?:reais|brl)\b": ("BRL",),
    r"€|\b(?:euros?|eur)\b": ("EUR",),
    r"£|\b(?:gbp|pounds?|quid|pence)\b": ("GBP",),
    r"us\$|\busd\b": ("USD",),
    r"\b(?:dollars?|bucks?|dolar(?:es)?)\b": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD"),
    r"\b(?:pln|zloty\w*)\b": ("PLN",),
    r"mx\$|\bmxn\b": ("MXN",),
    r"\bpesos?\b": ("MXN", "COP", "ARS", "CLP", "UYU", "DOP", "PHP"),
    r"[¥]|\bjpy\b|\byen\b": ("JPY", "CNY"),
}

# A sign that many currencies have, though not these.
_DOLLAR, _NOT_DOLLARS = "$", ("BRL", "EUR", "GBP", "PLN")
_UNITS = (
    ("minute", r"min"),
    ("hour", r"h(?:ou)?rs?|hora|stunde|heure|ore$"),
    ("day", r"day|dia|tage|jour|giorn"),
    ("night", r"night|noite|noche"),
    ("week", r"week|seman|woche|semaine|settiman"),
    ("month", r"month|mes"),
    ("year", r"year|ano"),
)

NUMBER = re.compile(r"\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)*")


def meant_by(sign: str) -> tuple[str, ...] | None:
    """Return the currencies that a sign or a word can mean; None for one that can mean any."""
    found = (meant for pattern, meant in CURRENCIES.items() if sign and re.fullmatch(pattern, sign))
    return next(found, None)


def is_same_currency(one: str, other: str) -> bool:
    """Tell whether two signs or words mean the same currency, or may: a dollar sign may be any dollars or pesos."""
    if one == other:
        return True
    meant, meant_too = meant_by(one), meant_by(other)
    if meant is not None and meant_too is not None:
        return not set(meant).isdisjoint(meant_too)
    named = meant or meant_too
    return _DOLLAR in (one, other) and named is not None and set(named).isdisjoint(_NOT_DOLLARS)


def unit_of(words: str) -> str:
    """Return the unit of time that words name, the same for all languages; empty for none."""
    return next((name for name, pattern in _UNITS if re.search(rf"\b(?:{pattern})", words)), "")


def values_of(written: str) -> frozenset[Decimal]:
    """Return the values that a number may have as it is written: 1.234 is a thousand here, a fraction there."""
    bare = "".join(one for one in written if one not in "\u00a0\u202f ")
    marks = [one for one in bare if one in ".,"]
    if not marks:
        return frozenset((Decimal(bare),))
    whole, _, fraction = bare.rpartition(marks[-1])
    plain = Decimal("".join(one for one in bare if one.isdigit()))
    decimal = Decimal(f"{''.join(one for one in whole if one.isdigit())}.{fraction}")
    if len(set(marks)) == 2:
        return frozenset((decimal,))
    if len(marks) > 1:
        return frozenset((plain,))
    return frozenset((plain, decimal)) if len(fraction) == 3 else frozenset((decimal,))


_CENTS = re.compile(
    rf"(\d+) ({CURRENCY})(?: and| e| y| con|,)? (\d\d)(?: (?:cents?|centavos?|centimos?))?\b(?! ?(?:dias?|days?|horas?|{PERCENT}))"
)


def with_cents(folded: str) -> str:
    """Return text in which "89 reais e 90 centavos" is one amount."""
    return _CENTS.sub(r"\1.\3 \2", folded)
