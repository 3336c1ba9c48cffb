"""Numbers in words: read in three languages, from 0 to 9999, and left alone where they are none."""

from __future__ import annotations

import pytest

from agentpay_plugin.language.numerals import in_digits


def _listed(words: str) -> list[str]:
    return words.split()


_EN = _listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
_EN_TENS = _listed("twenty thirty forty fifty sixty seventy eighty ninety")
_PT = _listed(
    "zero um dois tres quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis"
    " dezessete dezoito dezenove"
)
_PT_TENS = _listed("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa")
_PT_HUNDREDS = _listed(
    "cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos"
)
_ES = _listed(
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis"
    " diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco"
    " veintiseis veintisiete veintiocho veintinueve"
)
_ES_TENS = _listed("treinta cuarenta cincuenta sesenta setenta ochenta noventa")
_ES_HUNDREDS = _listed(
    "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos"
    " novecientos"
)


def english(value: int) -> str:
    if value < 20:
        return _EN[value]
    if value < 100:
        return _EN_TENS[value // 10 - 2] + (f"-{_EN[value % 10]}" if value % 10 else "")
    size, name = (100, "hundred") if value < 1000 else (1000, "thousand")
    rest = (
        f" and {english(value % size)}"
        if 0 < value % size < 100
        else f" {english(value % size)}"
        if value % size
        else ""
    )
    return f"{english(value // size)} {name}{rest}"


def portuguese(value: int) -> str:
    if value < 20:
        return _PT[value]
    if value < 100:
        return _PT_TENS[value // 10 - 2] + (f" e {_PT[value % 10]}" if value % 10 else "")
    if value < 1000:
        return (
            "cem"
            if value == 100
            else _PT_HUNDREDS[value // 100 - 1]
            + (f" e {portuguese(value % 100)}" if value % 100 else "")
        )
    head = "mil" if value < 2000 else f"{_PT[value // 1000]} mil"
    rest = value % 1000
    joint = " e " if rest < 100 or rest % 100 == 0 else " "
    return head + (f"{joint}{portuguese(rest)}" if rest else "")


def spanish(value: int) -> str:
    if value < 30:
        return _ES[value]
    if value < 100:
        return _ES_TENS[value // 10 - 3] + (f" y {_ES[value % 10]}" if value % 10 else "")
    if value < 1000:
        return (
            "cien"
            if value == 100
            else _ES_HUNDREDS[value // 100 - 1]
            + (f" {spanish(value % 100)}" if value % 100 else "")
        )
    head = "mil" if value < 2000 else f"{_ES[value // 1000]} mil"
    return head + (f" {spanish(value % 1000)}" if value % 1000 else "")


@pytest.mark.parametrize(
    ("spelled", "unit"), [(english, "dollars"), (portuguese, "reais"), (spanish, "euros")]
)
def test_reads_every_number_from_nothing_to_9999(spelled: object, unit: str) -> None:
    assert callable(spelled)
    wrong = [
        value
        for value in range(10_000)
        if in_digits(f"x {spelled(value)} {unit}.") != f"x {value} {unit}."
    ]

    assert wrong == []


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("it is nineteen ninety-nine", "it is 19.99"),
        ("sai por dezenove e noventa", "sai por 19.90"),
        ("por diecinueve con noventa", "por 19.90"),
        ("a hundred dollars", "100 dollars"),
        ("eleven hundred dollars", "1100 dollars"),
        ("a dozen euros", "12 euros"),
        ("within a week", "within 1 week"),
        ("em uma semana", "em 1 semana"),
        ("en un dia", "en 1 dia"),
        ("a single day", "1 day"),
        ("once dias", "11 dias"),
        ("dois e tres", "2 e 3"),
    ],
)
def test_reads_prices_and_spans_as_people_say_them(said: str, read: str) -> None:
    assert in_digits(said) == read


@pytest.mark.parametrize(
    "said",
    ["once you know, a new one is nice", "uma camiseta dos sonhos", "mil gracias", "un momento"],
)
def test_leaves_alone_what_is_no_number(said: str) -> None:
    assert in_digits(said) == said
