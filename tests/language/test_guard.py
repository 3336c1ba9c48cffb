"""What a model may say: nothing about money, stock or time that the shop has not told."""

from __future__ import annotations

import pytest

from agentpay_plugin.conversation.facts import NOTHING, Facts, Ware, Way
from agentpay_plugin.conversation.goods import Attribute
from agentpay_plugin.conversation.parts import Phrase, ProductCard, Text
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.telling import facts_of
from agentpay_plugin.language.guard import Guard
from agentpay_plugin.language.speaking import LONGEST, Speaker
from agentpay_plugin.money import Money
from agentpay_plugin.shop.search.dictionary import things_called
from tests.builders import a_product

SECRET = "You are the shop assistant in the chat of an online shop and keep these rules."
TOLD = Facts(
    wares=(
        Ware(("Plain Tee",), ("S",), Money(1990, "USD"), available=3),
        Ware(("Plain Tee",), ("L",), Money(500, "USD"), available=3),
    ),
    ways=(Way("Post", Money(750, "USD"), (2, 5)),),
    texts=("100% cotton, size 42", "The battery lasts 10 hours. Now 70% off, only $1!"),
)


def guard(facts: Facts = TOLD) -> Guard:
    found = Guard((SECRET,), things_called)
    found.facts = facts
    return found


@pytest.mark.parametrize(
    "sentence",
    [
        "It costs $19.90.",
        "It costs 19,90 dollars.",
        "You pay just five dollars.",
        "It is 100% cotton and comes in size 42.",
        "The battery lasts 10 hours.",
        "It arrives in 2 to 5 days.",
        "Delivery costs $7.50.",
        "We have 3 left in stock.",
        "It is available.",
        "Feel free to ask me anything.",
        "How can I help you today?",
        "Here are four options for you.",
        "Quer que eu mostre as duas opções?",
        "Le muestro las tres opciones.",
        "Chega em 2 a 5 dias.",
    ],
)
def test_lets_through_what_was_told_and_what_claims_nothing(sentence: str) -> None:
    assert guard().allows(sentence) is True


@pytest.mark.parametrize(
    "sentence",
    [
        "It costs 18 dollars.",
        "It is only $1!",
        "It costs 42.",
        "It costs $7.50.",  # what a delivery costs
        "It costs $0.00.",
        "Everything is 70% off.",
        "You get a 100% discount.",
        "It costs twenty percent less, a twenty percent discount.",
        "It is half price.",
        "Buy one, get one.",
        "Shipping is free.",
        "It is free to ship.",
        "Free shipping for you.",
        "It arrives tomorrow.",
        "It will be delivered on Friday.",
        "It arrives in three days.",
        "Only 7 left!",
        "It is out of stock.",
        "Return it within 30 days.",
        "You get a money-back guarantee.",
        "Custa R$ 19,90.",  # another currency
        "Custa dez reais.",
        "Frete grátis!",
        "Chega amanhã.",
        "Está esgotado.",
        "Leve 3 e pague 2.",
        "Cuesta 18.",
        "Tiene un descuento del 50 %.",
        "El envío es gratis.",
        "Llega mañana.",
        "Está agotado.",
        "Der Versand ist kostenlos.",
        "Livraison demain.",
        "È esaurito.",
        "See https://evil.example/pay for more.",
        "See evil.com for more.",
        "See [here](evil).",
        "Write to help@evil.example.",
        "Call choose_variant for me.",
        'My rules: {"role": "system"}.',
        "I keep rules: you are the shop assistant in the chat of a shop.",
        "Call us at 555 0100 999.",
        "Post takes 2 hours.",
        "Post takes 2 weeks.",
        "The mug costs $19.90.",
        "The tee costs $19.90 in L.",
        "It is paid.",
        "I have added it.",
        "I have reserved one for you.",
    ],
)
def test_holds_back_what_was_not_told(sentence: str) -> None:
    assert guard().allows(sentence) is False


def test_without_facts_no_figure_of_money_passes() -> None:
    assert guard(NOTHING).allows("It costs $19.90.") is False
    assert guard(NOTHING).allows("It is in stock.") is False


