"""What was found, kept as JSON, and told as a table. Pure but for the two files it writes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from scripts.bench.figures import Kind, Row

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a part. `told` is empty, or says why there are no figures: "skipped: …", "failed: …"."""

    title: str
    at: str
    seconds: float
    columns: tuple[str, str] = ("AgentPay", "bare")
    rows: tuple[Row, ...] = ()
    told: str = ""
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """The parts by name, with the machine that each was measured on."""

    parts: Mapping[str, Result]
    machines: Mapping[str, str] = field(default_factory=dict)


def to_json(report: Report) -> Json:
    """Return it as what is kept."""
    return {
        name: {
            "machine": report.machines.get(name, ""),
            **asdict(part),
            "rows": [
                asdict(row) | {"figure": row.figure, "isWithin": row.is_within} for row in part.rows
            ],
        }
        for name, part in report.parts.items()
    }


def from_json(kept: Json) -> Report:
    """Return what was kept. Raises KeyError or TypeError for what this version did not write."""
    parts = {name: _result(told) for name, told in kept.items()}
    return Report(parts, {name: told["machine"] for name, told in kept.items()})


def load(path: Path) -> Report:
    """Return what an earlier run kept; nothing when it is not there or another version's."""
    try:
        return from_json(json.loads(path.read_text()))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Report({})


def ordered(report: Report, names: Iterable[str]) -> Report:
    """Return the parts in the order of the names, without those that are none any more."""
    parts = {name: report.parts[name] for name in names if name in report.parts}
    return Report(parts, report.machines)


def markdown(report: Report) -> str:
    """Return the tables, as the documentation holds them."""
    return "\n\n".join(_section(part, report.machines[name]) for name, part in report.parts.items())


def _result(told: Json) -> Result:
    rows = tuple(_row(row) for row in told["rows"])
    names = ("title", "at", "seconds", "told", "is_small")
    columns = (str(told["columns"][0]), str(told["columns"][1]))
    return Result(rows=rows, columns=columns, **{name: told[name] for name in names})


def _row(told: Json) -> Row:
    names = ("what", "ours", "bare", "unit", "aim", "note")
    return Row(kind=Kind(told["kind"]), **{name: told[name] for name in names})


def _section(part: Result, machine: str) -> str:
    small = " A small run, only to try the bench." if part.is_small else ""
    head = f"### {part.title}\n\nMeasured {part.at} on {machine}.{small}"
    if part.told:
        return f"{head}\n\n{part.told}"
    ours, bare = part.columns
    noted = any(row.note for row in part.rows)
    lines = [
        f"| | {ours} | {bare} | figure | aim | |" + (" |" if noted else ""),
        "|---|---:|---:|---:|---:|---|" + ("---|" if noted else ""),
    ]
    lines += [
        f"| {row.what} | {amount(row.ours, row.unit)} | {amount(row.bare, row.unit)} | {figure(row)}"
        f" | {aim(row)} | {verdict(row)} |" + (f" {row.note} |" if noted else "")
        for row in part.rows
    ]
    return head + "\n\n" + "\n".join(lines)


def amount(value: float, unit: str) -> str:
    """Return a number short enough to be read."""
    digits = 2 if abs(value) < 1 else 1 if abs(value) < 100 else 0
    return f"{value:,.{digits}f} {unit}"


def figure(row: Row) -> str:
    """Return a figure in words."""
    if row.kind is Kind.RATIO:
        return f"{row.figure:.2f}x"
    return f"{'+' if row.figure >= 0 else ''}{amount(row.figure, row.unit)}"


def aim(row: Row) -> str:
    """Return an aim in words."""
    if row.aim is None:
        return ""
    return f"{row.aim:g}x" if row.kind is Kind.RATIO else f"+{row.aim:g} {row.unit}"


def verdict(row: Row) -> str:
    """Say whether the aim is met."""
    return {None: "", True: "met", False: "NOT MET"}[row.is_within]
