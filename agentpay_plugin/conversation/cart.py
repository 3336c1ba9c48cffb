"""The cart: what the shopper changes in it, and what is said when the shop has done so."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.conversation.buying import set_line, set_quantity
from agentpay_plugin.conversation.checkout import SETTLING, empty, is_filled, line_problems, proceed
from agentpay_plugin.conversation.commands import (
    AskCharge,
    ReadCart,
    SetContact,
    SetQuantity,
)
from agentpay_plugin.conversation.doing import (
    Adding,
    AskingCharge,
    Doing,
    Emptying,
    SavingEmail,
    Setting,
    ShowingCart,
)
from agentpay_plugin.conversation.kept import keep
from agentpay_plugin.conversation.moves import at_rest, to
from agentpay_plugin.conversation.names import held, line_item, line_of, shown_variant
from agentpay_plugin.conversation.parts import CartSummary, Part
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.replies import after, info, problem, text
from agentpay_plugin.conversation.returning import back, offer_check_out, remind
from agentpay_plugin.conversation.state import Action, Conversation, Stage, Step

_CHECKING_OUT = (Stage.DETAILS, Stage.DELIVERY, Stage.QUOTED)


def show(conversation: Conversation) -> Step:
    """Read the cart to show it."""
    if conversation.cart is None:
        return after((info(Say.CART_EMPTY),), back(conversation))
    reading = replace(conversation, doing=ShowingCart())
    return Step(reading, commands=(ReadCart(conversation.cart.id),))


def quantity_set(conversation: Conversation, variant_id: str, quantity: int) -> Step:
    """Make the cart hold exactly `quantity` of a variant that is in it."""
    cart = conversation.cart
    if cart is None or not cart.lines:
        return empty(conversation)
    if line_of(conversation, variant_id) is None:
        return Step(conversation, (problem(Say.NOT_IN_CART), CartSummary(cart)))
    known = shown_variant(conversation, variant_id)
    if conversation.stage in SETTLING and held(conversation, variant_id) == quantity:
        return remind(conversation)  # nothing to change: the open payment stays open
    if known is None:
        return set_line(conversation, variant_id, quantity)
    return set_quantity(conversation, *known, quantity)


def emptied(
    conversation: Conversation, news: tuple[Part, ...] = (), but: tuple[str, ...] = ()
) -> Step:
    """Take the next line out of the cart, `but` for the variants that stay; go on when none is left to go."""
    cart = conversation.cart
    goes = [line for line in cart.lines if line.variant_id not in but] if cart else []
    if cart is None or not goes:
        return changed(conversation, news)
    told = (*news, text(Say.REMOVED, item=line_item(goes[0]))) if but else news
    command = SetQuantity(cart.id, goes[0].variant_id, 0)
    return Step(replace(conversation, doing=Emptying(but)), told, (command,))


def swapped(conversation: Conversation, doing: Adding, lead: tuple[Part, ...]) -> Step:
    """Take out what something else was put into the cart for."""
    old = doing.instead_of
    if old is None or line_of(conversation, old) is None:
        return changed(conversation, lead)
    return after(lead, set_line(conversation, old, 0))


def take_email(conversation: Conversation, email: str) -> Step:
    """Set an e-mail address that stood in the shopper's words."""
    cart = conversation.cart
    if cart is None or not cart.lines:
        return Step(conversation, (text(Say.EMAIL_LATER),))
    return Step(replace(conversation, doing=SavingEmail()), commands=(SetContact(cart.id, email),))


def changed(conversation: Conversation, lead: tuple[Part, ...]) -> Step:
    """Say what changed and go on: to the next step of a check-out under way, else back to shopping."""
    if not is_filled(conversation):
        return after((), empty(_unasked(conversation), lead), Action.CART_CHANGED)
    if conversation.stage in _CHECKING_OUT:
        return after((), proceed(conversation, lead), Action.CART_CHANGED)
    return after(lead, summary(conversation), Action.CART_CHANGED)


def summary(conversation: Conversation) -> Step:
    """Show the cart with its problems, or with the offer to check out."""
    cart = conversation.cart
    if cart is None or not cart.lines:
        return empty(conversation)
    if conversation.stage not in SETTLING:
        conversation = at_rest(conversation)
    problems = line_problems(cart)
    if problems or conversation.stage in SETTLING:
        return Step(conversation, (CartSummary(cart), *problems))
    return after((CartSummary(cart),), offer_check_out(conversation))


def shown(conversation: Conversation, news: tuple[Part, ...] = ()) -> Step:
    """Show the cart that was read, and leave the shopper where they were in the check-out."""
    cart = conversation.cart
    if cart is None or not cart.lines or conversation.stage not in _CHECKING_OUT:
        return after(news, summary(conversation))
    lead = (*news, text(Say.YOUR_CART), CartSummary(cart))
    return proceed(conversation, lead)


def lead_of(doing: Adding | Setting | SavingEmail) -> Part:
    """Return what is said first when the shop has changed the cart."""
    match doing:
        case Adding(_, quantity, item):
            return text(Say.ADDED, count=quantity, item=item)
        case Setting(_, 0, item):
            return text(Say.REMOVED, item=item)
        case Setting(_, quantity, item):
            return text(Say.QUANTITY_SET, count=quantity, item=item)
        case SavingEmail():
            return text(Say.EMAIL_SAVED)


def gone(conversation: Conversation, doing: Doing | None) -> Step:
    """The shop does not hold the cart any more: start anew, or see whether it became an order."""
    charge = conversation.charge
    if conversation.stage in SETTLING and charge is not None:
        asking = replace(conversation, doing=AskingCharge())
        return Step(asking, commands=(AskCharge(charge.id),))
    had_cart = conversation.cart is not None
    conversation, lost = _codes_of_lost(conversation)
    bare = to(_unasked(replace(conversation, cart=None)), Stage.BROWSING)
    if isinstance(doing, Adding) and had_cart:
        command = SetQuantity(None, doing.variant_id, doing.quantity)
        renewing = replace(bare, doing=doing)
        return Step(renewing, (info(Say.CART_RENEWED), *lost), (command,))
    return Step(bare, (problem(Say.CART_GONE), *lost), action=Action.CART_CHANGED)


def _codes_of_lost(conversation: Conversation) -> tuple[Conversation, tuple[Part, ...]]:
    """Keep a lost cart's voucher for the next one; of its gift cards only the last characters are known."""
    cart = conversation.cart
    if cart is None:
        return conversation, ()
    if cart.promo_code:
        conversation = keep(conversation, cart.promo_code, None)
    if not cart.gift_card_codes:
        return conversation, ()
    return conversation, (info(Say.GIFT_CARD_AGAIN, values=cart.gift_card_codes),)


def _unasked(conversation: Conversation) -> Conversation:
    """Return the conversation without what belonged to the way to a quote."""
    return replace(
        conversation,
        deliveries=(),
        methods=(),
        wanted_quantity=None,
        narrowed=(),
        country=None,
        meant_id=None,
    )
