"""Sizes and colours in Portuguese, and the English that shops write for them."""

from __future__ import annotations

from agentpay_plugin.language.sizes import CODES


def _both(root: str, colour: str) -> dict[str, str]:
    """Return a colour's forms for both genders and numbers."""
    return {f"{root}{ending}": colour for ending in ("o", "a", "os", "as")}


COLOURS: dict[str, str] = {
    **_both("pret", "black"),
    "negro": "black",
    "negra": "black",
    **_both("branc", "white"),
    **_both("vermelh", "red"),
    **_both("amarel", "yellow"),
    **_both("rox", "purple"),
    **_both("dourad", "gold"),
    **_both("pratead", "silver"),
    **_both("alaranjad", "orange"),
    "azul": "blue",
    "azuis": "blue",
    "azulmarinho": "navy",
    "marinho": "navy",
    "azulclaro": "lightblue",
    "azulescuro": "darkblue",
    "verde": "green",
    "verdes": "green",
    "verdeclaro": "lightgreen",
    "verdeescuro": "darkgreen",
    "rosa": "pink",
    "cinza": "grey",
    "cinzas": "grey",
    "gray": "grey",
    "laranja": "orange",
    "marrom": "brown",
    "marrons": "brown",
    "bege": "beige",
    "turquesa": "turquoise",
    "violeta": "violet",
    "vinho": "burgundy",
    "bordo": "burgundy",
    "creme": "cream",
    "lilas": "lilac",
    "coral": "coral",
    "prata": "silver",
    "ouro": "gold",
    "caqui": "khaki",
    "oliva": "olive",
}
SIZE_ALIASES: dict[str, str] = CODES | {
    **dict.fromkeys(("pp", "extrapequeno", "extrapequena"), "xs"),
    **dict.fromkeys(("p", "pequeno", "pequena", "pequenos", "pequenas"), "s"),
    **dict.fromkeys(("medio", "media", "medios", "medias"), "m"),
    **dict.fromkeys(("g", "grande", "grandes"), "l"),
    **dict.fromkeys(("gg", "eg", "extragrande", "extragrandes"), "xl"),
    **dict.fromkeys(("xg", "exg", "ggg", "xgg", "2xg", "extraextragrande"), "xxl"),
    **dict.fromkeys(("xxg", "3g", "g3"), "xxxl"),
    "unico": "onesize",
    "tamanhounico": "onesize",
    "1size": "onesize",
}
