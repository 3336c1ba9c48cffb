"""The quick journeys, run as `make eval` runs them: in a process of their own, on SQLite."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(__file__).parents[2]


@dataclass(frozen=True)
class Ended:
    """How a run of the program ended."""

    status: int
    said: str
    kept: dict[str, Any]
    folder: Path


@pytest.fixture
def ended(tmp_path: Path) -> Ended:
    folder = tmp_path / "eval"
    given = ["--quick", "--wordings", "1", "--processes", "1", "--folder", str(folder)]
    command = [sys.executable, "-m", "scripts.eval", "journeys", *given]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    kept = folder.parent / "eval-journeys.json"
    found = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    return Ended(done.returncode, done.stdout + done.stderr, found, folder)
