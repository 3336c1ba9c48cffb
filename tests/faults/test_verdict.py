"""The verdict over three books: what is right has no word, and each way to be wrong is found and counted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agentpay_plugin.money import Money
from scripts.faults.books import (
    Books,
    Bought,
    Disputed,
    OurCharge,
    OurDispute,
    OurRefund,
    ShopOrder,
    ShopTransaction,
    Taken,
)
from scripts.faults.verdict import counted, judge
from scripts.faults.wrongs import Wrong

FULL = Money(2500, "USD")
TAKEN = Taken("cs_1", "charge-1", FULL, is_paid=True, is_open=False)
CHARGE = OurCharge(
    id="charge-1",
    conversation_id="chat-1",
    state="confirmed",
    reason="",
    is_over=True,
    ref="cs_1",
    transaction_id="transaction-1",
    order_id="order-1",
    amount=FULL,
    kept=2500,
    is_booked=True,
    to_tell=(("Your order 1 is placed.", "Your order is placed."),),
)
ORDER = ShopOrder("order-1", "1", FULL)
BOOKED = ShopTransaction("transaction-1", "checkout-1", "order-1", FULL)
BOUGHT = Bought(1, ("chat-1",), ("Hello!", "Thank you! Your order 1 is placed."))
GOOD = Books([TAKEN], [CHARGE], [ORDER], [BOOKED])
NOTHING = Money(0, "USD")
RIGHT = "lost 0 doubled 0 mis-sized 0 stuck 0"


def found(books: Books, *purchases: Bought) -> list[tuple[str, int]]:
    return [(wrong.kind.value, wrong.number) for wrong in judge(books, purchases or (BOUGHT,))]


def refunded(state: str = "refunded", given: int = 2500) -> Books:
    """Books in which the only charge went back, as far as the provider has given it."""
    charge = replace(
        CHARGE,
        state=state,
        order_id="",
        reason="insufficient_stock",
        refunds=(OurRefund("refund-1", given, is_over=True, is_given=True),),
        to_tell=(("placed",),),
    )
    taken = replace(TAKEN, given_back=given)
    left = ShopTransaction("transaction-1", "checkout-1", "", Money(2500 - given, "USD"))
    return Books([taken], [charge], [], [left])


def test_one_payment_one_order() -> None:
    assert judge(GOOD, [BOUGHT]) == []
    assert counted([]) == RIGHT


def test_page_that_was_never_paid() -> None:
    charge = replace(CHARGE, state="expired", order_id="", is_booked=False, to_tell=())
    nothing = ShopTransaction("transaction-1", "checkout-1", "", NOTHING)

    assert found(Books([replace(TAKEN, is_paid=False)], [charge], [], [nothing])) == []


def test_all_of_it_went_back() -> None:
    assert found(refunded()) == []


def test_held_by_name() -> None:
    charge = replace(CHARGE, state="held", order_id="", reason="insufficient_stock")
    unordered = replace(BOOKED, order_id="")

    assert found(Books([TAKEN], [charge], [], [unordered])) == []
    assert found(Books([TAKEN], [replace(charge, reason="")], [], [unordered])) == [("lost", 1)]


def test_merchant_gave_a_part_of_an_order_back() -> None:
    refund = OurRefund("refund-1", 500, is_over=True, is_given=True)
    taken = replace(TAKEN, given_back=500, by_merchant=500)
    booked = replace(BOOKED, charged=Money(2000, "USD"))

    assert found(Books([taken], [replace(CHARGE, refunds=(refund,))], [ORDER], [booked])) == []


@pytest.mark.parametrize("state", ["expired", "cancelled", "refused"])
def test_paid_and_told_that_it_was_not(state: str) -> None:
    charge = replace(CHARGE, state=state, order_id="")
    unordered = replace(BOOKED, order_id="")

    assert found(Books([TAKEN], [charge], [], [unordered])) == [("lost", 1)]


def test_payment_that_no_charge_has() -> None:
    stranger = replace(TAKEN, ref="cs_2", reference="charge-1")

    assert found(replace(GOOD, taken=[TAKEN, stranger])) == [("lost", 1)]


def test_order_that_is_not_there() -> None:
    assert found(replace(GOOD, orders=[])) == [("lost", 1)]


def test_refunded_in_our_book_alone() -> None:
    books = refunded()
    books = replace(books, taken=[TAKEN])

    assert found(books) == [("lost", 1), ("mis-sized", 1), ("mis-sized", 1)]


def test_second_page_keeps_its_money_too() -> None:
    second = replace(CHARGE, id="charge-2", ref="cs_2", transaction_id="transaction-2")
    books = Books(
        [TAKEN, replace(TAKEN, ref="cs_2")],
        [CHARGE, second],
        [ORDER],
        [BOOKED, replace(BOOKED, id="transaction-2")],
    )

    assert found(books) == [("doubled", 1)]


def test_two_orders_of_one_purchase() -> None:
    second = replace(
        CHARGE, id="charge-2", ref="cs_2", transaction_id="transaction-2", order_id="order-2"
    )
    books = Books(
        [TAKEN, replace(TAKEN, ref="cs_2")],
        [CHARGE, second],
        [ORDER, replace(ORDER, id="order-2")],
        [BOOKED, replace(BOOKED, id="transaction-2", order_id="order-2")],
    )

    assert found(books) == [("doubled", 1)]


def test_too_much_kept_of_one_payment() -> None:
    cheaper = replace(ORDER, total=Money(2499, "USD"))

    assert found(replace(GOOD, orders=[cheaper])) == [("mis-sized", 1)]


def test_too_much_that_cannot_go_back_waits_by_name() -> None:
    cheaper = replace(ORDER, total=Money(2400, "USD"))
    failed = OurRefund("refund-1", 100, is_over=True, is_given=False)
    charge = replace(CHARGE, kept=2400, reason="refund_failed", refunds=(failed,))

    assert found(replace(GOOD, orders=[cheaper], charges=[charge])) == []


def test_shop_counts_other_money_than_the_provider_holds() -> None:
    booked = replace(BOOKED, charged=Money(2499, "USD"))

    assert found(replace(GOOD, transactions=[booked])) == [("mis-sized", 1)]


def test_order_that_nobody_paid() -> None:
    free = ShopOrder("order-2", "2", Money(100, "USD"))

    assert found(replace(GOOD, orders=[ORDER, free])) == [("mis-sized", 0)]


@pytest.mark.parametrize(
    "books",
    [
        replace(GOOD, charges=[replace(CHARGE, state="reported", is_over=False)]),
        replace(GOOD, turns_left=["chat-1"]),
        replace(
            GOOD,
            charges=[
                replace(CHARGE, refunds=(OurRefund("refund-1", 0, is_over=False, is_given=False),))
            ],
        ),
        replace(GOOD, charges=[replace(CHARGE, to_tell=(("Given back.",),))]),
    ],
)
def test_half_way(books: Books) -> None:
    assert found(books) == [("stuck", 1)]


def test_webhook_left_lying() -> None:
    assert found(replace(GOOD, notices_left=["refund.created"])) == [("stuck", 0)]


def test_open_page_of_a_charge_that_is_over() -> None:
    charge = replace(CHARGE, state="refused", ref="", order_id="", to_tell=())
    page = replace(TAKEN, is_paid=False, is_open=True)

    assert found(Books([page], [charge], [], [])) == [("stuck", 1)]


def test_merchant_asked_a_part_of_an_order_back() -> None:
    refund = OurRefund("refund-1", 500, is_over=True, is_given=True, by_merchant=True)
    taken = replace(TAKEN, given_back=500)
    booked = replace(BOOKED, charged=Money(2000, "USD"))
    charge = replace(CHARGE, refunds=(refund,))

    assert found(Books([taken], [charge], [ORDER], [booked])) == []
    ours = replace(charge, refunds=(replace(refund, by_merchant=False),))
    assert found(Books([taken], [ours], [ORDER], [booked])) == [("mis-sized", 1)]


LOST = Disputed("du_1", 2500, is_over=True, is_lost=True)
KNOWN = OurDispute("du_1", 2500, is_over=True, is_lost=True)


def disputed(there: Disputed = LOST, *here: OurDispute, charged: int = 0) -> Books:
    """Books of an order whose payment was disputed."""
    return Books(
        [replace(TAKEN, disputes=(there,))],
        [replace(CHARGE, disputes=here)],
        [ORDER],
        [replace(BOOKED, charged=Money(charged, "USD"))],
    )


def test_dispute_that_is_lost() -> None:
    assert found(disputed(LOST, KNOWN)) == []


def test_dispute_that_is_won() -> None:
    won = replace(LOST, is_lost=False)

    assert found(disputed(won, replace(KNOWN, is_lost=False), charged=2500)) == []


def test_dispute_that_our_books_do_not_know() -> None:
    assert sorted(found(disputed(LOST, charged=2500))) == [("lost", 1), ("mis-sized", 1)]


@pytest.mark.parametrize(
    "here",
    [
        replace(KNOWN, is_over=False, is_lost=False),
        replace(KNOWN, is_told=False),
    ],
)
def test_dispute_that_was_not_heard_of_to_its_end(here: OurDispute) -> None:
    assert found(disputed(LOST, here)) == [("stuck", 1)]


def test_dispute_about_other_money() -> None:
    assert found(disputed(LOST, replace(KNOWN, minor=2499))) == [("mis-sized", 1)]


STOREFRONT = Bought(1, (), (), ("checkout-1",))


def test_payment_without_a_chat_belongs_to_its_cart() -> None:
    charge = replace(CHARGE, conversation_id="", source_id="checkout-1", to_tell=())

    assert found(replace(GOOD, charges=[charge]), STOREFRONT) == []
    assert found(Books([TAKEN], [charge], [], [BOOKED]), STOREFRONT) == [("lost", 1)]


FREE = ShopOrder("order-1", "1", NOTHING, "checkout-1", ("Your order 1 is placed.",))


def test_order_that_cost_nothing() -> None:
    told = Bought(1, ("chat-1",), ("Your order 1 is placed.",), ("checkout-1",))

    assert found(Books([], [], [FREE], []), told) == []
    assert found(Books([], [], [FREE], []), replace(told, said=())) == [("stuck", 1)]


def test_two_orders_that_cost_nothing_of_one_purchase() -> None:
    told = Bought(1, ("chat-1",), FREE.to_tell, ("checkout-1", "checkout-2"))
    second = replace(FREE, id="order-2", checkout_id="checkout-2")

    assert found(Books([], [], [FREE, second], []), told) == [("doubled", 1)]


def test_a_purchase_counts_once_a_kind() -> None:
    wrong = judge(replace(GOOD, turns_left=["chat-1", "chat-1"], notices_left=["a", "b"]), [BOUGHT])

    assert isinstance(wrong[0], Wrong)
    assert counted(wrong) == "lost 0 doubled 0 mis-sized 0 stuck 3"
