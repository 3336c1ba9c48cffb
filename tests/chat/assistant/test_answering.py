"""A language model answers what the rules cannot, through the tools alone."""

from __future__ import annotations

import json

import pytest

from agentpay_plugin.chat.assistant.desk import MODEL_TASK
from agentpay_plugin.chat.desk import TURN_TASK
from agentpay_plugin.language.fake import calls, says
from agentpay_plugin.language.model import FromModel, FromShopper, Stop
from agentpay_plugin.models import Conversation, Turn
from tests.chat.assistant.unsure import Unsure
from tests.chat.assistant.words import SEARCH, UNCLEAR, results, shopper_said
from tests.chat.world import ChatWorld, card, texts, the_card

pytestmark = pytest.mark.django_db(transaction=True)

BLUE_L = "variant-tee-blue-l"


def quantities(world: ChatWorld) -> dict[str, int]:
    carts = list(world.shop.checkouts.values())
    return dict(carts[0].quantities) if carts else {}


def test_what_the_rules_understand_is_not_asked(world: ChatWorld) -> None:
    model = world.assisted()
    token = world.start()

    sent = world.say(token, "two in blue, size L")

    assert (sent.pending, model.requests, world.woken) == (False, [], [])
    assert Turn.objects.get(client_id="send-1").answered_by == "rules"


@pytest.mark.parametrize(
    ("words", "by"),
    [("two in blue, size L", "rules"), ("I would love to own this", "model")],
)
def test_who_understood_the_words_is_stored(world: ChatWorld, words: str, by: str) -> None:
    token = world.start()

    world.say(token, words)

    assert Turn.objects.get(client_id="send-1").answered_by == by


def test_without_an_assistant_nothing_changes(world: ChatWorld) -> None:
    world.has_worker = True
    token = world.start()

    sent = world.say(token, UNCLEAR)

    assert (sent.pending, world.woken) == (False, [])
    assert not any("simple answers" in text for text in texts(sent.messages))


def test_words_the_rules_are_unsure_of_are_handed_to_a_worker(world: ChatWorld) -> None:
    model = world.assisted(says("How about a hoodie? It is warm."))
    token = world.start()

    sent = world.say(token, UNCLEAR)

    assert (sent.errors, sent.pending, len(sent.messages)) == ((), True, 1)
    assert model.requests == []
    assert world.woken == [(MODEL_TASK, str(world.conversation().pk))]
    world.run_tasks()
    chat = world.look(token, after=2)
    assert texts(chat.messages) == ["How about a hoodie? It is warm."]
    assert chat.messages[0].parts == [
        {"__typename": "ChatTextPart", "text": "How about a hoodie? It is warm."}
    ]
    assert chat.pending is False
    turn = Turn.objects.get(client_id="send-1")
    assert (turn.answered_by, turn.tokens_sent, turn.tokens_received) == ("assistant", 100, 20)
    assert (turn.cost_micros, turn.payload, turn.calls, turn.needs_model) == (120, {}, [], False)


def test_question_the_shop_has_no_answer_to_is_asked(world: ChatWorld) -> None:
    model = world.assisted(says("It was made with care."))
    token = world.start()

    messages = world.ask(token, "who designed it?")

    assert texts(messages) == ["It was made with care."]
    assert len(model.requests) == 1


def test_model_is_told_the_moment_as_data(world: ChatWorld) -> None:
    model = world.assisted(says("Yes."))
    token = world.start(locale="pt-BR")
    world.tap(token, chooseVariant={"variantId": BLUE_L, "quantity": 2})

    unclear = "hm, meu tio e uma noite de chuva, você sabe como é"
    world.ask(token, unclear)

    told = shopper_said(model)
    assert told["shopper"] == unclear
    assert told["moment"]["stage"] == "shopping"
    assert told["moment"]["product"]["product_id"] == "product-tee"
    assert told["moment"]["cart"] == [
        {"variant_id": BLUE_L, "name": "AgentPay Tee (Blue / L)", "quantity": 2}
    ]
    request = model.requests[0]
    assert "Portuguese (Brazil)" in request.system[0]
    assert {tool.name for tool in request.tools} >= {"search", "choose_variant", "offer_payment"}
    assert not any(
        word in str(tool.schema) for tool in request.tools for word in ("price", "email", "url")
    )


def test_earlier_messages_are_told_in_turns(world: ChatWorld) -> None:
    model = world.assisted(says("First."), says("Second."))
    token = world.start()
    world.ask(token, UNCLEAR)

    world.ask(token, "and for my aunt in the evening, hm?")

    kinds = [type(one) for one in model.requests[1].exchanges]
    assert kinds == [FromShopper, FromModel, FromShopper]
    assert model.requests[1].exchanges[1] == FromModel("First.")


