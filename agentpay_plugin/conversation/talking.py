"""What is said that is no matter of goods, and what went wrong after a purchase: an answer, and a way on."""

from __future__ import annotations

from agentpay_plugin.conversation.commands import AskPerson
from agentpay_plugin.conversation.consulting import consult
from agentpay_plugin.conversation.orders import status
from agentpay_plugin.conversation.paying import paid_said
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.reading import Subject, Topic
from agentpay_plugin.conversation.replies import PERSON, after, info, quick, text
from agentpay_plugin.conversation.returning import person_offered, remind
from agentpay_plugin.conversation.state import Action, Conversation, Step


def talked(conversation: Conversation, words: str, subject: Subject | None) -> Step:
    """Answer what is beside goods and orders, and come back to what is being asked."""
    match subject:
        case Subject.LANGUAGES:
            return after((text(Say.LANGUAGES),), remind(conversation))
        case Subject.SECRETS:
            return after((text(Say.NO_SECRETS),), remind(conversation))
        case Subject.BUTTONS:
            return after((text(Say.BUTTONS), quick(PERSON)), remind(conversation))
        case Subject.CALLS:
            return after((text(Say.NO_CALLS), quick(PERSON)), remind(conversation))
        case Subject.BARGAIN:
            lead = (text(Say.NO_BARGAIN),)
            return after(lead, consult(conversation, words, Topic.PROMOTIONS))
        case Subject.WORLD | None:
            return after((text(Say.OFF_TOPIC),), remind(conversation))


def in_trouble(conversation: Conversation, words: str, topic: Topic | None) -> Step:
    """Apologise, tell what the shop says of it or how the payment stands, and offer a person."""
    if topic is Topic.RETURNS:
        return consult(conversation, words, topic, is_trouble=True)
    return after((text(Say.SORRY_TROUBLE),), person_offered(_stands(conversation, topic)))


def _stands(conversation: Conversation, topic: Topic | None) -> Step:
    """Tell how the payment or the order that it is about stands, if there is one."""
    if topic is Topic.PAYMENT and conversation.charge is not None:
        return paid_said(conversation)
    return status(conversation) if conversation.order_ids else remind(conversation)


def order_change_asked(conversation: Conversation, words: str) -> Step:
    """Leave a placed order to a person: nothing of it can be changed here."""
    parts = (info(Say.ORDER_CHANGE_ASKED),)
    return Step(conversation, parts, (AskPerson(words),), Action.HANDOVER)


def card_warned(step: Step) -> Step:
    """Warn of writing the number of a card, before whatever comes next."""
    return after((info(Say.CARD_IN_CHAT),), step)
