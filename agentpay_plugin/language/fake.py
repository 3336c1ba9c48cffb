"""A language model that plays a script: the port's fake, for tests and for trying the assistant without a key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from agentpay_plugin.language.model import FromModel, Reply, Request, Stop, ToolCall, Usage


@dataclass(frozen=True, slots=True)
class Scripted:
    """One reply: its prose in pieces, its calls, and how it ends. `raises` comes after the prose."""

    pieces: tuple[str, ...] = ()
    calls: tuple[tuple[str, Mapping[str, object] | None], ...] = ()
    stop: Stop | None = None
    raises: Exception | None = None
    meanwhile: Callable[[], None] = lambda: None  # runs after the first piece


def says(*pieces: str, **how: Any) -> Scripted:
    """Return a reply of prose alone."""
    return Scripted(tuple(pieces), **how)


def calls(name: str, /, says: str = "", **arguments: object) -> Scripted:
    """Return a reply that calls one tool."""
    return Scripted((says,) if says else (), ((name, arguments),))


Step = Scripted | Callable[[Request], Scripted]


@dataclass
class FakeModel:
    """Implements the port Model. `requests` are those that it got; a script that is over says "Done."."""

    script: Iterable[Step] = ()
    price: Decimal = Decimal("0.000001")  # US dollars a token
    usage: Usage = field(default_factory=lambda: Usage(sent=100, received=20))
    requests: list[Request] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._steps = iter(self.script)

    def reply(
        self,
        request: Request,
        on_text: Callable[[str], None],
        is_stopped: Callable[[], bool] = lambda: False,
    ) -> Reply:
        """Play the next step of the script."""
        self.requests.append(request)
        step = next(self._steps, None) or says("Done.")
        scripted = step if isinstance(step, Scripted) else step(request)
        said = ""
        for at, piece in enumerate(scripted.pieces):
            if is_stopped():
                return Reply(FromModel(said), Stop.STOPPED, self.usage)
            said += piece
            on_text(piece)
            if at == 0:
                scripted.meanwhile()
        if is_stopped():
            return Reply(FromModel(said), Stop.STOPPED, self.usage)
        if scripted.raises is not None:
            raise scripted.raises
        made = tuple(
            ToolCall(f"call-{len(self.requests)}-{at}", name, arguments)
            for at, (name, arguments) in enumerate(scripted.calls)
        )
        stop = scripted.stop or (Stop.TOOLS if made else Stop.DONE)
        return Reply(FromModel(said, made), stop, self.usage)

    def most_received(self, most_tokens: int) -> int:
        """Return as many: it does not think."""
        return most_tokens

    def cost(self, usage: Usage) -> Decimal:
        """Return the price of all its tokens."""
        tokens = usage.sent + usage.received + usage.read + usage.written
        return tokens * self.price
