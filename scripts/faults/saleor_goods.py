"""What is bought in Saleor's sample data: products that are sent, by their first variant."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from decimal import Decimal

from agentpay_plugin.money import Money
from scripts.faults.host import Goods
from scripts.faults.roads import ROADS
from tests.saleor.shop import Shop

DOLLARS = "default-channel"
CHANNELS = tuple(sorted({channel for road in ROADS for channel in road.channels}))
_HOW_MANY = 6  # products
_GOODS = """
SELECT DISTINCT ON (p.slug) p.slug, v.id, l.price_amount, l.currency
FROM product_product p
JOIN product_producttype t ON t.id = p.product_type_id
JOIN product_productvariant v ON v.product_id = p.id
JOIN product_productvariantchannellisting l ON l.variant_id = v.id AND l.price_amount > 10
JOIN channel_channel c ON c.id = l.channel_id AND c.slug = %s
JOIN product_productchannellisting pl
  ON pl.product_id = p.id AND pl.channel_id = c.id AND pl.is_published AND pl.visible_in_listings
WHERE t.is_shipping_required AND t.kind = 'normal'
ORDER BY p.slug, v.sort_order NULLS LAST, v.id
"""


def goods(shop: Shop, channel: str) -> Sequence[Goods]:
    """Return them in the order of their names; the first is what nearly everybody buys."""
    return [
        Goods(slug, global_id("ProductVariant", pk), Money.of(price, currency))
        for slug, pk, price, currency in shop.rows(_GOODS, channel)[:_HOW_MANY]
    ]


def sample_prices(shop: Shop) -> Sequence[tuple[str, Decimal]]:
    """Return what they cost in dollars, by their slugs."""
    return [(one.product, one.price.amount) for one in goods(shop, DOLLARS)]


def global_id(kind: str, pk: int) -> str:
    """Return how Saleor's API names a row."""
    return base64.b64encode(f"{kind}:{pk}".encode()).decode()
