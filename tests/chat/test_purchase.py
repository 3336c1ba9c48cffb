"""A purchase through the chat's operations, from the first word to the confirmation."""

from __future__ import annotations

import pytest

from agentpay_plugin.models import Charge, Conversation, Message, Turn
from agentpay_plugin.money import Money
from agentpay_plugin.shop.sandbox.small import ZLOTYS
from tests.chat.world import ADDRESS, EMAIL, ChatWorld, card, texts, the_card

pytestmark = pytest.mark.django_db(transaction=True)


def test_first_word_to_confirmation(world: ChatWorld) -> None:
    token = world.start()

    asked = world.say(token, "What is it made of?")
    wanted = world.say(token, "I'd like two in blue, size L")
    details = world.tap(token, checkOut=True)
    delivery = world.tap(token, giveDetails={"email": EMAIL, "shippingAddress": ADDRESS})
    quoted = world.tap(token, chooseDelivery={"optionId": "delivery-standard"})
    quote = the_card(quoted.messages, "ChatQuote")
    paying = world.tap(token, pay={"method": "card", "quoteVersion": quote["version"]})
    world.webhook(Charge.objects.get())

    chat = world.look(token)
    (order,) = world.shop.placed
    assert (order.total, order.charge_status) == (Money(4500, "USD"), "FULL")
    assert [(line.variant_id, line.quantity) for line in order.lines] == [("variant-tee-blue-l", 2)]
    assert (asked.messages[1].intent, asked.messages[1].action) == (
        "product_question",
        "question_answered",
    )
    assert wanted.messages[0].text == "I'd like two in blue, size L"
    assert the_card(wanted.messages, "ChatCartSummary")["cart"]["total"]["amount"] == "40.00"
    assert the_card(details.messages, "ChatDetailsForm")["needsShipping"] is True
    assert len(the_card(delivery.messages, "ChatDeliveryPicker")["options"]) == 3
    assert (quote["cart"]["total"]["amount"], quote["methods"]) == (
        "45.00",
        [{"id": "card", "needsTaxId": False}],
    )
    payment = the_card(paying.messages, "ChatPaymentRequest")["payment"]
    assert (payment["state"], payment["pageUrl"]) == ("OPEN", "https://pay.example/cs_fake_1")
    assert [(one.author, one.action) for one in chat.messages] == [
        ("ASSISTANT", "product_shown"),
        ("SHOPPER", "none"),
        ("ASSISTANT", "question_answered"),
        ("SHOPPER", "none"),
        ("ASSISTANT", "cart_changed"),
        ("ASSISTANT", "details_asked"),
        ("ASSISTANT", "delivery_asked"),
        ("ASSISTANT", "quote_shown"),
        ("ASSISTANT", "payment"),
        ("ASSISTANT", "order_placed"),
    ]
    assert [one.sequence for one in chat.messages] == list(range(1, 11))
    assert the_card(chat.messages, "ChatReceipt")["order"]["number"] == order.number
    assert (chat.stage, chat.cart, chat.pending) == ("ORDERED", None, False)
    assert chat.payment is not None
    assert chat.payment["state"] == "ORDERED"
    # What the shopper writes (2 and 4) is told with its reply.
    assert [sequence for _, sequence in world.published] == [1, 2, 4, 6, 7, 8, 9, 10]


def test_events_of_a_purchase_are_counted_once_each(world: ChatWorld) -> None:
    token = world.start()
    world.say(token, "What is it made of?")
    charge = world.paying(token)
    world.webhook(charge)
    world.tap(token, checkPayment=True)

    world.sweep_later()
    world.sweep_chats()

    assert world.counted() == {
        "intent_detected": 1,
        "message_sent": 1,
        "payment_completed": 1,
        "payment_initiated": 1,
        "payment_link_generated": 1,
        "product_question_asked": 1,
        "purchase_intent_detected": 2,
    }


