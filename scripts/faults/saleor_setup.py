"""What a merchant does once in a Saleor before the run: a channel, codes, AgentPay's keys and its webhooks."""

from __future__ import annotations

import requests

from agentpay_plugin.demo.channels import ALL
from scripts.faults.roads import ROADS
from scripts.faults.saleor_goods import DOLLARS, REAIS, sample_prices
from scripts.faults.site import Site
from tests.saleor import merchant, reais
from tests.saleor.shop import Shop

_TIMEOUT = 30  # seconds


def set_up(shop: Shop, site: Site) -> None:
    """Open a channel in reais beside the sample data's in dollars, and let every road of a channel take money."""
    reais.open_channel(shop, REAIS, {one: f"{5 * price:.2f}" for one, price in sample_prices(shop)})
    channels = (DOLLARS, REAIS)
    merchant.voucher(shop, "WELCOME10", "10", channels=channels)
    merchant.voucher(shop, "FREESHIP", "100", channels=channels, type="SHIPPING")
    for road in ROADS:
        for channel in road.channels:
            _switch_on(shop, channel, site.bank_url(road.name))


def _switch_on(shop: Shop, channel: str, bank: str) -> None:
    """Give a channel the keys of the demo's, and tell the look-alike where its webhooks go."""
    given = ALL[channel].settings
    secret, key = given.stripe_webhook_secret, given.stripe_secret_key
    answer = merchant.update(
        shop, channel, True, stripe_secret_key=key, stripe_webhook_secret=secret
    )
    assert answer["errors"] == [], answer["errors"]
    url = merchant.configuration(answer, channel)["webhook_url"]
    hook = {"url": url, "secret": secret, "account": key}
    requests.post(f"{bank}/_control/endpoints", json=hook, timeout=_TIMEOUT).raise_for_status()
