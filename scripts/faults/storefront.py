"""A shopper of a plain storefront: its cart and its payment by the shop's own API, without any chat."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, TypeVar

from django.db import connections

from agentpay_plugin.charges.ports import Initialized, NotCompleted
from agentpay_plugin.conversation.goods import Address, Cart
from agentpay_plugin.errors import ShopRefused, ShopUnavailable
from scripts.faults.host import Shop
from scripts.faults.plan import Planned
from scripts.faults.roads import Road
from scripts.faults.shopper import GaveUp, address_in

Answer = TypeVar("Answer")

_TRIES = 30
_PAUSE = 0.5  # seconds


class Storefront:
    """One purchase; `payment` is as the chat would show it, once there is a page to pay on."""

    def __init__(self, shop: Shop, planned: Planned, road: Road) -> None:
        self._shop = shop
        self._planned = planned
        self._road = road
        self.cart_id = ""
        self.payment: Mapping[str, Any] = {}

    def fill(self, variant: str, quantity: int, email: str) -> Cart:
        """Bring a cart to where it can be paid."""
        carts = self._shop.carts(self._planned.channel, self._planned.locale)
        home = _address(address_in(self._planned.channel))
        cart = _asked(lambda: carts.create(variant, quantity))
        self.cart_id = cart.id
        _asked(lambda: carts.set_contact(cart.id, email))
        _asked(lambda: carts.set_addresses(cart.id, home, home))
        option = _asked(lambda: carts.delivery_options(cart.id))[0]
        return _asked(lambda: carts.choose_delivery(cart.id, option))

    def begin(self, cart: Cart) -> None:
        """Ask for a page or a code until there is one, always under the same key. Raises GaveUp."""
        data: dict[str, object] = {"method": self._road.method, "locale": self._planned.locale}
        data |= {"payer": dict(self._road.payer)} if self._road.payer else {}
        key = f"storefront-{self._planned.number}"
        for _ in range(_TRIES):
            begun = _asked(lambda: self._begin(cart, key, data))
            if begun.data.get("state") == "open":
                self.payment = begun.data
                return
            if begun.transaction_id is None or begun.data.get("code") != "try_again":
                raise GaveUp(f"no page: {begun.refused_code or begun.data.get('code')}")
            time.sleep(_PAUSE)
        raise GaveUp("no page to pay on")

    def complete(self) -> None:
        """Make the order of what was paid, as a storefront's page does that is still open."""
        for _ in range(_TRIES):
            if not isinstance(
                _asked(lambda: self._shop.payments().complete(self.cart_id)), NotCompleted
            ):
                return
            time.sleep(_PAUSE)

    def _begin(self, cart: Cart, key: str, data: Mapping[str, object]) -> Initialized:
        return self._shop.payments().initialize(cart.id, cart.total, key, data)


def _asked(ask: Callable[[], Answer]) -> Answer:
    """Ask the shop until it answers. Raises GaveUp."""
    for _ in range(_TRIES):
        try:
            with suppress(ShopUnavailable):
                return ask()
        except ShopRefused as refusal:
            raise GaveUp(f"the shop refuses: {refusal.shop_code}") from None
        finally:
            connections.close_all()
        time.sleep(_PAUSE)
    raise GaveUp("the shop does not answer")


def _address(given: Mapping[str, str]) -> Address:
    return Address(
        first_name=given["firstName"],
        last_name=given["lastName"],
        street_address_1=given["streetAddress1"],
        city=given["city"],
        country=given["country"],
        postal_code=given["postalCode"],
        country_area=given["countryArea"],
        city_area=given.get("cityArea", ""),
        phone=given["phone"],
    )
