"""The bench's table about the assistant's first word."""

from __future__ import annotations

from scripts.bench import words


def test_percentiles_stand_beside_the_bare_ones_with_the_aim() -> None:
    found = {
        "socket": [float(10 + number) for number in range(20)] + [90.0] * 2,
        "redis": [float(number) for number in range(22)],
        "sdk": [2.0] * 21 + [30.0],
    }

    rows = words.rows(found)

    assert [(row.what, row.ours, row.bare, row.figure, row.is_within) for row in rows] == [
        ("first token to first word, p50", 20.0, 2.0, 18.0, True),
        ("first token to first word, p95", 90.0, 2.0, 88.0, False),
        ("of it until Redis tells it, p50", 10.0, 2.0, 8.0, None),
        ("of it until Redis tells it, p95", 20.0, 2.0, 18.0, None),
    ]
    assert rows[0].note == "22 turns, a conversation and a socket each"
