"""A quick reply that sends its label as the shopper's words is understood as it is meant, in each language."""

from __future__ import annotations

import pytest

from agentpay_plugin.conversation import replies
from agentpay_plugin.conversation.parts import Phrase, QuickReply, Tap
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.reading import Offered, Reading, ReadingContext, Topic, Wish
from agentpay_plugin.language.rules import RulesLanguage
from agentpay_plugin.language.say import render_phrase
from tests.builders import a_product

LOCALES = ("en", "pt-BR", "es")
SURE = 0.5

MEANT: dict[Say, tuple[Wish, Topic | None]] = {
    Say.LABEL_BUY: (Wish.BUY, None),
    Say.LABEL_OPTIONS: (Wish.ASK, Topic.OPTIONS),
    Say.LABEL_DELIVERY: (Wish.ASK, Topic.DELIVERY),
}
# What "yes" answers.
AGREED = {
    Offered.NOTHING: Wish.NONE,
    Offered.BUY: Wish.BUY,
    Offered.CHECK_OUT: Wish.CHECK_OUT,
    Offered.PAY: Wish.NONE,
    Offered.ANOTHER_QUANTITY: Wish.NONE,
    Offered.RETRY_PAYMENT: Wish.NONE,
    Offered.CODE: Wish.NONE,
    Offered.PERSON: Wish.PERSON,
}


def read(text: str, locale: str, offered: Offered = Offered.NOTHING) -> Reading:
    return RulesLanguage().read(text, ReadingContext(locale, a_product(), None, offered))


def test_every_reply_that_sends_words_is_looked_at() -> None:
    sending = {
        reply.label.say
        for reply in vars(replies).values()
        if isinstance(reply, QuickReply) and reply.tap is Tap.TEXT
    }

    assert sending == {*MEANT, Say.LABEL_YES}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("say", list(MEANT))
def test_label_says_what_is_meant(say: Say, locale: str) -> None:
    reading = read(render_phrase(Phrase(say), locale), locale)

    assert (reading.wish, reading.topic) == MEANT[say]
    assert (reading.product_mention, reading.unknown_option, reading.options) == (None, None, ())
    assert reading.confidence > SURE


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("offered", list(Offered))
def test_yes_agrees_to_what_was_offered(offered: Offered, locale: str) -> None:
    reading = read(render_phrase(Phrase(Say.LABEL_YES), locale), locale, offered)

    assert (reading.yes, reading.wish) == (True, AGREED[offered])


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    ("say", "wish"),
    [
        (Say.LABEL_CHECK_OUT, Wish.CHECK_OUT),
        (Say.LABEL_SHOW_CART, Wish.SHOW_CART),
        (Say.LABEL_CHECK_PAYMENT, Wish.SAY_PAID),
        (Say.LABEL_CANCEL_PAYMENT, Wish.CANCEL_PAYMENT),
        (Say.LABEL_PERSON, Wish.PERSON),
    ],
)
def test_label_of_a_button_may_be_typed_too(say: Say, wish: Wish, locale: str) -> None:
    assert read(render_phrase(Phrase(say), locale), locale).wish is wish


@pytest.mark.parametrize(
    ("locale", "text", "wish"),
    [
        # What our own sentences tell a shopper to say.
        ("en", "check out", Wish.CHECK_OUT),
        ("pt-BR", "finalizar a compra", Wish.CHECK_OUT),
        ("es", "finalizar la compra", Wish.CHECK_OUT),
        ("en", "I would like to buy it", Wish.BUY),
        ("pt-BR", "quero comprar", Wish.BUY),
        ("es", "quiero comprarlo", Wish.BUY),
        ("en", "I ask for a person", Wish.PERSON),
        ("pt-BR", "quero falar com uma pessoa", Wish.PERSON),
        ("es", "quiero hablar con una persona", Wish.PERSON),
        ("en", "has the payment arrived?", Wish.SAY_PAID),
        ("pt-BR", "o pagamento chegou?", Wish.SAY_PAID),
        ("es", "¿llegó el pago?", Wish.SAY_PAID),
    ],
)
def test_words_we_ask_for_are_understood(locale: str, text: str, wish: Wish) -> None:
    assert read(text, locale).wish is wish
