"""make eval: measure how well the assistant understands and sells. See docs/evaluation.md.

    python -m scripts.eval [part [its arguments]]

Without a part, all of them run. Exit status 1: one of them is below its aims.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

# Each has a function `main(arguments)` that returns an exit status.
PARTS = {
    "intents": "scripts.eval.intents",
    "journeys": "scripts.eval.journeys.run",
}


def main(arguments: Sequence[str]) -> int:
    """Run one part or all, and return the worst exit status."""
    if not arguments:
        return max(_run(name, ()) for name in PARTS)
    name, *rest = arguments
    if name not in PARTS:
        sys.stderr.write(f"{__doc__}\nThere is no part {name}. Parts: {', '.join(PARTS)}\n")
        return 2
    return _run(name, rest)


def _run(name: str, arguments: Sequence[str]) -> int:
    status: int = import_module(PARTS[name]).main(arguments)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
