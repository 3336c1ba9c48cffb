"""Judges a run by the books: the shop's, the providers', and what was confirmed. Returns what is wrong, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from agentpay_plugin.conversation.goods import Order
from agentpay_plugin.models import Conversation
from scripts.eval.journeys.books import Books, touched
from scripts.eval.journeys.journey import End, Journey
from scripts.eval.journeys.people import ADDRESSES, EMAIL
from scripts.eval.journeys.price_list import total_of
from scripts.eval.journeys.shopper import Confirmed, Shopper
from scripts.eval.journeys.world import Taken

# The worst that can be wrong: money was asked for that nobody agreed to.
UNCONFIRMED = "charged what was not confirmed"


def judge(shopper: Shopper, before: Books) -> list[str]:
    """Return everything in which the run did not end as its journey says."""
    after = Books.of(shopper.world)
    placed = [order for key, order in after.orders.items() if key not in before.orders]
    end, journey = shopper.journey.end, shopper.journey
    found = _unconfirmed(shopper)
    found += _orders(journey, end, placed, shopper)
    if end.cart is not None and shopper.cart != dict(end.cart):
        found.append(f"in the cart: {shopper.cart}, not {dict(end.cart)}")
    found += _person(end)
    own = {one.checkout.id for one in shopper.confirmed if one.checkout}
    own |= {cart["id"] for cart in (shopper.chat.get("cart"),) if cart}
    own |= set(Conversation.objects.values_list("checkout_id", flat=True)) - {None}
    bought: Counter[str] = Counter()
    for order in placed:
        bought.update(_lines(order))
    if end.gift is None and after.balances != before.balances:
        found.append("a gift card was spent")
    return found + touched(before, after, own, bought, shopper.gone)


def _unconfirmed(shopper: Shopper) -> list[str]:
    """Every payment that a provider knows must be one that was tapped, at the amount that was shown."""
    agreed = Counter((one.method, one.total) for one in shopper.confirmed)
    asked = Counter((one.method, one.amount) for one in shopper.world.taken)
    strange = asked - agreed
    return [
        f"{UNCONFIRMED}: {amount} by {method}, {times} times"
        for (method, amount), times in strange.items()
    ]


def _orders(journey: Journey, end: End, placed: list[Order], shopper: Shopper) -> list[str]:
    paid = [one for one in shopper.world.taken if one.is_paid]
    if end.order is None:
        found = [f"an order was placed: {_lines(order)}" for order in placed]
        found += [f"{one.amount} were paid by {one.method}" for one in paid]
        return found
    if len(placed) != 1:
        return [f"{len(placed)} orders were placed, not one"]
    [order], found = placed, []
    if _lines(order) != dict(end.order):
        found.append(f"ordered: {_lines(order)}, not {dict(end.order)}")
    total = total_of(journey, shopper.world.shop.goods)
    if order.total != total:
        found.append(f"the order's total is {order.total}, not {total}")
    return found + _payment(end, order, paid) + _sent_to(journey, end, shopper.confirmed)


def _payment(end: End, order: Order, paid: Sequence[Taken]) -> list[str]:
    if end.paid == "free":
        return ["something was paid"] if paid else []
    ways = [(one.method, one.amount) for one in paid]
    if ways != [(end.paid, order.total)]:
        return [f"paid: {ways}, not {order.total} by {end.paid}"]
    return [] if order.charge_status == "FULL" else [f"the order is {order.charge_status}"]


def _sent_to(journey: Journey, end: End, confirmed: list[Confirmed]) -> list[str]:
    """What was agreed to last is what became the order: compare where it goes and how."""
    checkout, found = confirmed[-1].checkout, []
    home = ADDRESSES[end.home or journey.home]
    address = checkout.shipping or checkout.billing
    # The shop writes cities as their countries do, some in capitals.
    there = (address.city.casefold(), address.country)
    if there != (home["city"].casefold(), home["country"]):
        found.append(f"it goes to {address.city}, not to {home['city']}")
    wanted = end.delivery or (journey.delivery if checkout.shipping else None)
    if checkout.delivery_id != wanted:
        found.append(f"it goes by {checkout.delivery_id}, not by {wanted}")
    if checkout.email != (end.email or EMAIL):
        found.append(f"its e-mail is {checkout.email}")
    return found


def _lines(order: Order) -> dict[str, int]:
    return {line.variant_id.removeprefix("variant-"): line.quantity for line in order.lines}


def _person(end: End) -> list[str]:
    if end.person is None:
        return []
    asked = Conversation.objects.filter(wants_person_at__isnull=False).exists()
    if asked is end.person:
        return []
    return ["no person was asked for" if end.person else "a person was asked for"]
