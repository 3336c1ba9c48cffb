"""A person of the shop's is asked for, and writes into the chat: what the shopper answers them is not the assistant's."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.conversation.checkout import SETTLING
from agentpay_plugin.conversation.commands import AskPerson
from agentpay_plugin.conversation.events import Said
from agentpay_plugin.conversation.moves import offering
from agentpay_plugin.conversation.parts import Part
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.picking import way_meant
from agentpay_plugin.conversation.reading import Intent, Offered, Topic, Wish
from agentpay_plugin.conversation.replies import info, text
from agentpay_plugin.conversation.returning import nudged
from agentpay_plugin.conversation.state import LOOKING, Action, Conversation, Stage, Step

_SECONDS = 1800  # for which an answer is meant for the person who wrote last
_CHOOSING_WAY = (Stage.DELIVERY, Stage.QUOTED)
_ABOUT_MONEY = (Stage.QUOTED, *SETTLING)


def person_asked(conversation: Conversation, words: str) -> Step:
    """Put the conversation on the merchant's list."""
    parts: tuple[Part, ...] = (info(Say.PERSON_ASKED),)
    if not conversation.order_ids:  # an order has an address that the shop can answer to
        parts += (text(Say.PERSON_WRITES_WHERE),)
    asked = replace(conversation, person_asked=True)
    return Step(asked, parts, (AskPerson(words),), Action.HANDOVER)


def is_for_answer(conversation: Conversation) -> bool:
    """Tell whether an e-mail address is where a person is to answer to, rather than a check-out's."""
    return conversation.person_asked and conversation.stage in (*LOOKING, Stage.CHOOSING)


def answer_to_email(conversation: Conversation, words: str) -> Step:
    """Ask for the person once more, who may have taken the chat off the list by now."""
    return Step(conversation, (info(Say.EMAIL_FOR_PERSON),), (AskPerson(words),), Action.HANDOVER)


def person_wrote(conversation: Conversation, now: int) -> Step:
    """Forget what was offered: "yes" is said to the person now. `now` is UTC seconds since the epoch."""
    attended = replace(conversation, person_asked=True, attended_until=now + _SECONDS)
    return Step(offering(attended, Offered.NOTHING))


def is_for_person(conversation: Conversation, event: Said, now: int) -> bool:
    """Tell whether words answer the person who wrote a while ago, rather than wanting something of the assistant."""
    if now >= conversation.attended_until or event.had_card or event.tax_id is not None:
        return False
    reading = event.reading
    wants = reading.options or reading.variant_ids or reading.quantity or reading.pick
    if wants or reading.email or reading.about or reading.unknown_option or reading.also:
        return False
    if reading.intent is Intent.PAYMENT_CONFIRMATION or _chooses_way(conversation, event):
        return False
    is_vague = reading.topic in (None, Topic.OTHER)
    return reading.wish is Wish.THANK or (reading.wish in (Wish.NONE, Wish.ASK) and is_vague)


def left_to_person(conversation: Conversation, event: Said) -> Step:
    """Leave it to the person, who finds it on the list, but for thanks; who agrees is told how a payment stands."""
    if event.reading.wish is Wish.THANK:
        return Step(conversation)
    agrees = event.reading.yes is True and conversation.stage in _ABOUT_MONEY
    step = nudged(conversation) if agrees else Step(conversation)
    return replace(step, commands=(*step.commands, AskPerson(event.text)))


def _chooses_way(conversation: Conversation, event: Said) -> bool:
    is_choosing = conversation.stage in _CHOOSING_WAY
    return is_choosing and way_meant(conversation, event.text, event.reading) is not None
