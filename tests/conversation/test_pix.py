"""PIX in the dialogue: whose tax id is asked when, another way at any time, and what is said of a code."""

from __future__ import annotations

import json

import pytest

from agentpay_plugin.conversation.codec import encode
from agentpay_plugin.conversation.commands import (
    AskCharge,
    CloseCharge,
    OpenCharge,
    ReadCart,
    ReadQuote,
)
from agentpay_plugin.conversation.events import (
    CartRead,
    ChargeChanged,
    CheckOutAsked,
    QuoteConfirmed,
    QuoteRead,
)
from agentpay_plugin.conversation.parts import PaymentRequest, Phrase, QuickReply, Quote, Tap
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.reading import Intent, Topic, Wish
from agentpay_plugin.conversation.replies import (
    CANCEL_PAYMENT,
    CHECK_PAYMENT,
    SHOW_CART,
    TRY_AGAIN,
    info,
    pay_replies,
    problem,
    quick,
    text,
)
from agentpay_plugin.conversation.state import Conversation, Stage
from tests.builders import CARD, CPF, PIX, a_charge, a_ready_cart, usd
from tests.conversation.play import a_conversation, play, step, words

READY = a_ready_cart()
TOTAL = usd(2500)
BOTH = (PIX, CARD)
CODE = "00020126…6304ABCD"
BY_PIX = QuoteConfirmed("pix", "ready")
BY_PIX_OF = QuoteConfirmed("pix", "ready", CPF)
PIX_BUTTON = quick(QuickReply(Phrase(Say.LABEL_PAY_PIX, {"total": TOTAL}), Tap.PAY, "pix"))
CARD_BUTTON = quick(QuickReply(Phrase(Say.LABEL_PAY_CARD, {"total": TOTAL}), Tap.PAY, "card"))
PAYING_BUTTONS = quick(CHECK_PAYMENT, CANCEL_PAYMENT)
QUOTE = (Quote(READY, BOTH), pay_replies(READY, BOTH))
RIGHT, WRONG = "529.982.247-25", "529.982.247-26"
OPEN_PIX = OpenCharge("cart-1", "ready", "pix", 1, CPF)


def quoted(*methods: object) -> Conversation:
    shopping = a_conversation(stage=Stage.SHOPPING, cart=READY)
    events = (CheckOutAsked(), CartRead(READY), QuoteRead(READY, methods or BOTH))  # type: ignore[arg-type]
    return play(shopping, *events).conversation


def pix(state: str = "open", id: str = "c-1", **more: object) -> ChargeChanged:  # noqa: A002
    code = CODE if state == "open" else None
    values = {"method": "pix", "page_url": None, "pix_code": code, **more}
    return ChargeChanged(a_charge(state, id, **values))


def paying() -> Conversation:
    return play(quoted(), BY_PIX_OF, pix()).conversation


# --- the tax id ----------------------------------------------------------------------------------


def test_a_tap_with_the_tax_id_opens_the_charge_at_once() -> None:
    assert step(quoted(), BY_PIX_OF).commands == (OPEN_PIX,)


def test_a_tap_without_it_asks_for_it_and_charges_nothing() -> None:
    asked = step(quoted(), BY_PIX)

    assert asked.parts == (text(Say.ASK_TAX_ID), CARD_BUTTON)
    assert asked.commands == ()
    assert (asked.conversation.stage, asked.conversation.attempt) == (Stage.QUOTED, 0)
    assert asked.conversation.tax_id_for == "pix"


def test_the_tax_id_in_words_opens_what_the_tap_confirmed() -> None:
    opened = play(quoted(), BY_PIX, words("", tax_id=RIGHT))

    assert opened.commands == (OPEN_PIX,)
    assert opened.conversation.tax_id_for is None


def test_wrong_digits_are_said_and_asked_again() -> None:
    wrong = play(quoted(), BY_PIX, words("", tax_id=WRONG))
    mended = step(wrong.conversation, words("", tax_id=RIGHT))

    assert wrong.parts == (problem(Say.TAX_ID_WRONG), text(Say.ASK_TAX_ID), CARD_BUTTON)
    assert wrong.commands == ()
    assert mended.commands == (OPEN_PIX,)