def test_nothing_personal_stays_in_turns_and_state(world: ChatWorld) -> None:
    token = world.start(visitor_id="visitor-1")

    world.paying(token)

    row = world.conversation()
    assert set(Turn.objects.values_list("state", flat=True)) == {"done"}
    assert all(payload == {} for payload in Turn.objects.values_list("payload", flat=True))
    assert EMAIL not in str(row.state)
    assert "Lovelace" not in str(row.state)
    assert "Lovelace" not in str(list(Message.objects.values()))


def test_total_of_zero_becomes_an_order_without_a_charge(world: ChatWorld) -> None:
    token = world.start("talking-shop-audiobook")
    world.tap(token, chooseVariant={"variantId": "variant-audiobook"})
    world.tap(token, applyPromoCode={"code": "GIFT1000"})
    world.tap(token, checkOut=True)
    quoted = world.tap(token, giveDetails={"email": EMAIL, "billingAddress": ADDRESS})
    version = the_card(quoted.messages, "ChatQuote")["version"]

    placed = world.tap(token, pay={"method": "free", "quoteVersion": version})

    (order,) = world.shop.placed
    assert order.total == Money(0, "USD")
    assert placed.messages[-1].action == "order_placed"
    assert Charge.objects.count() == 0
    assert world.conversation().ordered_at == world.now


def test_confirming_an_old_quote_charges_nothing(world: ChatWorld) -> None:
    token = world.start()
    old = world.quoted(token)
    world.tap(token, setQuantity={"variantId": "variant-tee-blue-l", "quantity": 1})

    refused = world.tap(token, pay={"method": "card", "quoteVersion": old})

    assert refused.errors == ()
    assert Charge.objects.count() == 0
    assert world.provider.calls == []
    assert world.shop.placed == ()


def test_words_alone_never_open_a_payment(world: ChatWorld) -> None:
    token = world.start()
    world.quoted(token)

    world.say(token, "yes")
    world.say(token, "pay now by card please")

    assert Charge.objects.count() == 0
    assert world.provider.calls == []


def test_storefronts_own_checkout_is_filled(world: ChatWorld) -> None:
    cart = world.shop.carts().create("variant-audiobook", 1)
    token = world.start(checkout_id=cart.id)

    world.say(token, "two in blue, size L")

    held = world.shop.carts().read(cart.id)
    assert held is not None
    assert {line.variant_id: line.quantity for line in held.lines} == {
        "variant-audiobook": 1,
        "variant-tee-blue-l": 2,
    }
    assert world.conversation().checkout_id == cart.id


def test_one_more_is_counted_from_what_the_page_made_of_the_cart(world: ChatWorld) -> None:
    cart = world.shop.carts().create("variant-tee-blue-l", 1)
    token = world.start(checkout_id=cart.id)
    world.shop.carts().set_quantity(cart.id, "variant-tee-blue-l", 5)

    world.say(token, "one more in blue, size L")

    held = world.shop.carts().read(cart.id)
    assert held is not None
    assert [line.quantity for line in held.lines] == [6]


def test_line_that_the_page_added_can_be_changed(world: ChatWorld) -> None:
    cart = world.shop.carts().create("variant-tee-blue-l", 1)
    token = world.start(checkout_id=cart.id)
    world.shop.carts().set_quantity(cart.id, "variant-audiobook", 3)

    world.tap(token, setQuantity={"variantId": "variant-audiobook", "quantity": 2})

    held = world.shop.carts().read(cart.id)
    assert held is not None
    assert {line.variant_id: line.quantity for line in held.lines} == {
        "variant-tee-blue-l": 1,
        "variant-audiobook": 2,
    }


