"""A person of the shop's answers in the chat, and what the assistant leaves to them."""

from __future__ import annotations

import pytest

from agentpay_plugin.chat import handovers, operations
from agentpay_plugin.models import Message
from tests.chat.waiting import CHANNEL, asking, close, listed, reply
from tests.chat.world import ADDRESS, ANYBODY, EMAIL, ChatWorld, card

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world() -> ChatWorld:
    return ChatWorld()


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
