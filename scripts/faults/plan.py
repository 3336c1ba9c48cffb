"""What a seed means: which purchases there are, what each shopper does, and which faults strike when."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from scripts.faults.roads import ROADS

Card = TypeVar("Card")

# How a shopper goes about it (stories.py), each as often as it stands here in every round of the deck.
STORIES = (
    "pays",
    "pays",
    "pays and leaves",
    "pays and leaves",
    "is declined first",
    "leaves the page and pays later",
    "two tabs pay at once",
    "pays while the cart changes",
    "changes the cart, then pays",
    "cart grows elsewhere",
    "cart shrinks elsewhere",
    "sold out meanwhile",
    "dearer meanwhile",
    "cheaper meanwhile",
    "refunded in the panel at once",
    "refunded in part in the panel",
    "refunded twice in the panel",
    "sold out and refunded in the panel",
    "pays while cancelling",
    "pays while it expires",
    "pays before we heard of the page",
    "pays by what takes days",
    "pays when the page is over",
    "given back on the order page",
    "given back in parts on the order page",
    "given back on the order page and in the panel",
    "disputed",
    "buys in the storefront",
    "pays by gift card",
    "pays a part by gift card",
    "abandons the page",
)
# The world's doings (world.py), each once in every round of the deck.
FAULTS = (
    "web killed",
    "web killed",
    "worker killed",
    "worker killed",
    "task killed",
    "task killed",
    "task killed",
    "beat killed",
    "killed between two lines",
    "killed between two lines",
    "killed between two lines",
    "killed between two lines",
    "database dropped",
    "database dropped",
    "redis lost",
    "redis hangs",
    "500",
    "500 after work",
    "500 kept",
    "429",
    "403",
    "no answer",
    "no answer after work",
    "timeout after work",
    "slow",
    "slow body",
    "not JSON",
    "webhooks lost",
    "webhooks lost",
    "webhooks repeated",
    "webhooks delayed",
    "webhooks reversed",
    "webhooks shuffled",
    "provider's whim",
    "provider's whim",
    "refunds pending",
    "refunds failing",
    "clock jumps",
    "provider's clock off",
    "processes' clocks apart",
    "signatures' time off",
)
LOCALES = ("en", "pt-BR", "es")
SECONDS_AFTER_A_STEP = 1.5


class Step(StrEnum):
    """Where in a purchase a fault strikes: when the shopper is about to do this, or a little later."""

    START = "start"
    QUOTE = "quote"
    ASK = "ask"  # confirm the quote, for a page to pay on
    PRESS = "press"  # press pay on that page
    WAIT = "wait"


@dataclass(frozen=True)
class Strike:
    """A fault at a step of a purchase, `after` seconds; `dice` (0 to 1) decides what it leaves open."""

    fault: str
    step: Step
    after: float
    dice: float


@dataclass(frozen=True)
class Planned:
    """A purchase as the seed wants it."""

    number: int
    road: str
    channel: str
    locale: str
    story: str
    quantity: int
    code: str  # a promo code, or none
    dice: float
    strikes: tuple[Strike, ...]

    def __str__(self) -> str:
        met = "; ".join(f"{s.fault} {s.after:.1f} s after {s.step}" for s in self.strikes)
        return f"{self.number:4} {self.road}, {self.channel}: {self.story} ({met or 'no fault'})"


def plan(count: int, seed: str) -> tuple[Planned, ...]:
    """Return the purchases of a seed; the first ones are the same whatever the count."""
    dice = random.Random(f"agentpay {seed}")
    stories, faults = _dealt(STORIES, dice), _dealt(FAULTS, dice)
    ways = _dealt(tuple((road.name, channel) for road in ROADS for channel in road.channels), dice)
    return tuple(_planned(number, dice, stories, faults, ways) for number in range(1, count + 1))


def _planned(
    number: int,
    dice: random.Random,
    stories: Iterator[str],
    faults: Iterator[str],
    ways: Iterator[tuple[str, str]],
) -> Planned:
    road, channel = next(ways)
    strikes = tuple(
        Strike(
            next(faults),
            dice.choice(tuple(Step)),
            dice.random() * SECONDS_AFTER_A_STEP,
            dice.random(),
        )
        for _ in range(dice.choice((0, 1, 1, 2, 2, 3)))
    )
    return Planned(
        number=number,
        road=road,
        channel=channel,
        locale=dice.choice(LOCALES),
        story=next(stories),
        quantity=dice.randint(1, 3),
        code=dice.choice(("", "", "", "WELCOME10", "FREESHIP")),
        dice=dice.random(),
        strikes=strikes,
    )


def _dealt(deck: Sequence[Card], dice: random.Random) -> Iterator[Card]:
    """Yield the cards of one shuffled deck after another, so that each comes early and often enough."""
    while True:
        yield from dice.sample(deck, len(deck))