def test_personal_data_is_taken_out(world: ChatWorld) -> None:
    model = world.assisted(says("Thank you."))
    token = world.start()

    world.ask(
        token,
        f"{UNCLEAR}, I live at 12 Main Street, call +1 512 555 0147, CPF 529.982.247-25",
    )
    told = str(model.requests)

    assert "Main Street" not in told
    assert "512 555" not in told
    assert "529.982" not in told


# --- tools ----------------------------------------------------------------------------------------


def test_search_shows_what_was_found_and_the_prose(world: ChatWorld) -> None:
    model = world.assisted(calls("search", **SEARCH, words="hoodie"), says("This hoodie is warm."))
    token = world.start(None)

    messages = world.ask(token, UNCLEAR)

    assert messages[1].text.startswith("This hoodie is warm.")
    assert the_card(messages, "ChatProductCard")["product"]["id"] == "product-hoodie"
    [(told, is_error)] = results(model)
    assert '"product_id":"product-hoodie"' in told
    assert is_error is False


def test_known_products_are_shown_and_compared(world: ChatWorld) -> None:
    model = world.assisted(
        calls("search", **SEARCH, words="agentpay"),
        calls("compare", product_ids=["product-tee", "product-hoodie"]),
        calls("show_product", product_id="product-hoodie"),
        says("The hoodie is warmer."),
    )
    token = world.start(None)

    messages = world.ask(token, UNCLEAR)

    assert [is_error for _, is_error in results(model)] == [False, False, False]
    shown = [part for part in messages[1].parts if part["__typename"] == "ChatProductCard"]
    ids = [part["product"]["id"] for part in shown]
    assert {"product-tee", "product-hoodie"} <= set(ids)
    assert len(ids) == len(set(ids))


def test_what_the_shopper_asked_for_goes_into_the_cart(world: ChatWorld) -> None:
    model = world.assisted(
        calls("choose_variant", variant_id=BLUE_L, quantity=2), says("They are in your cart.")
    )
    world.refusing(language=Unsure())
    token = world.start()

    messages = world.ask(
        token, "hm could you perhaps add 2 blue L, what my uncle would wear, you know"
    )

    assert [is_error for _, is_error in results(model)] == [False]
    assert quantities(world) == {BLUE_L: 2}
    assert the_card(messages, "ChatCartSummary")["cart"]["lines"][0]["quantity"] == 2
    assert messages[1].action == "cart_changed"
    assert texts(messages)[0].startswith("They are in your cart.")


def test_what_the_shopper_did_not_ask_for_is_offered(world: ChatWorld) -> None:
    world.assisted(calls("choose_variant", variant_id=BLUE_L, quantity=5), says("What do you say?"))
    token = world.start()

    messages = world.ask(token, UNCLEAR)

    assert quantities(world) == {}
    replies = the_card(messages, "ChatQuickReplies")["replies"]
    assert [reply["label"] for reply in replies] == ["Yes, please"]
    assert "AgentPay Tee (Blue / L)" in messages[1].text
    agreed = world.say(token, "yes")
    assert quantities(world) == {BLUE_L: 1}
    assert agreed.pending is False


def test_yes_to_the_models_own_question_is_the_models(world: ChatWorld) -> None:
    world.assisted(
        says("Shall I put one large blue tee into your cart?"),
        calls("choose_variant", variant_id=BLUE_L, quantity=1),
        says("There it is."),
    )
    token = world.start()
    world.ask(token, UNCLEAR)

    world.ask(token, "yes")

    assert quantities(world) == {BLUE_L: 1}


def test_quantity_cart_code_and_details(world: ChatWorld) -> None:
    model = world.assisted(
        calls("set_quantity", variant_id=BLUE_L, quantity=3),
        calls("apply_promo", code="DISCOUNT"),
        calls("show_cart"),
        calls("delivery", country=None),
        calls("ask_for_details"),
        says("Please fill in the form."),
    )
    world.refusing(language=Unsure())
    token = world.start()
    world.tap(token, chooseVariant={"variantId": BLUE_L, "quantity": 1})

    messages = world.ask(
        token,
        "hm well, put it all to 3 maybe, the code discount is what my uncle told me, then where do I write my address",
    )

    assert len(model.requests) == 6
    assert quantities(world) == {BLUE_L: 3}
    assert card(messages, "ChatDetailsForm") is not None
    assert messages[1].action == "details_asked"


def test_payment_is_only_offered(world: ChatWorld) -> None:
    world.assisted(calls("offer_payment"), says("Use the button to pay."))
    token = world.start()
    world.quoted(token)

    messages = world.ask(token, "hm alright then, order whatever my uncle said")

    assert the_card(messages, "ChatQuote")["methods"][0]["id"] == "card"
    assert world.look(token).stage == "QUOTED"
    assert world.provider.calls == []


