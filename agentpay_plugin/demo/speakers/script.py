"""What a look-alike of a model is told to answer, step by step; the same words in Python and, as JSON, over HTTP."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Happening(StrEnum):
    """What befalls a stream in its midst. All but ERROR go on until the caller hangs up, or faults are released.

    HOLD: nothing comes until then, and after it the rest of the answer. CUT: it breaks off. SILENCE: nothing comes. DRIP: bytes come one by one and never make an event.
    PINGS: only signs of life come. ERROR: an event that says overloaded. NONSENSE: an event that is no JSON.
    """

    HOLD = "hold"
    CUT = "cut"
    SILENCE = "silence"
    DRIP = "drip"
    PINGS = "pings"
    ERROR = "error"
    NONSENSE = "nonsense"


class Ending(StrEnum):
    """Why an answer ends; without one it ends as it must after what was said."""

    LENGTH = "length"
    REFUSAL = "refusal"
    PAUSE = "pause"
    WINDOW = "window"
    NEW = "new"  # a word that nobody knows yet


@dataclass(frozen=True, slots=True)
class Say:
    """Prose, in these pieces."""

    pieces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Think:
    text: str


@dataclass(frozen=True, slots=True)
class Call:
    """A call of a tool; `arguments` is the text that comes, in pieces, JSON or not. `is_cut`: its end does not come."""

    name: str
    arguments: str = "{}"
    is_cut: bool = False


Step = Say | Think | Call | Happening


@dataclass(frozen=True, slots=True)
class Counts:
    """Tokens, as Usage of language/model.py counts them."""

    sent: int
    received: int
    read: int = 0
    written: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer. Without `counts` they are reckoned from what came and went. `status`: it fails at once, with the
    provider's own words for it. `is_counted` False: the server tells no tokens, as some do."""

    steps: tuple[Step, ...] = ()
    ending: Ending | None = None
    counts: Counts | None = None
    status: int = 200
    code: str = ""
    retry_after: str = ""
    is_counted: bool = True

    @property
    def has_calls(self) -> bool:
        return any(isinstance(step, Call) for step in self.steps)

    def size(self) -> int:
        """Return the characters of all that is said in it."""
        return sum(len(_text(step)) for step in self.steps)


def answer_of(given: Mapping[str, Any]) -> Answer:
    """Return an answer from its JSON. Raises TypeError, ValueError or KeyError for what is none.

    {"steps": [{"say": ["Hel", "lo"]}, {"call": "search", "arguments": "{}"}, {"happens": "cut"}], "status": 200, …}
    """
    ending, counts = given.get("ending"), given.get("counts")
    rest = {name: each for name, each in given.items() if name not in ("steps", "ending", "counts")}
    return Answer(
        steps=tuple(map(_step, given.get("steps", ()))),
        ending=Ending(ending) if ending else None,
        counts=Counts(**counts) if counts else None,
        **rest,
    )


def _step(given: Mapping[str, Any]) -> Step:
    if "say" in given:
        return Say(tuple(given["say"]))
    if "think" in given:
        return Think(given["think"])
    if "call" in given:
        return Call(given["call"], given.get("arguments", "{}"), given.get("is_cut", False))
    return Happening(given["happens"])


def _text(step: Step) -> str:
    match step:
        case Say():
            return "".join(step.pieces)
        case Think():
            return step.text
        case Call():
            return step.name + step.arguments
        case Happening():
            return ""
