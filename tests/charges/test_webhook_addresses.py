"""Webhooks as they come in by HTTP: which address is whose, and what in it proves them."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from django.test import RequestFactory

from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.ports import Provider
from agentpay_plugin.hosting import urls, web
from agentpay_plugin.models import ProviderNotice
from agentpay_plugin.payments import provider_of
from agentpay_plugin.settings import ChannelSettings, PixBank
from tests.charges.world import CHANNEL, World

pytestmark = pytest.mark.django_db(transaction=True)

REFERENCE = "0b8f2c1e-8f0a-4d57-9a51-5f6f2f3c7f10"
TXID = f"{REFERENCE.replace('-', '')}t1"
SETTINGS = ChannelSettings(
    active=True,
    asaas_api_key="$aact_hmlg_12345678",
    asaas_webhook_token="t" * 32,
    pix_bank=PixBank.EFI_SANDBOX,
    pix_client_id="Client_1",
    pix_client_secret="Secret_1",
    pix_key="key",
    pix_webhook_secret="s" * 24,
)
PAID = {"pix": [{"endToEndId": f"E{at}", "txid": TXID, "valor": "1.00"} for at in (1, 2)]}
RECEIVED = {
    "id": "evt_1&2",
    "event": "PAYMENT_RECEIVED",
    "payment": {"id": "pay_1", "externalReference": f"{REFERENCE}:1"},
}


def post(world: World, path: str, body: object, **headers: str) -> int:
    def provider(_: str, name: str) -> Provider | None:
        return provider_of(name, world.settings)

    desk: Desk = replace(world.desk, provider=provider)
    door = web.Door(desk, lambda number: CHANNEL if number == "1" else "", lambda: None)
    address = f"{urls.BASE}/{path}"
    request = RequestFactory().post(address, json.dumps(body), "application/json", headers=headers)
    return web.answer(door, request, f"/{path.partition('?')[0]}").status_code


@pytest.fixture
def shop(world: World) -> World:
    world.settings = SETTINGS
    return world


@pytest.mark.parametrize(
    "path",
    [
        f"webhooks/pix/1/?hmac={'s' * 24}&ignorar=/pix",
        f"webhooks/pix/1/pix?hmac={'s' * 24}",
        f"webhooks/pix/1/pix/?hmac={'s' * 24}",
    ],
)
def test_a_bank_may_put_pix_behind_the_address(shop: World, path: str) -> None:
    statuses = [post(shop, path, PAID) for _ in range(2)]

    assert statuses == [200, 200]
    stored = ProviderNotice.objects.order_by("event_id")
    assert [(one.provider, one.event_id, one.charge_ref, one.reference) for one in stored] == [
        ("pix", "E1", TXID, REFERENCE),
        ("pix", "E2", TXID, REFERENCE),
    ]


@pytest.mark.parametrize(
    "path", ["webhooks/pix/1/", "webhooks/pix/1/?hmac=", "webhooks/pix/1/pix?hmac=guessed"]
)
def test_without_the_secret_nothing_is_stored(shop: World, path: str) -> None:
    assert post(shop, path, PAID) == 400
    assert not ProviderNotice.objects.exists()


def test_asaas_by_its_token(shop: World) -> None:
    token = {"asaas-access-token": "t" * 32}

    statuses = [post(shop, "webhooks/asaas/1/", RECEIVED, **token) for _ in range(3)]

    stored = ProviderNotice.objects.get()
    assert statuses == [200] * 3
    assert (stored.event_id, stored.charge_ref) == ("evt_1&2", "pay_1")
    assert post(shop, "webhooks/asaas/1/", RECEIVED) == 400
    assert ProviderNotice.objects.count() == 1


def test_what_asaas_says_beyond_our_understanding_is_answered_with_200(shop: World) -> None:
    token = {"asaas-access-token": "t" * 32}
    others = RECEIVED | {"payment": {"id": "pay_2", "externalReference": "invoice 7"}}

    for body in ([], {}, {"event": "TRANSFER_DONE"}, others, RECEIVED | {"event": "PAYMENT_NEW"}):
        assert post(shop, "webhooks/asaas/1/", body, **token) == 200

    assert not ProviderNotice.objects.exists()


@pytest.mark.parametrize("provider", ["asaas", "pix", "paypal"])
def test_an_endpoint_without_a_secret_does_not_exist(world: World, provider: str) -> None:
    assert post(world, f"webhooks/{provider}/1/?hmac=", PAID) == 404
    assert post(world, f"webhooks/{provider}/2/?hmac=", PAID) == 404
    assert not ProviderNotice.objects.exists()
