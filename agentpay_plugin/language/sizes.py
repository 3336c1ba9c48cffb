"""How letter sizes are written in any language, and the one spelling that they are compared by."""

from __future__ import annotations

SIZES = frozenset({"xxs", "xs", "s", "m", "l", "xl", "xxl", "xxxl", "xxxxl", "xxxxxl"})

CODES: dict[str, str] = {
    "2xs": "xxs",
    "2xl": "xxl",
    "3xl": "xxxl",
    "4xl": "xxxxl",
    "5xl": "xxxxxl",
}
