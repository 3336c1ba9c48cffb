"""What the merchant wrote answers what the goods' own data does not; else it is said that it is not known."""

from __future__ import annotations

import pytest

from agentpay_plugin.conversation.commands import (
    ReadGroups,
    ReadLibrary,
    ReadMethods,
    SearchProducts,
)
from agentpay_plugin.conversation.engine import advance
from agentpay_plugin.conversation.events import GroupsRead, LibraryRead, MethodsRead, ProductsFound
from agentpay_plugin.conversation.library import (
    OwnAnswer,
    Passage,
    Source,
    answer_problem,
    own_answers,
)
from agentpay_plugin.conversation.parts import Part
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.ports import PayMethod
from agentpay_plugin.conversation.reading import Topic, Wish
from agentpay_plugin.conversation.replies import PERSON, YES, info, quick, text
from agentpay_plugin.conversation.state import Action, Conversation, Stage, Step
from agentpay_plugin.conversation.wanted import Found, Groups, Wanted
from tests.builders import CARD, PIX, a_product, a_variant, usd
from tests.conversation.play import NOW, a_conversation, check, words

EMPTY = Conversation(id="c", channel="default-channel", locale="en")
PAGE = Passage("Returns", "Within 30 days.", Source.PAGE)
OWN = Passage("Can I return it?", "Yes, within 30 days.", Source.MERCHANT)
NOT_KNOWN = (text(Say.NOT_KNOWN), quick(PERSON))


def asked(
    conversation: Conversation, said: str, topic: Topic | None, wish: Wish = Wish.ASK
) -> Step:
    step = advance(conversation, words(said, wish=wish, topic=topic), NOW)
    check(conversation, step)
    return step


def answered(step: Step, *passages: Passage) -> Step:
    told = advance(step.conversation, LibraryRead(passages), NOW)
    check(step.conversation, told)
    return told


@pytest.mark.parametrize("topic", [Topic.HOURS, Topic.LOCATION, Topic.CONTACT])
def test_a_question_of_the_shop_is_looked_up_whatever_is_in_focus(topic: Topic) -> None:
    for conversation in (EMPTY, a_conversation()):
        step = asked(conversation, "the question?", topic)
        assert step.parts == ()
        assert step.commands == (ReadLibrary("the question?", topic),)
        assert answered(step).parts[:2] == NOT_KNOWN


@pytest.mark.parametrize(
    ("passage", "said"),
    [
        (PAGE, text(Say.PAGE_SAYS, title="Returns", words="Within 30 days.")),
        (OWN, text(Say.SHOP_SAYS, words="Yes, within 30 days.")),
    ],
)
def test_the_best_passage_is_quoted_with_where_it_is_from(passage: Passage, said: Part) -> None:
    told = answered(asked(a_conversation(), "can I return it?", Topic.RETURNS), passage, PAGE)

    assert told.parts[0] == said
    assert PAGE.words not in str(told.parts[1:])
    assert told.action == Action.QUESTION_ANSWERED
    assert told.conversation.stage == Stage.BROWSING


def test_the_products_own_words_come_before_the_shops() -> None:
    tee = a_product(description="Soft. Returns are free within 10 days.")

    told = asked(a_conversation(product=tee), "can I return it?", Topic.RETURNS)

    assert told.parts[0] == text(Say.DESCRIPTION_SAYS, words="Returns are free within 10 days.")
    assert told.commands == ()


def test_how_to_pay_is_told_by_the_shop_where_it_wrote_of_it() -> None:
    step = asked(EMPTY, "can I pay in installments?", Topic.PAYMENT)

    assert answered(step, PAGE).parts[0].phrase.say == Say.PAGE_SAYS  # type: ignore[union-attr]
    assert answered(step).parts == (text(Say.PAYMENT_AT_END),)


@pytest.mark.parametrize(
    ("method", "open_now", "told"),
    [
        ("pix", (CARD, PIX), (text(Say.PAYMENT_BY_PIX), text(Say.PAYMENT_BY_CARD))),
        (None, (CARD, PIX), (text(Say.PAYMENT_BY_CARD), text(Say.PAYMENT_BY_PIX))),
        ("pix", (CARD,), (info(Say.METHOD_NOT_HERE), text(Say.PAYMENT_BY_CARD))),
        ("pix", (), (text(Say.PAYMENT_AT_END),)),
    ],
)
def test_the_ways_to_pay_are_read_before_there_is_a_total(
    method: str | None, open_now: tuple[PayMethod, ...], told: tuple[Part, ...]
) -> None:
    tee = a_product(variants=(a_variant("v-m", None, price=usd(1500)),))
    question = words("do you take it?", wish=Wish.ASK, topic=Topic.PAYMENT, method=method)
    asked_first = advance(a_conversation(product=tee), question, NOW)

    reading = advance(asked_first.conversation, LibraryRead(()), NOW)
    step = advance(reading.conversation, MethodsRead(open_now), NOW)

    assert reading.commands == (ReadMethods(usd(1500)),)
    assert step.parts[: len(told)] == told
    assert step.action == Action.QUESTION_ANSWERED


