"""Who takes the money: the one place where a provider's name becomes an object."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from ipaddress import ip_address
from typing import assert_never
from urllib.parse import urlsplit

from agentpay_plugin import settings
from agentpay_plugin.charges.ports import Provider
from agentpay_plugin.money import Money
from agentpay_plugin.payments import asaas, pix_bank, stripe
from agentpay_plugin.payments.asaas import AsaasProvider
from agentpay_plugin.payments.pix import PixProvider
from agentpay_plugin.payments.stripe import StripeProvider
from agentpay_plugin.payments.wire import DEADLINE
from agentpay_plugin.settings import ChannelSettings


class ProviderName(StrEnum):
    STRIPE = "stripe"
    ASAAS = "asaas"
    PIX = "pix"


@dataclass(frozen=True, slots=True)
class Bases:
    """Where a sandbox leads calls instead of to the providers: AGENTPAY_STRIPE_API_BASE,
    AGENTPAY_ASAAS_API_BASE and AGENTPAY_PIX_API_BASE, read by the caller; empty: to the providers."""

    stripe: str = ""
    asaas: str = ""
    pix: str = ""


def provider_of(
    name: str, given: ChannelSettings, bases: Bases = Bases(), *, deadline: float = DEADLINE
) -> Provider | None:
    """Return a channel's provider; None for a name we do not know or when the channel has no keys for it.

    `deadline` is in seconds, for each call.

    With live keys a base may only lead to this very machine: raises ValueError else, so that no mistake
    in an environment sends a live key to a stranger.
    """
    try:
        known = ProviderName(name)
    except ValueError:
        return None
    match known:
        case ProviderName.STRIPE:
            return stripe_of(given, bases.stripe, deadline)
        case ProviderName.ASAAS:
            return asaas_of(given, bases.asaas, deadline)
        case ProviderName.PIX:
            return pix_of(given, bases.pix, deadline)
        case _:
            assert_never(known)


def stripe_of(given: ChannelSettings, base: str, deadline: float) -> StripeProvider | None:
    key = given.stripe_secret_key
    if not key:
        return None
    if base != stripe.API_BASE:
        _keep_home(base, "AGENTPAY_STRIPE_API_BASE", live="_live_" in key)
    secrets = _secrets(given, settings.STRIPE_WEBHOOK_SECRET, given.stripe_webhook_secret)
    return StripeProvider(key, secrets, base or stripe.API_BASE, deadline=deadline)


def asaas_of(given: ChannelSettings, base: str, deadline: float) -> AsaasProvider | None:
    key = given.asaas_api_key
    if not key:
        return None
    _keep_home(base, "AGENTPAY_ASAAS_API_BASE", live=asaas.is_live(key))
    least = Money.of(given.asaas_minimum, "BRL")
    secrets = _secrets(given, settings.ASAAS_WEBHOOK_TOKEN, given.asaas_webhook_token)
    led = f"{base.rstrip('/')}/v3" if base else ""
    return AsaasProvider(key, secrets, led, least=least, deadline=deadline)


def pix_of(given: ChannelSettings, base: str, deadline: float) -> PixProvider | None:
    if not given.pix_client_id or not given.pix_client_secret or not given.pix_key:
        return None
    bank = _bank(given, base.rstrip("/"))
    _keep_home(base, "AGENTPAY_PIX_API_BASE", live=bank.live)
    secrets = _secrets(given, settings.PIX_WEBHOOK_SECRET, given.pix_webhook_secret)
    return PixProvider(bank, secrets, deadline=deadline)


def _secrets(given: ChannelSettings, name: str, now_valid: str) -> tuple[str, ...]:
    """Return the secret that webhooks are proven by, and the one before it while it is valid too."""
    return (now_valid, given.previous_secrets.get(name, ""))


def _bank(given: ChannelSettings, base: str) -> pix_bank.PixBank:
    live = given.pix_bank in (settings.PixBank.EFI, settings.PixBank.OTHER)
    match given.pix_bank:
        case settings.PixBank.EFI | settings.PixBank.EFI_SANDBOX:
            return pix_bank.efi(
                given.pix_client_id,
                given.pix_client_secret,
                given.pix_certificate,
                given.pix_key,
                live=live,
                base=base,
            )
        case settings.PixBank.OTHER | settings.PixBank.OTHER_SANDBOX:
            return pix_bank.PixBank(
                manner=pix_bank.Manner.STANDARD,
                base=f"{base}/v2" if base else given.pix_base_url.rstrip("/"),
                token_url=f"{base}/oauth/token" if base else given.pix_token_url,
                live=live,
                client_id=given.pix_client_id,
                client_secret=given.pix_client_secret,
                key=given.pix_key,
                certificate=given.pix_certificate,
            )
        case _:
            assert_never(given.pix_bank)


def _keep_home(base: str, variable: str, *, live: bool) -> None:
    if base and live and not _is_loopback(base):
        raise ValueError(f"{variable} leads a live key to another host")


def _is_loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
