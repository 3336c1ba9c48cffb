"""After a purchase, and beside it: what went wrong, orders that are to change, and talk; always a way on."""

from __future__ import annotations

import pytest

from agentpay_plugin.conversation.commands import AskCharge, AskPerson, ReadLibrary, ReadOrder
from agentpay_plugin.conversation.engine import advance
from agentpay_plugin.conversation.events import LibraryRead, OrderRead, Said
from agentpay_plugin.conversation.library import Passage, Source
from agentpay_plugin.conversation.parts import OrderStatus
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.reading import (
    Intent,
    Offered,
    ReadBy,
    Subject,
    Topic,
    Wish,
)
from agentpay_plugin.conversation.replies import PERSON, info, quick, text
from agentpay_plugin.conversation.state import Action, Stage
from tests.builders import a_cart, a_charge, a_reading, an_order, usd
from tests.conversation.play import NOW, a_conversation, phrases, step, words

ORDERED = {"stage": Stage.ORDERED, "order_ids": ("o-1",), "charge": a_charge("ordered")}


def test_broken_goods_bring_an_apology_the_shops_words_and_a_person() -> None:
    asked = advance(
        a_conversation(**ORDERED), words("?", wish=Wish.TROUBLE, topic=Topic.RETURNS), NOW
    )
    page = Passage("Returns", "Within 30 days.", Source.PAGE)

    told = advance(asked.conversation, LibraryRead((page,)), NOW)

    assert asked.commands == (ReadLibrary("?", "returns", a_conversation().product.description),)  # type: ignore[union-attr]
    assert told.parts == (
        text(Say.SORRY_TROUBLE),
        text(Say.PAGE_SAYS, title="Returns", words="Within 30 days."),
        text(Say.OFFER_PERSON),
        quick(PERSON),
    )
    assert told.conversation.offered is Offered.PERSON


def test_missing_goods_are_no_matter_of_the_returns_page() -> None:
    told = step(a_conversation(**ORDERED), words("?", wish=Wish.TROUBLE, topic=Topic.OTHER))

    assert told.parts == (text(Say.SORRY_TROUBLE), text(Say.OFFER_PERSON), quick(PERSON))
    assert told.commands == (ReadOrder("o-1"),)


def test_money_taken_wrongly_is_looked_up_while_a_payment_is_open() -> None:
    paying = a_conversation(stage=Stage.PAYING, cart=a_cart(), charge=a_charge())

    told = step(paying, words("?", wish=Wish.TROUBLE, topic=Topic.PAYMENT))

    assert told.parts == (text(Say.SORRY_TROUBLE), text(Say.OFFER_PERSON), quick(PERSON))
    assert told.commands == (AskCharge("c-1"),)


def test_a_placed_order_is_changed_by_a_person() -> None:
    told = step(a_conversation(**ORDERED), words("cancel my order", wish=Wish.CHANGE_ORDER))

    assert told.parts == (info(Say.ORDER_CHANGE_ASKED),)
    assert told.commands == (AskPerson("cancel my order"),)
    assert told.action is Action.HANDOVER


def test_cancelling_after_the_order_means_the_order() -> None:
    told = step(a_conversation(**ORDERED), words("cancel it", wish=Wish.CANCEL_PAYMENT))

    assert told.commands == (AskPerson("cancel it"),)


def test_another_address_without_any_order_is_a_question() -> None:
    changed = words("elsewhere?", wish=Wish.CHANGE_ORDER, topic=Topic.DELIVERY)

    assert AskPerson("elsewhere?") in step(a_conversation(**ORDERED), changed).commands
    assert AskPerson("elsewhere?") not in step(a_conversation(), changed).commands


