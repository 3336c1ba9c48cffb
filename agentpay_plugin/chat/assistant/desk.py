"""The assistant's outside world, put together once per process by its wiring."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

from agentpay_plugin.language.model import Model
from agentpay_plugin.realtime.events import Delta
from agentpay_plugin.settings import ChannelSettings

MODEL_TASK = "agentpay.chat.assistant"


def no_model(settings: ChannelSettings) -> Model | None:  # noqa: ARG001
    """Return nobody: the rules answer everything."""
    return None


def tell_nobody(token_hash: str, delta: Delta) -> None:
    """Stream nothing: the shopper sees the finished message."""


def always_free(seconds: int) -> AbstractContextManager[bool]:  # noqa: ARG001
    """Hold a slot that is always free; for tests and for one caller at a time."""
    return nullcontext(True)


@dataclass(frozen=True, slots=True)
class AssistantDesk:
    """What a turn with a language model needs.

    `model(settings)` is None where no model can be asked. `slot(seconds)` holds one of the places that there are for
    model turns, at most that long; False: none is free. `stream(token hash, delta)` must neither raise nor wait.
    `look_every`: seconds between two looks whether the shopper has stopped the reply.
    """

    model: Callable[[ChannelSettings], Model | None] = no_model
    slot: Callable[[int], AbstractContextManager[bool]] = always_free
    stream: Callable[[str, Delta], None] = tell_nobody
    monotonic: Callable[[], float] = time.monotonic
    look_every: float = 0.25


OFF = AssistantDesk()
