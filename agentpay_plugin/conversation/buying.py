"""Putting a known variant into the cart, or saying why it cannot be had and what can."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.conversation.commands import SetQuantity
from agentpay_plugin.conversation.doing import Adding, Setting
from agentpay_plugin.conversation.goods import Product, Variant
from agentpay_plugin.conversation.moves import offering
from agentpay_plugin.conversation.names import (
    held,
    item,
    label,
    labels,
    line_item,
    line_of,
    nearest,
)
from agentpay_plugin.conversation.parts import Part, VariantPicker
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.reading import Offered
from agentpay_plugin.conversation.replies import YES, problem, quick
from agentpay_plugin.conversation.state import Conversation, Step

LEAST, MOST = 1, 999


def add(
    conversation: Conversation,
    product: Product,
    variant: Variant,
    quantity: int,
    instead_of: str | None = None,
) -> Step:
    """Put `quantity` more of a variant into the cart; the variant `instead_of` is taken out then."""
    target = held(conversation, variant.id) + quantity
    refused = shortage(conversation, product, variant, target)
    if refused is None and not LEAST <= quantity <= MOST:
        refused = _out_of_range(offering(conversation, Offered.BUY, variant.id))
    if refused is not None:
        return refused
    doing = Adding(variant.id, quantity, item(product, variant), instead_of)
    return _write(conversation, variant.id, target, doing)


def set_quantity(
    conversation: Conversation, product: Product, variant: Variant, quantity: int
) -> Step:
    """Make the cart hold exactly `quantity` of a variant."""
    refused = shortage(conversation, product, variant, quantity) if quantity else None
    if refused is not None:
        return refused
    doing = Setting(variant.id, quantity, item(product, variant))
    return _write(conversation, variant.id, quantity, doing)


def set_line(conversation: Conversation, variant_id: str, quantity: int) -> Step:
    """Change a line whose product is not known any more: the shop decides what can be had."""
    line = line_of(conversation, variant_id)
    if not 0 <= quantity <= MOST:
        return _out_of_range(conversation)
    name = line_item(line) if line else ""
    return _write(conversation, variant_id, quantity, Setting(variant_id, quantity, name))


def shortage(
    conversation: Conversation, product: Product, variant: Variant, target: int
) -> Step | None:
    """Say why the cart cannot hold `target` of a variant and what it can; None when it can."""
    name = item(product, variant)
    if variant.price is None or not product.available_for_purchase:
        return Step(conversation, (problem(Say.NOT_SOLD_HERE, item=name),))
    if not LEAST <= target <= MOST:
        return _out_of_range(offering(conversation, Offered.BUY, variant.id))
    if variant.available <= 0:
        spoken = replace(conversation, meant_id=variant.id)
        return Step(spoken, out_of_stock(product, variant))
    limit = variant.limit_per_customer or MOST
    if target > min(limit, variant.available):
        return _too_many(conversation, product, variant)
    return None


def out_of_stock(product: Product, variant: Variant, *, alone: bool = True) -> tuple[Part, ...]:
    """Say that a variant is out of stock and show those that are not.

    `alone`: this very variant was wanted, so of many the nearest are shown.
    """
    others = tuple(one for one in product.variants if one.price is not None and one.available > 0)
    others = nearest(others, variant) if alone else others
    name = item(product, variant)
    if not others:
        return (problem(Say.SOLD_OUT, product=product.name),)
    if not label(variant):
        return (problem(Say.OUT_OF_STOCK, item=name),)
    say = problem(Say.OUT_OF_STOCK_OTHERS, item=name, variants=labels(others))
    return say, VariantPicker(product, tuple(one.id for one in others), 1)


def _too_many(conversation: Conversation, product: Product, variant: Variant) -> Step:
    name, limit = item(product, variant), variant.limit_per_customer
    limited = limit is not None and limit <= variant.available
    most = limit if limited and limit is not None else variant.available
    if held(conversation, variant.id) >= most:
        say = Say.LIMIT_REACHED if limited else Say.ALL_IN_CART
        return Step(conversation, (problem(say, count=most, item=name),))
    say = Say.LIMIT_PER_CUSTOMER if limited else Say.TOO_MANY
    offered = offering(conversation, Offered.ANOTHER_QUANTITY, variant.id, most)
    return Step(offered, (problem(say, count=most, item=name), quick(YES)))


def _out_of_range(conversation: Conversation) -> Step:
    notice = problem(Say.QUANTITY_OUT_OF_RANGE, least=LEAST, most=MOST)
    return Step(conversation, (notice,))


def _write(
    conversation: Conversation, variant_id: str, quantity: int, doing: Adding | Setting
) -> Step:
    cart_id = conversation.cart.id if conversation.cart else None
    command = SetQuantity(cart_id, variant_id, quantity)
    return Step(replace(conversation, doing=doing), commands=(command,))
