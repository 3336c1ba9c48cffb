"""Text of the shop's as a reader sees it: what is invisible, or turns the words around it about, is left out."""

from __future__ import annotations

import unicodedata

_KEPT = "\n"
_JOINERS = "\u200c\u200d"  # some scripts and emoji cannot be written without them
_UNSEEN = ("Cc", "Cf", "Co", "Cs")


def visible(text: str) -> str:
    """Return a text without control, format and bidirectional characters; line breaks stay."""
    spaced = text.replace("\t", " ").replace("\r\n", "\n").replace("\u2028", "\n")
    return "".join(
        letter
        for letter in spaced
        if letter in _KEPT or letter in _JOINERS or unicodedata.category(letter) not in _UNSEEN
    ).strip()
