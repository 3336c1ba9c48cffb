"""What the shop has told in a turn: only that may a model's prose repeat as a price, a stock or a delivery time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from agentpay_plugin.conversation import parts as kinds
from agentpay_plugin.conversation.goods import Cart, CartLine, DeliveryOption, Order, Product
from agentpay_plugin.conversation.parts import Param, Part, Phrase
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.money import Money

_OUT_OF_STOCK = (
    Say.OUT_OF_STOCK,
    Say.OUT_OF_STOCK_OTHERS,
    Say.SOLD_OUT,
    Say.LINE_OUT,
    Say.NOT_SOLD_HERE,
)


@dataclass(frozen=True, slots=True)
class Facts:
    """`counts` are pieces and quantities, `days` those of a delivery, `texts` what is written by people.

    `in_stock` and `out_of_stock` say whether anything was told to be so.
    """

    amounts: frozenset[Money] = frozenset()
    counts: frozenset[int] = frozenset()
    days: frozenset[int] = frozenset()
    in_stock: bool = False
    out_of_stock: bool = False
    texts: tuple[str, ...] = ()

    def __add__(self, other: Facts) -> Facts:
        """Return what either of both tells."""
        return Facts(
            self.amounts | other.amounts,
            self.counts | other.counts,
            self.days | other.days,
            self.in_stock or other.in_stock,
            self.out_of_stock or other.out_of_stock,
            self.texts + other.texts,
        )


NOTHING = Facts()


def facts_of(parts: Iterable[Part]) -> Facts:
    """Return what the parts of a reply tell."""
    told = NOTHING
    for part in parts:
        for each in _of(part):
            told += each
    return told


def of_product(product: Product) -> Facts:
    """Return what is told of a product and its variants."""
    sold = [one for one in product.variants if one.price is not None]
    prices = (money for one in sold for money in (one.price, one.undiscounted_price))
    attributes = (*product.attributes, *(one for v in product.variants for one in v.attributes))
    return Facts(
        amounts=frozenset(money for money in prices if money is not None),
        counts=frozenset((*(one.available for one in sold), len(product.variants), len(sold))),
        in_stock=any(one.available > 0 for one in sold),
        out_of_stock=any(one.available <= 0 for one in product.variants) or not sold,
        texts=(
            product.name,
            product.description,
            product.category or "",
            *(variant.name for variant in product.variants),
            *(text for one in attributes for text in (one.name, *one.values)),
        ),
    )


def _of(part: Part) -> Iterator[Facts]:
    match part:
        case kinds.Text() | kinds.Notice():
            yield _of_phrase(part.phrase)
        case kinds.ProductCard():
            yield of_product(part.product)
        case kinds.VariantPicker():
            yield of_product(part.product)
        case kinds.CartSummary() | kinds.Quote():
            yield from _of_cart(part.cart)
        case kinds.DeliveryPicker():
            yield from (_of_delivery(option) for option in part.options)
        case kinds.PaymentRequest():
            yield Facts(amounts=frozenset((part.charge.amount,)))
        case kinds.Receipt():
            yield Facts(amounts=frozenset((part.paid,)))
            yield from _of_order(part.order)
        case kinds.OrderStatus():
            yield from _of_order(part.order)
        case kinds.DetailsForm() | kinds.QuickReplies():
            return


def _of_phrase(phrase: Phrase) -> Facts:
    out = phrase.say in _OUT_OF_STOCK
    facts = Facts(out_of_stock=out)
    for name, value in phrase.params.items():
        facts += _of_param(name, value, is_about_days=phrase.say.startswith("delivery_"))
    return facts


def _of_param(name: str, value: Param, *, is_about_days: bool) -> Facts:
    match value:
        case Money():
            return Facts(amounts=frozenset((value,)))
        case int() if is_about_days and name in ("least", "most", "count"):
            return Facts(days=frozenset((value,)))
        case int():
            return Facts(counts=frozenset((value,)))
        case str():
            return Facts(texts=(value,))
        case tuple():
            return Facts(texts=value)
        case _:
            return NOTHING


def _of_cart(cart: Cart) -> Iterator[Facts]:
    amounts = (cart.subtotal, cart.delivery_price, cart.tax, cart.discount, cart.total)
    # What nothing was taken off for is no "free": an amount of zero may be said only of the total and the delivery.
    yield Facts(
        amounts=frozenset(one for one in amounts if one) | frozenset(_zeroes(cart)),
        counts=frozenset((len(cart.lines), sum(line.quantity for line in cart.lines))),
        texts=tuple(one for one in (cart.promo_code, *cart.gift_card_codes) if one),
    )
    yield from (_of_line(line) for line in cart.lines)
    if cart.delivery is not None:
        yield _of_delivery(cart.delivery)


def _zeroes(cart: Cart) -> Iterator[Money]:
    if cart.delivery is not None and not cart.delivery_price:
        yield cart.delivery_price
    if cart.lines and not cart.total:
        yield cart.total


def _of_line(line: CartLine) -> Facts:
    there = () if line.available is None else (line.available,)
    return Facts(
        amounts=frozenset((line.unit_price, line.total)),
        counts=frozenset((line.quantity, *there)),
        out_of_stock=line.problem is not None,
        texts=(line.product_name, line.variant_name),
    )


def _of_delivery(option: DeliveryOption) -> Facts:
    days = (option.minimum_days, option.maximum_days)
    return Facts(
        amounts=frozenset((option.price,)),
        days=frozenset(one for one in days if one is not None),
        texts=(option.name, option.description),
    )


def _of_order(order: Order) -> Iterator[Facts]:
    texts = (order.number, order.status, order.delivery_name, *order.tracking)
    yield Facts(amounts=frozenset((order.total,)), texts=texts)
    yield from (_of_line(line) for line in order.lines)
