"""Which provider a channel has."""

from __future__ import annotations

import pytest

from agentpay_plugin.payments import Bases, ProviderName, provider_of
from agentpay_plugin.payments.stripe import StripeProvider
from agentpay_plugin.settings import ChannelSettings

TEST_KEY, LIVE_KEY = "sk_test_12345678", "rk_live_12345678"


def settings(key: str) -> ChannelSettings:
    return ChannelSettings(stripe_secret_key=key, stripe_webhook_secret="whsec_12345678")


def test_a_channel_with_a_key_has_stripe() -> None:
    provider = provider_of("stripe", settings(TEST_KEY))

    assert isinstance(provider, StripeProvider)
    assert provider.name == ProviderName.STRIPE == "stripe"


@pytest.mark.parametrize(("name", "key"), [("stripe", ""), ("paypal", TEST_KEY), ("", TEST_KEY)])
def test_no_key_or_no_such_provider(name: str, key: str) -> None:
    assert provider_of(name, settings(key)) is None


@pytest.mark.parametrize(
    "base",
    [
        "http://127.0.0.1:12111",
        "http://localhost:12111",
        "http://[::1]:1",
        "",
        "https://api.stripe.com",
    ],
)
def test_a_live_key_may_stay_at_home(base: str) -> None:
    assert provider_of("stripe", settings(LIVE_KEY), Bases(stripe=base)) is not None


@pytest.mark.parametrize(
    "base",
    [
        "https://stripe.example",
        "http://127.0.0.1.example",
        "https://api.stripe.com.example",
        "nonsense",
    ],
)
def test_a_live_key_goes_to_no_stranger(base: str) -> None:
    with pytest.raises(ValueError, match="AGENTPAY_STRIPE_API_BASE"):
        provider_of("stripe", settings(LIVE_KEY), Bases(stripe=base))


def test_a_test_key_may_go_to_a_sandbox_elsewhere() -> None:
    base = "http://look-alike:12111"

    assert provider_of("stripe", settings(TEST_KEY), Bases(stripe=base)) is not None
