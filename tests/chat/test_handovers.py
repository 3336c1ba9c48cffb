"""The merchant's list of chats that wait for a person."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agentpay_plugin.chat import handovers, operations
from agentpay_plugin.chat.handovers import Closed, Handovers, Replied
from agentpay_plugin.hosting.concerns import concerns
from agentpay_plugin.models import Conversation, Message
from tests.chat.world import ADDRESS, ANYBODY, EMAIL, ChatWorld, card

pytestmark = pytest.mark.django_db(transaction=True)

CHANNEL = "default-channel"


@pytest.fixture
def world() -> ChatWorld:
    return ChatWorld()


def listed(world: ChatWorld, channel: str = CHANNEL, first: int | None = None) -> Handovers:
    return handovers.handovers(world.chat_desk, ANYBODY, channel, first)


def close(world: ChatWorld, key: object, channel: str = CHANNEL, seen: int | None = None) -> Closed:
    return handovers.close(world.chat_desk, ANYBODY, channel, str(key), seen)


def asking(world: ChatWorld, text: str = "i want to talk to a human", **given: Any) -> str:
    token = world.start(**given)
    world.say(token, text)
    return token


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


# --- a person answers


def reply(
    world: ChatWorld, token: str, text: str, client_id: str = "a", channel: str = CHANNEL
) -> Replied:
    key = str(world.conversation_of(token).pk)
    return handovers.reply(world.chat_desk, ANYBODY, channel, key, text, client_id)


def test_answer_stands_in_the_chat_once_and_listeners_are_told(world: ChatWorld) -> None:
    token = asking(world)
    before = world.look(token).last_sequence
    world.published.clear()

    first = reply(world, token, "Yes, from 20 pieces on.")
    again = reply(world, token, "Yes, from 20 pieces on.")

    assert first.errors == again.errors == ()
    assert first.messages == again.messages
    chat = world.look(token, after=before)
    assert [(one.author, one.text, one.client_id) for one in chat.messages] == [
        ("PERSON", "Yes, from 20 pieces on.", None)
    ]
    assert chat.pending is False
    assert world.published == [(world.conversation_of(token).pk, before + 1)]
    assert listed(world).total == 1  # until it is closed


def test_yes_is_said_to_the_person_and_buys_nothing(world: ChatWorld) -> None:
    token = world.start()
    world.say(token, "do you have it in blue, size L?")
    offer = world.look(token).messages[-1].text
    assert "Would you like" in offer
    world.say(token, "i want to talk to a human")
    reply(world, token, "Shall I put one aside for you?")
    close(world, world.conversation_of(token).pk)
    world.later(minutes=1)

    sent = world.say(token, "yes please")

    assert [one.author for one in sent.messages] == ["SHOPPER"]
    assert sent.pending is False
    assert world.look(token).cart is None
    assert [one.asked_at for one in listed(world).handovers] == ["2026-11-22T12:01:00.000Z"]


def test_thanks_are_the_persons_and_ask_for_nobody(world: ChatWorld) -> None:
    token = asking(world)
    reply(world, token, "You can return it for 30 days.")
    close(world, world.conversation_of(token).pk)

    sent = world.say(token, "thanks!")

    assert [one.author for one in sent.messages] == ["SHOPPER"]
    assert listed(world).total == 0


def test_what_the_assistant_can_do_it_goes_on_doing(world: ChatWorld) -> None:
    token = asking(world)
    reply(world, token, "The blue one in L is the last.")

    told = world.say(token, "two in blue, size L").messages[-1]

    assert (told.author, told.action) == ("ASSISTANT", "cart_changed")


def test_after_half_an_hour_the_assistant_answers_again(world: ChatWorld) -> None:
    token = asking(world)
    reply(world, token, "One moment.")
    world.later(minutes=30)

    told = world.say(token, "thanks!").messages[-1]

    assert (told.author, told.text.splitlines()[0]) == ("ASSISTANT", "You are welcome!")


def test_a_language_model_leaves_to_the_person_what_is_said_to_them(world: ChatWorld) -> None:
    model = world.assisted()
    token = asking(world)
    reply(world, token, "What is the name that shall be on it?")

    sent = world.say(token, "hm, my uncle and a rainy evening, you know how it is")

    assert [one.author for one in sent.messages] == ["SHOPPER"]
    assert (sent.pending, model.requests) == (False, [])
    assert listed(world).total == 1


def test_model_is_told_who_wrote(world: ChatWorld) -> None:
    model = world.assisted()
    token = asking(world)
    reply(world, token, "It is made in Porto.")
    world.later(minutes=31)

    world.ask(token, "hm, my uncle and a rainy evening, you know how it is")

    told = str(model.requests[0].exchanges)
    assert "(A person of the shop wrote:) It is made in Porto." in told


@pytest.mark.parametrize(
    ("text", "client_id", "channel", "field"),
    [
        ("", "a", CHANNEL, "text"),
        (" \n", "a", CHANNEL, "text"),
        ("x" * 2001, "a", CHANNEL, "text"),
        ("hello", "", CHANNEL, "clientId"),
        ("hello", "chat:a", CHANNEL, "clientId"),
        ("hello", "a", "channel-pln", "id"),
        ("hello", "a", "nowhere:", "channel"),
    ],
)
def test_answer_that_is_refused_names_its_field_and_says_nothing(
    world: ChatWorld, text: str, client_id: str, channel: str, field: str
) -> None:
    token = asking(world)
    before = world.look(token).last_sequence

    found = reply(world, token, text, client_id, channel)

    assert ([one.field for one in found.errors], found.messages) == ([field], ())
    assert world.look(token).last_sequence == before


def test_one_id_for_two_answers_is_refused(world: ChatWorld) -> None:
    token = asking(world)
    reply(world, token, "Yes.")

    found = reply(world, token, "No.")

    assert [one.code for one in found.errors] == ["CLIENT_ID_REUSED"]
    assert "No." not in [one.text for one in world.look(token).messages]


def test_erased_chat_takes_no_answer(world: ChatWorld) -> None:
    token = asking(world)
    key = str(world.conversation_of(token).pk)
    operations.erase(world.chat_desk, ANYBODY, token)

    found = handovers.reply(world.chat_desk, ANYBODY, CHANNEL, key, "Hello?", "a")

    assert [one.field for one in found.errors] == ["id"]
    assert not Message.objects.exclude(text="").exists()


@pytest.mark.parametrize("text", ["have you received my money?", "done, i transferred it", "yes"])
def test_words_about_an_open_payment_are_answered_by_the_assistant(
    world: ChatWorld, text: str
) -> None:
    token = world.start()
    world.paying(token)
    reply(world, token, "Let me know when you have paid.")

    told = world.say(token, text).messages[-1]

    assert told.author == "ASSISTANT"
    assert "$45.00" in told.text


def test_yes_to_the_total_is_told_how_to_pay_and_left_to_the_person_too(world: ChatWorld) -> None:
    token = world.start()
    world.quoted(token)
    reply(world, token, "All is ready for you.")

    sent = world.say(token, "yes")

    assert [one.author for one in sent.messages] == ["SHOPPER", "ASSISTANT"]
    assert sent.messages[-1].text.startswith("Your total is $45.00. To pay, please tap the button")
    assert listed(world).total == 1


def test_way_to_deliver_is_chosen_in_words_while_a_person_writes(world: ChatWorld) -> None:
    token = world.start()
    world.tap(token, chooseVariant={"variantId": "variant-tee-blue-l"})
    world.tap(token, checkOut=True)
    world.tap(token, giveDetails={"email": EMAIL, "shippingAddress": ADDRESS})
    reply(world, token, "Both arrive by Friday.")

    sent = world.say(token, "express")

    assert card(sent.messages, "ChatQuote") is not None
    assert world.look(token).cart["delivery"]["name"] == "Express"


def test_listeners_are_told_at_once_while_a_model_makes_a_reply(world: ChatWorld) -> None:
    world.assisted()
    token = asking(world)
    world.say(token, "hm, my uncle and a rainy evening, you know how it is")
    before = world.look(token).last_sequence
    world.published.clear()

    said = reply(world, token, "I am here.")

    assert [one.sequence for one in said.messages] == [before + 1]
    assert world.published == [(world.conversation_of(token).pk, before + 1)]
