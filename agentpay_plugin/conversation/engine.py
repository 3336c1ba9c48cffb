"""The conversation's one entry: what happened goes in, the next state, a reply and commands come out.

Pure: no I/O, no clock, no random. A shopper's unexpected input never raises; it is answered.
"""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.conversation import cart as carts
from agentpay_plugin.conversation import codes, promo
from agentpay_plugin.conversation.attending import (
    is_for_person,
    left_to_person,
    person_asked,
    person_wrote,
)
from agentpay_plugin.conversation.charges import charge_changed
from agentpay_plugin.conversation.choosing import variant_offered, variant_tapped
from agentpay_plugin.conversation.closed import selling_nothing
from agentpay_plugin.conversation.commands import AskPerson, ReadCart, ReadProduct, SetQuantity
from agentpay_plugin.conversation.delivery import delivery_chosen
from agentpay_plugin.conversation.details import country_chosen, details_given
from agentpay_plugin.conversation.doing import Recounting, Refreshing, Rejoining, Searching
from agentpay_plugin.conversation.events import (
    CartAsked,
    CartJoined,
    CartRead,
    CartRefused,
    ChargeChanged,
    CheckOutAsked,
    CountryChosen,
    DeliveryChosen,
    DetailsGiven,
    Event,
    GoodsSought,
    Opened,
    PaidSaid,
    PaymentCancelled,
    PersonAsked,
    PersonWrote,
    ProductChosen,
    ProductRead,
    PromoCodeApplied,
    PromoCodeRemoved,
    QuantitySet,
    QuoteConfirmed,
    Said,
    ShopperEvent,
    VariantChosen,
    VariantOffered,
)
from agentpay_plugin.conversation.goods import Cart, Product
from agentpay_plugin.conversation.heard import check_out_asked, said
from agentpay_plugin.conversation.moves import at_rest, offering, to
from agentpay_plugin.conversation.paying import guarded, paid_said, payment_cancelled
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.ports import ProductRef
from agentpay_plugin.conversation.products import focus, opened, product_chosen, rejoined
from agentpay_plugin.conversation.quoting import quote_confirmed
from agentpay_plugin.conversation.reading import Offered, Wish
from agentpay_plugin.conversation.replies import after, info, problem
from agentpay_plugin.conversation.results import Result, brought
from agentpay_plugin.conversation.seeking import seek
from agentpay_plugin.conversation.state import Conversation, Stage, Step
from agentpay_plugin.conversation.suggesting import with_others

FRESH = 300  # seconds for which what was read of a product is believed

_ABOUT_GOODS = (Wish.BUY, Wish.ASK, Wish.CHANGE_QUANTITY)
_ABOUT_LINES = (Wish.CHANGE_QUANTITY, Wish.REMOVE)
_ABOUT_QUANTITIES = (Wish.BUY, *_ABOUT_LINES)


def advance(conversation: Conversation, event: Event, now: int, *, closed: bool = False) -> Step:
    """Return what an event leads to. `now` is UTC seconds since the epoch.

    `closed`: the shop sells nothing by chat any more.
    """
    doing = conversation.doing
    before = replace(conversation, doing=None)
    match event:
        case ChargeChanged():
            return _settled(charge_changed(before, doing, event))
        case PersonWrote():
            return person_wrote(before, now)
        case Said() if is_for_person(before, event, now):
            return left_to_person(_at_rest_of_opening(before), event)
        case ProductRead(product, _) if isinstance(doing, Refreshing):
            step = _refreshed(before, doing, product, now)
        case CartRead(cart) if isinstance(doing, Recounting):
            step = _recounted(before, doing, cart, now)
        case CartRead(cart) if isinstance(doing, Rejoining):
            step = _rejoined(before, doing, cart, now)
        case CartRefused() if isinstance(doing, Rejoining):
            step = _rejoined(before, doing, None, now)
        case _ if isinstance(event, Result):
            step = brought(before, doing, event, now)
        case _:
            before = _at_rest_of_opening(before)
            step = _shopper(before, event, now)
    step = guarded(before, with_others(step, event))
    return _settled(selling_nothing(before, step) if closed else step)


def _shopper(conversation: Conversation, event: Event, now: int) -> Step:
    cart = conversation.cart
    if isinstance(event, CartJoined) and (cart is None or not cart.lines):
        conversation = replace(conversation, page_cart_id=event.cart_id)
    page_cart_id = conversation.page_cart_id
    if page_cart_id is not None and isinstance(event, ShopperEvent) and not _asks_person(event):
        rejoining = replace(conversation, doing=Rejoining(event))
        return Step(rejoining, commands=(ReadCart(page_cart_id),))
    if (
        cart is not None
        and isinstance(event, Said | VariantChosen | QuantitySet)
        and _counts(conversation, event)
    ):
        recounting = replace(conversation, doing=Recounting(event))
        return Step(recounting, commands=(ReadCart(cart.id),))
    return _counted(conversation, event, now)


def _asks_person(event: ShopperEvent) -> bool:
    """Tell whether a person is asked for: nothing may stand in the way of that."""
    if isinstance(event, Said):
        return event.reading.wish == Wish.PERSON
    return isinstance(event, PersonAsked)


def _rejoined(conversation: Conversation, doing: Rejoining, cart: Cart | None, now: int) -> Step:
    """Answer what waited for the storefront's cart."""
    joined, found = rejoined(conversation, cart)
    if isinstance(doing.event, CartJoined):
        return Step(joined, found)
    return after(found, _shopper(joined, doing.event, now))


