"""How the demo's products are written down: options that multiply into variants, prices in two currencies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product as combinations

from agentpay_plugin.shop.sandbox.goods import (
    Drawing,
    SampleAttribute,
    SampleProduct,
    SampleVariant,
    Text,
)

DOLLARS = "default-channel"
REAIS = "brazil"
_STOCK = 12


@dataclass(frozen=True, slots=True)
class Category:
    """A category and other words that shoppers use for what is in it."""

    name: Text
    words: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """One choice of an option; `dollars` and `reais` are what it costs more, in minor units."""

    key: str
    text: Text
    dollars: int = 0
    reais: int = 0


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose, such as the size."""

    slug: str
    name: Text
    values: tuple[Value, ...]


def product(
    slug: str,
    name: Text,
    about: Text,
    category: Category,
    price: tuple[int, int | None],
    drawing: Drawing,
    *options: Option,
    facts: tuple[SampleAttribute, ...] = (),
    stock: int = _STOCK,
    left: Mapping[str, int] | None = None,
    ships: bool = True,
    limit: int | None = None,
    before: tuple[int, int] | None = None,
) -> SampleProduct:
    """Return a product with a variant for each combination of its options.

    `price` is in cents and centavos (None: not sold in Brazil). `left` names variants whose stock is
    otherwise, by the end of their id, such as `blue-m`. `before` is the price without a promotion.
    """
    variants = tuple(
        _variant(slug, name, price, chosen, options, stock, left or {}, limit, before)
        for chosen in combinations(*(option.values for option in options))
    )
    return SampleProduct(
        id=f"product-{slug}",
        slug=slug,
        name=name,
        description=about,
        category=category.name,
        variants=variants,
        attributes=facts,
        requires_shipping=ships,
        drawing=drawing,
        words=category.words,
    )


def fact(slug: str, name: Text, *values: Text) -> SampleAttribute:
    """Return an attribute that all variants share."""
    return SampleAttribute(slug, name, values)


def _variant(
    slug: str,
    name: Text,
    price: tuple[int, int | None],
    chosen: tuple[Value, ...],
    options: tuple[Option, ...],
    stock: int,
    left: Mapping[str, int],
    limit: int | None,
    before: tuple[int, int] | None,
) -> SampleVariant:
    end = "-".join(value.key for value in chosen)
    dollars, reais = price
    prices = {DOLLARS: dollars + sum(value.dollars for value in chosen)}
    if reais is not None:
        prices[REAIS] = reais + sum(value.reais for value in chosen)
    return SampleVariant(
        id="-".join(filter(None, ("variant", slug, end))),
        name=_joined(chosen) if chosen else name,
        sku="-".join(filter(None, (slug, end))).upper(),
        prices=prices,
        stock=left.get(end, stock),
        attributes=tuple(
            SampleAttribute(option.slug, option.name, (value.text,))
            for option, value in zip(options, chosen, strict=True)
        ),
        limit_per_customer=limit,
        before=dict(zip((DOLLARS, REAIS), before, strict=True)) if before else {},
    )


def _joined(chosen: tuple[Value, ...]) -> Text:
    return Text(
        *(
            " / ".join(value.text.in_(language) for value in chosen)
            for language in ("en", "pt", "es")
        )
    )
