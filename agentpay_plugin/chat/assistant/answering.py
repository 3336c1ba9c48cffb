"""Who answers a shopper's words: the rules, or a language model where they are at a loss and one may be asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from agentpay_plugin.chat.advancing import By, Engine, Ran
from agentpay_plugin.chat.assistant import deciding
from agentpay_plugin.chat.assistant.calls import Hands
from agentpay_plugin.chat.assistant.talk import Talk, resting
from agentpay_plugin.chat.commands import Errand
from agentpay_plugin.chat.desk import ChatDesk, Ports
from agentpay_plugin.conversation.events import Said
from agentpay_plugin.conversation.moves import offering
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.reading import Offered, ReadBy
from agentpay_plugin.conversation.replies import text
from agentpay_plugin.conversation.state import Conversation as State
from agentpay_plugin.models import Conversation, Turn
from agentpay_plugin.settings import ChannelSettings

_SPARE_SECONDS = 10  # that a place is held beyond the turn's own time


class Models(Enum):
    """What may be done where a turn would like to ask a language model."""

    HAND_OVER = "hand over"  # leave it to a worker that may wait for one
    ASK = "ask"  # this is such a worker
    NONE = "none"  # nobody is there for it: the rules answer


@dataclass(frozen=True, slots=True)
class Ways:
    """How a turn's events are carried out. `slow`: providers may be asked."""

    engine: Engine
    ports: Ports
    errand: Errand
    slow: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A shopper's words with the conversation they fall into, and how they may be answered.

    `offline` answers by the rules.
    """

    desk: ChatDesk
    row: Conversation
    turn: Turn
    state: State
    said: Said
    ways: Ways
    offline: Callable[[], Ran]


class ModelWanted(Exception):  # noqa: N818 a signal, no error
    """The turn is for a language model: it is to be marked so, and run again where one may be waited for."""


def answer(asked: Asked, models: Models) -> Ran:
    """Return the reply to a shopper's words, with who made it. Raises ModelWanted."""
    ran = _answered(asked, models)
    is_understood = asked.said.reading.step is ReadBy.MODEL and not deciding.is_helpless(ran.parts)
    if ran.answered.by is By.RULES and is_understood:
        return replace(ran, answered=replace(ran.answered, by=By.MODEL))
    return ran


def _answered(asked: Asked, models: Models) -> Ran:
    desk, row, turn = asked.desk, asked.row, asked.turn
    settings = deciding.settings_of(desk, row.channel)
    if turn.model_asked_at is not None:
        earlier = _talk(asked, settings or desk.settings(row.channel))
        return earlier.repeat(turn.calls, asked.offline)
    if settings is None:
        return asked.offline()
    if not turn.needs_model:
        now = int(desk.clock().timestamp())
        is_unsure = deciding.is_unsure(row, turn, asked.state, asked.said, settings, now)
        by_rules = None if is_unsure else asked.offline()
        if by_rules is not None and not deciding.is_helpless(by_rules.parts):
            return by_rules
        if not deciding.may_ask(row, settings, desk.clock()):
            return resting(by_rules or asked.offline())
        raise ModelWanted
    if turn.stop_asked_at is not None:
        return Ran(asked.state, (text(Say.ASSISTANT_STOPPED),), asked.said.reading)
    model = desk.assistant.model(settings) if models is Models.ASK else None
    if model is None:
        return resting(asked.offline())
    with desk.assistant.slot(settings.assistant_seconds + _SPARE_SECONDS) as is_free:
        if not is_free:
            return resting(asked.offline())
        return _talk(asked, settings).run(model, asked.offline)


def _talk(asked: Asked, settings: ChannelSettings) -> Talk:
    turn, said, ways = asked.turn, asked.said, asked.ways
    queued = Turn.objects.filter(pk=turn.pk, state=Turn.State.QUEUED)
    allowed = deciding.allowed_by(asked.row, turn, asked.state, said)
    # What was offered before is not what a "yes" to the model's words would mean.
    begun = Ran(offering(asked.state, Offered.NOTHING), reading=said.reading)

    def note(journal: list[dict[str, object]]) -> None:
        queued.update(calls=journal)

    return Talk(
        desk=asked.desk,
        row=asked.row,
        turn=turn,
        settings=settings,
        text=said.text,
        hands=Hands(ways.engine, ways.ports, ways.errand, allowed, begun, note, ways.slow),
    )
