"""Words where others tap: how many, another delivery, another way to pay."""

from __future__ import annotations

from agentpay_plugin.conversation.commands import (
    ChooseDelivery,
    CloseCharge,
    ReadProduct,
    SetQuantity,
)
from agentpay_plugin.conversation.events import Said
from agentpay_plugin.conversation.heard import said
from agentpay_plugin.conversation.picking import way_meant
from agentpay_plugin.conversation.reading import Intent, Topic, Wish
from agentpay_plugin.conversation.state import Conversation, Stage
from tests.builders import (
    CARD,
    PIX,
    a_charge,
    a_delivery,
    a_download,
    a_line,
    a_product,
    a_reading,
    a_ready_cart,
)

STANDARD = a_delivery("standard", name="Standard")
EXPRESS = a_delivery("express", name="Express")
ECONOMY = a_delivery("economy", name="Entrega econômica")
FAST = a_delivery("fast", name="Entrega expressa")


def a_conversation(**changes: object) -> Conversation:
    return Conversation(id="c", channel="default-channel", locale="en", **changes)  # type: ignore[arg-type]


def test_bare_number_buys_what_the_page_shows() -> None:
    conversation = a_conversation(product=a_download())
    two = a_reading(intent=Intent.PURCHASE_INTENT, quantity=2)

    step = said(conversation, Said("two please", two))

    assert step.commands == (SetQuantity(None, "v-e", 2),)


def test_bare_number_of_several_kinds_asks_which() -> None:
    conversation = a_conversation(product=a_product())
    two = a_reading(intent=Intent.PURCHASE_INTENT, quantity=2)

    step = said(conversation, Said("two please", two))

    assert step.commands == ()
    assert (step.conversation.stage, step.conversation.wanted_quantity) == (Stage.CHOOSING, 2)


def test_negative_number_is_none_of_those_found() -> None:
    conversation = a_conversation(found=(a_product(),))

    step = said(conversation, Said("-1", a_reading(quantity=-1)))

    assert not any(isinstance(command, ReadProduct) for command in step.commands)


def test_of_two_ways_that_are_named_the_other_one_is_meant() -> None:
    cart = a_ready_cart(delivery=STANDARD)
    conversation = a_conversation(
        stage=Stage.QUOTED, cart=cart, quoted_version="ready", deliveries=(STANDARD, EXPRESS)
    )

    for words in ("express instead of standard", "not standard, express", "standard to express"):
        assert said(conversation, Said(words, a_reading())).commands == (
            ChooseDelivery("cart-1", EXPRESS),
        )


def test_ways_are_told_by_a_part_of_their_names() -> None:
    cart = a_ready_cart(delivery=ECONOMY)
    conversation = a_conversation(
        stage=Stage.QUOTED, cart=cart, quoted_version="ready", deliveries=(ECONOMY, FAST)
    )
    words = "quero a expressa em vez da econômica"
    searched = a_reading(wish=Wish.SEARCH, product_mention="expressa")

    step = said(conversation, Said(words, searched))

    assert step.commands == (ChooseDelivery("cart-1", FAST),)


def test_goods_that_are_looked_for_at_the_total_choose_no_way() -> None:
    conversation = a_conversation(
        stage=Stage.QUOTED, cart=a_ready_cart(), deliveries=(STANDARD, EXPRESS)
    )
    searched = a_reading(wish=Wish.SEARCH, product_mention="express train")

    step = said(conversation, Said("I want an express train", searched))

    assert not any(isinstance(command, ChooseDelivery) for command in step.commands)


def test_question_of_a_few_words_chooses_a_way_and_a_longer_one_does_not() -> None:
    conversation = a_conversation(stage=Stage.DELIVERY, deliveries=(ECONOMY, FAST))
    asked = a_reading(wish=Wish.ASK, topic=Topic.DELIVERY)

    assert way_meant(conversation, "por expressa", asked) == FAST
    assert way_meant(conversation, "quando chega por expressa", asked) is None


def test_other_way_to_pay_that_is_asked_for_takes_the_place_of_the_open_one() -> None:
    conversation = a_conversation(
        stage=Stage.PAYING,
        cart=a_ready_cart(a_line()),
        charge=a_charge(),
        methods=(CARD, PIX),
    )
    asked = a_reading(wish=Wish.ASK, topic=Topic.PAYMENT, method="pix")

    step = said(conversation, Said("can I pay by PIX?", asked))

    assert step.commands == (CloseCharge("c-1"),)


def test_same_way_to_pay_that_is_asked_about_leaves_the_payment_open() -> None:
    conversation = a_conversation(
        stage=Stage.PAYING, cart=a_ready_cart(a_line()), charge=a_charge(), methods=(CARD, PIX)
    )
    asked = a_reading(wish=Wish.ASK, topic=Topic.PAYMENT, method="card")

    step = said(conversation, Said("can I pay by card?", asked))

    assert not any(isinstance(command, CloseCharge) for command in step.commands)
