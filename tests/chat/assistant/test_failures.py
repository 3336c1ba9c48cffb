"""Whatever becomes of the model, the shopper gets one answer, and nothing is done twice."""

from __future__ import annotations

from decimal import Decimal

import pytest

from agentpay_plugin.chat.erase import erase
from agentpay_plugin.errors import ModelRefused, ModelUnavailable
from agentpay_plugin.language.fake import calls, says
from agentpay_plugin.models import AssistantDay, Turn
from tests.charges.world import Killed
from tests.chat.assistant.unsure import Unsure
from tests.chat.assistant.words import UNCLEAR
from tests.chat.world import ChatWorld, texts, the_card

pytestmark = pytest.mark.django_db(transaction=True)

BLUE_L = "variant-tee-blue-l"
ADD = "hm, would you add a blue one in L, my uncle likes that, you know"


def test_dead_in_mid_sentence_is_replaced_by_the_rules(world: ChatWorld) -> None:
    world.assisted(says("Of course, I would rec", raises=ModelUnavailable("cut")))
    token = world.start()

    messages = world.ask(token, UNCLEAR)

    assert len(messages) == 2
    assert "rec" not in messages[1].text.split()
    assert "does not say that of" in messages[1].text
    assert [delta.text for delta in world.deltas] == ["Of course, I would "]


def test_dead_after_a_deed_tells_the_deed(world: ChatWorld) -> None:
    world.assisted(
        calls("choose_variant", variant_id=BLUE_L, quantity=1),
        says("", raises=ModelUnavailable("gone")),
    )
    world.refusing(language=Unsure())
    token = world.start()

    messages = world.ask(token, ADD)

    assert world.shop.checkouts["checkout-1"].quantities == {BLUE_L: 1}
    assert the_card(messages, "ChatCartSummary")["cart"]["lines"][0]["quantity"] == 1
    assert "simple answers" not in messages[1].text


def test_refused_key_pauses_the_assistant_and_costs_nothing(world: ChatWorld) -> None:
    model = world.assisted(says("", raises=ModelRefused("key")), says("never"))
    token = world.start()
    world.ask(token, UNCLEAR)

    messages = world.ask(token, UNCLEAR)

    assert len(model.requests) == 1
    assert "simple answers" in messages[1].text
    day = AssistantDay.objects.get()
    assert (day.micros, day.problem) == (0, "refused")
    world.later(minutes=11)
    assert texts(world.ask(token, UNCLEAR)) == ["never"]


def test_overloaded_provider_is_left_in_peace(world: ChatWorld) -> None:
    model = world.assisted(says("", raises=ModelUnavailable("busy", retry_after=30)), says("Back."))
    token = world.start()
    world.ask(token, UNCLEAR)

    world.ask(token, UNCLEAR)
    world.later(seconds=31)

    assert len(model.requests) == 1
    assert texts(world.ask(token, UNCLEAR)) == ["Back."]


# --- killed -----------------------------------------------------------------------------------------


def die() -> None:
    raise Killed("in the middle of a reply")


def test_killed_before_any_deed_is_answered_by_the_rules_and_asked_once(world: ChatWorld) -> None:
    model = world.assisted(says("Well", meanwhile=die), says("never"))
    token = world.start()
    world.say(token, UNCLEAR)
    with pytest.raises(Killed):
        world.run_tasks()

    world.later(seconds=61)
    world.sweep_chats()

    assert len(model.requests) == 1
    assert "does not say that of" in world.look(token, after=2).messages[0].text


def test_killed_after_deeds_does_the_same_again_once(world: ChatWorld) -> None:
    model = world.assisted(
        calls("choose_variant", variant_id=BLUE_L, quantity=2),
        calls("set_quantity", variant_id=BLUE_L, quantity=2),
        calls("apply_promo", code="DISCOUNT"),
        says("There", meanwhile=die),
        says("never"),
    )
    world.refusing(language=Unsure())
    token = world.start()
    world.say(token, "hm, would you add 2 blue ones in L, my uncle has the code discount, you know")
    with pytest.raises(Killed):
        world.run_tasks()
    assert world.shop.checkouts["checkout-1"].quantities == {BLUE_L: 2}

    world.later(seconds=61)
    world.sweep_chats()

    assert len(model.requests) == 4
    assert list(world.shop.checkouts) == ["checkout-1"]
    assert world.shop.checkouts["checkout-1"].quantities == {BLUE_L: 2}
    chat = world.look(token, after=2)
    assert len(chat.messages) == 1
    assert the_card(chat.messages, "ChatCartSummary")["cart"]["lines"][0]["quantity"] == 2
    turn = Turn.objects.get(client_id="send-1")
    assert (turn.state, turn.calls) == ("done", [])


