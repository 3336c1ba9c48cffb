"""Hides who somebody is in words that go to a language model: e-mail, telephone, tax and identity numbers, card,
account, postal code, street address."""

from __future__ import annotations

import re

from agentpay_plugin.conversation import card_number
from agentpay_plugin.conversation.tax_id import masked as numbers_hidden
from agentpay_plugin.conversation.visible import without_tricks
from agentpay_plugin.language.addresses import without_addresses
from agentpay_plugin.language.identity_numbers import is_goods, without_identity_numbers

CUT = " […]"

_AT = r"\s{0,3}(?:[@\uff20\ufe6b]|\(at\)|\[at\]|\barroba\b)\s{0,3}"
_DOT = r"\s{0,2}(?:\.|\(dot\)|\[dot\]|\b(?:dot|punto|ponto)\b)\s{0,2}"
_LOCAL = r"[^\s@<>()\[\],;:\"']{1,64}"
_EMAIL = re.compile(rf"{_LOCAL}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,8}}")
# With spaces, or words for its signs; the last part is letters, since "2 @ 19.90" is a price.
_SPACED_EMAIL = re.compile(
    rf"(?:{_LOCAL}{_AT}|{_LOCAL}\s+at\s+(?=[\w-]+\s+dot\s|(?:gmail|hotmail|outlook|yahoo|icloud|live|uol|terra)\b))"
    rf"[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{0,4}}?{_DOT}[a-z]{{2,24}}\b(?:{_DOT}(?:br|mx|ar|uk|es|co)\b)?",
    re.IGNORECASE,
)
# Eight digits and more are anybody's number; seven and more with the signs of a telephone are one, too.
_PHONE = re.compile(
    r"(?<![\w.,])(?:\+\d[\d\s().-]{6,20}\d|\(\d{2,4}\)\s?\d[\d\s-]{5,12}\d|\d{3,5}[\s-]\d{3,4}(?:[\s-]\d{2,4})?)(?![\w,.]?\d)"
)
_LONG = re.compile(r"\d(?:[\s.-]?\d){7,}")
_CODE = re.compile(r"(?<!\w)\d{5}-\d{3,4}(?!\w)")  # a Brazilian CEP, a ZIP+4
_HIDDEN = re.compile(r"\S*\*{2,}\S*(?:\s{1,3}\S*\*\S*)*")


def masked(text: str) -> str:
    """Return text in which nobody is named by number or place any more."""
    hidden = card_number.without(without_tricks(text), "[number]")
    for pattern in (_EMAIL, _SPACED_EMAIL):
        hidden = pattern.sub("[e-mail]", hidden)
    hidden = without_identity_numbers(without_addresses(hidden))
    # Tax ids and the longest numbers first, whole; their last characters go as well.
    hidden = _HIDDEN.sub("[number]", numbers_hidden(hidden))
    for pattern in (_LONG, _PHONE, _CODE):
        hidden = pattern.sub(_number, hidden)
    return hidden


def _number(match: re.Match[str]) -> str:
    return match[0] if is_goods(match) else "[number]"


def cut(text: str, most: int) -> str:
    """Return text of at most `most` characters, with a sign where something is left out."""
    return text if len(text) <= most else text[: most - len(CUT)].rstrip() + CUT
