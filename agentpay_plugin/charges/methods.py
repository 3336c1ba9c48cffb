"""Which ways to pay there are, and which a channel offers for an amount."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.ports import Provider
from agentpay_plugin.conversation.ports import Bounds
from agentpay_plugin.money import Money
from agentpay_plugin.settings import ChannelSettings

# Best first.
PROVIDERS: Mapping[str, str] = {"card": "stripe"}


def offered(desk: Desk, channel: str, amount: Money) -> tuple[str, ...]:
    """Return the methods an amount can be paid by in a channel now, best first."""
    if not desk.settings(channel).active or not desk.accepts_charges():
        return ()
    found = ((method, desk.provider(channel, name)) for method, name in PROVIDERS.items())
    return tuple(method for method, provider in found if provider and takes(provider, amount))


def bounds_of_all(desk: Desk, channel: str, currency: str) -> Bounds | None:
    """Return the widest bounds of the methods that are open in a channel; None when none is."""
    if not desk.settings(channel).active or not desk.accepts_charges():
        return None
    providers = [desk.provider(channel, name) for name in PROVIDERS.values()]
    found = [bounds(provider, currency) for provider in providers if provider]
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


def described(desk: Desk, channel: str, method: str, currency: str) -> dict[str, Any]:
    """Return a method for a storefront, with its bounds in major units as texts."""
    provider = desk.provider(channel, PROVIDERS[method])
    least, most = bounds(provider, currency) if provider else (None, None)
    return {
        "id": method,
        "minimum": str(least.amount) if least else None,
        "maximum": str(most.amount) if most else None,
    }


def has_webhook_secret(settings: ChannelSettings, provider: str) -> bool:
    """Say whether a channel's webhooks of a provider can be told from anybody's."""
    match provider:
        case "stripe":
            return bool(settings.stripe_webhook_secret)
        case _:
            return False


def is_live(settings: ChannelSettings, provider: str) -> bool:
    """Say whether a channel's key of a provider takes real money."""
    match provider:
        case "stripe":
            return "_live_" in settings.stripe_secret_key
        case _:
            return False
