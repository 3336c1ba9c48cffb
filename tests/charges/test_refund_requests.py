"""Money asked back in the shop: on the order page, several times, in vain, and of payments without an order."""

from __future__ import annotations

from uuid import UUID

import pytest

from agentpay_plugin.charges import refund_requests, stuck
from agentpay_plugin.charges.ports import Asked, RefundState, ReportKind
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.models import Charge, Refund
from agentpay_plugin.money import Money
from agentpay_plugin.settings import OnUncompletable
from tests.charges.given_back import PAID, bought, confirmed, give_back, hear, kept
from tests.charges.world import World, charge_of

pytestmark = pytest.mark.django_db(transaction=True)

PENDING, SUCCEEDED, FAILED = RefundState.PENDING, RefundState.SUCCEEDED, RefundState.FAILED


def ask(world: World, minor: int) -> str:
    """The merchant asks for a part of the first payment back; the request's id."""
    return world.shop.ask_back(world.shop.transactions[0].id, Money(minor, "USD"))


def asked_unheard(world: World, minor: int) -> Asked:
    """The shop has written a request down, and we have not heard of it."""
    hook, world.shop.refund_gateway = world.shop.refund_gateway, None
    request_id = ask(world, minor)
    world.shop.refund_gateway = hook
    transaction = world.shop.transactions[0]
    amount = Money(minor, "USD").amount
    return Asked(request_id, transaction.id, amount, "USD", transaction.order_id is not None)


def refusals(world: World) -> list[str]:
    """What the merchant reads about what was not given back."""
    events = world.shop.transactions[0].reports
    return [event.message for event in events if event.kind is ReportKind.REFUND_FAILURE]


def test_part_of_an_order(world: World) -> None:
    charge_id = confirmed(world)

    request_id = ask(world, 2000)
    asked = (world.reports(), world.asked("refund"), charge_of(charge_id).next_check_at)
    settle(world.desk, UUID(charge_id))

    charge, refund = charge_of(charge_id), Refund.objects.get()
    assert asked == ([PAID, ("REFUND_REQUEST", 2000, "refund")], 0, world.now)
    assert world.woken[-1] == ("agentpay.charge.settle", charge_id)
    assert world.reports() == [
        PAID,
        ("REFUND_REQUEST", 2000, "refund"),
        ("REFUND_SUCCESS", 2000, "refund"),
    ]
    assert (refund.reason, refund.state, refund.request_id) == ("merchant", "reported", request_id)
    assert refund.provider_key == f"{charge_id}:refund"
    assert [one.amount for one in world.provider.refunds.values()] == [Money(2000, "USD")]
    assert (charge.state, charge.reason, charge.next_check_at) == ("confirmed", "", None)
    assert kept(charge_id) == (3000, 3000)
    assert world.shop.transactions[0].charged == Money(3000, "USD")
    assert world.shop.transactions[0].can_refund
    assert world.chat.ask(charge_id).refunded == Money(2000, "USD")
    assert (world.told(), len(world.changes)) == (["ordered"], 2)


def test_all_of_an_order_in_two_parts(world: World) -> None:
    charge_id = confirmed(world)
    ask(world, 2000)
    settle(world.desk, UUID(charge_id))

    ask(world, 3000)
    settle(world.desk, UUID(charge_id))

    assert world.reports()[3:] == [
        ("REFUND_REQUEST", 3000, "refund 2"),
        ("REFUND_SUCCESS", 3000, "refund 2"),
    ]
    assert kept(charge_id) == (0, 0)
    assert not world.shop.transactions[0].can_refund
    assert charge_of(charge_id).state == "confirmed"
    assert world.asked("refund") == 2


def test_two_requests_before_anybody_works(world: World) -> None:
    charge_id = confirmed(world)

    ask(world, 2000)
    ask(world, 2500)
    world.sweep_later()

    assert sorted(one.amount.minor for one in world.provider.refunds.values()) == [2000, 2500]
    assert kept(charge_id) == (500, 500)
    assert charge_of(charge_id).state == "confirmed"


def test_nobody_was_woken(world: World) -> None:
    charge_id = confirmed(world)

    ask(world, 5000)
    world.sweep_later()

    assert world.reports()[1:] == [
        ("REFUND_REQUEST", 5000, "refund"),
        ("REFUND_SUCCESS", 5000, "refund"),
    ]
    assert charge_of(charge_id).state == "confirmed"


