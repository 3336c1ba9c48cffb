"""The figures of a run of all journeys: pass^1, pass^4, time; by language and by subject."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from scripts.eval.journeys.running import Run

# The aims, of each language.
PASS_1, PASS_4 = 0.95, 0.90


@dataclass(frozen=True)
class Figures:
    """`pass_1`: the share of runs that passed; `pass_4`: of journeys all of whose wordings passed."""

    journeys: int
    runs: int
    pass_1: float
    pass_4: float
    milliseconds: float
    messages: float
    cost: float

    @property
    def is_reached(self) -> bool:
        """Say whether the aims are."""
        return self.pass_1 >= PASS_1 and self.pass_4 >= PASS_4


def figures(runs: Sequence[Run]) -> Figures:
    """Return the figures of some runs; each journey's wordings are all there."""
    passed = [run.passed for run in runs]
    whole = grouped(runs, lambda run: run.journey.id)
    sure = [all(one.passed for one in group) for group in whole.values()]
    return Figures(
        journeys=len(whole),
        runs=len(runs),
        pass_1=sum(passed) / len(passed),
        pass_4=sum(sure) / len(sure),
        milliseconds=median(run.seconds for run in runs) * 1000,
        messages=median(run.messages for run in runs),
        cost=sum(run.cost for run in runs) / len(runs),
    )


def grouped(runs: Iterable[Run], key: Callable[[Run], str]) -> dict[str, list[Run]]:
    """Return the runs by what `key` says of them, sorted by it."""
    found: dict[str, list[Run]] = {}
    for run in runs:
        found.setdefault(key(run), []).append(run)
    return dict(sorted(found.items()))


def table(rows: Mapping[str, Figures]) -> str:
    """Return the figures as a table for people."""
    head = f"{'':22} journeys  runs  pass^1  pass^4  median ms  messages  cost $"
    return "\n".join([head, *(_row(name, each) for name, each in rows.items())])


def _row(name: str, of: Figures) -> str:
    return (
        f"{name:22} {of.journeys:8} {of.runs:5} {of.pass_1:7.1%} {of.pass_4:7.1%}"
        f" {of.milliseconds:10.0f} {of.messages:9.0f} {of.cost:7.4f}"
    )
