"""What the books say of each order: it is paid for once, to the minor unit, and belongs to one purchase."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agentpay_plugin.money import Money
from scripts.faults.books import Books, Bought, OurCharge, ShopOrder, Taken
from scripts.faults.wrongs import Kind, Wrong, bought_by, number_of

REFUND_FAILED = "refund_failed"
SHORT = "order_short"


def of_order(books: Books, purchases: Sequence[Bought], order: ShopOrder) -> Iterator[Wrong]:
    """What is held for an order, and what the merchant gave back of it, is its total: no more, no less."""
    paying = {one.id for one in books.transactions if one.order_id == order.id}
    charges = [charge for charge in books.charges if charge.transaction_id in paying]
    taken = {one.ref: one for one in books.taken}
    worth = sum(_for_order(charge, taken.get(charge.ref)) for charge in charges)
    if worth == order.total.minor:
        if not charges:
            yield from _of_free_order(purchases, order)
        return
    number = _number_of_order(purchases, order, charges)
    by_gift_card = any(one.by_gift_card for one in purchases if one.number == number)
    if worth < order.total.minor and by_gift_card and _is_named(charges, worth):
        return
    paid = Money(worth, order.total.currency)
    twice = worth > order.total.minor and len(charges) > 1
    yield Wrong(
        Kind.DOUBLED if twice else Kind.MIS_SIZED,
        number,
        f"order {order.number} costs {order.total}, and {paid} is held for it",
        charges[0].id if charges else "",
    )


def _is_named(charges: Sequence[OurCharge], worth: int) -> bool:
    """Say whether the merchant was told that the order came to cost more while it was made: that is the shop's doing."""
    return any(charge.reason == SHORT for charge in charges) and worth == sum(
        charge.kept for charge in charges
    )


def _of_free_order(purchases: Sequence[Bought], order: ShopOrder) -> Iterator[Wrong]:
    """Nothing was taken for it, so that no charge says whether its shopper was told."""
    bought = next((one for one in purchases if order.checkout_id in one.carts), None)
    if bought and not any(sentence in text for sentence in order.to_tell for text in bought.said):
        what = f"the shopper was not told of order {order.number}, which cost nothing"
        yield Wrong(Kind.STUCK, bought.number, what)


def _for_order(charge: OurCharge, taken: Taken | None) -> int:
    """Return what a charge pays of its order. What could not be given back waits for the merchant, by name."""
    if taken is None or charge.state == "held":
        return 0
    held = taken.held
    if charge.reason == REFUND_FAILED:
        held = min(held, charge.kept)
    asked = (refund for refund in charge.refunds if refund.by_merchant and refund.is_given)
    return held + taken.lost + taken.by_merchant + sum(refund.minor for refund in asked)


def two_orders(books: Books, purchases: Sequence[Bought]) -> Iterator[Wrong]:
    for bought in purchases:
        placed = {
            charge.order_id
            for charge in books.charges
            if charge.order_id and bought_by((bought,), charge)
        } | {order.id for order in books.orders if order.checkout_id in bought.carts}
        if len(placed) > 1:
            numbers = ", ".join(sorted(placed))
            yield Wrong(Kind.DOUBLED, bought.number, f"one purchase, several orders: {numbers}")


def _number_of_order(
    purchases: Sequence[Bought], order: ShopOrder, charges: Sequence[OurCharge]
) -> int:
    if charges:
        return number_of(purchases, charges[0])
    return next((one.number for one in purchases if order.checkout_id in one.carts), 0)
