"""Products as the storefront's pages show them: texts and prices in the reader's language."""

from __future__ import annotations

from typing import Any

from agentpay_plugin.conversation.goods import Product, Variant
from agentpay_plugin.language.say import money_text
from agentpay_plugin.money import Money

FEW = 5  # pieces of which the page says how many are left


def tile(product: Product, language: str) -> dict[str, Any]:
    """Return what a list shows of a product."""
    prices = [variant.price for variant in product.variants if variant.price]
    least = min(prices, key=lambda price: price.minor, default=None)
    return {
        "slug": product.slug,
        "name": product.name,
        "image": product.image_url,
        "price": money_text(least, language) if least else "",
        "has_range": len({price.minor for price in prices}) > 1,
        "was": _was(product.variants, least, language),
        "is_sold_out": not any(variant.available for variant in product.variants),
        "is_sent": product.requires_shipping,
    }


def page(product: Product, language: str) -> dict[str, Any]:
    """Return what a product's own page shows."""
    return tile(product, language) | {
        "description": product.description,
        "category": product.category,
        "attributes": [(each.name, ", ".join(each.values)) for each in product.attributes],
        "variants": [_variant(variant, language) for variant in product.variants],
    }


def _variant(variant: Variant, language: str) -> dict[str, Any]:
    return {
        "name": variant.name,
        "price": money_text(variant.price, language) if variant.price else "",
        "is_sold_out": not variant.available,
        "left": variant.available if 0 < variant.available <= FEW else None,
    }


def _was(variants: tuple[Variant, ...], least: Money | None, language: str) -> str:
    """Return the price before a discount of the variant that costs least."""
    before = [v.undiscounted_price for v in variants if v.price == least and v.undiscounted_price]
    return money_text(before[0], language) if least and before and before[0] > least else ""
