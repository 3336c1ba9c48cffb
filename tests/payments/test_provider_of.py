"""Which provider a channel has."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from agentpay_plugin.money import Money
from agentpay_plugin.payments import Bases, ProviderName, provider_of
from agentpay_plugin.payments.asaas import AsaasProvider
from agentpay_plugin.payments.pix import PixProvider
from agentpay_plugin.payments.stripe import StripeProvider
from agentpay_plugin.settings import ChannelSettings, PixBank

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


BY_ASAAS = ChannelSettings(
    asaas_api_key="$aact_prod_12345678", asaas_webhook_token="t" * 32, asaas_minimum=Decimal("7.50")
)
BY_BANK = ChannelSettings(
    pix_client_id="Client_1",
    pix_client_secret="Secret_1",
    pix_key="key",
    pix_webhook_secret="s" * 24,
)
BY_OTHER_BANK = replace(
    BY_BANK,
    pix_bank=PixBank.OTHER,
    pix_base_url="https://pix.bank.example/api/v2/",
    pix_token_url="https://auth.bank.example/token",
)


def test_a_channel_with_a_key_of_asaas() -> None:
    provider = provider_of("asaas", BY_ASAAS)

    assert isinstance(provider, AsaasProvider)
    assert (provider.name, provider.live, provider.needs_payer) == ("asaas", True, True)
    assert provider.minimum("BRL") == Money(750, "BRL")
    assert provider_of("asaas", ChannelSettings()) is None


def test_a_channel_with_an_access_to_a_bank() -> None:
    provider = provider_of("pix", BY_BANK)
    sandbox = provider_of("pix", replace(BY_BANK, pix_bank=PixBank.EFI_SANDBOX))

    assert isinstance(provider, PixProvider)
    assert isinstance(sandbox, PixProvider)
    assert (provider.name, provider.live, sandbox.live) == ("pix", True, False)
    assert provider._bank.base == "https://pix.api.efipay.com.br/v2"


@pytest.mark.parametrize("field", ["pix_client_id", "pix_client_secret", "pix_key"])
def test_half_an_access_is_none(field: str) -> None:
    assert provider_of("pix", replace(BY_BANK, **{field: ""})) is None


def test_any_other_bank_is_where_the_merchant_says() -> None:
    provider = provider_of("pix", BY_OTHER_BANK)

    assert isinstance(provider, PixProvider)
    assert provider._bank.base == "https://pix.bank.example/api/v2"
    assert provider._bank.token_url == "https://auth.bank.example/token"
    assert provider.live is True


@pytest.mark.parametrize(
    ("name", "given", "variable"),
    [
        ("asaas", BY_ASAAS, "AGENTPAY_ASAAS_API_BASE"),
        ("pix", BY_BANK, "AGENTPAY_PIX_API_BASE"),
        ("pix", BY_OTHER_BANK, "AGENTPAY_PIX_API_BASE"),
    ],
)
def test_live_access_goes_to_no_stranger_but_may_stay_at_home(
    name: str, given: ChannelSettings, variable: str
) -> None:
    away = "https://look-alike.example"

    with pytest.raises(ValueError, match=variable):
        provider_of(name, given, Bases(asaas=away, pix=away))

    home = "http://127.0.0.1:12112"
    assert provider_of(name, given, Bases(asaas=home, pix=home)) is not None


def test_access_to_a_sandbox_may_go_to_a_look_alike_elsewhere() -> None:
    away = Bases(asaas="http://asaas:12112/v3", pix="http://bank:12113")
    sandbox = replace(BY_OTHER_BANK, pix_bank=PixBank.OTHER_SANDBOX)

    assert provider_of("asaas", ChannelSettings(asaas_api_key="$aact_hmlg_12345678"), away)
    provider = provider_of("pix", sandbox, away)
    assert isinstance(provider, PixProvider)
    assert (provider._bank.base, provider._bank.token_url) == (
        "http://bank:12113/v2",
        "http://bank:12113/oauth/token",
    )
