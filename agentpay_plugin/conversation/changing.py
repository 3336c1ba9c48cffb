"""What was settled already is to be another: the address, the way of delivery, an option of what is in the cart."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.conversation.buying import add
from agentpay_plugin.conversation.checkout import (
    SETTLING,
    ask_details,
    check_out,
    is_filled,
    lacks_details,
)
from agentpay_plugin.conversation.choosing import unknown_option
from agentpay_plugin.conversation.commands import ReadDelivery
from agentpay_plugin.conversation.delivery import delivery_chosen
from agentpay_plugin.conversation.doing import AskingDetails, PickingDelivery
from agentpay_plugin.conversation.goods import Attribute, Product, Variant
from agentpay_plugin.conversation.moves import to
from agentpay_plugin.conversation.names import choices, line_of
from agentpay_plugin.conversation.parts import CartSummary
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.picking import way_meant
from agentpay_plugin.conversation.reading import Reading
from agentpay_plugin.conversation.replies import info, problem, text
from agentpay_plugin.conversation.returning import back
from agentpay_plugin.conversation.state import Conversation, Stage, Step


def details_changed(conversation: Conversation) -> Step:
    """Show the form again."""
    if conversation.stage in SETTLING:
        return back(conversation)
    if not is_filled(conversation):
        return Step(conversation, (info(Say.DETAILS_NOT_NOW),))
    return ask_details(conversation, doing=AskingDetails(address=True))


def delivery_changed(conversation: Conversation, words: str, reading: Reading) -> Step:
    """Choose the way that the words name, else show the ways there are."""
    cart = conversation.cart
    if conversation.stage in SETTLING:
        return back(conversation)
    if cart is None or not cart.requires_shipping or lacks_details(cart):
        return check_out(conversation)
    if (way := way_meant(conversation, words, reading)) is not None:
        return delivery_chosen(conversation, way.id)
    picking = replace(to(conversation, Stage.SHOPPING), doing=PickingDelivery())
    return Step(picking, commands=(ReadDelivery(cart.id, None),))


def option_changed(conversation: Conversation, product: Product, reading: Reading) -> Step | None:
    """Put the same number of another variant into the cart instead; None when none of it is in there."""
    inside = tuple(one for one in product.variants if line_of(conversation, one.id) is not None)
    if not inside:
        return None
    if len(inside) > 1:
        inside = _told_apart(inside, reading) or inside
    if len(inside) > 1 and conversation.cart is not None:
        return Step(conversation, (text(Say.WHICH_LINE), CartSummary(conversation.cart)))
    old = inside[0]
    line = line_of(conversation, old.id)
    wanted = _with(old, reading)
    found = next((one for one in product.variants if set(one.attributes) == wanted), None)
    if reading.unknown_option is not None:
        return Step(conversation, unknown_option(product, reading.unknown_option))
    if found is None or line is None:
        there = choices(tuple(one for one in product.variants if one.price is not None))
        notice = problem(Say.NO_SUCH_COMBINATION, product=product.name, variants=there)
        return Step(conversation, (notice,))
    if found.id == old.id:
        return back(conversation)
    quantity = reading.quantity or line.quantity
    return add(conversation, product, found, quantity, instead_of=old.id)


def _told_apart(inside: tuple[Variant, ...], reading: Reading) -> tuple[Variant, ...]:
    """Return the one that the words name by what it is, beside what it shall be: "swap the RED one for L"."""
    said = set(reading.options)
    owns = [
        {(one.slug, value) for one in each.attributes for value in one.values} for each in inside
    ]
    named = tuple(each for each, own in zip(inside, owns, strict=True) if said & own and said - own)
    return named if len(named) == 1 else ()


def _with(variant: Variant, reading: Reading) -> set[Attribute]:
    """Return the variant's attributes with the options that were said in the place of its own."""
    said = dict(reading.options)
    return {
        replace(one, values=(said[one.slug],)) if one.slug in said else one
        for one in variant.attributes
    }
