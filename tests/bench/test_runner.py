"""The bench's runner: what fails or is missing is told, the rest is measured, and all is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scripts.bench import results, runner
from scripts.bench.figures import Kind, NotHere, Row
from scripts.bench.runner import SMALL, Part, Size

FAST = Row("fast", 10.0, 8.0, "ms", Kind.RATIO, 2.0)
SLOW = Row("slow", 30.0, 2.0, "ms", Kind.DIFFERENCE, 25.0, "why")
NOTHING = results.Report({})


def measures(*rows: Row) -> Part:
    def measure(size: Size) -> list[Row]:
        assert size is SMALL
        return list(rows)

    return Part("Title", measure)


def lacks(_: Size) -> list[Row]:
    raise NotHere("there is no Saleor")


def breaks(_: Size) -> list[Row]:
    raise RuntimeError("out of order")


def test_part_that_lacks_something_or_breaks_keeps_no_other_from_being_measured() -> None:
    parts = {"a": Part("A", lacks), "b": Part("B", breaks), "c": measures(FAST)}

    report = runner.run(parts, SMALL, NOTHING, "here")

    assert report.parts["a"].told == "skipped: there is no Saleor"
    assert report.parts["b"].told == "failed: RuntimeError: out of order"
    assert report.parts["c"].rows == (FAST,)


def test_verdict_names_what_is_missing_and_every_aim_that_is_missed() -> None:
    parts = {"a": Part("A", lacks), "c": measures(FAST, SLOW)}

    told = runner.verdict(runner.run(parts, SMALL, NOTHING, "here"), parts)

    assert told.splitlines() == [
        "!! NOT MEASURED: a, skipped: there is no Saleor",
        "!! slow: +28.0 ms, aim +25 ms",
        "make bench: 2 figures, 1 of 2 aims met",
    ]


def test_parts_that_are_not_run_now_keep_their_figures_and_their_machine() -> None:
    before = runner.run({"a": measures(FAST), "b": measures(FAST)}, SMALL, NOTHING, "there")

    report = runner.run({"b": measures(SLOW)}, SMALL, before, "here")

    assert {name: part.rows for name, part in report.parts.items()} == {"a": (FAST,), "b": (SLOW,)}
    assert report.machines == {"a": "there", "b": "here"}
    assert runner.verdict(report, ["b"]).endswith("1 figures, 0 of 1 aims met")


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    parts = {"a": measures(FAST, SLOW), "b": Part("B", lacks)}
    report = runner.run(parts, SMALL, NOTHING, "here")
    kept = tmp_path / "bench.json"
    kept.write_text(json.dumps(results.to_json(report)))

    assert results.load(kept) == report
    assert json.loads(kept.read_text())["a"]["rows"][0]["figure"] == 1.25


@pytest.mark.parametrize("text", ["", "[]", "nonsense", '{"a": {"title": "A"}}'])
def test_what_cannot_be_read_is_as_good_as_nothing(tmp_path: Path, text: str) -> None:
    kept = tmp_path / "bench.json"
    kept.write_text(text)

    assert results.load(kept) == NOTHING


def test_docs_get_the_table_between_their_marks(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    page.write_text("before <!-- bench: begin -->old<!-- bench: end --> after")
    report = runner.run({"a": measures(FAST, SLOW)}, SMALL, NOTHING, "two cores")

    runner.into_docs(report, page)

    text = page.read_text()
    assert text.startswith("before <!-- bench: begin -->\n\n### Title\n\nMeasured ")
    assert text.endswith("<!-- bench: end --> after")
    assert "| fast | 10.0 ms | 8.0 ms | 1.25x | 2x | met |  |" in text
    assert "| slow | 30.0 ms | 2.0 ms | +28.0 ms | +25 ms | NOT MET | why |" in text
    assert "on two cores. A small run" in text
    assert "old" not in text