def test_a_question_meanwhile_comes_back_to_what_is_asked() -> None:
    between = play(quoted(), BY_PIX, words("yes", yes=True))
    opened = step(between.conversation, words("", tax_id=RIGHT))

    assert between.parts == (text(Say.ASK_TAX_ID), CARD_BUTTON)
    assert opened.commands == (OPEN_PIX,)


@pytest.mark.parametrize(
    "conversation",
    [quoted(), a_conversation(), a_conversation(stage=Stage.SHOPPING, cart=READY)],
    ids=["quoted", "browsing", "shopping"],
)
def test_a_tax_id_that_nobody_asked_for_moves_no_money(conversation: Conversation) -> None:
    said = step(conversation, words("my cpf is", tax_id=RIGHT, wish=Wish.CHECK_OUT))

    assert said.parts[0] == info(Say.TAX_ID_NOT_NOW)
    assert said.commands == ()
    assert said.conversation.attempt == 0


def test_the_tax_id_of_a_left_quote_opens_nothing() -> None:
    asked = step(quoted(), BY_PIX).conversation
    newer = a_ready_cart(version="newer")
    fresh = play(asked, CheckOutAsked(), CartRead(newer), QuoteRead(newer, BOTH)).conversation

    said = step(fresh, words("", tax_id=RIGHT))

    assert fresh.tax_id_for is None
    assert said.parts[0] == info(Say.TAX_ID_NOT_NOW)
    assert said.commands == ()


def test_a_method_that_needs_none_gets_none() -> None:
    opened = step(quoted(), QuoteConfirmed("card", "ready", CPF))

    assert opened.commands == (OpenCharge("cart-1", "ready", "card", 1),)


def test_what_else_is_wished_beside_a_tax_id_is_done() -> None:
    asked = step(quoted(), BY_PIX).conversation

    person = step(asked, words("a person please", tax_id=RIGHT, wish=Wish.PERSON))

    assert [type(one).__name__ for one in person.commands] == ["AskPerson"]


def test_no_state_between_turns_holds_the_tax_id() -> None:
    opened = play(quoted(), BY_PIX, words("", tax_id=RIGHT))

    after = step(opened.conversation, pix())

    assert "52998224725" not in json.dumps(encode(after.conversation))
    assert "247-25" not in json.dumps(encode(after.conversation))


# --- by which method, in words -------------------------------------------------------------------


def test_a_method_in_words_leads_to_its_button_and_charges_nothing() -> None:
    hinted = step(quoted(), words("pix", wish=Wish.PAY_BY, method="pix"))
    checking = step(quoted(), words("pay by card", wish=Wish.CHECK_OUT, method="card"))

    assert hinted.parts == (text(Say.PAY_HINT, total=TOTAL), PIX_BUTTON)
    assert checking.parts == (text(Say.PAY_HINT, total=TOTAL), CARD_BUTTON)
    assert hinted.commands == checking.commands == ()
    assert hinted.conversation.attempt == 0


def test_a_method_that_is_not_offered_is_said() -> None:
    said = step(quoted(CARD), words("pix", wish=Wish.PAY_BY, method="pix"))

    assert said.parts == (
        problem(Say.METHOD_CLOSED),
        text(Say.PAY_HINT, total=TOTAL),
        CARD_BUTTON,
    )


def test_a_method_before_the_quote_goes_on_to_it() -> None:
    shopping = a_conversation(stage=Stage.SHOPPING, cart=READY)

    said = step(shopping, words("pix", wish=Wish.PAY_BY, method="pix"))

    assert said.commands == (ReadCart("cart-1"),)


def test_a_method_with_nothing_to_pay_for_tells_how_one_can_pay() -> None:
    said = step(
        a_conversation(),
        words("pix", wish=Wish.PAY_BY, method="pix", intent=Intent.PURCHASE_INTENT),
    )

    assert said.parts[0] == text(Say.PAYMENT_AT_END)
    assert Topic.PAYMENT == "payment"


def test_another_method_in_words_closes_the_open_code_and_shows_the_quote() -> None:
    rather = step(paying(), words("rather by card", wish=Wish.PAY_BY, method="card"))
    closed = step(rather.conversation, pix("cancelled"))
    shown = step(closed.conversation, QuoteRead(READY, BOTH))

    assert rather.commands == (CloseCharge("c-1"),)
    assert closed.parts == (info(Say.PAYMENT_CLOSED_FOR_CHANGE),)
    assert closed.commands == (ReadQuote("cart-1"),)
    assert shown.parts == (text(Say.QUOTE, total=TOTAL), *QUOTE)
    assert step(shown.conversation, QuoteConfirmed("card", "ready")).commands == (
        OpenCharge("cart-1", "ready", "card", 2),
    )


