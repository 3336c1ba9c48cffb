"""The fake shop's carts. Refusals carry the codes and fields of Saleor's checkout mutations."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import TYPE_CHECKING

from agentpay_plugin.conversation.goods import (
    Address,
    Cart,
    DeliveryKind,
    DeliveryOption,
)
from agentpay_plugin.errors import ShopRefused
from agentpay_plugin.shop.fake.catalogue import address_rules
from agentpay_plugin.shop.fake.goods import COUNTRIES, CURRENCIES, DELIVERIES, VOUCHERS
from agentpay_plugin.shop.fake.pricing import cart
from agentpay_plugin.shop.fake.pricing import option as priced
from agentpay_plugin.shop.fake.state import Checkout, State

if TYPE_CHECKING:
    from agentpay_plugin.shop.fake.shop import FakeShop

_POSTAL_CODES = {"US": r"\d{5}(-\d{4})?", "PL": r"\d{2}-\d{3}", "DE": r"\d{5}"}


class FakeCarts:
    """Implements conversation.ports.Carts."""

    def __init__(self, shop: FakeShop, channel: str) -> None:
        self._shop = shop
        self._channel = channel

    def create(self, variant_id: str, quantity: int) -> Cart:
        with self._shop.answering("carts.create") as state:
            _check_line(state, self._channel, variant_id, quantity)
            new = Checkout(f"checkout-{state.next_number()}", self._channel, {variant_id: quantity})
            state.checkouts[new.id] = new
            return cart(state, new)

    def read(self, cart_id: str) -> Cart | None:
        with self._shop.answering("carts.read") as state:
            checkout = state.checkouts.get(cart_id)
            return cart(state, checkout) if checkout else None

    def set_quantity(self, cart_id: str, variant_id: str, quantity: int) -> Cart:
        with self._shop.answering("carts.set_quantity") as state:
            checkout = _held(state, cart_id)
            if quantity:
                _check_line(state, checkout.channel, variant_id, quantity)
                checkout.lines[variant_id] = quantity
            else:
                checkout.lines.pop(variant_id, None)
            return cart(state, checkout)

    def set_contact(self, cart_id: str, email: str) -> Cart:
        with self._shop.answering("carts.set_contact") as state:
            checkout = _held(state, cart_id)
            if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", email):
                raise ShopRefused("INVALID", "Enter a valid email address.", "email")
            checkout.email = email
            return cart(state, checkout)

    def set_addresses(self, cart_id: str, shipping: Address | None, billing: Address) -> Cart:
        with self._shop.answering("carts.set_addresses") as state:
            checkout = _held(state, cart_id)
            for address in (shipping, billing):
                _check_address(address)
            if shipping and checkout.shipping and shipping.country != checkout.shipping.country:
                checkout.delivery_id = None
            checkout.shipping = shipping or checkout.shipping
            checkout.billing = billing
            return cart(state, checkout)

    def delivery_options(self, cart_id: str) -> tuple[DeliveryOption, ...]:
        with self._shop.answering("carts.delivery_options") as state:
            return _deliveries(state, _held(state, cart_id))

    def choose_delivery(self, cart_id: str, option: DeliveryOption) -> Cart:
        with self._shop.answering("carts.choose_delivery") as state:
            checkout = _held(state, cart_id)
            if option.id not in {offered.id for offered in _deliveries(state, checkout)}:
                raise ShopRefused(
                    "DELIVERY_METHOD_NOT_APPLICABLE",
                    "This delivery method is not applicable.",
                    "delivery_method_id",
                )
            checkout.delivery_id = option.id
            return cart(state, checkout)

    def apply_promo_code(self, cart_id: str, code: str) -> Cart:
        with self._shop.answering("carts.apply_promo_code") as state:
            checkout = _held(state, cart_id)
            balance = state.gift_cards.get(code)
            if code in VOUCHERS:
                checkout.voucher = code
            elif balance and balance.currency == CURRENCIES[checkout.channel]:
                checkout.gift_codes = list(dict.fromkeys([*checkout.gift_codes, code]))
            else:
                raise ShopRefused("INVALID", "Promo code is invalid", "promo_code")
            return cart(state, checkout)

    def remove_promo_code(self, cart_id: str, code: str) -> Cart:
        with self._shop.answering("carts.remove_promo_code") as state:
            checkout = _held(state, cart_id)
            if checkout.voucher == code:
                checkout.voucher = None
            checkout.gift_codes = [held for held in checkout.gift_codes if held != code]
            return cart(state, checkout)


def _held(state: State, cart_id: str) -> Checkout:
    if cart_id not in state.checkouts:
        raise ShopRefused("NOT_FOUND", f"Couldn't resolve to a node: {cart_id}", "id")
    return state.checkouts[cart_id]


def _check_line(state: State, channel: str, variant_id: str, quantity: int) -> None:
    entry = state.variant(variant_id)
    if entry is None or (variant_id, channel) not in state.prices:
        raise ShopRefused(
            "UNAVAILABLE_VARIANT_IN_CHANNEL", "Cannot add lines with unavailable variants.", "lines"
        )
    if (limit := entry[1].limit_per_customer) is not None and quantity > limit:
        raise ShopRefused(
            "QUANTITY_GREATER_THAN_LIMIT",
            f"Cannot add more than {limit} times this item.",
            "quantity",
        )
    if quantity > state.stock[variant_id]:
        raise ShopRefused(
            "INSUFFICIENT_STOCK",
            f"Could not add items. Only {state.stock[variant_id]} remaining in stock.",
            "quantity",
        )


def _check_address(address: Address | None) -> None:
    if address is None:
        return
    if address.country not in COUNTRIES:
        raise ShopRefused("INVALID", "This country is not delivered to.", "country")
    rules, values = address_rules(address.country), asdict(address)
    for name in rules.required:
        if not values[name]:
            raise ShopRefused("REQUIRED", "This field is required.", name)
    if not re.fullmatch(_POSTAL_CODES[address.country], address.postal_code):
        raise ShopRefused("INVALID", "This value is not valid for the address.", "postal_code")
    areas = {choice.value for choice in rules.country_areas}
    if areas and address.country_area not in areas:
        raise ShopRefused("INVALID", "This value is not valid for the address.", "country_area")


def _deliveries(state: State, checkout: Checkout) -> tuple[DeliveryOption, ...]:
    needed = any(
        entry[0].requires_shipping
        for variant in checkout.lines
        if (entry := state.variant(variant))
    )
    return tuple(
        priced(delivery, checkout.channel)
        for delivery in DELIVERIES
        if needed and (checkout.shipping or delivery.kind is DeliveryKind.COLLECTION)
    )
