"""A shop, a Redis and a gateway, each on a socket of its own."""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
import subprocess
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
import redis
import uvicorn

from agentpay_plugin.gateway.app import make_app
from agentpay_plugin.gateway.follow import Pauses
from agentpay_plugin.gateway.settings import Limits, Settings
from agentpay_plugin.gateway.socket import Socket
from agentpay_plugin.realtime.events import News, channel_of_token, encode
from tests.gateway.listener import Listener
from tests.gateway.shop import Conversation, Shop

TOKEN = "a-token"
QUICK = Pauses(look=0.3, retry=(0.05, 0.2), outage=0.05)
EVENTS_OF_NOTHING = ["cart None", "payment None", "typing False"]


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def redis_url() -> str:
    """The tests' Redis (scripts/services)."""
    url = os.environ.get("TEST_REDIS_URL", "")
    if not url:
        pytest.fail('these tests need a Redis: eval "$(scripts/services start)"')
    return url


@dataclass
class World:
    """What a test touches. `gateway` gives the websocket's address."""

    redis_url: str
    shop_url: str
    shop: Shop
    settings: Settings
    chat: Conversation = field(default_factory=Conversation)

    def __post_init__(self) -> None:
        self.shop.chats[TOKEN] = self.chat

    def publish(self, news: News, token: str = TOKEN) -> int:
        """Publish, and return how many listened."""
        with redis.Redis.from_url(self.redis_url) as client:
            return int(client.publish(channel_of_token(token), encode(news)))

    @asynccontextmanager
    async def gateway(self, pauses: Pauses = QUICK, **limits: Any) -> AsyncIterator[str]:
        """A gateway in this process; gives its address without the scheme."""
        settings = replace(self.settings, limits=replace(self.settings.limits, **limits))
        async with serving(make_app(settings, pauses), settings) as address:
            yield address

    @asynccontextmanager
    async def listener(self, pauses: Pauses = QUICK, **limits: Any) -> AsyncIterator[Listener]:
        """A browser that is connected to a gateway of its own."""
        async with (
            self.gateway(pauses, **limits) as address,
            Listener(f"ws://{address}/graphql/") as listener,
        ):
            yield listener


@pytest.fixture
async def world(redis_url: str, anyio_backend: str) -> AsyncIterator[World]:
    shop = Shop()
    async with serving(shop.app()) as address:
        url = f"http://{address}/graphql/"
        yield World(redis_url, url, shop, Settings(url, redis_url, limits=Limits()))


@asynccontextmanager
async def serving(app: Any, settings: Settings | None = None) -> AsyncIterator[str]:
    """Serve an ASGI app on a free port of this process."""
    # The protocol is named so that asyncio sets TCP_NODELAY, as it does on sockets of its own making.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.bind(("127.0.0.1", 0))
    config = uvicorn.Config(
        app,
        log_level="warning",
        ws=Socket,
        ws_max_size=settings.limits.message_bytes if settings else 65536,
        ws_ping_interval=settings.ping_seconds if settings else 20,
        ws_ping_timeout=settings.ping_seconds if settings else 20,
        ws_per_message_deflate=False,
        timeout_graceful_shutdown=2,
        proxy_headers=False,
    )
    server = uvicorn.Server(config)
    server.install_signal_handlers = lambda: None
    task = asyncio.create_task(server._serve([listening]))
    while not server.started:
        await asyncio.sleep(0.01)
    yield f"127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    await task


class OwnRedis:
    """A Redis that a test may kill and start again, on a port of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with socket.create_server(("127.0.0.1", 0)) as free:
            self._port = free.getsockname()[1]
        self.url = f"redis://127.0.0.1:{self._port}/0"
        self.start()

    def start(self) -> None:
        program = shutil.which("redis-server")
        assert program
        self.process = subprocess.Popen(
            [program, "--port", str(self._port), "--bind", "127.0.0.1", "--save", ""],
            cwd=self._folder,
            stdout=subprocess.DEVNULL,
        )
        until = time.monotonic() + 10
        while not self._answers():
            assert time.monotonic() < until, "Redis did not start"
            time.sleep(0.02)

    def _answers(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self._port)) == 0

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


@pytest.fixture
def own_redis(tmp_path: Path) -> Iterator[OwnRedis]:
    server = OwnRedis(tmp_path)
    yield server
    server.kill()