def test_order_status_and_a_person(world: ChatWorld) -> None:
    model = world.assisted(
        calls("order_status"), calls("ask_for_person"), says("Somebody will be with you.")
    )
    token = world.start()

    world.ask(token, UNCLEAR)

    assert [is_error for _, is_error in results(model)] == [False, False]
    assert Conversation.objects.get().wants_person_at is not None


def test_what_the_shop_wrote_about_itself_is_read_and_repeated(world: ChatWorld) -> None:
    model = world.assisted(
        calls("read_shop", question="can I return it?"), says("You can return it within 30 days.")
    )
    token = world.start()

    messages = world.ask(token, UNCLEAR)

    assert texts(messages) == ["You can return it within 30 days."]
    assert messages[1].action == "question_answered"
    [(told, is_error)] = results(model)
    assert json.loads(told) == {
        "shown": [],
        "read": [{"page": "Returns", "words": "Send it back within 30 days.\nWe pay the parcel."}],
    }
    assert is_error is False


def test_what_the_shop_did_not_write_is_said_in_its_own_words(world: ChatWorld) -> None:
    world.assisted(
        calls("read_shop", question="can I return it?"),
        says("Sure. ", "You can return it within 60 days. ", "It arrives tomorrow."),
    )
    token = world.start()

    messages = world.ask(token, UNCLEAR)

    quote = "From the page “Returns”: Send it back within 30 days.\nWe pay the parcel."
    assert texts(messages) == [f"Sure.\n{quote}"]
    streamed = "".join(delta.text for delta in world.deltas)
    assert "60" not in streamed
    assert "tomorrow" not in streamed


def test_what_was_read_is_told_where_the_model_says_nothing(world: ChatWorld) -> None:
    world.assisted(calls("read_shop", question="can I return it?"), says(""))
    token = world.start()

    messages = world.ask(token, UNCLEAR)

    assert texts(messages)[0].startswith("From the page “Returns”: Send it back within 30 days.")


def test_what_is_written_nowhere_is_told_as_such(world: ChatWorld) -> None:
    model = world.assisted(
        calls("read_shop", question="do you repair umbrellas?"), says("I do not know that.")
    )
    token = world.start()

    messages = world.ask(token, UNCLEAR)

    [(told, is_error)] = results(model)
    assert "written nothing about that" in told
    assert is_error is False
    assert texts(messages) == ["I do not know that."]


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("read_shop", {"question": " "}),
        ("read_shop", {"question": "x" * 201}),
        ("read_shop", {"question": "returns?", "url": "https://evil.example"}),
        ("read_shop", {}),
        ("choose_variant", {"variant_id": "variant-mug", "quantity": 1}),  # never shown
        ("choose_variant", {"variant_id": BLUE_L, "quantity": 0}),
        ("choose_variant", {"variant_id": BLUE_L, "quantity": 1000}),
        ("choose_variant", {"variant_id": BLUE_L, "quantity": 7}),  # not said
        ("choose_variant", {"variant_id": BLUE_L, "quantity": True}),
        ("choose_variant", {"variant_id": BLUE_L, "quantity": "1"}),
        ("choose_variant", {"variant_id": BLUE_L}),
        ("choose_variant", {"variant_id": BLUE_L, "quantity": 1, "price": "0.01"}),
        ("set_quantity", {"variant_id": BLUE_L, "quantity": 1}),  # not in the cart
        ("show_product", {"product_id": "product-hoodie"}),  # never shown
        ("compare", {"product_ids": ["product-tee", "product-hoodie"]}),
        ("compare", {"product_ids": ["product-tee"]}),
        ("apply_promo", {"code": "DISCOUNT"}),  # not the shopper's
        ("delivery", {"country": "Germany"}),
        ("search", {"words": "tee"}),  # the others may be null, not left out
        ("search", SEARCH | {"words": ""}),
        ("search", SEARCH | {"words": "x" * 201}),
        ("search", SEARCH | {"words": 5}),
        ("search", SEARCH | {"words": None}),
        ("search", SEARCH | {"words": "tee", "costs_at_most": 19.9}),
        ("search", SEARCH | {"words": "tee", "costs_at_most": "$19.90"}),
        ("search", SEARCH | {"words": "tee", "costs_at_most": "1e3"}),
        ("search", SEARCH | {"words": "tee", "costs_at_least": "30", "costs_at_most": "20"}),
        ("search", SEARCH | {"words": "tee", "currency": "dollars"}),
        ("search", SEARCH | {"words": "tee", "in_stock": "yes"}),
        ("pay", {"method": "card"}),
        ("set_price", {"amount": "0.01"}),
        ("show_cart", None),
    ],
)
def test_wrong_calls_are_refused_and_change_nothing(
    world: ChatWorld, name: str, arguments: dict[str, object] | None
) -> None:
    from agentpay_plugin.language.fake import Scripted

    model = world.assisted(Scripted(calls=((name, arguments),)), says("I could not do that."))
    world.refusing(language=Unsure())
    token = world.start()

    messages = world.ask(token, "hm, would you add a blue one in L, my uncle likes that, you know")

    [(told, is_error)] = results(model)
    assert told.startswith("Refused")
    assert is_error is True
    assert world.shop.checkouts == {}
    assert texts(messages) == ["I could not do that."]


