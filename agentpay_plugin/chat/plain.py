"""A whole reply as one plain text, for those who see no cards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from agentpay_plugin.conversation import parts as kinds
from agentpay_plugin.conversation.goods import (
    Cart,
    CartLine,
    DeliveryKind,
    DeliveryOption,
    Order,
    Product,
)
from agentpay_plugin.conversation.names import item, label, line_item
from agentpay_plugin.conversation.parts import Param, Part, Phrase
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.language.say import render_phrase

_STATUSES = {
    "UNCONFIRMED": Say.STATUS_UNCONFIRMED,
    "UNFULFILLED": Say.STATUS_UNFULFILLED,
    "PARTIALLY_FULFILLED": Say.STATUS_PARTIALLY_FULFILLED,
    "FULFILLED": Say.STATUS_FULFILLED,
    "PARTIALLY_RETURNED": Say.STATUS_PARTIALLY_RETURNED,
    "RETURNED": Say.STATUS_RETURNED,
    "CANCELED": Say.STATUS_CANCELED,
}


def plain_text(parts: Iterable[Part], locale: str) -> str:
    """Return the words of a reply, one line for each thing said; forms and buttons have none."""
    phrases = [phrase for part in parts for phrase in _phrases(part, locale)]
    return "\n".join(text for phrase in phrases if (text := render_phrase(phrase, locale)))


def _phrases(part: Part, locale: str) -> Iterator[Phrase]:
    match part:
        case kinds.Text() | kinds.Notice():
            yield part.phrase
        case kinds.ProductCard():
            yield from _product(part.product, part.variant_id)
        case kinds.VariantPicker():
            yield from _variants(part)
        case kinds.CartSummary():
            yield from _cart(part.cart)
        case kinds.DeliveryPicker():
            for option in part.options:
                yield _delivery(option)
        case kinds.Quote():
            yield from _quote(part.cart)
        case kinds.PaymentRequest():
            total = part.charge.amount
            if part.charge.page_url:
                yield _phrase(Say.CARD_PAYMENT, total=total, address=part.charge.page_url)
            if part.charge.pix_code:
                yield _phrase(Say.CARD_PIX, total=total, code=part.charge.pix_code)
        case kinds.Receipt():
            say = Say.CARD_RECEIPT_RESERVED if part.reserved else Say.CARD_RECEIPT
            yield _phrase(say, number=part.order.number, total=part.paid)
            yield from _lines(part.order.lines)
        case kinds.OrderStatus():
            yield from _order(part.order, locale)
        case kinds.DetailsForm() | kinds.QuickReplies():
            return
        case _:
            assert_never(part)


def _phrase(say: Say, **params: Param) -> Phrase:
    return Phrase(say, params)


def _product(product: Product, variant_id: str | None) -> Iterator[Phrase]:
    shown = [each for each in product.variants if variant_id in (None, each.id)]
    prices = sorted((each.price for each in shown if each.price), key=lambda price: price.minor)
    name = item(product, shown[0]) if variant_id and shown else product.name
    if not prices:
        yield _phrase(Say.CARD_NAME, item=name)
    elif prices[0] == prices[-1]:
        yield _phrase(Say.CARD_PRODUCT, item=name, price=prices[0])
    else:
        yield _phrase(Say.CARD_PRODUCT_RANGE, item=name, least=prices[0], most=prices[-1])


def _variants(part: kinds.VariantPicker) -> Iterator[Phrase]:
    for variant in part.product.variants:
        if variant.id in part.variant_ids and variant.price:
            name = label(variant) or part.product.name
            yield _phrase(Say.CARD_OPTION, option=name, price=variant.price)


def _lines(lines: Iterable[CartLine]) -> Iterator[Phrase]:
    for line in lines:
        yield _phrase(Say.CARD_LINE, quantity=line.quantity, item=line_item(line), price=line.total)


def _cart(cart: Cart) -> Iterator[Phrase]:
    yield from _lines(cart.lines)
    if cart.lines:
        yield _phrase(Say.CARD_TOTAL, total=cart.total)


def _delivery(option: DeliveryOption) -> Phrase:
    if not option.price:
        return _phrase(Say.DELIVERY_FREE, option=option.name)
    return _phrase(Say.CARD_OPTION, option=option.name, price=option.price)


def _quote(cart: Cart) -> Iterator[Phrase]:
    yield from _lines(cart.lines)
    yield _phrase(Say.CARD_SUBTOTAL, price=cart.subtotal)
    if cart.delivery:
        is_collected = cart.delivery.kind == DeliveryKind.COLLECTION
        say = Say.CARD_COLLECTION if is_collected else Say.CARD_DELIVERY_BY
        yield _phrase(say, option=cart.delivery.name, price=cart.delivery_price)
    elif cart.delivery_price:
        yield _phrase(Say.CARD_DELIVERY, price=cart.delivery_price)
    if cart.gift_cards:
        yield _phrase(Say.CARD_GIFT_CARDS, price=cart.gift_cards * -1)
    yield _phrase(Say.CARD_TOTAL, total=cart.total)
    if cart.tax:
        yield _phrase(Say.CARD_TAX, price=cart.tax)
    if cart.discount:  # in the prices above already, so no summand
        yield _phrase(Say.CARD_DISCOUNT, price=cart.discount)


def _order(order: Order, locale: str) -> Iterator[Phrase]:
    status = _STATUSES.get(order.status.upper())
    words = render_phrase(Phrase(status), locale) if status else order.status
    yield _phrase(Say.CARD_ORDER, number=order.number, status=words)
    if order.tracking:
        yield _phrase(Say.CARD_TRACKING, values=order.tracking)
