"""Whether a language model is asked: never for what the rules understand, nor for more than the limits allow."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from agentpay_plugin.chat import floods, limits
from agentpay_plugin.chat.advancing import By
from agentpay_plugin.chat.assistant import budget
from agentpay_plugin.chat.assistant.history import words_of_assistant, words_of_shopper
from agentpay_plugin.chat.desk import ChatDesk
from agentpay_plugin.conversation.asked import Allowed
from agentpay_plugin.conversation.attending import is_for_person
from agentpay_plugin.conversation.events import Said
from agentpay_plugin.conversation.parts import Notice, Part, Text
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.reading import Offered, ReadBy, Reading, ReadingContext, Wish
from agentpay_plugin.conversation.state import Conversation as State
from agentpay_plugin.errors import NotFound
from agentpay_plugin.language.acting import asks_of, language_of
from agentpay_plugin.language.named_by import NamedBy
from agentpay_plugin.models import Conversation, Turn
from agentpay_plugin.settings import AssistantProvider, ChannelSettings

# What the offline path says when it has no answer.
_HELPLESS = (
    Say.NOT_UNDERSTOOD,
    Say.NOT_KNOWN,
    Say.NOT_SAID,
    Say.NOTHING_FOUND,
    Say.NOTHING_BESIDE,
    Say.COMPARED_UNTOLD,
    Say.WHICH_PRODUCT,
)


def settings_of(desk: ChatDesk, channel: str) -> ChannelSettings | None:
    """Return the settings of a channel with an assistant that is switched on."""
    try:
        found = desk.settings(channel)
    except NotFound:
        return None
    is_on = found.active and found.assistant_provider is not AssistantProvider.OFF
    return found if is_on else None


def is_unsure(
    row: Conversation, turn: Turn, state: State, said: Said, settings: ChannelSettings, now: int
) -> bool:
    """Tell whether the words are better not answered by the rules at all: what they may not act on is a guess.

    `now` is UTC seconds since the epoch.
    """
    if said.had_card or said.tax_id is not None or said.reading.email is not None:
        return False
    if is_for_person(state, said, now):
        return False
    if said.reading.confidence < settings.act_on_rules or _names_nothing(said.reading):
        return True
    # A "yes" to what the assistant asked in its own words means nothing to the rules.
    answers = said.reading.yes is not None and state.offered is Offered.NOTHING
    return answers and _last_was_assistants(row, turn)


def _names_nothing(reading: Reading) -> bool:
    """The local model knows what kind of message it is, and nobody offline what is to be done."""
    return reading.step is ReadBy.MODEL and reading.wish is Wish.NONE


def is_helpless(parts: Iterable[Part]) -> bool:
    """Tell whether a reply says that there is no answer."""
    said = (part.phrase.say for part in parts if isinstance(part, Text | Notice))
    return any(say in _HELPLESS for say in said)


def may_ask(row: Conversation, settings: ChannelSettings, now: datetime) -> bool:
    """Tell whether money and limits allow one more model turn. Counts nothing."""
    return (
        budget.is_left(row, settings, now)
        and not _too_many(limits.MODEL_TURNS_PER_CONVERSATION, now, conversation_id=row.pk)
        and not _too_many(limits.MODEL_TURNS_PER_CHANNEL, now, conversation__channel=row.channel)
        and floods.may_ask_model(row.ip_address, now)
    )


def allowed_by(row: Conversation, turn: Turn, state: State, said: Said) -> Allowed:
    """Return what the shopper's own words allow a model to do."""
    context = ReadingContext(state.locale, state.product, state.cart, Offered.NOTHING)
    language = language_of(said.text, context)
    proposed = words_of_assistant(row, turn) if _last_was_assistants(row, turn) else ""
    return Allowed(
        asks=asks_of(said.text, context, proposed),
        own=tuple(NamedBy(one, language) for one in (said.text, *words_of_shopper(row, turn))),
        answered=NamedBy(proposed, language) if proposed else None,
        shown=state,
    )


def _too_many(limit: limits.Limit, now: datetime, **of: object) -> bool:
    most, span = limit
    return Turn.objects.filter(model_asked_at__gt=now - span, **of).count() >= most


def _last_was_assistants(row: Conversation, turn: Turn) -> bool:
    before = Turn.objects.filter(conversation_id=row.pk, pk__lt=turn.pk).order_by("-pk")
    return before.values_list("answered_by", flat=True).first() == By.ASSISTANT
