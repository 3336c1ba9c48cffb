"""The roads that money takes: a method of the chat, the channels it is offered in, and its provider's look-alike.

A new one is an entry in ROADS, with a LookAlike and its Bank if the provider is new.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from scripts.faults.api_pix import ApiPixBank
from scripts.faults.asaas import AsaasBank
from scripts.faults.books import Taken
from scripts.faults.card import CardBank

Payment = Mapping[str, Any]  # a ChatPayment, as the chat shows it


# What it is called, and what ends it.
Whim = tuple[str, Callable[[], object]]


class Bank(Protocol):
    """A provider's look-alike in a process of its own, and what shoppers, merchants and banks do there."""

    url: str

    def lever(self, path: str, **body: Any) -> Any:
        """Pull a lever that all look-alikes have: clock, faults, webhooks."""

    def pattern(self, call: str) -> str:
        """Return what finds "METHOD /path" of our calls of a kind: open, read, close, refund, any."""

    def press(self, payment: Payment, button: str) -> str:
        """Do as a shopper does who was shown a payment: pay, delayed, decline, leave. Returns where it leads."""

    def pay_late(self, payment: Payment) -> None:
        """Pay although the payment's time may be over."""

    def end_delayed(self, payment: Payment, *, well: bool) -> None:
        """Let a payment that takes days end."""

    def expire(self, payment: Payment) -> None:
        """Let a payment's time be over."""

    def page_of(self, reference: str) -> Payment | None:
        """Return the open payment of a charge whose provider we may not have heard yet."""

    def give_back(self, payment: Payment, minor: int | None) -> bool:
        """Refund in the provider's panel (None: all that is left); False when it refuses."""

    def dispute(self, payment: Payment, minor: int | None, *, inquiry: bool) -> bool:
        """Let the shopper's bank dispute a payment (None: all of it); False where that does not happen."""

    def refunds_become(self, *, well: bool) -> None:
        """Let the next three refunds be pending when they are made, or else the next one fail."""

    def whim(self, dice: float) -> Whim | None:
        """Begin what this provider alone does now and then; None for one that has no whims."""

    def end_refunds(self, *, fail_every: int) -> None:
        """Let the refunds that are pending end, every so manieth badly."""

    def end_disputes(self, *, lose_every: int) -> None:
        """Let the disputes that are not decided end, every so manieth badly."""

    def taken(self, now: float) -> Sequence[Taken]:
        """Return the provider's book at a time: everything it was ever asked to take."""

    def met(self) -> Sequence[tuple[str, str]]:
        """Return the faults that calls of ours met: kind, and whose call it was as far as it is known."""


@dataclass(frozen=True)
class LookAlike:
    """A provider's look-alike: its program, and the setting that names its address in the demo's environment."""

    name: str
    module: str
    setting: str
    bank: Callable[[str], Bank]


@dataclass(frozen=True)
class Road:
    """`channels`: where it is bought by, as often as they stand here in every round of the deck.

    `payer` is what the chat must be told of whoever pays by this method.
    """

    name: str
    method: str
    channels: tuple[str, ...]
    at: LookAlike
    payer: Mapping[str, str] = field(default_factory=dict)


_STRIPE = LookAlike("Stripe", "agentpay_plugin.demo.stripe", "AGENTPAY_STRIPE_API_BASE", CardBank)
_ASAAS = LookAlike("Asaas", "agentpay_plugin.demo.asaas", "AGENTPAY_ASAAS_API_BASE", AsaasBank)
_BANK = LookAlike("Bank", "agentpay_plugin.demo.pix", "AGENTPAY_PIX_API_BASE", ApiPixBank)
LOOK_ALIKES = (_STRIPE, _ASAAS, _BANK)

_SOMEBODY = {"taxId": "529.982.247-25"}
ROADS: tuple[Road, ...] = (
    Road("card", "card", ("default-channel", "brazil", "brazil-asaas", "brazil-pix"), _STRIPE),
    Road("PIX at Asaas", "pix", ("brazil", "brazil-asaas"), _ASAAS, _SOMEBODY),
    Road("PIX at a bank", "pix", ("brazil-pix", "brazil-pix"), _BANK),
    Road("PIX at Stripe", "pix", ("brazil-stripe",), _STRIPE),
)


def road_of(channel: str, method: str) -> Road:
    """Return the road that a channel offers by a method."""
    return next(one for one in ROADS if one.method == method and channel in one.channels)


def others(road: Road, channel: str) -> tuple[Road, ...]:
    """Return the other roads that a channel offers."""
    return tuple(one for one in ROADS if one is not road and channel in one.channels)
