"""The merchant's report over GraphQL, and whom it is kept from."""

from __future__ import annotations

from typing import Any

import graphene
import pytest

from agentpay_plugin.saleor.schema import bind
from tests.chat.world import ANYBODY, ChatWorld

pytestmark = pytest.mark.django_db(transaction=True)

FUNNEL = """
query($channel: String!, $from: String!, $to: String!) {
  chatFunnel(channel: $channel, from: $from, to: $to) {
    errors { field message code } visits steps { name conversations rate } chatToPaymentRate
  }
}
"""
DAY = {"channel": "default-channel", "from": "2026-11-22", "to": "2026-11-23"}


class NotAllowed(Exception):  # noqa: N818 a host names its own
    """How some host says no."""


@pytest.fixture
def world() -> ChatWorld:
    return ChatWorld()


def test_steps_and_rates(schema: graphene.Schema, world: ChatWorld) -> None:
    world.start()
    world.say(world.start(), "I want to buy it")

    result = schema.execute(FUNNEL, variables=DAY, context=(world.chat_desk, ANYBODY))

    assert result.errors is None
    assert result.data["chatFunnel"] == {
        "errors": [],
        "visits": 0,
        "steps": [
            {"name": "STARTED", "conversations": 2, "rate": None},
            {"name": "ENGAGED", "conversations": 1, "rate": 0.5},
            {"name": "PURCHASE_INTENT", "conversations": 1, "rate": 1.0},
            {"name": "PAYMENT_OPENED", "conversations": 0, "rate": 0.0},
            {"name": "PAYMENT_BEGUN", "conversations": 0, "rate": None},
            {"name": "PAID", "conversations": 0, "rate": None},
        ],
        "chatToPaymentRate": 0.0,
    }


def test_what_is_wrong_stands_in_errors(schema: graphene.Schema, world: ChatWorld) -> None:
    asked = {**DAY, "to": "2026-11-21"}

    result = schema.execute(FUNNEL, variables=asked, context=(world.chat_desk, ANYBODY))

    assert result.errors is None
    assert result.data["chatFunnel"] == {
        "errors": [{"field": "to", "message": "This is before the beginning.", "code": "INVALID"}],
        "visits": 0,
        "steps": [],
        "chatToPaymentRate": None,
    }


def test_fault_of_ours_is_one_friendly_sentence(
    schema: graphene.Schema, caplog: pytest.LogCaptureFixture
) -> None:
    result = schema.execute(FUNNEL, variables=DAY, context=("no desk at all", ANYBODY))

    assert result.errors is None
    (error,) = result.data["chatFunnel"]["errors"]
    assert error["code"] == "INTERNAL"
    assert error["message"] == "Something went wrong on our side. Try again in a moment."
    assert "AttributeError" in caplog.text


def test_hosts_own_refusal_passes_and_nothing_is_asked(world: ChatWorld) -> None:
    asked: list[tuple[Any, str]] = []
    served: list[Any] = []

    def require_staff(info: Any, channel: str) -> None:
        asked.append((info.context, channel))
        raise NotAllowed("MANAGE_ORDERS")

    def desk_for(context: Any) -> Any:
        served.append(context)
        return world.chat_desk, ANYBODY

    queries, _ = bind(desk_for, require_staff)
    schema = graphene.Schema(query=type("Query", (graphene.ObjectType,), queries))

    result = schema.execute(FUNNEL, variables=DAY, context="a shopper's request")

    assert result.data == {"chatFunnel": None}
    assert [type(error.original_error) for error in result.errors] == [NotAllowed]
    assert asked == [("a shopper's request", "default-channel")]
    assert served == []


def test_channel_that_is_allowed_is_the_one_that_is_told(world: ChatWorld) -> None:
    """Blanks around a slug must not lead past who may see its channel."""
    asked: list[str] = []
    queries, _ = bind(
        lambda _: (world.chat_desk, ANYBODY), lambda _, channel: asked.append(channel)
    )
    schema = graphene.Schema(query=type("Query", (graphene.ObjectType,), queries))
    world.start()

    result = schema.execute(FUNNEL, variables={**DAY, "channel": "\u00a0default-channel \n"})

    assert asked == ["default-channel"]
    assert result.data["chatFunnel"]["steps"][0]["conversations"] == 1


HANDOVERS = """
query($channel: String!, $first: Int) {
  chatHandovers(channel: $channel, first: $first) {
    errors { field message code } total handovers { askedAt chat { id messages { author text } } }
  }
}
"""
CLOSE = """
mutation($channel: String!, $id: ID!) {
  chatHandoverClose(channel: $channel, id: $id) { errors { field code } closed }
}
"""


def test_chats_that_wait_for_a_person(schema: graphene.Schema, world: ChatWorld) -> None:
    token = world.start()
    world.tap(token, askPerson=True)
    key = str(world.conversation_of(token).pk)
    asked = {"channel": "default-channel"}

    listed = schema.execute(HANDOVERS, variables=asked, context=(world.chat_desk, ANYBODY))
    closed = [
        schema.execute(CLOSE, variables={**asked, "id": key}, context=(world.chat_desk, ANYBODY))
        for _ in range(2)
    ]
    left = schema.execute(HANDOVERS, variables=asked, context=(world.chat_desk, ANYBODY))

    (handover,) = listed.data["chatHandovers"]["handovers"]
    assert (handover["askedAt"], handover["chat"]["id"]) == ("2026-11-22T12:00:00.000Z", key)
    assert handover["chat"]["messages"][-1]["author"] == "ASSISTANT"
    assert [each.data["chatHandoverClose"] for each in closed] == [
        {"errors": [], "closed": True},
        {"errors": [], "closed": False},
    ]
    assert left.data["chatHandovers"] == {"errors": [], "total": 0, "handovers": []}


@pytest.mark.parametrize("document", [HANDOVERS, CLOSE])
def test_chats_that_wait_are_kept_from_all_but_staff(world: ChatWorld, document: str) -> None:
    def require_staff(info: Any, channel: str) -> None:
        raise NotAllowed("MANAGE_ORDERS")

    token = world.start()
    world.tap(token, askPerson=True)
    queries, mutations = bind(lambda _: (world.chat_desk, ANYBODY), require_staff)
    schema = graphene.Schema(
        query=type("Query", (graphene.ObjectType,), queries),
        mutation=type("Mutation", (graphene.ObjectType,), mutations),
    )
    asked = {"channel": "default-channel", "id": str(world.conversation_of(token).pk)}

    result = schema.execute(document, variables=asked)

    assert list(result.data.values()) == [None]
    assert [type(error.original_error) for error in result.errors] == [NotAllowed]
    assert world.conversation_of(token).wants_person_at == world.now
