"""Where each provider's look-alike sends its webhooks, and by which proof; and how one elsewhere is told of it."""

from __future__ import annotations

import sys
from dataclasses import asdict, dataclass
from typing import assert_never

import requests

from agentpay_plugin.demo.channels import ALL, DemoChannel
from agentpay_plugin.hosting import urls
from agentpay_plugin.payments import ProviderName
from agentpay_plugin.payments.pix_webhook import PARAMETER
from agentpay_plugin.settings import ChannelSettings

TIMEOUT = 5  # seconds


@dataclass(frozen=True, slots=True)
class Hook:
    """An address for the events of one account; `secret` is what its calls prove themselves by."""

    url: str
    secret: str
    account: str


def hooks(provider: ProviderName, public_url: str) -> list[Hook]:
    """Return the webhooks of a provider: one for each channel that has its keys."""
    found = (_hook(provider, channel, public_url) for channel in ALL.values())
    return [hook for hook in found if hook.account]


def register(provider: ProviderName, base: str, public_url: str) -> bool:
    """Tell a look-alike in a process of its own where webhooks go; False when it does not answer."""
    address = f"{base}/_control/endpoints"
    try:
        requests.delete(address, timeout=TIMEOUT).raise_for_status()
        for hook in hooks(provider, public_url):
            requests.post(address, json=asdict(hook), timeout=TIMEOUT).raise_for_status()
    except requests.RequestException:
        command = f"python -m agentpay_plugin.demo.{provider}"
        print(
            f"demo: the look-alike that belongs at {base} does not answer. Start it: {command}",
            file=sys.stderr,
        )
        return False
    return True


def _hook(provider: ProviderName, channel: DemoChannel, public_url: str) -> Hook:
    url = public_url + urls.webhook_path(channel.number, provider)
    return hook(provider, url, channel.settings)


def hook(provider: ProviderName, url: str, given: ChannelSettings) -> Hook:
    """Return how a provider calls the address of a channel with these settings."""
    match provider:
        case ProviderName.STRIPE:
            return Hook(url, given.stripe_webhook_secret, given.stripe_secret_key)
        case ProviderName.ASAAS:
            return Hook(url, given.asaas_webhook_token, given.asaas_api_key)
        case ProviderName.PIX:
            # A bank proves itself by what stands in the address, and puts /pix behind it.
            secret = f"?{PARAMETER}={given.pix_webhook_secret}&ignorar=/pix"
            return Hook(url + secret, "", given.pix_client_id)
        case _:
            assert_never(provider)