def test_without_a_product_it_is_asked_which_where_nothing_is_written() -> None:
    step = asked(EMPTY, "is it waterproof?", Topic.OTHER)

    looked = answered(step)
    wanted = Wanted("is it waterproof?", "is it waterproof?", certain=True)
    told = advance(looked.conversation, ProductsFound(wanted, Found()), NOW)

    assert looked.commands == (SearchProducts(wanted),)
    assert told.parts == (text(Say.WHICH_PRODUCT),)


def test_a_discount_is_told_by_the_price_else_by_the_shop() -> None:
    cheap = a_product(variants=(a_variant("v-m", None, price=usd(1500)),))
    reduced = asked(a_conversation(product=cheap), "is it on sale?", Topic.PROMOTIONS)
    step = asked(a_conversation(), "is it on sale?", Topic.PROMOTIONS)

    assert reduced.parts[0] == text(
        Say.PRICE_REDUCED, item="Monospace Tee", price=usd(1500), before=usd(2000)
    )
    assert answered(step, OWN).parts[0] == text(Say.SHOP_SAYS, words=OWN.words)
    assert answered(step).parts[0] == text(Say.NOT_REDUCED, product="Monospace Tee")


def test_the_products_description_is_looked_at_with_the_shops_words() -> None:
    step = asked(a_conversation(), "does it shrink?", Topic.OTHER)
    sentence = Passage("", "Washable at 30 degrees.", Source.PRODUCT)

    assert step.commands == (
        ReadLibrary("does it shrink?", "other", "A soft tee. Washable at 30 degrees."),
    )
    assert answered(step, sentence).parts[0] == text(
        Say.DESCRIPTION_SAYS, words="Washable at 30 degrees."
    )


def test_words_that_are_not_understood_may_be_a_question_of_the_shop() -> None:
    step = asked(EMPTY, "gift wrapping", None, Wish.NONE)

    assert step.commands == (ReadLibrary("gift wrapping", ""),)
    assert answered(step, PAGE).parts[0].phrase.say == Say.PAGE_SAYS  # type: ignore[union-attr]
    unknown = answered(step)
    wanted = Wanted("gift wrapping", "gift wrapping", certain=True)
    assert unknown.commands == (SearchProducts(wanted),)
    nothing = advance(unknown.conversation, ProductsFound(wanted, Found()), NOW)
    assert nothing.parts[0] == text(Say.NOT_UNDERSTOOD)


def test_an_answer_of_the_shop_leads_back_to_the_product() -> None:
    download = a_product(variants=a_product().variants[:1])

    told = answered(asked(a_conversation(product=download), "returns?", Topic.RETURNS), PAGE)

    assert told.parts[1:] == (
        text(Say.OFFER_BUY, item="Monospace Tee", price=usd(2000)),
        quick(YES),
    )


def test_what_the_shop_sells_is_told_by_its_groups() -> None:
    step = asked(EMPTY, "what do you sell?", Topic.GOODS)
    told = advance(step.conversation, GroupsRead(Groups(("Mugs", "Tees"), ("Summer",))), NOW)
    nothing = advance(step.conversation, GroupsRead(Groups()), NOW)

    assert step.commands == (ReadGroups(),)
    assert told.parts == (
        text(Say.WE_SELL, values=("Mugs", "Tees")),
        text(Say.OUR_COLLECTIONS, values=("Summer",)),
    )
    assert nothing.parts == (text(Say.NO_GROUPS),)


# --- the merchant's setting


SETTING = """
Can I return something?
How do I exchange?

Yes, within 30 days.

Write to us first.
# Opening hours
9 to 18.

[pt-BR]
Posso devolver?
Sim, em 30 dias.
"""


def test_a_setting_holds_questions_and_their_answers() -> None:
    assert own_answers(SETTING) == (
        OwnAnswer(
            ("Can I return something?", "How do I exchange?"),
            "Yes, within 30 days.\n\nWrite to us first.",
        ),
        OwnAnswer(("Opening hours",), "9 to 18."),
        OwnAnswer(("Posso devolver?",), "Sim, em 30 dias.", "pt"),
    )
    assert answer_problem(SETTING) is None
    assert answer_problem("") is None
    assert own_answers("") == ()


@pytest.mark.parametrize(
    ("setting", "problem"),
    [
        (
            "We are open.",
            "“We are open.” stands under no question: a question ends in ? or begins with #.",
        ),
        ("Are you open?\n\n", "“Are you open?” has no answer."),
        ("Are you open?\nYes.\nReally?", "“Really?” has no answer."),
        ("[fr]\nOuvert ?\nOui.", "[fr] is no language of the chat: write [en], [pt] or [es]."),
        ("Open?\n" + "x" * 1501, "The answer to “Open?” is longer than 1500 characters."),
        ("Open?\nYes.\n" * 101, "At most 100 answers."),
        ("x" * 20_001, "At most 20000 characters."),
    ],
)
def test_what_is_wrong_with_a_setting_is_said_in_plain_words(setting: str, problem: str) -> None:
    assert answer_problem(setting) == problem


def test_a_description_is_looked_up_for_a_question_and_not_for_a_story() -> None:
    asked = advance(a_conversation(), words("cosy?", product_mention="cosy"), NOW)
    told = advance(a_conversation(), words("cosy with my uncle"), NOW)

    assert [one.described for one in asked.commands] == [a_product().description]  # type: ignore[union-attr]
    assert [one.described for one in told.commands] == [""]  # type: ignore[union-attr]
