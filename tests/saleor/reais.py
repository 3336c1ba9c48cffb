"""The merchant in the tests opens a channel for Brazil, and takes PIX there by Asaas or by a bank."""

from __future__ import annotations

import secrets
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from agentpay_plugin.conversation.tax_id import normalised
from agentpay_plugin.payments.asaas import AsaasProvider
from agentpay_plugin.payments.pix import PixProvider
from agentpay_plugin.payments.pix_bank import efi
from tests.saleor.merchant import configuration, done, update
from tests.saleor.shop import Shop

CHANNEL = "channel-brl"
PRODUCT = "blue-hoodie"
PRICE = "189.90"
DELIVERY, DELIVERY_PRICE = "PAC", "24.50"
CPF = "529.982.247-25"
ANA = {
    "firstName": "Ana", "lastName": "Souza", "streetAddress1": "Rua Augusta, 100", "city": "São Paulo",
    "cityArea": "Consolação", "postalCode": "01305-000", "country": "BR", "countryArea": "SP", "phone": "",
}  # fmt: skip
ASAAS_KEY, ASAAS_TOKEN = "$aact_hmlg_journeys1234", secrets.token_hex(20)
CLIENT_ID, CLIENT_SECRET, PIX_KEY = (
    "Client_Id_journeys",
    "Client_Secret_journeys",
    "loja@example.com",
)
PIX_SECRET = secrets.token_hex(20)


@dataclass(frozen=True)
class Taker:
    """Who takes the PIX of the channel: its name in the settings, and its look-alike."""

    name: str
    like: Any

    @property
    def asks_payer(self) -> bool:
        """Whether whoever pays must be named by CPF or CNPJ."""
        return self.name == "asaas"

    def is_closed(self, ref: str) -> bool:
        """Tell whether nobody can pay a code any more."""
        if self.name == "asaas":
            return next(bool(p["deleted"]) for p in self.like.payments if p["id"] == ref)
        status = next(one["status"] for one in self.like.charges if one["txid"] == ref)
        return bool(status == "REMOVIDA_PELO_USUARIO_RECEBEDOR")

    def made(self) -> int:
        """Return how many codes there are."""
        return len(self.like.payments if self.name == "asaas" else self.like.charges)

    def given_back(self, ref: str) -> list[str]:
        """Return what went back of a paid code, in reais."""
        if self.name == "asaas":
            (payment,) = [one for one in self.like.payments if one["id"] == ref]
            return sorted(refund["value"] for refund in payment["refunds"] or [])
        (charge,) = [one for one in self.like.charges if one["txid"] == ref]
        (paid,) = charge["pix"]
        return sorted(refund["valor"] for refund in paid.get("devolucoes", []))


@cache
def certificate() -> str:
    """Return a certificate with its key as a bank gives it, made once a run."""
    made = subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=loja",
         "-keyout", "-", "-out", "-"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return made.stdout


def open_channel(shop: Shop, slug: str = CHANNEL, prices: Mapping[str, str] | None = None) -> None:
    """Make a channel, with a warehouse, a delivery and products of the sample data for sale in it.

    `prices`: of each product by its slug, sold in its first variant.
    """
    warehouse = done(
        shop,
        "mutation($i:WarehouseCreateInput!){createWarehouse(input:$i){warehouse{id} errors{field message code}}}",
        i={"name": "São Paulo", "address": ANA},
    )["warehouse"]["id"]
    channel = done(
        shop,
        "mutation($i:ChannelCreateInput!){channelCreate(input:$i){channel{id} errors{field message code}}}",
        i={
            "isActive": True, "name": "Brasil", "slug": slug, "currencyCode": "BRL",
            "defaultCountry": "BR", "addWarehouses": [warehouse],
        },
    )["channel"]["id"]  # fmt: skip
    _deliver(shop, channel, warehouse)
    for product, price in (prices or {PRODUCT: PRICE}).items():
        _sell(shop, channel, warehouse, product, price)


