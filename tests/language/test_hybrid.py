"""Rules, then the local model: what each says, what is done, and when the shopper is asked back."""

from __future__ import annotations

import pytest

from agentpay_plugin.conversation.reading import (
    Intent,
    Offered,
    ReadBy,
    Reading,
    ReadingContext,
    Topic,
    Wish,
)
from agentpay_plugin.language.hybrid import HybridLanguage, Thresholds
from agentpay_plugin.language.rules import RulesLanguage
from tests.language.reader import CART, TEE


def _read(
    text: str,
    locale: str = "en",
    offered: Offered = Offered.NOTHING,
    before: str = "",
    thresholds: Thresholds | None = None,
) -> Reading:
    language = HybridLanguage(lambda: thresholds or Thresholds())
    return language.read(text, ReadingContext(locale, TEE, CART, offered, before))


@pytest.mark.parametrize(
    ("locale", "text"),
    [("en", "how much is it?"), ("pt-BR", "quanto custa?"), ("es", "¿cuánto cuesta?")],
)
def test_what_a_rule_reads_stays_the_rules(locale: str, text: str) -> None:
    reading = _read(text, locale)

    assert (reading.step, reading.intent) == (ReadBy.RULES, Intent.PRODUCT_QUESTION)
    assert (reading.wish, reading.topic) == (Wish.ASK, Topic.PRICE)
    assert reading.reasoning == "asks about price"


@pytest.mark.parametrize(
    ("locale", "text", "intent"),
    [
        ("en", "sort me out with the same again, charge my visa", Intent.PURCHASE_INTENT),
        ("en", "my box is sitting in customs for days", Intent.PAYMENT_CONFIRMATION),
        ("pt-BR", "toca um samba aí", Intent.GENERAL),
        ("pt-BR", "o entregador sumiu com a minha caixa", Intent.PAYMENT_CONFIRMATION),
        ("es", "pon algo de salsa", Intent.GENERAL),
        ("es", "mi caja lleva días en la aduana", Intent.PAYMENT_CONFIRMATION),
    ],
)
def test_what_no_rule_reads_the_model_does(locale: str, text: str, intent: Intent) -> None:
    context = ReadingContext(locale, None, None, Offered.NOTHING)
    assert RulesLanguage().read(text, context).confidence == 0.4

    reading = HybridLanguage().read(text, context)

    assert (reading.step, reading.intent) == (ReadBy.MODEL, intent)
    assert reading.reasoning == "the model knows words like these"


def test_goods_are_not_taken_when_the_model_is_not_sure_enough() -> None:
    text = "same again please, charge my visa and send it"

    sure = _read(text, thresholds=Thresholds(model=0.0))
    unsure = _read(text, thresholds=Thresholds(model=1.0))

    assert (sure.intent, sure.wish) == (Intent.PURCHASE_INTENT, Wish.BUY)
    assert (unsure.intent, unsure.wish) == (Intent.PURCHASE_INTENT, Wish.NONE)
    assert unsure.confidence == sure.confidence < 1


def test_goods_are_not_taken_when_a_rule_is_not_sure_enough() -> None:
    sure = _read("I want to buy it", thresholds=Thresholds(rules=0.0))
    unsure = _read("I want to buy it", thresholds=Thresholds(rules=1.0))

    assert (sure.step, sure.wish) == (ReadBy.RULES, Wish.BUY)
    assert (unsure.step, unsure.wish) == (ReadBy.RULES, Wish.NONE)


@pytest.mark.parametrize("text", ["remove the juice", "I'll pay by card", "in L", "yes", "no"])
def test_what_only_the_conversation_explains_is_the_rules_alone(text: str) -> None:
    context = ReadingContext("en", TEE, CART, Offered.BUY)

    assert HybridLanguage().read(text, context) == RulesLanguage().read(text, context)


def test_the_line_before_decides_what_a_short_answer_means() -> None:
    paid = _read("done", before="Please pay here with this link.")
    chosen = _read("the navy one", before="Which colour would you like?")

    assert paid.intent is Intent.PAYMENT_CONFIRMATION
    assert chosen.intent is Intent.PURCHASE_INTENT


@pytest.mark.parametrize("text", ["", "?!", "🙂", "   "])
def test_without_words_no_step_can_tell(text: str) -> None:
    reading = _read(text)

    assert (reading.step, reading.wish) == (ReadBy.NONE, Wish.NONE)


def test_a_locale_of_another_language_is_read_too() -> None:
    assert _read("where is my parcel", "de-DE").intent is Intent.PAYMENT_CONFIRMATION
