"""The gateway as a process of its own: `python -m agentpay_plugin.gateway`."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.gateway.conftest import TOKEN, World
from tests.gateway.listener import Listener
from tests.saleor.processes import free_port

pytestmark = pytest.mark.anyio

ROOT = Path(__file__).parents[2]


@asynccontextmanager
async def process(
    world: World, port: int, **given: str
) -> AsyncIterator[asyncio.subprocess.Process]:
    environment = {
        **os.environ,
        "AGENTPAY_SALEOR_URL": world.shop_url,
        "AGENTPAY_REDIS_URL": world.redis_url,
        "AGENTPAY_GATEWAY_PORT": str(port),
        **given,
    }
    running = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "agentpay_plugin.gateway",
        cwd=ROOT,
        env=environment,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        async with httpx.AsyncClient(trust_env=False) as client, asyncio.timeout(30):
            while not await _is_ready(client, port):
                await asyncio.sleep(0.05)
        yield running
    finally:
        if running.returncode is None:
            running.kill()
            await running.wait()


async def _is_ready(client: httpx.AsyncClient, port: int) -> bool:
    try:
        return (await client.get(f"http://127.0.0.1:{port}/health")).json()["redis"] == "ok"
    except httpx.HTTPError:
        return False


async def test_killed_and_restarted_in_mid_conversation(world: World) -> None:
    port = free_port()
    url = f"ws://127.0.0.1:{port}/graphql/"
    async with process(world, port) as running, Listener(url) as first:
        await first.subscribe(TOKEN)
        await first.events(3)
        world.publish(world.chat.said(2))
        before = await first.messages(until=2)
        running.kill()
        assert (await first.closed())[0] == 1006
    world.publish(world.chat.said())  # nobody hears
    async with process(world, port), Listener(url) as second:
        await second.subscribe(TOKEN, after=before[-1])
        missed = await second.messages(until=3)
        await second.events(3)
        world.publish(world.chat.said())
        after = await second.messages(until=4)

    assert (before, missed, after) == ([1, 2], [3], [4])


async def test_sigterm_says_good_bye_and_ends_well(world: World) -> None:
    port = free_port()
    async with (
        process(world, port) as running,
        Listener(f"ws://127.0.0.1:{port}/graphql/") as one,
        Listener(f"ws://127.0.0.1:{port}/graphql/") as two,
    ):
        await one.subscribe(TOKEN)
        await one.events(3)
        running.send_signal(signal.SIGTERM)
        codes = [(await one.closed())[0], (await two.closed())[0]]
        async with asyncio.timeout(10):
            _, logged = await running.communicate()

    assert codes == [1012, 1012]
    assert running.returncode == 0
    assert b"Traceback" not in logged
    assert TOKEN.encode() not in logged


async def test_peer_that_does_not_read_does_not_hold_the_end_up(world: World) -> None:
    port = free_port()
    async with (
        process(world, port) as running,
        Listener(f"ws://127.0.0.1:{port}/graphql/", max_queue=1, max_size=None) as slow,
    ):
        await slow.subscribe(TOKEN)
        await slow.events(3)
        for _ in range(300):
            news = world.chat.said()
            news.messages[0]["text"] = "x" * 50_000
            world.publish(news)
        running.send_signal(signal.SIGTERM)
        async with asyncio.timeout(6):
            await running.communicate()
        slow.socket.transport.abort()

    assert running.returncode == 0


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"AGENTPAY_SALEOR_URL": ""}, "AGENTPAY_SALEOR_URL: write an address"),
        ({"AGENTPAY_REDIS_URL": "amqp://x"}, "AGENTPAY_REDIS_URL: write an address"),
        ({"AGENTPAY_GATEWAY_PORT": "http"}, "AGENTPAY_GATEWAY_PORT: write a whole number"),
        ({"AGENTPAY_GATEWAY_MAX_CONNECTIONS": "0"}, "AGENTPAY_GATEWAY_MAX_CONNECTIONS"),
        ({"AGENTPAY_GATEWAY_ORIGINS": "shop.example"}, "'shop.example' is no origin"),
        ({"AGENTPAY_GATEWAY_ORIGINS": "https://[shop"}, "'https://[shop' is no origin"),
        ({"AGENTPAY_GATEWAY_ORIGINS": "https://shop.example?x"}, "is no origin"),
        ({"AGENTPAY_REDIS_URL": "redis://x?db=one"}, "AGENTPAY_REDIS_URL: Invalid value for 'db'"),
        (
            {"AGENTPAY_REDIS_URL": "rediss://x?ssl_cert_reqs=some"},
            "AGENTPAY_REDIS_URL: Invalid SSL",
        ),
    ],
)
def test_wrong_settings_are_named(given: dict[str, str], words: str) -> None:
    fine = {
        "AGENTPAY_SALEOR_URL": "http://shop.example/graphql/",
        "AGENTPAY_REDIS_URL": "redis://x",
    }
    ended = _run("-m", "agentpay_plugin.gateway", **{**fine, **given})

    assert ended.returncode == 2
    assert words in ended.stderr
    assert len(ended.stderr.splitlines()) == 1


def test_neither_django_nor_stripe_is_imported() -> None:
    ended = _run(
        "-c",
        "import sys, agentpay_plugin.gateway.__main__\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'django', 'stripe', 'graphene'}))",
    )

    assert ended.stdout.strip() == "[]"


def _run(*arguments: str, **environment: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
