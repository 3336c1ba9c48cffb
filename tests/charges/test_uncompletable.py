"""Paid money that cannot become the order it was meant for: refunded, or held by name. Never lost."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from agentpay_plugin.charges.ports import NotCompleted, ProviderState
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.charges.sweep import sweep
from agentpay_plugin.errors import ShopUnavailable
from agentpay_plugin.models import Refund
from agentpay_plugin.money import Money
from agentpay_plugin.settings import OnUncompletable
from tests.charges.world import World, charge_of

pytestmark = pytest.mark.django_db(transaction=True)


def paid(world: World, variant_id: str = "variant-hoodie") -> str:
    view = world.opened(world.cart(variant_id))
    world.pay(view.id)
    return view.id


def test_sold_out_is_refunded(world: World) -> None:
    charge_id = paid(world)
    world.shop.sell_out("variant-hoodie")

    settle(world.desk, UUID(charge_id))
    first = (charge_of(charge_id).state, world.asked("refund"))
    world.settle_twice(charge_id)

    charge = charge_of(charge_id)
    assert first == ("reported", 0)
    assert (charge.state, charge.reason) == ("refunded", "insufficient_stock")
    assert world.reports() == [
        ("CHARGE_SUCCESS", 5000, "cs_fake_1"),
        ("REFUND_REQUEST", 5000, "refund"),
        ("REFUND_SUCCESS", 5000, "refund"),
    ]
    assert world.shop.placed == ()
    assert world.chat.ask(charge_id).refunded == Money(5000, "USD")
    assert world.told() == ["paid", "refunded"]
    assert charge.request is None


def test_sold_out_is_held_where_the_merchant_wants_it(world: World) -> None:
    charge_id = paid(world)
    world.shop.sell_out("variant-hoodie")
    world.with_settings(on_uncompletable=OnUncompletable.HOLD)

    world.settle_twice(charge_id)
    settle(world.desk, UUID(charge_id))

    charge = charge_of(charge_id)
    assert (charge.state, charge.reason) == ("held", "insufficient_stock")
    assert world.reports() == [("CHARGE_SUCCESS", 5000, "cs_fake_1")]
    assert Refund.objects.count() == 0
    assert world.asked("refund") == 0
    assert world.told() == ["paid", "held"]


def test_dearer_is_refunded(world: World) -> None:
    charge_id = paid(world)
    world.shop.set_price("variant-hoodie", Money(4501, "USD"))

    world.settle_twice(charge_id)

    assert charge_of(charge_id).state == "refunded"
    assert charge_of(charge_id).reason == "checkout_not_fully_paid"
    assert world.shop.placed == ()
    assert world.asked("refund") == 1


def test_cheaper_is_ordered_and_the_difference_refunded(world: World) -> None:
    charge_id = paid(world)
    world.shop.set_price("variant-hoodie", Money(4400, "USD"))

    settle(world.desk, UUID(charge_id))

    charge, (order,), refund = charge_of(charge_id), world.shop.placed, Refund.objects.get()
    view = world.chat.ask(charge_id)
    assert (charge.state, charge.kept_minor) == ("confirmed", 4900)
    assert (order.total, order.charge_status) == (Money(4900, "USD"), "FULL")
    assert (refund.amount_minor, refund.reason, refund.state) == (100, "overpaid", "reported")
    assert (view.state, view.refunded) == ("ordered", Money(100, "USD"))
    assert world.reports() == [
        ("CHARGE_SUCCESS", 5000, "cs_fake_1"),
        ("REFUND_SUCCESS", 100, "refund"),
    ]
    assert world.told() == ["ordered"]


def test_order_that_costs_nothing_by_now_stands_and_all_goes_back(world: World) -> None:
    charge_id = paid(world)
    world.shop.carts().apply_promo_code(charge_of(charge_id).source_id, "GIFT1000")

    settle(world.desk, UUID(charge_id))

    charge, (order,), refund = charge_of(charge_id), world.shop.placed, Refund.objects.get()
    view = world.chat.ask(charge_id)
    assert (charge.state, charge.kept_minor, charge.order_id) == ("confirmed", 0, order.id)
    assert order.total == Money(0, "USD")
    assert (refund.amount_minor, refund.reason, refund.state) == (5000, "overpaid", "reported")
    assert (view.state, view.refunded) == ("ordered", Money(5000, "USD"))
    assert world.told() == ["ordered"]


def test_second_payment_of_an_order_that_costs_nothing_is_a_second_one(world: World) -> None:
    cart = world.cart("variant-hoodie")
    first, second = world.opened(cart), world.opened(cart, attempt=2)
    for view in (first, second):
        world.at_the_provider(charge_of(view.id).provider_ref or "", state=ProviderState.PAID)
    world.shop.carts().apply_promo_code(cart.id, "GIFT1000")

    settle(world.desk, UUID(first.id))
    settle(world.desk, UUID(second.id))

    assert [(charge_of(one.id).state, charge_of(one.id).reason) for one in (first, second)] == [
        ("confirmed", ""),
        ("refunded", "already_paid"),
    ]
    assert sorted(Refund.objects.values_list("amount_minor", flat=True)) == [5000, 5000]
    assert len(world.shop.placed) == 1


def test_checkout_that_is_gone_is_refunded(world: World) -> None:
    charge_id = paid(world)
    world.shop.forget_checkout(charge_of(charge_id).source_id)

    world.settle_twice(charge_id)

    assert (charge_of(charge_id).state, charge_of(charge_id).reason) == ("refunded", "not_found")


def test_order_that_came_about_in_between_is_not_refunded(world: World) -> None:
    charge_id = paid(world)
    books = world.shop.books()

    class Late:
        """Somebody else completes the checkout while our own completion is refused."""

        def __getattr__(self, name: str) -> object:
            return getattr(books, name)

        def complete(self, checkout_id: str) -> NotCompleted:
            books.complete(checkout_id)
            return NotCompleted("INSUFFICIENT_STOCK", "Sold out.", retryable=False)

    desk = replace(world.desk, books=lambda _: Late())  # type: ignore[arg-type,return-value]
    settle(desk, UUID(charge_id))
    world.later(seconds=30)
    settle(desk, UUID(charge_id))

    assert charge_of(charge_id).state == "confirmed"
    assert len(world.shop.placed) == 1
    assert Refund.objects.count() == 0


def test_passing_refusal_is_waited_out(world: World) -> None:
    charge_id = paid(world)
    world.shop.refuse_completion("TAX_ERROR")
    settle(world.desk, UUID(charge_id))
    waiting = charge_of(charge_id).state
    world.shop.refuse_completion(None)

    world.sweep_later(seconds=5)

    assert waiting == "reported"
    assert charge_of(charge_id).state == "confirmed"
    assert len(world.shop.placed) == 1
    assert world.told() == ["paid", "ordered"]
    assert Refund.objects.count() == 0


def test_passing_refusal_that_does_not_pass_is_refunded_after_half_an_hour(world: World) -> None:
    charge_id = paid(world)
    world.shop.refuse_completion("TAX_ERROR")
    settle(world.desk, UUID(charge_id))

    for _ in range(5):
        world.sweep_later(minutes=5)
    before = charge_of(charge_id).state
    world.sweep_later(minutes=5)
    second_look = charge_of(charge_id).state
    world.sweep_later(seconds=30)

    assert (before, second_look) == ("reported", "reported")
    assert (charge_of(charge_id).state, charge_of(charge_id).reason) == ("refunded", "tax_error")


@pytest.mark.parametrize("switch", ["fail_next", "lose_next"])
def test_shop_silent_at_the_report(world: World, switch: str) -> None:
    charge_id = paid(world)
    getattr(world.shop, switch)()

    with pytest.raises(ShopUnavailable):
        settle(world.desk, UUID(charge_id))
    stopped = charge_of(charge_id).state
    world.sweep_later(seconds=5)

    assert stopped == "paid"
    assert charge_of(charge_id).state == "confirmed"
    assert world.reports() == [("CHARGE_SUCCESS", 5000, "cs_fake_1")]
    assert len(world.shop.placed) == 1
    assert world.told() == ["paid", "ordered"]


@pytest.mark.parametrize("switch", ["fail_next", "lose_next"])
def test_shop_silent_at_completion(world: World, switch: str) -> None:
    charge_id = paid(world)
    world.shop.refuse_completion("TAX_ERROR")
    settle(world.desk, UUID(charge_id))
    world.shop.refuse_completion(None)
    world.later(seconds=5)
    getattr(world.shop, switch)()

    with pytest.raises(ShopUnavailable):
        settle(world.desk, UUID(charge_id))
    world.sweep_later(seconds=15)

    assert charge_of(charge_id).state == "confirmed"
    assert len(world.shop.placed) == 1
    assert world.reports() == [("CHARGE_SUCCESS", 5000, "cs_fake_1")]


def test_shop_that_is_down_for_hours_refunds_nothing(world: World) -> None:
    charge_id = paid(world)
    world.shop.fail_next(1000)
    for _ in range(40):
        world.sweep_later(minutes=10)
    world.shop.fail_next(0)

    world.sweep_later(minutes=5)

    assert charge_of(charge_id).state == "confirmed"
    assert Refund.objects.count() == 0
    assert len(world.shop.placed) == 1


def test_app_switched_off_is_waited_for(world: World) -> None:
    charge_id = paid(world)
    world.shop.is_app_active = False
    settle(world.desk, UUID(charge_id))
    world.sweep_later(hours=2)
    waiting = charge_of(charge_id).state
    world.shop.is_app_active = True

    world.sweep_later(minutes=5)

    assert waiting == "paid"
    assert charge_of(charge_id).state == "confirmed"


def test_transaction_that_is_gone_is_held_after_half_an_hour(world: World) -> None:
    charge_id = paid(world)
    world.shop.forget_transactions()
    settle(world.desk, UUID(charge_id))
    waiting = charge_of(charge_id).state

    world.sweep_later(minutes=31)

    assert waiting == "paid"
    assert (charge_of(charge_id).state, charge_of(charge_id).reason) == ("held", "report_refused")
    assert world.told() == ["paid", "held"]


def test_refused_refund_is_held(world: World) -> None:
    charge_id = paid(world)
    world.shop.refuse_completion("TAX_ERROR")
    settle(world.desk, UUID(charge_id))
    world.shop.refuse_completion("INSUFFICIENT_STOCK")
    world.sweep_later(seconds=5)
    world.provider.fail_next("refuse")

    world.sweep_later(seconds=30)

    assert (charge_of(charge_id).state, charge_of(charge_id).reason) == ("held", "refund_failed")
    assert Refund.objects.get().state == "failed"
    assert world.reports() == [
        ("CHARGE_SUCCESS", 5000, "cs_fake_1"),
        ("REFUND_REQUEST", 5000, "refund"),
        ("REFUND_FAILURE", 5000, "refund"),
    ]
    assert world.shop.transactions[0].charged == Money(5000, "USD")
    assert world.notes() == [
        "AgentPay leaves this payment to you: the payment provider did not give the money back; do it there."
    ]
    assert world.chat.ask(charge_id).refunded is None
    assert world.told() == ["paid", "held"]


@pytest.mark.parametrize("failure", ["unavailable_before", "unavailable_after_work"])
def test_provider_silent_at_the_refund(world: World, failure: str) -> None:
    charge_id = paid(world)
    world.shop.refuse_completion("TAX_ERROR")
    settle(world.desk, UUID(charge_id))
    world.shop.refuse_completion("INSUFFICIENT_STOCK")
    world.sweep_later(seconds=5)
    world.provider.fail_next(failure)

    first = world.sweep_later(seconds=30)
    stopped = charge_of(charge_id).state
    world.sweep_later(seconds=5)

    assert (first.failed, stopped) == (1, "refunding")
    assert charge_of(charge_id).state == "refunded"
    assert len(world.provider.refunds) == 1
    assert world.reports()[1:] == [
        ("REFUND_REQUEST", 5000, "refund"),
        ("REFUND_SUCCESS", 5000, "refund"),
    ]


def test_refund_of_the_difference_that_is_refused_keeps_the_order(world: World) -> None:
    charge_id = paid(world)
    world.shop.refuse_completion("TAX_ERROR")
    settle(world.desk, UUID(charge_id))
    world.shop.refuse_completion(None)
    world.shop.set_price("variant-hoodie", Money(4400, "USD"))
    world.provider.fail_next("refuse")

    world.sweep_later(seconds=5)

    charge = charge_of(charge_id)
    assert (charge.state, charge.reason) == ("confirmed", "refund_failed")
    assert charge.order_id == world.shop.placed[0].id
    assert world.told() == ["paid", "ordered"]


def test_another_amount_than_asked_is_held(world: World) -> None:
    view = world.opened()
    world.pay(view.id)
    world.at_the_provider("cs_fake_1", amount=Money(998, "USD"))

    settle(world.desk, UUID(view.id))
    sweep(world.desk)

    assert (charge_of(view.id).state, charge_of(view.id).reason) == ("held", "amount_mismatch")
    assert world.reports() == []
    assert world.shop.placed == ()
    assert world.told() == ["held"]


def test_second_attempt_paid_as_well_is_given_back(world: World) -> None:
    cart = world.cart()
    first = world.opened(cart)
    world.provider.fail_next("unavailable_before")  # the first page could not be closed
    second = world.opened(cart, attempt=2)
    world.pay(first.id)
    world.pay(second.id)

    settle(world.desk, UUID(second.id))
    settle(world.desk, UUID(first.id))

    assert (charge_of(second.id).state, charge_of(first.id).state) == ("confirmed", "refunded")
    assert charge_of(first.id).reason == "already_paid"
    assert [order.charge_status for order in world.shop.placed] == ["FULL"]
    assert [amount for kind, amount, _ in world.reports() if kind == "REFUND_SUCCESS"] == [999]
    assert world.told() == ["ordered", "refunded"]
