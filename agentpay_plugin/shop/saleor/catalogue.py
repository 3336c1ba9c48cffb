"""The channel's catalogue in Saleor, as the shopper may see it."""

from __future__ import annotations

from agentpay_plugin.conversation.goods import (
    AddressRules,
    Choice,
    DeliveryOption,
    Product,
)
from agentpay_plugin.conversation.ports import ProductRef
from agentpay_plugin.conversation.wanted import Found, Groups, Wanted
from agentpay_plugin.errors import ShopRefused
from agentpay_plugin.shop.kept import Kept
from agentpay_plugin.shop.saleor import searching
from agentpay_plugin.shop.saleor.addresses import address_rules
from agentpay_plugin.shop.saleor.countries import is_country
from agentpay_plugin.shop.saleor.deliveries import shipping_option
from agentpay_plugin.shop.saleor.execute import Execute
from agentpay_plugin.shop.saleor.goods_map import GoodsMap, read_map
from agentpay_plugin.shop.saleor.ids import key_of
from agentpay_plugin.shop.saleor.language import DEFAULT
from agentpay_plugin.shop.saleor.products import Node, product


class SaleorCatalogue:
    """Implements conversation.ports.Catalogue.

    `execute` acts as the shopper. `execute_as_app`, if given, is asked only for the channel's countries,
    which Saleor does not tell a shopper; without it those of the whole shop are offered. `maps` keeps how the
    channel sorts its goods, which is read by `execute_as_anyone`: what it keeps, all shoppers are told.
    """

    def __init__(
        self,
        execute: Execute,
        channel: str,
        language_code: str = DEFAULT,
        execute_as_app: Execute | None = None,
        execute_as_anyone: Execute | None = None,
        maps: Kept[GoodsMap] | None = None,
    ) -> None:
        self._execute = execute
        self._execute_as_anyone = execute_as_anyone or execute
        self._maps = maps or Kept()
        self._execute_as_app = execute_as_app
        self._channel = channel
        self._language = language_code

    def product(self, ref: ProductRef) -> Product | None:
        node = self._node(ref)
        return product(node) if node else None

    def search(self, wanted: Wanted, limit: int) -> Found:
        return searching.search(self._execute, self._scope(), self._map(), wanted, limit)

    def similar(self, product_id: str, wanted: Wanted, limit: int) -> Found:
        scope, known = self._scope(), self._map()
        return searching.similar(self._execute, scope, known, product_id, wanted, limit)

    def groups(self) -> Groups:
        return self._map().groups

    def delivery_options(self, country: str) -> tuple[DeliveryOption, ...]:
        if not is_country(country):
            return ()
        variables = {"country": country} | self._scope()
        shop = self._execute("delivery_of_country", variables)["shop"]
        return tuple(shipping_option(node) for node in shop["availableShippingMethods"] or ())

    def address_rules(self, country: str | None) -> AddressRules:
        chosen, served = self._countries()
        if country is None or not is_country(country):
            country = (
                chosen or self._execute("default_country", {})["shop"]["defaultCountry"]["code"]
            )
        variables = {"country": country, "language": self._language}
        data = self._execute("address_rules", variables)
        labels = (Choice(node["code"], node["country"]) for node in data["shop"]["countries"])
        offered = tuple(one for one in labels if not served or one.value in served)
        return address_rules(data["addressValidationRules"], offered)

    def _node(self, ref: ProductRef) -> Node | None:
        if ref.id:
            if key_of(ref.id, "Product") is None:
                return None
            variables = {"id": ref.id, "slug": None}
        elif ref.slug:
            variables = {"id": None, "slug": ref.slug}
        elif ref.sku:
            variant = self._execute("product_of_sku", {"sku": ref.sku} | self._scope())[
                "productVariant"
            ]
            return variant["product"] if variant else None
        else:
            return None
        node: Node | None = self._execute("product", variables | self._scope())["product"]
        return node

    def _map(self) -> GoodsMap:
        execute, scope = self._execute_as_anyone, self._scope()
        return self._maps.get((self._channel, self._language), lambda: read_map(execute, scope))

    def _scope(self) -> dict[str, object]:
        return {"channel": self._channel, "language": self._language}

    def _countries(self) -> tuple[str | None, frozenset[str]]:
        """Return the channel's default country and those it delivers to, as far as Saleor tells us."""
        if self._execute_as_app is None:
            return None, frozenset()
        try:
            channel = self._execute_as_app("channel_countries", {"channel": self._channel})[
                "channel"
            ]
        except ShopRefused:  # The merchant closed our account: shoppers still get a form.
            return None, frozenset()
        if channel is None:
            return None, frozenset()
        return channel["defaultCountry"]["code"], frozenset(
            c["code"] for c in channel["countries"] or ()
        )
