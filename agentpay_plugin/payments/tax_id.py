"""CPF and CNPJ, the tax ids of Brazil's persons and companies: checked and brought to one form. Pure.

By hand, since it is two sums: a library would be one more thing in every shop's environment, and of the
two that know the CNPJ with letters one takes a CPF of eleven ones.
"""

from __future__ import annotations

import re

from agentpay_plugin.errors import InvalidInput

FIELD = "taxId"
CPF_LENGTH, CNPJ_LENGTH = 11, 14

_PUNCTUATION = re.compile(r"[\s.\-/]")
_CPF = re.compile(r"[0-9]{11}")
_CNPJ = re.compile(r"[0-9A-Z]{12}[0-9]{2}")


def checked(text: str) -> str:
    """Return a CPF (11 digits) or a CNPJ (14 digits or capital letters) without its punctuation.

    Raises InvalidInput, which does not quote it, when its length, form or check digits are wrong.
    """
    bare = _PUNCTUATION.sub("", text).upper() if text.isascii() else ""
    if _CPF.fullmatch(bare):
        right = len(set(bare)) > 1 and bare[9:] == _digits(bare[:9], longest=11)
    elif _CNPJ.fullmatch(bare):
        right = len(set(bare)) > 1 and bare[12:] == _digits(bare[:12], longest=9)
    else:
        raise InvalidInput(FIELD, "Write a CPF of 11 digits, or a CNPJ of 14 digits or letters.")
    if not right:
        raise InvalidInput(FIELD, "Its last two digits do not fit. Check for a typing mistake.")
    return bare


def is_cpf(tax_id: str) -> bool:
    """Say whether a checked tax id is a person's; else it is a company's."""
    return len(tax_id) == CPF_LENGTH


def _digits(stem: str, longest: int) -> str:
    """Return the two check digits. Weights count up from 2 at the right end, and after `longest` anew."""
    first = _digit(stem, longest)
    return first + _digit(stem + first, longest)


def _digit(stem: str, longest: int) -> str:
    total = sum(
        (ord(character) - ord("0")) * (2 + at % (longest - 1))
        for at, character in enumerate(reversed(stem))
    )
    rest = total % 11
    return str(0 if rest < 2 else 11 - rest)
