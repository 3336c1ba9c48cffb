"""Carries a message's wishes through the engine, one after the other: one turn, one reply."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.chat.advancing import Engine, Ran, advanced
from agentpay_plugin.chat.commands import Errand
from agentpay_plugin.chat.desk import Ports
from agentpay_plugin.conversation import several
from agentpay_plugin.conversation.events import Said
from agentpay_plugin.conversation.reading import ReadingContext
from agentpay_plugin.conversation.state import LOOKING, Action, Conversation, Stage


def played(
    engine: Engine,
    ports: Ports,
    conversation: Conversation,
    said: Said,
    errand: Errand,
    *,
    slow: bool,
) -> Ran:
    """Return what all wishes of a message bring. Raises SlowCommand as `advanced` does."""
    if said.had_card:  # what stands beside the number of a card is no wish of its own
        return advanced(engine, ports, conversation, said, errand, slow=slow)
    first = replace(said, text=said.reading.words or said.text)
    ran = advanced(engine, ports, conversation, first, errand, slow=slow)
    for words in said.reading.also:
        context = seen_in(ran.conversation)
        piece = replace(context, is_piece=True, ordering=said.reading.ordering)
        reading = ports.language.read(words, piece)
        if not several.may_follow(ran.conversation, ran.parts, reading):
            continue
        more = advanced(engine, ports, ran.conversation, Said(words, reading), errand, slow=slow)
        ran = _joined(ran, more)
    return replace(ran, reading=said.reading)


def seen_in(conversation: Conversation) -> ReadingContext:
    """Return what words are read in the light of."""
    found, is_looking = conversation.found, conversation.stage in LOOKING
    is_choosing = conversation.stage is Stage.CHOOSING
    return ReadingContext(
        conversation.locale,
        conversation.product,
        conversation.cart,
        conversation.offered,
        shown=found if is_looking and len(found) > 1 else (),
        is_looking=is_looking,
        narrowed=conversation.narrowed if is_choosing else (),
        wanted=conversation.wanted_quantity if is_choosing else None,
    )


def _joined(ran: Ran, more: Ran) -> Ran:
    return replace(
        more,
        parts=several.joined(ran.parts, more.parts),
        charges=ran.charges + more.charges,
        action=ran.action if more.action is Action.NONE else more.action,
    )
