"""The demo's sandbox shop, as its merchant and its storefront handle it."""

from __future__ import annotations

from collections.abc import Sequence

import requests

from agentpay_plugin.conversation.ports import Carts
from agentpay_plugin.demo import settings, wiring
from agentpay_plugin.money import Money
from scripts.faults.books import ShopOrder, ShopTransaction
from scripts.faults.host import PLENTY, Goods, Payments

_GIFT_CARDS = {"USD": "GIFT-500-USD", "BRL": "GIFT-100-BRL"}
_COMMON = ("essential-tee", "variant-essential-tee-blue-m")


class DemoShop:
    """Implements host.Shop."""

    def __init__(self) -> None:
        self._shop = wiring.shop()

    def stock_up(self) -> None:
        self._shop.set_stock(_COMMON[1], PLENTY)

    def common(self, channel: str) -> Goods:
        return next(one for one in self._goods(channel) if (one.product, one.variant) == _COMMON)

    def rare(self, channel: str, number: int) -> Goods:
        goods = [one for one in self._goods(channel) if one.product != _COMMON[0]]
        return goods[number % len(goods)]

    def set_stock(self, variant: str, quantity: int) -> None:
        self._shop.set_stock(variant, quantity)

    def set_price(self, variant: str, channel: str, price: Money) -> None:
        self._shop.set_price(variant, price, channel)

    def gift_card(self, currency: str, minor: int) -> str:
        code = _GIFT_CARDS[currency]
        self._shop.set_balance(code, minor)
        return code

    def ask_back(self, charge_id: str, transaction_id: str, money: Money | None) -> bool:
        if money is not None:
            self._shop.ask_back(transaction_id, money)
            return True
        return self._tap_refund(charge_id)

    def carts(self, channel: str, locale: str = "en") -> Carts:
        return self._shop.carts(channel, locale)

    def payments(self) -> Payments:
        return self._shop.books()

    def orders(self) -> Sequence[ShopOrder]:
        carts = {order: cart for cart, order in self._shop.orders_of_checkouts.items()}
        return [
            ShopOrder(one.id, one.number, one.total, carts[one.id]) for one in self._shop.placed
        ]

    def transactions(self) -> Sequence[ShopTransaction]:
        return [
            ShopTransaction(one.id, one.source_id, one.order_id or "", one.charged)
            for one in self._shop.transactions
        ]

    def _tap_refund(self, charge_id: str) -> bool:
        address = f"{settings.PUBLIC_URL}/merchant/refund/{charge_id}/"
        headers = {"Sec-Fetch-Site": "same-origin"}
        try:
            answer = requests.post(address, headers=headers, timeout=20, allow_redirects=False)
        except requests.RequestException:
            return False
        return answer.status_code == 302

    def _goods(self, channel: str) -> list[Goods]:
        """Return what can be sent in a channel."""
        currency = self._shop.goods.channels[channel].currency
        return [
            Goods(product.slug, variant.id, Money(variant.prices[channel], currency))
            for product in self._shop.goods.products
            for variant in product.variants
            if product.requires_shipping and channel in variant.prices
        ]