def test_a_request_is_taken_once(world: World) -> None:
    charge_id = confirmed(world)
    request_id = ask(world, 2000)
    asked = Asked(
        request_id, world.shop.transactions[0].id, Money(2000, "USD").amount, "USD", has_order=True
    )

    refund_requests.ask_back(world.desk, asked)
    settle(world.desk, UUID(charge_id))
    refund_requests.ask_back(world.desk, asked)
    world.sweep_later()

    assert Refund.objects.count() == 1
    assert world.asked("refund") == 1
    assert world.reports()[1:] == [
        ("REFUND_REQUEST", 2000, "refund"),
        ("REFUND_SUCCESS", 2000, "refund"),
    ]
    assert kept(charge_id) == (3000, 3000)


def test_the_provider_takes_its_time(world: World) -> None:
    charge_id = confirmed(world)
    world.provider.pend_refunds()
    ask(world, 2000)
    settle(world.desk, UUID(charge_id))
    waiting = (world.reports(), charge_of(charge_id).state)
    on_its_way = world.shop.transactions[0].charged

    world.provider.move_refund("re_fake_1", SUCCEEDED)
    world.sweep_later(hours=1)

    assert waiting == ([PAID, ("REFUND_REQUEST", 2000, "refund")], "completed")
    assert on_its_way == Money(3000, "USD")
    assert world.reports()[2:] == [("REFUND_SUCCESS", 2000, "refund")]
    assert charge_of(charge_id).state == "confirmed"


def test_one_that_takes_hours_is_no_payment_that_is_stuck(world: World) -> None:
    confirmed(world)
    world.provider.pend_refunds()
    ask(world, 2000)
    world.sweep_later(minutes=1)
    world.sweep_later(hours=2)
    after_hours = stuck.charges(world.now).count()

    world.sweep_later(hours=23)

    assert after_hours == 0
    assert [one.state for one in stuck.charges(world.now)] == ["completed"]


def test_one_that_waits_does_not_keep_the_next_one_waiting(world: World) -> None:
    charge_id = confirmed(world)
    world.provider.pend_refunds()
    ask(world, 2000)
    settle(world.desk, UUID(charge_id))
    world.provider.pend_refunds(is_pending=False)

    ask(world, 1000)
    settle(world.desk, UUID(charge_id))

    assert world.reports()[2:] == [
        ("REFUND_REQUEST", 1000, "refund 2"),
        ("REFUND_SUCCESS", 1000, "refund 2"),
    ]
    assert charge_of(charge_id).state == "completed"


def test_the_end_of_a_slow_one_is_heard_of(world: World) -> None:
    charge_id = confirmed(world)
    world.provider.pend_refunds()
    ask(world, 2000)
    settle(world.desk, UUID(charge_id))
    world.provider.move_refund("re_fake_1", SUCCEEDED)

    handled = hear(world, "re_fake_1", "refund.updated")

    assert handled.handled_at == world.now
    assert world.reports()[1:] == [
        ("REFUND_REQUEST", 2000, "refund"),
        ("REFUND_SUCCESS", 2000, "refund"),
    ]
    assert Refund.objects.count() == 1
    assert kept(charge_id) == (3000, 3000)


def test_the_provider_refuses(world: World) -> None:
    charge_id = confirmed(world)
    world.provider.fail_next("refuse")

    ask(world, 2000)
    settle(world.desk, UUID(charge_id))

    charge = charge_of(charge_id)
    assert world.reports()[1:] == [
        ("REFUND_REQUEST", 2000, "refund"),
        ("REFUND_FAILURE", 2000, "refund"),
    ]
    assert refusals(world) == [
        'The payment provider could not give this back: it says "told_to_refuse".'
    ]
    assert (charge.state, charge.reason) == ("confirmed", "")
    assert kept(charge_id) == (5000, 5000)
    assert world.shop.transactions[0].charged == Money(5000, "USD")
    assert world.shop.transactions[0].can_refund
    assert world.provider.refunds == {}
    assert world.chat.ask(charge_id).refunded is None


