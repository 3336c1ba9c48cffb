"""What is measured: one row for each figure, ours beside the bare one. Pure."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

# Below this a ratio says little: a few milliseconds of our own would look like much.
RATIO_FROM_MS = 50.0
RATIO_AIM = 1.25
DIFFERENCE_AIM_MS = 25.0


class Kind(StrEnum):
    """How ours is set against the bare one."""

    RATIO = "ratio"
    DIFFERENCE = "difference"


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. `ours` and `bare` are in `unit`; `aim` is the most the figure should be, if there is one."""

    what: str
    ours: float
    bare: float
    unit: str
    kind: Kind
    aim: float | None = None
    note: str = ""

    @property
    def figure(self) -> float:
        """Return the ratio or the difference."""
        if self.kind is Kind.DIFFERENCE:
            return self.ours - self.bare
        return self.ours / self.bare if self.bare else float("inf")

    @property
    def is_within(self) -> bool | None:
        """Say whether the aim is met; None where there is none."""
        return None if self.aim is None else self.figure <= self.aim


class NotHere(Exception):  # noqa: N818 a reason to skip
    """Something that a part needs is not there; the words say what and how to get it."""


def turn_row(what: str, ours_ms: Sequence[float], bare_ms: Sequence[float], note: str = "") -> Row:
    """Return a turn's figure: medians, as a ratio only where the bare work is long enough for one."""
    ours, bare = statistics.median(ours_ms), statistics.median(bare_ms)
    if bare >= RATIO_FROM_MS:
        return Row(what, ours, bare, "ms", Kind.RATIO, RATIO_AIM, note)
    return Row(what, ours, bare, "ms", Kind.DIFFERENCE, DIFFERENCE_AIM_MS, note)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that `share` (0 to 1) of the values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-int(share * 1000) * len(ordered) // 1000) - 1)]
