"""Carries one event through the engine: its commands and their results, until no command is left."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from agentpay_plugin.chat.commands import Errand, carry_out
from agentpay_plugin.chat.desk import Ports
from agentpay_plugin.conversation import commands, events
from agentpay_plugin.conversation.parts import Part
from agentpay_plugin.conversation.ports import ChargeView
from agentpay_plugin.conversation.reading import Reading
from agentpay_plugin.conversation.state import Action, Conversation, Step

MOST_COMMANDS = 40

Engine = Callable[[Conversation, events.Event], Step]


class SlowCommand(Exception):  # noqa: N818 a signal, no error
    """The run came to a command that asks a provider, and may not wait for one."""


class By(StrEnum):
    """Who answered a shopper's words, as it is stored."""

    RULES = "rules"
    MODEL = "model"  # the one on this machine understood them
    ASSISTANT = "assistant"  # a provider's language model


@dataclass(frozen=True, slots=True)
class Answered:
    """Who made the reply, and what the language model that was asked for it took."""

    by: By = By.RULES
    tokens_sent: int = 0
    tokens_received: int = 0
    cost_micros: int = 0


@dataclass(frozen=True, slots=True)
class Ran:
    """What a turn brought: the next state, what is said, and the charges it was told of."""

    conversation: Conversation
    parts: tuple[Part, ...] = ()
    reading: Reading | None = None
    charges: tuple[ChargeView, ...] = ()
    action: Action = Action.NONE
    answered: Answered = field(default_factory=Answered)


def advanced(
    engine: Engine,
    ports: Ports,
    conversation: Conversation,
    event: events.Event,
    errand: Errand,
    *,
    slow: bool,
) -> Ran:
    """Return what an event brings. Raises SlowCommand when `slow` is False and it needs a provider."""
    reading = event.reading if isinstance(event, events.Said) else None
    parts: list[Part] = []
    charges: list[ChargeView] = []
    waiting: deque[commands.Command] = deque()
    action = Action.NONE
    happening: events.Event | None = event
    for _ in range(MOST_COMMANDS):
        if happening is not None:
            if isinstance(happening, events.ChargeChanged):
                charges.append(happening.charge)
            step = engine(conversation, happening)
            conversation = step.conversation
            parts += step.parts
            waiting += step.commands
            action = action if step.action is Action.NONE else step.action
        if not waiting:
            return Ran(conversation, tuple(parts), reading, tuple(charges), action)
        command = waiting.popleft()
        if isinstance(command, commands.SLOW) and not slow:
            raise SlowCommand
        happening = carry_out(ports, errand, command)
    raise RuntimeError(f"a turn did not come to its end within {MOST_COMMANDS} commands")
