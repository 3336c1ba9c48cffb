"""Sizes and colours in Spanish, and the English that shops write for them."""

from __future__ import annotations

from agentpay_plugin.language.sizes import CODES


def _both(root: str, colour: str) -> dict[str, str]:
    """Return a colour's forms for both genders and numbers."""
    return {f"{root}{ending}": colour for ending in ("o", "a", "os", "as")}


COLOURS: dict[str, str] = {
    **_both("negr", "black"),
    **_both("blanc", "white"),
    **_both("roj", "red"),
    **_both("amarill", "yellow"),
    **_both("morad", "purple"),
    **_both("dorad", "gold"),
    **_both("platead", "silver"),
    **_both("anaranjad", "orange"),
    **_both("rosad", "pink"),
    "rosa": "pink",
    "azul": "blue",
    "azules": "blue",
    "azulmarino": "navy",
    "marino": "navy",
    "azulclaro": "lightblue",
    "celeste": "lightblue",
    "azuloscuro": "darkblue",
    "verde": "green",
    "verdes": "green",
    "verdeclaro": "lightgreen",
    "verdeoscuro": "darkgreen",
    "gris": "grey",
    "grises": "grey",
    "gray": "grey",
    "naranja": "orange",
    "naranjas": "orange",
    "marron": "brown",
    "marrones": "brown",
    "cafe": "brown",
    "beige": "beige",
    "beis": "beige",
    "turquesa": "turquoise",
    "violeta": "violet",
    "lila": "lilac",
    "vinotinto": "burgundy",
    "bordo": "burgundy",
    "burdeos": "burgundy",
    "granate": "maroon",
    "crema": "cream",
    "coral": "coral",
    "plata": "silver",
    "oro": "gold",
    "caqui": "khaki",
    "oliva": "olive",
}
SIZE_ALIASES: dict[str, str] = CODES | {
    **dict.fromkeys(("xch", "extrachico", "extrachica", "extrapequeno", "extrapequena"), "xs"),
    **dict.fromkeys(
        ("p", "ch", "pequeno", "pequena", "pequenos", "chico", "chica", "chicos", "chicas"), "s"
    ),
    **dict.fromkeys(("mediano", "mediana", "medianos", "medianas"), "m"),
    **dict.fromkeys(("g", "gde", "grande", "grandes"), "l"),
    **dict.fromkeys(("xg", "eg", "extragrande", "extralarge", "gg"), "xl"),
    **dict.fromkeys(("xxg", "2xg", "doblexl", "extraextragrande"), "xxl"),
    **dict.fromkeys(("xxxg", "3xg", "triplexl"), "xxxl"),
    "unica": "onesize",
    "tallaunica": "onesize",
    "unitalla": "onesize",
}