def _counts(conversation: Conversation, event: Said | VariantChosen | QuantitySet) -> bool:
    """Tell whether the answer depends on how many of something are in the cart."""
    if conversation.stage == Stage.PAID:
        return False
    if not isinstance(event, Said) or event.reading.wish in _ABOUT_QUANTITIES:
        return True
    commands = _answered(conversation, event).commands
    return any(isinstance(command, SetQuantity) for command in commands)


def _recounted(conversation: Conversation, doing: Recounting, cart: Cart | None, now: int) -> Step:
    """Answer what waited for the cart to be read again."""
    event = doing.event
    if cart is not None:
        conversation, news = codes.noted(conversation, None, cart)
        return after(news, _counted(conversation, event, now))
    lost = carts.gone(conversation, None)
    buys = isinstance(event, VariantChosen) or (
        isinstance(event, Said) and event.reading.wish not in _ABOUT_LINES
    )
    if lost.commands or not buys:
        return lost
    step = _counted(lost.conversation, event, now)
    return after((info(Say.CART_RENEWED),) if step.commands else lost.parts, step)


def _counted(conversation: Conversation, event: Event, now: int) -> Step:
    if isinstance(event, Said) and (meant := _meant(conversation, event)) is not None:
        return _refresh(conversation, event, meant)
    product = conversation.product
    is_stale = isinstance(event, Said | VariantChosen) and _is_stale(conversation, event, now)
    if isinstance(event, Said | VariantChosen) and product is not None and is_stale:
        return _refresh(conversation, event, product)
    if isinstance(event, Said | VariantChosen):
        return _answered(conversation, event)
    return _tapped(offering(conversation, Offered.NOTHING), event)


def _tapped(conversation: Conversation, event: Event) -> Step:
    match event:
        case Opened():
            return opened(conversation, event)
        case VariantChosen(variant_id, quantity):
            return variant_tapped(conversation, variant_id, quantity)
        case VariantOffered(variant_id):
            return variant_offered(conversation, variant_id)
        case GoodsSought(wanted):
            return seek(conversation, wanted, Searching(None))
        case ProductChosen(product_id):
            return product_chosen(conversation, product_id)
        case QuantitySet(variant_id, quantity):
            return carts.quantity_set(conversation, variant_id, quantity)
        case PromoCodeApplied(code):
            return promo.apply(conversation, code)
        case PromoCodeRemoved(code):
            return promo.remove(conversation, code)
        case CheckOutAsked():
            return check_out_asked(conversation)
        case CartAsked():
            return carts.show(conversation)
        case CountryChosen(country):
            return country_chosen(conversation, country)
        case DetailsGiven():
            return details_given(conversation, event)
        case DeliveryChosen(option_id):
            return delivery_chosen(conversation, option_id)
        case QuoteConfirmed():
            return quote_confirmed(conversation, event)
        case PaidSaid():
            return paid_said(conversation)
        case PaymentCancelled():
            return payment_cancelled(conversation)
        case PersonAsked(words):
            return person_asked(conversation, words)
        case _:
            return Step(conversation)


def _is_stale(conversation: Conversation, event: Said | VariantChosen, now: int) -> bool:
    """Tell whether the product must be read again before its price or stock is spoken of."""
    if conversation.product is None or now - conversation.product_read_at <= FRESH:
        return False
    if isinstance(event, VariantChosen):
        return any(one.id == event.variant_id for one in conversation.product.variants)
    reading = event.reading
    names = bool(reading.options or reading.variant_ids or reading.unknown_option)
    agrees = reading.yes is True and conversation.offered in (
        Offered.BUY,
        Offered.ANOTHER_QUANTITY,
    )
    return reading.wish in _ABOUT_GOODS or names or agrees


def _meant(conversation: Conversation, event: Said) -> Product | None:
    """Return the product of those shown that the words are about, unless that is in focus already."""
    about, focus = event.reading.about, conversation.product
    if about is None or (focus is not None and focus.id == about):
        return None
    return next((one for one in conversation.found if one.id == about), None)


def _refresh(conversation: Conversation, event: Said | VariantChosen, product: Product) -> Step:
    refreshing = replace(conversation, doing=Refreshing(event, product.name))
    return Step(refreshing, commands=(ReadProduct(ProductRef(id=product.id)),))


def _refreshed(
    conversation: Conversation, doing: Refreshing, product: Product | None, now: int
) -> Step:
    """Answer what waited for the product to be read again."""
    if product is not None:
        before = conversation.product
        if before is None or before.id != product.id:  # what was offered was of another
            conversation = offering(conversation, Offered.NOTHING)
        return _answered(focus(conversation, product, now), doing.event)
    without = replace(conversation, product=None, wanted_quantity=None, narrowed=())
    if without.stage == Stage.CHOOSING:
        without = at_rest(without)
    return Step(without, (problem(Say.PRODUCT_GONE, product=doing.name),))


def _answered(conversation: Conversation, event: Said | VariantChosen) -> Step:
    if isinstance(event, Said):
        return said(conversation, event)
    return _tapped(offering(conversation, Offered.NOTHING), event)


def _at_rest_of_opening(conversation: Conversation) -> Conversation:
    """A charge that was being opened when the work was dropped: the quote must be shown again."""
    if conversation.stage != Stage.OPENING:
        return conversation
    return replace(to(conversation, Stage.QUOTED), quoted_version=None)


def _settled(step: Step) -> Step:
    """Drop what was awaited when nothing is, so that the stored state holds nothing personal."""
    if all(isinstance(command, AskPerson) for command in step.commands):
        return replace(step, conversation=replace(step.conversation, doing=None))
    return step