def test_an_order_of_another_number_is_not_taken_for_the_own_one() -> None:
    own = an_order()
    asked = step(
        a_conversation(**ORDERED), words("?", wish=Wish.ORDER_STATUS, order_number="99817")
    )
    same = step(
        a_conversation(**ORDERED), words("?", wish=Wish.ORDER_STATUS, order_number=own.number)
    )

    told = step(asked.conversation, OrderRead(own))

    status = (text(Say.ORDER_STATUS, number=own.number), OrderStatus(own))
    assert told.parts == (info(Say.ORDER_NOT_HERE), *status)
    assert step(same.conversation, OrderRead(own)).parts == status


def test_who_asks_whether_it_went_through_is_told_so() -> None:
    told = step(a_conversation(**ORDERED), words("did it go through?", wish=Wish.SAY_PAID))

    assert told.parts == (text(Say.PAYMENT_IS_IN, total=a_charge().amount),)
    assert told.commands == (ReadOrder("o-1"),)


def test_what_was_given_back_is_not_said_to_have_arrived() -> None:
    given_back = a_charge("ordered", refunded=usd(500))
    conversation = a_conversation(**ORDERED | {"charge": given_back})

    assert step(conversation, words("?", wish=Wish.SAY_PAID)).parts == ()


def test_without_a_payment_a_person_is_offered() -> None:
    told = step(a_conversation(product=None), words("I paid!", wish=Wish.SAY_PAID))

    assert told.parts == (info(Say.NO_PAYMENT), text(Say.OFFER_PERSON), quick(PERSON))


def test_an_e_mail_that_answers_the_offer_of_a_person_is_for_that_person() -> None:
    offered = step(a_conversation(product=None), words("?", wish=Wish.ORDER_STATUS)).conversation

    told = step(offered, words("me@example.com", email="me@example.com"))

    assert told.commands == (AskPerson("me@example.com"),)


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        (Subject.WORLD, [Say.OFF_TOPIC]),
        (Subject.LANGUAGES, [Say.LANGUAGES]),
        (Subject.SECRETS, [Say.NO_SECRETS]),
        (Subject.BUTTONS, [Say.BUTTONS, Say.LABEL_PERSON]),
        (Subject.CALLS, [Say.NO_CALLS, Say.LABEL_PERSON]),
    ],
)
def test_talk_is_answered_and_offers_no_goods(subject: Subject, said: list[Say]) -> None:
    told = step(a_conversation(), words("?", wish=Wish.TALK, subject=subject))

    assert [phrase.say for phrase in phrases(told.parts)] == said
    assert told.commands == ()


def test_a_bargain_is_refused_with_what_the_shop_offers() -> None:
    asked = advance(a_conversation(), words("5?", wish=Wish.TALK, subject=Subject.BARGAIN), NOW)

    assert asked.parts == (text(Say.NO_BARGAIN),)
    assert asked.commands == (ReadLibrary("5?", "promotions", ""),)


def test_privacy_is_answered_though_the_shop_wrote_nothing_of_it() -> None:
    told = step(a_conversation(product=None), words("?", wish=Wish.ASK, topic=Topic.PRIVACY))

    assert told.parts == (text(Say.ABOUT_DATA), quick(PERSON))


def test_a_sentence_that_is_surely_talk_is_not_looked_for_among_the_goods() -> None:
    sure = {"intent": Intent.GENERAL, "confidence": 0.97, "step": ReadBy.MODEL}

    talk = step(a_conversation(product=None), words("they do not pick up anything", **sure))
    name = advance(a_conversation(product=None), words("linen napkin", **sure), NOW)

    assert phrases(talk.parts)[0].say is Say.NOT_UNDERSTOOD
    assert isinstance(name.commands[0], ReadLibrary)


def test_the_number_of_a_card_is_warned_of_whatever_is_said_beside_it() -> None:
    buys = Said("two please", a_reading(wish=Wish.BUY, quantity=2), had_card=True)

    told = step(a_conversation(product=None), buys)

    assert told.parts == (info(Say.CARD_IN_CHAT),)
    assert told.commands == ()
