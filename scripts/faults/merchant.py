"""What happens in the shop meanwhile: the merchant changes goods and gives back, the storefront changes a cart."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from django.db import connections

from agentpay_plugin.errors import ShopRefused
from agentpay_plugin.models import Charge
from agentpay_plugin.money import Money
from scripts.faults.host import PLENTY, Goods, Shop
from scripts.faults.plan import Planned
from scripts.faults.world import World

Done = TypeVar("Done")


class Merchant:
    """The shop's people, as far as they have to do with one purchase."""

    def __init__(self, shop: Shop, planned: Planned, world: World) -> None:
        self._shop = shop
        self._planned = planned
        self._world = world

    def common_goods(self) -> Goods:
        """Return what nearly everybody buys."""
        return self._shop.common(self._planned.channel)

    def rare_goods(self) -> Goods:
        """Return what few others buy, and what is to be changed. Much later it is as it was."""
        goods = self._shop.rare(self._planned.channel, self._planned.number)

        def restore() -> None:
            self._do(lambda: self._shop.set_stock(goods.variant, PLENTY))
            self._do(lambda: self._set_price(goods, goods.price))

        self._do(lambda: self._shop.set_stock(goods.variant, PLENTY))
        self._world.later(restore)
        return goods

    def sell_out(self, goods: Goods) -> None:
        self._do(lambda: self._shop.set_stock(goods.variant, 0))

    def change_price(self, goods: Goods, minor: int) -> None:
        """Let something cost more, or less, than it is listed at."""
        price = Money(goods.price.minor + minor, goods.price.currency)
        self._do(lambda: self._set_price(goods, price))

    def change_cart(self, cart_id: str, change: Callable[[Any, str], object]) -> None:
        """Change a cart as the storefront does, behind the chat's back. The shop may refuse."""
        carts = self._shop.carts(self._planned.channel)
        with suppress(ShopRefused):
            self._do(lambda: change(carts, cart_id))

    def gift_card(self, minor: int) -> str:
        """Let a gift card hold so much now, whoever else brings it; returns its code."""
        currency = self.common_goods().price.currency
        return self._do(lambda: self._shop.gift_card(currency, minor))

    def ask_back(self, charge_id: str, minor: int | None) -> bool:
        """Ask for money of a payment back on the order page; the shop takes it down to what was taken.

        None: all that is left. False when the page does not answer.
        """

        def ask() -> bool:
            charge = Charge.objects.get(pk=charge_id)
            money = None if minor is None else Money(minor, charge.currency)
            return self._shop.ask_back(charge_id, charge.transaction_id, money)

        return self._do(ask)

    def _set_price(self, goods: Goods, price: Money) -> None:
        self._shop.set_price(goods.variant, self._planned.channel, price)

    @staticmethod
    def _do(work: Callable[[], Done]) -> Done:
        try:
            return work()
        finally:
            connections.close_all()
