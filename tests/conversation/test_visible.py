"""Text of others is what a reader sees of it."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from agentpay_plugin.conversation.visible import visible, without_tricks


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("We \u202epay\u202c the par\u200bcel.", "We pay the parcel."),
        ("two\r\nlines\tand a tab", "two\nlines and a tab"),
        ("other\u2028line\u2029breaks\u0085all", "other\nline\nbreaks\nall"),
        ("\x1b[31mred\x07", "[31mred"),
        ("\ufeffação", "ação"),
        ("👩\u200d🌾", "👩\u200d🌾"),
        ("R$\u00a010", "R$\u00a010"),
        ("", ""),
    ],
)
def test_what_is_invisible_is_left_out(text: str, seen: str) -> None:
    assert visible(text) == seen


def test_model_is_told_no_letter_that_nobody_sees() -> None:
    unseen = [
        letter
        for letter in map(chr, range(sys.maxunicode + 1))
        if unicodedata.category(letter) in ("Cc", "Cf", "Cn", "Co", "Cs")
        and letter not in "\n\t\u000b\u000c\u0085"
    ]

    assert without_tricks("".join(unseen)) == ""


@pytest.mark.parametrize(
    "letter",
    ["\U0001d173", "\U0001d17a", "\U000110bd", "\U000110cd", "\u3164", "\u115f", "\uffa0", "\u034f", "\ufe0f",
     "\U000e0141", "\u200d", "\u200c", "\u2066", "\x00"],
)  # fmt: skip
def test_what_hides_between_letters_is_dropped(letter: str) -> None:
    assert without_tricks(f"fr{letter}ee") == "free"


def test_blank_letter_is_a_space() -> None:
    assert without_tricks("free\u2800gift\u2028now") == "free gift\nnow"
