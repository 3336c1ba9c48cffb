"""Publishing over a real Redis: nobody waits for it, and what it did not take is told once it does."""

from __future__ import annotations

import logging
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import redis

from agentpay_plugin.realtime.address import plain
from agentpay_plugin.realtime.events import LOOK_AGAIN, encode
from agentpay_plugin.realtime.redis import MOST_PIECES, MOST_WAITING, RedisPublisher


class Server:
    """A Redis on a port of its own; `heard` is what came on the channels a test listens to."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        program = shutil.which("redis-server")
        assert program
        self._process = subprocess.Popen(
            [program, "--port", str(self.port), "--bind", "127.0.0.1", "--save", ""],
            cwd=self._folder,
            stdout=subprocess.DEVNULL,
        )
        until = time.monotonic() + 10
        while not _answers(self.port):
            assert time.monotonic() < until, "Redis did not start"
            time.sleep(0.02)

    def client(self) -> redis.Redis:
        return redis.Redis.from_url(self.url)

    def listen(self, *channels: str) -> Callable[[], list[tuple[str, bytes]]]:
        """Listen; returns what gives the next messages, as many as there are channels."""
        heard = self.client().pubsub(ignore_subscribe_messages=True)
        heard.subscribe(*channels)
        for _ in channels:
            heard.get_message(timeout=5)

        def messages() -> list[tuple[str, bytes]]:
            found: list[Any] = [heard.get_message(timeout=10) for _ in channels]
            return [(one["channel"].decode(), one["data"]) for one in found if one]

        return messages

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    server = Server(tmp_path)
    yield server
    server.kill()


def test_what_is_sent_is_heard(server: Server) -> None:
    server.start()
    heard = server.listen("one", "two")
    publisher = RedisPublisher(server.url)

    publisher.send("one", b"1")
    publisher.send("two", b"2")

    assert heard() == [("one", b"1"), ("two", b"2")]


def test_pieces_of_a_reply_come_in_order_and_before_its_news(server: Server) -> None:
    server.start()
    heard = server.listen(*["one"] * 4)
    publisher = RedisPublisher(server.url)

    publisher.send("one", b"typing")
    for piece in (b"Hel", b"lo"):
        publisher.send_piece("one", piece)
        _until_told(publisher)
    publisher.send("one", b"Hello")

    assert [published for _, published in heard()] == [b"typing", b"Hel", b"lo", b"Hello"]


def test_pieces_that_wait_do_not_outlive_their_reply(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    publisher = RedisPublisher(server.url, pause=60)
    publisher.send("other", b"fails, and then nothing is tried for a minute")
    while not caplog.messages:
        time.sleep(0.01)

    publisher.send_piece("one", b"lost")
    publisher.send("one", b"news")
    for number in range(MOST_PIECES + 1):
        publisher.send_piece("one", b"%d" % number)

    waiting = publisher._waiting["one"].in_order()
    assert waiting == [b"news", *(b"%d" % number for number in range(MOST_PIECES))]


def _until_told(publisher: RedisPublisher) -> None:
    while publisher._waiting:
        time.sleep(0.005)


def test_news_of_an_outage_are_told_after_it_and_logged_once(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    publisher = RedisPublisher(server.url, pause=0.5)
    with caplog.at_level(logging.WARNING):
        publisher.send("one", b"secret")
        publisher.send("one", b"secret")
        publisher.send("two", b"secret")
        while not caplog.messages:
            time.sleep(0.01)
    server.start()
    heard = server.listen("one", "two")

    told = sorted(heard())

    assert told == [("one", encode(LOOK_AGAIN)), ("two", told[1][1])]
    assert caplog.messages == ["Redis takes no news of chats: ConnectionError"]


def test_connection_that_a_restart_closed_is_made_again(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    server.start()
    publisher = RedisPublisher(server.url)
    first = server.listen("one")
    publisher.send("one", b"1")
    assert first() == [("one", b"1")]

    server.kill()
    server.start()
    again = server.listen("one")
    publisher.send("one", b"2")

    assert again() == [("one", b"2")]
    assert caplog.messages == []


def test_one_process_has_one_connection(server: Server) -> None:
    server.start()
    publisher = RedisPublisher(server.url)
    heard = server.listen("last")

    for number in range(200):
        publisher.send(f"channel {number}", b"1")
    publisher.send("last", b"1")
    heard()

    with server.client() as client:
        said = [one["cmd"] for one in client.client_list()]
    assert said.count("publish") == 1


def test_what_waits_is_bounded(server: Server) -> None:
    publisher = RedisPublisher(server.url)

    for number in range(MOST_WAITING + 500):
        publisher.send(f"channel {number}", b"1")

    assert len(publisher._waiting) <= MOST_WAITING


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_forked_process_publishes_too(server: Server) -> None:
    server.start()
    publisher = RedisPublisher(server.url)
    heard = server.listen("parent", "child")
    publisher.send("parent", b"1")

    child = os.fork()
    if child == 0:
        publisher.send("child", b"2")
        time.sleep(2)
        os._exit(0)
    told = heard()
    os.waitpid(child, 0)

    assert sorted(told) == [("child", b"2"), ("parent", b"1")]


def test_address_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="scheme"):
        RedisPublisher("amqp://127.0.0.1")


def test_last_words_of_a_process_are_heard(server: Server) -> None:
    server.start()
    heard = server.listen("one", "two")
    program = (
        "from agentpay_plugin.realtime.redis import RedisPublisher\n"
        f"publisher = RedisPublisher({server.url!r})\n"
        "publisher.send('one', b'1')\n"
        "publisher.send('two', b'2')\n"
    )

    subprocess.run([sys.executable, "-c", program], check=True)

    assert heard() == [("one", b"1"), ("two", b"2")]


def test_brokers_options_do_not_keep_news_back(server: Server) -> None:
    server.start()
    heard = server.listen("one")

    RedisPublisher(f"{server.url}?visibility_timeout=9&virtual_host=/").send("one", b"1")

    assert heard() == [("one", b"1")]


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("rediss://:a%3F@r:6/1?ssl_cert_reqs=CERT_NONE", "rediss://:a%3F@r:6/1?ssl_cert_reqs=none"),
        ("rediss://r?ssl_cert_reqs=required", "rediss://r?ssl_cert_reqs=required"),
        ("unix:///run/redis.sock?db=2&socket_timeout=1", "unix:///run/redis.sock?db=2"),
        ("redis://r", "redis://r"),
    ],
)
def test_address_is_understood_as_celery_spells_it(given: str, meant: str) -> None:
    assert plain(given) == meant
