"""Which Redis a host publishes to."""

from __future__ import annotations

import pytest

from agentpay_plugin.chat.desk import tell_nobody
from agentpay_plugin.hosting.publishing import REDIS_URL, Ways, over_redis


def slug(key: str) -> str:
    return key


@pytest.fixture(autouse=True)
def nothing_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(REDIS_URL, raising=False)


@pytest.mark.parametrize(
    "broker", ["", "amqp://rabbit", "memory://", "sentinel://one;sentinel://two"]
)
def test_broker_that_is_no_redis_is_published_to_by_nobody(broker: str) -> None:
    assert over_redis(broker, slug) == Ways()


@pytest.mark.parametrize("broker", ["redis://redis:6379/1", "rediss://:secret@redis:6379/1"])
def test_redis_broker_is_published_to(broker: str) -> None:
    ways = over_redis(broker, slug)

    assert ways.publish is not tell_nobody
    assert ways.stream is not Ways().stream


def test_address_of_its_own_goes_before_the_brokers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(REDIS_URL, "redis://news:6379/0")

    assert over_redis("amqp://rabbit", slug).publish is not tell_nobody


def test_wrong_address_is_named_and_costs_no_chat(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv(REDIS_URL, "http://:secret@redis")

    assert over_redis("redis://redis:6379/1", slug) == Ways()
    assert "AGENTPAY_REDIS_URL is no Redis address" in caplog.text
    assert "secret" not in caplog.text
