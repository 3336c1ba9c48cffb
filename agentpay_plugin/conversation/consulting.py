"""Questions that the product's own data does not answer: the merchant's words are looked up, and quoted."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.conversation.commands import ReadLibrary, ReadMethods
from agentpay_plugin.conversation.doing import AnsweringPayment, Consulting, Searching
from agentpay_plugin.conversation.library import Passage, Source
from agentpay_plugin.conversation.parts import Part, Text
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.ports import PayMethod
from agentpay_plugin.conversation.reading import Topic
from agentpay_plugin.conversation.replies import PERSON, after, info, quick, text
from agentpay_plugin.conversation.returning import back, person_offered, person_on_yes, remind
from agentpay_plugin.conversation.seeking import seek
from agentpay_plugin.conversation.state import Action, Conversation, Step
from agentpay_plugin.conversation.unsaid import not_known, not_said
from agentpay_plugin.conversation.wanted import Wanted
from agentpay_plugin.money import Money

_PAYMENT_WORDS = {"card": Say.PAYMENT_BY_CARD, "pix": Say.PAYMENT_BY_PIX}
# What only the merchant can tell; of anything else it may be a product that is meant.
_OF_THE_SHOP = (
    *(Topic.HOURS, Topic.LOCATION, Topic.CONTACT, Topic.PROMOTIONS),
    *(Topic.PRIVACY, Topic.INVOICE, Topic.TERMS),
)
_WITHOUT_PRODUCT = (*_OF_THE_SHOP, Topic.RETURNS, Topic.SIZES, Topic.WARRANTY)


def consult(
    conversation: Conversation,
    question: str,
    topic: Topic | None,
    method: str | None = None,
    *,
    unclear: bool = False,
    mention: str | None = None,
    is_trouble: bool = False,
) -> Step:
    """Ask for the merchant's own words; `unclear`: it may be no question at all, and `mention` be goods.

    `is_trouble`: something went wrong.
    """
    product = conversation.product
    is_of_product = topic not in _OF_THE_SHOP and ("?" in question or not unclear)
    described = product.description if product and is_of_product else ""
    consulting = replace(
        conversation, doing=Consulting(question, topic, unclear, method, mention, is_trouble)
    )
    return Step(consulting, commands=(ReadLibrary(question, topic or "", described),))


def consulted(conversation: Conversation, doing: Consulting, passages: tuple[Passage, ...]) -> Step:
    """Quote the best passage, and say where it is from; without one say that it is not known."""
    product = conversation.product
    if doing.topic == Topic.PROMOTIONS and product is None:
        return _reduced(conversation, passages)
    told = tuple(quoted(one) for one in passages[:1])
    if doing.is_trouble:
        lead = (text(Say.SORRY_TROUBLE), *told)
        offered = person_offered(remind(conversation))
        return after(lead, offered, Action.QUESTION_ANSWERED)
    if doing.topic == Topic.PRIVACY:
        told = (text(Say.ABOUT_DATA), *told)
        return after((*told, quick(PERSON)), remind(conversation), Action.QUESTION_ANSWERED)
    if told:
        return _answered(conversation, told)
    if doing.unclear:
        goods = doing.mention or doing.question
        is_sure, of_focus = doing.mention is None, product is not None
        wanted = Wanted(goods, doing.question, certain=is_sure, named=of_focus)
        return seek(conversation, wanted, Searching(None, guess=True))
    if doing.topic == Topic.PROMOTIONS and product is not None:
        return _answered(conversation, (text(Say.NOT_REDUCED, product=product.name),))
    if doing.topic == Topic.INSTALLMENTS:
        return _answered(conversation, (info(Say.INSTALLMENTS_NOT_KNOWN), quick(PERSON)))
    if doing.topic == Topic.TAX:
        return _answered(conversation, (text(Say.TAX_AT_END),))
    if doing.topic == Topic.PAYMENT:
        return _payment(conversation, doing.method)
    if product is None and doing.topic not in _WITHOUT_PRODUCT:
        wanted = Wanted(doing.question, doing.question, certain=True)
        return seek(conversation, wanted, Searching(None, otherwise=Say.WHICH_PRODUCT))
    said = not_known() if doing.topic in _WITHOUT_PRODUCT else not_said(conversation)
    return person_on_yes(_answered(conversation, said))


def _reduced(conversation: Conversation, passages: tuple[Passage, ...]) -> Step:
    """Tell what the merchant says of promotions, and what costs less than before."""
    said = tuple(quoted(each) for each in passages[:1])
    none = None if said else Say.NONE_REDUCED
    wanted = Wanted(anything=True, reduced=True)
    return after(said, seek(conversation, wanted, Searching(None, otherwise=none)))


def methods_told(
    conversation: Conversation, doing: AnsweringPayment, methods: tuple[PayMethod, ...]
) -> Step:
    """Tell the ways to pay, the one that was asked about first."""
    told = [one.id for one in methods if one.id in _PAYMENT_WORDS]
    told.sort(key=lambda method: method != doing.method)
    if not told:
        return _answered(conversation, (text(Say.PAYMENT_AT_END),))
    closed = doing.method is not None and doing.method not in told
    lead = (info(Say.METHOD_NOT_HERE),) if closed else ()
    return _answered(conversation, (*lead, *(text(_PAYMENT_WORDS[method]) for method in told)))


def _payment(conversation: Conversation, method: str | None) -> Step:
    """Tell the ways to pay that were read with the total; before there is one, read those for what is of interest."""
    doing, amount = AnsweringPayment(method), _amount(conversation)
    if conversation.methods or amount is None:
        return methods_told(conversation, doing, conversation.methods)
    return Step(replace(conversation, doing=doing), commands=(ReadMethods(amount),))


def _amount(conversation: Conversation) -> Money | None:
    """Return what is in the cart, else what the dearest of the product in focus, or of those found, costs."""
    if conversation.cart is not None and conversation.cart.total:
        return conversation.cart.total
    products = (conversation.product,) if conversation.product else conversation.found
    prices = [one.price for each in products for one in each.variants if one.price]
    return max(prices, default=None)


def quoted(passage: Passage) -> Text:
    """Return a passage in its own words, with where it is from."""
    if passage.source == Source.PRODUCT:
        return text(Say.DESCRIPTION_SAYS, words=passage.words)
    if passage.source == Source.PAGE:
        return text(Say.PAGE_SAYS, title=passage.title, words=passage.words)
    return text(Say.SHOP_SAYS, words=passage.words)


def _answered(conversation: Conversation, parts: tuple[Part, ...]) -> Step:
    return after(parts, back(conversation), Action.QUESTION_ANSWERED)
