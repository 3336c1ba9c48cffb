"""What the local model thinks was meant, without a rule: the shopper is asked back, and nothing is done."""

from __future__ import annotations

import pytest

from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.reading import Intent, Offered, ReadBy
from agentpay_plugin.conversation.replies import text
from agentpay_plugin.conversation.state import Action, Stage
from tests.builders import a_cart, a_product
from tests.conversation.play import a_conversation, phrases, play, words


def _guessed(intent: Intent) -> dict[str, object]:
    return {"intent": intent, "step": ReadBy.MODEL, "confidence": 0.6}


def test_goods_are_offered_rather_than_taken() -> None:
    shown = a_conversation(product=a_product())

    told = play(shown, words(**_guessed(Intent.PURCHASE_INTENT)))

    assert told.conversation.offered is Offered.BUY
    assert phrases(told.parts)[0].say in (Say.OFFER_BUY, Say.OFFER_BUY_ANY)
    assert (told.commands, told.conversation.cart) == ((), None)


def test_without_a_product_it_is_asked_which() -> None:
    told = play(a_conversation(product=None), words(**_guessed(Intent.PURCHASE_INTENT)))

    assert told.parts == (text(Say.WHICH_PRODUCT),)
    assert told.commands == ()


def test_who_surely_speaks_of_an_order_is_told_how_it_stands() -> None:
    surely = {**_guessed(Intent.PAYMENT_CONFIRMATION), "confidence": 0.97}

    told = play(a_conversation(product=None), words(**surely))

    assert [phrase.say for phrase in phrases(told.parts)] == [
        Say.NO_ORDER,
        Say.OFFER_PERSON,
        Say.LABEL_PERSON,
    ]
    assert told.action is Action.ORDER_STATUS


def test_without_an_order_a_guess_tells_of_none() -> None:
    told = play(a_conversation(product=None), words(**_guessed(Intent.PAYMENT_CONFIRMATION)))

    assert phrases(told.parts)[0].say is Say.NOT_UNDERSTOOD


def test_talk_is_not_understood() -> None:
    told = play(a_conversation(product=None), words(**_guessed(Intent.GENERAL)))

    assert phrases(told.parts)[0].say is Say.NOT_UNDERSTOOD


@pytest.mark.parametrize("stage", [Stage.DETAILS, Stage.DELIVERY])
def test_in_the_check_out_a_guess_leads_nowhere_else(stage: Stage) -> None:
    conversation = a_conversation(product=a_product(), cart=a_cart(), stage=stage)

    told = play(conversation, words(**_guessed(Intent.PURCHASE_INTENT)))
    asked = play(conversation, words(**_guessed(Intent.PAYMENT_CONFIRMATION)))

    assert phrases(asked.parts)[0].say in (Say.DETAILS_IN_FORM, Say.NOT_UNDERSTOOD)
    assert told.conversation.stage is stage
    assert told.conversation.cart == conversation.cart
