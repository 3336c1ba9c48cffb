"""A real Saleor, as its merchant and a storefront handle it: all by its public API."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

import requests

from agentpay_plugin.conversation.ports import Carts
from agentpay_plugin.errors import ShopUnavailable
from agentpay_plugin.money import Money
from agentpay_plugin.shop.documents import document
from agentpay_plugin.shop.saleor.books import SaleorBooks
from agentpay_plugin.shop.saleor.carts import SaleorCarts
from agentpay_plugin.shop.saleor.language import language_code
from scripts.faults import saleor_books
from scripts.faults.books import ShopOrder, ShopTransaction
from scripts.faults.host import PLENTY, Goods, Payments
from scripts.faults.saleor_goods import CHANNELS, global_id, goods
from tests.saleor import merchant
from tests.saleor.shop import Shop

Found = TypeVar("Found")

_PATIENCE = 120.0  # seconds: it may just be away
_PAUSE = 1.0
_CURRENCIES = ("USD", "BRL")
_GATEWAY = "agentpay"  # the app's identifier
_STOCKS = "query($id:ID!){productVariant(id:$id){stocks{warehouse{id}}}}"
_SET_STOCKS = """
mutation($id: ID!, $stocks: [StockInput!]!) {
  productVariantStocksUpdate(variantId: $id, stocks: $stocks) { errors { field message code } }
}
"""
_SET_BALANCE = """
mutation($id: ID!, $i: GiftCardUpdateInput!) {
  giftCardUpdate(id: $id, input: $i) { errors { field message code } }
}
"""
_ASK_BACK = """
mutation($id: ID!, $amount: PositiveDecimal) {
  transactionRequestAction(id: $id, actionType: REFUND, amount: $amount) { errors { message } }
}
"""
_SET_PRICE = """
mutation($id: ID!, $listings: [ProductVariantChannelListingAddInput!]!) {
  productVariantChannelListingUpdate(id: $id, input: $listings) { errors { field message code } }
}
"""


class SaleorShop:
    """Implements host.Shop. What is not answered is asked again: all of it sets, nothing adds.

    Its books are those of the run: what the sample data had bought before is none of it.
    """

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._goods = {channel: goods(shop, channel) for channel in CHANNELS}
        self._channels = {channel: merchant.channel_id(shop, channel) for channel in CHANNELS}
        self._cards = {
            currency: merchant.gift_card(shop, "1", currency) for currency in _CURRENCIES
        }
        self._before: set[str] = set()
        orders, transactions = self.orders(), self.transactions()
        self._before = {one.id for one in orders} | {one.id for one in transactions}

    def stock_up(self) -> None:
        for variant in {sold[0].variant for sold in self._goods.values()}:
            self.set_stock(variant, PLENTY)

    def common(self, channel: str) -> Goods:
        return self._goods[channel][0]

    def rare(self, channel: str, number: int) -> Goods:
        rare = self._goods[channel][1:]
        return rare[number % len(rare)]

    def set_stock(self, variant: str, quantity: int) -> None:
        def do() -> None:
            asked = self._shop.graphql(_STOCKS, bearer=self._shop.staff_token(), id=variant)
            stocks = [
                {"warehouse": stock["warehouse"]["id"], "quantity": quantity}
                for stock in asked["productVariant"]["stocks"]
            ]
            merchant.done(self._shop, _SET_STOCKS, id=variant, stocks=stocks)

        _patiently(do)

    def set_price(self, variant: str, channel: str, price: Money) -> None:
        listing = {"channelId": self._channels[channel], "price": str(price.amount)}
        _patiently(lambda: merchant.done(self._shop, _SET_PRICE, id=variant, listings=[listing]))

    def gift_card(self, currency: str, minor: int) -> str:
        code = self._cards[currency]
        ((pk,),) = self._shop.rows("SELECT id FROM giftcard_giftcard WHERE code = %s", code)
        given = {"balanceAmount": str(Money(minor, currency).amount)}
        _patiently(
            lambda: merchant.done(self._shop, _SET_BALANCE, id=global_id("GiftCard", pk), i=given)
        )
        return code

    def ask_back(self, _: str, transaction_id: str, money: Money | None) -> bool:
        """The order page may refuse, when nothing is left there."""
        amount = None if money is None else str(money.amount)
        try:
            self._shop.graphql(
                _ASK_BACK, bearer=self._shop.staff_token(), id=transaction_id, amount=amount
            )
        except _NOT_DONE:
            return False
        return True

    def carts(self, channel: str, locale: str = "en") -> Carts:
        return SaleorCarts(self._as_storefront, channel, language_code(locale))

    def payments(self) -> Payments:
        return SaleorBooks(self._as_storefront, self._as_storefront, _GATEWAY)

    def orders(self) -> Sequence[ShopOrder]:
        found = _patiently(lambda: saleor_books.orders(self._as_staff))
        return [one for one in found if one.id not in self._before]

    def transactions(self) -> Sequence[ShopTransaction]:
        found = _patiently(lambda: saleor_books.transactions(self._as_staff))
        return [one for one in found if one.id not in self._before]

    def _as_staff(self, query: str, after: str | None) -> Mapping[str, Any]:
        return self._shop.graphql(query, bearer=self._shop.staff_token(), after=after)

    def _as_storefront(self, name: str, variables: Mapping[str, object]) -> Mapping[str, Any]:
        """Send one of our own documents as anybody may. Raises ShopUnavailable."""
        try:
            return _patiently(
                lambda: self._shop.graphql(document(name), **dict[str, Any](variables))
            )
        except _NOT_DONE as error:
            raise ShopUnavailable(name) from error


# A refusal is among them: what a killed process had half done is refused as busy, and works a moment later.
_NOT_DONE = (requests.RequestException, AssertionError)


def _patiently(do: Callable[[], Found]) -> Found:
    """Do it until it works, or raise what stood in its way all the time."""
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            return do()
        except _NOT_DONE:
            if time.monotonic() > end:
                raise
            time.sleep(_PAUSE)
