"""Reads the parts of a reply into what they tell: figures by the thing they belong to, and what was done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from agentpay_plugin.conversation import parts as kinds
from agentpay_plugin.conversation.facts import NOTHING, Deed, Facts, Ware, Way
from agentpay_plugin.conversation.goods import (
    Cart,
    CartLine,
    DeliveryKind,
    DeliveryOption,
    Order,
    Product,
)
from agentpay_plugin.conversation.parts import Part, Phrase
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.money import Money

# The merchant's own words: of a page, of an answer in the settings.
QUOTES = (Say.PAGE_SAYS, Say.SHOP_SAYS)
_OUT = (Say.OUT_OF_STOCK, Say.OUT_OF_STOCK_OTHERS, Say.SOLD_OUT, Say.LINE_OUT, Say.NOT_SOLD_HERE)
_LEFT = (Say.FEW_LEFT, Say.TOO_MANY, Say.LINE_SHORT)
_DEEDS: Mapping[Say, tuple[Deed, ...]] = {
    Say.ADDED: (Deed.ADDED, Deed.IN_CART),
    Say.ALL_IN_CART: (Deed.IN_CART,),
    Say.LIMIT_REACHED: (Deed.IN_CART,),
    Say.QUANTITY_SET: (Deed.CHANGED, Deed.ADDED, Deed.IN_CART),
    Say.REMOVED: (Deed.REMOVED,),
    Say.CART_EMPTY: (Deed.EMPTY,),
    Say.PROMO_APPLIED: (Deed.CODE,),
    Say.PROMO_TOOK_EFFECT: (Deed.CODE,),
    Say.PROMO_REPLACED: (Deed.CODE,),
    Say.GIFT_CARD_COVERS: (Deed.CODE,),
    Say.GIFT_CARD_COVERS_ALL: (Deed.CODE,),
    Say.PROMO_REMOVED: (Deed.REMOVED,),
    Say.EMAIL_SAVED: (Deed.SAVED,),
    Say.DELIVERY_CHOSEN: (Deed.SAVED,),
    Say.COLLECTION_CHOSEN: (Deed.SAVED,),
    Say.PERSON_ASKED: (Deed.PERSON,),
    Say.EMAIL_FOR_PERSON: (Deed.PERSON,),
    Say.QUOTE: (Deed.OPEN,),
    Say.QUOTE_FREE: (Deed.OPEN,),
    Say.PAY_HINT: (Deed.OPEN,),
    Say.PRICE_CHANGED: (Deed.OPEN,),
    Say.CART_CHANGED: (Deed.OPEN,),
    Say.PAY_PAGE_READY: (Deed.OPEN,),
    Say.PIX_READY: (Deed.OPEN,),
    Say.PIX_OPEN: (Deed.OPEN,),
    Say.PIX_WAITING: (Deed.OPEN,),
    Say.PAYMENT_OPEN: (Deed.OPEN,),
    Say.PAYMENT_WAITING: (Deed.OPEN,),
    Say.PAYMENT_PROCESSING: (Deed.PROCESSING,),
    Say.PAYMENT_ON_ITS_WAY: (Deed.PROCESSING,),
    Say.PAYMENT_ARRIVED: (Deed.PAID,),
    Say.PAYMENT_ARRIVED_CHANGE: (Deed.PAID,),
    Say.ORDER_BEING_MADE: (Deed.PAID,),
    Say.PAYMENT_HELD: (Deed.PAID,),
    Say.RESERVED_CHARGED: (Deed.PAID,),
    Say.PAYMENT_RESERVED: (Deed.HELD,),
    Say.RESERVED_UNTIL_SENT: (Deed.HELD,),
    Say.PAYMENT_CANCELLED: (Deed.STOPPED,),
    Say.PAYMENT_CLOSED_FOR_CHANGE: (Deed.STOPPED,),
    Say.PAYMENT_EXPIRED: (Deed.STOPPED,),
    Say.PAYMENT_REFUSED: (Deed.FAILED,),
    Say.PAYMENT_UNKNOWN: (Deed.FAILED,),
    Say.PAYMENT_REFUNDED: (Deed.REFUNDED,),
    Say.PAYMENT_DOUBLE: (Deed.REFUNDED,),
    Say.DIFFERENCE_REFUNDED: (Deed.REFUNDED,),
    Say.REFUNDED_SO_FAR: (Deed.REFUNDED,),
    Say.NO_PAYMENT: (Deed.NONE,),
    Say.NO_ORDER: (Deed.NONE,),
    Say.ORDER_PLACED: (Deed.PLACED,),
    Say.ORDER_PLACED_PLAIN: (Deed.PLACED,),
}
_METHODS: Mapping[Say, str] = {Say.PAYMENT_BY_CARD: "card", Say.PAYMENT_BY_PIX: "pix"}
_CHARGES: Mapping[str, tuple[Deed, ...]] = {
    "open": (Deed.OPEN,),
    "processing": (Deed.PROCESSING,),
    "paid": (Deed.PAID,),
    "held": (Deed.PAID,),
    "ordered": (Deed.PAID, Deed.PLACED),
    "refunded": (Deed.REFUNDED,),
    "refused": (Deed.FAILED,),
    "unknown": (Deed.FAILED,),
    "expired": (Deed.STOPPED,),
    "cancelled": (Deed.STOPPED,),
}
_ORDERS: Mapping[str, tuple[Deed, ...]] = {
    "FULFILLED": (Deed.SENT,),
    "PARTIALLY_FULFILLED": (Deed.SENT,),
    "CANCELED": (Deed.CANCELLED,),
    "RETURNED": (Deed.RETURNED,),
    "PARTIALLY_RETURNED": (Deed.RETURNED,),
}


def facts_of(parts: Iterable[Part]) -> Facts:
    """Return what the parts of a reply tell."""
    told, shown = NOTHING, set()
    for part in parts:
        if isinstance(part, kinds.ProductCard):
            shown.add(part.product.id)
        for each in _of(part):
            told += each
    return told + Facts(counts=frozenset((len(shown),) if shown else ()))


def of_product(product: Product) -> Facts:
    """Return what is told of a product and its variants."""
    attributes = (*product.attributes, *(one for v in product.variants for one in v.attributes))
    names = (product.name, product.category or "")
    texts = (
        product.name,
        product.description,
        product.category or "",
        *(variant.name for variant in product.variants),
        # Of one that says "Waterproof: no" the name alone would prove what it denies.
        *(f"{one.name}: {', '.join(one.values)}" for one in attributes),
    )
    return Facts(
        wares=tuple(
            Ware(
                names,
                tuple(value for one in variant.attributes for value in one.values)
                or (variant.name,),
                variant.price,
                variant.undiscounted_price,
                available=0 if variant.price is None else max(variant.available, 0),
                texts=texts,
            )
            for variant in product.variants
        ),
        counts=frozenset((len(product.variants),)),
        texts=texts,
    )


def _of(part: Part) -> Iterator[Facts]:
    match part:
        case kinds.Text() | kinds.Notice():
            yield _of_phrase(part.phrase)
        case kinds.ProductCard() | kinds.VariantPicker():
            yield of_product(part.product)
        case kinds.CartSummary():
            yield from _of_cart(part.cart)
        case kinds.Quote():
            yield from _of_cart(part.cart)
            methods = frozenset(method.id for method in part.methods)
            yield Facts(deeds=frozenset((Deed.OPEN,)), methods=methods)
        case kinds.DeliveryPicker():
            yield from (_of_delivery(option) for option in part.options)
        case kinds.PaymentRequest():
            deeds = frozenset(_CHARGES.get(part.charge.state, ()))
            methods = frozenset((part.charge.method,))
            yield Facts(sums=_some(part.charge.amount), deeds=deeds, methods=methods)
        case kinds.Receipt():
            is_held = bool(part.reserved)
            yield Facts(
                sums=_some(part.paid, part.reserved),
                deeds=frozenset((Deed.HELD if is_held else Deed.PAID, Deed.PLACED)),
            )
            yield from _of_order(part.order)
        case kinds.OrderStatus():
            yield from _of_order(part.order)
        case kinds.DetailsForm() | kinds.QuickReplies():
            return


def _of_phrase(phrase: Phrase) -> Facts:
    say, params = phrase.say, phrase.params
    if say in QUOTES:
        told = (params[name] for name in ("title", "words") if name in params)
        return Facts(quotes=("\n".join(map(str, told)),))
    methods = frozenset((_METHODS[say],) if say in _METHODS else ())
    facts = Facts(deeds=frozenset(_DEEDS.get(say, ())), methods=methods)
    if say.startswith("delivery_") and "option" in params:
        facts += Facts(ways=(_way_of(phrase),))
    elif "item" in params or "product" in params:
        facts += Facts(wares=(_ware_of(phrase),))
    else:
        money = (value for value in params.values() if isinstance(value, Money))
        facts += Facts(sums=_some(*money))
    for value in params.values():
        if isinstance(value, str):
            facts += Facts(texts=(value,))
        elif isinstance(value, tuple):
            facts += Facts(texts=value)
        elif isinstance(value, int) and not say.startswith("delivery_"):
            facts += Facts(counts=frozenset((value,)))
    return facts


def _way_of(phrase: Phrase) -> Way:
    params = phrase.params
    is_free = "_free" in phrase.say
    # A way that is chosen is named without its price.
    told = params.get("price")
    price = told if isinstance(told, Money) else Money(0, "") if is_free else None
    days = tuple(
        one for name in ("least", "most", "count") if isinstance(one := params.get(name), int)
    )
    return Way(str(params["option"]), price, (0,) if phrase.say.endswith("_today") else days)


def _ware_of(phrase: Phrase) -> Ware:
    params = phrase.params
    name = str(params.get("item", params.get("product", "")))
    product, _, variant = name.partition(" (")
    money = [params.get(key) for key in ("price", "before")]
    price, before = (one if isinstance(one, Money) else None for one in money)
    if price is None and isinstance(least := params.get("least"), Money):
        most = params.get("most")
        price, before = least, most if isinstance(most, Money) and most == least else None
    count = params.get("count")
    left = count if phrase.say in _LEFT and isinstance(count, int) else None
    is_held = phrase.say in (Say.ADDED, Say.QUANTITY_SET, Say.ALL_IN_CART)
    return Ware(
        (product,),
        tuple(filter(None, variant.removesuffix(")").split(" / "))),
        price,
        before,
        available=0 if phrase.say in _OUT else left,
        held=count if is_held and isinstance(count, int) else None,
    )


def _of_cart(cart: Cart) -> Iterator[Facts]:
    is_filled = bool(cart.lines)
    yield Facts(
        sums=_some(cart.subtotal, cart.tax, cart.total, cart.gift_cards)
        | (frozenset((cart.total,)) if is_filled else frozenset()),
        discounts=_some(cart.discount, cart.gift_cards),
        ways=() if cart.delivery or not cart.delivery_price else (Way("", cart.delivery_price),),
        counts=frozenset((len(cart.lines), sum(line.quantity for line in cart.lines))),
        deeds=frozenset((Deed.IN_CART if is_filled else Deed.EMPTY,)),
        texts=tuple(one for one in (cart.promo_code, *cart.gift_card_codes) if one),
    )
    yield from (_of_line(line) for line in cart.lines)
    if cart.delivery is not None:
        yield _of_delivery(cart.delivery)


def _of_line(line: CartLine) -> Facts:
    available = 0 if line.problem is not None and not line.available else line.available
    options = (
        tuple(line.variant_name.split(" / ")) if line.variant_name != line.product_name else ()
    )
    return Facts(
        wares=(
            Ware(
                (line.product_name,),
                options,
                line.unit_price,
                total=line.total,
                available=available,
                held=line.quantity,
            ),
        ),
        counts=frozenset((line.quantity,)),
        texts=(line.product_name, line.variant_name),
    )


def _of_delivery(option: DeliveryOption) -> Facts:
    days = (option.minimum_days, option.maximum_days)
    is_collected = option.kind == DeliveryKind.COLLECTION
    told = tuple(one for one in days if one is not None)
    return Facts(
        ways=(Way(option.name, option.price, told, is_collected),),
        texts=(option.name, option.description),
    )


def _of_order(order: Order) -> Iterator[Facts]:
    paid = (Deed.PAID,) if order.charge_status in ("FULL", "OVERCHARGED") else ()
    yield Facts(
        sums=_some(order.total),
        deeds=frozenset((Deed.PLACED, *paid, *_ORDERS.get(order.status, ()))),
        texts=(order.number, order.status, order.delivery_name, *order.tracking),
    )
    yield from (_of_line(line) for line in order.lines)


def _some(*amounts: Money | None) -> frozenset[Money]:
    return frozenset(one for one in amounts if one)
