"""Places for models in Celery workers: one process of each is left to money, whoever dies."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import redis
from celery import Celery

from agentpay_plugin.chat.assistant.desk import MODEL_TASK
from agentpay_plugin.chat.desk import TURN_TASK
from agentpay_plugin.hosting import celery as hosting
from agentpay_plugin.hosting import places
from agentpay_plugin.hosting.places import QUEUE, RedisPlaces, Worker, of, remember, this_worker


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Redis of its own."""
    program = shutil.which("redis-server")
    assert program
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    folder: Path = tmp_path_factory.mktemp("redis")
    process = subprocess.Popen(
        [program, "--port", str(port), "--bind", "127.0.0.1", "--save", ""],
        cwd=folder,
        stdout=subprocess.DEVNULL,
    )
    address = f"redis://127.0.0.1:{port}/0"
    with redis.Redis.from_url(address) as client:
        until = time.monotonic() + 10
        while not _answers(client):
            assert time.monotonic() < until
    yield address
    process.kill()
    process.wait()


@pytest.fixture
def forgetting(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that is of no worker yet."""
    monkeypatch.setattr(places, "_this", None)


def _answers(client: redis.Redis) -> bool:
    try:
        return bool(client.ping())
    except redis.ConnectionError:
        return False


def test_no_more_than_its_places_are_taken_and_they_come_back(url: str) -> None:
    held = RedisPlaces(url, lambda: Worker("one", 2))

    with ExitStack() as holding:
        assert [holding.enter_context(held.hold(30)) for _ in range(3)] == [True, True, False]
    with held.hold(30) as is_free:
        assert is_free is True


def test_workers_do_not_take_each_others_places(url: str) -> None:
    one = RedisPlaces(url, lambda: Worker("a", 1))
    two = RedisPlaces(url, lambda: Worker("b", 1))

    with one.hold(30) as first, two.hold(30) as second, two.hold(30) as third:
        assert (first, second, third) == (True, True, False)


def test_place_of_one_who_died_is_free_when_its_time_is_over(url: str) -> None:
    held = RedisPlaces(url, lambda: Worker("dying", 1))
    with redis.Redis.from_url(url) as client:
        client.zadd("agentpay:models:dying", {"a dead holder": 1})
        with held.hold(30) as is_free:
            assert is_free is True
        client.zadd("agentpay:models:dying", {"one at work": 9_999_999_999})
        with held.hold(30) as is_free:
            assert is_free is False


def test_without_redis_or_a_worker_there_are_none(url: str, forgetting: None) -> None:
    with (
        of("")(30) as one,
        RedisPlaces("redis://127.0.0.1:1/0", lambda: Worker("x", 5)).hold(30) as two,
        RedisPlaces(url).hold(30) as three,
    ):
        assert (one, two, three) == (False, False, False)


@pytest.mark.parametrize(("processes", "left"), [(1, 0), (2, 1), (8, 7)])
def test_one_process_of_a_worker_is_left_to_money(
    forgetting: None, processes: int, left: int
) -> None:
    remember(_worker(processes))

    found = this_worker()
    assert found is not None
    assert found.places == left


@pytest.mark.parametrize(
    ("listens_to", "left"), [("models", 4), ("celery", 3), ("celery,models", 3)]
)
def test_worker_that_takes_no_money_lends_all_its_processes(
    forgetting: None, monkeypatch: pytest.MonkeyPatch, listens_to: str, left: int
) -> None:
    monkeypatch.setenv(QUEUE, "models")
    remember(_worker(4, listens_to))

    found = this_worker()
    assert found is not None
    assert found.places == left


def _worker(processes: int, queues: str = "") -> Any:
    app = Celery(set_as_current=False)
    if queues:
        app.amqp.queues.select(queues.split(","))
    return SimpleNamespace(concurrency=processes, hostname="celery@host", app=app)


@pytest.mark.parametrize(("queue", "options"), [("", {}), ("models", {"queue": "models"})])
def test_model_turns_have_a_queue_of_their_own_only_if_it_is_named(
    monkeypatch: pytest.MonkeyPatch, queue: str, options: dict[str, str]
) -> None:
    sent: list[tuple[str, dict[str, Any]]] = []
    monkeypatch.setenv(QUEUE, queue)
    app = _app(sent)
    monkeypatch.setattr(hosting, "current_app", app)

    assert hosting.wake(MODEL_TASK, "row") is True
    assert hosting.wake(TURN_TASK, "row") is True

    assert sent == [
        (MODEL_TASK, {"args": ["row"], "retry": False, **options}),
        (TURN_TASK, {"args": ["row"], "retry": False}),
    ]


def test_without_a_broker_no_model_is_woken(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[tuple[str, dict[str, Any]]] = []
    app = _app(sent)
    app.conf.task_always_eager = True
    monkeypatch.setattr(hosting, "current_app", app)

    assert hosting.wake(MODEL_TASK, "row") is False
    assert sent == []


def _app(sent: list[tuple[str, dict[str, Any]]]) -> Any:
    """As much of a Celery app as is asked for work."""

    def task(name: str) -> Any:
        return SimpleNamespace(apply_async=lambda **given: sent.append((name, given)))

    tasks = {name: task(name) for name in (MODEL_TASK, TURN_TASK)}
    return SimpleNamespace(conf=SimpleNamespace(task_always_eager=False), tasks=tasks)
