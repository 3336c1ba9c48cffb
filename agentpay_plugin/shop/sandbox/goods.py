"""What a sandbox shop is given to sell: channels, products in three languages, delivery, promo codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from agentpay_plugin.conversation.goods import Attribute, DeliveryKind
from agentpay_plugin.money import Money


@dataclass(frozen=True, slots=True)
class Text:
    """Words in English and, where they differ, in Portuguese and Spanish."""

    en: str
    pt: str = ""
    es: str = ""

    def in_(self, language: str) -> str:
        """Return the words in `pt` or `es`; English for any other language."""
        return {"pt": self.pt, "es": self.es}.get(language) or self.en


def language_of(locale: str) -> str:
    """Return the language of a BCP 47 locale."""
    return locale.replace("_", "-").split("-")[0].lower()


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel; `countries` are those it delivers to, `tax` is the share in its prices, in per cent."""

    slug: str
    currency: str
    country: str
    countries: tuple[str, ...]
    tax: int = 0


@dataclass(frozen=True, slots=True)
class SampleAttribute:
    slug: str
    name: Text
    values: tuple[Text, ...]

    def in_(self, language: str) -> Attribute:
        values = tuple(value.in_(language) for value in self.values)
        return Attribute(self.slug, self.name.in_(language), values)


@dataclass(frozen=True, slots=True)
class SampleVariant:
    """A variant with its price per channel (minor units of the channel's currency) and its stock.

    `before` is what it costs without a promotion, where there is one.
    """

    id: str
    name: Text
    sku: str | None
    prices: Mapping[str, int]
    stock: int
    attributes: tuple[SampleAttribute, ...] = ()
    limit_per_customer: int | None = None
    before: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Drawing:
    """How a product is drawn: the shape by its name in pictures.py, and its colours as #rrggbb."""

    shape: str
    color: str
    accent: str = "#ffffff"


@dataclass(frozen=True, slots=True)
class SampleProduct:
    """A product; `words` are others that shoppers may search it by, in any language."""

    id: str
    slug: str
    name: Text
    description: Text
    category: Text
    variants: tuple[SampleVariant, ...]
    attributes: tuple[SampleAttribute, ...] = ()
    requires_shipping: bool = True
    image_url: str | None = None
    drawing: Drawing = Drawing("parcel", "#7c8aa5")
    words: str = ""


@dataclass(frozen=True, slots=True)
class SampleCollection:
    """Products that the merchant shows together, by their ids."""

    name: Text
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SamplePage:
    """A page of the shop."""

    title: Text
    text: Text


@dataclass(frozen=True, slots=True)
class SampleDelivery:
    """A way to deliver to some countries, with its price in each channel that has it."""

    id: str
    kind: DeliveryKind
    name: Text
    prices: Mapping[str, int]
    countries: tuple[str, ...]
    minimum_days: int | None = None
    maximum_days: int | None = None
    description: str = ""

    def serves(self, channel: Channel, country: str) -> bool:
        """Say whether the channel sells this delivery to a country."""
        served = country in self.countries and country in channel.countries
        return served and channel.slug in self.prices


class VoucherKind(StrEnum):
    PERCENTAGE = "percentage"
    FREE_DELIVERY = "free_delivery"


@dataclass(frozen=True, slots=True)
class Voucher:
    """A voucher, in per cent of the lines or the delivery's price; `minimum` is the least subtotal per channel."""

    kind: VoucherKind
    percentage: int = 100
    minimum: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Goods:
    """All that does not change while a sandbox shop runs. Drawn pictures stand at `media_url` + slug + `.svg`."""

    channels: Mapping[str, Channel]
    products: tuple[SampleProduct, ...]
    deliveries: tuple[SampleDelivery, ...]
    vouchers: Mapping[str, Voucher]
    gift_cards: Mapping[str, Money]
    media_url: str = ""
    collections: tuple[SampleCollection, ...] = ()
    pages: tuple[SamplePage, ...] = ()

    def product(self, slug: str) -> SampleProduct | None:
        """Return a product by its slug."""
        return next((product for product in self.products if product.slug == slug), None)

    def variant(self, variant_id: str) -> tuple[SampleProduct, SampleVariant] | None:
        """Return a variant with its product."""
        return self._variants.get(variant_id)

    def with_channel(self, slug: str, like: str) -> Goods:
        """Return the same goods with one more channel, which sells as the channel `like` does."""

        def more(prices: Mapping[str, int]) -> Mapping[str, int]:
            return {**prices, slug: prices[like]} if like in prices else prices

        return replace(
            self,
            channels={**self.channels, slug: replace(self.channels[like], slug=slug)},
            products=tuple(
                replace(
                    product,
                    variants=tuple(
                        replace(each, prices=more(each.prices), before=more(each.before))
                        for each in product.variants
                    ),
                )
                for product in self.products
            ),
            deliveries=tuple(replace(each, prices=more(each.prices)) for each in self.deliveries),
            vouchers={
                code: replace(each, minimum=more(each.minimum))
                for code, each in self.vouchers.items()
            },
        )

    def image_url(self, product: SampleProduct) -> str | None:
        drawn = f"{self.media_url}{product.slug}.svg" if self.media_url else None
        return product.image_url or drawn

    @cached_property
    def _variants(self) -> dict[str, tuple[SampleProduct, SampleVariant]]:
        return {
            variant.id: (product, variant)
            for product in self.products
            for variant in product.variants
        }
