"""The part about the panel of the storefront widget: how soon it stands after a press, and how a long history scrolls."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
from typing import TYPE_CHECKING

from scripts.bench.figures import Kind, NotHere, Row, percentile
from scripts.bench.running import BUILD, REPOSITORY, chromium

if TYPE_CHECKING:
    from scripts.bench.runner import Size

AIM_MS = 300.0
PRESSES = {
    "mouse": "by a click, nothing fetched ahead",
    "touch": "by a finger, on a phone's screen",
    "keyboard": "by Enter, right after Tab",
    "hover": "by a click after a second over the button",
}


def measure(size: Size) -> list[Row]:
    """Return the medians of presses in a browser with a processor slowed down four times. No network is between."""
    if shutil.which("npm") is None:
        raise NotHere("the widget is built with Node.js and npm, which are not here")
    subprocess.run([REPOSITORY / "scripts" / "widget"], check=True)
    told = subprocess.run(
        [BUILD / "venv-browser" / "bin" / "python", "-m", "tests.widget.speed", str(size.rounds)],
        cwd=REPOSITORY,
        env=os.environ | {"CHROMIUM": chromium()},
        check=True,
        capture_output=True,
        text=True,
    )
    return rows(json.loads(told.stdout))


def rows(found: dict[str, list[float]]) -> list[Row]:
    """Return the table of what `tests.widget.speed` found, in milliseconds."""

    def row(what: str, value: float, aim: float | None = None, note: str = "") -> Row:
        return Row(what, value, 0.0, "ms", Kind.DIFFERENCE, aim, note)

    def presses(what: str) -> list[Row]:
        return [
            row(
                f"{what} {words}", statistics.median(values), AIM_MS if what == "panel" else None,
                f"{min(values):.0f} to {max(values):.0f} ms",
            )
            for way, words in PRESSES.items()
            for values in [found[f"{what} by {way}"]]
        ]  # fmt: skip

    frames = found["frames"]
    return [
        *presses("panel"),
        *presses("message"),
        row("panel of a chat of 1,000 messages", statistics.median(found["panel of a long chat"]), AIM_MS),
        row("a frame while they scroll by, median", statistics.median(frames)),
        row("a frame while they scroll by, 95 % are shorter", percentile(frames, 0.95), 50.0),
        row("the longest frame", max(frames), None, f"{len(frames)} frames"),
    ]  # fmt: skip