def test_asked_again_after_a_refusal(world: World) -> None:
    charge_id = confirmed(world)
    world.provider.fail_next("refuse")
    ask(world, 2000)
    settle(world.desk, UUID(charge_id))

    ask(world, 2000)
    settle(world.desk, UUID(charge_id))

    assert [one.amount for one in world.provider.refunds.values()] == [Money(2000, "USD")]
    assert world.reports()[3:] == [
        ("REFUND_REQUEST", 2000, "refund 2"),
        ("REFUND_SUCCESS", 2000, "refund 2"),
    ]
    assert kept(charge_id) == (3000, 3000)


def test_a_slow_one_fails_in_the_end(world: World) -> None:
    charge_id = confirmed(world)
    world.provider.pend_refunds()
    ask(world, 2000)
    settle(world.desk, UUID(charge_id))
    world.provider.move_refund("re_fake_1", FAILED, reason="insufficient_funds")

    world.sweep_later(hours=1)

    assert refusals(world) == [
        "The payment provider could not give this back: your account there does not hold enough;"
        " put money in and ask again."
    ]
    assert kept(charge_id) == (5000, 5000)
    assert charge_of(charge_id).state == "confirmed"


def test_turned_down_after_it_had_succeeded(world: World) -> None:
    charge_id = confirmed(world)
    ask(world, 2000)
    settle(world.desk, UUID(charge_id))
    world.provider.move_refund("re_fake_1", FAILED, reason="expired_or_canceled_card")

    hear(world, "re_fake_1", "refund.failed")

    assert world.reports()[3:] == [("REFUND_FAILURE", 2000, "refund")]
    assert refusals(world) == [
        "The payment provider could not give this back: the shopper's card has expired or was cancelled."
    ]
    assert kept(charge_id) == (5000, 5000)
    assert (charge_of(charge_id).state, charge_of(charge_id).reason) == ("confirmed", "")


@pytest.mark.parametrize("failure", ["unavailable_before", "unavailable_after_work"])
def test_the_provider_is_silent(world: World, failure: str) -> None:
    confirmed(world)
    world.provider.fail_next(failure)
    ask(world, 2000)

    world.sweep_later()
    silent = world.reports()[1:]
    world.sweep_later()

    assert silent == [("REFUND_REQUEST", 2000, "refund")]
    assert [one.amount for one in world.provider.refunds.values()] == [Money(2000, "USD")]
    assert world.reports()[2:] == [("REFUND_SUCCESS", 2000, "refund")]


def test_more_than_is_left(world: World) -> None:
    charge_id = confirmed(world)
    asked = asked_unheard(world, 4000)
    give_back(world, 2000)
    hear(world, "re_fake_1")
    before = list(world.provider.calls)

    refund_requests.ask_back(world.desk, asked)
    world.sweep_later()

    (refusal,) = refusals(world)
    assert refusal == (
        "Only 30.00 USD of this payment is left to give back; the rest went back or is about to."
    )
    assert Refund.objects.count() == 1
    assert world.provider.calls == before
    assert kept(charge_id) == (3000, 3000)


def test_given_back_at_the_provider_at_the_same_time(world: World) -> None:
    charge_id = confirmed(world)
    give_back(world, 2000)
    ask(world, 5000)

    settle(world.desk, UUID(charge_id))
    hear(world, "re_fake_1")

    assert world.reports()[1:] == [
        ("REFUND_REQUEST", 5000, "refund"),
        ("REFUND_FAILURE", 5000, "refund"),
        ("REFUND_SUCCESS", 2000, "re_fake_1"),
    ]
    assert refusals(world) == [
        "The payment provider could not give this back: there all of it went back already,"
        " or not as much is left."
    ]
    assert kept(charge_id) == (3000, 3000)
    assert world.shop.transactions[0].charged == Money(3000, "USD")


def test_all_is_gone(world: World) -> None:
    charge_id = confirmed(world)
    ask(world, 5000)
    settle(world.desk, UUID(charge_id))

    ask(world, 1000)

    assert refusals(world) == ["All of this payment went back already, or is about to."]
    assert Refund.objects.count() == 1
    assert not world.shop.transactions[0].can_refund


def test_what_was_overpaid_goes_back_once(world: World) -> None:
    charge_id = bought(world)
    world.shop.set_price("variant-hoodie", Money(4400, "USD"))
    settle(world.desk, UUID(charge_id))
    before = world.reports()

    ask(world, 4900)
    settle(world.desk, UUID(charge_id))

    assert before == [PAID, ("REFUND_SUCCESS", 100, "refund")]
    assert sorted(one.amount.minor for one in world.provider.refunds.values()) == [100, 4900]
    assert kept(charge_id) == (0, 0)


