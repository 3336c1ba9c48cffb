"""Text of the shop's is what a reader sees of it."""

from __future__ import annotations

import pytest

from agentpay_plugin.shop.visible import visible


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("We \u202epay\u202c the par\u200bcel.", "We pay the parcel."),
        ("two\r\nlines\tand a tab", "two\nlines and a tab"),
        ("\x1b[31mred\x07", "[31mred"),
        ("\ufeff ação ", "ação"),
        ("👩\u200d🌾", "👩\u200d🌾"),
        ("", ""),
    ],
)
def test_what_is_invisible_is_left_out(text: str, seen: str) -> None:
    assert visible(text) == seen
