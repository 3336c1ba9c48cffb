"""Carries out what the engine asks for: each command is a call of a port, its result the next event."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass

from agentpay_plugin.chat.desk import Ports
from agentpay_plugin.conversation import commands, events
from agentpay_plugin.conversation.goods import Cart
from agentpay_plugin.conversation.ports import ChargeView, Handover
from agentpay_plugin.conversation.wanted import each_of, together
from agentpay_plugin.errors import ShopRefused, ShopUnavailable

SEARCH_LIMIT = 5
SIMILAR_LIMIT = 3


@dataclass(frozen=True, slots=True)
class Errand:
    """For whom a command is carried out.

    `channel` is the slug. `opened_cart_id` is the cart that an earlier, killed try of the same turn
    opened, or empty; `written` are the quantities by variant that it set. `note_cart` stores the id of a
    cart as soon as it is opened, `note_quantity` a quantity before it is set; `prolong` keeps the
    conversation's lease.
    """

    conversation_id: str
    channel: str
    opened_cart_id: str
    written: Mapping[str, int]
    note_cart: Callable[[str], None]
    note_quantity: Callable[[str, int], None]
    prolong: Callable[[], None]


def carry_out(ports: Ports, errand: Errand, command: commands.Command) -> events.Event | None:
    """Return the event that a command brings; None for one that brings none."""
    errand.prolong()  # a shop that answers slowly must not outlive the lease
    try:
        return _carried_out(ports, errand, command)
    except ShopUnavailable:
        return events.ShopFailed()
    except ShopRefused as refusal:
        variant = command.variant_id if isinstance(command, commands.SetQuantity) else None
        return events.CartRefused(refusal.shop_code, refusal.message, refusal.field, variant)


def _carried_out(ports: Ports, errand: Errand, command: commands.Command) -> events.Event | None:
    carts = ports.carts
    match command:
        case commands.ReadProduct(ref):
            return events.ProductRead(ports.catalogue.product(ref), ref)
        case commands.SearchProducts(wanted):
            every = each_of(wanted)
            each = [ports.catalogue.search(one, SEARCH_LIMIT) for one in every]
            return events.ProductsFound(wanted, together(every, each, SEARCH_LIMIT))
        case commands.ReadSimilar(product_id, wanted):
            found = ports.catalogue.similar(product_id, wanted, SIMILAR_LIMIT)
            return events.SimilarFound(found)
        case commands.ReadGroups():
            return events.GroupsRead(ports.catalogue.groups())
        case commands.ReadLibrary(question, topic, described):
            return events.LibraryRead(ports.library.passages(question, topic, described))
        case commands.ReadDelivery(cart_id, country):
            return _delivery(ports, cart_id, country)
        case commands.ReadAddressRules(country):
            return events.AddressRulesRead(ports.catalogue.address_rules(country))
        case commands.ReadCart(cart_id):
            return events.CartRead(_cart(ports, errand, cart_id))
        case commands.SetQuantity(cart_id, variant_id, quantity):
            return events.CartRead(_set_quantity(ports, errand, cart_id, variant_id, quantity))
        case commands.SetContact(cart_id, email):
            return events.CartRead(carts.set_contact(cart_id, email))
        case commands.SetAddresses(cart_id, shipping, billing):
            return events.CartRead(carts.set_addresses(cart_id, shipping, billing))
        case commands.ChooseDelivery(cart_id, option):
            return events.CartRead(carts.choose_delivery(cart_id, option))
        case commands.ApplyPromoCode(cart_id, code):
            return events.CartRead(carts.apply_promo_code(cart_id, code))
        case commands.RemovePromoCode(cart_id, code):
            return events.CartRead(carts.remove_promo_code(cart_id, code))
        case commands.ReadQuote(cart_id):
            cart = _cart(ports, errand, cart_id)
            return _quote(ports, cart)
        case commands.ReadMethods(amount):
            return events.MethodsRead(ports.payments.methods(amount))
        case commands.PlaceFreeOrder(cart_id, cart_version):
            return _place_free_order(ports, cart_id, cart_version)
        case commands.OpenCharge():
            return _open_charge(ports, command)
        case commands.CloseCharge(charge_id):
            return _changed(ports, ports.payments.close(charge_id))
        case commands.AskCharge(charge_id):
            return _changed(ports, ports.payments.ask(charge_id))
        case commands.ReadOrder(order_id):
            return events.OrderRead(ports.orders.order(order_id))
        case commands.AskPerson(words):
            ports.people.ask(Handover(errand.conversation_id, words))
            return None


def _quote(ports: Ports, cart: Cart | None) -> events.QuoteRead:
    if cart is None:
        return events.QuoteRead(None, ())
    methods = ports.payments.methods(cart.total)
    # A gift card for a part may rule every method out.
    is_asked = cart.total and (not methods or cart.gift_cards)
    bounds = ports.payments.bounds(cart) if is_asked else None
    if bounds is not None and bounds.only_without_gift_cards:
        methods = ()
    return events.QuoteRead(cart, methods, bounds)


def _delivery(ports: Ports, cart_id: str | None, country: str | None) -> events.Event:
    if cart_id is not None:
        return events.DeliveryRead(ports.carts.delivery_options(cart_id), country)
    country = country or ports.catalogue.address_rules(None).country
    return events.DeliveryRead(ports.catalogue.delivery_options(country), country)


def _cart(ports: Ports, errand: Errand, cart_id: str) -> Cart | None:
    """A cart of another channel, which a storefront may have named, is as good as none."""
    cart = ports.carts.read(cart_id)
    return cart if cart is not None and cart.channel == errand.channel else None


def _set_quantity(
    ports: Ports, errand: Errand, cart_id: str | None, variant_id: str, quantity: int
) -> Cart:
    """What a killed try did is not done twice: its cart is taken up again, its quantity set again.

    Only so may a quantity be computed from the cart as it is: the killed try may have changed it already.
    """
    if cart_id is None and errand.opened_cart_id and ports.carts.read(errand.opened_cart_id):
        cart_id = errand.opened_cart_id
    if cart_id is not None:
        quantity = errand.written.get(variant_id, quantity)
        errand.note_quantity(variant_id, quantity)
        return ports.carts.set_quantity(cart_id, variant_id, quantity)
    cart = ports.carts.create(variant_id, quantity)
    errand.note_cart(cart.id)
    return cart


def _place_free_order(ports: Ports, cart_id: str, cart_version: str) -> events.Event:
    """A cart that is gone may have become the order in a killed try: then the shop returns that order."""
    cart = ports.carts.read(cart_id)
    if cart is not None and (cart.version != cart_version or cart.total):
        return events.CartRead(cart)
    return events.OrderPlaced(ports.orders.complete_free(cart_id))


def _open_charge(ports: Ports, wanted: commands.OpenCharge) -> events.Event:
    cart = ports.carts.read(wanted.cart_id)
    # The version tells what was agreed to; that it can still be had, the lines tell.
    if cart is None or cart.version != wanted.cart_version or _has_problem(cart):
        return events.CartRead(cart)
    charge = ports.payments.open(cart, wanted.method, wanted.attempt, wanted.tax_id)
    return _changed(ports, charge)


def _has_problem(cart: Cart) -> bool:
    return any(line.problem for line in cart.lines)


def _changed(ports: Ports, charge: ChargeView) -> events.Event:
    """What became of money is told even when the shop cannot show the order right now."""
    order = None
    if charge.order_id:
        with suppress(ShopUnavailable, ShopRefused):
            order = ports.orders.order(charge.order_id)
    return events.ChargeChanged(charge, order)
