"""Text of others as a reader sees it: what is invisible, or turns the words around it about, is left out.

One rule by Unicode's categories, for what shoppers read and for all that a language model is told.
"""

from __future__ import annotations

import unicodedata

_BREAKS = dict.fromkeys(map(ord, "\u000b\u000c\u0085\u2028\u2029"), "\n") | {
    0x09: " ",
    0x2800: " ",  # BRAILLE PATTERN BLANK: a letter by its category, a space to the eye
}
_JOINERS = "\u200c\u200d"  # some scripts and emoji cannot be written without them
_UNSEEN = ("Cc", "Cf", "Co", "Cs")
# Marks and letters that show nothing. Variation selectors (U+FE00-FE0F) make emoji coloured.
_BLANK = (
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0\U00016fe4\U0001d159"
    + "".join(map(chr, range(0xFE00, 0xFE10)))
    + "".join(map(chr, range(0xE0100, 0xE01F0)))
)
_DROPPED = dict.fromkeys(map(ord, _BLANK + _JOINERS))


def visible(text: str) -> str:
    """Return a text without control, format and bidirectional characters, for people; line breaks stay."""
    if text.isascii() and text.isprintable():
        return text
    spaced = text.replace("\r\n", "\n").translate(_BREAKS)
    return "".join(each for each in spaced if each.isprintable() or _is_shown(each))


def without_tricks(text: str) -> str:
    """Return a text for a language model or a check of words: no letter of it is unseen, joiners and selectors neither."""
    seen = visible(text)
    if seen.isascii():
        return seen
    return "".join(each for each in seen.translate(_DROPPED) if unicodedata.category(each) != "Cn")


def _is_shown(letter: str) -> bool:
    return letter in _JOINERS or letter == "\n" or unicodedata.category(letter) not in _UNSEEN
