"""What a merchant does once in a Saleor before the run: channels, codes, AgentPay's keys and its webhooks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from agentpay_plugin.demo.channels import ALL
from agentpay_plugin.demo.webhooks import Hook, hook
from agentpay_plugin.payments import ProviderName
from agentpay_plugin.settings import ChannelSettings
from scripts.faults.levers import Levers
from scripts.faults.roads import LOOK_ALIKES
from scripts.faults.saleor_goods import CHANNELS, DOLLARS, sample_prices
from scripts.faults.site import Site
from tests.saleor import merchant, reais, refunding
from tests.saleor.shop import Shop

_KEYS = (
    "stripe_secret_key", "stripe_webhook_secret", "asaas_api_key", "asaas_webhook_token", "pix_provider",
    "pix_bank", "pix_client_id", "pix_client_secret", "pix_key", "pix_webhook_secret",
)  # fmt: skip


# What Saleor does with money by itself, where a merchant wants it: in some channels, so that both are bought in.
_BY_SALEOR = {
    "brazil": {"checkoutSettings": {"automaticCompletion": {"enabled": True, "delay": 0}}},
    "brazil-pix": {
        "paymentSettings": {
            "releaseFundsForExpiredCheckouts": True,
            "checkoutTtlBeforeReleasingFunds": 1,
        }
    },
}
_UPDATE = (
    "mutation($id:ID!,$i:ChannelUpdateInput!){channelUpdate(id:$id,input:$i){errors{message}}}"
)


def set_up(shop: Shop, site: Site) -> None:
    """Open channels in reais beside the sample data's in dollars, and let all roads of each take money."""
    prices = {slug: f"{5 * price:.2f}" for slug, price in sample_prices(shop)}
    for channel in CHANNELS:
        if channel != DOLLARS:
            reais.open_channel(shop, channel, prices)
    merchant.voucher(shop, "WELCOME10", "10", channels=CHANNELS)
    merchant.voucher(shop, "FREESHIP", "100", channels=CHANNELS, type="SHIPPING")
    for channel, given in _BY_SALEOR.items():
        merchant.done(shop, _UPDATE, id=merchant.channel_id(shop, channel), i=given)
    refunding.without_reasons(shop)
    banks = {_provider(one.module): Levers(site.bank_url(one.name)) for one in LOOK_ALIKES}
    for channel in CHANNELS:
        for provider, found in _switch_on(shop, channel).items():
            banks[provider].lever("endpoints", **asdict(found))


def _switch_on(shop: Shop, channel: str) -> Mapping[ProviderName, Hook]:
    """Give a channel the keys that it has in the demo; return the webhooks of those that take its money."""
    given = ALL[channel].settings
    values = {name: str(getattr(given, name)) for name in _KEYS if getattr(given, name)}
    if given.pix_client_id:
        values["pix_certificate"] = reais.certificate()
    answer = merchant.update(shop, channel, True, **values)
    assert answer["errors"] == [], answer["errors"]
    return _hooks(merchant.configuration(answer, channel), given)


def _hooks(saved: Mapping[str, str], given: ChannelSettings) -> Mapping[ProviderName, Hook]:
    found = {ProviderName.STRIPE: hook(ProviderName.STRIPE, saved["webhook_url"], given)}
    if given.pix_provider and (url := saved["pix_webhook_url"]):
        taker = ProviderName(given.pix_provider)
        found[taker] = hook(taker, url, given)
    return found


def _provider(module: str) -> ProviderName:
    return ProviderName(module.rpartition(".")[-1])
