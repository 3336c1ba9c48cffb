"""The part about the assistant's words: from a model's first token to the first word at a shopper's socket and in the page.

Load and look-alike run in the demo's environment, the page in the browser tests', the gateway in its own.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import psycopg

from scripts.bench.figures import Kind, NotHere, Row, percentile
from scripts.bench.running import (
    BUILD,
    FOLDER,
    REPOSITORY,
    chromium,
    environment,
    free_port,
    running,
    say,
    serving,
    told_by,
)

if TYPE_CHECKING:
    from scripts.bench.runner import Size

GATEWAY_PYTHON = BUILD / "venv-gateway" / "bin" / "python"
BROWSER_PYTHON = BUILD / "venv-browser" / "bin" / "python"
DATABASE = "agentpay_bench_words"
KEY = "sk-ant-demo-bench12345678"
AIM_MS = 50.0
_SHARES = {"p50": 0.5, "p95": 0.95}
_PROCESSES = 2  # of the worker: one of them is left to money


def measure(size: Size) -> list[Row]:
    """Return how long the first word takes, over real processes, beside the provider's SDK reading such a stream."""
    redis, postgres = os.environ.get("TEST_REDIS_URL"), os.environ.get("TEST_POSTGRES_URL")
    if not redis or not postgres:
        raise NotHere("there is no PostgreSQL or no Redis; see scripts/services")
    if not GATEWAY_PYTHON.exists() or not BROWSER_PYTHON.exists():
        raise NotHere(
            "the gateway or the browser has no environment; `make environment` builds both"
        )
    if shutil.which("npm") is None:
        raise NotHere("the widget is built with Node.js and npm, which are not here")
    subprocess.run([REPOSITORY / "scripts" / "widget"], check=True)
    FOLDER.mkdir(parents=True, exist_ok=True)
    found, seen = FOLDER / "words.json", FOLDER / "words-page.json"
    stamps = FOLDER / "words.stamps"
    stamps.unlink(missing_ok=True)
    ports = {name: free_port() for name in ("model", "stripe", "shop", "gateway")}
    urls = {name: f"http://127.0.0.1:{port}" for name, port in ports.items()}
    told = environment() | {
        "DATABASE_URL": f"{postgres}/{DATABASE}",
        "REDIS_URL": redis,
        "PORT": str(ports["shop"]),
        "DEMO_DIR": str(FOLDER / "words"),
        "DEMO_ASSISTANT": "claude",
        "DEMO_ASSISTANT_KEY": KEY,
        "AGENTPAY_CLAUDE_API_BASE": urls["model"],
        "AGENTPAY_STRIPE_API_BASE": urls["stripe"],
        "DJANGO_SETTINGS_MODULE": "agentpay_plugin.demo.settings",
        "PYTHONWARNINGS": "ignore",
        "C_FORCE_ROOT": "1",
    }
    python = _python_of_demo(told)
    with ExitStack() as processes, _database(postgres):

        def serve(name: str, *command: str, **more: str) -> None:
            line = [python if name != "gateway" else str(GATEWAY_PYTHON), "-m", *command]
            processes.enter_context(serving(f"words-{name}", ports[name], line, told | more))

        say("  starting the model's look-alike, shop, worker and gateway")
        serve("model", "scripts.bench.words.model", str(ports["model"]), str(stamps))
        serve("stripe", "agentpay_plugin.demo.stripe", "--port", str(ports["stripe"]))
        serve("shop", "agentpay_plugin.demo")
        serve(
            "gateway", "agentpay_plugin.gateway",
            AGENTPAY_SALEOR_URL=f"{urls['shop']}/graphql/", AGENTPAY_REDIS_URL=redis,
            AGENTPAY_GATEWAY_PORT=str(ports["gateway"]),
        )  # fmt: skip
        worker = [python, "-m", "celery", "-A", "agentpay_plugin.demo", "worker"]
        worker += ["--concurrency", str(_PROCESSES), "--loglevel", "WARNING"]
        processes.enter_context(running("words-worker", worker, told))
        told_by(
            [
                python, "-m", "scripts.bench.words.load", str(found), str(stamps), str(size.turns),
                f"127.0.0.1:{ports['gateway']}", redis, urls["model"], KEY,
            ],
            told,
        )  # fmt: skip
        say("  the same in a browser")
        told_by(
            [
                str(BROWSER_PYTHON), "-m", "tests.widget.first_word", str(seen), str(stamps), str(size.turns),
                f"127.0.0.1:{ports['gateway']}",
            ],
            environment() | {"CHROMIUM": chromium()},
        )  # fmt: skip
    return rows(json.loads(found.read_text()) | json.loads(seen.read_text()))


def rows(found: Mapping[str, list[float]]) -> list[Row]:
    """Return the table of what the load found, in milliseconds since the first token was written."""

    def both(place: str, what: str, aim: float | None = None, note: str = "") -> list[Row]:
        return [
            Row(
                f"{what}, {name}", percentile(found[place], share), percentile(found["sdk"], share),
                "ms", Kind.DIFFERENCE, aim, note if name == "p50" else "",
            )
            for name, share in _SHARES.items()
        ]  # fmt: skip

    turns, visits = len(found["socket"]), len(found["page"])
    return [
        *both("redis", "first token until Redis tells the first word"),
        *both("socket", "until it is at the socket", AIM_MS, f"{turns} turns, a conversation and a socket each"),
        *both("page", "until it is in the page", AIM_MS, f"{visits} turns in Chromium, a fresh visitor each"),
        *both("drawn", "until it is drawn"),
    ]  # fmt: skip


def _python_of_demo(told: Mapping[str, str]) -> str:
    """Build the demo's environment with Celery and Claude's library, and return its python."""
    made = subprocess.run(
        [REPOSITORY / "scripts" / "demo", "python"],
        env=told, check=True, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    return made.stdout.strip()


@contextmanager
def _database(server: str) -> Iterator[None]:
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {DATABASE}")
        try:
            yield
        finally:
            connection.execute(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")
