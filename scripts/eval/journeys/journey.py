"""A journey as it is written down in data/<language>/<subject>.toml, and how those files are read.

docs/evaluation.md says what each field means.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

WORDINGS = 4
DATA = Path(__file__).parent / "data"
CHANNELS = {"en": "default-channel", "es": "default-channel", "pt-BR": "brazil"}
HOMES = {"en": "texas", "es": "madrid", "pt-BR": "sao-paulo"}
DELIVERIES = {
    "texas": "delivery-standard",
    "oregon": "delivery-standard",
    "madrid": "delivery-europe",
    "sevilla": "delivery-europe",
    "mexico": "delivery-worldwide",
    "sao-paulo": "delivery-economica",
    "recife": "delivery-economica",
}

Words = Mapping[str, Sequence[str]]


class JourneyError(ValueError):
    """A journey is written down wrongly; the message says which and how."""


@dataclass(frozen=True)
class End:
    """How the books must stand in the end. Variants are named without `variant-`.

    `order`: what was bought; None: nothing was, and nothing was paid. `cart`: what lies in the cart, if told.
    `paid`: by which method. `delivery`, `home`: of the order. `promo`, `gift`: codes that made the total.
    `person`: whether the merchant's list holds the conversation. `open`: a payment may still be open.
    """

    order: Mapping[str, int] | None = None
    cart: Mapping[str, int] | None = None
    paid: str | None = None
    delivery: str | None = None
    home: str | None = None
    email: str | None = None
    promo: str | None = None
    gift: str | None = None
    person: bool | None = None
    open: bool = False


@dataclass(frozen=True)
class Journey:
    """A goal, the steps towards it, what the shopper says at each (by wording), and how it must end.

    `answers` are said where a card asks: option, delivery, yes; without them the shopper taps. `picks` are
    the variants (or products) that are wanted at a step. `facts` are what replies to a step must state.
    """

    name: str
    subject: str
    locale: str
    channel: str
    steps: tuple[str, ...]
    end: End
    words: Words = field(default_factory=dict)
    answers: Words = field(default_factory=dict)
    picks: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    page: str | None = None
    home: str = ""
    delivery: str = ""
    held_out: bool = False
    quick: bool = False

    @property
    def id(self) -> str:
        return f"{self.locale}/{self.subject}/{self.name}"

    def said(self, step: str, wording: int) -> str | None:
        """Return what is said at a step; None for one that is no words, empty for one left out."""
        return self.words[step][wording] if step in self.words else None

    def answer(self, kind: str, wording: int) -> str:
        """Return the words for a card; empty: it is tapped."""
        return self.answers[kind][wording] if kind in self.answers else ""


def journeys(folder: Path = DATA) -> list[Journey]:
    """Return all journeys, in the order of their files. Raises JourneyError."""
    found = [one for path in sorted(folder.glob("*/*.toml")) for one in _read(path)]
    names = [one.id for one in found]
    if doubled := {name for name in names if names.count(name) > 1}:
        raise JourneyError(f"two journeys are called {', '.join(sorted(doubled))}")
    return found


def _read(path: Path) -> list[Journey]:
    with path.open("rb") as file:
        held = tomllib.load(file)
    return [_journey(path, given) for given in held["journey"]]


def _journey(path: Path, given: Mapping[str, Any]) -> Journey:
    locale = path.parent.name
    home = given.get("home", HOMES[locale])
    end = given["end"]
    try:
        journey = Journey(
            name=given["name"],
            subject=path.stem,
            locale=locale,
            channel=given.get("channel", CHANNELS[locale]),
            steps=tuple(given["steps"]),
            end=End(**end),
            words=given.get("words", {}),
            answers=given.get("answers", {}),
            picks=given.get("picks", {}),
            facts={step: tuple(facts) for step, facts in given.get("facts", {}).items()},
            page=given.get("page"),
            home=home,
            delivery=given.get("delivery", DELIVERIES[home]),
            held_out=given.get("held_out", False),
            quick=given.get("quick", False),
        )
    except (KeyError, TypeError) as error:
        raise JourneyError(f"{path}: {given.get('name')}: {error}") from error
    _check(path, journey, given)
    return journey


_FIELDS = {
    *("name", "steps", "end", "words", "answers", "picks", "facts", "page", "home"),
    *("delivery", "held_out", "quick", "channel"),
}


def _check(path: Path, journey: Journey, given: Mapping[str, Any]) -> None:
    """Refuse what would otherwise be left out silently."""
    where = f"{path}: {journey.name}"
    if unknown := set(given) - _FIELDS:
        raise JourneyError(f"{where}: unknown fields {unknown}")
    for step, wordings in (*journey.words.items(), *journey.answers.items()):
        if len(wordings) != WORDINGS:
            raise JourneyError(f"{where}: {step} has {len(wordings)} wordings")
    steps = set(journey.steps)
    for name in (*journey.words, *journey.picks, *journey.facts):
        if name not in steps:
            raise JourneyError(f"{where}: {name} is no step")