def take_pix(shop: Shop, takers: tuple[Taker, ...]) -> None:
    """Switch AgentPay on with the keys of all, and have each send its webhooks to the shop."""
    values = {
        "asaas_api_key": ASAAS_KEY, "asaas_webhook_token": ASAAS_TOKEN, "pix_bank": "efi_sandbox",
        "pix_client_id": CLIENT_ID, "pix_client_secret": CLIENT_SECRET, "pix_key": PIX_KEY,
        "pix_certificate": certificate(), "pix_webhook_secret": PIX_SECRET,
    }  # fmt: skip
    for taker in takers:
        answer = update(shop, CHANNEL, True, **values, pix_provider=taker.name)
        assert answer["errors"] == [], answer["errors"]
        url = str(configuration(answer, CHANNEL)["pix_webhook_url"])
        if taker.name == "asaas":
            asaas = AsaasProvider(ASAAS_KEY, (ASAAS_TOKEN,), f"{taker.like.url}/v3")
            asaas.register_webhook(url, ASAAS_TOKEN, "loja@example.com")
        else:
            access = efi(
                CLIENT_ID, CLIENT_SECRET, certificate(), PIX_KEY, live=False, base=taker.like.url
            )
            PixProvider(access, (PIX_SECRET,)).register_webhook(url, PIX_SECRET)


def places_of(shop: Shop, tax_id: str) -> list[str]:
    """Return where a tax id stands, with or without its punctuation: tables of the database, and logs."""
    digits = normalised(tax_id)
    assert digits
    form = r"\D{0,2}".join(digits)
    tables = shop.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    found = [
        name
        for (name,) in tables
        if shop.rows(f'SELECT 1 FROM "{name}" AS r WHERE r::text ~ %s LIMIT 1', form)
    ]
    return found + [one.name for one in shop.logs() if digits in one.read_text()]


def _deliver(shop: Shop, channel: str, warehouse: str) -> None:
    zone = done(
        shop,
        "mutation($i:ShippingZoneCreateInput!){shippingZoneCreate(input:$i){shippingZone{id} errors{field message code}}}",
        i={
            "name": "Brasil", "countries": ["BR"], "addWarehouses": [warehouse],
            "addChannels": [channel],
        },
    )["shippingZone"]["id"]  # fmt: skip
    method = done(
        shop,
        "mutation($i:ShippingPriceInput!){shippingPriceCreate(input:$i){shippingMethod{id} errors{field message code}}}",
        i={"name": DELIVERY, "type": "PRICE", "shippingZone": zone},
    )["shippingMethod"]["id"]
    done(
        shop,
        "mutation($id:ID!,$i:ShippingMethodChannelListingInput!){shippingMethodChannelListingUpdate(id:$id,input:$i)"
        "{errors{field message code}}}",
        id=method,
        i={"addChannels": [{"channelId": channel, "price": DELIVERY_PRICE}]},
    )


def _sell(shop: Shop, channel: str, warehouse: str, slug: str, price: str) -> None:
    product = shop.graphql(
        "query($s:String!){product(slug:$s,channel:\"default-channel\"){id variants{id}}}", s=slug
    )["product"]  # fmt: skip
    variant = product["variants"][0]["id"]
    done(
        shop,
        "mutation($id:ID!,$i:ProductChannelListingUpdateInput!){productChannelListingUpdate(id:$id,input:$i)"
        "{errors{field message code}}}",
        id=product["id"],
        i={
            "updateChannels": [
                {
                    "channelId": channel, "isPublished": True, "visibleInListings": True,
                    "isAvailableForPurchase": True, "addVariants": [variant],
                }
            ]
        },
    )  # fmt: skip
    done(
        shop,
        "mutation($id:ID!,$i:[ProductVariantChannelListingAddInput!]!){productVariantChannelListingUpdate(id:$id,"
        "input:$i){errors{field message code}}}",
        id=variant,
        i=[{"channelId": channel, "price": price}],
    )
    done(
        shop,
        "mutation($id:ID!,$s:[StockInput!]!){productVariantStocksCreate(variantId:$id,stocks:$s){errors{field message code}}}",
        id=variant,
        s=[{"warehouse": warehouse, "quantity": 1000}],
    )


def choose(shop: Shop, taker: Taker) -> None:
    """Let one of the two take the channel's PIX."""
    answer = update(shop, CHANNEL, True, pix_provider=taker.name)
    assert answer["errors"] == [], answer["errors"]
