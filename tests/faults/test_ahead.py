"""A process that inside/ahead.c is loaded into lives ahead of the wall's clock, and takes no longer for anything."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

SOURCE = Path(__file__).parents[2] / "scripts" / "faults" / "inside" / "ahead.c"
HOUR = 3600
# Each clock as such a process reads it, then again once the file says something else, in a child of its own.
TOLD = """
import datetime, json, os, pathlib, subprocess, sys, time
def clocks():
    return [time.time(), datetime.datetime.now(datetime.UTC).timestamp(), time.monotonic()]
first = clocks()
pathlib.Path(os.environ["FAULTS_CLOCK"]).write_text("+7200.000")
while time.time() < first[0] + 3000:
    pass
date = subprocess.run(["date", "+%s"], capture_output=True, text=True, check=True).stdout
print(json.dumps([first, clocks(), float(date)]))
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if shutil.which("cc") is None:
        pytest.skip("there is no C compiler")
    made = tmp_path_factory.mktemp("ahead") / "ahead.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-O2", "-o", str(made), str(SOURCE)], check=True)
    return made


def run(library: Path, clock: Path) -> Any:
    told = {**os.environ, "LD_PRELOAD": str(library), "FAULTS_CLOCK": str(clock)}
    done = subprocess.run(
        [sys.executable, "-c", TOLD], env=told, capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def test_told_time_is_ahead_and_measured_time_is_not(library: Path, tmp_path: Path) -> None:
    clock = tmp_path / "clock"
    clock.write_text("+3600.000")
    wall, measured = time.time(), time.monotonic()

    first, then, date = run(library, clock)

    passed = time.monotonic() - measured
    for told in first[:2]:
        assert wall + HOUR <= told <= wall + HOUR + passed
    for told in (*then[:2], date + 1):
        assert wall + 2 * HOUR <= told <= wall + 2 * HOUR + passed + 1
    assert measured <= first[2] <= then[2] <= measured + passed
