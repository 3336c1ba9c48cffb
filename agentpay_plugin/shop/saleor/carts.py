"""The shopper's checkout in Saleor, by the operations that any storefront uses."""

from __future__ import annotations

from collections.abc import Mapping

from agentpay_plugin.conversation.goods import Address, Cart, DeliveryOption
from agentpay_plugin.errors import ShopRefused
from agentpay_plugin.shop.saleor.addresses import address_input
from agentpay_plugin.shop.saleor.checkouts import cart
from agentpay_plugin.shop.saleor.countries import is_country
from agentpay_plugin.shop.saleor.deliveries import collection_option, shipping_option
from agentpay_plugin.shop.saleor.execute import Execute, accepted
from agentpay_plugin.shop.saleor.ids import key_of
from agentpay_plugin.shop.saleor.language import DEFAULT

_NOT_APPLICABLE = "DELIVERY_METHOD_NOT_APPLICABLE"
# Saleor's words that say no more than their codes do.
_NO_REASONS = (
    "Promo code is invalid",
    "Voucher is not applicable to this checkout.",
    "Adding gift card to checkout in this channel is not allowed.",
)


class SaleorCarts:
    """Implements conversation.ports.Carts with the shopper's own rights.

    Saleor masks nothing of a checkout for whoever has its id, so the app account is not needed here.
    `calculates_delivery` is False for Saleor 3.21 and 3.22, which list shipping methods on the checkout.
    A promo code once applied is shown by its last four characters when it is a gift card. A refused one bears
    a reason only when Saleor says more than its code does.
    """

    def __init__(
        self,
        execute: Execute,
        channel: str,
        language_code: str = DEFAULT,
        *,
        calculates_delivery: bool = True,
    ) -> None:
        self._execute = execute
        self._channel = channel
        self._language = language_code
        self._calculates_delivery = calculates_delivery

    def create(self, variant_id: str, quantity: int) -> Cart:
        _check_id(variant_id, "ProductVariant", "variant_id")
        variables = {"channel": self._channel, "variant": variant_id, "quantity": quantity}
        return self._written("cart_create", "checkoutCreate", variables)

    def read(self, cart_id: str) -> Cart | None:
        if key_of(cart_id, "Checkout") is None:
            return None
        variables = {"id": cart_id, "language": self._language}
        node = self._execute("cart", variables)["checkout"]
        return cart(node) if node else None

    def set_quantity(self, cart_id: str, variant_id: str, quantity: int) -> Cart:
        """Saleor's update sets, adds and removes: a line that is gone is added, a quantity of 0 removes."""
        _check_id(cart_id, "Checkout", "id")
        _check_id(variant_id, "ProductVariant", "variant_id")
        variables = {"id": cart_id, "variant": variant_id, "quantity": quantity}
        return self._written("cart_quantity", "checkoutLinesUpdate", variables)

    def set_contact(self, cart_id: str, email: str) -> Cart:
        _check_id(cart_id, "Checkout", "id")
        variables = {"id": cart_id, "email": email}
        return self._written("cart_contact", "checkoutEmailUpdate", variables)

    def set_addresses(self, cart_id: str, shipping: Address | None, billing: Address) -> Cart:
        _check_id(cart_id, "Checkout", "id")
        for address in (shipping, billing):
            if address and not is_country(address.country):
                raise ShopRefused("INVALID", f"{address.country} is not a country code.", "country")
        variables = {
            "id": cart_id,
            "ships": shipping is not None,
            "shipping": address_input(shipping or billing),
            "billing": address_input(billing),
            "language": self._language,
        }
        data = self._execute("cart_addresses", variables)
        if shipping:
            accepted(data["checkoutShippingAddressUpdate"])
        return cart(accepted(data["checkoutBillingAddressUpdate"])["checkout"])

    def delivery_options(self, cart_id: str) -> tuple[DeliveryOption, ...]:
        _check_id(cart_id, "Checkout", "id")
        checkout = self._execute("collection_points", {"id": cart_id})["checkout"]
        if checkout is None:
            raise ShopRefused("NOT_FOUND", "The checkout is gone.", "id")
        if not checkout["isShippingRequired"]:
            return ()
        currency = checkout["totalPrice"]["currency"]
        points = (
            collection_option(node, currency) for node in checkout["availableCollectionPoints"]
        )
        return (*self._shipping_options(cart_id), *points)

    def choose_delivery(self, cart_id: str, option: DeliveryOption) -> Cart:
        _check_id(cart_id, "Checkout", "id")
        variables = {"id": cart_id, "method": option.id}
        try:
            return self._written("cart_delivery", "checkoutDeliveryMethodUpdate", variables)
        except ShopRefused as refusal:
            if (refusal.shop_code, refusal.field) != ("NOT_FOUND", "deliveryMethodId"):
                raise
            # Saleor 3.21 and 3.22 say so of a method that is gone since it was listed, as others do of a checkout.
            raise ShopRefused(_NOT_APPLICABLE, refusal.message, refusal.field) from refusal

    def apply_promo_code(self, cart_id: str, code: str) -> Cart:
        _check_id(cart_id, "Checkout", "id")
        variables = {"id": cart_id, "code": code}
        try:
            return self._written("cart_promo_code_add", "checkoutAddPromoCode", variables)
        except ShopRefused as refusal:
            if refusal.message not in _NO_REASONS:
                raise
            raise ShopRefused(refusal.shop_code, "", refusal.field) from refusal

    def remove_promo_code(self, cart_id: str, code: str) -> Cart:
        """Take the code as it was typed, or a gift card's last four characters as the cart shows them."""
        _check_id(cart_id, "Checkout", "id")
        variables: dict[str, object] = {"id": cart_id, "code": code, "promoId": None}
        checkout = self._execute("cart_gift_cards", {"id": cart_id})["checkout"]
        for card in checkout["giftCards"] if checkout else ():
            if card["last4CodeChars"] == code[-4:]:
                variables |= {"code": None, "promoId": card["id"]}
        return self._written("cart_promo_code_remove", "checkoutRemovePromoCode", variables)

    def _shipping_options(self, cart_id: str) -> tuple[DeliveryOption, ...]:
        variables = {"id": cart_id, "language": self._language}
        if self._calculates_delivery:
            payload = self._execute("delivery_options", variables)["deliveryOptionsCalculate"]
            nodes = [delivery["shippingMethod"] for delivery in accepted(payload)["deliveries"]]
        else:
            checkout = self._execute("delivery_options_listed", variables)["checkout"]
            nodes = checkout["shippingMethods"] if checkout else []
        return tuple(shipping_option(node) for node in nodes if node)

    def _written(self, name: str, mutation: str, variables: Mapping[str, object]) -> Cart:
        data = self._execute(name, {**variables, "language": self._language})
        return cart(accepted(data[mutation])["checkout"])


def _check_id(global_id: str, kind: str, field: str) -> None:
    if key_of(global_id, kind) is None:
        raise ShopRefused("NOT_FOUND", f"This is no id of a {kind}.", field)
