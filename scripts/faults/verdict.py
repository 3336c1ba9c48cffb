"""What the three books say of each purchase. Pure: no process is asked anything here.

Every paid charge ends in exactly one order, or goes back whole, or is held under a name; the shopper was
told; and what the provider holds is what the shop has counted, to the minor unit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from agentpay_plugin.money import Money
from scripts.faults.books import Books, Bought, Disputed, OurCharge, Taken
from scripts.faults.orders import of_order, two_orders
from scripts.faults.wrongs import Kind, Wrong, bought_by, number_of

Naming = Callable[[Kind, str], Wrong]


def judge(books: Books, purchases: Sequence[Bought]) -> list[Wrong]:
    """Return all that is wrong, by purchase."""
    found = [
        *_not_known(books, purchases),
        *(wrong for charge in books.charges for wrong in _of_charge(books, purchases, charge)),
        *(wrong for order in books.orders for wrong in of_order(books, purchases, order)),
        *two_orders(books, purchases),
        *_left_lying(books, purchases),
    ]
    return sorted(found, key=lambda wrong: wrong.number)


def counted(found: Sequence[Wrong]) -> str:
    """Return the line that says how many purchases are wrong in which way."""
    wrong = Counter(kind for kind, _ in {(one.kind, _mark(one)) for one in found})
    return " ".join(f"{kind} {wrong[kind]}" for kind in Kind)


def _mark(wrong: Wrong) -> str:
    return str(wrong.number or wrong.charge_id or wrong.ref or wrong.what)


def _not_known(books: Books, purchases: Sequence[Bought]) -> Iterator[Wrong]:
    ours = {charge.ref for charge in books.charges if charge.ref}
    by_id = {charge.id: charge for charge in books.charges}
    for taken in books.taken:
        if taken.ref in ours or not (taken.is_paid or taken.is_open):
            continue
        charge = by_id.get(taken.reference)
        number = number_of(purchases, charge)
        kind = Kind.LOST if taken.is_paid else Kind.STUCK
        said = "paid" if taken.is_paid else "can still be paid"
        yield Wrong(
            kind,
            number,
            f"{said} at the provider, and no charge has it",
            taken.reference,
            taken.ref,
        )


def _of_charge(books: Books, purchases: Sequence[Bought], charge: OurCharge) -> Iterator[Wrong]:
    bought = bought_by(purchases, charge)
    number = bought.number if bought else 0
    taken = next((one for one in books.taken if one.ref == charge.ref), None)

    def wrong(kind: Kind, what: str) -> Wrong:
        return Wrong(kind, number, what, charge.id, charge.ref)

    if not charge.is_over:
        yield wrong(Kind.STUCK, f"the charge is {charge.state} still")
        return
    for refund in charge.refunds:
        if not refund.is_over:
            yield wrong(Kind.STUCK, f"refund {refund.id} is under way still")
    if taken is None or not taken.is_paid:
        if charge.state in ("confirmed", "refunded"):
            yield wrong(Kind.LOST, f"{charge.state}, and the provider took nothing")
        if taken is not None and taken.is_open:
            yield wrong(Kind.STUCK, f"{charge.state}, and its page can still be paid")
        return
    yield from _of_paid(books, charge, taken, wrong)
    yield from _of_disputes(charge, taken, wrong)
    if untold := _untold(charge, bought.said if bought else ()):
        yield wrong(Kind.STUCK, untold)


def _of_paid(books: Books, charge: OurCharge, taken: Taken, wrong: Naming) -> Iterator[Wrong]:
    match charge.state:
        case "confirmed":
            if charge.order_id not in {order.id for order in books.orders}:
                yield wrong(Kind.LOST, "confirmed without an order in the shop")
        case "refunded":
            if taken.held:
                held = _money(taken, taken.held)
                yield wrong(Kind.LOST, f"refunded, and the provider holds {held}")
        case "held":
            if not charge.reason:
                yield wrong(Kind.LOST, "held without a reason")
        case _:
            yield wrong(Kind.LOST, f"paid at the provider, and the charge is {charge.state}")
            return
    if taken.amount != charge.amount:
        yield wrong(Kind.MIS_SIZED, f"{charge.amount} asked for, {taken.amount} taken")
    given = sum(refund.minor for refund in charge.refunds if refund.is_given)
    if given != taken.given_back:
        there, here = _money(taken, taken.given_back), _money(taken, given)
        yield wrong(Kind.MIS_SIZED, f"the provider gave back {there}, our refunds say {here}")
    transaction = next((one for one in books.transactions if one.id == charge.transaction_id), None)
    charged = transaction.charged.minor if transaction else 0
    if charged != (taken.held if charge.is_booked else 0):
        there, here = _money(taken, taken.held), _money(taken, charged)
        yield wrong(Kind.MIS_SIZED, f"the provider holds {there}, the shop counts {here}")


def _of_disputes(charge: OurCharge, taken: Taken, wrong: Naming) -> Iterator[Wrong]:
    """A dispute that our books do not know is money that may go without anybody hearing of it."""
    known = {one.ref: one for one in charge.disputes}
    for there in taken.disputes:
        here = known.get(there.ref)
        if here is None:
            yield wrong(Kind.LOST, f"{_named(there)}, and our books do not know it")
        elif (here.is_over, here.is_lost) != (there.is_over, there.is_lost):
            yield wrong(Kind.STUCK, f"{_named(there)}, and our books have not heard of that")
        elif not here.is_told:
            yield wrong(Kind.STUCK, f"{_named(there)}, and the shop was not told")
        elif here.minor != there.minor:
            there_is, here_is = _money(taken, there.minor), _money(taken, here.minor)
            yield wrong(Kind.MIS_SIZED, f"a dispute about {there_is}, our books say {here_is}")


def _named(dispute: Disputed) -> str:
    state = "lost" if dispute.is_lost else "over" if dispute.is_over else "open"
    return f"dispute {dispute.ref} is {state}"


def _left_lying(books: Books, purchases: Sequence[Bought]) -> Iterator[Wrong]:
    for conversation in books.turns_left:
        talking = (one.number for one in purchases if conversation in one.conversations)
        number = next(talking, 0)
        yield Wrong(Kind.STUCK, number, f"a turn of conversation {conversation} was not worked off")
    for notice in books.notices_left:
        yield Wrong(Kind.STUCK, 0, f"a webhook was stored and not handled: {notice}")
    known = {charge.transaction_id for charge in books.charges}
    for transaction in books.transactions:
        if transaction.charged.minor and transaction.id not in known:
            what = (
                f"the shop counts {transaction.charged} in {transaction.id}, which is no charge's"
            )
            yield Wrong(Kind.MIS_SIZED, 0, what)


def _untold(charge: OurCharge, said: Sequence[str]) -> str:
    """Return what the shopper should have been told of a paid charge; nothing if they were."""
    for sentences in charge.to_tell:
        if not any(sentence in text for sentence in sentences for text in said):
            return f"the shopper was not told: {sentences[0]}"
    return ""


def _money(taken: Taken, minor: int) -> Money:
    return Money(minor, taken.amount.currency)
