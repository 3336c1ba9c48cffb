"""Two or three products side by side: what they cost, where they differ, what they share. No verdict of ours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from agentpay_plugin.conversation.commands import SearchProducts
from agentpay_plugin.conversation.doing import Comparing
from agentpay_plugin.conversation.goods import Attribute, Product
from agentpay_plugin.conversation.moves import showing
from agentpay_plugin.conversation.names import kept_short, same_name, variant_attributes
from agentpay_plugin.conversation.parts import Part, ProductCard, Text
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.picking import words_of
from agentpay_plugin.conversation.reading import Order, Reading, Topic, Wish
from agentpay_plugin.conversation.replies import after, info, text
from agentpay_plugin.conversation.returning import remind
from agentpay_plugin.conversation.state import Action, Conversation, Step
from agentpay_plugin.conversation.unsaid import short
from agentpay_plugin.conversation.wanted import Found, Wanted
from agentpay_plugin.money import Money

_MOST = 5  # compared at once
_TELLING = 4  # letters; shorter words of a value stand in any question
_FEW = 3  # compared in everything
_OF_NO_GOODS = (Topic.PAYMENT, Topic.DELIVERY, Topic.SIZES)
_ASKING = (Wish.ASK, Wish.NONE, Wish.SEARCH, Wish.SUGGEST)


def is_comparison(reading: Reading) -> bool:
    """Tell whether goods are to be compared, rather than the options of one or ways to pay."""
    names_options = reading.options or reading.variant_ids
    return bool(
        len(reading.compare) > 1
        and reading.wish in _ASKING
        and reading.topic not in _OF_NO_GOODS
        and not names_options
    )


def compare(conversation: Conversation, reading: Reading, words: str) -> Step:
    """Compare what is called so; what was not shown yet is looked for first."""
    names, topic = reading.compare[:_MOST], reading.topic
    if topic is Topic.PRICE and reading.order is Order.DEAREST:
        words = ""
    is_shown = names == tuple(one.name for one in conversation.found[:_MOST])
    return _next(conversation, Comparing(names, words, topic, is_shown))


def one_found(conversation: Conversation, doing: Comparing, wanted: Wanted, found: Found) -> Step:
    """Take what a search found, and go on to the next name."""
    fit = found.products[0] if found.products and not found.unmet else None
    if fit is None:
        return _next(conversation, replace(doing, missing=(*doing.missing, wanted.words)))
    return _next(conversation, replace(doing, products=(*doing.products, kept_short(fit))))


def _next(conversation: Conversation, doing: Comparing) -> Step:
    for at, name in enumerate(doing.names):
        known = _known(conversation, name)
        if known is None:
            waiting = replace(doing, names=doing.names[at + 1 :])
            command = SearchProducts(Wanted(name, name))
            return Step(replace(conversation, doing=waiting), commands=(command,))
        doing = replace(doing, products=(*doing.products, kept_short(known)))
    return _compared(conversation, doing)


def _known(conversation: Conversation, name: str) -> Product | None:
    """Return the one product that is called so of those this conversation shows."""
    focus = (conversation.product,) if conversation.product else ()
    shown = {one.id: one for one in (*conversation.found, *focus)}
    fitting = [one for one in shown.values() if one.name == name]
    fitting = fitting or [one for one in shown.values() if same_name(name, one.name)]
    return fitting[0] if len(fitting) == 1 else None


def _compared(conversation: Conversation, doing: Comparing) -> Step:
    products = tuple({one.id: one for one in doing.products}.values())
    missing = tuple(info(Say.NOTHING_FOUND, words=name) for name in doing.missing)
    if not products:
        return after(missing, remind(conversation))
    is_shown = len(products) > 1 and products == conversation.found[:_MOST]
    cards = () if doing.shown else tuple(ProductCard(one) for one in products)
    told = _answer(products, doing) if len(products) > 1 else ()
    shown = conversation if is_shown else showing(conversation, products)
    return after((*missing, *cards, *told), remind(shown), Action.QUESTION_ANSWERED)


def _answer(products: tuple[Product, ...], doing: Comparing) -> tuple[Part, ...]:
    """Compare in what was asked for; in everything where nothing was, or no attribute tells of it."""
    match doing.topic:
        case _ if not doing.shown:  # what is named is compared as a whole
            return tuple(_in_all(products[:_FEW]))
        case Topic.PRICE if not doing.question:
            return tuple(_dearest(products))
        case Topic.PRICE:
            return tuple(cheapest_of(products)) or (text(Say.COMPARED_SAME_PRICE),)
        case Topic.ATTRIBUTE | Topic.DESCRIPTION:
            return tuple(_asked_rows(products, doing.question)) or tuple(_described(products))
        case _:
            return tuple(_in_all(products[:_FEW]))


def _in_all(products: tuple[Product, ...]) -> Iterator[Part]:
    yield text(Say.COMPARED)
    yield from cheapest_of(products)
    yield from _rows(products)
    yield from _sold_out(products)


def _asked_rows(products: tuple[Product, ...], question: str) -> Iterator[Part]:
    """Tell only of the attributes that the question names, by their name or by what one has."""
    said = set(words_of(question))
    for slug, name in _named(products).items():
        held = (_attributes(one).get(slug) for one in products)
        values = {word for one in held if one for value in one.values for word in words_of(value)}
        is_value = any(len(word) >= _TELLING for word in values & said)
        if is_value or set(words_of(name)) <= said:
            yield _line(products, slug, name)


def _described(products: tuple[Product, ...]) -> Iterator[Part]:
    """Say that it is not told, and quote what is told of each."""
    yield text(Say.COMPARED_UNTOLD)
    for one in products[:_FEW]:
        if words := short(one.description):
            yield text(Say.DESCRIBED, product=one.name, words=words)
    alike = tuple(replace(one, variants=()) for one in products[:_FEW])
    yield from _rows(alike)


def _rows(products: tuple[Product, ...]) -> Iterator[Part]:
    """Tell of each attribute what each has."""
    for slug, name in _named(products).items():
        yield _line(products, slug, name)


def _line(products: tuple[Product, ...], slug: str, name: str) -> Text:
    held = [_attributes(one) for one in products]
    values = [each[slug].values if slug in each else () for each in held]
    if all(one == values[0] for one in values):
        return text(Say.COMPARED_SAME, name=name, values=values[0])
    return text(Say.COMPARED_ROW, name=name, values=_row(products, values))


def _named(products: tuple[Product, ...]) -> dict[str, str]:
    """Return the names of all attributes by their slugs."""
    named: dict[str, str] = {}
    for one in (one for each in products for one in _attributes(each).values()):
        named.setdefault(one.slug, one.name)
    return named


def _sold_out(products: tuple[Product, ...]) -> Iterator[Part]:
    for one in products:
        if not any(each.available > 0 for each in one.variants):
            yield info(Say.SOLD_OUT, product=one.name)


def _row(products: tuple[Product, ...], values: list[tuple[str, ...]]) -> tuple[str, ...]:
    """Name what each has; of one that the shop tells nothing of, nothing is said."""
    pairs = zip(products, values, strict=True)
    return tuple(f"{', '.join(each)} ({product.name})" for product, each in pairs if each)


def _dearest(products: tuple[Product, ...]) -> Iterator[Part]:
    """Say which costs most."""
    priced = [(most, one) for one in products if (most := _most(one)) is not None]
    if priced:
        price, dearest = max(priced, key=lambda each: each[0].minor)
        yield text(Say.COMPARED_DEAREST, product=dearest.name, price=price)


def cheapest_of(products: tuple[Product, ...]) -> Iterator[Part]:
    """Say which costs least; the cards tell what each costs."""
    priced = [(least, one) for one in products if (least := _least(one)) is not None]
    priced.sort(key=lambda each: each[0].minor)
    if len(priced) > 1 and priced[0][0] != priced[1][0]:
        (price, cheapest), (before, _) = priced[0], priced[1]
        yield text(Say.COMPARED_CHEAPEST, product=cheapest.name, price=price, before=before)


def _least(product: Product) -> Money | None:
    prices = [one.price for one in product.variants if one.price is not None]
    return min(prices, key=lambda price: price.minor, default=None)


def _most(product: Product) -> Money | None:
    prices = [one.price for one in product.variants if one.price is not None]
    return max(prices, key=lambda price: price.minor, default=None)


def _attributes(product: Product) -> dict[str, Attribute]:
    every = (*product.attributes, *variant_attributes(product))
    return {one.slug: one for one in every if one.values}
