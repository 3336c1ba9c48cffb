"""Numbers in Spanish words."""

from __future__ import annotations

NUMBERS: dict[str, int] = {
    "cero": 0,
    "un": 1,
    "uno": 1,
    "una": 1,
    "dos": 2,
    "tres": 3,
    "cuatro": 4,
    "cinco": 5,
    "seis": 6,
    "siete": 7,
    "ocho": 8,
    "nueve": 9,
    "diez": 10,
    "once": 11,
    "doce": 12,
    "trece": 13,
    "catorce": 14,
    "quince": 15,
    "dieciseis": 16,
    "diecisiete": 17,
    "dieciocho": 18,
    "diecinueve": 19,
    "veinte": 20,
    "treinta": 30,
    "cuarenta": 40,
    "cincuenta": 50,
    "cien": 100,
}
# Of money. What is an article, too, or nothing, names no amount.
AMOUNTS: dict[str, int] = {
    word: number for word, number in NUMBERS.items() if word not in ("cero", "una")
} | {
    "veinticinco": 25,
    "sesenta": 60,
    "setenta": 70,
    "ochenta": 80,
    "noventa": 90,
    "ciento": 100,
    "doscientos": 200,
    "trescientos": 300,
    "cuatrocientos": 400,
    "quinientos": 500,
    "seiscientos": 600,
    "setecientos": 700,
    "ochocientos": 800,
    "novecientos": 900,
    "mil": 1000,
}
NUMBER_PHRASES: dict[str, int] = {
    "media docena": 6,
    "dos docenas": 24,
    "2 docenas": 24,
    "una docena": 12,
    "docena": 12,
    "un par": 2,
    "el par": 2,
    "los dos": 2,
    "las dos": 2,
    "ambos": 2,
    "ambas": 2,
}
