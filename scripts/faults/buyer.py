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
from scripts.faults.host import PLENTY, Goods, Shop
from scripts.faults.plan import Planned, Step
from scripts.faults.roads import Bank, Road, others
from scripts.faults.shopper import ClosedTab, GaveUp, Shopper
from scripts.faults.world import World

_PAGES = 6  # that a shopper asks for before they give up


@dataclass
class Buyer:
    """`goods` and `quantity` are what is bought now; `payment` is the newest that the chat showed."""

    planned: Planned
    road: Road
    banks: Mapping[str, Bank]  # by the method of the chat
    shop: Shop
    world: World
    shopper: Shopper
    goods: Goods
    quantity: int = 1
    payment: Mapping[str, Any] | None = None
    stays: float = 6.0  # seconds that a shopper waits for the confirmation
    has_started: bool = False

    @property
    def dice(self) -> float:
        return self.planned.dice

    @property
    def variant(self) -> str:
        return self.goods.variant

    # --- in the chat

    def quote(self) -> str:
        """Come to a quote; returns its version."""
        if not self.has_started:
            self._reach(Step.START)
            self.shopper.start(self.goods.product)
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

    def wait(self, seconds: float | None = None) -> None:
        """Wait a little for the end, and close the tab. Raises ClosedTab."""
        self._reach(Step.WAIT)

        def told() -> bool:
            newest = self.shopper.messages[max(self.shopper.messages)]
            return newest["action"] == "order_placed"

        try:
            self.shopper.until(told, "confirmation", self.stays if seconds is None else seconds)
        except GaveUp as why:
            raise ClosedTab(str(why)) from None

    # --- at the provider

    def press(
        self, button: str, payment: Mapping[str, Any] | None = None, *, returns: bool = True
    ) -> None:
        """Press a button of the page; afterwards the browser goes where that leads, or its tab is closed."""
        self._reach(Step.PRESS)
        there = self._bank(payment).press(payment or self._shown(), button)
        if returns and there.startswith(self.world.stack.site.url):
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
        self.goods = self.shop.own(self.planned.channel, self.planned.number)
        self.quantity, goods = 1, self.goods

        def restore() -> None:
            self._in_shop(lambda: self.shop.set_stock(goods.variant, PLENTY))
            self._in_shop(lambda: self._set_price(goods, goods.price))

        self.world.later(restore)

    def sell_out(self) -> None:
        self._in_shop(lambda: self.shop.set_stock(self.variant, 0))

    def change_price(self, minor: int) -> None:
        """Let what is bought cost more, or less, than it is listed at."""
        goods, listed = self.goods, self.goods.price
        changed = Money(listed.minor + minor, listed.currency)
        self._in_shop(lambda: self._set_price(goods, changed))

    def in_the_shop(self, change: Callable[[Any, str], object]) -> None:
        """Change the cart as the storefront does, behind the chat's back. The shop may refuse."""
        carts = self.shop.carts(self.planned.channel)
        cart_id = str(self.shopper.chat["cart"]["id"])
        with suppress(ShopRefused):
            self._in_shop(lambda: change(carts, cart_id))

    def _set_price(self, goods: Goods, price: Money) -> None:
        self.shop.set_price(goods.variant, self.planned.channel, price)

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
