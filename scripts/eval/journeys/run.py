"""Shopping journeys, end to end on the demo's shop: do shoppers get what they came for, and nothing else?

    python -m scripts.eval journeys [--quick] [--failed] [--only TEXT] [--wordings N] [--processes N] [--folder build/eval]

Exit status 1: a language is below the aims, or something was charged that was not confirmed.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from scripts.eval.journeys.figures import PASS_1, PASS_4, Figures, figures, grouped, table
from scripts.eval.journeys.journey import WORDINGS, Journey, journeys
from scripts.eval.journeys.running import Run, every

REPOSITORY = Path(__file__).parents[3]
_EVERY = 40  # runs between two words of progress
_UNCONFIRMED = "charged what was not confirmed"


def main(arguments: Sequence[str]) -> int:
    """Run, tell, keep, and return the exit status."""
    given = _given(arguments)
    folder = Path(given.folder)
    kept = folder.parent / f"{folder.name}-journeys.json"
    wanted = [one for one in journeys() if given.only in one.id and (one.quick or not given.quick)]
    if given.failed:
        again = _failed(kept)
        wanted = [one for one in wanted if one.id in again]
    if not wanted:
        sys.stderr.write(f"no journey is called {given.only}\n")
        return 2
    shutil.rmtree(folder / "failed", ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    runs = _run(wanted, folder, given)
    shown = _tables(runs)
    say("\n".join(f"\n{table(rows)}" for rows in shown))
    kept.write_text(json.dumps(_kept(runs, shown), indent=1, ensure_ascii=False), encoding="utf-8")
    return _verdict(runs, folder)


def say(text: str) -> None:
    """Tell the person who waits."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _given(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m scripts.eval journeys", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="the few that make test runs")
    parser.add_argument("--failed", action="store_true", help="those that failed last time")
    parser.add_argument("--only", default="", help="journeys with this in their id")
    parser.add_argument("--wordings", type=int, default=WORDINGS, help="how many of each journey")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--folder", default=str(REPOSITORY / "build" / "eval"))
    return parser.parse_args(arguments)


def _failed(kept: Path) -> set[str]:
    """Return the journeys that did not pass in the run that is kept."""
    found = json.loads(kept.read_text(encoding="utf-8"))["runs"]
    return {run["journey"] for run in found if not run["passed"]}


def _run(wanted: Sequence[Journey], folder: Path, given: argparse.Namespace) -> list[Run]:
    wordings, processes = given.wordings, given.processes
    say(f"journeys: {len(wanted)}, each in {wordings} wordings, {processes} processes")
    begun, runs = time.monotonic(), list[Run]()
    for run in every(wanted, wordings, folder, processes):
        runs.append(run)
        _keep_failure(run, folder / "failed")
        if len(runs) % _EVERY == 0:
            failed = sum(not one.passed for one in runs)
            spent = time.monotonic() - begun
            say(f"  {spent:4.0f} s  {len(runs)} of {wordings * len(wanted)} runs, {failed} failed")
    say(f"  {time.monotonic() - begun:.0f} s in all")
    return sorted(runs, key=lambda run: (run.journey.id, run.wording))


def _tables(runs: Sequence[Run]) -> list[dict[str, Figures]]:
    languages = {
        name: figures(found)
        for name, found in grouped(runs, lambda run: run.journey.locale).items()
    }
    kinds = {"tuned to": False, "held out": True}
    halves = {
        f"{locale} {name}": figures(these)
        for locale, found in grouped(runs, lambda run: run.journey.locale).items()
        for name, is_held in kinds.items()
        if (these := [run for run in found if run.journey.held_out is is_held])
    }
    subjects = grouped(runs, lambda run: run.journey.subject)
    by_subject = {name: figures(found) for name, found in subjects.items()}
    return [{**languages, "all": figures(runs)}, halves, by_subject]


def _kept(runs: Sequence[Run], shown: Iterable[dict[str, Figures]]) -> dict[str, object]:
    tables = [{name: asdict(each) for name, each in rows.items()} for rows in shown]
    return {
        "languages": tables[0],
        "held_out": tables[1],
        "subjects": tables[2],
        "runs": [
            {
                "journey": run.journey.id,
                "wording": run.wording + 1,
                "held_out": run.journey.held_out,
                "passed": run.passed,
                "wrong": run.wrong,
                "seconds": round(run.seconds, 3),
            }
            for run in runs
        ],
    }


def _keep_failure(run: Run, folder: Path) -> None:
    """Write what was said in a run that failed, for people."""
    if run.passed:
        return
    path = folder / f"{run.journey.id}-{run.wording + 1}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "\n".join([run.journey.id, *(f"!! {one}" for one in run.wrong), "", *run.log])
    path.write_text(f"{text}\n", encoding="utf-8")


def _verdict(runs: Sequence[Run], folder: Path) -> int:
    failed = [run for run in runs if not run.passed]
    for run in failed:
        held = " (held out)" if run.journey.held_out else ""
        say(f"  {run.journey.id} {run.wording + 1}{held}: {'; '.join(run.wrong).splitlines()[0]}")
    if failed:
        say(f"what was said in them: {folder / 'failed'}")
    below = [
        name
        for name, found in grouped(runs, lambda run: run.journey.locale).items()
        if not figures(found).is_reached
    ]
    strange = [run for run in failed if any(_UNCONFIRMED in one for one in run.wrong)]
    for name in below:
        say(f"{name} is below the aims of {PASS_1:.0%} pass^1 and {PASS_4:.0%} pass^4")
    for run in strange:
        say(f"{run.journey.id} {run.wording + 1} {_UNCONFIRMED}")
    say(
        "make eval: journeys are below their aims"
        if below or strange
        else "make eval: journeys reach their aims"
    )
    return 1 if below or strange else 0
