"""A person of the shop's writes into the chat: what the shopper answers them is not the assistant's to answer."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.conversation.commands import AskPerson
from agentpay_plugin.conversation.events import Said
from agentpay_plugin.conversation.moves import offering
from agentpay_plugin.conversation.reading import Offered, Topic, Wish
from agentpay_plugin.conversation.state import Conversation, Step

_SECONDS = 1800  # for which an answer is meant for the person who wrote last


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
    is_vague = reading.topic in (None, Topic.OTHER)
    return reading.wish is Wish.THANK or (reading.wish in (Wish.NONE, Wish.ASK) and is_vague)


def left_to_person(conversation: Conversation, event: Said) -> Step:
    """Say nothing; the person finds what was said on the list, but for thanks."""
    if event.reading.wish is Wish.THANK:
        return Step(conversation)
    return Step(conversation, commands=(AskPerson(event.text),))
