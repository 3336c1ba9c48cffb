"""The part about the assistant's words: from a model's first token to the first word at a shopper's socket.

Everything but this file runs in the demo's environment; the gateway in its own.
"""

from __future__ import annotations

import json
import os
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
DATABASE = "agentpay_bench_words"
KEY = "sk-ant-demo-bench12345678"
AIM_MS = 50.0
_PROCESSES = 2  # of the worker: one of them is left to money


def measure(size: Size) -> list[Row]:
    """Return how long the first word takes, over real processes, beside the provider's SDK reading the same stream."""
    redis, postgres = os.environ.get("TEST_REDIS_URL"), os.environ.get("TEST_POSTGRES_URL")
    if not redis or not postgres:
        raise NotHere("there is no PostgreSQL or no Redis; see scripts/services")
    if not GATEWAY_PYTHON.exists():
        raise NotHere("the gateway has no environment; `make environment` builds it")
    FOLDER.mkdir(parents=True, exist_ok=True)
    found, stamps = FOLDER / "words.json", FOLDER / "words.stamps"
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
    return rows(json.loads(found.read_text()))


def rows(found: Mapping[str, list[float]]) -> list[Row]:
    """Return the table of what the load found, in milliseconds since the first token was written."""
    ours, bare, published = found["socket"], found["sdk"], found["redis"]

    def row(what: str, share: float, values: list[float], aim: float | None, note: str = "") -> Row:
        pair = (percentile(values, share), percentile(bare, share))
        return Row(what, *pair, "ms", Kind.DIFFERENCE, aim, note)

    turns = f"{len(ours)} turns, a conversation and a socket each"
    return [
        row("first token to first word, p50", 0.5, ours, AIM_MS, turns),
        row("first token to first word, p95", 0.95, ours, AIM_MS),
        row("of it until Redis tells it, p50", 0.5, published, None),
        row("of it until Redis tells it, p95", 0.95, published, None),
    ]


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