def test_killed_once_the_second_variant_was_set_keeps_both(world: ChatWorld) -> None:
    other = "variant-tee-black-m"
    world.assisted(
        calls("choose_variant", variant_id=BLUE_L, quantity=2),
        calls("choose_variant", variant_id=other, quantity=3),
        says("There", meanwhile=die),
    )
    world.refusing(language=Unsure())
    token = world.start()
    world.say(token, "hm, put 2 blue L there for the uncle and 3 black M somehow")
    with pytest.raises(Killed):
        world.run_tasks()

    world.later(seconds=61)
    world.look(token)

    assert world.shop.checkouts["checkout-1"].quantities == {BLUE_L: 2, other: 3}


def test_erased_while_it_is_written_stores_nothing(world: ChatWorld) -> None:
    def erasing() -> None:
        erase(world.conversation().pk, world.now)

    model = world.assisted(says("Well, ", "the hoodie is warm.", meanwhile=erasing))
    token = world.start()
    world.say(token, UNCLEAR)

    world.run_tasks()

    assert len(model.requests) == 1
    turn = Turn.objects.get(client_id="send-1")
    assert (turn.state, turn.payload, turn.calls) == ("failed", {}, [])
    assert world.conversation().messages.exclude(text="").count() == 0


# --- stopped ----------------------------------------------------------------------------------------


def test_stop_keeps_what_was_said(world: ChatWorld) -> None:
    def stop() -> None:
        sent = world.tap(token, stop=True)
        assert (sent.errors, sent.pending, sent.messages) == ((), True, ())

    world.assisted(says("The hoodie is warm. The tee", " is not, and it also is", meanwhile=stop))
    token = world.start()

    messages = world.ask(token, UNCLEAR)

    assert texts(messages) == ["The hoodie is warm. The tee"]
    assert world.look(token).pending is False
    assert Turn.objects.count() == 2


def test_stop_before_it_began_asks_nobody(world: ChatWorld) -> None:
    model = world.assisted(says("never"))
    token = world.start()
    world.say(token, UNCLEAR)

    world.tap(token, stop=True)
    world.run_tasks()

    assert model.requests == []
    assert texts(world.look(token, after=2).messages) == ["Stopped. What else can I do for you?"]


def test_stop_without_a_reply_under_way_does_nothing(world: ChatWorld) -> None:
    token = world.start()

    sent = world.tap(token, stop=True)

    assert (sent.errors, sent.pending) == ((), False)
    assert Turn.objects.count() == 1


def test_tap_ends_the_reply_and_is_done(world: ChatWorld) -> None:
    def tap() -> None:
        world.tap(token, chooseVariant={"variantId": BLUE_L, "quantity": 1})

    world.assisted(says("The hoodie is warm. ", "And so is", meanwhile=tap), calls("show_cart"))
    token = world.start()

    world.ask(token, UNCLEAR)

    assert world.shop.checkouts["checkout-1"].quantities == {BLUE_L: 1}
    said = texts(world.look(token, after=2).messages)
    assert said[0] == "The hoodie is warm."
    assert said[1].endswith("You can also go on shopping.")


def test_tap_does_not_wait_for_a_model_that_was_not_asked_yet(world: ChatWorld) -> None:
    model = world.assisted(says("never"))
    token = world.start()
    world.say(token, UNCLEAR)

    sent = world.tap(token, chooseVariant={"variantId": BLUE_L, "quantity": 1})
    world.run_tasks()

    assert sent.pending is False
    assert world.shop.checkouts["checkout-1"].quantities == {BLUE_L: 1}
    assert model.requests == []
    assert len(world.look(token).messages) == 4


# --- money ------------------------------------------------------------------------------------------


