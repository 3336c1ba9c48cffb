"""Numbers in words, in English, Portuguese and Spanish: `in_digits` writes those from 0 to 9999 as figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_UNITS = {
    0: "zero cero", 1: "one um uma un uno una single", 2: "two dois duas dos couple", 3: "three tres",
    4: "four quatro cuatro", 5: "five cinco", 6: "six seis", 7: "seven sete siete", 8: "eight oito ocho",
    9: "nine nove nueve",
}  # fmt: skip
_TEENS = {
    10: "ten dez diez", 11: "eleven onze once", 12: "twelve doze doce dozen duzia docena", 13: "thirteen treze trece",
    14: "fourteen quatorze catorze catorce", 15: "fifteen quinze quince", 16: "sixteen dezesseis dezasseis dieciseis",
    17: "seventeen dezessete dezassete diecisiete", 18: "eighteen dezoito dieciocho",
    19: "nineteen dezenove dezanove diecinueve", 21: "veintiuno veintiun veintiuna", 22: "veintidos",
    23: "veintitres", 24: "veinticuatro", 25: "veinticinco", 26: "veintiseis", 27: "veintisiete",
    28: "veintiocho", 29: "veintinueve",
}  # fmt: skip
_TENS = {
    20: "twenty vinte veinte", 30: "thirty trinta treinta", 40: "forty quarenta cuarenta",
    50: "fifty cinquenta cincuenta", 60: "sixty sessenta sesenta", 70: "seventy setenta",
    80: "eighty oitenta ochenta", 90: "ninety noventa",
}  # fmt: skip
_HUNDREDS = {
    100: "cem cento cien ciento", 200: "duzentos duzentas doscientos doscientas",
    300: "trezentos trezentas trescientos trescientas", 400: "quatrocentos quatrocentas cuatrocientos cuatrocientas",
    500: "quinhentos quinhentas quinientos quinientas", 600: "seiscentos seiscentas seiscientos seiscientas",
    700: "setecentos setecentas setecientos setecientas", 800: "oitocentos oitocentas ochocientos ochocientas",
    900: "novecentos novecentas novecientos novecientas",
}  # fmt: skip
_TIMES = {100: "hundred", 1000: "thousand mil grand"}


def _by_word(table: dict[int, str]) -> dict[str, int]:
    return {word: value for value, words in table.items() for word in words.split()}


_UNIT, _TEEN, _TEN = _by_word(_UNITS), _by_word(_TEENS), _by_word(_TENS)
_HUNDRED, _TIME = _by_word(_HUNDREDS), _by_word(_TIMES)
WORDS = frozenset((*_UNIT, *_TEEN, *_TEN, *_HUNDRED, *_TIME))
# These are more often something else: an article, a pronoun, "once you know", "dos nossos", "mil gracias".
_DOUBTFUL = _set("one um uma un uno una single once dos mil grand couple")
# Only before these they count.
_COUNTED = re.compile(
    r"(?:-| (?:business |working |single |unico |solo |of )?)?(?:dollars?|bucks?|euros?|pounds?|cents?|reais|real|pesos?"
    r"|centavos?|centimos?|dolar(?:es)?|soles|%|per ?cent|por ?c(?:i)?ento|pieces?|items?|left|x|times|vezes|veces"
    r"|unidades?|pecas?|piezas?|cuotas?|parcelas?|plazos|installments?|instalments?|payments?|minutes?|hours?|days?|nights?|weeks?"
    r"|months?|years?|minutos?|horas?|dias?|semanas?|mes(?:es)?|anos?|noites?|noches?)\b"
)
_ONLY = re.compile(r"\b(?:only|just|so|solo|apenas|somente|queda|resta) $")
_A_HUNDRED = re.compile(r"\ba (?=(?:hundred|thousand)\b)")
_A_DOZEN = re.compile(r"\b(?:a|um|uma|una) (?=(?:dozen|duzia|docena)\b)")
# "a week" is one week; "um mês" is read already by its own word.
_A_SPAN = re.compile(
    r"\b(?:a|an|another) (?:single |business |working )?(?=(?:minute|hour|day|night|week|month|year)\b)"
)
_WORD = re.compile(r"[a-z]+")
_JOINT = re.compile(r" (?:and|e|y) | |-")
_MARK = "\x00"  # stands after what was in words, until prices of two of them are joined
# "nineteen ninety-nine", "dezenove e noventa", "diecinueve con noventa".
_TWO = re.compile(
    rf"(\d+){_MARK}(?: | e | y | con | and )(\d\d){_MARK}(?! ?(?:dias?|days?|horas?))"
)


@dataclass
class _Sum:
    """A number that is being read, word by word."""

    thousands: int = 0
    rest: int = 0
    is_begun: bool = False

    @property
    def value(self) -> int:
        return self.thousands + self.rest

    def takes(self, word: str) -> bool:
        """Take a word if it goes on with the number."""
        if word in _TIME:
            return self._multiplied(_TIME[word])
        if word in _HUNDRED:
            return self._plus(_HUNDRED[word], room=1000)
        if word in _TEN or word in _TEEN:
            return self._plus(_TEN.get(word) or _TEEN[word], room=100)
        return word in _UNIT and self._plus(_UNIT[word], room=10)

    def _plus(self, value: int, room: int) -> bool:
        tail = self.rest % room
        is_full = bool(tail) or (room == 10 and self.rest % 100 == 10)
        if is_full or (self.is_begun and (not value or not self.value)):
            return False
        self.rest += value
        self.is_begun = True
        return True

    def _multiplied(self, by: int) -> bool:
        if by == 100 and self.rest < 20:
            self.rest = (self.rest or 1) * 100
            self.is_begun = True
            return True
        if by == 1000 and not self.thousands and self.rest < 10:
            self.thousands, self.rest = (self.rest or 1) * 1000, 0
            self.is_begun = True
            return True
        return False


def in_digits(folded: str) -> str:
    """Return folded text with its numbers in figures; an article before a span of time is a one."""
    folded = _A_SPAN.sub("1 ", folded)
    if WORDS.isdisjoint(_WORD.findall(folded)):
        return folded
    text = _A_HUNDRED.sub("one ", _A_DOZEN.sub("", folded))
    written, at = [], 0
    for start, end, value in _numbers(text):
        written += [text[at:start], f"{value}{_MARK}"]
        at = end
    joined = _TWO.sub(r"\1.\2", "".join((*written, text[at:])))
    return joined.replace(_MARK, "")


def _numbers(text: str) -> Iterator[tuple[int, int, int]]:
    at = 0
    while (word := _WORD.search(text, at)) is not None:
        at = word.end()
        is_inside = word.start() > 0 and text[word.start() - 1] in "'\u2019_"
        if word[0] not in WORDS or is_inside:
            continue
        number = _Sum()
        if not number.takes(word[0]):
            continue
        count = 1
        while (joint := _JOINT.match(text, at)) and (more := _WORD.match(text, joint.end())):
            if not number.takes(more[0]):
                break
            at, count = more.end(), count + 1
        if (
            count > 1
            or word[0] not in _DOUBTFUL
            or _COUNTED.match(text[at:])
            or _ONLY.search(text[: word.start()])
        ):
            yield word.start(), at, number.value
