"""What every shop's books must keep: sources, transactions, reports.

Plain test functions over a fixture `world`: run over SandboxShop (tests/shop) and a real Saleor (tests/saleor).
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from agentpay_plugin.charges.ports import NotCompleted, Report, ReportKind, SourceKind
from agentpay_plugin.conversation.goods import Order
from agentpay_plugin.errors import ShopRefused
from agentpay_plugin.money import Money
from tests.shop.steps import ZERO, ready_cart
from tests.shop.world import World


def test_the_source_of_a_checkout_is_its_cart(world: World) -> None:
    cart = ready_cart(world, 2)

    source = world.books.source(cart.id)

    assert source is not None
    assert (source.id, source.kind, source.channel) == (cart.id, SourceKind.CHECKOUT, cart.channel)
    assert source.due == cart.total
    assert source.fingerprint == cart.version
    assert source.email == "ada@example.com"
    assert source.payer_name == "Ada Lovelace"
    assert [line.quantity for line in source.lines] == [2, 1]
    assert sum((line.unit * line.quantity for line in source.lines), ZERO) == cart.total


def test_lines_that_do_not_add_up_are_left_out(world: World) -> None:
    cart = world.carts.create(world.sized.variant_id, 10)
    less = world.carts.apply_promo_code(cart.id, world.gift_card)

    source = world.books.source(cart.id)

    assert source is not None
    assert source.due == less.total
    assert source.lines == ()


def test_an_unknown_source_is_none(world: World) -> None:
    assert world.books.source(world.unknown_cart_id) is None
    assert world.books.source(world.unknown_order_id) is None
    assert world.books.source("nonsense") is None
    assert world.books.order_of_transaction(world.unknown_transaction_id) is None
    assert world.orders.order(world.unknown_order_id) is None
    assert world.orders.order("nonsense") is None


def test_a_transaction_opens_once_for_a_key(world: World) -> None:
    cart = ready_cart(world)

    opened = world.books.initialize(cart.id, cart.total, f"once-{cart.id}", {"method": "card"})
    again = world.books.initialize(cart.id, cart.total, f"once-{cart.id}", {"method": "card"})

    assert opened.transaction_id is not None
    assert opened.refused_code is None
    assert opened.data["method"] == "card"
    assert again == opened


def test_a_key_is_good_for_one_checkout_and_one_amount(world: World) -> None:
    cart, other = ready_cart(world), ready_cart(world)
    world.books.initialize(cart.id, cart.total, f"key-{cart.id}", {})

    elsewhere = world.books.initialize(other.id, other.total, f"key-{cart.id}", {})
    changed = world.books.initialize(cart.id, cart.total * 2, f"key-{cart.id}", {})

    assert (elsewhere.transaction_id, elsewhere.refused_code) == (None, "UNIQUE")
    assert (changed.transaction_id, changed.refused_code) == (None, "UNIQUE")


def test_no_transaction_opens_for_a_checkout_that_is_gone(world: World) -> None:
    opened = world.books.initialize(world.unknown_cart_id, Money(100, "USD"), "gone", {})

    assert (opened.transaction_id, opened.refused_code) == (None, "NOT_FOUND")


def test_an_event_counts_once(world: World) -> None:
    cart = ready_cart(world)
    opened = world.books.initialize(cart.id, cart.total, f"event-{cart.id}", {})
    assert opened.transaction_id is not None
    paid = Report(
        opened.transaction_id,
        ReportKind.CHARGE_SUCCESS,
        cart.total,
        "cs_1",
        message="paid",
        external_url="https://pay.example/cs_1",
        can_refund=True,
    )

    first = world.books.report(paid)
    second = world.books.report(paid)
    with pytest.raises(ShopRefused) as refused:
        world.books.report(replace(paid, amount=cart.total * 2))

    assert (first, second) == (False, True)
    assert refused.value.shop_code == "INCORRECT_DETAILS"
    order = world.books.complete(cart.id)
    assert isinstance(order, Order)
    assert order.charge_status == "FULL"


def test_a_note_on_a_transaction_pays_nothing(world: World) -> None:
    cart = ready_cart(world)
    opened = world.books.initialize(cart.id, cart.total, f"note-{cart.id}", {})
    assert opened.transaction_id is not None

    noted = world.books.report(
        Report(opened.transaction_id, ReportKind.INFO, cart.total, "cs_1", message="card declined")
    )

    assert noted is False
    assert isinstance(world.books.complete(cart.id), NotCompleted)


def test_a_report_on_an_unknown_transaction_is_refused(world: World) -> None:
    report = Report(world.unknown_transaction_id, ReportKind.INFO, Money(100, "USD"), "cs_1")

    with pytest.raises(ShopRefused) as refused:
        world.books.report(report)

    assert refused.value.shop_code == "NOT_FOUND"
