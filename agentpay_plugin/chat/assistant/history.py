"""The conversation as a language model is shown it: the last messages, without who the shopper is, and of those before
them what the shopper needs."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from agentpay_plugin.chat import limits
from agentpay_plugin.chat.assistant.prompt import as_data, moment_of, told_of
from agentpay_plugin.conversation.state import Conversation as State
from agentpay_plugin.language.masking import cut, masked
from agentpay_plugin.language.model import Exchange, FromModel, FromShopper
from agentpay_plugin.language.needs import Needs, needs_of
from agentpay_plugin.models import Conversation, Message, Turn

MOST = 10  # messages before this one
LONGEST = 500  # characters of each
# Of what is written now nothing is left out: it is 2,000 at most, and the signs for what is hidden may be longer.
LONGEST_NOW = limits.LONGEST_TEXT * 2
MOST_READ = 60  # of the shopper's messages, for what was told in them


def exchanges_of(row: Conversation, turn: Turn, state: State, text: str) -> tuple[Exchange, ...]:
    """Return what was said, oldest first, and at the end what the shopper wrote now."""
    moment = moment_of(state) | told_of(_needs(row, turn))
    now = {"shopper": cut(masked(text), LONGEST_NOW), "moment": moment}
    return (*_before(_last(row, turn)), FromShopper(as_data(now)))


def words_of_shopper(row: Conversation, turn: Turn) -> tuple[str, ...]:
    """Return what the shopper wrote before this message, the latest first."""
    last = reversed(_last(row, turn))
    return tuple(one.text for one in last if one.author == Message.Author.SHOPPER)


def words_of_assistant(row: Conversation, turn: Turn) -> str:
    """Return what the shopper was told last before this message."""
    last = _last(row, turn)[-1:]
    return "".join(one.text for one in last if one.author != Message.Author.SHOPPER)


def _needs(row: Conversation, turn: Turn) -> Needs:
    """Read anew, not stored: what is erased is forgotten, and nothing more is known than the messages say."""
    own = _earlier(row, turn).filter(author=Message.Author.SHOPPER)
    texts = own.order_by("-sequence").values_list("text", flat=True)[:MOST_READ]
    return needs_of(reversed(list(texts)), row.locale)


def _last(row: Conversation, turn: Turn) -> list[Message]:
    return list(_earlier(row, turn).order_by("-sequence")[:MOST])[::-1]


def _earlier(row: Conversation, turn: Turn) -> QuerySet[Message]:
    own = turn.messages.order_by("sequence").values_list("sequence", flat=True).first()
    before = Message.objects.filter(conversation_id=row.pk)
    return before if own is None else before.filter(sequence__lt=own)


def _before(messages: Iterable[Message]) -> list[Exchange]:
    """Messages of one side that follow each other become one; the first is the shopper's."""
    found: list[Exchange] = []
    for message in messages:
        words = cut(masked(message.text), LONGEST)
        if words and message.author == Message.Author.PERSON:
            words = f"(A person of the shop wrote:) {words}"
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
