"""What words do to lines of the cart: how many of one, one more, some of them out."""

from __future__ import annotations

from agentpay_plugin.conversation import cart as carts
from agentpay_plugin.conversation import promo
from agentpay_plugin.conversation.buying import LEAST, MOST
from agentpay_plugin.conversation.checkout import empty, is_filled
from agentpay_plugin.conversation.goods import CartLine
from agentpay_plugin.conversation.names import line_of, same_name, shown_variant
from agentpay_plugin.conversation.parts import CartSummary
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.reading import Reading
from agentpay_plugin.conversation.replies import text
from agentpay_plugin.conversation.returning import is_in_cart
from agentpay_plugin.conversation.state import Conversation, Step


def quantity_changed(conversation: Conversation, reading: Reading) -> Step:
    """Make the line that is meant hold another number; ask which line or how many where that is not said."""
    line = line_meant(conversation, reading)
    if line is None:
        return _ask(conversation, Say.WHICH_LINE)
    quantity = reading.quantity
    if reading.times is not None:
        quantity = line.quantity * reading.times
    if quantity is None:
        return _ask(conversation, Say.HOW_MANY)
    return carts.quantity_set(conversation, line.variant_id, quantity)


def one_more(conversation: Conversation, reading: Reading) -> Step | None:
    """Add to the line that "one more" means; None when it is no line of the cart."""
    line = None if means_no_line(conversation) else line_meant(conversation, reading)
    if line is None:
        return None
    more = reading.quantity or LEAST
    return carts.quantity_set(conversation, line.variant_id, line.quantity + more)


def all_there_are(conversation: Conversation, reading: Reading) -> Step | None:
    """Make the line that is meant hold as many as can be had; None when it is no line of the cart."""
    line = line_meant(conversation, reading)
    known = shown_variant(conversation, line.variant_id) if line else None
    if line is None or known is None:
        return None
    _, variant = known
    most = min(variant.available, variant.limit_per_customer or MOST)
    return carts.quantity_set(conversation, line.variant_id, max(most, line.quantity))


def taken_out(conversation: Conversation, reading: Reading) -> Step:
    """Take a line or some of it out of the cart, or a code."""
    line, mention = line_meant(conversation, reading), reading.product_mention or ""
    if reading.promo_code is not None:
        return promo.remove(conversation, reading.promo_code)
    if line is None and (mention.isupper() or promo.is_known(conversation, mention)):
        return promo.remove(conversation, mention)
    if not is_filled(conversation):
        return empty(conversation)
    if reading.every and reading.variant_ids:
        others = tuple(id_ for id_ in _ids(conversation) if id_ not in reading.variant_ids)
        return carts.emptied(conversation, but=others)
    if reading.every:
        return _ask(conversation, Say.WHICH_LINE)
    if line is None:
        return _ask(
            conversation, Say.WHICH_LINE if _may_mean(conversation, reading) else Say.NOT_IN_CART
        )
    is_named = bool(reading.variant_ids or mention)
    if not is_named and (reading.quantity or 0) > line.quantity and len(_ids(conversation)) > 1:
        return _ask(conversation, Say.WHICH_LINE)
    fewer = reading.quantity if reading.quantity and reading.quantity >= LEAST else line.quantity
    return carts.quantity_set(conversation, line.variant_id, max(0, line.quantity - fewer))


def emptied(conversation: Conversation, reading: Reading) -> Step:
    """Take all out of the cart but the lines that stay."""
    stay = tuple(id_ for id_ in reading.variant_ids if id_ in _ids(conversation))
    return carts.emptied(conversation, but=stay)


def means_no_line(conversation: Conversation) -> bool:
    """Tell whether "it" is what is not in the cart: the variant that was spoken of last, or else all of the focus."""
    product, known = conversation.product, conversation.meant_id
    if product is None:
        return False
    if known is not None:
        return line_of(conversation, known) is None
    return not is_in_cart(conversation, product)


def line_meant(conversation: Conversation, reading: Reading) -> CartLine | None:
    """Return the one line that the words can mean: by variant, by name, in focus, spoken of last, or the only one."""
    lines = conversation.cart.lines if conversation.cart else ()
    if reading.variant_ids:
        fitting = [line for line in lines if line.variant_id in reading.variant_ids]
    elif reading.product_mention:
        mention = reading.product_mention
        fitting = [line for line in lines if same_name(mention, line.product_name)]
    elif conversation.product is not None and len(lines) > 1:
        fitting = [
            line
            for variant in conversation.product.variants
            if (line := line_of(conversation, variant.id)) is not None
        ]
        fitting = [one for one in fitting if one.variant_id == conversation.meant_id] or fitting
    else:
        fitting = list(lines)
    return fitting[0] if len(fitting) == 1 else None


def _may_mean(conversation: Conversation, reading: Reading) -> bool:
    """Tell whether the words could mean some line: those that name none of them are told so."""
    if reading.variant_ids:
        return any(line_of(conversation, one) is not None for one in reading.variant_ids)
    lines = conversation.cart.lines if conversation.cart else ()
    mention = reading.product_mention
    return not mention or any(same_name(mention, line.product_name) for line in lines)


def _ask(conversation: Conversation, say: Say) -> Step:
    cart = conversation.cart
    return Step(conversation, (text(say), CartSummary(cart)) if cart else (text(say),))


def _ids(conversation: Conversation) -> tuple[str, ...]:
    lines = conversation.cart.lines if conversation.cart else ()
    return tuple(line.variant_id for line in lines)
