"""One purchase under way: its shopper, the goods they want, the page they pay on, and what strikes meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import requests
from django.db import connections

from agentpay_plugin.errors import ShopRefused
from agentpay_plugin.money import Money
from agentpay_plugin.shop.sandbox import SandboxShop
from scripts.faults.plan import Planned, Step
from scripts.faults.roads import Bank, Road, others
from scripts.faults.shopper import ClosedTab, GaveUp, Shopper
from scripts.faults.world import World

_PAGES = 6  # that a shopper asks for before they give up
_WAIT = 6.0  # seconds that a shopper waits for the confirmation before they close the tab
PLENTY = 1_000_000
_COMMON = ("essential-tee", "variant-essential-tee-blue-m")


@dataclass
class Buyer:
    """`variant` and `quantity` are what is bought now; `payment` is the newest that the chat showed."""

    planned: Planned
    road: Road
    banks: Mapping[str, Bank]  # by the method of the chat
    shop: SandboxShop
    world: World
    shopper: Shopper
    product: str = _COMMON[0]
    variant: str = _COMMON[1]
    quantity: int = 1
    payment: Mapping[str, Any] | None = None
    has_started: bool = False

    @property
    def dice(self) -> float:
        return self.planned.dice

    # --- in the chat

    def quote(self) -> str:
        """Come to a quote; returns its version."""
        if not self.has_started:
            self._reach(Step.START)
            self.shopper.start(self.product)
            self.has_started = True
        self._reach(Step.QUOTE)
        return self.shopper.go_to_quote(self.variant, self.quantity, self.planned.code)

    def confirm(self, version: str, *, otherwise: bool = False) -> Callable[[], None]:
        """Return what a tap on pay does; `otherwise`: by another method, if the channel has one."""
        road = next(iter(others(self.road, self.planned.channel)), self.road)
        road = road if otherwise else self.road

        def tap() -> None:
            self._reach(Step.ASK)
            how = {"method": road.method, "quoteVersion": version, **road.payer}
            self.shopper.send(pay=how)

        return tap

    def open(self) -> None:
        """Come to a page to pay on, trying again whenever the chat says that it did not work."""
        for _ in range(_PAGES):
            self.confirm(self.quote())()
            if self.await_page():
                return
            if self.shopper.chat["stage"] in ("PAID", "ORDERED"):
                raise GaveUp("it is paid already")
        raise GaveUp("no page to pay on")

    def await_page(self) -> bool:
        """Wait for the page; False when there is none."""
        found = self.shopper.wait_for_page()
        self.payment = found or self.payment
        return found is not None

    def change_quantity(self) -> None:
        self.quantity += 1
        action = {"variantId": self.variant, "quantity": self.quantity}
        self.shopper.tap(setQuantity=action)

    def wait(self, seconds: float = _WAIT) -> None:
        """Wait a little for the end. Raises ClosedTab."""
        self._reach(Step.WAIT)

        def told() -> bool:
            newest = self.shopper.messages[max(self.shopper.messages)]
            return newest["action"] == "order_placed"

        try:
            self.shopper.until(told, "confirmation", seconds)
        except GaveUp as why:
            raise ClosedTab(str(why)) from None

    # --- at the provider

    def press(
        self, button: str, payment: Mapping[str, Any] | None = None, *, returns: bool = True
    ) -> None:
        """Press a button of the page; afterwards the browser goes where that leads, or its tab is closed."""
        self._reach(Step.PRESS)
        there = self._bank(payment).press(payment or self._shown(), button)
        if returns and there.startswith(self.world.stack.url):
            with suppress(requests.RequestException):
                requests.get(there, timeout=20)

    def expire(self) -> None:
        self._bank().expire(self._shown())

    def end_delayed(self, *, well: bool) -> None:
        self._bank().end_delayed(self._shown(), well=well)

    def give_back(self, minor: int | None) -> None:
        self._bank().give_back(self._shown(), minor)

    def hold_the_answer(self) -> None:
        """Let the provider's answer to the next call that opens a page come late."""
        self.world.hold_next_page(self.road.name, self.planned.number)

    def find_page_at_provider(self) -> None:
        found: list[Mapping[str, Any]] = []

        def is_there() -> bool:
            page = self.banks[self.road.method].page_of(self.shopper.email)
            found.extend([page] if page else [])
            return bool(found)

        self.shopper.until(is_there, "page at the provider")
        self.payment = found[0]

    # --- in the shop

    def want_own_goods(self) -> None:
        """Buy what few others buy, since it will be changed; much later it is as it was."""
        goods = [
            (product.slug, variant)
            for product in self.shop.goods.products[1:]
            for variant in product.variants
            if product.requires_shipping and self.planned.channel in variant.prices
        ]
        self.product, variant = goods[self.planned.number % len(goods)]
        self.variant, self.quantity = variant.id, 1
        price = variant.prices[self.planned.channel]

        def restore() -> None:
            self._in_shop(lambda: self.shop.set_stock(variant.id, PLENTY))
            self._in_shop(lambda: self._set_price(price))

        self.world.later(restore)

    def sell_out(self) -> None:
        self._in_shop(lambda: self.shop.sell_out(self.variant))

    def change_price(self, minor: int) -> None:
        found = next(
            variant
            for product in self.shop.goods.products
            for variant in product.variants
            if variant.id == self.variant
        )
        price = found.prices[self.planned.channel] + minor
        self._in_shop(lambda: self._set_price(price))

    def in_the_shop(self, change: Callable[[Any, str], object]) -> None:
        """Change the cart as the storefront does, behind the chat's back. The shop may refuse."""
        carts = self.shop.carts(self.planned.channel)
        cart_id = str(self.shopper.chat["cart"]["id"])
        with suppress(ShopRefused):
            self._in_shop(lambda: change(carts, cart_id))

    def _set_price(self, minor: int) -> None:
        currency = self.shop.goods.channels[self.planned.channel].currency
        self.shop.set_price(self.variant, Money(minor, currency), self.planned.channel)

    @staticmethod
    def _in_shop(work: Callable[[], object]) -> None:
        try:
            work()
        finally:
            connections.close_all()

    def _bank(self, payment: Mapping[str, Any] | None = None) -> Bank:
        """Return the look-alike that a payment is made at: by default the newest payment's."""
        shown = payment or self._shown()
        return self.banks[str(shown.get("method", self.road.method))]

    def _shown(self) -> Mapping[str, Any]:
        if self.payment is None:
            raise GaveUp("no page was shown")
        return self.payment

    def _reach(self, step: Step) -> None:
        self.world.reach(self.planned, step)
