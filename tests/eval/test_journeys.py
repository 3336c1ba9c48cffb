"""The journeys that are always made, the figures, and what a journey's file may say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from scripts.eval.__main__ import main
from scripts.eval.journeys.figures import figures
from scripts.eval.journeys.journey import WORDINGS, End, Journey, JourneyError, journeys
from scripts.eval.journeys.running import Run
from tests.eval.conftest import Ended

ALL = journeys()
QUICK = [one.id for one in ALL if one.quick]


def test_shoppers_of_the_quick_journeys_get_what_they_came_for(ended: Ended) -> None:
    wrong = {one["journey"]: one["wrong"] for one in ended.kept["runs"]}

    assert wrong == {name: [] for name in sorted(QUICK)}
    assert ended.status == 0, ended.said
    assert ended.kept["languages"]["all"]["pass_4"] == 1.0
    assert "make eval: journeys reach their aims" in ended.said


def test_each_language_has_its_journeys() -> None:
    count = {
        locale: [one for one in ALL if one.locale == locale] for locale in ("en", "pt-BR", "es")
    }

    assert all(len(found) >= 40 for found in count.values())
    assert all(4 * sum(one.held_out for one in found) >= len(found) for found in count.values())
    assert len(QUICK) == 12


def test_pass_4_wants_all_wordings_of_a_journey() -> None:
    good, other = a_run("one"), a_run("other")
    bad = replace(other, wording=3, wrong=("ordered: nothing",))
    runs = [*(replace(good, wording=at) for at in range(WORDINGS)), other, other, other, bad]

    found = figures(runs)

    assert (found.journeys, found.runs) == (2, 8)
    assert (found.pass_1, found.pass_4, found.is_reached) == (0.875, 0.5, False)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('steps = ["buy"]\nend = {}\nwords.buy = ["a", "b"]', "buy has 2 wordings"),
        ('steps = ["buy"]\nend = {}\nwords.by = ["a", "b", "c", "d"]', "by is no step"),
        ("steps = []\nend = { orders = {} }", "orders"),
        ('steps = []\nend = {}\npaeg = "essential-tee"', "unknown fields {'paeg'}"),
    ],
)
def test_mistakes_in_a_file_are_refused(tmp_path: Path, text: str, why: str) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "buying.toml").write_text(f'[[journey]]\nname = "x"\n{text}\n')

    with pytest.raises(JourneyError, match=why):
        journeys(tmp_path)


def test_unknown_part_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["jorneys"]) == 2
    assert "There is no part jorneys" in capsys.readouterr().err


def a_run(name: str) -> Run:
    journey = Journey(name, "buying", "en", "default-channel", (), End())
    return Run(journey, 0, (), (), 0.5, 4)
