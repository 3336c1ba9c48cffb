"""The part about the funnel: counted by PostgreSQL, and by Python after loading the same rows."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import psycopg

from scripts.bench.figures import Kind, NotHere, Row
from scripts.bench.running import INSIDE, REPOSITORY, say

if TYPE_CHECKING:
    from scripts.bench.runner import Size

DATABASE = "agentpay_bench_funnel"


def measure(size: Size) -> list[Row]:
    """Return time and peak memory; each counting runs in a process of its own, in turns."""
    server = os.environ.get("TEST_POSTGRES_URL")
    if not server:
        raise NotHere("there is no PostgreSQL; see scripts/services")
    environment = {
        **os.environ,
        "DATABASE_URL": f"{server}/{DATABASE}",
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "PYTHONPATH": str(REPOSITORY),
    }
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        _forget(connection)
        connection.execute(f"CREATE DATABASE {DATABASE}")
        try:
            say(f"  storing {size.events:,} events")
            _told(environment, "fill", str(size.events))
            return _rows([_pair(environment, number, size) for number in range(size.funnels)])
        finally:
            _forget(connection)


def _forget(connection: psycopg.Connection[Any]) -> None:
    connection.execute(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")


def _pair(environment: dict[str, str], number: int, size: Size) -> dict[str, dict[str, Any]]:
    order = ("database", "python") if number % 2 == 0 else ("python", "database")
    found = {way: _told(environment, way) for way in order}
    if found["database"]["answer"] != found["python"]["answer"]:
        raise AssertionError(f"two answers: {found}")
    say(
        f"  {number + 1}/{size.funnels}: "
        + ", ".join(f"{w} {found[w]['ms']:.0f} ms" for w in order)
    )
    return found


def _told(environment: dict[str, str], *arguments: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, str(INSIDE / "funnel_counts.py"), *arguments],
        cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def _rows(pairs: list[dict[str, dict[str, Any]]]) -> list[Row]:
    def median(way: str, what: str) -> float:
        return statistics.median(float(pair[way][what]) for pair in pairs)

    answer = pairs[0]["database"]["answer"]
    told = f"{answer['visits']:,} visits, {answer['steps'][0]:,} conversations, {answer['steps'][-1]:,} paid"
    return [
        Row("time", median("database", "ms"), median("python", "ms"), "ms", Kind.RATIO, note=told),
        Row(
            "memory on top, at its peak", median("database", "mb"), median("python", "mb"),
            "MB", Kind.RATIO,
        ),
    ]  # fmt: skip