def test_each_call_is_kept_for_and_settled(world: ChatWorld) -> None:
    kept: list[int] = []
    model = world.assisted(
        calls("show_cart"),
        says("Fine.", meanwhile=lambda: kept.append(AssistantDay.objects.get().micros)),
    )
    token = world.start()

    world.ask(token, UNCLEAR)

    assert kept[0] > 240
    assert AssistantDay.objects.get().micros == 240
    assert world.conversation().assistant_micros == 240
    assert Turn.objects.get(client_id="send-1").cost_micros == 240
    assert len(model.requests) == 2


def test_killed_worker_may_only_have_counted_too_much(world: ChatWorld) -> None:
    world.assisted(says("Well", meanwhile=die))
    token = world.start()
    world.say(token, UNCLEAR)
    with pytest.raises(Killed):
        world.run_tasks()

    world.later(seconds=61)
    world.sweep_chats()

    assert AssistantDay.objects.get().micros > 120
    assert world.conversation().assistant_micros == AssistantDay.objects.get().micros


@pytest.mark.parametrize("limit", ["assistant_money_per_chat", "assistant_money_per_day"])
def test_money_that_is_spent_switches_the_assistant_off(world: ChatWorld, limit: str) -> None:
    model = world.assisted(*[says("Fine.")] * 9, **{limit: Decimal("0.02")})
    model.usage = type(model.usage)(sent=18000)
    token = world.start()
    first = world.ask(token, UNCLEAR)

    second = world.ask(token, UNCLEAR)
    is_of_day = limit == "assistant_money_per_day"
    third = world.say(token, UNCLEAR)
    world.run_tasks()

    assert texts(first) == ["Fine."]
    assert "simple answers" in second[1].text
    assert third.pending is not is_of_day
    assert "simple answers" in world.look(token).messages[-1].text
    assert len(model.requests) == 1
    assert AssistantDay.objects.get().is_spent is is_of_day


def test_another_chat_goes_on_where_one_has_spent_its_money(world: ChatWorld) -> None:
    model = world.assisted(*[says("Fine.")] * 3, assistant_money_per_chat=Decimal("0.02"))
    model.usage = type(model.usage)(sent=18000)
    token, other = world.start(), world.start()
    world.ask(token, UNCLEAR)
    world.ask(token, UNCLEAR)

    assert texts(world.ask(other, UNCLEAR)) == ["Fine."]


def test_too_many_turns_of_a_chat_are_the_rules(world: ChatWorld) -> None:
    model = world.assisted(*[says("Fine.")] * 40)
    token = world.start()
    for _ in range(30):
        world.ask(token, UNCLEAR)
        world.later(seconds=61)

    messages = world.ask(token, UNCLEAR)

    assert len(model.requests) == 30
    assert "simple answers" in messages[1].text


def test_too_many_turns_of_an_address_are_the_rules(world: ChatWorld) -> None:
    from agentpay_plugin.chat import floods

    model = world.assisted(says("never"))
    token = world.start()
    for _ in range(40):
        floods.count_model_turn("192.0.2.1", world.now)

    messages = world.ask(token, UNCLEAR)

    assert model.requests == []
    assert "simple answers" in messages[1].text


# --- truth ------------------------------------------------------------------------------------------


def test_price_that_no_tool_told_is_not_said(world: ChatWorld) -> None:
    world.assisted(says("It is lovely. It costs only $1 today. ", "Shall I tell you more?"))
    token = world.start()

    messages = world.ask(token, UNCLEAR)

    assert texts(messages) == [
        "It is lovely. Shall I tell you more?\n"
        "I cannot promise that. Ask me about a product and I look up what the shop says."
    ]
    assert "1" not in "".join(delta.text for delta in world.deltas)


def test_price_that_a_tool_told_is_said(world: ChatWorld) -> None:
    world.assisted(
        calls("show_product", product_id="product-tee"), says("It costs $20.00, or $22.00 in XL.")
    )
    token = world.start()

    messages = world.ask(token, UNCLEAR)

    assert messages[1].text.startswith("It costs $20.00, or $22.00 in XL.")


def test_wrong_price_beside_a_card_points_to_the_card(world: ChatWorld) -> None:
    world.assisted(calls("show_product", product_id="product-tee"), says("It costs $2.00."))
    token = world.start()

    messages = world.ask(token, UNCLEAR)

    assert "2.00." not in messages[1].text
    assert "The exact figures are on the cards here." in messages[1].text