def test_what_was_overpaid_and_is_still_there_goes_back_on_request(world: World) -> None:
    charge_id = bought(world)
    world.shop.set_price("variant-hoodie", Money(4400, "USD"))
    world.provider.fail_next("unavailable_before")
    settle_failing = pytest.raises(Exception, match="told not to answer")
    with settle_failing:
        settle(world.desk, UUID(charge_id))
    settle(world.desk, UUID(charge_id))
    world.provider.move_refund("re_fake_1", FAILED)
    hear(world, "re_fake_1", "refund.failed")
    stuck = charge_of(charge_id).reason

    ask(world, 100)
    settle(world.desk, UUID(charge_id))

    assert stuck == "refund_failed"
    assert (charge_of(charge_id).state, charge_of(charge_id).reason) == ("confirmed", "")
    assert kept(charge_id) == (4900, 4900)
    assert world.shop.transactions[0].charged == Money(4900, "USD")


def test_what_was_overpaid_stays_named_when_a_request_for_it_fails_too(world: World) -> None:
    charge_id = bought(world)
    world.shop.set_price("variant-hoodie", Money(4400, "USD"))
    settle(world.desk, UUID(charge_id))
    world.provider.move_refund("re_fake_1", FAILED)
    hear(world, "re_fake_1", "refund.failed")
    ask(world, 100)
    world.provider.pend_refunds()
    settle(world.desk, UUID(charge_id))
    world.provider.move_refund("re_fake_2", FAILED)

    world.sweep_later(hours=1)

    assert kept(charge_id) == (4900, 4900)
    assert (charge_of(charge_id).state, charge_of(charge_id).reason) == (
        "confirmed",
        "refund_failed",
    )


def test_app_switched_off(world: World) -> None:
    charge_id = confirmed(world)
    world.shop.is_app_active = False

    ask(world, 2000)

    assert refusals(world) == [
        "AgentPay's app is switched off in the shop. Switch it on and ask again."
    ]
    assert Refund.objects.count() == 0
    assert charge_of(charge_id).state == "confirmed"


def test_keys_are_gone_for_a_while(world: World) -> None:
    charge_id = confirmed(world)
    keyed = world.provider
    world.provider = None  # type: ignore[assignment]
    ask(world, 2000)

    world.sweep_later()
    waiting = charge_of(charge_id)
    world.provider = keyed
    world.sweep_later()

    assert (waiting.state, waiting.blind_since is not None) == ("completed", True)
    assert world.reports()[2:] == [("REFUND_SUCCESS", 2000, "refund")]


def test_a_payment_of_nobody(world: World) -> None:
    confirmed(world)
    Charge.objects.update(transaction_id="another")

    ask(world, 2000)

    assert refusals(world) == ["AgentPay knows of no such payment."]
    assert Refund.objects.count() == 0


# --- without an order --------------------------------------------------------------------------


def paid_on_a_storefront(world: World) -> Charge:
    """A storefront's payment that waits for the storefront to complete its checkout."""
    world.storefront(world.cart("variant-hoodie").id, "50.00")
    charge = Charge.objects.get()
    world.pay(str(charge.pk))
    settle(world.desk, charge.pk)
    charge.refresh_from_db()
    assert (charge.state, world.shop.placed) == ("reported", ())
    return charge


def test_funds_of_an_abandoned_checkout(world: World) -> None:
    charge = paid_on_a_storefront(world)

    ask(world, 5000)
    world.sweep_later()

    assert world.reports() == [
        PAID,
        ("REFUND_REQUEST", 5000, "refund"),
        ("REFUND_SUCCESS", 5000, "refund"),
    ]
    charge.refresh_from_db()
    assert (charge.state, charge.reason) == ("refunded", "released")
    assert Refund.objects.get().reason == "released"
    assert world.shop.placed == ()
    assert not world.shop.transactions[0].can_refund
    world.sweep_later(hours=2)
    assert (world.shop.placed, world.asked("refund")) == ((), 1)


def test_a_part_of_what_has_no_order_stays(world: World) -> None:
    charge = paid_on_a_storefront(world)

    ask(world, 2000)

    charge.refresh_from_db()
    assert refusals(world) == [
        "There is no order for this payment: it can only go back in full, which is 50.00 USD."
    ]
    assert (charge.state, Refund.objects.count(), world.asked("refund")) == ("reported", 0, 0)


