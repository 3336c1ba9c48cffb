"""Numbers in Portuguese words."""

from __future__ import annotations

NUMBERS: dict[str, int] = {
    "zero": 0,
    "um": 1,
    "uma": 1,
    "dois": 2,
    "duas": 2,
    "tres": 3,
    "quatro": 4,
    "cinco": 5,
    "seis": 6,
    "sete": 7,
    "oito": 8,
    "nove": 9,
    "dez": 10,
    "onze": 11,
    "doze": 12,
    "treze": 13,
    "quatorze": 14,
    "catorze": 14,
    "quinze": 15,
    "dezesseis": 16,
    "dezessete": 17,
    "dezoito": 18,
    "dezenove": 19,
    "vinte": 20,
    "trinta": 30,
    "quarenta": 40,
    "cinquenta": 50,
    "cem": 100,
}
# Of money. What is an article, too, or nothing, names no amount.
AMOUNTS: dict[str, int] = {
    word: number for word, number in NUMBERS.items() if word not in ("zero", "uma")
} | {
    "sessenta": 60,
    "setenta": 70,
    "oitenta": 80,
    "noventa": 90,
    "cento": 100,
    "duzentos": 200,
    "trezentos": 300,
    "quatrocentos": 400,
    "quinhentos": 500,
    "seiscentos": 600,
    "setecentos": 700,
    "oitocentos": 800,
    "novecentos": 900,
    "mil": 1000,
}
NUMBER_PHRASES: dict[str, int] = {
    "meia duzia": 6,
    "duas duzias": 24,
    "2 duzias": 24,
    "uma duzia": 12,
    "duzia": 12,
    "um par": 2,
    "o par": 2,
    "os dois": 2,
    "as duas": 2,
}
