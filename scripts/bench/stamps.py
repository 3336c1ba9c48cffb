"""When the model's look-alike wrote the first token of a reply, by two clocks that all processes of a machine share."""

from __future__ import annotations

import time
from pathlib import Path
from typing import NamedTuple


class Stamp(NamedTuple):
    """One moment, in seconds. `wall`: the only clock of these that a browser tells."""

    monotonic: float
    wall: float


def put(file: Path) -> None:
    """Note this moment."""
    now = Stamp(time.monotonic(), time.time())
    with file.open("a") as stamps:
        stamps.write(f"{now.monotonic!r} {now.wall!r}\n")


def last(file: Path) -> Stamp:
    """Return the newest moment."""
    monotonic, wall = file.read_text().splitlines()[-1].split()
    return Stamp(float(monotonic), float(wall))
