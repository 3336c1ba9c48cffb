"""The fake shop's catalogue: what a channel shows, how it delivers, and what addresses need."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agentpay_plugin.conversation.goods import (
    AddressRules,
    Choice,
    DeliveryOption,
    Product,
    Variant,
)
from agentpay_plugin.conversation.ports import ProductRef
from agentpay_plugin.money import Money
from agentpay_plugin.shop.fake.goods import (
    COUNTRIES,
    CURRENCIES,
    DELIVERIES,
    SampleProduct,
    SampleVariant,
)
from agentpay_plugin.shop.fake.pricing import option
from agentpay_plugin.shop.fake.state import State

if TYPE_CHECKING:
    from agentpay_plugin.shop.fake.shop import FakeShop

_TOLD_STOCK = 50
STATES = (Choice("CA", "California"), Choice("NY", "New York"), Choice("TX", "Texas"))


class FakeCatalogue:
    """Implements conversation.ports.Catalogue."""

    def __init__(self, shop: FakeShop, channel: str) -> None:
        self._shop = shop
        self._channel = channel

    def product(self, ref: ProductRef) -> Product | None:
        with self._shop.answering("catalogue.product") as state:
            for sample in state.products.values():
                if _is_meant(sample, ref):
                    return self._shown(state, sample)
            return None

    def search(self, text: str, limit: int) -> tuple[Product, ...]:
        words = [word.rstrip("s") for word in re.findall(r"\w{3,}", text.casefold())]
        with self._shop.answering("catalogue.search") as state:
            hits = [
                self._shown(state, sample)
                for sample in state.products.values()
                if any(word in _searched(sample) for word in words)
            ]
        return tuple(product for product in hits if product)[:limit]

    def delivery_options(self, country: str) -> tuple[DeliveryOption, ...]:
        with self._shop.answering("catalogue.delivery_options"):
            return tuple(
                option(delivery, self._channel)
                for delivery in DELIVERIES
                if country in delivery.countries and delivery.kind == "shipping"
            )

    def address_rules(self, country: str | None) -> AddressRules:
        with self._shop.answering("catalogue.address_rules"):
            return address_rules(country)

    def _shown(self, state: State, sample: SampleProduct) -> Product | None:
        variants = tuple(
            self._variant(state, variant)
            for variant in sample.variants
            if (variant.id, self._channel) in state.prices
        )
        if not variants:
            return None
        return Product(
            id=sample.id,
            slug=sample.slug,
            name=sample.name,
            description=sample.description,
            category=sample.category,
            attributes=sample.attributes,
            variants=variants,
            image_url=sample.image_url,
            requires_shipping=sample.requires_shipping,
            available_for_purchase=True,
        )

    def _variant(self, state: State, sample: SampleVariant) -> Variant:
        price = Money(state.prices[sample.id, self._channel], CURRENCIES[self._channel])
        return Variant(
            id=sample.id,
            name=sample.name,
            sku=sample.sku,
            attributes=sample.attributes,
            price=price,
            undiscounted_price=price,
            available=min(state.stock[sample.id], _TOLD_STOCK),
            limit_per_customer=sample.limit_per_customer,
        )


def address_rules(country: str | None) -> AddressRules:
    """Return the rules of one of the fake shop's countries; any other is taken for the channel's own, US."""
    code = country if country and country in COUNTRIES else "US"
    is_american = code == "US"
    base = ("first_name", "last_name", "company_name", "street_address_1", "street_address_2")
    required = ("street_address_1", "city", "postal_code")
    return AddressRules(
        country=code,
        country_name=COUNTRIES[code],
        allowed=(
            *base,
            "city",
            "postal_code",
            *(("country_area",) if is_american else ()),
            "phone",
        ),
        required=(*required, "country_area") if is_american else required,
        country_areas=STATES if is_american else (),
        country_area_label="state" if is_american else "",
        postal_code_label="zip" if is_american else "postal",
        postal_code_examples=("95014",) if is_american else (),
        countries=tuple(Choice(code, name) for code, name in COUNTRIES.items()),
    )


def _is_meant(sample: SampleProduct, ref: ProductRef) -> bool:
    if ref.id:
        return sample.id == ref.id
    if ref.slug:
        return sample.slug == ref.slug
    return bool(ref.sku) and any(variant.sku == ref.sku for variant in sample.variants)


def _searched(sample: SampleProduct) -> str:
    return f"{sample.name} {sample.description} {sample.category}".casefold()
