"""One purchase under way: its shopper, the goods they want, the page they pay on, and what strikes meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

import requests

from agentpay_plugin.models import Charge
from scripts.faults.host import Goods
from scripts.faults.merchant import Merchant
from scripts.faults.plan import Planned, Step
from scripts.faults.roads import Bank, Road, others, road_of
from scripts.faults.shopper import ClosedTab, GaveUp, Shopper
from scripts.faults.storefront import Storefront
from scripts.faults.world import World

_PAGES = 6  # that a shopper asks for before they give up


@dataclass
class Buyer:
    """`goods` and `quantity` are what is bought now; `payment` is the newest that the chat showed."""

    planned: Planned
    road: Road
    banks: Mapping[str, Bank]  # by the look-alike's name
    merchant: Merchant
    world: World
    shopper: Shopper
    storefront: Storefront
    goods: Goods
    quantity: int = 1
    code: str = ""
    payment: Mapping[str, Any] | None = None
    stays: float = 6.0  # seconds that a shopper waits for the confirmation
    has_started: bool = False
    carts: set[str] = field(default_factory=set)

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
        version = self.shopper.go_to_quote(self.variant, self.quantity, self.code)
        self._note_cart()
        return version

    def confirm(self, version: str, *, otherwise: bool = False) -> Callable[[], None]:
        """Return what a tap on pay does; `otherwise`: by another method, if the channel has one."""
        road = next(iter(others(self.road, self.planned.channel)), self.road)
        road = road if otherwise else self.road

        def tap() -> None:
            self._reach(Step.ASK)
            how = {"method": road.method, "quoteVersion": version, **road.payer}
            if self.is_free:
                how = {"method": "free", "quoteVersion": version}
            self.shopper.send(pay=how)

        return tap

    @property
    def is_free(self) -> bool:
        """Whether nothing is left to pay of the cart that the chat shows."""
        cart = self.shopper.chat["cart"]
        return bool(cart) and Decimal(cart["total"]["amount"]) == 0

    def open(self) -> None:
        """Come to a page to pay on, trying again whenever the chat says that it did not work.

        Raises GaveUp, and ClosedTab when there is nothing left to pay.
        """
        for _ in range(_PAGES):
            self.confirm(self.quote())()
            if self.await_page():
                return
            if self.shopper.chat["stage"] in ("PAID", "ORDERED"):
                raise ClosedTab("it is paid already")
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
            return bool(newest["action"] == "order_placed")

        try:
            self.shopper.until(told, "confirmation", self.stays if seconds is None else seconds)
        except GaveUp as why:
            raise ClosedTab(str(why)) from None

    # --- in a plain storefront

    def begin_in_storefront(self) -> None:
        """Come to a page to pay on without a chat."""
        self._reach(Step.QUOTE)
        storefront = self.storefront
        cart = storefront.fill(self.variant, self.quantity, self.shopper.email)
        self.carts.add(cart.id)
        self._reach(Step.ASK)
        storefront.begin(cart)
        self.payment = storefront.payment

    def complete_in_storefront(self) -> None:
        self._reach(Step.WAIT)
        self.storefront.complete()

    # --- at the provider

    def press(
        self, button: str, payment: Mapping[str, Any] | None = None, *, returns: bool = True
    ) -> None:
        """Press a button of the page, or pay by phone; afterwards the browser goes where that leads, or its tab is closed."""
        self._reach(Step.PRESS)
        there = self._bank(payment).press(payment or self._shown(), button)
        if returns and there.startswith(self.world.stack.site.url):
            with suppress(requests.RequestException):
                requests.get(there, timeout=20)
        elif returns and button == "pay":
            with suppress(GaveUp):  # a phone leads nowhere: the shopper says that they have paid
                self.shopper.send(checkPayment=True)

    def pay_when_it_is_over(self) -> None:
        """Pay at the end of the page's life or a little later, wherever the shopper is then."""
        shown, bank = self._shown(), self._bank()
        end = datetime.fromisoformat(str(shown["expiresAt"])).timestamp()
        self.world.agenda.note(end + self.dice * 90 - 15, lambda: bank.pay_late(shown))

    def dispute(self, minor: int | None, *, inquiry: bool) -> None:
        if self.road.method == "card":
            self._bank().dispute(self._shown(), minor, inquiry=inquiry)

    def expire(self) -> None:
        self._bank().expire(self._shown())

    def end_delayed(self, *, well: bool) -> None:
        self._bank().end_delayed(self._shown(), well=well)

    def give_back(self, minor: int | None) -> None:
        self._bank().give_back(self._shown(), minor)

    def hold_the_answer(self) -> None:
        """Let the provider's answer to the next call that opens a page come late."""
        self.world.hold_next_page(self.road, self.planned.number)

    def find_page_at_provider(self) -> None:
        found: list[Mapping[str, Any]] = []

        def is_there() -> bool:
            charge = self._newest_charge()
            page = self.banks[self.road.at.name].page_of(charge) if charge else None
            found.extend([page] if page else [])
            return bool(found)

        self.shopper.until(is_there, "page at the provider")
        self.payment = found[0]

    # --- in the shop

    def want_rare_goods(self) -> None:
        """Buy what few others buy, since it will be changed."""
        self.goods = self.merchant.rare_goods()
        self.quantity = 1

    def in_the_shop(self, change: Callable[[Any, str], object]) -> None:
        """Let the storefront change the cart behind the chat's back."""
        self.merchant.change_cart(str(self.shopper.chat["cart"]["id"]), change)

    def ask_back(self, minor: int | None) -> None:
        """Ask for money back on the order page; None: all that is left, by a tap there until it is taken."""
        charge_id = str(self._shown()["chargeId"])
        if minor is not None:
            self.merchant.ask_back(charge_id, minor)
        else:
            self.shopper.until(
                lambda: self.merchant.ask_back(charge_id, None), "answer of the order page"
            )

    def _note_cart(self) -> None:
        if cart := self.shopper.chat["cart"]:
            self.carts.add(str(cart["id"]))

    def _bank(self, payment: Mapping[str, Any] | None = None) -> Bank:
        """Return the look-alike that a payment is made at: by default the newest payment's."""
        shown = payment or self._shown()
        method = str(shown.get("method", self.road.method))
        return self.banks[road_of(self.planned.channel, method).at.name]

    def _newest_charge(self) -> str:
        """Return the id of the charge that our own rows say was begun last; nothing before there is one."""
        mine = Charge.objects.filter(conversation_id__in=self.shopper.conversations)
        newest = mine.order_by("-created_at").values_list("pk", flat=True).first()
        return str(newest or "")

    def _shown(self) -> Mapping[str, Any]:
        if self.payment is None:
            raise GaveUp("no page was shown")
        return self.payment

    def _reach(self, step: Step) -> None:
        self.world.reach(self.planned, step)
