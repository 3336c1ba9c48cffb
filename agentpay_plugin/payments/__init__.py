"""Who takes the money: the one place where a provider's name becomes an object."""

from __future__ import annotations

from enum import StrEnum
from ipaddress import ip_address
from typing import assert_never
from urllib.parse import urlsplit

from agentpay_plugin.charges.ports import Provider
from agentpay_plugin.payments.stripe import API_BASE, StripeProvider
from agentpay_plugin.settings import ChannelSettings


class ProviderName(StrEnum):
    STRIPE = "stripe"


def provider_of(
    name: str, settings: ChannelSettings, *, stripe_api_base: str = ""
) -> Provider | None:
    """Return a channel's provider; None for a name we do not know or when the channel has no key for it.

    `stripe_api_base` (AGENTPAY_STRIPE_API_BASE, read by the caller) leads a sandbox to a look-alike.
    With a live key it may only lead to this very machine: raises ValueError else, so that no mistake
    in an environment sends a live key to a stranger.
    """
    try:
        known = ProviderName(name)
    except ValueError:
        return None
    match known:
        case ProviderName.STRIPE:
            key = settings.stripe_secret_key
            if not key:
                return None
            base = stripe_api_base or API_BASE
            if base != API_BASE and "_live_" in key and not _is_loopback(base):
                raise ValueError("AGENTPAY_STRIPE_API_BASE leads a live key to another host")
            return StripeProvider(key, (settings.stripe_webhook_secret,), base)
        case _:
            assert_never(known)


def _is_loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
