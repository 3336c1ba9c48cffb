"""Answers on the way to an order: tax, the address, gift cards as money, instalments."""

from __future__ import annotations

from agentpay_plugin.conversation.checkout import check_out, is_filled
from agentpay_plugin.conversation.consulting import consult
from agentpay_plugin.conversation.moves import offering
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.reading import Offered, Topic
from agentpay_plugin.conversation.replies import after, text
from agentpay_plugin.conversation.returning import back
from agentpay_plugin.conversation.state import Action, Conversation, Stage, Step

OF_THE_CHECK_OUT = (Topic.TAX, Topic.DETAILS, Topic.GIFT_CARD, Topic.INSTALLMENTS)


def of_the_check_out(conversation: Conversation, words: str, topic: Topic) -> Step:
    """Answer from the cart what it tells; the rest the merchant may have written about."""
    cart = conversation.cart
    match topic:
        case Topic.TAX if cart is not None and is_filled(conversation) and cart.tax:
            told = text(Say.TAX_IN_TOTAL, price=cart.tax)
        case Topic.DETAILS:
            is_sent = _is_sent(conversation)
            told = text(Say.DETAILS_AT_CHECK_OUT if is_sent else Say.DETAILS_FOR_BILLING)
        case Topic.GIFT_CARD:
            offered = offering(conversation, Offered.CODE)
            return Step(offered, (text(Say.GIFT_CARD_HOW),), action=Action.QUESTION_ANSWERED)
        case _:
            return consult(conversation, words, topic)
    return after((told,), back(conversation), Action.QUESTION_ANSWERED)


def details_typed(conversation: Conversation) -> Step:
    """An address stands in a message: lead to the form, for it is taken from there alone."""
    is_free = conversation.stage in (Stage.SHOPPING, Stage.DETAILS)
    if is_filled(conversation) and is_free:
        return after((text(Say.DETAILS_IN_FORM_ALONE),), check_out(conversation))
    return after((text(Say.DETAILS_AT_CHECK_OUT),), back(conversation))


def _is_sent(conversation: Conversation) -> bool:
    """Tell whether what is in the cart, or else what is looked at, has to be shipped."""
    if conversation.cart is not None and is_filled(conversation):
        return conversation.cart.requires_shipping
    return conversation.product is None or conversation.product.requires_shipping
