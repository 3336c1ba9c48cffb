"""The bench's table about the assistant's first word."""

from __future__ import annotations

import time
from pathlib import Path

from scripts.bench import stamps, words


def test_percentiles_stand_beside_the_bare_ones_with_the_aim() -> None:
    found = {
        "socket": [float(10 + number) for number in range(20)] + [90.0] * 2,
        "redis": [float(number) for number in range(22)],
        "sdk": [2.0] * 21 + [30.0],
        "page": [25.0] * 10,
        "drawn": [float(30 + number) for number in range(10)],
    }

    rows = words.rows(found)

    assert [(row.what, row.ours, row.bare, row.figure, row.is_within) for row in rows] == [
        ("first token until Redis tells the first word, p50", 10.0, 2.0, 8.0, None),
        ("first token until Redis tells the first word, p95", 20.0, 2.0, 18.0, None),
        ("until it is at the socket, p50", 20.0, 2.0, 18.0, True),
        ("until it is at the socket, p95", 90.0, 2.0, 88.0, False),
        ("until it is in the page, p50", 25.0, 2.0, 23.0, True),
        ("until it is in the page, p95", 25.0, 2.0, 23.0, True),
        ("until it is drawn, p50", 34.0, 2.0, 32.0, None),
        ("until it is drawn, p95", 39.0, 2.0, 37.0, None),
    ]
    assert rows[2].note == "22 turns, a conversation and a socket each"
    assert rows[4].note == "10 turns in Chromium, a fresh visitor each"


def test_newest_stamp_is_read_by_both_clocks(tmp_path: Path) -> None:
    file = tmp_path / "stamps"
    file.write_text("1.5 100.25\n")

    stamps.put(file)

    found, now = stamps.last(file), time.time()
    assert 0 <= now - found.wall < 5
    assert file.read_text().splitlines()[0] == "1.5 100.25"
    assert found.monotonic <= time.monotonic()