def test_shops_refusal_reaches_the_model(world: ChatWorld) -> None:
    model = world.assisted(
        calls("choose_variant", variant_id=BLUE_L, quantity=40), says("There are fewer.")
    )
    world.refusing(language=Unsure())
    token = world.start()

    world.ask(token, "hm, would you add 40 blue ones in L, my uncle likes them, you know")

    [(told, is_error)] = results(model)
    assert is_error is True
    assert "10" in told
    assert world.shop.checkouts == {}


# --- failing --------------------------------------------------------------------------------------


@pytest.mark.parametrize("stop", [Stop.REFUSED, Stop.LENGTH])
def test_model_that_will_not_answer_leaves_it_to_the_rules(world: ChatWorld, stop: Stop) -> None:
    world.assisted(says("", stop=stop))
    token = world.start()

    messages = world.ask(token, UNCLEAR)

    assert len(messages) == 2
    assert "simple answers" in messages[1].text
    assert "does not say that of" in messages[1].text
    assert Turn.objects.get(client_id="send-1").answered_by == "rules"


def test_rounds_are_bounded(world: ChatWorld) -> None:
    model = world.assisted(*[calls("show_cart")] * 9, assistant_rounds=3)
    token = world.start()

    messages = world.ask(token, UNCLEAR)

    assert len(model.requests) == 3
    assert "cart" in messages[1].text.lower()


def test_time_is_bounded(world: ChatWorld) -> None:
    def slow() -> None:
        world.seconds += 21

    model = world.assisted(says("Well", " and so on", meanwhile=slow), calls("show_cart"))
    token = world.start()

    messages = world.ask(token, UNCLEAR)

    assert len(model.requests) == 1
    assert model.requests[0].seconds == 20
    assert "Well" not in messages[1].text
    assert "does not say that of" in messages[1].text


def test_no_worker_means_no_model(world: ChatWorld) -> None:
    model = world.assisted(says("never"))
    world.has_worker = False
    token = world.start()

    sent = world.say(token, UNCLEAR)

    assert sent.pending is False
    assert "simple answers" in sent.messages[1].text
    assert model.requests == []


@pytest.mark.parametrize(("seconds", "is_answered"), [(7.9, False), (8, True)])
def test_turn_no_worker_takes_is_answered_by_the_rules(
    world: ChatWorld, seconds: float, is_answered: bool
) -> None:
    model = world.assisted(says("never"))
    token = world.start()
    world.say(token, UNCLEAR)

    world.later(seconds=seconds)
    chat = world.look(token)

    assert (chat.pending, model.requests) == (not is_answered, [])
    assert len(chat.messages) == (3 if is_answered else 2)


def test_sweep_asks_no_model(world: ChatWorld) -> None:
    model = world.assisted(says("never"))
    token = world.start()
    world.say(token, UNCLEAR)

    world.later(seconds=11)
    world.sweep_chats()

    assert model.requests == []
    assert world.look(token).pending is False


def test_worker_for_money_leaves_model_turns_alone(world: ChatWorld) -> None:
    model = world.assisted(says("Fine."))
    token = world.start()
    world.say(token, UNCLEAR)
    key = str(world.conversation().pk)

    woken, world.woken = world.woken, [(TURN_TASK, key)]
    world.run_tasks()

    assert model.requests == []
    world.woken = woken
    world.run_tasks()
    assert len(model.requests) == 1


def test_no_free_place_means_the_rules(world: ChatWorld) -> None:
    from agentpay_plugin.chat.assistant.slots import MemorySlots

    slots = MemorySlots(1)
    world.slot = slots.hold
    model = world.assisted(says("never"))
    token = world.start()

    with slots.hold(30):
        messages = world.ask(token, UNCLEAR)
    after = world.ask(token, UNCLEAR)

    assert "simple answers" in messages[1].text
    assert len(model.requests) == 1
    assert texts(after) == ["never"]


def test_switched_off_meanwhile_is_answered_by_the_rules(world: ChatWorld) -> None:
    from agentpay_plugin.settings import AssistantProvider

    model = world.assisted(says("never"))
    token = world.start()
    world.say(token, UNCLEAR)

    world.with_settings(assistant_provider=AssistantProvider.OFF)
    world.run_tasks()

    assert model.requests == []
    assert "does not say that of" in world.look(token, after=2).messages[0].text
