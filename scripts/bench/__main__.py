"""Runs the parts one after the other, tells the table and keeps it. Nothing that goes wrong here is an error.

    python -m scripts.bench [--small] [--docs] [part …]

`--small` tries the bench with few repetitions, `--docs` copies the kept table into docs/performance.md.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from scripts.bench import (
    funnel,
    machine,
    panel,
    results,
    runner,
    saleor,
    sockets,
    startup,
    turns,
    widget,
    words,
)
from scripts.bench.runner import FULL, SMALL, Part
from scripts.bench.running import BUILD, REPOSITORY, say

PARTS: Mapping[str, Part] = {
    "turns": Part("Chat turns inside Saleor", turns.measure),
    "startup": Part(
        "A Saleor process with and without the plugin",
        startup.measure,
        ("with", "without"),
    ),
    "sockets": Part(
        "Sockets of the realtime gateway", sockets.measure, ("gateway", "bare websockets")
    ),
    "words": Part("The assistant's first word", words.measure, ("AgentPay", "Claude's SDK alone")),
    "funnel": Part("The funnel over a million events", funnel.measure, ("chatFunnel", "in Python")),
    "widget": Part("What the storefront widget weighs", widget.measure, ("AgentPay", "no chat")),
    "panel": Part(
        "The storefront widget's panel, on a processor slowed down four times",
        panel.measure,
        ("AgentPay", "no chat"),
    ),
}
KEPT = BUILD / "bench.json"
TABLE = BUILD / "bench.md"
DOCS = REPOSITORY / "docs" / "performance.md"


def main(arguments: Sequence[str]) -> int:
    """Measure what is asked for; everything, if nothing is."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], help="default: all")
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--docs", action="store_true")
    given = parser.parse_args(arguments)
    if given.docs:
        runner.into_docs(results.load(KEPT), DOCS)
        say(
            f"bench: {DOCS.relative_to(REPOSITORY)} has the figures of {KEPT.relative_to(REPOSITORY)}"
        )
        return 0
    chosen = {name: PARTS[name] for name in given.parts or PARTS}
    here = f"{machine.described()}, {saleor.version()}"
    say(f"bench: {', '.join(chosen)}; on {here}")
    report = runner.run(chosen, SMALL if given.small else FULL, results.load(KEPT), here)
    report = results.ordered(report, PARTS)
    _keep(report)
    say(results.markdown(report))
    say(runner.verdict(report, chosen))
    return 0


def _keep(report: results.Report) -> None:
    BUILD.mkdir(exist_ok=True)
    KEPT.write_text(json.dumps(results.to_json(report), indent=1, ensure_ascii=False) + "\n")
    Path(TABLE).write_text(results.markdown(report) + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
