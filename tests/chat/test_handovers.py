"""The merchant's list of chats that wait for a person."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agentpay_plugin.chat import operations
from agentpay_plugin.chat.handovers import Closed, Handovers
from agentpay_plugin.hosting.concerns import concerns
from agentpay_plugin.models import Conversation
from tests.chat.waiting import CHANNEL, asking, close, listed, reply
from tests.chat.world import ANYBODY, ChatWorld

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world() -> ChatWorld:
    return ChatWorld()


def test_who_asked_for_a_person_is_shown_with_what_was_said(world: ChatWorld) -> None:
    world.say(world.start(), "do you have it in blue?")
    token = asking(world, "can i speak to a real person please")

    found = listed(world)

    (handover,) = found.handovers
    assert (found.errors, found.total) == ((), 1)
    assert handover.asked_at == "2026-11-22T12:00:00.000Z"
    assert handover.chat.id == str(world.conversation_of(token).pk)
    assert (handover.chat.channel, handover.chat.locale, handover.chat.stage) == (
        CHANNEL,
        "en",
        "BROWSING",
    )
    said = [(one.sequence, one.author, one.text) for one in handover.chat.messages]
    assert said[1:] == [
        (2, "SHOPPER", "can i speak to a real person please"),
        (
            3,
            "ASSISTANT",
            "I have asked a person from the shop to look at this chat. You can go on here meanwhile.\n"
            "If they should answer by e-mail, just write your address here.",
        ),
    ]


@pytest.mark.parametrize(
    ("locale", "asks", "text", "answer"),
    [
        (
            "en",
            "a human please",
            "my mail is ana@example.com",
            "Thank you. The person from the shop sees your address",
        ),
        (
            "pt-BR",
            "quero falar com um atendente",
            "ana@example.com",
            "Obrigado. A pessoa da loja vê seu e-mail neste chat",
        ),
        (
            "es",
            "quiero hablar con una persona",
            "escríbeme a ana@example.com",
            "Gracias. La persona de la tienda ve tu correo",
        ),
    ],
)
def test_address_for_the_answer_stands_in_the_chat_and_on_the_list_again(
    world: ChatWorld, locale: str, asks: str, text: str, answer: str
) -> None:
    token = asking(world, asks, locale=locale)
    close(world, world.conversation_of(token).pk)
    world.later(minutes=1)

    world.say(token, text)

    (handover,) = listed(world).handovers
    assert handover.asked_at == "2026-11-22T12:01:00.000Z"
    assert handover.chat.messages[-2].text == text
    assert handover.chat.messages[-1].text.startswith(answer)


def test_address_given_at_the_check_out_is_the_orders(world: ChatWorld) -> None:
    token = asking(world)
    world.tap(token, chooseVariant={"variantId": "variant-tee-blue-l"})
    world.tap(token, checkOut=True)

    world.say(token, "ana@example.com")

    (handover,) = listed(world).handovers
    told = handover.chat.messages[-1]
    assert told.text.startswith("Thank you, I noted your e-mail address.")
    assert told.parts[-1]["needsEmail"] is False


def test_longest_waiting_comes_first_and_only_so_many(world: ChatWorld) -> None:
    tokens = []
    for _ in range(3):
        tokens.append(asking(world))
        world.later(minutes=1)
    world.say(tokens[0], "hello?")

    found = listed(world, first=2)

    ids = [str(world.conversation_of(token).pk) for token in tokens]
    assert [one.chat.id for one in found.handovers] == ids[:2]
    assert found.total == 3


def test_list_is_read_at_once_however_long_it_is(world: ChatWorld) -> None:
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            listed(world)
        return len(captured)

    asking(world)
    one = queries()
    for _ in range(4):
        asking(world)

    assert queries() == one


def test_only_the_newest_fifty_messages_are_shown(world: ChatWorld) -> None:
    token = asking(world)
    for _ in range(27):
        world.say(token, "hello")
        world.later(minutes=1)

    (handover,) = listed(world).handovers

    newest = world.conversation_of(token).last_sequence
    assert newest == 57
    assert [one.sequence for one in handover.chat.messages] == list(range(8, 58))


def test_another_channels_chats_are_none_of_its_list(world: ChatWorld) -> None:
    asking(world)

    assert listed(world, "channel-pln").total == 0


def test_one_that_was_seen_to_leaves_the_list_and_may_come_back(world: ChatWorld) -> None:
    token = asking(world)
    key = world.conversation_of(token).pk

    assert close(world, key) == Closed(closed=True)
    assert close(world, key) == Closed(closed=False)
    assert listed(world) == Handovers()
    world.later(minutes=1)
    world.say(token, "a person, please")

    assert [one.asked_at for one in listed(world).handovers] == ["2026-11-22T12:01:00.000Z"]


def test_one_whose_shopper_wrote_since_it_was_read_stays_on_the_list(world: ChatWorld) -> None:
    token = asking(world)
    key = world.conversation_of(token).pk
    (handover,) = listed(world).handovers
    world.say(token, "hm, it is about the red one")

    assert close(world, key, seen=handover.chat.last_sequence) == Closed(closed=False)
    (left,) = listed(world).handovers
    reply(world, token, "I see.")  # what the shop says itself keeps nothing there
    assert close(world, key, seen=left.chat.last_sequence) == Closed(closed=True)


def test_erased_chat_leaves_the_list(world: ChatWorld) -> None:
    token = asking(world)

    operations.erase(world.chat_desk, ANYBODY, token)

    assert listed(world) == Handovers()
    assert concerns(world.now, lambda _: "shown", 50) == {}


@pytest.mark.parametrize(
    ("channel", "first", "field", "message"),
    [
        ("nowhere:", None, "channel", "There is no channel of this slug."),
        ("", None, "channel", "This is needed."),
        (CHANNEL, 0, "first", "Give a whole number from 1 to 50."),
        (CHANNEL, 51, "first", "Give a whole number from 1 to 50."),
    ],
)
def test_what_cannot_be_listed_names_its_field(
    world: ChatWorld, channel: str, first: int | None, field: str, message: str
) -> None:
    asking(world)

    found = listed(world, channel, first)

    assert (found.total, found.handovers) == (0, ())
    assert [(one.field, one.message) for one in found.errors] == [(field, message)]


@pytest.mark.parametrize(
    ("key", "channel", "field"),
    [
        ("00000000-0000-0000-0000-000000000000", CHANNEL, "id"),
        ("nonsense", CHANNEL, "id"),
        (None, "channel-pln", "id"),
        (None, "nowhere:", "channel"),
    ],
)
def test_what_is_not_on_a_channels_list_cannot_be_taken_off_it(
    world: ChatWorld, key: str | None, channel: str, field: str
) -> None:
    token = asking(world)
    own = world.conversation_of(token).pk

    found = close(world, key or own, channel)

    assert [one.field for one in found.errors] == [field]
    assert Conversation.objects.get().wants_person_at == world.now


def test_dashboard_is_told_once_a_channel(world: ChatWorld) -> None:
    asking(world)
    world.later(minutes=1)
    asking(world)

    assert concerns(world.now + timedelta(minutes=5), lambda _: "shown", 50) == {
        "people-key:default-channel": "Shoppers of shown ask for a person, the first one since 2026-11-22 12:00 UTC."
        " Open AgentPay to read their chats."
    }
