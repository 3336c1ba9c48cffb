"""The sandbox shop's catalogue: what a channel shows, how it delivers, and what addresses need."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agentpay_plugin.conversation.goods import (
    AddressRules,
    DeliveryKind,
    DeliveryOption,
    Product,
    Variant,
)
from agentpay_plugin.conversation.ports import ProductRef
from agentpay_plugin.conversation.wanted import Found, Groups, Wanted
from agentpay_plugin.money import Money
from agentpay_plugin.shop.sandbox import texts
from agentpay_plugin.shop.sandbox.addresses import address_rules
from agentpay_plugin.shop.sandbox.goods import SampleProduct, SampleVariant
from agentpay_plugin.shop.sandbox.pricing import option
from agentpay_plugin.shop.sandbox.store import State
from agentpay_plugin.shop.search import Entry, alike, beside, called, search_of, wanted_beside

if TYPE_CHECKING:
    from agentpay_plugin.shop.sandbox.shop import SandboxShop

_TOLD_STOCK = 50  # what Saleor tells at most


class SandboxCatalogue:
    """Implements conversation.ports.Catalogue in a language."""

    def __init__(self, shop: SandboxShop, channel: str, language: str) -> None:
        self._shop = shop
        self._channel = channel
        self._language = language

    def product(self, ref: ProductRef) -> Product | None:
        with self._shop.answering("catalogue.product") as state:
            for sample in state.goods.products:
                if _is_meant(sample, ref):
                    return self._shown(state, sample)
            return None

    def search(self, wanted: Wanted, limit: int) -> Found:
        with self._shop.answering("catalogue.search") as state:
            search = search_of(wanted, texts.known_words(state.goods))
            group = called(search.terms, texts.collection_names(state.goods, self._language))
            return search.found(self._entries(state), limit, group)

    def similar(self, product_id: str, wanted: Wanted, limit: int) -> Found:
        with self._shop.answering("catalogue.similar") as state:
            entries = self._entries(state)
            product = next((e.product for e in entries if e.product.id == product_id), None)
            if product is None:
                return Found()
            if wanted.beside:
                search = search_of(wanted_beside(product), texts.known_words(state.goods))
                return beside(search.found(entries, len(entries)), product, limit)
            near = texts.neighbours(state.goods, product_id)
            search = search_of(replace(wanted, words="", in_stock=True, anything=True))
            others = alike((each for each in entries if each.product.id in near), product)
            return search.found(others, limit)

    def groups(self) -> Groups:
        with self._shop.answering("catalogue.groups") as state:
            held = {each.product.category for each in self._entries(state)}
            shown = {each.product.id for each in self._entries(state)}
            collections = (each for each in state.goods.collections if shown & set(each.ids))
            return Groups(
                tuple(
                    each for each in texts.categories(state.goods, self._language) if each in held
                ),
                tuple(each.name.in_(self._language) for each in collections),
            )

    def everything(self) -> tuple[Product, ...]:
        """Return all that the channel sells."""
        with self._shop.answering("catalogue.everything") as state:
            shown = (self._shown(state, sample) for sample in state.goods.products)
            return tuple(product for product in shown if product)

    def delivery_options(self, country: str) -> tuple[DeliveryOption, ...]:
        with self._shop.answering("catalogue.delivery_options") as state:
            return tuple(
                option(delivery, state, self._channel, self._language)
                for delivery in state.goods.deliveries
                if delivery.kind is DeliveryKind.SHIPPING
                and delivery.serves(state.goods.channels[self._channel], country)
            )

    def address_rules(self, country: str | None) -> AddressRules:
        with self._shop.answering("catalogue.address_rules") as state:
            return address_rules(state.goods.channels[self._channel], country, self._language)

    def _entries(self, state: State) -> tuple[Entry, ...]:
        shown = ((sample, self._shown(state, sample)) for sample in state.goods.products)
        return tuple(
            texts.entry(state.goods, sample, product) for sample, product in shown if product
        )

    def _shown(self, state: State, sample: SampleProduct) -> Product | None:
        variants = tuple(
            shown for variant in sample.variants if (shown := self._variant(state, variant))
        )
        if not variants:
            return None
        return Product(
            id=sample.id,
            slug=sample.slug,
            name=sample.name.in_(self._language),
            description=sample.description.in_(self._language),
            category=sample.category.in_(self._language),
            attributes=tuple(one.in_(self._language) for one in sample.attributes),
            variants=variants,
            image_url=state.goods.image_url(sample),
            requires_shipping=sample.requires_shipping,
            available_for_purchase=True,
        )

    def _variant(self, state: State, sample: SampleVariant) -> Variant | None:
        price = state.price(sample.id, self._channel)
        if price is None:
            return None
        before = Money(sample.before.get(self._channel, 0), price.currency)
        return Variant(
            id=sample.id,
            name=sample.name.in_(self._language),
            sku=sample.sku,
            attributes=tuple(one.in_(self._language) for one in sample.attributes),
            price=price,
            undiscounted_price=max(price, before, key=lambda each: each.minor),
            available=min(state.left(sample.id), _TOLD_STOCK),
            limit_per_customer=sample.limit_per_customer,
        )


def _is_meant(sample: SampleProduct, ref: ProductRef) -> bool:
    if ref.id:
        return sample.id == ref.id
    if ref.slug:
        return sample.slug == ref.slug
    return bool(ref.sku) and any(variant.sku == ref.sku for variant in sample.variants)
