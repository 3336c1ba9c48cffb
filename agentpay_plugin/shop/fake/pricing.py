"""A fake checkout as the conversation sees it: lines, problems, discount, gift cards, tax, total, version."""

from __future__ import annotations

from dataclasses import asdict, replace

from agentpay_plugin.conversation.goods import Cart, CartLine, DeliveryOption, LineProblem
from agentpay_plugin.money import Money
from agentpay_plugin.shop.fake.goods import (
    CURRENCIES,
    DELIVERIES,
    VOUCHERS,
    ZLOTYS,
    SampleDelivery,
)
from agentpay_plugin.shop.fake.state import Checkout, State
from agentpay_plugin.shop.version import fingerprint

_VAT = {ZLOTYS: 23}  # per cent, included in the prices


def cart(state: State, checkout: Checkout) -> Cart:
    """Return the checkout with the prices and the stock of now."""
    lines = tuple(
        _line(state, checkout, variant_id, quantity)
        for variant_id, quantity in checkout.lines.items()
    )
    chosen = next((d for d in DELIVERIES if d.id == checkout.delivery_id), None)
    delivery = option(chosen, checkout.channel) if chosen else None
    nothing = Money(0, CURRENCIES[checkout.channel])
    subtotal = sum((line.total for line in lines), nothing)
    full = sum((_full_price(state, checkout, variant) for variant in checkout.lines), nothing)
    price = delivery.price if delivery else nothing
    gross = subtotal + price
    covered = min(gross, sum((state.gift_cards[code] for code in checkout.gift_codes), nothing))
    vat = _VAT.get(checkout.channel, 0)
    facts = Cart(
        id=checkout.id,
        channel=checkout.channel,
        currency=nothing.currency,
        lines=lines,
        subtotal=subtotal,
        delivery_price=price,
        tax=Money(gross.minor * vat // (100 + vat), nothing.currency),
        discount=full - subtotal,
        gift_cards=covered,
        total=gross - covered,
        promo_code=checkout.voucher,
        gift_card_codes=tuple(checkout.gift_codes),
        requires_shipping=requires_shipping(state, checkout),
        has_email=checkout.email is not None,
        has_shipping_address=checkout.shipping is not None,
        has_billing_address=checkout.billing is not None,
        delivery=delivery,
        country=_country(checkout),
        version="",
    )
    return _with_version(facts, checkout)


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


def requires_shipping(state: State, checkout: Checkout) -> bool:
    """Say whether anything in the checkout is shipped."""
    found = (state.variant(variant_id) for variant_id in checkout.lines)
    return any(entry[0].requires_shipping for entry in found if entry)


def option(delivery: SampleDelivery, channel: str) -> DeliveryOption:
    """Return a way to deliver at the channel's price."""
    return DeliveryOption(
        id=delivery.id,
        kind=delivery.kind,
        name=delivery.name,
        price=Money(delivery.prices[channel], CURRENCIES[channel]),
        minimum_days=delivery.minimum_days,
        maximum_days=delivery.maximum_days,
        description=delivery.description,
    )


def _full_price(state: State, checkout: Checkout, variant_id: str) -> Money:
    unit = Money(state.prices.get((variant_id, checkout.channel), 0), CURRENCIES[checkout.channel])
    return unit * checkout.lines[variant_id]


def _discounted(checkout: Checkout, full: Money) -> Money:
    """Take a voucher's share off a line: like Saleor, the lines' prices hold the discount already."""
    percentage = VOUCHERS.get(checkout.voucher or "", 0)
    return full - Money(full.minor * percentage // 100, full.currency)


def _country(checkout: Checkout) -> str | None:
    address = checkout.shipping or checkout.billing
    return address.country if address else None


def _line(state: State, checkout: Checkout, variant_id: str, quantity: int) -> CartLine:
    entry = state.variant(variant_id)
    if entry is None:
        raise LookupError(f"{variant_id} was never in this shop")
    product, variant = entry
    total = _discounted(checkout, _full_price(state, checkout, variant_id))
    problem = None
    if (variant_id, checkout.channel) not in state.prices:
        problem = LineProblem.NOT_AVAILABLE
    elif state.stock[variant_id] < quantity:
        problem = LineProblem.INSUFFICIENT_STOCK
    return CartLine(
        id=f"line-{checkout.id}-{variant_id}",
        variant_id=variant_id,
        product_name=product.name,
        variant_name=variant.name,
        quantity=quantity,
        unit_price=Money(total.minor // quantity, total.currency),
        total=total,
        image_url=product.image_url,
        problem=problem,
        available=state.stock[variant_id] if problem is LineProblem.INSUFFICIENT_STOCK else None,
    )
