"""Playing events to a conversation, with the checks that hold for every step there is."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any

from agentpay_plugin.conversation.codec import decode, encode
from agentpay_plugin.conversation.commands import (
    ApplyPromoCode,
    AskPerson,
    ChooseDelivery,
    OpenCharge,
    PlaceFreeOrder,
    RemovePromoCode,
    SearchProducts,
    SetAddresses,
    SetContact,
    SetQuantity,
)
from agentpay_plugin.conversation.doing import AnsweringPayment, Consulting, Recounting
from agentpay_plugin.conversation.engine import advance
from agentpay_plugin.conversation.events import (
    CartRead,
    Event,
    LibraryRead,
    MethodsRead,
    ProductsFound,
    Said,
)
from agentpay_plugin.conversation.moves import MOVES
from agentpay_plugin.conversation.parts import Phrase
from agentpay_plugin.conversation.state import Conversation, Stage, Step
from agentpay_plugin.conversation.wanted import Found
from agentpay_plugin.language.phrases import PHRASES
from tests.builders import a_product, a_reading

NOW = 1_790_000_000
WRITES = (
    ApplyPromoCode,
    ChooseDelivery,
    OpenCharge,
    PlaceFreeOrder,
    RemovePromoCode,
    SetAddresses,
    SetContact,
    SetQuantity,
)


def a_conversation(**changes: Any) -> Conversation:
    """Return a conversation about the tee, read just now."""
    values: dict[str, Any] = {
        "id": "conversation-1",
        "channel": "default-channel",
        "locale": "en",
        "product": a_product(),
        "product_read_at": NOW,
    }
    return Conversation(**values | changes)


def words(text: str = "words", *, tax_id: str | None = None, **reading: Any) -> Said:
    """Return what the shopper wrote, read as given."""
    return Said(text, a_reading(**reading), tax_id)


def step(conversation: Conversation, event: Event, now: int = NOW) -> Step:
    """Return what the event leads to, after checking what must hold for every step.

    A cart that is read again before a quantity changes is found as the conversation knows it; a merchant
    wrote nothing that answers a question, there is no way to pay before a quote, and words that are not understood name no goods.
    """
    after = advance(conversation, event, now)
    check(conversation, after)
    if isinstance(after.conversation.doing, Recounting):
        return step(after.conversation, CartRead(conversation.cart), now)
    if isinstance(after.conversation.doing, Consulting):
        return step(after.conversation, LibraryRead(()), now)
    if isinstance(after.conversation.doing, AnsweringPayment):
        return step(after.conversation, MethodsRead(()), now)
    for command in after.commands:
        if isinstance(command, SearchProducts) and command.wanted.certain:
            nothing = ProductsFound(command.wanted, Found())
            return step(after.conversation, nothing, now)
    return after


def play(conversation: Conversation, *events: Event, now: int = NOW) -> Step:
    """Play events one after the other; the parts and commands are those of the last."""
    result = Step(conversation)
    for event in events:
        result = step(result.conversation, event, now)
    return result


def check(before: Conversation, after: Step) -> None:
    """Hold a step to the rules of the engine."""
    conversation = after.conversation
    is_legal = conversation.stage in MOVES[before.stage] | {before.stage}
    # A charge whose opening was dropped is first taken back to its quote.
    reopened = before.stage == Stage.OPENING
    is_legal = is_legal or (reopened and conversation.stage in MOVES[Stage.QUOTED])
    assert is_legal, f"{before.stage} -> {conversation.stage}"
    assert decode(json.loads(json.dumps(encode(conversation)))) == conversation
    awaited = [one for one in after.commands if not isinstance(one, AskPerson)]
    assert len(awaited) <= 1
    assert awaited or conversation.doing is None
    if conversation.stage in (Stage.PAYING, Stage.PAID):
        assert not any(isinstance(command, WRITES) for command in after.commands)
    for phrase in phrases(after.parts):
        assert frozenset(phrase.params) == PHRASES[phrase.say].params, phrase.say


def phrases(value: Any) -> list[Phrase]:
    """Return every phrase in parts, however deep."""
    if isinstance(value, Phrase):
        return [value]
    if isinstance(value, tuple):
        return [phrase for one in value for phrase in phrases(one)]
    if is_dataclass(value):
        return [phrase for one in fields(value) for phrase in phrases(getattr(value, one.name))]
    return []
