"""A checkout as the conversation sees it: lines, problems, discount, gift cards, tax, total, version."""

from __future__ import annotations

from dataclasses import asdict, replace

from agentpay_plugin.conversation.goods import Cart, CartLine, DeliveryOption, LineProblem
from agentpay_plugin.money import Money
from agentpay_plugin.shop.sandbox.goods import SampleDelivery, Voucher, VoucherKind
from agentpay_plugin.shop.sandbox.rows import Checkout
from agentpay_plugin.shop.sandbox.store import State
from agentpay_plugin.shop.version import fingerprint


def cart(state: State, checkout: Checkout, language: str) -> Cart:
    """Return the checkout with the prices and the stock of now, named in a language."""
    channel = state.goods.channels[checkout.channel]
    nothing = Money(0, channel.currency)
    voucher = _voucher(state, checkout)
    lines = tuple(_line(state, checkout, voucher, language, *line) for line in checkout.lines)
    subtotal = sum((line.total for line in lines), nothing)
    delivery = _chosen(state, checkout, language)
    full_delivery = delivery.price if delivery else nothing
    price = full_delivery - _share(full_delivery, voucher, VoucherKind.FREE_DELIVERY)
    gross = subtotal + price
    cards = (state.balance(code) or nothing for code in checkout.gift_codes)
    covered = min(gross, sum(cards, nothing))
    address = checkout.shipping or checkout.billing
    facts = Cart(
        id=checkout.id,
        channel=checkout.channel,
        currency=channel.currency,
        lines=lines,
        subtotal=subtotal,
        delivery_price=price,
        tax=Money(gross.minor * channel.tax // (100 + channel.tax), channel.currency),
        discount=full_subtotal(state, checkout) + full_delivery - gross,
        gift_cards=covered,
        total=gross - covered,
        promo_code=checkout.voucher if voucher else None,
        gift_card_codes=checkout.gift_codes,
        requires_shipping=requires_shipping(state, checkout),
        has_email=checkout.email is not None,
        has_shipping_address=checkout.shipping is not None,
        has_billing_address=checkout.billing is not None,
        delivery=delivery,
        country=address.country if address else None,
        version="",
    )
    return _with_version(facts, checkout)


def option(delivery: SampleDelivery, state: State, channel: str, language: str) -> DeliveryOption:
    """Return a way to deliver at the channel's price."""
    return DeliveryOption(
        id=delivery.id,
        kind=delivery.kind,
        name=delivery.name.in_(language),
        price=Money(delivery.prices[channel], state.goods.channels[channel].currency),
        minimum_days=delivery.minimum_days,
        maximum_days=delivery.maximum_days,
        description=delivery.description,
    )


def requires_shipping(state: State, checkout: Checkout) -> bool:
    """Say whether anything in the checkout is shipped."""
    found = (state.goods.variant(variant_id) for variant_id, _ in checkout.lines)
    return any(entry[0].requires_shipping for entry in found if entry)


def is_applicable(state: State, checkout: Checkout, voucher: Voucher) -> bool:
    """Say whether the checkout is worth enough for a voucher and, for one on delivery, has one chosen."""
    if voucher.kind is VoucherKind.FREE_DELIVERY and not (
        checkout.delivery_id and requires_shipping(state, checkout)
    ):
        return False
    return full_subtotal(state, checkout).minor >= voucher.minimum.get(checkout.channel, 0)


def full_subtotal(state: State, checkout: Checkout) -> Money:
    """Return what the lines cost before any voucher."""
    nothing = Money(0, state.goods.channels[checkout.channel].currency)
    return sum((_full(state, checkout, *line) for line in checkout.lines), nothing)


def _full(state: State, checkout: Checkout, variant_id: str, quantity: int) -> Money:
    nothing = Money(0, state.goods.channels[checkout.channel].currency)
    return (state.price(variant_id, checkout.channel) or nothing) * quantity


def _voucher(state: State, checkout: Checkout) -> Voucher | None:
    voucher = state.goods.vouchers.get(checkout.voucher or "")
    return voucher if voucher and is_applicable(state, checkout, voucher) else None


def _share(price: Money, voucher: Voucher | None, kind: VoucherKind) -> Money:
    """Return what a voucher takes off: like Saleor, the prices hold the discount already."""
    percentage = voucher.percentage if voucher and voucher.kind is kind else 0
    return Money(price.minor * percentage // 100, price.currency)


def _chosen(state: State, checkout: Checkout, language: str) -> DeliveryOption | None:
    for delivery in state.goods.deliveries:
        if delivery.id == checkout.delivery_id:
            return option(delivery, state, checkout.channel, language)
    return None


def _line(
    state: State,
    checkout: Checkout,
    voucher: Voucher | None,
    language: str,
    variant_id: str,
    quantity: int,
) -> CartLine:
    entry = state.goods.variant(variant_id)
    if entry is None:
        raise LookupError(f"{variant_id} was never in this shop")
    product, variant = entry
    full, left = _full(state, checkout, variant_id, quantity), state.left(variant_id)
    total = full - _share(full, voucher, VoucherKind.PERCENTAGE)
    problem = None
    if state.price(variant_id, checkout.channel) is None:
        problem = LineProblem.NOT_AVAILABLE
    elif left < quantity:
        problem = LineProblem.INSUFFICIENT_STOCK
    return CartLine(
        id=f"line-{checkout.id}-{variant_id}",
        variant_id=variant_id,
        product_name=product.name.in_(language),
        variant_name=variant.name.in_(language),
        quantity=quantity,
        unit_price=Money(total.minor // quantity, total.currency),
        total=total,
        image_url=state.goods.image_url(product),
        problem=problem,
        available=left if problem is LineProblem.INSUFFICIENT_STOCK else None,
    )


def _with_version(view: Cart, checkout: Checkout) -> Cart:
    """Version the cart by what a shopper agrees to, the personal data that it does not hold included."""
    facts = [
        sorted((line.variant_id, line.quantity, line.total.minor) for line in view.lines),
        [view.id, view.currency, view.promo_code, sorted(view.gift_card_codes)],
        [view.subtotal.minor, view.delivery_price.minor, view.total.minor],
        [checkout.delivery_id, checkout.email],
        [asdict(a) if a else None for a in (checkout.shipping, checkout.billing)],
    ]
    return replace(view, version=fingerprint(facts))
