"""The conversation as a language model is shown it: the last messages, without who the shopper is."""

from __future__ import annotations

from collections.abc import Iterable

from agentpay_plugin.chat.assistant.prompt import as_data, moment_of
from agentpay_plugin.conversation.state import Conversation as State
from agentpay_plugin.language.masking import cut, masked
from agentpay_plugin.language.model import Exchange, FromModel, FromShopper
from agentpay_plugin.models import Conversation, Message, Turn

MOST = 10  # messages before this one
LONGEST = 500  # characters of each
LONGEST_NOW = 1000


def exchanges_of(row: Conversation, turn: Turn, state: State, text: str) -> tuple[Exchange, ...]:
    """Return what was said, oldest first, and at the end what the shopper wrote now."""
    now = {"shopper": cut(masked(text), LONGEST_NOW), "moment": moment_of(state)}
    return (*_before(_last(row, turn)), FromShopper(as_data(now)))


def words_of_shopper(row: Conversation, turn: Turn) -> tuple[str, ...]:
    """Return what the shopper wrote before this message, the latest first."""
    last = reversed(_last(row, turn))
    return tuple(one.text for one in last if one.author == Message.Author.SHOPPER)


def words_of_assistant(row: Conversation, turn: Turn) -> str:
    """Return what the shopper was told last before this message."""
    last = _last(row, turn)[-1:]
    return "".join(one.text for one in last if one.author != Message.Author.SHOPPER)


def _last(row: Conversation, turn: Turn) -> list[Message]:
    own = turn.messages.order_by("sequence").values_list("sequence", flat=True).first()
    before = Message.objects.filter(conversation_id=row.pk)
    if own is not None:
        before = before.filter(sequence__lt=own)
    return list(before.order_by("-sequence")[:MOST])[::-1]


def _before(messages: Iterable[Message]) -> list[Exchange]:
    """Messages of one side that follow each other become one; the first is the shopper's."""
    found: list[Exchange] = []
    for message in messages:
        words = cut(masked(message.text), LONGEST)
        is_shopper = message.author == Message.Author.SHOPPER
        if not words or (not found and not is_shopper):
            continue
        last = found[-1] if found else None
        if is_shopper and isinstance(last, FromShopper):
            found[-1] = FromShopper(f"{last.text}\n{as_data({'shopper': words})}")
        elif is_shopper:
            found.append(FromShopper(as_data({"shopper": words})))
        elif isinstance(last, FromModel):
            found[-1] = FromModel(f"{last.text}\n{words}")
        else:
            found.append(FromModel(words))
    return found[:-1] if found and isinstance(found[-1], FromShopper) else found
