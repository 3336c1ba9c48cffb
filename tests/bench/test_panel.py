"""The bench's table about the widget's panel."""

from __future__ import annotations

from scripts.bench import panel


def test_rows_are_medians_with_their_spread_and_the_aim() -> None:
    presses = {
        f"{what} by {way}": [100.0, 120.0, 400.0]
        for what in ("panel", "message")
        for way in panel.PRESSES
    }
    found = presses | {"panel of a long chat": [350.0], "frames": [16.0] * 98 + [60.0, 90.0]}

    rows = {row.what: row for row in panel.rows(found)}

    click = rows["panel by a click, nothing fetched ahead"]
    assert (click.ours, click.aim, click.is_within, click.note) == (
        120.0,
        300.0,
        True,
        "100 to 400 ms",
    )
    assert rows["message by a click, nothing fetched ahead"].aim is None
    assert rows["panel of a chat of 1,000 messages"].is_within is False
    assert rows["a frame while they scroll by, 95 % are shorter"].ours == 16.0
    assert rows["the longest frame"].ours == 90.0
