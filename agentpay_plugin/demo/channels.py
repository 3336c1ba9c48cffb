"""What the merchant of the demo has set: the sandbox shop's channels, with the look-alikes' keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from agentpay_plugin.charges.methods import is_live
from agentpay_plugin.demo import settings as demo
from agentpay_plugin.demo.answers import ANSWERS
from agentpay_plugin.settings import ChannelSettings, PixBank, parse
from agentpay_plugin.shop.sandbox.assortment.making import DOLLARS, REAIS


@dataclass(frozen=True, slots=True)
class DemoChannel:
    """A channel; `number` names it in the address of its webhooks. Raises ValueError for keys that take real money."""

    slug: str
    number: int
    settings: ChannelSettings

    def __post_init__(self) -> None:
        given = self.settings
        keys = {
            "stripe": given.stripe_secret_key,
            "asaas": given.asaas_api_key,
            "pix": given.pix_client_id,
        }
        for provider, key in keys.items():
            if key and is_live(given, provider):
                raise ValueError(
                    f"The demo takes no real money: the {provider} keys of channel {self.slug} are live ones."
                    " Use keys of a sandbox."
                )


def _channel(slug: str, number: int, account: str) -> DemoChannel:
    settings = replace(
        parse(True, demo.ASSISTANT),
        stripe_secret_key=f"sk_test_{account}",
        stripe_webhook_secret=f"whsec_{account}",
        storefront_grace=60,
        answers=ANSWERS,
    )
    return DemoChannel(slug, number, settings)


def _with_pix(channel: DemoChannel, provider: str) -> DemoChannel:
    """Let a channel take PIX by a provider, and give it the keys of all whose look-alikes there are."""
    account = channel.settings.stripe_secret_key.removeprefix("sk_test_")
    settings = replace(channel.settings, pix_provider=provider)
    if demo.ASAAS_API_BASE:
        settings = replace(
            settings,
            asaas_api_key=f"$aact_hmlg_{account}",
            asaas_webhook_token=f"the-demo-keeps-no-secret-{account}",
        )
    if demo.PIX_API_BASE:
        settings = replace(
            settings,
            pix_bank=PixBank.EFI_SANDBOX,
            pix_client_id=f"Client_Id_{account}",
            pix_client_secret=f"Client_Secret_{account}",
            pix_key=f"{account}@example.com",
            pix_webhook_secret=f"the-demo-keeps-no-secret-{account}",
        )
    return replace(channel, settings=settings)


CHANNELS: Mapping[str, DemoChannel] = {
    channel.slug: channel
    for channel in (
        _channel(DOLLARS, 1, "demoDollars"),
        _with_pix(_channel(REAIS, 2, "demoReais"), demo.PIX_PROVIDER),
    )
}
# The same shop in reais by each road of PIX, whichever the operator chose: for tests of all at once.
PIX_ROADS: Mapping[str, DemoChannel] = {
    f"{REAIS}-{name}": _with_pix(_channel(f"{REAIS}-{name}", number, f"demoReais{number}"), name)
    for name, number in (("asaas", 3), ("pix", 4), ("stripe", 5))
    if name in demo.PIX_PROVIDERS
}
ALL: Mapping[str, DemoChannel] = {**CHANNELS, **PIX_ROADS}


def settings_of(slug: str) -> ChannelSettings:
    """Return a channel's settings; those of a channel that there is none of are inactive and empty."""
    found = ALL.get(slug)
    return found.settings if found else ChannelSettings()


def key_of_slug(slug: str) -> str | None:
    """Return a channel's name in our rows: its slug, which nobody renames here."""
    return slug if slug in ALL else None


def key_of_number(number: str) -> str:
    """Return the name of the channel of a number; an unknown one has no webhook secret."""
    found = (slug for slug, channel in ALL.items() if str(channel.number) == number)
    return next(found, "")