@pytest.mark.parametrize("stage", ["shopping", "paying"])
def test_cart_that_the_shop_lost_is_noticed_before_more_is_added(
    world: ChatWorld, stage: str
) -> None:
    token = world.start()
    world.tap(token, chooseVariant={"variantId": "variant-tee-blue-l", "quantity": 1})
    if stage == "paying":
        world.paying(token)
    world.shop.forget_checkout("checkout-1")

    sent = world.tap(token, chooseVariant={"variantId": "variant-tee-blue-l", "quantity": 1})

    carts = world.shop.checkouts
    if stage == "paying":
        assert carts == {}
        assert the_card(sent.messages, "ChatPaymentRequest")["payment"]["state"] == "OPEN"
    else:
        assert [cart.quantities for cart in carts.values()] == [{"variant-tee-blue-l": 1}]
        assert "started a new one" in sent.messages[-1].text


@pytest.mark.parametrize("channel", [ZLOTYS, None])
def test_checkout_of_another_channel_or_none_at_all_is_not_used(
    world: ChatWorld, channel: str | None
) -> None:
    theirs = (
        world.shop.carts(channel).create("variant-audiobook", 1).id if channel else "checkout-0"
    )
    token = world.start(checkout_id=theirs)

    world.say(token, "two in blue, size L")

    assert world.conversation().checkout_id != theirs
    chat = world.look(token)
    assert chat.cart is not None
    assert chat.cart["total"] == {"amount": "40.00", "currency": "USD", "text": "$40.00"}
    if channel:
        held = world.shop.carts(channel).read(theirs)
        assert held is not None
        assert [line.variant_id for line in held.lines] == ["variant-audiobook"]


def test_shop_that_does_not_answer_is_told_and_nothing_is_lost(world: ChatWorld) -> None:
    token = world.start()
    world.shop.fail_next(1)

    failed = world.tap(token, chooseVariant={"variantId": "variant-tee-blue-l"})

    assert "does not answer" in texts(failed.messages)[-1]
    assert world.look(token).cart is None
    again = world.tap(token, chooseVariant={"variantId": "variant-tee-blue-l"})
    assert the_card(again.messages, "ChatCartSummary")["cart"]["total"]["amount"] == "20.00"


def test_asking_for_a_person_puts_the_chat_on_the_merchants_list(world: ChatWorld) -> None:
    token = world.start()

    sent = world.tap(token, askPerson=True)
    first = world.now
    world.later(minutes=5)
    world.tap(token, askPerson=True)

    assert sent.messages[-1].action == "handover"
    assert Conversation.objects.get().wants_person_at == first


@pytest.mark.parametrize(
    ("cents", "said"),
    [
        (49, "Your total of $0.49 is too small to be paid here: it must be at least $0.50."),
        (
            100_000_000,
            "Your total of $1,000,000.00 is too large to be paid here at once: it can be at most $999,999.99.",
        ),
    ],
)
def test_total_that_the_provider_does_not_take_is_told_before_it_is_asked(
    world: ChatWorld, cents: int, said: str
) -> None:
    world.shop.set_price("variant-audiobook", Money(cents, "USD"))
    token = world.start("talking-shop-audiobook")
    world.tap(token, chooseVariant={"variantId": "variant-audiobook", "quantity": 1})
    world.tap(token, checkOut=True)

    sent = world.tap(token, giveDetails={"email": EMAIL, "billingAddress": ADDRESS})

    notice = the_card(sent.messages, "ChatNotice")
    assert notice["text"].startswith(said)
    assert card(sent.messages, "ChatQuote") is None
    assert (world.provider.calls, Charge.objects.count()) == ([], 0)


def test_what_sold_out_since_the_total_is_not_charged(world: ChatWorld) -> None:
    token = world.start()
    version = world.quoted(token)
    world.shop.sell_out("variant-tee-blue-l")

    refused = world.tap(token, pay={"method": "card", "quoteVersion": version})

    assert Charge.objects.count() == 0
    assert world.provider.calls == []
    assert card(refused.messages, "ChatPaymentRequest") is None
    assert "cannot be had" in refused.messages[-1].text
