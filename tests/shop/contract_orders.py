"""When every shop makes an order, and when it must not.

Plain test functions over a fixture `world`: run over SandboxShop (tests/shop) and a real Saleor (tests/saleor).
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from agentpay_plugin.charges.ports import NotCompleted, SourceKind
from agentpay_plugin.conversation.goods import Order
from agentpay_plugin.errors import ShopRefused
from tests.shop.steps import ZERO, pay, ready_cart
from tests.shop.world import NEW_YORK, World


def test_a_paid_checkout_becomes_one_order(world: World) -> None:
    cart = ready_cart(world, 2)
    transaction_id = pay(world.books, cart, f"order-{cart.id}")
    assert world.books.order_of_transaction(transaction_id) is None

    order = world.books.complete(cart.id)
    again = world.books.complete(cart.id)

    assert isinstance(order, Order)
    assert again == order
    assert order.total == cart.total
    assert (order.status, order.charge_status) == ("UNFULFILLED", "FULL")
    assert cart.delivery is not None
    assert order.delivery_name == cart.delivery.name
    assert order.tracking == ()
    assert [(line.variant_id, line.quantity, line.total) for line in order.lines] == [
        (line.variant_id, line.quantity, line.total) for line in cart.lines
    ]
    assert world.orders.order(order.id) == order
    assert world.books.order_of_transaction(transaction_id) == order
    assert world.carts.read(cart.id) is None
    assert world.books.source(cart.id) is None


def test_two_who_complete_at_once_get_one_order(world: World) -> None:
    cart = ready_cart(world)
    pay(world.books, cart, f"race-{cart.id}")

    def complete(_: int) -> Order | NotCompleted:
        try:
            return world.books.complete(cart.id)
        finally:
            world.after_thread()

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(complete, range(4)))

    assert all(isinstance(answer, Order) for answer in answers)
    assert len({answer.id for answer in answers if isinstance(answer, Order)}) == 1


def test_an_order_can_be_a_source(world: World) -> None:
    cart = ready_cart(world)
    pay(world.books, cart, f"source-{cart.id}")
    order = world.books.complete(cart.id)
    assert isinstance(order, Order)

    source = world.books.source(order.id)

    assert source is not None
    assert (source.kind, source.id, source.total) == (SourceKind.ORDER, order.id, order.total)
    assert (source.due.minor, source.is_closed) == (0, False)
    assert source.channel == "default-channel"


def test_an_unpaid_checkout_is_not_completed(world: World) -> None:
    cart = ready_cart(world)
    world.books.initialize(cart.id, cart.total, f"unpaid-{cart.id}", {})

    answer = world.books.complete(cart.id)

    assert isinstance(answer, NotCompleted)
    assert (answer.code, answer.retryable) == ("CHECKOUT_NOT_FULLY_PAID", False)
    assert world.carts.read(cart.id) is not None


def test_a_checkout_that_grew_after_it_was_paid_is_not_completed(world: World) -> None:
    cart = ready_cart(world)
    pay(world.books, cart, f"grew-{cart.id}")
    world.carts.set_quantity(cart.id, world.sized.variant_id, 2)

    answer = world.books.complete(cart.id)

    assert isinstance(answer, NotCompleted)
    assert (answer.code, answer.retryable) == ("CHECKOUT_NOT_FULLY_PAID", False)


def test_a_checkout_without_a_billing_address_is_not_completed(world: World) -> None:
    cart = world.carts.create(world.digital.variant_id, 1)
    cart = world.carts.set_contact(cart.id, "ada@example.com")
    pay(world.books, cart, f"bill-{cart.id}")

    answer = world.books.complete(cart.id)

    assert isinstance(answer, NotCompleted)
    assert (answer.code, answer.retryable) == ("BILLING_ADDRESS_NOT_SET", False)


def test_a_checkout_that_sold_out_after_it_was_paid_is_not_completed(world: World) -> None:
    cart = world.carts.create(world.doomed.variant_id, 1)
    world.carts.set_contact(cart.id, "ada@example.com")
    world.carts.set_addresses(cart.id, NEW_YORK, NEW_YORK)
    cart = world.carts.choose_delivery(cart.id, world.carts.delivery_options(cart.id)[0])
    pay(world.books, cart, f"sold-{cart.id}")
    world.sell_out(world.doomed.variant_id)

    answer = world.books.complete(cart.id)

    assert isinstance(answer, NotCompleted)
    assert (answer.code, answer.retryable) == ("INSUFFICIENT_STOCK", False)
    read = world.carts.read(cart.id)
    assert read is not None
    assert [(line.problem, line.available) for line in read.lines] == [("insufficient_stock", 0)]
    assert read.version == cart.version


def test_a_cart_that_a_gift_card_covers_is_completed_free(world: World) -> None:
    cart = ready_cart(world)
    free = world.carts.apply_promo_code(cart.id, world.big_gift_card)

    order = world.orders.complete_free(cart.id)
    again = world.orders.complete_free(cart.id)

    assert free.total == ZERO
    assert free.gift_cards == cart.total
    assert order.total == ZERO
    assert again == order
    assert world.carts.read(cart.id) is None


def test_a_cart_with_something_to_pay_is_not_completed_free(world: World) -> None:
    cart = ready_cart(world)

    with pytest.raises(ShopRefused) as refused:
        world.orders.complete_free(cart.id)

    assert refused.value.shop_code == "CHECKOUT_NOT_FULLY_PAID"
    assert world.carts.read(cart.id) == cart


def test_a_merchant_who_switches_our_app_off_closes_the_books(world: World) -> None:
    cart = ready_cart(world)
    transaction_id = pay(world.books, cart, f"closed-{cart.id}")
    world.switch_app(False)

    try:
        for call in (
            lambda: world.books.source(cart.id),
            lambda: world.books.complete(cart.id),
            lambda: world.books.initialize(cart.id, cart.total, f"late-{cart.id}", {}),
            lambda: world.books.order_of_transaction(transaction_id),
        ):
            with pytest.raises(ShopRefused) as refused:
                call()
            assert refused.value.shop_code == "APP_INACTIVE"
        assert world.carts.read(cart.id) == cart
    finally:
        world.switch_app(True)

    assert isinstance(world.books.complete(cart.id), Order)
