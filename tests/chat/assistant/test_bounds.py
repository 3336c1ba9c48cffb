"""How much one shopper, one channel and one day may ask of a model, and how long a pause is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from agentpay_plugin.chat.erase import erase
from agentpay_plugin.chat.operations import OVERDUE_AFTER
from agentpay_plugin.errors import ModelRefused, ModelUnavailable
from agentpay_plugin.gateway.follow import PAUSES
from agentpay_plugin.language.fake import FakeModel, says
from agentpay_plugin.models import AssistantDay, AssistantShopper, Conversation, Turn
from tests.chat.assistant.words import UNCLEAR
from tests.chat.world import ChatWorld, texts

pytestmark = pytest.mark.django_db(transaction=True)


def dear(world: ChatWorld, **settings: object) -> FakeModel:
    """A model of which one turn takes nearly all of 0.02 dollars."""
    model = world.assisted(*[says("Fine.")] * 9, **settings)
    model.usage = replace(model.usage, sent=18_000, received=0)
    return model


def is_by_rules(world: ChatWorld, token: str) -> bool:
    return "simple answers" in world.ask(token, UNCLEAR)[1].text


# --- one shopper in many chats --------------------------------------------------------------------


def test_new_chat_of_a_shopper_has_no_money_of_its_own(world: ChatWorld) -> None:
    model = dear(world, assistant_money_per_chat=Decimal("0.02"))
    world.ask(world.start(visitor_id="visitor-1"), UNCLEAR)

    assert is_by_rules(world, world.start(visitor_id="visitor-1"))
    assert not is_by_rules(world, world.start(visitor_id="visitor-2"))
    assert len(model.requests) == 2
    assert sorted(AssistantShopper.objects.values_list("micros", flat=True)) == [18_000, 18_000]


def test_user_who_is_logged_in_is_one_in_every_browser(world: ChatWorld) -> None:
    dear(world, assistant_money_per_chat=Decimal("0.02"))
    first, second = world.start(visitor_id="visitor-1"), world.start(visitor_id="visitor-2")
    Conversation.objects.update(user_id="user-1")
    world.ask(first, UNCLEAR)

    assert is_by_rules(world, second)


def test_next_day_is_another(world: ChatWorld) -> None:
    dear(world, assistant_money_per_chat=Decimal("0.02"))
    world.ask(world.start(visitor_id="visitor-1"), UNCLEAR)
    world.later(days=1)

    assert not is_by_rules(world, world.start(visitor_id="visitor-1"))


def test_erasing_a_chat_makes_no_room_and_leaves_no_name(world: ChatWorld) -> None:
    dear(world, assistant_money_per_chat=Decimal("0.02"))
    world.ask(world.start(visitor_id="visitor-1"), UNCLEAR)
    erase(world.conversation().pk, world.now)

    assert is_by_rules(world, world.start(visitor_id="visitor-1"))
    assert "visitor-1" not in AssistantShopper.objects.get().mark


def test_call_that_does_not_fit_keeps_nothing(world: ChatWorld) -> None:
    dear(world, assistant_money_per_chat=Decimal("0.02"))
    world.ask(world.start(visitor_id="visitor-1"), UNCLEAR)
    other = world.start(visitor_id="visitor-1")

    world.ask(other, UNCLEAR)

    assert world.conversation_of(other).assistant_micros == 0
    assert AssistantDay.objects.get().micros == 18_000
    assert AssistantShopper.objects.get().micros == 18_000


def test_turns_of_a_shopper_are_counted_over_chats(world: ChatWorld) -> None:
    model = world.assisted(*[says("Fine.")] * 3)
    world.ask(world.start(visitor_id="visitor-1"), UNCLEAR)
    AssistantShopper.objects.update(turns=99)
    world.ask(world.start(visitor_id="visitor-1"), UNCLEAR)

    assert is_by_rules(world, world.start(visitor_id="visitor-1"))
    assert len(model.requests) == 2
    assert AssistantShopper.objects.get().turns == 100


def test_what_was_counted_is_deleted_when_the_day_is_over(world: ChatWorld) -> None:
    world.assisted(says("Fine."))
    world.ask(world.start(visitor_id="visitor-1"), UNCLEAR)

    world.later(days=2)
    world.sweep_chats()

    assert not AssistantShopper.objects.exists()


def test_shopper_nobody_knows_is_counted_by_chat(world: ChatWorld) -> None:
    world.assisted(says("Fine."))

    world.ask(world.start(), UNCLEAR)

    assert not AssistantShopper.objects.exists()


# --- one channel ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("asked", "is_asked"), [(299, True), (300, False)])
def test_turns_of_a_channel_are_limited(world: ChatWorld, asked: int, is_asked: bool) -> None:
    model = world.assisted(says("Fine."))
    row = world.conversation_of(world.start())
    others = [
        Turn(
            conversation=row,
            client_id=f"other-{at}",
            kind="said",
            payload={},
            state="done",
            model_asked_at=world.now,
        )
        for at in range(asked)
    ]
    Turn.objects.bulk_create(others)
    # Those of one chat are limited, too: here they are another one's.
    token = world.start()

    world.ask(token, UNCLEAR)

    assert len(model.requests) == int(is_asked)
    world.later(minutes=10, seconds=1)
    assert not is_by_rules(world, token)


# --- the day --------------------------------------------------------------------------------------


def test_money_of_the_day_that_is_raised_is_there_at_once(world: ChatWorld) -> None:
    dear(world, assistant_money_per_day=Decimal("0.02"))
    token = world.start()
    world.ask(token, UNCLEAR)
    assert is_by_rules(world, token)
    assert AssistantDay.objects.get().is_spent

    world.with_settings(assistant_money_per_day=Decimal("0.05"))

    assert texts(world.ask(token, UNCLEAR)) == ["Fine."]
    assert not AssistantDay.objects.get().is_spent


def test_money_of_the_day_that_stays_or_falls_is_spent_until_midnight(world: ChatWorld) -> None:
    model = dear(world, assistant_money_per_day=Decimal("0.02"))
    token = world.start()
    world.ask(token, UNCLEAR)
    world.ask(token, UNCLEAR)

    for money in ("0.02", "0.019"):
        world.with_settings(assistant_money_per_day=Decimal(money))
        assert world.say(token, UNCLEAR).pending is False
    assert len(model.requests) == 1


# --- how sure the rules must be -------------------------------------------------------------------


@pytest.mark.parametrize(("from_", "is_asked"), [(0.6, False), (1.0, True)])
def test_what_the_rules_may_not_act_on_is_asked(
    world: ChatWorld, from_: float, is_asked: bool
) -> None:
    model = world.assisted(says("Fine."), act_on_rules=from_)

    world.ask(world.start(), "show my cart")

    assert len(model.requests) == int(is_asked)


# --- waiting --------------------------------------------------------------------------------------


def test_those_on_a_socket_get_the_reply_of_the_rules_as_soon_as_others() -> None:
    """The gateway asks once the API would make the reply itself: no worker took it for 8 seconds."""
    soonest, latest = PAUSES.reply

    assert OVERDUE_AFTER.total_seconds() == 8
    assert (soonest, latest) == (8.5, 9.5)


# --- pauses ---------------------------------------------------------------------------------------


def test_provider_that_asks_for_an_hour_is_asked_after_five_minutes(world: ChatWorld) -> None:
    model = world.assisted(
        says("", raises=ModelUnavailable("busy", retry_after=3600)), says("Back.")
    )
    token = world.start()
    world.ask(token, UNCLEAR)

    world.later(minutes=4, seconds=59)
    assert is_by_rules(world, token)
    world.later(seconds=2)

    assert texts(world.ask(token, UNCLEAR)) == ["Back."]
    assert len(model.requests) == 2


def test_refused_key_is_tried_again_after_ten_minutes_also_past_midnight(world: ChatWorld) -> None:
    model = world.assisted(says("", raises=ModelRefused("key")), says("Back."))
    midnight = world.now.replace(hour=0, minute=0, second=0) + timedelta(days=1)
    world.later(seconds=(midnight - world.now).total_seconds() - 60)
    token = world.start()
    world.ask(token, UNCLEAR)

    world.later(minutes=9)
    assert is_by_rules(world, token)
    world.later(minutes=2)

    assert texts(world.ask(token, UNCLEAR)) == ["Back."]
    assert len(model.requests) == 2
