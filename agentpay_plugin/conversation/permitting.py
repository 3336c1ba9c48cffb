"""Whether a deed to the cart is what the shopper's words ask for: the deed, the goods and how many, each of them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from agentpay_plugin.conversation.asked import (
    Allowed,
    Ask,
    Deed,
    Good,
    goods_held,
    goods_shown,
    is_meant,
)
from agentpay_plugin.conversation.names import held
from agentpay_plugin.conversation.state import Conversation


class Why(Enum):
    """Why something may not be done."""

    NOT_ASKED = "the words ask for no such deed"
    NOT_NAMED = "they do not name this one, or others as well"
    NOT_SAID = "they do not say so many"


def may_add(
    allowed: Allowed, conversation: Conversation, variant_id: str, quantity: int
) -> Why | None:
    """Return why so many of a variant may not be put into the cart; None when they may."""
    asks = allowed.asking(Deed.ADD, Deed.SWAP)
    named = _naming(asks, allowed, goods_shown(conversation), variant_id)
    if not named:
        return Why.NOT_NAMED if asks else Why.NOT_ASKED
    # What was added in this turn counts: "two of them" is not asked for twice.
    more = held(conversation, variant_id) + quantity - held(allowed.shown, variant_id)
    is_said = any(more in _to_add(ask, good, allowed.shown) for ask, good in named)
    return None if is_said else Why.NOT_SAID


def may_set(
    allowed: Allowed, conversation: Conversation, variant_id: str, quantity: int
) -> Why | None:
    """Return why the cart may not hold exactly so many of a variant that is in it; None when it may."""
    there = held(allowed.shown, variant_id)
    asks = allowed.asking(Deed.CHANGE, Deed.REMOVE)
    named = _naming(asks, allowed, goods_held(conversation), variant_id)
    if quantity > there:
        adding = allowed.asking(Deed.ADD)
        named += _naming(adding, allowed, goods_shown(conversation), variant_id)
        asks += adding
    for ask, good in named:
        if quantity in _to_hold(ask, good, there):
            return None
    if quantity == 0 and _is_replaced(allowed, conversation, variant_id):
        return None
    if not named:
        return Why.NOT_NAMED if asks else Why.NOT_ASKED
    return Why.NOT_SAID if quantity else Why.NOT_ASKED


def _naming(
    asks: Iterable[Ask], allowed: Allowed, goods: tuple[Good, ...], variant_id: str
) -> list[tuple[Ask, Good]]:
    good = next((one for one in goods if one.variant.id == variant_id), None)
    if good is None:
        return []
    return [(ask, good) for ask in asks if is_meant(ask, allowed, goods, variant_id)]


def _to_add(ask: Ask, good: Good, shown: Conversation) -> frozenset[int]:
    """Return how many may be added: as many as are said, else one; in place of others as many as those were."""
    said = ask.counts(good.product)
    if said or Deed.ADD in ask.deeds:
        return said or frozenset({1})
    return frozenset({1, *(held(shown, one.id) for one in good.product.variants)}) - {0}


def _to_hold(ask: Ask, good: Good, there: int) -> frozenset[int]:
    """Return how many the cart may hold afterwards. None at all only by words that take out, or by a zero."""
    said = ask.counts(good.product)
    found = set[int]()
    if Deed.ADD in ask.deeds:
        found |= {there + one for one in said or {1}}
    if Deed.CHANGE in ask.deeds:
        found |= said
    if Deed.REMOVE in ask.deeds:
        found |= {max(there - one, 0) for one in said} if said else {0}
    return frozenset(found)


def _is_replaced(allowed: Allowed, conversation: Conversation, variant_id: str) -> bool:
    """Tell whether another variant of the product, which the words want instead, has come into the cart."""
    goods = goods_held(conversation)
    product_id = next((one.product.id for one in goods if one.variant.id == variant_id), None)
    others = [
        one.variant.id
        for one in goods
        if one.product.id == product_id and one.variant.id != variant_id
    ]
    return any(
        is_meant(ask, allowed, goods_shown(conversation), other)
        and held(conversation, other) > held(allowed.shown, other)
        for ask in allowed.asking(Deed.SWAP)
        for other in others
    )
