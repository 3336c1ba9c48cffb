"""What a shopper's words of this turn ask to be done, and to which goods: a language model may do that and no more."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from agentpay_plugin.conversation.goods import Product, Variant
from agentpay_plugin.conversation.names import shown_variant
from agentpay_plugin.conversation.picking import place_of
from agentpay_plugin.conversation.reading import Pick
from agentpay_plugin.conversation.state import Conversation


class Deed(StrEnum):
    """What can be asked to be done to the cart or the order."""

    ADD = "add"
    MORE = "more"  # beside ADD: of what is in the cart already
    CHANGE = "change"  # how many
    SWAP = "swap"  # another size or colour instead
    REMOVE = "remove"
    ALL = (
        "all"  # beside REMOVE: all that is named, however many; of the whole cart where nothing is
    )
    CHECK_OUT = "check_out"
    DETAILS = "details"  # contact and addresses
    PROMO = "promo"


class Words(Protocol):
    """Words of the chat, held against the goods of the shop. Implemented by language/naming.py."""

    @property
    def pick(self) -> Pick | None:
        """Which one of those shown is meant, by its place."""

    def names(self, product: Product) -> int:
        """Return how many words of the product's name or kind they say."""

    def fitting(self, product: Product) -> frozenset[str] | None:
        """Return the variants that have the options which are named; None when none is."""

    def counts(self, product: Product) -> frozenset[int]:
        """Return the numbers of pieces that are said."""

    def say(self, code: str) -> bool:
        """Tell whether a promo code stands in them, written as a code."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that is asked: `said` are the words that ask it, the nearest first."""

    deeds: frozenset[Deed]
    said: tuple[Words, ...]

    def counts(self, product: Product) -> frozenset[int]:
        """Return the numbers of pieces that are asked for; none when none is said."""
        every = (words.counts(product) for words in self.said)
        return next((found for found in every if found), frozenset())


@dataclass(frozen=True, slots=True)
class Allowed:
    """What the shopper's own words of this turn allow.

    `own` are all words of this message and then those of earlier ones, the latest first: "the blue one" may have been
    said there. `answered` is what a model said just before them. `shown` is the chat as the shopper saw it when they
    wrote: what a model shows afterwards is not what they speak of.
    """

    asks: tuple[Ask, ...]
    own: tuple[Words, ...]
    answered: Words | None
    shown: Conversation

    def asking(self, *deeds: Deed) -> tuple[Ask, ...]:
        """Return what asks for one of these deeds."""
        return tuple(one for one in self.asks if not one.deeds.isdisjoint(deeds))

    def say(self, code: str) -> bool:
        """Tell whether the shopper wrote a promo code."""
        return any(words.say(code) for words in self.own)

    def before(self) -> tuple[Words, ...]:
        """Return what was said before this message, the latest first."""
        return (*((self.answered,) if self.answered else ()), *self.own[1:])


@dataclass(frozen=True, slots=True)
class Good:
    """A variant that can be meant."""

    product: Product
    variant: Variant


def goods_shown(conversation: Conversation) -> tuple[Good, ...]:
    """Return what can be put into the cart: all variants for sale that were shown, and what lies there."""
    focus = (conversation.product,) if conversation.product else ()
    products = {one.id: one for one in (*conversation.found, *focus)}
    found = [
        Good(product, variant)
        for product in products.values()
        for variant in product.variants
        if variant.price is not None and product.available_for_purchase
    ]
    ids = {one.variant.id for one in found}
    return (*found, *(one for one in goods_held(conversation) if one.variant.id not in ids))


def goods_held(conversation: Conversation) -> tuple[Good, ...]:
    """Return what is in the cart. Of a product that was not shown only the names are known."""
    lines = conversation.cart.lines if conversation.cart else ()
    found = []
    for line in lines:
        known = shown_variant(conversation, line.variant_id)
        if known is None:
            name = "" if line.variant_name == line.variant_id else line.variant_name
            variant = Variant(line.variant_id, name, None, (), line.unit_price, None, 0)
            known = _nameless(line.product_name, variant), variant
        found.append(Good(*known))
    return tuple(found)


def is_meant(ask: Ask, allowed: Allowed, goods: tuple[Good, ...], variant_id: str) -> bool:
    """Tell whether the words mean this one of the goods and no other; with ALL, whether it is among those meant."""
    found = {one.variant.id for one in meant(ask, allowed, goods)}
    return variant_id in found and (len(found) == 1 or Deed.ALL in ask.deeds)


def meant(ask: Ask, allowed: Allowed, goods: tuple[Good, ...]) -> tuple[Good, ...]:
    """Return those of the goods that the words can mean: by names and options, else by what is in focus."""
    own, *near = ask.said
    left = _narrowed(own, _seen_or_named(ask, allowed, goods), allowed.shown)
    for words in near:
        left = _narrowed(words, left, allowed.shown) or left
    if Deed.ALL in ask.deeds:
        return left
    left = _only_those(left, _in_focus(allowed.shown))
    held = {one.variant.id for one in goods_held(allowed.shown)}
    if Deed.MORE in ask.deeds:
        left = tuple(one for one in left if one.variant.id in held) or left
    if Deed.SWAP in ask.deeds:
        left = tuple(one for one in left if one.variant.id not in held) or left
    for words in allowed.before():
        left = _narrowed(words, left, allowed.shown) or left
    return _offered(left, allowed.shown)


def _seen_or_named(ask: Ask, allowed: Allowed, goods: tuple[Good, ...]) -> tuple[Good, ...]:
    """Leave out what the shopper can not speak of: what a model has brought since, unless they call it by its name."""
    seen = {one.variant.id for one in goods_shown(allowed.shown)}
    said = (*ask.said, *allowed.own)
    return tuple(
        one
        for one in goods
        if one.variant.id in seen or any(words.names(one.product) for words in said)
    )


def _narrowed(words: Words, goods: tuple[Good, ...], shown: Conversation) -> tuple[Good, ...]:
    """Keep what the words fit; nothing where they name what none of the goods is."""
    products = {one.product.id: one.product for one in goods}
    said = {each: words.names(product) for each, product in products.items()}
    most = max(said.values(), default=0)
    if most:
        goods = tuple(one for one in goods if said[one.product.id] == most)
    elif (picked := place_of(shown.found, words.pick)) is not None:
        goods = tuple(one for one in goods if one.product.id == picked.id)
    fitting = {one.product.id: words.fitting(one.product) for one in goods}
    named = [each for each in fitting.values() if each is not None]
    if not named:
        return goods
    return tuple(one for one in goods if one.variant.id in frozenset().union(*named))


def _in_focus(shown: Conversation) -> str | None:
    """Return the product that "it" stands for."""
    if shown.product is not None:
        return shown.product.id
    return shown.found[0].id if len(shown.found) == 1 else None


def _only_those(goods: tuple[Good, ...], product_id: str | None) -> tuple[Good, ...]:
    return tuple(one for one in goods if one.product.id == product_id) or goods


def _offered(goods: tuple[Good, ...], shown: Conversation) -> tuple[Good, ...]:
    for ids in ((shown.offered_variant_id,), shown.narrowed):
        goods = tuple(one for one in goods if one.variant.id in ids) or goods
    return goods


def _nameless(name: str, variant: Variant) -> Product:
    return Product(f"of {variant.id}", "", name, "", None, (), (variant,), None, False, True)
