"""Hides who somebody is in words that go to a language model: e-mail, telephone, tax id, card, street address."""

from __future__ import annotations

import re

from agentpay_plugin.conversation import card_number, tax_id

LONGEST = 1000  # characters of one message that a model is shown
CUT = " […]"

_EMAIL = re.compile(r"[^\s@<>()\[\],;:\"']{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
# Nine digits and more are anybody's number; seven and more with the signs of a telephone are one, too.
_PHONE = re.compile(
    r"(?<![\w.,])(?:\+\d[\d\s().-]{6,20}\d|\(\d{2,4}\)\s?\d[\d\s-]{5,12}\d|\d{3,5}[\s-]\d{3,4}(?:[\s-]\d{2,4})?)(?![\w,.]?\d)"
)
_LONG = re.compile(r"\d(?:[\s.-]?\d){7,}")
_CODE = re.compile(r"(?<!\w)\d{5}-\d{3,4}(?!\w)")  # a Brazilian CEP, a ZIP+4
_NUMBER = r"(?:n[º°.]?\s*)?\d{1,5}[A-Za-z]?"
_NAME = r"[\w'\u2019.ºª]+"
_STREET_BEFORE = re.compile(  # Rua das Flores, 123 · Calle Mayor 5 · Av. Paulista 1000
    rf"\b(?:rua|r\.|avenida|av\.?|alameda|travessa|rodovia|estrada|calle|c/|carrera|cra\.?|paseo|plaza|pra[çc]a|camino|via)"
    rf"\s+{_NAME}(?:\s+{_NAME}){{0,5}}?\s*,?\s*{_NUMBER}\b",
    re.IGNORECASE,
)
_STREET_AFTER = re.compile(  # 12 Main Street · 221B Baker St
    rf"\b\d{{1,5}}[A-Za-z]?\s+{_NAME}(?:\s+{_NAME}){{0,4}}?\s+"
    r"(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|ct|square|terrace|way|place|pl)\b\.?",
    re.IGNORECASE,
)
_FLAT = re.compile(
    r"\b(?:apt|apartment|flat|suite|apto|apartamento|bloco|depto|departamento|piso)\.?\s*\d{1,4}\w?\b",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"\S*\*{2,}\S*(?:\s{1,3}\S*\*\S*)*")
# What can be neither seen nor heard, and what turns the direction of writing around.
_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
    "\U000e0000-\U000e0fff]"
)


def without_tricks(text: str) -> str:
    """Return text without invisible, directional and control characters; line breaks stay."""
    return _INVISIBLE.sub("", text)


def masked(text: str) -> str:
    """Return text in which nobody is named by number or place any more."""
    hidden = card_number.without(without_tricks(text), "[number]")
    hidden = _EMAIL.sub("[e-mail]", hidden)
    for pattern in (_STREET_BEFORE, _STREET_AFTER, _FLAT):
        hidden = pattern.sub("[address]", hidden)
    for pattern in (_LONG, _PHONE, _CODE):
        hidden = pattern.sub("[number]", hidden)
    # Tax ids that are written otherwise; their last characters go as well.
    return _HIDDEN.sub("[number]", tax_id.masked(hidden))


def cut(text: str, most: int = LONGEST) -> str:
    """Return text of at most `most` characters, with a sign where something is left out."""
    return text if len(text) <= most else text[: most - len(CUT)].rstrip() + CUT