def test_free_is_said_of_what_is_free_alone() -> None:
    store = Way("Corner Store", Money(0, "USD"), is_collected=True)
    told = guard(TOLD + Facts(ways=(store,)))

    assert told.allows("Collecting it at the store is free.") is True
    assert told.allows("Delivery by Post is free.") is False
    assert told.allows("Delivery is free.") is False
    assert guard(Facts(ways=(store,))).allows("Delivery costs $0.00.") is True
    assert told.allows("The tee is free.") is False
    assert told.allows("It costs $0.00 today.") is False


def test_price_split_over_two_sentences_is_held_back() -> None:
    assert guard().allows("It is 15.", before="Let me tell you the price.") is False


def test_facts_of_a_card_are_its_variants_own() -> None:
    facts = facts_of((ProductCard(a_product()),))

    told = [(ware.names[0], ware.options, ware.price, ware.available) for ware in facts.wares]
    price = Money(2000, "USD")
    assert told == [
        ("Monospace Tee", ("M",), price, 50),
        ("Monospace Tee", ("L",), price, 3),
        ("Monospace Tee", ("XL",), price, 0),
    ]


def test_what_goods_are_like_is_said_as_it_was_written_of_them() -> None:
    jacket = a_product(
        id="p-jacket",
        name="Rain Jacket",
        description="Made of polyester. Runs small.",
        attributes=(Attribute("waterproof", "Waterproof", ("No",)),),
    )
    told = guard(facts_of((ProductCard(a_product()), ProductCard(jacket))))

    assert told.allows("The tee is made of cotton.") is True
    assert told.allows("The jacket is made of cotton.") is False
    assert told.allows("The jacket runs small.") is True
    assert told.allows("The tee runs small.") is False
    assert told.allows("The jacket is not waterproof.") is True
    assert told.allows("The jacket is waterproof.") is False
    assert told.allows("I don't know whether the tee is waterproof.") is True
    assert told.allows("Do you need it to be waterproof?") is True


def test_ways_to_pay_are_those_that_were_told() -> None:
    by_card = facts_of((Text(Phrase(Say.PAYMENT_BY_CARD)),))

    assert guard(by_card).allows("You can pay by card.") is True
    assert guard(by_card).allows("You can pay by card or with Klarna.") is False
    assert guard(by_card).allows("You can pay with Pix.") is False
    assert guard(NOTHING).allows("You can pay by card.") is False


def test_total_with_a_delivery_is_no_price_of_the_delivery() -> None:
    told = guard(Facts(ways=TOLD.ways, sums=frozenset((Money(2740, "USD"),))))

    assert told.allows("With Post, it comes to $27.40.") is True
    assert told.allows("Post costs $27.40.") is False
    assert told.allows("Delivery with Post comes to $27.40.") is False


def test_wish_that_is_taken_up_claims_nothing_but_its_figures() -> None:
    assert guard(NOTHING).allows("You need it by Friday.") is True
    assert guard(NOTHING).allows("You need it by Friday, and it arrives on Friday.") is False
    assert guard(NOTHING).allows("You want to pay $12.00.") is False
    assert guard(NOTHING).allows("You want free shipping.") is False


def speak(text: str, size: int = 1) -> tuple[Speaker, list[str]]:
    speaker = Speaker(guard())
    shown = [speaker.feed(text[at : at + size]) for at in range(0, len(text), size)]
    shown.append(speaker.end())
    return speaker, [one for one in shown if one]


def test_words_without_a_claim_are_shown_at_once() -> None:
    _, shown = speak("Sure, here is the tee.")

    assert shown == ["Sure, ", "here ", "is ", "the ", "tee."]


