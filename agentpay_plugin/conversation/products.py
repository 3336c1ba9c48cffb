"""Products: the one of the page, one that was chosen, those that were searched for."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.conversation.buying import shortage
from agentpay_plugin.conversation.commands import ReadCart, ReadProduct
from agentpay_plugin.conversation.doing import Restocking, Showing, Starting
from agentpay_plugin.conversation.events import Opened
from agentpay_plugin.conversation.goods import Cart, Product, Variant
from agentpay_plugin.conversation.moves import at_rest
from agentpay_plugin.conversation.names import item, kept
from agentpay_plugin.conversation.parts import CartSummary, Part, ProductCard, QuickReplies
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.ports import ProductRef
from agentpay_plugin.conversation.replies import (
    ASK_DELIVERY,
    ASK_OPTIONS,
    CHECK_OUT,
    SHOW_CART,
    WANT_IT,
    after,
    info,
    problem,
    quick,
    text,
)
from agentpay_plugin.conversation.returning import back, remind
from agentpay_plugin.conversation.state import Action, Conversation, Stage, Step

_FREE_TO_LOOK = (Stage.BROWSING, Stage.CHOOSING, Stage.SHOPPING, Stage.ORDERED)


def opened(conversation: Conversation, event: Opened) -> Step:
    """Greet, in the merchant's own words if there are any, and read what the page showed."""
    parts: tuple[Part, ...] = ()
    if event.greeting:
        parts = (text(Say.GREETING_OWN, words=event.greeting),)
    cart_id = event.cart_id if conversation.cart is None else None
    starting = Starting(cart_id, bool(parts))
    # Kept until it was read, in this turn or, if the shop fails now, in the next.
    conversation = replace(conversation, page_cart_id=cart_id)
    if event.product is not None:
        reading = replace(conversation, doing=starting)
        return Step(reading, parts, (ReadProduct(event.product),))
    return after(parts, _greeted(conversation, starting, None))


def page_product_read(
    conversation: Conversation, doing: Starting, product: Product | None, now: int
) -> Step:
    """Show the page's product."""
    if product is None:
        return after((), _greeted(conversation, doing, info(Say.PRODUCT_NOT_HERE)))
    focused = focus(conversation, product, now)
    lead: tuple[Part, ...] = ()
    if not doing.greeted:
        lead = (text(Say.GREETING_PRODUCT, product=product.name),)
    shown = (*lead, ProductCard(kept(product)))
    return after(shown, _storefront_cart(focused, doing), Action.PRODUCT_SHOWN)


def page_cart_read(conversation: Conversation, cart: Cart | None) -> Step:
    """Go on with the storefront's own cart, if it holds anything."""
    conversation, found = rejoined(conversation, cart)
    if not found:
        return Step(conversation, _openers(conversation))
    return Step(conversation, (*found, quick(CHECK_OUT, SHOW_CART)))


def rejoined(
    conversation: Conversation, cart: Cart | None
) -> tuple[Conversation, tuple[Part, ...]]:
    """Return the conversation that shares the storefront's cart, and what is said if that holds anything."""
    conversation = replace(conversation, page_cart_id=None)
    if cart is None:
        return conversation, ()
    conversation = replace(conversation, cart=cart)
    if conversation.stage in (Stage.BROWSING, Stage.ORDERED):
        conversation = at_rest(conversation)
    if not cart.lines:
        return conversation, ()
    return conversation, (text(Say.CART_FOUND), CartSummary(cart))


def product_chosen(conversation: Conversation, product_id: str) -> Step:
    """Show one of the products that this conversation knows."""
    known = (*conversation.found, *((conversation.product,) if conversation.product else ()))
    if all(product.id != product_id for product in known):
        return Step(conversation, (problem(Say.NOT_ON_SCREEN),))
    showing = replace(conversation, doing=Showing())
    return Step(showing, commands=(ReadProduct(ProductRef(id=product_id)),))


def one_found(conversation: Conversation, words: str) -> Product | None:
    """Return the one product of the last search whose whole name stands in the words."""
    said = words.casefold()
    fitting = [one for one in conversation.found if one.name.casefold() in said]
    return fitting[0] if len(fitting) == 1 else None


def product_shown(
    conversation: Conversation,
    product: Product | None,
    now: int,
    variants: tuple[Variant, ...] = (),
) -> Step:
    """Show a product and offer it, or those of its variants that were asked for."""
    if product is None:
        return after((problem(Say.PRODUCT_NOT_HERE),), remind(conversation))
    return show(focus(conversation, product, now), product, variants)


def show(conversation: Conversation, product: Product, variants: tuple[Variant, ...] = ()) -> Step:
    """Show the product in focus, and offer it."""
    if conversation.stage in _FREE_TO_LOOK:
        conversation = at_rest(conversation)
    card = ProductCard(kept(product))
    return after((card,), back(conversation, variants), Action.PRODUCT_SHOWN)


def restocked(
    conversation: Conversation, doing: Restocking, product: Product | None, now: int
) -> Step:
    """The shop refused a quantity: tell what can be had by what it says now."""
    if product is None:
        return Step(conversation, (problem(Say.PRODUCT_NOT_HERE),))
    variant = next((one for one in product.variants if one.id == doing.variant_id), None)
    if conversation.product is not None and conversation.product.id == product.id:
        conversation = focus(conversation, product, now)
    if variant is None:
        return Step(conversation, (problem(Say.NOT_SOLD_HERE, item=product.name),))
    told = shortage(conversation, product, variant, doing.quantity)
    if told is None:
        return Step(conversation, (problem(Say.NOT_ENOUGH, item=item(product, variant)),))
    return told


def focus(conversation: Conversation, product: Product, now: int) -> Conversation:
    """Return the conversation about `product`; what was wanted of another is forgotten."""
    before = conversation.product
    if before is None or before.id != product.id:
        conversation = replace(conversation, wanted_quantity=None, narrowed=(), meant_id=None)
        if conversation.stage == Stage.CHOOSING:
            conversation = at_rest(conversation)
    return replace(conversation, product=kept(product), product_read_at=now)


def _greeted(conversation: Conversation, doing: Starting, notice: Part | None) -> Step:
    lead: tuple[Part, ...] = () if doing.greeted else (text(Say.GREETING),)
    return after((*lead, *((notice,) if notice else ())), _storefront_cart(conversation, doing))


def _storefront_cart(conversation: Conversation, doing: Starting) -> Step:
    if doing.cart_id is None:
        return Step(conversation, _openers(conversation))
    starting = replace(conversation, doing=replace(doing, cart_id=None))
    return Step(starting, commands=(ReadCart(doing.cart_id),))


def _openers(conversation: Conversation) -> tuple[QuickReplies, ...]:
    product = conversation.product
    if product is None:
        return ()
    options = (ASK_OPTIONS,) if len(product.variants) > 1 else ()
    delivery = (ASK_DELIVERY,) if product.requires_shipping else ()
    return (quick(WANT_IT, *options, *delivery),)
