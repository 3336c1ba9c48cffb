"""What the shop has told in a turn: only that may a model's prose repeat as a price, a stock or a delivery time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from agentpay_plugin.conversation import parts as kinds
from agentpay_plugin.conversation.goods import Cart, CartLine, DeliveryOption, Order, Product
from agentpay_plugin.conversation.parts import Param, Part, Phrase
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.money import Money

# The merchant's own words: of a page, of an answer in the settings.
QUOTES = (Say.PAGE_SAYS, Say.SHOP_SAYS)
_OUT_OF_STOCK = (
    Say.OUT_OF_STOCK,
    Say.OUT_OF_STOCK_OTHERS,
    Say.SOLD_OUT,
    Say.LINE_OUT,
    Say.NOT_SOLD_HERE,
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What was told. No amount is zero: what costs nothing is named by `free_delivery` and `free_total`.

    `amounts` are of goods, carts and orders, `fees` of deliveries; `counts` are pieces and quantities, `days` those
    of a delivery, `texts` what is written by people. `in_stock` and `out_of_stock`: anything was told to be so.
    `quotes` are what the merchant wrote about the shop itself.
    """

    amounts: frozenset[Money] = frozenset()
    fees: frozenset[Money] = frozenset()
    free_delivery: bool = False
    free_total: bool = False
    counts: frozenset[int] = frozenset()
    days: frozenset[int] = frozenset()
    in_stock: bool = False
    out_of_stock: bool = False
    texts: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()

    def __add__(self, other: Facts) -> Facts:
        """Return what either of both tells."""
        return Facts(
            self.amounts | other.amounts,
            self.fees | other.fees,
            self.free_delivery or other.free_delivery,
            self.free_total or other.free_total,
            self.counts | other.counts,
            self.days | other.days,
            self.in_stock or other.in_stock,
            self.out_of_stock or other.out_of_stock,
            self.texts + other.texts,
            self.quotes + other.quotes,
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
        amounts=frozenset(money for money in prices if money),
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
            yield _priced(part.charge.amount, is_fee=False)
        case kinds.Receipt():
            yield _priced(part.paid, is_fee=False)
            yield from _of_order(part.order)
        case kinds.OrderStatus():
            yield from _of_order(part.order)
        case kinds.DetailsForm() | kinds.QuickReplies():
            return


def _of_phrase(phrase: Phrase) -> Facts:
    if phrase.say in QUOTES:
        told = (phrase.params[name] for name in ("title", "words") if name in phrase.params)
        return Facts(quotes=("\n".join(map(str, told)),))
    is_free = phrase.say.startswith("delivery_free") or phrase.say == Say.DELIVERY_ONLY_ONE_FREE
    facts = Facts(out_of_stock=phrase.say in _OUT_OF_STOCK, free_delivery=is_free)
    for name, value in phrase.params.items():
        facts += _of_param(name, value, is_about_delivery=phrase.say.startswith("delivery_"))
    return facts


def _of_param(name: str, value: Param, *, is_about_delivery: bool) -> Facts:
    match value:
        case Money():
            return _priced(value, is_fee=is_about_delivery)
        case int() if is_about_delivery and name in ("least", "most", "count"):
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
    amounts = (cart.subtotal, cart.tax, cart.discount, cart.total)
    yield Facts(
        amounts=frozenset(one for one in amounts if one),
        fees=frozenset(one for one in (cart.delivery_price,) if one),
        free_total=bool(cart.lines) and not cart.total,
        counts=frozenset((len(cart.lines), sum(line.quantity for line in cart.lines))),
        texts=tuple(one for one in (cart.promo_code, *cart.gift_card_codes) if one),
    )
    yield from (_of_line(line) for line in cart.lines)
    if cart.delivery is not None:
        yield _of_delivery(cart.delivery)


def _priced(money: Money, *, is_fee: bool) -> Facts:
    told = frozenset((money,) if money else ())
    return Facts(fees=told, free_delivery=not money) if is_fee else Facts(amounts=told)


def _of_line(line: CartLine) -> Facts:
    there = () if line.available is None else (line.available,)
    return Facts(
        amounts=frozenset(one for one in (line.unit_price, line.total) if one),
        counts=frozenset((line.quantity, *there)),
        out_of_stock=line.problem is not None,
        texts=(line.product_name, line.variant_name),
    )


def _of_delivery(option: DeliveryOption) -> Facts:
    days = (option.minimum_days, option.maximum_days)
    return _priced(option.price, is_fee=True) + Facts(
        days=frozenset(one for one in days if one is not None),
        texts=(option.name, option.description),
    )


def _of_order(order: Order) -> Iterator[Facts]:
    texts = (order.number, order.status, order.delivery_name, *order.tracking)
    yield _priced(order.total, is_fee=False) + Facts(texts=texts)
    yield from (_of_line(line) for line in order.lines)
