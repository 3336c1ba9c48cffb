"""Runs programs for a part, telling what they tell; and says what goes on."""

from __future__ import annotations

import subprocess
import sys
from collections import deque
from collections.abc import Mapping, Sequence
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
BUILD = REPOSITORY / "build"
INSIDE = Path(__file__).parent / "inside"
_LAST_LINES = 30


def say(text: str) -> None:
    """Tell the person who waits."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def told_by(
    command: Sequence[str], environment: Mapping[str, str], folder: Path = REPOSITORY
) -> None:
    """Run a program to its end, passing on what it says. Raises RuntimeError with its last line if it fails."""
    last: deque[str] = deque(maxlen=_LAST_LINES)
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            last.append(line)
            if line.startswith("  "):  # what it says to the person who waits
                say(line.rstrip())
    if process.returncode:
        say("".join(last))
        why = last[-1].strip() if last else "without a word"
        raise RuntimeError(f"it ended with {process.returncode}: {why}")
