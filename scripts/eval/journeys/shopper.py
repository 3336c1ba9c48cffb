"""The simulated shopper: says what the journey says, answers what cards ask, and notes all that happens.

They read the typed parts of replies alone, as the widget does, and confirm a total only where the journey says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from agentpay_plugin.money import Money
from scripts.eval.journeys.journey import Journey
from scripts.eval.journeys.people import ADDRESSES, EMAIL
from scripts.eval.journeys.world import World

_PAUSE = 4.0  # seconds between two messages of a person
_YES = {"en": "yes", "pt-BR": "sim", "es": "sí"}

Card = Mapping[str, Any]


@dataclass(frozen=True)
class Confirmed:
    """A tap that confirmed a quote: by which method, what it said is to be paid, and of which cart."""

    method: str
    total: Money
    checkout: Any


@dataclass
class Shopper:
    """One person on one journey in one wording. `log` is the transcript; `replies` are those of each step."""

    world: World
    journey: Journey
    wording: int
    token: str = ""
    chat: dict[str, Any] = field(default_factory=dict)
    messages: list[dict[str, Any]] = field(default_factory=list)
    fresh: list[dict[str, Any]] = field(default_factory=list)
    log: list[str] = field(default_factory=list)
    replies: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    refusals: list[str] = field(default_factory=list)
    confirmed: list[Confirmed] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)  # variants that others bought meanwhile
    step: str = ""

    def __post_init__(self) -> None:
        self._numbers = count(1)

    def start(self) -> None:
        """Open the chat, on a product's page or the shop's front."""
        page = self.journey.page
        given: dict[str, Any] = {"channel": self.journey.channel, "locale": self.journey.locale}
        if page:
            given["product"] = {"slug": page}
        answer = self.world.call("chatStart", input=given)
        self.token = answer["token"]
        self._look()

    def say(self, text: str) -> None:
        """Write something, and read what comes."""
        self.log.append(f"  SHOPPER  {text}")
        self._send("chatMessageSend", text=text)

    def tap(self, **action: Any) -> None:
        """Tap something, and read what comes."""
        self.log.append(f"  SHOPPER  [taps {_short(action)}]")
        self._send("chatActionSubmit", action=action)

    def press(self, button: str, url: str, **form: str) -> None:
        """Press a button outside the chat, and read what comes."""
        self.log.append(f"  SHOPPER  [{button}, on the provider's page]")
        self.world.press(url, **form)
        self._look()

    def wait(self, seconds: float) -> None:
        """Let time pass, and read what comes."""
        self.log.append(f"  … {seconds / 60:.0f} minutes pass")
        self.world.pass_time(seconds)
        self._look()

    # --- what is on the screen

    def last(self, kind: str) -> Card | None:
        """Return the newest card of a kind in what came last."""
        found = [part for one in self.fresh for part in one["parts"] if part["__typename"] == kind]
        return found[-1] if found else None

    def all_of(self, kind: str) -> list[Card]:
        """Return the cards of a kind in what came last."""
        return [part for one in self.fresh for part in one["parts"] if part["__typename"] == kind]

    @property
    def cart(self) -> dict[str, int]:
        """Return what lies in the cart, by variant without `variant-`."""
        lines = (self.chat.get("cart") or {}).get("lines", ())
        return {line["variantId"].removeprefix("variant-"): line["quantity"] for line in lines}

    @property
    def stage(self) -> str:
        return str(self.chat["stage"])

    # --- what several steps do

    def give_details(self, home: str) -> None:
        """Fill the form in."""
        given: dict[str, Any] = {"email": EMAIL}
        form = self.last("ChatDetailsForm")
        needs_shipping = form is None or form["needsShipping"]
        given["shippingAddress" if needs_shipping else "billingAddress"] = ADDRESSES[home]
        self.tap(giveDetails=given)

    def answer_or_tap(self, kind: str, **action: Any) -> None:
        """Answer a card in the journey's words, or by a tap when it has none."""
        words = self.journey.answer(kind, self.wording)
        if words:
            self.say(words)
        else:
            self.tap(**action)

    def say_yes(self) -> None:
        """Agree to what was offered."""
        self.say(self.journey.answer("yes", self.wording) or _YES[self.journey.locale])

    # --- inside

    def _send(self, name: str, **given: Any) -> None:
        self.world.pass_time(_PAUSE)
        mark = f"eval-{next(self._numbers)}"
        answer = self.world.call(name, token=self.token, clientId=mark, **given)
        for error in answer["errors"]:
            self.refusals.append(error["code"])
            self.log.append(f"  REFUSED  {error['code']}: {error['message']}")
        self._look()

    def _look(self) -> None:
        newest = self.messages[-1]["sequence"] if self.messages else 0
        self.chat = self.world.look(self.token, newest)
        came = list(self.chat["messages"])
        self.messages += came
        self.fresh = [one for one in came if one["author"] == "ASSISTANT"]
        self.replies.setdefault(self.step, []).extend(self.fresh)
        self.log += [line for one in self.fresh for line in _shown(one)]


def _shown(message: Card) -> list[str]:
    lines = [f"  SHOP     {line}" for line in message["text"].replace("\xa0", " ").splitlines()]
    cards = [part["__typename"].removeprefix("Chat") for part in message["parts"]]
    cards = [name for name in cards if name not in ("TextPart", "Notice")]
    return [*lines, f"           <{', '.join(cards)}>"] if cards else lines


def _short(action: Mapping[str, Any]) -> str:
    [(name, value)] = action.items()
    if not isinstance(value, dict):
        return name
    told = [str(one) for key, one in value.items() if key != "quoteVersion"]
    return f"{name} {' '.join(one if len(one) < 60 else '…' for one in told)}"
