"""Captured when somebody else made the order, and nobody of ours has looked for it yet."""

from __future__ import annotations

import pytest

from agentpay_plugin.charges import capture_requests
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.models import Capture, Charge
from agentpay_plugin.settings import OnUncompletable
from tests.charges.given_back import kept
from tests.charges.reserving import (
    CAPTURE,
    CAPTURED,
    RESERVED,
    amounts,
    ask_anyway,
    bought,
    capture,
    usd,
)
from tests.charges.world import World, charge_of

pytestmark = pytest.mark.django_db(transaction=True)


def completed_elsewhere(world: World) -> str:
    """A charge of 50.00 USD that is reserved, whose order the storefront made within the grace; its id."""
    world.with_settings(captures_manually=True)
    cart = world.cart("variant-hoodie")
    world.storefront(cart.id, "50.00")
    charge = Charge.objects.get()
    world.pay(str(charge.pk))
    settle(world.desk, charge.pk)
    world.shop.books().complete(cart.id)
    return str(charge.pk)


def test_right_after_the_storefront_made_it(world: World) -> None:
    charge_id = completed_elsewhere(world)
    before = charge_of(charge_id).state

    capture(world, charge_id, 3000)

    (order,) = world.shop.placed
    assert before == "reported"
    assert world.reports() == [
        RESERVED,
        ("CHARGE_REQUEST", 3000, "cs_fake_1"),
        ("CHARGE_SUCCESS", 3000, "cs_fake_1"),
        ("CANCEL_SUCCESS", 2000, "refund"),
    ]
    assert (charge_of(charge_id).state, charge_of(charge_id).order_id) == ("confirmed", order.id)
    assert (kept(charge_id), amounts(world)) == ((3000, 3000), (0, 3000))
    assert (world.asked("capture"), world.shop.calls.count("books.complete")) == (1, 1)


def test_made_by_the_merchant_for_a_payment_held_for_them(world: World) -> None:
    world.with_settings(on_uncompletable=OnUncompletable.HOLD)
    charge_id = bought(world)
    world.shop.refuse_completion("INSUFFICIENT_STOCK")
    world.settle_twice(charge_id)
    held = charge_of(charge_id)
    world.shop.refuse_completion(None)
    world.shop.books().complete(held.source_id)

    capture(world, charge_id)

    assert held.state == "held"
    assert world.reports() == [RESERVED, CAPTURE, CAPTURED]
    assert (charge_of(charge_id).state, amounts(world)) == ("confirmed", (0, 5000))
    assert (kept(charge_id), world.asked("capture")) == ((5000, 5000), 1)


def test_no_more_is_captured_than_it_costs(world: World) -> None:
    charge_id = completed_elsewhere(world)
    (order,) = world.shop.placed
    world.shop.change_order(order.id, total=usd(4000))

    said = ask_anyway(world, 4001, "capture")
    world.sweep_later()

    assert said.startswith("No more than 40.00 USD can be captured")
    assert (Capture.objects.count(), world.asked("capture")) == (0, 0)
    assert (charge_of(charge_id).state, amounts(world)) == ("reserved", (5000, 0))


def test_the_shop_does_not_tell_of_it_now(world: World) -> None:
    charge_id = completed_elsewhere(world)
    world.shop.fail_next()

    said = ask_anyway(world, 5000, "capture")
    refused = (Capture.objects.count(), world.asked("capture"), amounts(world))
    capture(world, charge_id)

    assert said == "AgentPay is still noting the order of this payment. Ask again in a minute."
    assert refused == (0, 0, (5000, 0))
    assert (world.asked("capture"), amounts(world)) == (1, (0, 5000))


def test_a_defect_while_the_order_is_noted_leaves_nothing_unanswered(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    charge_id = completed_elsewhere(world)

    def broken(*_: object) -> None:
        raise RuntimeError("out of order")

    with monkeypatch.context() as patch:
        patch.setattr(capture_requests, "settle", broken)
        said = ask_anyway(world, 5000, "capture")

    assert said == "AgentPay is still noting the order of this payment. Ask again in a minute."
    assert (Capture.objects.count(), world.asked("capture"), amounts(world)) == (0, 0, (5000, 0))
    assert f"charge {charge_id}: its order could not be noted" in caplog.text
