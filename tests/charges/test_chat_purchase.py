"""A chat's charge, from the confirmed quote to the order."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from agentpay_plugin.charges import inbox
from agentpay_plugin.charges.for_chat import ChatPayments
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.errors import NotFound
from agentpay_plugin.models import Charge, PaidOrder, ProviderNotice, Refund
from agentpay_plugin.money import Money
from tests.builders import CARD
from tests.charges.world import CHANNEL, EMAIL, World, charge_of

pytestmark = pytest.mark.django_db(transaction=True)


def test_quote_to_order(world: World) -> None:
    cart = world.cart("variant-hoodie", 2)

    view = world.opened(cart)
    world.pay(view.id)
    settle(world.desk, UUID(view.id))

    charge = charge_of(view.id)
    (order,) = world.shop.placed
    (transaction,) = world.shop.transactions
    assert (order.total, order.charge_status) == (Money(9500, "USD"), "FULL")
    assert (charge.state, charge.order_id, charge.kept_minor) == ("confirmed", order.id, 9500)
    assert (transaction.key, charge.transaction_id) == (view.id, transaction.id)
    assert world.reports() == [("CHARGE_SUCCESS", 9500, "cs_fake_1")]
    assert world.told() == ["ordered"]
    assert [name for name, _ in world.provider.calls] == ["open", "read"]
    assert charge.next_check_at is None
    assert PaidOrder.objects.get().kept_minor == 9500


def test_request_sent_to_the_provider(world: World) -> None:
    cart = world.cart("variant-hoodie", 2)

    view = world.opened(cart)

    (request,) = world.provider.requests
    charge = charge_of(view.id)
    assert request.amount == cart.total == Money(9500, "USD")
    assert [(line.name, line.unit.minor, line.quantity) for line in request.lines] == [
        ("AgentPay Hoodie (Hoodie)", 4500, 2),
        ("Standard", 500, 1),
    ]
    assert (request.key, request.reference) == (f"{view.id}:1", view.id)
    assert request.email == EMAIL
    assert request.expires_at == int(world.now.timestamp()) + 31 * 60 == view.expires_at
    assert request.success_url == f"https://api.example/return/{charge.return_id}/"
    assert request.metadata == {
        "agentpay_source": cart.id,
        "agentpay_transaction": charge.transaction_id,
    }


def test_view_of_an_open_charge(world: World) -> None:
    view = world.opened()

    assert view.page_url == "https://pay.example/cs_fake_1"
    assert (view.method, view.amount, view.order_id) == ("card", Money(999, "USD"), None)
    assert world.changes == []


def test_gift_card_is_not_charged_again(world: World) -> None:
    cart = world.cart("variant-hoodie")
    cart = world.shop.carts().apply_promo_code(cart.id, "GIFT10")

    view = world.opened(cart)

    (request,) = world.provider.requests
    assert view.amount == request.amount == Money(4000, "USD")
    assert world.answers[-1]["amount"] == "40.00"
    assert [(line.name, line.unit, line.quantity) for line in request.lines] == [
        ("Order", Money(4000, "USD"), 1)
    ]


def test_same_attempt_is_the_same_charge(world: World) -> None:
    cart = world.cart()

    first = world.opened(cart)
    second = world.opened(cart)

    assert first == second
    assert Charge.objects.count() == 1
    assert world.asked("open") == 1
    assert world.shop.calls.count("books.initialize") == 1


def test_next_attempt_closes_the_page_before(world: World) -> None:
    cart = world.cart()
    first = world.opened(cart)

    second = world.opened(cart, attempt=2)

    assert first.id != second.id
    assert charge_of(first.id).state == "cancelled"
    assert world.provider.charges["cs_fake_1"].state == "expired"
    assert world.provider.charges["cs_fake_2"].state == "open"
    assert world.reports() == [("CHARGE_FAILURE", 999, "cs_fake_1")]


def test_next_attempt_of_a_paid_cart_is_refused(world: World) -> None:
    cart = world.cart()
    first = world.opened(cart)
    world.pay(first.id)

    second = world.chat.open(cart, "card", 2)

    assert (second.state, second.reason) == ("refused", "already_paid")
    assert charge_of(first.id).state == "confirmed"
    assert world.asked("open") == 1
    assert len(world.shop.placed) == 1
    assert world.told() == ["ordered"]


def test_next_attempt_while_money_is_on_its_way_is_refused(world: World) -> None:
    cart = world.cart()
    first = world.opened(cart)
    world.provider.process("cs_fake_1")

    second = world.chat.open(cart, "card", 2)

    assert (second.state, second.reason) == ("refused", "already_processing")
    assert charge_of(first.id).state == "processing"
    assert world.asked("open") == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda world, _: world.shop.set_price("variant-hoodie", Money(4600, "USD")),
        lambda world, _: world.shop.set_price("variant-hoodie", Money(4400, "USD")),
        lambda world, cart: world.shop.carts().set_quantity(cart.id, "variant-hoodie", 2),
        lambda world, cart: world.shop.carts().set_contact(cart.id, "eve@example.com"),
        lambda world, cart: world.shop.carts().apply_promo_code(cart.id, "SAVE10"),
    ],
    ids=["dearer", "cheaper", "more", "other e-mail", "promo code"],
)
def test_cart_that_changed_after_the_quote_is_refused_before_the_provider(world, change) -> None:  # type: ignore[no-untyped-def]
    cart = world.cart("variant-hoodie")
    change(world, cart)

    view = world.chat.open(cart, "card", 1)

    assert (view.state, view.reason, view.page_url) == ("refused", "cart_changed", None)
    assert world.answers[-1]["result"] == "CHARGE_FAILURE"
    assert world.provider.calls == []
    assert charge_of(view.id).request is None
    assert world.told() == []


def test_amount_that_is_not_the_quotes_is_refused(world: World) -> None:
    cart = world.cart("variant-hoodie")
    lying = replace(cart, total=Money(100, "USD"))

    view = world.chat.open(lying, "card", 1)

    assert (view.state, view.reason) == ("refused", "cart_changed")
    assert world.provider.calls == []


def test_app_switched_off_refuses(world: World) -> None:
    cart = world.cart()
    world.shop.is_app_active = False

    view = world.chat.open(cart, "card", 1)

    assert (view.state, view.reason) == ("refused", "app_inactive")
    assert world.provider.calls == []


def test_shop_that_does_not_answer_can_be_tried_again(world: World) -> None:
    cart = world.cart()
    world.shop.fail_next()

    first = world.chat.open(cart, "card", 1)
    second = world.chat.open(cart, "card", 1)

    assert (first.state, second.state) == ("unknown", "open")
    assert first.id == second.id
    assert world.asked("open") == 1


def test_closed_by_the_shopper(world: World) -> None:
    view = world.opened()

    closed = world.chat.close(view.id)

    assert (closed.state, closed.page_url) == ("cancelled", None)
    assert world.provider.charges["cs_fake_1"].state == "expired"
    assert world.reports() == [("CHARGE_FAILURE", 999, "cs_fake_1")]
    assert charge_of(view.id).request is None
    assert world.changes == []


def test_closing_what_was_paid_meanwhile_makes_the_order(world: World) -> None:
    view = world.opened()
    world.pay(view.id)

    closed = world.chat.close(view.id)

    assert closed.state == "ordered"
    assert len(world.shop.placed) == 1
    assert world.reports() == [("CHARGE_SUCCESS", 999, "cs_fake_1")]


def test_asking_settles(world: World) -> None:
    view = world.opened()
    waiting = world.chat.ask(view.id)
    world.pay(view.id)

    paid = world.chat.ask(view.id)

    (order,) = world.shop.placed
    assert (waiting.state, paid.state, paid.order_id) == ("open", "ordered", order.id)
    assert world.told() == ["ordered"]


def test_charges_of_other_conversations_are_not_found(world: World) -> None:
    view = world.opened()
    stranger = ChatPayments(world.desk, uuid4(), CHANNEL, "en")

    for call in (stranger.ask, stranger.close):
        with pytest.raises(NotFound):
            call(view.id)
    with pytest.raises(NotFound):
        world.chat.ask("no id at all")

    assert charge_of(view.id).state == "open"


def test_methods(world: World) -> None:
    cart = world.cart()
    cheap = replace(cart, total=Money(49, "USD"))

    offered = world.chat.methods(cart.total)
    too_small = world.chat.methods(cheap.total)
    world.with_settings(active=False)
    closed = world.chat.methods(cart.total)

    assert (offered, too_small, closed) == ((CARD,), (), ())


def test_personal_data_goes_when_the_charge_is_final(world: World) -> None:
    view = world.opened()
    stored = charge_of(view.id).request
    world.pay(view.id)

    settle(world.desk, UUID(view.id))

    assert stored["email"] == EMAIL
    assert charge_of(view.id).request is None
    assert EMAIL not in str(list(Charge.objects.values())) + str(list(Refund.objects.values()))


def test_switching_off_stops_new_charges_and_finishes_the_old(world: World) -> None:
    view = world.opened()
    world.with_settings(active=False)
    world.pay(view.id)
    body, headers = world.provider.make_event(
        "checkout.session.completed", "cs_fake_1", int(world.now.timestamp())
    )

    status = inbox.receive(world.desk, "stripe", CHANNEL, body, headers)
    inbox.handle(world.desk, ProviderNotice.objects.get().pk)
    refused = world.chat.open(world.cart(), "card", 2)

    assert status == 200
    assert charge_of(view.id).state == "confirmed"
    assert (refused.state, refused.reason) == ("refused", "payments_closed")


def test_a_gift_card_for_a_part_opens_nothing_where_the_shop_could_not_complete(
    world: World,
) -> None:
    """Saleor 3.21 would take the money and then say CHECKOUT_NOT_FULLY_PAID."""
    world.counts_gift_cards = False
    cart = world.cart("variant-hoodie")
    whole = world.chat.bounds(cart)
    cart = world.shop.carts().apply_promo_code(cart.id, "GIFT10")

    part = world.chat.bounds(cart)
    view = world.chat.open(cart, "card", 1)

    assert whole is not None
    assert part is not None
    assert (whole.only_without_gift_cards, part.only_without_gift_cards) == (False, True)
    assert view.state == "refused"
    assert world.answers[-1]["data"] == {"code": "gift_card_part"}
    assert world.provider.charges == {}