def test_funds_are_released_and_the_order_comes_first(world: World) -> None:
    charge = paid_on_a_storefront(world)
    asked = asked_unheard(world, 5000)
    world.shop.books().complete(charge.source_id)

    refund_requests.ask_back(world.desk, asked)
    world.sweep_later()

    charge.refresh_from_db()
    assert charge.state == "confirmed"
    assert [order.charge_status for order in world.shop.placed] == ["FULL"]
    assert world.provider.refunds == {}
    assert refusals(world) == ["Not given back: an order came about for this payment."]
    assert Refund.objects.get().state == "dropped"


def test_funds_are_released_while_we_give_them_back(world: World) -> None:
    charge_id = bought(world)
    world.shop.sell_out("variant-hoodie")
    world.provider.pend_refunds()
    settle(world.desk, UUID(charge_id))
    asked = asked_unheard(world, 5000)
    world.later(seconds=30)
    settle(world.desk, UUID(charge_id))
    going = charge_of(charge_id).state

    refund_requests.ask_back(world.desk, asked)
    world.provider.move_refund("re_fake_1", SUCCEEDED)
    world.sweep_later(hours=1)

    assert going == "refunding"
    assert refusals(world) == ["All of this payment went back already, or is about to."]
    assert world.asked("refund") == 1
    assert charge_of(charge_id).state == "refunded"


def test_the_storefronts_order_is_not_ours_to_see_yet(world: World) -> None:
    charge = paid_on_a_storefront(world)
    world.shop.books().complete(charge.source_id)

    ask(world, 2000)
    world.sweep_later()

    assert world.reports()[1:] == [
        ("REFUND_REQUEST", 2000, "refund"),
        ("REFUND_SUCCESS", 2000, "refund"),
    ]
    charge.refresh_from_db()
    assert (charge.state, charge.kept_minor) == ("confirmed", 3000)


def test_what_is_held_without_an_order(world: World) -> None:
    world.with_settings(on_uncompletable=OnUncompletable.HOLD)
    charge_id = bought(world)
    world.shop.sell_out("variant-hoodie")
    world.settle_twice(charge_id)
    held = charge_of(charge_id).state

    ask(world, 5000)
    world.sweep_later()

    assert (held, charge_of(charge_id).state) == ("held", "refunded")
    assert world.reports()[1:] == [
        ("REFUND_REQUEST", 5000, "refund"),
        ("REFUND_SUCCESS", 5000, "refund"),
    ]


def test_what_is_held_for_a_closed_order_in_two_parts(world: World) -> None:
    world.with_settings(on_uncompletable=OnUncompletable.HOLD)
    confirmed(world)
    give_back(world, 5000)
    hear(world, "re_fake_1")
    order = world.shop.placed[0]
    world.storefront(order.id, "50.00")
    again = Charge.objects.get(conversation_id=None)
    world.pay(str(again.pk))
    world.shop.close_order(order.id)
    world.settle_twice(str(again.pk))
    held = charge_of(str(again.pk))
    transaction = world.shop.transactions[1]

    world.shop.ask_back(transaction.id, Money(2000, "USD"))
    world.sweep_later()
    between = charge_of(str(again.pk)).state
    world.shop.ask_back(transaction.id, Money(3000, "USD"))
    world.sweep_later()

    assert (held.state, held.reason) == ("held", "order_closed")
    assert (between, charge_of(str(again.pk)).state) == ("held", "refunded")
    assert world.shop.transactions[1].charged == Money(0, "USD")
    assert world.asked("refund") == 2


def test_what_is_not_in_the_books_yet(world: World) -> None:
    world.opened(world.cart("variant-hoodie"))

    refund_requests.ask_back(world.desk, asked_unheard(world, 5000))

    assert refusals(world) == [
        "This payment is not in the shop's books yet. Ask again in a minute."
    ]
    assert Refund.objects.count() == 0


def test_what_was_refused_before_it_was_booked_offers_no_refund(world: World) -> None:
    world.opened(world.cart("variant-hoodie"))

    refund_requests.ask_back(world.desk, asked_unheard(world, 5000))

    assert not world.shop.transactions[0].can_refund
