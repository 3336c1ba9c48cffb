"""Adds up what a journey's end must cost, from the shop's price list alone and not by the shop's own sums."""

from __future__ import annotations

from agentpay_plugin.money import Money
from agentpay_plugin.shop.sandbox.goods import Goods, VoucherKind
from scripts.eval.journeys.journey import Journey


def total_of(journey: Journey, goods: Goods) -> Money:
    """Return the total of the order that the journey must end in."""
    end, nothing = journey.end, Money(0, goods.channels[journey.channel].currency)
    lines, ships = nothing, False
    for name, count in (end.order or {}).items():
        entry = goods.variant(f"variant-{name}")
        if entry is None:
            raise LookupError(f"{journey.id}: the shop has no {name}")
        product, variant = entry
        price = Money(variant.prices[journey.channel], nothing.currency) * count
        lines += _less(price, goods, end.promo, VoucherKind.PERCENTAGE)
        ships = ships or product.requires_shipping
    delivery = _delivery(journey, goods) if ships else nothing
    total = lines + _less(delivery, goods, end.promo, VoucherKind.FREE_DELIVERY)
    gift = goods.gift_cards[end.gift] if end.gift else nothing
    return total - min(total, gift)


def _delivery(journey: Journey, goods: Goods) -> Money:
    wanted = journey.end.delivery or journey.delivery
    [way] = [one for one in goods.deliveries if one.id == wanted]
    return Money(way.prices[journey.channel], goods.channels[journey.channel].currency)


def _less(price: Money, goods: Goods, code: str | None, kind: VoucherKind) -> Money:
    """Return a price less what a code of that kind takes off."""
    voucher = goods.vouchers.get(code or "")
    off = voucher.percentage if voucher and voucher.kind is kind else 0
    return price - Money(price.minor * off // 100, price.currency)
