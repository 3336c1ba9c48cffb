"""The sandbox shop's carts. Refusals carry the codes, words and fields of Saleor's checkout mutations."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from agentpay_plugin.conversation.goods import Address, Cart, DeliveryKind, DeliveryOption
from agentpay_plugin.errors import ShopRefused
from agentpay_plugin.shop.sandbox.addresses import checked
from agentpay_plugin.shop.sandbox.pricing import cart, is_applicable, option, requires_shipping
from agentpay_plugin.shop.sandbox.rows import Checkout
from agentpay_plugin.shop.sandbox.store import State

if TYPE_CHECKING:
    from agentpay_plugin.shop.sandbox.shop import SandboxShop

Change = Callable[[State, Checkout], Checkout]


class SandboxCarts:
    """Implements conversation.ports.Carts in a language."""

    def __init__(self, shop: SandboxShop, channel: str, language: str) -> None:
        self._shop = shop
        self._channel = channel
        self._language = language

    def create(self, variant_id: str, quantity: int) -> Cart:
        with self._shop.answering("carts.create", writes=True) as state:
            _check_line(state, self._channel, variant_id, quantity)
            key, _ = state.next_id("checkout")
            new = Checkout(key, self._channel, ((variant_id, quantity),), self._language)
            state.checkouts[key] = new
            return cart(state, new, self._language)

    def read(self, cart_id: str) -> Cart | None:
        with self._shop.answering("carts.read") as state:
            checkout = state.checkouts.get(cart_id)
            return cart(state, checkout, self._language) if checkout else None

    def set_quantity(self, cart_id: str, variant_id: str, quantity: int) -> Cart:
        def change(state: State, checkout: Checkout) -> Checkout:
            if quantity:
                _check_line(state, checkout.channel, variant_id, quantity)
            return checkout.holding(variant_id, quantity)

        return self._written("carts.set_quantity", cart_id, change)

    def set_contact(self, cart_id: str, email: str) -> Cart:
        def change(_: State, checkout: Checkout) -> Checkout:
            if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", email):
                raise ShopRefused("INVALID", "Enter a valid email address.", "email")
            return replace(checkout, email=email)

        return self._written("carts.set_contact", cart_id, change)

    def set_addresses(self, cart_id: str, shipping: Address | None, billing: Address) -> Cart:
        def change(_: State, checkout: Checkout) -> Checkout:
            there = checked(shipping) if shipping else checkout.shipping
            if there and checkout.shipping and there.country != checkout.shipping.country:
                checkout = replace(checkout, delivery_id=None)
            return replace(checkout, shipping=there, billing=checked(billing))

        return self._written("carts.set_addresses", cart_id, change)

    def delivery_options(self, cart_id: str) -> tuple[DeliveryOption, ...]:
        with self._shop.answering("carts.delivery_options") as state:
            return _deliveries(state, _held(state, cart_id), self._language)

    def choose_delivery(self, cart_id: str, option: DeliveryOption) -> Cart:
        def change(state: State, checkout: Checkout) -> Checkout:
            if option.id not in {one.id for one in _deliveries(state, checkout, self._language)}:
                raise ShopRefused(
                    "DELIVERY_METHOD_NOT_APPLICABLE",
                    "This delivery method is not applicable.",
                    "delivery_method_id",
                )
            return replace(checkout, delivery_id=option.id)

        return self._written("carts.choose_delivery", cart_id, change)

    def apply_promo_code(self, cart_id: str, code: str) -> Cart:
        def change(state: State, checkout: Checkout) -> Checkout:
            return _with_code(state, checkout, code)

        return self._written("carts.apply_promo_code", cart_id, change)

    def remove_promo_code(self, cart_id: str, code: str) -> Cart:
        def change(_: State, checkout: Checkout) -> Checkout:
            return replace(
                checkout,
                voucher=None if checkout.voucher == code else checkout.voucher,
                gift_codes=tuple(held for held in checkout.gift_codes if held != code),
            )

        return self._written("carts.remove_promo_code", cart_id, change)

    def _written(self, call: str, cart_id: str, change: Change) -> Cart:
        with self._shop.answering(call, writes=True) as state:
            checkout = _without_lapsed(state, change(state, _held(state, cart_id)))
            state.checkouts[cart_id] = checkout
            return cart(state, checkout, self._language)


def _held(state: State, cart_id: str) -> Checkout:
    checkout = state.checkouts.get(cart_id)
    if checkout is None:
        raise ShopRefused("NOT_FOUND", f"Couldn't resolve to a node: {cart_id}", "id")
    return checkout


def _without_lapsed(state: State, checkout: Checkout) -> Checkout:
    """Drop a voucher for good that the changed checkout is not worth any more, as Saleor does."""
    voucher = state.goods.vouchers.get(checkout.voucher or "")
    lapsed = voucher is not None and not is_applicable(state, checkout, voucher)
    return replace(checkout, voucher=None) if lapsed else checkout


def _check_line(state: State, channel: str, variant_id: str, quantity: int) -> None:
    entry = state.goods.variant(variant_id)
    if entry is None or state.price(variant_id, channel) is None:
        raise ShopRefused(
            "UNAVAILABLE_VARIANT_IN_CHANNEL", "Cannot add lines with unavailable variants.", "lines"
        )
    if (limit := entry[1].limit_per_customer) is not None and quantity > limit:
        raise ShopRefused(
            "QUANTITY_GREATER_THAN_LIMIT",
            f"Cannot add more than {limit} times this item.",
            "quantity",
        )
    if quantity > (left := state.left(variant_id)):
        raise ShopRefused(
            "INSUFFICIENT_STOCK",
            f"Could not add items. Only {left} remaining in stock.",
            "quantity",
        )


def _with_code(state: State, checkout: Checkout, code: str) -> Checkout:
    """Apply a code; a refusal has no words, since Saleor's say no more than its codes."""
    voucher, balance = state.goods.vouchers.get(code), state.balance(code)
    if voucher:
        if not is_applicable(state, checkout, voucher):
            raise ShopRefused("VOUCHER_NOT_APPLICABLE", "", "promo_code")
        return replace(checkout, voucher=code)
    if balance and balance.currency == state.goods.channels[checkout.channel].currency:
        return replace(checkout, gift_codes=tuple(dict.fromkeys([*checkout.gift_codes, code])))
    raise ShopRefused("INVALID", "", "promo_code")


def _deliveries(state: State, checkout: Checkout, language: str) -> tuple[DeliveryOption, ...]:
    """Return the ways to deliver: those to the address, and before there is one what can be collected."""
    if not requires_shipping(state, checkout):
        return ()
    channel, there = state.goods.channels[checkout.channel], checkout.shipping
    return tuple(
        option(delivery, state, checkout.channel, language)
        for delivery in state.goods.deliveries
        if delivery.serves(channel, there.country if there else channel.country)
        and (there or delivery.kind is DeliveryKind.COLLECTION)
    )