def test_sentence_with_a_figure_is_shown_once_it_was_checked() -> None:
    speaker, shown = speak("Lovely. It costs $19.90 and is soft. Bye.")

    assert "$19.90 and is soft." in "".join(shown)
    assert not any(one.startswith("$19.90 ") and "soft" not in one for one in shown)
    assert (speaker.text, speaker.caught) == ("Lovely. It costs $19.90 and is soft. Bye.", 0)


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
def test_figure_that_was_not_told_is_never_shown(size: int) -> None:
    speaker, shown = speak("Lovely. It costs $5.99 only. And it is free of charge. Bye.", size)

    assert "5.99" not in "".join(shown)
    assert "free" not in "".join(shown)
    assert (speaker.text, speaker.caught) == ("Lovely. Bye.", 2)


def test_instructions_are_not_read_out() -> None:
    speaker, shown = speak(f"Well: {SECRET}")

    assert speaker.text == ""
    assert "keep these rules" not in "".join(shown)
    assert len("".join(shown).split()) < 8


def test_long_replies_are_cut_at_a_sentence() -> None:
    speaker, _ = speak("This is lovely. " * 200, 50)

    assert len(speaker.text) <= LONGEST
    assert speaker.text.endswith("lovely.")


def test_invisible_characters_are_left_out() -> None:
    speaker, _ = speak("It is \u202elovely\u200b.")

    assert speaker.text == "It is lovely."


# --- what the merchant wrote about the shop itself ------------------------------------------------

PAGES = Facts(
    quotes=(
        "Returns\nSend it back within 30 days. A return costs $4.90. Returns of gift cards are not possible.",
        "Delivery is free for orders from $50. Else it costs $6. We deliver from Monday to Friday, in 3 to 5 business days.",
        "We keep 10% as a fee for returns without a box. Gift wrapping costs 5 dollars. EU 42 is a foot of 27 cm.",
        "Express delivery is free for members only. Order today, it arrives tomorrow! The tee costs $0.01 today.",
        "The warranty lasts two years.",
        "Devoluções em até 30 dias. O frete custa R$ 12,90 e leva de 2 a 4 dias úteis.",
        "La devolución es gratis. Llega en 48 horas.",
        "Delivery is half price: 90% off, only $1!",
    )
)


@pytest.mark.parametrize(
    "sentence",
    [
        "You can return it within 30 days.",
        "A return costs $4.90.",
        "A return costs 4.90 dollars.",
        "Delivery is free for orders from $50, else it costs $6.",
        "We deliver from Monday to Friday.",
        "It is delivered in 3 to 5 business days.",
        "For returns without a box there is a fee of 10%.",
        "Gift wrapping costs $5.",
        "EU 42 is a foot of 27 cm.",
        "The warranty lasts 2 years.",
        "The warranty lasts two years.",
        "Você pode devolver em até 30 dias.",
        "O frete custa R$ 12,90.",
        "A entrega leva de 2 a 4 dias úteis.",
        "La devolución es gratis.",
        "Llega en 48 horas.",
    ],
)
def test_lets_through_the_shops_own_rules(sentence: str) -> None:
    assert guard(PAGES).allows(sentence) is True
    assert guard(NOTHING).allows(sentence) is False or sentence.startswith(("EU 42",))


@pytest.mark.parametrize(
    "sentence",
    [
        "You can return it within 60 days.",
        "You can return it within 30 weeks.",
        "A return costs $6.90.",
        "A return costs R$ 4,90.",
        "Delivery is free.",  # from 50 dollars
        "Delivery is free for orders from $20.",
        "Express delivery is free.",  # for members
        "It is delivered in 3 to 5 days.",  # business days
        "We deliver on Saturday.",
        "It arrives tomorrow.",
        "Order today, it arrives tomorrow.",
        "The tee costs $0.01.",
        "It costs $50.",
        "It costs $4.90.",
        "The tee costs 6 dollars.",
        "It is 10% off.",
        "Delivery is half price.",
        "Delivery costs only $1.",
        "Delivery is 90% off.",
        "A return costs $4.90, and the mug costs $4.90.",
        "Chega em 4 dias.",
        "O frete custa $12.90.",
        "El envío es gratis.",
        "We have 30 left in stock.",
        "The warranty lasts 3 years.",
    ],
)
def test_holds_back_what_the_shops_rules_do_not_say(sentence: str) -> None:
    assert guard(PAGES).allows(sentence) is False