def test_another_method_by_a_tap_closes_the_open_code_first_too() -> None:
    rather = step(paying(), QuoteConfirmed("card", "ready"))
    closed = step(rather.conversation, pix("cancelled"))

    assert rather.commands == (CloseCharge("c-1"),)
    assert closed.commands == (ReadQuote("cart-1"),)
    assert closed.conversation.attempt == 1


def test_the_other_way_round_asks_for_the_tax_id_at_a_fresh_quote() -> None:
    by_card = play(
        quoted(), QuoteConfirmed("card", "ready"), ChargeChanged(a_charge())
    ).conversation

    rather = step(by_card, BY_PIX)
    closed = step(rather.conversation, ChargeChanged(a_charge("cancelled")))

    assert rather.commands == (CloseCharge("c-1"),)
    assert closed.commands == (ReadQuote("cart-1"),)
    assert closed.conversation.attempt == 1


def test_the_same_method_again_reminds_of_the_code() -> None:
    for event in (words("pix", wish=Wish.PAY_BY, method="pix"), BY_PIX_OF):
        again = step(paying(), event)

        assert again.parts == (
            text(Say.PIX_OPEN, total=TOTAL),
            PaymentRequest(pix().charge),
            PAYING_BUTTONS,
        )
        assert again.commands == ()


def test_a_code_that_was_paid_while_it_was_closed_is_paid() -> None:
    rather = step(paying(), QuoteConfirmed("card", "ready"))

    arrived = step(rather.conversation, pix("paid"))

    assert arrived.parts == (text(Say.PAYMENT_ARRIVED_CHANGE, total=TOTAL),)
    assert arrived.commands == ()
    assert arrived.conversation.stage == Stage.PAID


# --- what is said of a code ----------------------------------------------------------------------


def test_a_code_is_shown_with_what_to_do() -> None:
    opened = play(quoted(), BY_PIX_OF, pix())

    assert opened.parts == (
        text(Say.PIX_READY, total=TOTAL),
        PaymentRequest(pix().charge),
        PAYING_BUTTONS,
    )


def test_i_have_paid_asks_the_provider() -> None:
    asked = step(paying(), words("paid", wish=Wish.SAY_PAID))
    waiting = step(asked.conversation, pix())

    assert asked.commands == (AskCharge("c-1"),)
    assert waiting.parts[0] == text(Say.PIX_WAITING, total=TOTAL)


@pytest.mark.parametrize(
    ("state", "say"),
    [("expired", Say.PAYMENT_EXPIRED), ("cancelled", Say.PAYMENT_CANCELLED)],
)
def test_an_ended_code_leads_to_the_quote_with_all_methods(state: str, say: Say) -> None:
    over = step(paying(), pix(state))

    assert over.parts == (info(say), *QUOTE)
    assert over.conversation.stage == Stage.QUOTED
    assert step(over.conversation, BY_PIX_OF).commands == (
        OpenCharge("cart-1", "ready", "pix", 2, CPF),
    )


def test_a_code_that_could_not_be_made_leads_to_a_fresh_quote() -> None:
    refused = play(quoted(), BY_PIX_OF, pix("refused"))

    assert refused.parts == (problem(Say.PAYMENT_REFUSED),)
    assert refused.commands == (ReadCart("cart-1"),)


def test_a_provider_that_does_not_answer_leads_to_the_other_methods() -> None:
    unknown = play(quoted(), BY_PIX_OF, pix("unknown"))

    assert unknown.parts == (problem(Say.PAYMENT_UNKNOWN), *QUOTE)


def test_an_end_whose_cart_changed_since_offers_another_try() -> None:
    other = a_conversation(
        stage=Stage.PAYING, cart=a_ready_cart(version="newer"), charge=pix().charge, methods=BOTH
    )

    over = step(other, pix("expired"))

    assert over.parts == (info(Say.PAYMENT_EXPIRED), quick(TRY_AGAIN, SHOW_CART))
