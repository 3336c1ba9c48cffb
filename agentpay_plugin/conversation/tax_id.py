"""CPF and CNPJ: whether the digits of a Brazilian tax id check out, and how one is found and hidden in words.

A CPF has 11 digits; a CNPJ 14 characters, of which the first 12 may be capital letters since 2026.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

LONGEST = 40  # characters of what somebody may write as one

_FEWEST_DIGITS = 6

_CPF = re.compile(r"\d{11}")
_CNPJ = re.compile(r"[0-9A-Z]{12}\d{2}")
_DASHES = r"\-\u2010-\u2015\u2212"  # telephones and documents write others than the keyboard's
_PUNCTUATION = re.compile(rf"[\s./{_DASHES}]+")

# A CPF or a CNPJ as people write them; the letters of a CNPJ only in its full punctuation or all together.
_PUNCTUATED = (
    rf"\d{{3}}([. ])\d{{3}}\1\d{{3}}[. /{_DASHES}]?\d{{2}}"
    rf"|[0-9A-Za-z]{{2}}\.[0-9A-Za-z]{{3}}\.[0-9A-Za-z]{{3}}[/ ]?[0-9A-Za-z]{{4}}[ {_DASHES}]?\d{{2}}"
)
_TOGETHER = (
    rf"\d{{9}}[{_DASHES}]\d{{2}}|\d{{8}}/?\d{{4}}[{_DASHES}]\d{{2}}|\d{{11}}"
    rf"|(?!(?i:cpf)\d{{11}}(?!\w))[0-9A-Za-z]{{12}}[{_DASHES}]?\d{{2}}"
)
# Nothing of a longer word or number; but "cpf" may stick to its digits.
_BEFORE = rf"(?:(?<![\w./{_DASHES}])|(?<=\b(?i:cpf))|(?<=\b(?i:cnpj)))"
_LIKELY = re.compile(rf"{_BEFORE}(?:{_PUNCTUATED}|{_TOGETHER})(?![\w/]|[.{_DASHES}]\w)")
# A CPF with letters right before or behind it ("nº529..."), or in single digits.
_GLUED = re.compile(
    rf"(?<![\d./{_DASHES}])(?:\d{{3}}\.\d{{3}}\.\d{{3}}[ .{_DASHES}]?\d{{2}}|\d{{11}}|\d(?: \d){{10}})(?!\d)"
)
# Somebody who was asked for one and mistyped it: more or fewer digits.
_ATTEMPT = re.compile(rf"(?<!\w)\d(?:[\s./{_DASHES}]?[0-9A-Za-z]){{7,17}}(?!\w)")
# Numbers that may tell who somebody is (tax ids, phones, cards): never stored as they were written.
_LONG = re.compile(
    rf"(?<!\w)\d(?:[./{_DASHES}]?\d){{8,18}}(?!\w)|(?<!\w)(?:\d{{4}} ){{3}}\d{{4}}(?!\w)"
)


def normalised(text: str) -> str | None:
    """Return a CPF or CNPJ without punctuation, letters in capitals; None when its digits do not check out."""
    bare = _PUNCTUATION.sub("", text).upper()
    if not bare.isascii() or len(set(bare)) < 2:
        return None
    if _CPF.fullmatch(bare):
        return bare if _ends_right(bare, range(10, 1, -1), range(11, 1, -1)) else None
    if _CNPJ.fullmatch(bare):
        weights = (*range(5, 1, -1), *range(9, 1, -1))
        return bare if _ends_right(bare, weights, (6, *weights)) else None
    return None


def found_in(text: str, *, asked: bool) -> tuple[str, str | None]:
    """Return the text without the tax id in it, and that tax id as it was written; None when there is none.

    Any other that checks out is hidden in the text, which others read from there on. `asked`: the shopper was asked for one, so that a number with too few or too many digits is a try, too.
    """
    likely = list(_LIKELY.finditer(text))
    for match in (*likely, *_GLUED.finditer(text)):
        if normalised(match[0]):
            return _others_hidden(_without(text, match)), match[0]
    for match in likely:
        if asked or not match[0].isalnum():
            return _without(text, match), match[0]
    attempt = _ATTEMPT.search(text) if asked else None
    return (_without(text, attempt), attempt[0]) if attempt else (text, None)


def _others_hidden(text: str) -> str:
    """Return the text with every tax id that checks out hidden but for its last three characters."""
    for form in (_LIKELY, _GLUED):
        text = form.sub(lambda one: _mask(one[0]) if normalised(one[0]) else one[0], text)
    return text


def masked(text: str) -> str:
    """Return the text with all long numbers and tax ids hidden but for their last three characters."""
    hidden = _GLUED.sub(lambda match: _mask(match[0]), _LIKELY.sub(_masked_if_one, text))
    return _LONG.sub(lambda match: _mask(match[0]), hidden)


def _without(text: str, match: re.Match[str]) -> str:
    return f"{text[: match.start()]} {text[match.end() :]}".strip()


def _masked_if_one(match: re.Match[str]) -> str:
    """A word of 14 letters may happen to end with two digits."""
    written = match[0]
    is_word = written.isalnum() and sum(map(str.isdecimal, written)) < _FEWEST_DIGITS
    return written if is_word and normalised(written) is None else _mask(written)


def _mask(written: str) -> str:
    last = [at for at, character in enumerate(written) if character.isalnum()][-3:]
    return "".join(
        "*" if character.isalnum() and at not in last else character
        for at, character in enumerate(written)
    )


def _ends_right(bare: str, first: Sequence[int], second: Sequence[int]) -> bool:
    values = [ord(character) - ord("0") for character in bare]
    return values[-2:] == [_digit(values, first), _digit(values, second)]


def _digit(values: Sequence[int], weights: Sequence[int]) -> int:
    rest = sum(value * weight for value, weight in zip(values, weights, strict=False)) % 11
    return 0 if rest < 2 else 11 - rest
