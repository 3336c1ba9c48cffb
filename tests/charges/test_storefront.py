"""A plain storefront pays through the same gateway, and may or may not complete its checkout itself."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

import pytest

from agentpay_plugin.charges import hooks
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.errors import NotFound, ShopUnavailable
from agentpay_plugin.models import Charge, Refund
from agentpay_plugin.money import Money
from tests.charges.world import CHANNEL, World

pytestmark = pytest.mark.django_db(transaction=True)


def only_charge() -> Charge:
    return Charge.objects.get()


def test_answer_of_initialize(world: World) -> None:
    cart = world.cart()

    answer = world.storefront(cart.id, "9.99", returnUrl="https://shop.example/thanks")

    charge = only_charge()
    assert answer == {
        "result": "CHARGE_ACTION_REQUIRED",
        "pspReference": "cs_fake_1",
        "amount": "9.99",
        "message": "The payment is open for the shopper.",
        "data": {
            "method": "card",
            "state": "open",
            "pageUrl": "https://pay.example/cs_fake_1",
            "expiresAt": int(world.now.timestamp()) + 31 * 60,
        },
    }
    assert (charge.conversation_id, charge.attempt) == (None, None)
    assert charge.return_url == "https://shop.example/thanks"
    assert (charge.source_kind, charge.source_id) == ("checkout", cart.id)


def test_repeated_key_gets_the_stored_answer(world: World) -> None:
    cart = world.cart()

    first = world.storefront(cart.id, "9.99")
    second = world.storefront(cart.id, "9.99")

    assert first == second
    assert world.asked("open") == 1
    assert Charge.objects.count() == 1


@pytest.mark.parametrize(
    ("amount", "data", "code"),
    [
        ("9.99", {"method": "gold"}, "method_unknown"),
        ("9.99", {"method": None}, "method_unknown"),
        ("9.99", {"method": ["card"]}, "method_unknown"),
        ("0.49", {}, "too_small"),
        ("0.00", {}, "too_small"),
        ("1000000.00", {}, "too_large"),
        ("10.00", {}, "more_than_due"),
        ("9.99", {"returnUrl": "https://evil.example/"}, "return_url_not_allowed"),
        ("9.99", {"returnUrl": "javascript:alert(1)"}, "return_url_not_allowed"),
        ("9.99", {"returnUrl": {"a": 1}}, "return_url_not_allowed"),
        ("9.99", {"returnUrl": "https://shop.example/\x00"}, "return_url_not_allowed"),
        ("9.99", {"returnUrl": "https://shop.example/\ud800"}, "return_url_not_allowed"),
        ("9.99", {"returnUrl": "https://shop.example/" + "x" * 3000}, "return_url_not_allowed"),
    ],
)
def test_refused_with_nothing_created(
    world: World, amount: str, data: dict[str, object], code: str
) -> None:
    cart = world.cart()

    answer = world.storefront(cart.id, amount, **data)

    assert (answer["result"], answer["data"]) == ("CHARGE_FAILURE", {"code": code})
    assert "pspReference" not in answer
    assert Charge.objects.count() == 0
    assert world.provider.calls == []


def session(world: World, **changes: object) -> hooks.Session:
    values: dict[str, object] = {
        "transaction_id": "transaction-x",
        "source_id": "checkout-1",
        "channel": CHANNEL,
        "amount": Decimal("9.99"),
        "currency": "USD",
        "key": "key-x",
        "data": {"method": "card"},
    }
    return hooks.Session(**(values | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"source_id": "checkout-999"}, "source_gone"),
        ({"currency": "EUR"}, "currency"),
        ({"amount": Decimal("9.999")}, "amount_invalid"),
        ({"amount": Decimal("NaN")}, "amount_invalid"),
        ({"key": ""}, "key_missing"),
    ],
)
def test_session_that_makes_no_sense_is_refused(
    world: World, changes: dict[str, object], code: str
) -> None:
    cart = world.cart()

    answer = hooks.initialize(world.desk, session(world, **({"source_id": cart.id} | changes)))

    assert (answer["result"], answer["data"]) == ("CHARGE_FAILURE", {"code": code})
    assert Charge.objects.count() == 0
    assert world.provider.calls == []


def test_channel_without_keys_or_switched_off_is_closed(world: World) -> None:
    cart = world.cart()
    world.with_settings(active=False)

    answer = world.storefront(cart.id, "9.99")
    offered = hooks.gateway_data(world.desk, CHANNEL, Decimal("9.99"), "USD")

    assert answer["data"] == {"code": "payments_closed"}
    assert offered == {"methods": []}
    assert Charge.objects.count() == 0


def test_gateway_data(world: World) -> None:
    offered = hooks.gateway_data(world.desk, CHANNEL, Decimal("9.99"), "USD")
    too_small = hooks.gateway_data(world.desk, CHANNEL, Decimal("0.1"), "USD")

    assert offered == {
        "methods": [{"id": "card", "minimum": "0.50", "maximum": "999999.99", "needsPayer": False}]
    }
    assert too_small == {"methods": []}


def test_key_of_another_source_is_refused(world: World) -> None:
    view = world.opened()
    other = world.cart("variant-hoodie")

    answer = hooks.initialize(
        world.desk, session(world, source_id=other.id, key=view.id, amount=Decimal("50.00"))
    )

    assert answer["data"] == {"code": "key_taken"}
    assert world.asked("open") == 1


def test_a_shop_whose_strategy_is_authorization_reserves_first(world: World) -> None:
    cart = world.cart()

    answer = hooks.initialize(world.desk, session(world, source_id=cart.id, action="AUTHORIZATION"))

    assert answer["result"] == "AUTHORIZATION_ACTION_REQUIRED"
    assert [request.capture_later for request in world.provider.requests] == [True]


def test_amount_that_is_not_the_lines_becomes_one_line(world: World) -> None:
    cart = world.cart("variant-hoodie")

    world.storefront(cart.id, "20.00", locale="en-US")

    (request,) = world.provider.requests
    assert [(line.name, line.unit, line.quantity) for line in request.lines] == [
        ("Order", Money(2000, "USD"), 1)
    ]


def test_completed_by_us_after_the_grace(world: World) -> None:
    cart = world.cart()
    world.storefront(cart.id, "9.99")
    charge = only_charge()
    world.pay(str(charge.pk))

    settle(world.desk, charge.pk)
    reported = only_charge().state
    early = world.sweep_later(seconds=299)
    orders_early = len(world.shop.placed)
    late = world.sweep_later(seconds=1)

    assert (reported, orders_early) == ("reported", 0)
    assert (early.charges, late.charges) == (0, 1)
    assert only_charge().state == "confirmed"
    assert [order.charge_status for order in world.shop.placed] == ["FULL"]
    assert world.reports() == [("CHARGE_SUCCESS", 999, "cs_fake_1")]
    assert world.shop.calls.count("books.complete") == 1
    assert world.told() == ["paid", "ordered"]


def test_what_means_the_same_to_a_shopper_is_told_once(world: World) -> None:
    cart = world.cart()
    world.storefront(cart.id, "9.99")
    charge = only_charge()
    world.pay(str(charge.pk))
    world.shop.fail_next()
    with pytest.raises(ShopUnavailable):
        settle(world.desk, charge.pk)
    stopped = only_charge().told_state

    world.sweep_later(seconds=5)

    assert (stopped, only_charge().state, only_charge().told_state) == (
        "paid",
        "reported",
        "reported",
    )
    assert world.changes == [(charge.pk, "paid")]


def test_completed_by_the_storefront_itself(world: World) -> None:
    cart = world.cart()
    world.storefront(cart.id, "9.99")
    charge = only_charge()
    world.pay(str(charge.pk))
    settle(world.desk, charge.pk)
    world.shop.books().complete(cart.id)

    world.sweep_later(minutes=5)

    (order,) = world.shop.placed
    assert (only_charge().state, only_charge().order_id) == ("confirmed", order.id)
    assert world.shop.calls.count("books.complete") == 1
    assert Refund.objects.count() == 0


def test_order_as_source_is_reported_only(world: World) -> None:
    free = world.shop.carts().apply_promo_code(world.cart().id, "GIFT1000")
    placed = world.shop.orders().complete_free(free.id)
    world.shop.change_order(placed.id, charge_status="NONE", total=Money(1500, "USD"), lines=())

    answer = world.storefront(placed.id, "15.00")
    charge = only_charge()
    world.pay(str(charge.pk))
    settle(world.desk, charge.pk)

    assert answer["result"] == "CHARGE_ACTION_REQUIRED"
    assert (charge.source_kind, charge.source_id) == ("order", placed.id)
    assert (only_charge().state, only_charge().order_id) == ("confirmed", placed.id)
    assert world.reports() == [("CHARGE_SUCCESS", 1500, "cs_fake_1")]
    assert "books.complete" not in world.shop.calls


def test_process_asks_the_provider(world: World) -> None:
    cart = world.cart()
    world.storefront(cart.id, "9.99")
    charge = only_charge()

    waiting = world.process(charge)
    world.provider.process("cs_fake_1")
    processing = world.process(charge)
    world.pay(str(charge.pk))
    paid = world.process(charge)

    assert waiting["result"] == processing["result"] == "CHARGE_ACTION_REQUIRED"
    assert (paid["result"], paid["pspReference"], paid["amount"]) == (
        "CHARGE_SUCCESS",
        "cs_fake_1",
        "9.99",
    )
    assert world.woken == [("agentpay.charge.settle", str(charge.pk))]
    assert only_charge().state == "paid"
    assert world.reports() == []


def test_process_of_an_expired_page_is_a_failure(world: World) -> None:
    cart = world.cart()
    world.storefront(cart.id, "9.99")
    charge = only_charge()
    world.provider.expire("cs_fake_1")

    answer = world.process(charge)

    assert (answer["result"], answer["pspReference"]) == ("CHARGE_FAILURE", "cs_fake_1")
    assert only_charge().state == "expired"
    assert world.told() == ["expired"]


def test_process_while_the_provider_is_silent_says_what_is_known(world: World) -> None:
    cart = world.cart()
    world.storefront(cart.id, "9.99")
    world.provider.fail_next("unavailable_before")

    answer = world.process(only_charge())

    assert answer["result"] == "CHARGE_ACTION_REQUIRED"
    assert only_charge().state == "open"


def test_process_of_a_strange_transaction(world: World) -> None:
    answer = hooks.process(world.desk, session(world))

    assert (answer["result"], answer["data"]) == ("CHARGE_FAILURE", {"code": "not_found"})


def test_checkout_paid_by_two_of_our_charges(world: World) -> None:
    cart = world.cart("variant-hoodie")
    world.storefront(cart.id, "20.00", key="one")
    world.storefront(cart.id, "30.00", key="two")
    first, second = Charge.objects.order_by("amount_minor")
    for charge in (first, second):
        world.pay(str(charge.pk))
    settle(world.desk, first.pk)
    world.later(minutes=6)
    settle(world.desk, first.pk)
    waiting = Charge.objects.get(pk=first.pk).state

    settle(world.desk, second.pk)
    world.sweep_later(minutes=6)

    assert waiting == "reported"
    assert set(Charge.objects.values_list("state", "kept_minor")) == {
        ("confirmed", 2000),
        ("confirmed", 3000),
    }
    assert [order.charge_status for order in world.shop.placed] == ["FULL"]
    assert Refund.objects.count() == 0


def test_half_paid_checkout_is_given_back_in_the_end(world: World) -> None:
    cart = world.cart("variant-hoodie")
    world.storefront(cart.id, "20.00")
    charge = only_charge()
    world.pay(str(charge.pk))
    settle(world.desk, charge.pk)
    for _ in range(12):
        world.sweep_later(minutes=4)

    assert only_charge().state == "refunded"
    assert only_charge().reason == "checkout_not_fully_paid"
    assert world.reports() == [
        ("CHARGE_SUCCESS", 2000, "cs_fake_1"),
        ("REFUND_REQUEST", 2000, "refund"),
        ("REFUND_SUCCESS", 2000, "refund"),
    ]
    assert world.shop.placed == ()


def test_second_paid_charge_of_a_checkout_is_given_back(world: World) -> None:
    cart = world.cart()
    world.storefront(cart.id, "9.99", key="one")
    world.storefront(cart.id, "9.99", key="two")
    first, second = Charge.objects.order_by("provider_ref")
    for charge in (first, second):
        world.pay(str(charge.pk))
        settle(world.desk, charge.pk)

    world.sweep_later(minutes=5)

    states = {charge.provider_ref: charge for charge in Charge.objects.all()}
    kept = [charge for charge in states.values() if charge.state == "confirmed"]
    back = [charge for charge in states.values() if charge.state == "refunded"]
    assert (len(kept), len(back)) == (1, 1)
    assert back[0].reason == "already_paid"
    assert [order.charge_status for order in world.shop.placed] == ["FULL"]
    assert sorted(world.reports()) == [
        ("CHARGE_SUCCESS", 999, "cs_fake_1"),
        ("CHARGE_SUCCESS", 999, "cs_fake_2"),
        ("REFUND_SUCCESS", 999, "refund"),
    ]
    assert world.asked("refund") == 1


def test_settling_an_unknown_charge_is_said(world: World) -> None:
    with pytest.raises(NotFound):
        settle(world.desk, UUID(int=1))
