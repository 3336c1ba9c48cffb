"""The way from a cart to its quote: asks the next thing that is missing, and nothing else."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.conversation.commands import (
    ReadAddressRules,
    ReadCart,
    ReadDelivery,
    ReadQuote,
)
from agentpay_plugin.conversation.doing import AskingDetails, CheckingOut, PickingDelivery, Quoting
from agentpay_plugin.conversation.goods import Cart, CartLine, LineProblem
from agentpay_plugin.conversation.moves import at_rest, to
from agentpay_plugin.conversation.names import line_item
from agentpay_plugin.conversation.parts import CartSummary, Notice, Part
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.replies import info, problem
from agentpay_plugin.conversation.state import Action, Conversation, Stage, Step

SETTLING = (Stage.PAYING, Stage.PAID)


def is_filled(conversation: Conversation) -> bool:
    """Tell whether there is something in the cart."""
    return conversation.cart is not None and bool(conversation.cart.lines)


def lacks_details(cart: Cart) -> bool:
    """Tell whether contact or an address is missing for an order."""
    if not (cart.has_email and cart.has_billing_address):
        return True
    return cart.requires_shipping and not cart.has_shipping_address


def line_problems(cart: Cart) -> tuple[Notice, ...]:
    """Return one notice for each line that cannot be bought as it stands."""
    return tuple(_line_problem(line) for line in cart.lines if line.problem is not None)


def check_out(conversation: Conversation) -> Step:
    """Read the cart as it is now and go on with what is missing."""
    if conversation.cart is None or not conversation.cart.lines:
        return empty(conversation)
    return Step(
        replace(conversation, doing=CheckingOut()), commands=(ReadCart(conversation.cart.id),)
    )


def proceed(conversation: Conversation, lead: tuple[Part, ...] = ()) -> Step:
    """Ask the next thing that the cart's order needs: details, then delivery, then the quote."""
    cart = conversation.cart
    if cart is None or not cart.lines:
        return empty(conversation, lead)
    problems = line_problems(cart)
    if problems:
        shopping = to(conversation, Stage.SHOPPING)
        return Step(shopping, (*lead, *problems, CartSummary(cart)), action=Action.CART_CHANGED)
    if lacks_details(cart):
        return ask_details(conversation, lead)
    shopping = to(conversation, Stage.SHOPPING)
    if cart.requires_shipping and cart.delivery is None:
        picking = replace(shopping, doing=PickingDelivery())
        return Step(picking, lead, (ReadDelivery(cart.id, None),))
    return Step(replace(shopping, doing=Quoting()), lead, (ReadQuote(cart.id),))


def ask_details(
    conversation: Conversation, lead: tuple[Part, ...] = (), doing: AskingDetails | None = None
) -> Step:
    """Read the address rules of the country asked for, so that the form can be shown."""
    if conversation.stage != Stage.DETAILS:
        conversation = to(conversation, Stage.SHOPPING)
    country = conversation.country or (conversation.cart.country if conversation.cart else None)
    asking = replace(conversation, doing=doing or AskingDetails())
    return Step(asking, lead, (ReadAddressRules(country),))


def empty(conversation: Conversation, lead: tuple[Part, ...] = ()) -> Step:
    """Say that the cart is empty."""
    if conversation.stage not in SETTLING:
        conversation = at_rest(conversation)
    return Step(conversation, (*lead, info(Say.CART_EMPTY)))


def _line_problem(line: CartLine) -> Notice:
    if line.problem == LineProblem.INSUFFICIENT_STOCK and line.available:
        return problem(Say.LINE_SHORT, count=line.available, item=line_item(line))
    return problem(Say.LINE_OUT, item=line_item(line))
