"""What keeps an assistant from answering is said to whoever can mend it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from agentpay_plugin.hosting import assistants
from agentpay_plugin.hosting.concerns import PREFIXES, concerns
from agentpay_plugin.hosting.health import look
from agentpay_plugin.models import AssistantDay
from tests.charges.world import World


def test_host_says_what_it_lacks() -> None:
    assert assistants.lacks(is_eager=False, has_redis=True) == ""
    assert "without a broker" in assistants.lacks(is_eager=True, has_redis=False)
    assert "AGENTPAY_REDIS_URL" in assistants.lacks(is_eager=False, has_redis=False)


@pytest.mark.django_db
def test_merchant_is_told_of_spent_money_and_a_refused_key() -> None:
    world = World()
    now = world.now
    AssistantDay.objects.create(channel="key:a", day=now.date(), is_spent=True)
    AssistantDay.objects.create(
        channel="key:b", day=now.date(), problem="refused", paused_until=now + timedelta(minutes=5)
    )
    AssistantDay.objects.create(channel="key:c", day=now.date(), micros=5)
    AssistantDay.objects.create(channel="key:d", day=now.date() - timedelta(days=1), is_spent=True)

    AssistantDay.objects.create(
        channel="key:e",
        day=now.date() - timedelta(days=1),
        problem="refused",
        paused_until=now + timedelta(minutes=5),
    )

    found = concerns(now, lambda key: key.removeprefix("key:"), 50)

    assert list(found) == [
        "assistant-spent-key:a", "assistant-refused-key:b", "assistant-refused-key:e",
    ]  # fmt: skip
    assert "The assistant of a has used its money" in found["assistant-spent-key:a"]
    assert all(key.startswith(PREFIXES) for key in found)
    assert concerns(now + timedelta(minutes=6), str, 50).keys() == {"assistant-spent-key:a"}


@pytest.mark.django_db
def test_health_names_what_the_host_lacks() -> None:
    world = World()

    found = look(world.desk, str, ("The assistant needs workers.",))

    assert "The assistant needs workers." in found.problems()
    assert found.as_json()["assistants"] == ("The assistant needs workers.",)
