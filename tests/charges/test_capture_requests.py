"""Money that is only reserved until the merchant captures it on the order page, or lets go of it."""

from __future__ import annotations

from uuid import UUID

import pytest

from agentpay_plugin.charges import waiting
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.models import Capture, Refund
from agentpay_plugin.payments.fake_failures import Failure
from tests.charges.given_back import kept
from tests.charges.reserving import (
    CALL_OFF,
    CALLED_OFF,
    CAPTURE,
    CAPTURED,
    RESERVED,
    amounts,
    ask_anyway,
    bought,
    call_off,
    capture,
    may,
    reserved,
    usd,
)
from tests.charges.world import World, charge_of

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_is_paid_is_reserved_and_makes_the_order(world: World) -> None:
    charge_id = reserved(world)

    (order,) = world.shop.placed
    view = world.chat.ask(charge_id)
    assert world.provider.requests[0].capture_later
    assert world.reports() == [RESERVED]
    assert (amounts(world), may(world)) == ((5000, 0), (False, True))
    assert (order.charge_status, order.total) == ("NONE", usd(5000))
    assert kept(charge_id) == (5000, 5000)
    assert (view.state, view.held, view.let_go, view.refunded) == ("ordered", usd(5000), None, None)
    assert (world.told(), world.asked("capture")) == (["ordered"], 0)


def test_all_of_it_is_captured(world: World) -> None:
    charge_id = reserved(world)

    request = world.shop.ask_capture(world.shop.transactions[0].id, usd(5000))
    asked = (world.reports(), amounts(world), may(world), world.asked("capture"))
    settle(world.desk, UUID(charge_id))

    taken, view = Capture.objects.get(), world.chat.ask(charge_id)
    assert asked == ([RESERVED, CAPTURE], (0, 0), (False, False), 0)
    assert world.woken[-1] == ("agentpay.charge.settle", charge_id)
    assert world.reports() == [RESERVED, CAPTURE, CAPTURED]
    assert (amounts(world), may(world)) == ((0, 5000), (True, False))
    assert world.provider.charges["cs_fake_1"].captured == usd(5000)
    assert (taken.state, taken.request_id) == ("reported", request)
    assert taken.provider_key == f"{charge_id}:capture:1"
    assert (charge_of(charge_id).state, charge_of(charge_id).next_check_at) == ("confirmed", None)
    assert kept(charge_id) == (5000, 5000)
    assert (view.held, view.let_go, view.refunded) == (None, None, None)
    assert len(world.changes) == 2


def test_of_a_part_the_rest_is_let_go(world: World) -> None:
    charge_id = reserved(world)

    capture(world, charge_id, 3000)

    view = world.chat.ask(charge_id)
    assert world.reports() == [
        RESERVED,
        ("CHARGE_REQUEST", 3000, "cs_fake_1"),
        ("CHARGE_SUCCESS", 3000, "cs_fake_1"),
        ("CANCEL_SUCCESS", 2000, "refund"),
    ]
    assert (amounts(world), may(world)) == ((0, 3000), (True, False))
    assert kept(charge_id) == (3000, 3000)
    assert (view.held, view.let_go, view.refunded) == (None, usd(2000), None)
    assert charge_of(charge_id).state == "confirmed"


def test_what_was_captured_can_go_back_and_no_more(world: World) -> None:
    charge_id = reserved(world)
    capture(world, charge_id, 3000)

    world.shop.ask_back(world.shop.transactions[0].id, usd(5000))
    settle(world.desk, UUID(charge_id))

    assert world.reports()[4:] == [
        ("REFUND_REQUEST", 3000, "refund 2"),
        ("REFUND_SUCCESS", 3000, "refund 2"),
    ]
    assert (amounts(world), may(world)) == ((0, 0), (False, False))
    assert kept(charge_id) == (0, 0)
    assert world.chat.ask(charge_id).refunded == usd(3000)


def test_it_is_called_off(world: World) -> None:
    charge_id = reserved(world)

    call_off(world, charge_id)

    view = world.chat.ask(charge_id)
    assert world.reports() == [RESERVED, CALL_OFF, CALLED_OFF]
    assert (amounts(world), may(world)) == ((0, 0), (False, False))
    assert kept(charge_id) == (0, 0)
    assert (world.asked("release"), world.asked("capture"), world.asked("refund")) == (1, 0, 0)
    assert (view.state, view.held, view.let_go, view.refunded) == (
        "ordered", None, usd(5000), None,
    )  # fmt: skip
    assert (charge_of(charge_id).state, charge_of(charge_id).reason) == ("confirmed", "")


def test_a_request_is_taken_once(world: World) -> None:
    charge_id = reserved(world)
    hook, asked = world.shop.capture_gateway, []
    world.shop.capture_gateway = asked.append
    world.shop.ask_capture(world.shop.transactions[0].id, usd(5000))

    for _ in range(3):
        hook(asked[0])
        settle(world.desk, UUID(charge_id))

    assert Capture.objects.count() == world.asked("capture") == 1
    assert world.reports() == [RESERVED, CAPTURE, CAPTURED]


def test_nothing_is_captured_twice_or_let_go_after(world: World) -> None:
    charge_id = reserved(world)
    capture(world, charge_id, 3000)

    again = ask_anyway(world, 1000, "capture")
    after = ask_anyway(world, 2000, "release")
    world.sweep_later()

    words = "This payment was captured or called off already."
    assert (again, after) == (words, words)
    assert (Capture.objects.count(), world.asked("capture"), world.asked("release")) == (1, 1, 0)
    assert amounts(world) == (0, 3000)


