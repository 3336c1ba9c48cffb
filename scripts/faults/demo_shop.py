"""The demo's sandbox shop, as its merchant and its storefront handle it."""

from __future__ import annotations

from collections.abc import Sequence

from agentpay_plugin.conversation.ports import Carts
from agentpay_plugin.demo import wiring
from agentpay_plugin.money import Money
from scripts.faults.books import ShopOrder, ShopTransaction
from scripts.faults.host import PLENTY, Goods

_COMMON = ("essential-tee", "variant-essential-tee-blue-m")


class DemoShop:
    """Implements host.Shop."""

    def __init__(self) -> None:
        self._shop = wiring.shop()

    def stock_up(self) -> None:
        for product in self._shop.goods.products:
            for variant in product.variants:
                self._shop.set_stock(variant.id, PLENTY)

    def common(self, channel: str) -> Goods:
        return next(one for one in self._goods(channel) if (one.product, one.variant) == _COMMON)

    def own(self, channel: str, number: int) -> Goods:
        goods = [one for one in self._goods(channel) if one.product != _COMMON[0]]
        return goods[number % len(goods)]

    def set_stock(self, variant: str, quantity: int) -> None:
        self._shop.set_stock(variant, quantity)

    def set_price(self, variant: str, channel: str, price: Money) -> None:
        self._shop.set_price(variant, price, channel)

    def carts(self, channel: str) -> Carts:
        return self._shop.carts(channel)

    def orders(self) -> Sequence[ShopOrder]:
        return [ShopOrder(one.id, one.number, one.total) for one in self._shop.placed]

    def transactions(self) -> Sequence[ShopTransaction]:
        return [
            ShopTransaction(one.id, one.source_id, one.order_id or "", one.charged)
            for one in self._shop.transactions
        ]

    def _goods(self, channel: str) -> list[Goods]:
        """Return what can be sent in a channel."""
        currency = self._shop.goods.channels[channel].currency
        return [
            Goods(product.slug, variant.id, Money(variant.prices[channel], currency))
            for product in self._shop.goods.products
            for variant in product.variants
            if product.requires_shipping and channel in variant.prices
        ]
