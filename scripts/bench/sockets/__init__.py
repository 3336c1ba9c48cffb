"""The part about sockets: the gateway, and a server that only relays, under the same load in the same run.

Everything but this file runs in the gateway's environment.
"""

from __future__ import annotations

import json
import os
import resource
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from scripts.bench.figures import Kind, NotHere, Row, percentile
from scripts.bench.running import BUILD, FOLDER, environment, free_port, serving, told_by

if TYPE_CHECKING:
    from scripts.bench.runner import Size

PYTHON = BUILD / "venv-gateway" / "bin" / "python"
AIM = 2.0
_FILES_FOR_OTHER_THINGS = 200


def measure(size: Size) -> list[Row]:
    """Return how long events take, and what a connection holds."""
    redis = os.environ.get("TEST_REDIS_URL")
    if not redis:
        raise NotHere("there is no Redis; see scripts/services")
    if not PYTHON.exists():
        raise NotHere("the gateway has no environment; `make environment` builds it")
    _open_files(2 * size.sockets + _FILES_FOR_OTHER_THINGS)
    FOLDER.mkdir(parents=True, exist_ok=True)
    found = FOLDER / "sockets.json"
    ports = {name: free_port() for name in ("shop", "gateway", "bare")}
    with ExitStack() as running:

        def start(name: str, *command: str, **more: str) -> int:
            started = serving(
                name, ports[name], [str(PYTHON), "-m", *command], environment() | more
            )
            return running.enter_context(started)

        start("shop", "scripts.bench.sockets.shop", str(ports["shop"]))
        pids = {
            "gateway": start(
                "gateway", "agentpay_plugin.gateway",
                AGENTPAY_SALEOR_URL=f"http://127.0.0.1:{ports['shop']}/graphql/",
                AGENTPAY_REDIS_URL=redis, AGENTPAY_GATEWAY_PORT=str(ports["gateway"]),
            ),
            "bare": start("bare", "scripts.bench.sockets.bare", redis, str(ports["bare"])),
        }  # fmt: skip
        told_by(
            [
                str(PYTHON), "-m", "scripts.bench.sockets.load", redis, str(found),
                str(size.sockets), str(size.rounds),
                *(f"{name}={pids[name]}:{ports[name]}" for name in pids),
            ],
            environment(),
        )  # fmt: skip
    return _rows(json.loads(found.read_text()), size)


def _rows(found: dict[str, dict[str, Any]], size: Size) -> list[Row]:
    ours, bare = found["gateway"], found["bare"]
    for name, told in found.items():
        if told["lost"]:
            raise AssertionError(f"{name} lost {told['lost']} of {len(told['ms']) + told['lost']}")

    def row(what: str, share: float, aim: float | None, note: str) -> Row:
        values = (percentile(ours["ms"], share), percentile(bare["ms"], share))
        return Row(what, *values, "ms", Kind.RATIO, aim, note)

    events = f"{len(ours['ms']):,} events each, {size.sockets:,} sockets on as many conversations"
    return [
        row("publish to received, p50", 0.5, AIM, events),
        row("publish to received, p95", 0.95, None, ""),
        Row(
            "processor time for an event", ours["processor_ms"], bare["processor_ms"], "ms",
            Kind.DIFFERENCE, None, "with 2,000 connections' pings" if size.sockets == 2000 else "",
        ),
        Row("memory for a connection", ours["kb"], bare["kb"], "KB", Kind.DIFFERENCE),
        Row("until all are subscribed", ours["seconds"], bare["seconds"], "s", Kind.DIFFERENCE),
    ]  # fmt: skip


def _open_files(wanted: int) -> None:
    """Let this process and those it starts have so many sockets open."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < wanted:
        raise NotHere(
            f"a process may open {hard} files here, and {wanted} are needed; see ulimit -n"
        )
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, wanted), hard))