def test_what_is_called_off_is_not_captured(world: World) -> None:
    charge_id = reserved(world)
    world.shop.ask_release(world.shop.transactions[0].id)

    while_it_is_let_go = ask_anyway(world, 5000, "capture")
    settle(world.desk, UUID(charge_id))
    after = ask_anyway(world, 5000, "capture")

    assert while_it_is_let_go == "This payment is being called off at this moment."
    assert after == "This payment was captured or called off already."
    assert world.asked("capture") == 0
    assert amounts(world) == (0, 0)


def test_what_is_being_captured_is_not_called_off(world: World) -> None:
    charge_id = reserved(world)
    world.shop.ask_capture(world.shop.transactions[0].id, usd(3000))

    words = ask_anyway(world, 5000, "release")
    once_more = ask_anyway(world, 2000, "capture")
    settle(world.desk, UUID(charge_id))

    assert words == once_more == "This payment is being captured at this moment."
    assert (world.asked("release"), world.asked("capture")) == (0, 1)
    assert amounts(world) == (0, 3000)


@pytest.mark.parametrize(
    ("kind", "minor", "words"),
    [
        ("capture", 5001, "No more than 50.00 USD can be captured"),
        ("capture", 0, "This is no amount that can be captured"),
        ("release", 4999, "can only be called off whole, which is 50.00 USD"),
    ],
)
def test_what_cannot_be_done_is_refused_in_words(
    world: World, kind: str, minor: int, words: str
) -> None:
    charge_id = reserved(world)

    said = ask_anyway(world, minor, kind)
    world.sweep_later()

    assert words in said
    assert (Capture.objects.count(), Refund.objects.count()) == (0, 0)
    assert (world.asked("capture"), world.asked("release")) == (0, 0)
    assert charge_of(charge_id).state == "reserved"
    assert may(world) == (False, True)


def test_what_is_reserved_is_not_refunded(world: World) -> None:
    charge_id = reserved(world)

    world.shop.ask_back(world.shop.transactions[0].id, usd(5000))
    world.sweep_later()

    (failure,) = [r for r in world.shop.transactions[0].reports if r.kind == "REFUND_FAILURE"]
    assert failure.message.startswith("This payment is only reserved")
    assert (Refund.objects.count(), world.asked("refund")) == (0, 0)
    assert charge_of(charge_id).state == "reserved"


def test_what_was_taken_at_once_is_neither_captured_nor_called_off(world: World) -> None:
    view = world.opened(world.cart("variant-hoodie"))
    world.pay(view.id)
    settle(world.desk, UUID(view.id))

    said = [ask_anyway(world, 5000, "capture"), ask_anyway(world, 5000, "release")]

    assert said[0] == said[1]
    assert said[0].startswith("AgentPay took this payment at once")
    assert may(world) == (True, False)
    assert (Capture.objects.count(), Refund.objects.count()) == (0, 0)


def test_before_there_is_an_order_nothing_is_captured(world: World) -> None:
    charge_id = bought(world)
    world.shop.refuse_completion("TAX_ERROR")
    settle(world.desk, UUID(charge_id))

    words = ask_anyway(world, 5000, "capture")

    assert words.startswith("There is no order for this payment yet")
    assert Capture.objects.count() == 0


def test_the_provider_refuses_to_capture(world: World) -> None:
    charge_id = reserved(world)
    world.provider.fail_next(Failure.REFUSE)

    capture(world, charge_id)
    refused = (world.reports(), amounts(world), may(world), charge_of(charge_id).state)
    capture(world, charge_id)

    assert refused == (
        [RESERVED, ("CHARGE_REQUEST", 5000, "refused-request-1"),
         ("CHARGE_FAILURE", 5000, "refused-request-1")],
        (5000, 0), (False, True), "reserved",
    )  # fmt: skip
    assert world.reports()[3:] == [CAPTURE, CAPTURED]
    assert [one.state for one in Capture.objects.order_by("created_at", "state")].count(
        "failed"
    ) == 1
    assert amounts(world) == (0, 5000)


def test_the_provider_refuses_to_let_go(world: World) -> None:
    charge_id = reserved(world)
    world.provider.fail_next(Failure.REFUSE)

    call_off(world, charge_id)

    assert world.reports() == [RESERVED, CALL_OFF, ("CANCEL_FAILURE", 5000, "refund")]
    assert (amounts(world), may(world)) == ((5000, 0), (False, True))
    assert kept(charge_id) == (5000, 5000)
    assert charge_of(charge_id).state == "reserved"


@pytest.mark.parametrize("failure", [Failure.UNAVAILABLE_BEFORE, Failure.UNAVAILABLE_AFTER_WORK])
@pytest.mark.parametrize("kind", ["capture", "release"])
def test_an_answer_that_is_lost_is_asked_for_again(
    world: World, failure: Failure, kind: str
) -> None:
    reserved(world)
    transaction = world.shop.transactions[0].id
    if kind == "capture":
        world.shop.ask_capture(transaction, usd(3000))
    else:
        world.shop.ask_release(transaction)
    world.provider.fail_next(failure)

    first = world.sweep_later()
    second = world.sweep_later()

    assert (first.failed, second.failed) == (1, 0)
    assert world.asked(kind) == 2
    assert amounts(world) == ((0, 3000) if kind == "capture" else (0, 0))


def test_without_a_key_it_waits_and_is_named(world: World) -> None:
    charge_id = reserved(world)
    world.provider.fail_next(Failure.LOCK, times=2)
    world.sweep_later(hours=2)
    (named,) = waiting.for_the_merchant()

    world.sweep_later(hours=1)
    still = charge_of(charge_id).state
    world.sweep_later(hours=1)

    assert (str(named.pk), waiting.why(named)) == (charge_id, "keys_gone")
    assert still == "reserved"
    assert not waiting.for_the_merchant().exists()
    assert waiting.open_work(charge_of(charge_id).channel) == {"stripe": 1}
