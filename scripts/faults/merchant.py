"""What happens in the shop meanwhile: the merchant changes goods and gives back, the storefront changes a cart."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import requests
from django.db import connections

from agentpay_plugin.errors import ShopRefused
from agentpay_plugin.models import Charge
from agentpay_plugin.money import Money
from agentpay_plugin.shop.sandbox import SandboxShop
from agentpay_plugin.shop.sandbox.goods import SampleVariant
from scripts.faults.plan import Planned
from scripts.faults.world import World

PLENTY = 1_000_000
COMMON_GOODS = ("essential-tee", "variant-essential-tee-blue-m")  # what most buy
_GIFT_CARDS = {"USD": "GIFT-500-USD", "BRL": "GIFT-100-BRL"}


class Merchant:
    """The shop's people, as far as they have to do with one purchase."""

    def __init__(self, shop: SandboxShop, planned: Planned, world: World) -> None:
        self._shop = shop
        self._planned = planned
        self._world = world

    def rare_goods(self) -> tuple[str, str]:
        """Return the product's slug and the variant that few others buy, which is to be changed.

        Much later it is as it was.
        """
        goods = [
            (product.slug, variant)
            for product in self._shop.goods.products[1:]
            for variant in product.variants
            if product.requires_shipping and self._planned.channel in variant.prices
        ]
        slug, variant = goods[self._planned.number % len(goods)]
        price = variant.prices[self._planned.channel]

        def restore() -> None:
            self._do(lambda: self._shop.set_stock(variant.id, PLENTY))
            self._do(lambda: self._set_price(variant.id, price))

        self._do(lambda: self._shop.set_stock(variant.id, PLENTY))
        self._world.later(restore)
        return slug, variant.id

    def sell_out(self, variant_id: str) -> None:
        self._do(lambda: self._shop.sell_out(variant_id))

    def change_price(self, variant_id: str, minor: int) -> None:
        price = self._variant(variant_id).prices[self._planned.channel] + minor
        self._do(lambda: self._set_price(variant_id, price))

    def change_cart(self, cart_id: str, change: Callable[[Any, str], object]) -> None:
        """Change a cart as the storefront does, behind the chat's back. The shop may refuse."""
        carts = self._shop.carts(self._planned.channel)
        with suppress(ShopRefused):
            self._do(lambda: change(carts, cart_id))

    def gift_card(self, minor: int) -> str:
        """Let a gift card hold so much now, whoever else brings it; returns its code."""
        code = _GIFT_CARDS[self._shop.goods.channels[self._planned.channel].currency]
        self._do(lambda: self._shop.set_balance(code, minor))
        return code

    def ask_back(self, charge_id: str, minor: int) -> None:
        """Ask for money of a payment back on the order page; the shop takes it down to what was taken."""

        def ask() -> None:
            charge = Charge.objects.get(pk=charge_id)
            self._shop.ask_back(charge.transaction_id, Money(minor, charge.currency))

        self._do(ask)

    def tap_refund(self, charge_id: str) -> bool:
        """Tap on the order page for all that is left to go back; False when the page does not answer."""
        address = f"{self._world.stack.url}/merchant/refund/{charge_id}/"
        headers = {"Sec-Fetch-Site": "same-origin"}
        try:
            answer = requests.post(address, headers=headers, timeout=20, allow_redirects=False)
        except requests.RequestException:
            return False
        return answer.status_code == 302

    def _set_price(self, variant_id: str, minor: int) -> None:
        currency = self._shop.goods.channels[self._planned.channel].currency
        self._shop.set_price(variant_id, Money(minor, currency), self._planned.channel)

    def _variant(self, variant_id: str) -> SampleVariant:
        entry = self._shop.goods.variant(variant_id)
        if entry is None:
            raise LookupError(variant_id)
        return entry[1]

    @staticmethod
    def _do(work: Callable[[], object]) -> None:
        try:
            work()
        finally:
            connections.close_all()
