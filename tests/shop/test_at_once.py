"""Several shoppers and workers in the sandbox shop at once: nothing is sold, spent or counted twice."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

import pytest
from django.db import connection, connections, transaction

from agentpay_plugin.charges.ports import NotCompleted, Report, ReportKind
from agentpay_plugin.conversation.goods import Cart, Order
from agentpay_plugin.conversation.wanted import Wanted
from agentpay_plugin.errors import OpenTransaction, ShopRefused, ShopUnavailable
from agentpay_plugin.money import Money
from agentpay_plugin.shop.sandbox import GatewayCall, SandboxShop
from agentpay_plugin.shop.sandbox.database import DatabaseStore
from tests.shop.steps import pay
from tests.shop.world import NEW_YORK

CAP, BOOK = "variant-cap", "variant-audiobook"
MANY = 6
Answer = TypeVar("Answer")


def at_once(*calls: Callable[[], Answer]) -> list[Answer]:
    """Let each call begin at the same moment in a thread of its own."""
    start = Barrier(len(calls))

    def run(call: Callable[[], Answer]) -> Answer:
        try:
            start.wait()
            return call()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def cart_of(shop: SandboxShop, variant_id: str = BOOK) -> Cart:
    """A cart that lacks nothing but the payment."""
    carts = shop.carts()
    cart = carts.create(variant_id, 1)
    carts.set_contact(cart.id, "ada@example.com")
    if not cart.requires_shipping:
        return carts.set_addresses(cart.id, None, NEW_YORK)
    carts.set_addresses(cart.id, NEW_YORK, NEW_YORK)
    return carts.choose_delivery(cart.id, carts.delivery_options(cart.id)[0])


def test_last_piece_goes_to_one_of_those_who_paid_for_it(shop: SandboxShop) -> None:
    shop.set_stock(CAP, 1)
    carts = [cart_of(shop, CAP) for _ in range(MANY)]
    for cart in carts:
        pay(shop.books(), cart, f"key-{cart.id}")

    answers = at_once(*(lambda key=cart.id: shop.books().complete(key) for cart in carts))

    refusals = [answer.code for answer in answers if isinstance(answer, NotCompleted)]
    assert refusals == ["INSUFFICIENT_STOCK"] * (MANY - 1)
    assert [order.charge_status for order in shop.placed] == ["FULL"]
    left = [read for cart in carts if (read := shop.carts().read(cart.id))]
    assert [line.available for cart in left for line in cart.lines] == [0] * (MANY - 1)


def test_a_checkout_becomes_one_order_and_takes_its_stock_once(shop: SandboxShop) -> None:
    shop.set_stock(CAP, 5)
    cart = cart_of(shop, CAP)
    pay(shop.books(), cart, "key")

    answers = at_once(*[lambda: shop.books().complete(cart.id)] * MANY)

    assert all(isinstance(answer, Order) for answer in answers)
    assert len(shop.placed) == 1
    (left,) = [
        one.available
        for product in shop.catalogue().search(Wanted("cap"), 1).products
        for one in product.variants
    ]
    assert left == 4


def test_a_key_opens_one_transaction(shop: SandboxShop) -> None:
    cart = cart_of(shop)

    opened = at_once(*[lambda: shop.books().initialize(cart.id, cart.total, "key", {})] * MANY)

    (transaction,) = shop.transactions
    assert [one.transaction_id for one in opened] == [transaction.id] * MANY


def test_a_key_serves_one_of_several_checkouts(shop: SandboxShop) -> None:
    carts = [cart_of(shop) for _ in range(MANY)]

    opened = at_once(
        *(
            lambda cart=cart: shop.books().initialize(cart.id, cart.total, "key", {})
            for cart in carts
        )
    )

    assert [one.refused_code for one in opened].count("UNIQUE") == MANY - 1
    assert len(shop.transactions) == 1


def test_an_event_told_by_many_counts_once(shop: SandboxShop) -> None:
    cart = cart_of(shop)
    opened = shop.books().initialize(cart.id, cart.total, "key", {})
    assert opened.transaction_id is not None
    report = Report(opened.transaction_id, ReportKind.CHARGE_SUCCESS, cart.total, "cs_1")

    known = at_once(*[lambda: shop.books().report(report)] * MANY)

    assert sorted(known) == [False] + [True] * (MANY - 1)
    assert [one.charged for one in shop.transactions] == [cart.total]


def test_a_gift_card_is_spent_once(shop: SandboxShop) -> None:
    carts = [cart_of(shop) for _ in range(MANY)]  # 9.99 each, of the card's 10.00
    for cart in carts:
        shop.carts().apply_promo_code(cart.id, "GIFT10")

    def complete(cart: Cart) -> str:
        try:
            return shop.orders().complete_free(cart.id).charge_status
        except ShopRefused as refusal:
            return refusal.shop_code

    answers = at_once(*(lambda cart=cart: complete(cart) for cart in carts))

    assert sorted(answers) == ["CHECKOUT_NOT_FULLY_PAID"] * (MANY - 1) + ["FULL"]
    left = {read.gift_cards for cart in carts if (read := shop.carts().read(cart.id))}
    assert left == {Money(1, "USD")}


def test_carts_and_orders_get_ids_of_their_own(shop: SandboxShop) -> None:
    carts = at_once(*[lambda: shop.carts().create(BOOK, 1)] * MANY)

    assert len({cart.id for cart in carts} & set(shop.checkouts)) == MANY


def test_a_failure_that_was_told_fails_one_call(shop: SandboxShop) -> None:
    shop.fail_next()

    def read() -> str:
        try:
            return str(shop.carts().read("nonsense"))
        except ShopUnavailable:
            return "unavailable"

    answers = at_once(*[read] * MANY)

    assert sorted(answers) == ["None"] * (MANY - 1) + ["unavailable"]


def test_the_shop_is_free_while_the_gateway_works(shop: SandboxShop) -> None:
    cart, found = cart_of(shop), []

    def gateway(call: GatewayCall) -> dict[str, object]:
        found.append(connection.in_atomic_block)
        found.extend(at_once(lambda: shop.carts().create(BOOK, 1).total.minor))
        return {}

    shop.gateway = gateway

    shop.books().initialize(cart.id, cart.total, "key", {})

    assert found == [False, 999]


@pytest.mark.django_db(transaction=True)
def test_processes_share_what_the_database_keeps() -> None:
    here, there = SandboxShop(store=DatabaseStore()), SandboxShop(store=DatabaseStore())
    cart = cart_of(here)

    pay(there.books(), cart, "key")
    order = there.books().complete(cart.id)

    assert isinstance(order, Order)
    assert here.orders().order(order.id) == order
    assert here.placed == there.placed == (order,)
    here.reset()
    assert (there.placed, there.transactions, there.checkouts) == ((), (), {})


@pytest.mark.django_db(transaction=True)
def test_a_write_that_breaks_off_leaves_nothing_behind() -> None:
    store = DatabaseStore()

    def break_off() -> None:
        with store.writing() as tables:
            tables("stock", int)[CAP] = 1
            raise LookupError

    with pytest.raises(LookupError):
        break_off()

    with store.reading() as tables:
        assert dict(tables("stock", int)) == {}


@pytest.mark.django_db(transaction=True)
def test_it_is_not_called_inside_a_transaction_of_ours() -> None:
    carts = SandboxShop(store=DatabaseStore()).carts()

    with transaction.atomic():
        with pytest.raises(OpenTransaction):
            carts.create(BOOK, 1)
        with pytest.raises(OpenTransaction):
            carts.read("checkout-1")

    assert carts.read("checkout-1") is None
