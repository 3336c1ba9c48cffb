"""Runs parts one after the other: one that fails or lacks something is told loudly, and the rest goes on."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from scripts.bench import results
from scripts.bench.figures import NotHere, Row
from scripts.bench.results import Report, Result
from scripts.bench.running import say

BEGIN, END = "<!-- bench: begin -->", "<!-- bench: end -->"


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured."""

    turns: int = 30
    starts: int = 5
    sockets: int = 2000
    rounds: int = 10
    events: int = 1_000_000
    funnels: int = 5
    is_small: bool = False


FULL = Size()
SMALL = Size(turns=5, starts=1, sockets=200, rounds=2, events=50_000, funnels=1, is_small=True)


@dataclass(frozen=True, slots=True)
class Part:
    """One table. `measure` raises NotHere for what it needs and does not find."""

    title: str
    measure: Callable[[Size], list[Row]]
    columns: tuple[str, str] = ("AgentPay", "bare")


def run(parts: Mapping[str, Part], size: Size, before: Report, machine: str) -> Report:
    """Return what was found, with what is kept of the parts that were not run now."""
    found, machines = dict(before.parts), dict(before.machines)
    for number, (name, part) in enumerate(parts.items(), 1):
        say(f"\n== {number}/{len(parts)} {part.title}")
        found[name], machines[name] = _measured(part, size), machine
        say(f"== {name}: {found[name].told or 'measured'}, {found[name].seconds:.0f} s")
    return Report(found, machines)


def verdict(report: Report, ran: Iterable[str]) -> str:
    """Return the last line: what was measured now, and which aims are not met."""
    now = {name: report.parts[name] for name in ran}
    lines = [f"!! NOT MEASURED: {name}, {part.told}" for name, part in now.items() if part.told]
    rows = [row for part in now.values() for row in part.rows]
    missed = [row for row in rows if row.is_within is False]
    lines += [f"!! {row.what}: {results.figure(row)}, aim {results.aim(row)}" for row in missed]
    aims = sum(row.is_within is not None for row in rows)
    return "\n".join(
        [*lines, f"make bench: {len(rows)} figures, {aims - len(missed)} of {aims} aims met"]
    )


def into_docs(report: Report, page: Path) -> None:
    """Put the table between the page's two marks. Raises ValueError where they are not."""
    before, rest = page.read_text().split(BEGIN)
    _, after = rest.split(END)
    page.write_text(f"{before}{BEGIN}\n\n{results.markdown(report)}\n\n{END}{after}")


def _measured(part: Part, size: Size) -> Result:
    at, begin = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"), time.monotonic()
    rows: list[Row] = []
    told = ""
    try:
        rows = part.measure(size)
    except NotHere as reason:
        told = f"skipped: {reason}"
    except Exception as error:  # noqa: BLE001 a door: a bench fails nothing
        told = f"failed: {type(error).__name__}: {error}"
    seconds = time.monotonic() - begin
    return Result(part.title, at, seconds, part.columns, tuple(rows), told, size.is_small)
