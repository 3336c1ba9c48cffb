"""The part about starting: what the plugin adds to a Saleor process, by Saleor's own server command."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import statistics
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agentpay_plugin.shop.documents import document
from scripts.bench import saleor
from scripts.bench.figures import Kind, Row
from scripts.bench.running import say
from tests.saleor.processes import free_port

if TYPE_CHECKING:
    from scripts.bench.runner import Size
    from tests.saleor.shop import Shop

AIM_SECONDS, AIM_MEGABYTES = 0.3, 15.0
PRODUCT = "ascii-tee"
PATIENCE = 120.0
_CATALOGUE = """query($slug: String!, $channel: String!) {
  product(slug: $slug, channel: $channel) {
    name variants { id quantityAvailable pricing { price { gross { amount } } } }
  }
}"""


@dataclass(frozen=True, slots=True)
class Start:
    """One process: seconds from its birth to its first answer, and megabytes then and after a second one."""

    wall: float
    processor: float
    first: float
    second: float


def measure(size: Size) -> list[Row]:
    """Return what starting and the first answers cost; the two kinds of process start in turns."""
    with saleor.shop("http://127.0.0.1:9", "startup") as shop:
        environment = saleor.environment(shop)
        bare = environment | {"PYTHONPATH": str(shop.saleor)}
        _start(shop, environment, with_plugin=True)  # writes the bytecode of both
        found: dict[bool, list[Start]] = {True: [], False: []}
        for number in range(size.starts):
            for with_plugin in (True, False) if number % 2 == 0 else (False, True):
                given = environment if with_plugin else bare
                found[with_plugin].append(_start(shop, given, with_plugin=with_plugin))
            ours, plain = found[True][-1], found[False][-1]
            say(
                f"  {number + 1}/{size.starts}: {ours.processor:.2f} s, {ours.first:.0f} MB with,"
                f" {plain.processor:.2f} s, {plain.first:.0f} MB without"
            )
        return _rows(found)


def _rows(found: dict[bool, list[Start]]) -> list[Row]:
    def row(what: str, field: str, unit: str, aim: float, note: str = "") -> Row:
        ours, bare = (statistics.median(getattr(s, field) for s in found[w]) for w in (True, False))
        return Row(what, ours, bare, unit, Kind.DIFFERENCE, aim, note)

    return [
        row("until the first answer, on the clock", "wall", "s", AIM_SECONDS),
        row("until the first answer, processor time", "processor", "s", AIM_SECONDS),
        row("memory after the first answer", "first", "MB", AIM_MEGABYTES, "a product is asked for"),
        row(
            "memory after the second answer", "second", "MB", AIM_MEGABYTES,
            "with: a chat is started; without: the product again",
        ),
    ]  # fmt: skip


def _start(shop: Shop, environment: dict[str, str], *, with_plugin: bool) -> Start:
    port = free_port()
    begin = time.monotonic()
    with _running(shop, environment, port) as process:
        variables: dict[str, Any] = {"slug": PRODUCT, "channel": saleor.CHANNEL}
        told = _first_answer(process, port, _CATALOGUE, variables, begin + PATIENCE)
        wall, processor = time.monotonic() - begin, _processor_seconds(process.pid)
        assert told["data"]["product"]["variants"], told
        first = _megabytes(process.pid)
        if with_plugin:
            opened = {"channel": saleor.CHANNEL, "product": {"slug": PRODUCT}}
            told = _asked(port, document("chatStart", "widget"), {"input": opened})
            assert told["data"]["chatStart"]["chat"]["messages"], told
        else:
            told = _asked(port, _CATALOGUE, variables)
            assert "errors" not in told, told
        return Start(wall, processor, first, _megabytes(process.pid))


@contextmanager
def _running(
    shop: Shop, environment: dict[str, str], port: int
) -> Iterator[subprocess.Popen[bytes]]:
    command = [
        saleor.python(shop), "-m", "uvicorn", "saleor.asgi:application", "--host", "127.0.0.1",
        "--port", str(port), "--lifespan", "off", "--log-level", "warning",
    ]  # fmt: skip
    with (shop.processes.logs / "startup.log").open("ab") as log:
        process = subprocess.Popen(
            command,
            cwd=shop.saleor,
            env=environment,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _first_answer(
    process: subprocess.Popen[bytes], port: int, query: str, variables: dict[str, Any], end: float
) -> dict[str, Any]:
    while time.monotonic() < end and process.poll() is None:
        try:
            return _asked(port, query, variables)
        except ConnectionRefusedError:
            time.sleep(0.01)
    raise RuntimeError("Saleor did not start; see build/saleor/bench/startup.log")


def _asked(port: int, query: str, variables: dict[str, Any]) -> dict[str, Any]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        body = json.dumps({"query": query, "variables": variables})
        connection.request("POST", "/graphql/", body, {"content-type": "application/json"})
        told: dict[str, Any] = json.loads(connection.getresponse().read())
        return told
    finally:
        connection.close()


def _processor_seconds(pid: int) -> float:
    """Return user and system time, of the process and the children that it waited for."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return sum(int(ticks) for ticks in fields[11:15]) / os.sysconf("SC_CLK_TCK")


def _megabytes(pid: int) -> float:
    found = re.search(r"^VmRSS:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text(), re.M)
    assert found
    return int(found[1]) / 1024
