"""Colours in three languages, each with the shades that pass for it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from agentpay_plugin.shop.search.dictionary import is_same
from agentpay_plugin.shop.search.words import split

# English; Portuguese; Spanish. What is also the name of goods (orange, wine, gold) is no colour here.
_COLORS = """
black; preto; negro
white, off white; branco; blanco
blue; azul; azul
navy, navy blue; azul marinho, marinho; azul marino, marino
green; verde; verde
red; vermelho; rojo, colorado
grey, gray; cinza; gris
yellow; amarelo; amarillo
purple, violet; roxo, violeta; morado, violeta
pink; rosa, cor de rosa; rosa, rosado
brown; marrom; marron, cafe oscuro
beige; bege; beige
turquoise, teal; turquesa; turquesa
burgundy, maroon; bordo; burdeos, granate
"""
_SHADES: Mapping[str, tuple[str, ...]] = {
    "blue": ("navy",),
    "red": ("burgundy",),
    "green": ("turquoise",),
}


@cache
def _names() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    rows = (
        [name.strip() for part in line.split(";") for name in part.split(",")]
        for line in _COLORS.strip().splitlines()
    )
    return {row[0]: tuple(dict.fromkeys(split(name) for name in row)) for row in rows}


@lru_cache(maxsize=4096)
def colors_in(words: tuple[str, ...]) -> tuple[tuple[str, int, int], ...]:
    """Return the colours that are named, each with where its name begins and ends."""
    found = []
    at = 0
    while at < len(words):
        color, length = _at(words, at)
        if color:
            found.append((color, at, at + length))
        at += max(length, 1)
    return tuple(found)


def has_color(texts: tuple[str, ...], color: str) -> bool:
    """Tell whether any of some texts names a colour or a shade that passes for it."""
    wanted = (color, *_SHADES.get(color, ()))
    return any(found in wanted for text in texts for found, _, _ in colors_in(split(text)))


def _at(words: tuple[str, ...], at: int) -> tuple[str, int]:
    for length in (3, 2, 1):
        part = words[at : at + length]
        for color, names in _names().items():
            if len(part) == length and any(_is_same(part, name) for name in names):
                return color, length
    return "", 0


def _is_same(part: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return len(part) == len(name) and is_same(part, name)
