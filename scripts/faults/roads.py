"""The roads that money takes: a method of the chat, the channels it is offered in, and its provider's look-alike.

A new one is an entry in ROADS with a Bank of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from scripts.faults.books import Taken
from scripts.faults.card import CardBank

Payment = Mapping[str, Any]  # a ChatPayment, as the chat shows it


class Bank(Protocol):
    """A provider's look-alike in a process of its own, and what shoppers and merchants do there."""

    url: str

    def lever(self, path: str, **body: Any) -> Any:
        """Pull a lever that all look-alikes have: clock, faults, webhooks."""

    def pattern(self, call: str) -> str:
        """Return what finds "METHOD /path" of our calls of a kind: open, read, close, refund, any."""

    def press(self, payment: Payment, button: str) -> str:
        """Do as a shopper does who was shown a payment: pay, delayed, decline, leave. Returns where it leads."""

    def end_delayed(self, payment: Payment, *, well: bool) -> None:
        """Let a payment that takes days end."""

    def expire(self, payment: Payment) -> None:
        """Let a payment's time be over."""

    def page_of(self, email: str) -> Payment | None:
        """Return the open payment of a shopper that we may not have heard of yet."""

    def give_back(self, payment: Payment, minor: int | None) -> bool:
        """Refund in the provider's panel (None: all that is left); False when it refuses."""

    def refunds_become(self, statuses: Sequence[str]) -> None:
        """Let the next refunds be `pending`, or `failed`, when they are made."""

    def end_refunds(self, *, fail_every: int) -> None:
        """Let the refunds that are pending end, every so manieth badly."""

    def taken(self) -> Sequence[Taken]:
        """Return the provider's book: everything it was ever asked to take."""

    def met(self) -> Sequence[tuple[str, str]]:
        """Return the faults that calls of ours met: kind, and whose call it was as far as it is known."""


@dataclass(frozen=True)
class Road:
    """`module` is the look-alike's program; `setting` names its address in the demo's environment.

    `payer` is what the chat must be told of whoever pays by this method.
    """

    name: str
    method: str
    channels: tuple[str, ...]
    module: str
    setting: str
    bank: Callable[[str], Bank]
    payer: Mapping[str, str] = field(default_factory=dict)


ROADS: tuple[Road, ...] = (
    Road(
        name="card at Stripe",
        method="card",
        channels=("default-channel", "brazil"),
        module="agentpay_plugin.demo.stripe",
        setting="AGENTPAY_STRIPE_API_BASE",
        bank=CardBank,
    ),
)


def others(road: Road, channel: str) -> tuple[Road, ...]:
    """Return the other roads that a channel offers."""
    return tuple(one for one in ROADS if one is not road and channel in one.channels)
