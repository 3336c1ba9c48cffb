"""Which ways to pay there are, who takes the money of each, and which a channel offers for an amount."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.ports import Provider, Reserving
from agentpay_plugin.conversation.ports import Bounds, PayMethod
from agentpay_plugin.money import Money
from agentpay_plugin.settings import METHODS, ChannelSettings, PixBank

CARD, PIX = METHODS
_RESERVE_FIRST = "AUTHORIZATION"  # Saleor's TransactionFlowStrategyEnum
# A bank knows one address for a PIX key, whatever channels take money by that key.
ONE_ENDPOINT = ("pix",)
_PIX_CURRENCY = "BRL"
# Whether Stripe's PIX is switched on in the merchant's account no key tells: only by their choice.
_PIX_FOUND_BY_KEYS = ("asaas", "pix")


@dataclass(frozen=True, slots=True)
class Way:
    """A method with the provider that takes its money in a channel."""

    method: str
    provider_name: str
    provider: Provider

    @property
    def needs_payer(self) -> bool:
        return self.provider.needs_payer


def offered(desk: Desk, channel: str, amount: Money) -> tuple[PayMethod, ...]:
    """Return the methods an amount can be paid by in a channel now, best first."""
    if not desk.settings(channel).active or not desk.accepts_charges():
        return ()
    fitting = (way for way in _ways(desk, channel, amount.currency) if takes(way.provider, amount))
    return tuple(PayMethod(way.method, way.needs_payer) for way in fitting)


def way_of(desk: Desk, channel: str, method: str, currency: str) -> Way | None:
    """Return how a channel takes money by a method; None when it does not, whatever the amount."""
    return next((way for way in _ways(desk, channel, currency) if way.method == method), None)


def _ways(desk: Desk, channel: str, currency: str) -> Iterator[Way]:
    settings = desk.settings(channel)
    for method in settings.payment_methods or _by_default(currency):
        if method == PIX and currency != _PIX_CURRENCY:
            continue
        for name in _providers(settings, method):
            if name == "stripe" and settings.stripe_withdrawn:
                continue
            if provider := desk.provider(channel, name):
                yield Way(method, name, provider)
                break


def _by_default(currency: str) -> tuple[str, ...]:
    return (PIX, CARD) if currency == _PIX_CURRENCY else (CARD, PIX)


def _providers(settings: ChannelSettings, method: str) -> tuple[str, ...]:
    """Return who may take the money of a method; the first one with keys does."""
    if method == CARD:
        return ("stripe",)
    return (settings.pix_provider,) if settings.pix_provider else _PIX_FOUND_BY_KEYS


def is_captured_later(settings: ChannelSettings, way: Way, action: str) -> bool:
    """Say whether money is only reserved at first: as the merchant or the shop's flow strategy wants, where it can be."""
    is_wanted = settings.captures_manually or action == _RESERVE_FIRST
    return is_wanted and way.method == CARD and isinstance(way.provider, Reserving)


def lifetime(settings: ChannelSettings, method: str, provider: str) -> int:
    """Return for how many seconds a charge can be paid. PIX on Stripe's page lives as long as the page."""
    return (
        settings.pix_lifetime if method == PIX and provider != "stripe" else settings.link_lifetime
    )


def bounds_of_all(desk: Desk, channel: str, currency: str) -> Bounds | None:
    """Return the widest bounds of the methods that are open in a channel; None when none is."""
    if not desk.settings(channel).active or not desk.accepts_charges():
        return None
    found = [bounds(way.provider, currency) for way in _ways(desk, channel, currency)]
    if not found:
        return None
    least, most = zip(*found, strict=True)
    return Bounds(
        least=None if None in least else min(one for one in least if one is not None),
        most=None if None in most else max(one for one in most if one is not None),
    )


def takes(provider: Provider, amount: Money) -> bool:
    """Say whether the amount is within the provider's bounds and no finer than it can take."""
    least, most = bounds(provider, amount.currency)
    within = amount.minor > 0 and not (least and amount < least) and not (most and amount > most)
    return within and provider.can_represent(amount)


def bounds(provider: Provider, currency: str) -> tuple[Money | None, Money | None]:
    """Return the least and the greatest amount."""
    return provider.minimum(currency), provider.maximum(currency)


def described(desk: Desk, channel: str, method: PayMethod, currency: str) -> dict[str, Any]:
    """Return a method for a storefront, with its bounds in major units as texts."""
    way = way_of(desk, channel, method.id, currency)
    least, most = bounds(way.provider, currency) if way else (None, None)
    return {
        "id": method.id,
        "minimum": str(least.amount) if least else None,
        "maximum": str(most.amount) if most else None,
        "needsPayer": method.needs_tax_id,
    }


def has_webhook_secret(settings: ChannelSettings, provider: str) -> bool:
    """Say whether a channel's webhooks of a provider can be told from anybody's."""
    match provider:
        case "stripe":
            return bool(settings.stripe_webhook_secret)
        case "asaas":
            return bool(settings.asaas_webhook_token)
        case "pix":
            return bool(settings.pix_webhook_secret)
        case _:
            return False


def is_live(settings: ChannelSettings, provider: str) -> bool:
    """Say whether a channel's key of a provider takes real money."""
    match provider:
        case "stripe":
            return "_live_" in settings.stripe_secret_key
        case "asaas":
            return "_hmlg_" not in settings.asaas_api_key
        case "pix":
            return settings.pix_bank in (PixBank.EFI, PixBank.OTHER)
        case _:
            return False
