"""A stream that is read in a thread of its own, so that a deadline holds whatever the other side does.

A socket's timeout begins anew with every byte, and covers no look-up of a name. Events come out in the thread of the caller.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, suppress
from queue import Empty, Full, Queue
from typing import Generic, Protocol, TypeVar

from agentpay_plugin.errors import ModelUnavailable
from agentpay_plugin.language.distrust import understood
from agentpay_plugin.language.model import Reply

Event = TypeVar("Event")
Taken = TypeVar("Taken", contravariant=True)

# A server that drips for ever keeps its thread; this many, and no model is asked any more. Payments have threads of their own.
_THREADS = threading.BoundedSemaphore(32)
_TICK = 0.25  # seconds of silence after which the caller is asked whether to go on
MOST_BYTES = 4_000_000  # of a reply; more is no reply
_AHEAD = 64  # events that are read before they are heard


class HungUp(Exception):  # noqa: N818 it is what happens, not a failure
    """Nobody listens any more: raised in the reading thread, by `Line.check`."""


class Stopped(Exception):  # noqa: N818 it is what happens, not a failure
    """`is_stopped` said so: raised to the caller of `heard`."""


class Line(Generic[Event]):
    """What the reading thread and the caller share. `seconds`: what was left when it began."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds
        self._queue: Queue[Event | BaseException | None] = Queue(_AHEAD)
        self._is_over = threading.Event()

    def check(self) -> None:
        """Raise HungUp when nobody listens any more; to be called before
        anything is sent, and for whatever comes in."""
        if self._is_over.is_set() or time.monotonic() > self._end:
            raise HungUp

    def hang_up(self) -> None:
        self._is_over.set()

    def put(self, event: Event | BaseException | None) -> None:
        while True:
            self.check()
            try:
                return self._queue.put(event, timeout=_TICK)
            except Full:
                continue

    def get(self, is_stopped: Callable[[], bool]) -> Event | BaseException | None:
        """Return what came next. Raises Stopped, and ModelUnavailable at the deadline."""
        while True:
            left = self._end - time.monotonic()
            if left <= 0:
                raise ModelUnavailable("a model did not answer to the end in time")
            if is_stopped():
                raise Stopped
            try:
                return self._queue.get(timeout=min(left, _TICK))
            except Empty:
                continue


class Draft(Protocol[Taken]):
    """A reply that is being put together from a provider's events."""

    @property
    def is_whole(self) -> bool:
        """Tell whether its end has come."""

    def take(self, event: Taken) -> str:
        """Take an event; return the prose in it."""

    def reply(self) -> Reply:
        """Return the whole reply."""

    def stopped(self) -> Reply:
        """Return what there is of it once `is_stopped` said so."""


def drawn_up(
    who: str,
    draft: Draft[Event],
    read: Callable[[Line[Event]], Iterator[Event]],
    seconds: float,
    on_text: Callable[[str], None],
    is_stopped: Callable[[], bool],
) -> Reply:
    """Return the reply that the events of `read` make, as `Model.reply` does; `who` names the provider in errors."""
    events = heard(read, seconds, is_stopped)
    try:
        with closing(events):
            for event in events:
                if piece := understood(draft.take, event):
                    on_text(piece)
    except Stopped:
        return understood(draft.stopped)
    if not draft.is_whole:
        raise ModelUnavailable(f"{who}'s reply was cut")
    return understood(draft.reply)


def heard(
    read: Callable[[Line[Event]], Iterator[Event]], seconds: float, is_stopped: Callable[[], bool]
) -> Generator[Event]:
    """Yield what `read` yields, within `seconds` in all; raises its errors, Stopped, and ModelUnavailable.

    `read` runs in another thread, where it may take whatever time: what is late runs out unheard.
    """
    if not _THREADS.acquire(blocking=False):
        raise ModelUnavailable("too many late replies of models are still being read")
    line: Line[Event] = Line(seconds)
    threading.Thread(target=_run, args=(read, line), name="agentpay-model", daemon=True).start()
    try:
        while (event := line.get(is_stopped)) is not None:
            if isinstance(event, BaseException):
                raise event
            yield event
    finally:
        line.hang_up()


def _run(read: Callable[[Line[Event]], Iterator[Event]], line: Line[Event]) -> None:
    try:
        for event in read(line):
            line.put(event)
        line.put(None)
    except HungUp:
        pass
    except Exception as error:  # noqa: BLE001 the thread's door: `heard` raises it to the caller
        with suppress(HungUp):
            line.put(error)
    finally:
        _THREADS.release()
