"""Questions that the product's own data does not answer: the merchant's words are looked up, and quoted."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.conversation.commands import ReadLibrary
from agentpay_plugin.conversation.doing import Consulting
from agentpay_plugin.conversation.library import Passage, Source
from agentpay_plugin.conversation.parts import Part
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.reading import Topic
from agentpay_plugin.conversation.replies import PERSON, after, quick, text
from agentpay_plugin.conversation.returning import back, not_understood
from agentpay_plugin.conversation.state import Action, Conversation, Step

_PAYMENT_WORDS = {"card": Say.PAYMENT_BY_CARD, "pix": Say.PAYMENT_BY_PIX}
# What only the merchant can tell; of anything else it may be a product that is meant.
_OF_THE_SHOP = (
    Topic.RETURNS,
    Topic.HOURS,
    Topic.LOCATION,
    Topic.CONTACT,
    Topic.PROMOTIONS,
    Topic.SIZES,
)


def consult(
    conversation: Conversation, question: str, topic: Topic | None, *, unclear: bool = False
) -> Step:
    """Ask for the merchant's own words; `unclear`: it may be no question at all."""
    consulting = replace(conversation, doing=Consulting(topic, unclear))
    return Step(consulting, commands=(ReadLibrary(question, topic or ""),))


def consulted(conversation: Conversation, doing: Consulting, passages: tuple[Passage, ...]) -> Step:
    """Quote the best passage, and say where it is from; without one say that it is not known."""
    if passages:
        return _answered(conversation, _quoted(passages[0]))
    if doing.unclear:
        return not_understood(conversation)
    if doing.topic == Topic.PAYMENT:
        return _answered(conversation, payment(conversation))
    if conversation.product is None and doing.topic not in _OF_THE_SHOP:
        return _answered(conversation, (text(Say.WHICH_PRODUCT),))
    return _answered(conversation, not_known())


def not_known() -> tuple[Part, ...]:
    """Say that it is not known, and offer a person."""
    return text(Say.NOT_KNOWN), quick(PERSON)


def payment(conversation: Conversation) -> tuple[Part, ...]:
    """Tell the ways to pay."""
    known = tuple(
        text(_PAYMENT_WORDS[method.id])
        for method in conversation.methods
        if method.id in _PAYMENT_WORDS
    )
    return known or (text(Say.PAYMENT_AT_END),)


def _quoted(passage: Passage) -> tuple[Part, ...]:
    if passage.source == Source.PAGE:
        return (text(Say.PAGE_SAYS, title=passage.title, words=passage.words),)
    return (text(Say.SHOP_SAYS, words=passage.words),)


def _answered(conversation: Conversation, parts: tuple[Part, ...]) -> Step:
    return after(parts, back(conversation), Action.QUESTION_ANSWERED)
