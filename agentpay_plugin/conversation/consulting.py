"""Questions that the product's own data does not answer: the merchant's words are looked up, and quoted."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.conversation.commands import ReadLibrary
from agentpay_plugin.conversation.doing import Consulting, Searching
from agentpay_plugin.conversation.library import Passage, Source
from agentpay_plugin.conversation.parts import Part, Text
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.reading import Topic
from agentpay_plugin.conversation.replies import PERSON, after, quick, text
from agentpay_plugin.conversation.returning import back
from agentpay_plugin.conversation.seeking import seek
from agentpay_plugin.conversation.state import Action, Conversation, Step
from agentpay_plugin.conversation.wanted import Wanted

_PAYMENT_WORDS = {"card": Say.PAYMENT_BY_CARD, "pix": Say.PAYMENT_BY_PIX}
# What only the merchant can tell; of anything else it may be a product that is meant.
_OF_THE_SHOP = (Topic.HOURS, Topic.LOCATION, Topic.CONTACT, Topic.PROMOTIONS)
_WITHOUT_PRODUCT = (*_OF_THE_SHOP, Topic.RETURNS, Topic.SIZES, Topic.WARRANTY)


def consult(
    conversation: Conversation, question: str, topic: Topic | None, *, unclear: bool = False
) -> Step:
    """Ask for the merchant's own words; `unclear`: it may be no question at all."""
    product = conversation.product
    described = product.description if product and topic not in _OF_THE_SHOP else ""
    consulting = replace(conversation, doing=Consulting(question, topic, unclear))
    return Step(consulting, commands=(ReadLibrary(question, topic or "", described),))


def consulted(conversation: Conversation, doing: Consulting, passages: tuple[Passage, ...]) -> Step:
    """Quote the best passage, and say where it is from; without one say that it is not known."""
    if passages:
        return _answered(conversation, (quoted(passages[0]),))
    if doing.unclear:
        wanted = Wanted(doing.question, doing.question, certain=True)
        return seek(conversation, wanted, Searching(None, guess=True))
    product = conversation.product
    if doing.topic == Topic.PROMOTIONS and product is not None:
        return _answered(conversation, (text(Say.NOT_REDUCED, product=product.name),))
    if doing.topic == Topic.PAYMENT:
        return _answered(conversation, payment(conversation))
    if product is None and doing.topic not in _WITHOUT_PRODUCT:
        wanted = Wanted(doing.question, doing.question, certain=True)
        return seek(conversation, wanted, Searching(None, otherwise=Say.WHICH_PRODUCT))
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


def quoted(passage: Passage) -> Text:
    """Return a passage in its own words, with where it is from."""
    if passage.source == Source.PRODUCT:
        return text(Say.DESCRIPTION_SAYS, words=passage.words)
    if passage.source == Source.PAGE:
        return text(Say.PAGE_SAYS, title=passage.title, words=passage.words)
    return text(Say.SHOP_SAYS, words=passage.words)


def _answered(conversation: Conversation, parts: tuple[Part, ...]) -> Step:
    return after(parts, back(conversation), Action.QUESTION_ANSWERED)
