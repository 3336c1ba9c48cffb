"""One payment ends as an order or as a refund, never as both: whoever else completes the checkout, and when."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from agentpay_plugin.charges.ports import NotCompleted, Report, ReportKind
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.errors import ShopUnavailable
from agentpay_plugin.models import Refund
from agentpay_plugin.money import Money
from agentpay_plugin.settings import OnUncompletable
from tests.charges.given_back import PAID, bought
from tests.charges.world import Killed, World, charge_of

pytestmark = pytest.mark.django_db(transaction=True)

REQUEST = ("REFUND_REQUEST", 5000, "refund")


def test_refusal_that_passes_within_seconds_is_no_refund(world: World) -> None:
    charge_id = bought(world)
    world.shop.refuse_completion_once("INSUFFICIENT_STOCK")

    settle(world.desk, UUID(charge_id))
    world.sweep_later(seconds=30)

    assert charge_of(charge_id).state == "confirmed"
    assert len(world.shop.placed) == 1
    assert (Refund.objects.count(), world.asked("refund")) == (0, 0)


def test_asking_early_does_not_count_as_a_second_refusal(world: World) -> None:
    charge_id = bought(world)
    world.shop.refuse_completion("INSUFFICIENT_STOCK")

    for _ in range(5):
        settle(world.desk, UUID(charge_id))
        world.later(seconds=5)

    assert (charge_of(charge_id).state, charge_of(charge_id).refusals) == ("reported", 1)
    assert Refund.objects.count() == 0


def test_first_try_after_a_long_outage_is_no_refund(world: World) -> None:
    charge_id = bought(world)
    world.shop.fail_next(3)
    with pytest.raises(ShopUnavailable):
        settle(world.desk, UUID(charge_id))
    world.sweep_later(hours=2)
    world.sweep_later(hours=2)
    world.shop.refuse_completion_once("TAX_ERROR")
    world.sweep_later(hours=2)

    world.sweep_later(seconds=30)

    assert charge_of(charge_id).state == "confirmed"
    assert Refund.objects.count() == 0


class Completing:
    """Books in which somebody else completes the checkout just before a refund is announced."""

    def __init__(self, world: World, at: ReportKind | str) -> None:
        self._world = world
        self._books = world.shop.books()
        self._at = at
        self.tried: list[object] = []

    def __getattr__(self, name: str) -> object:
        return getattr(self._books, name)

    def report(self, report: Report) -> bool:
        if report.kind is self._at:
            self._complete()
        had = self._books.report(report)
        if self._at == f"after {report.kind}":
            self._complete()
        return had

    def _complete(self) -> None:
        self._world.shop.refuse_completion(None)
        source = self._world.shop.transactions[0].source_id
        self.tried.append(self._books.complete(source))


def settled(world: World, charge_id: str, books: Completing) -> None:
    desk = replace(world.desk, books=lambda _: books)  # type: ignore[arg-type,return-value]
    world.shop.refuse_completion("INSUFFICIENT_STOCK")
    settle(desk, UUID(charge_id))
    world.later(seconds=30)
    settle(desk, UUID(charge_id))


def test_order_that_comes_about_before_the_announcement_keeps_the_money(world: World) -> None:
    charge_id = bought(world)

    settled(world, charge_id, Completing(world, ReportKind.REFUND_REQUEST))

    charge, (order,) = charge_of(charge_id), world.shop.placed
    assert (charge.state, charge.reason, charge.kept_minor) == ("confirmed", "", 5000)
    assert order.charge_status == "FULL"
    assert world.reports() == [PAID, REQUEST, ("REFUND_FAILURE", 5000, "refund")]
    assert world.shop.transactions[0].charged == Money(5000, "USD")
    assert world.asked("refund") == 0
    assert Refund.objects.get().state == "dropped"
    assert world.chat.ask(charge_id).refunded is None


def test_nothing_is_completed_with_money_that_is_about_to_go_back(world: World) -> None:
    charge_id = bought(world)
    books = Completing(world, f"after {ReportKind.REFUND_REQUEST}")

    settled(world, charge_id, books)

    (refused,) = books.tried
    assert isinstance(refused, NotCompleted)
    assert refused.code == "CHECKOUT_NOT_FULLY_PAID"
    assert (charge_of(charge_id).state, world.shop.placed) == ("refunded", ())
    assert len(world.provider.refunds) == 1


def test_killed_at_the_provider_asks_for_no_order_any_more(world: World) -> None:
    charge_id = bought(world)
    world.shop.refuse_completion("INSUFFICIENT_STOCK")
    settle(world.desk, UUID(charge_id))
    world.later(seconds=30)
    world.die_at = "refund.provider_refunded"
    with pytest.raises(Killed):
        settle(world.desk, UUID(charge_id))
    world.shop.allow_unpaid_orders()
    world.shop.refuse_completion(None)
    world.shop.books().complete(charge_of(charge_id).source_id)

    world.sweep_later()

    assert charge_of(charge_id).state == "refunded"
    assert [order.charge_status for order in world.shop.placed] == ["NONE"]
    assert len(world.provider.refunds) == 1


def test_dropped_refund_leaves_room_for_the_difference(world: World) -> None:
    charge_id = bought(world)
    world.shop.set_price("variant-hoodie", Money(4400, "USD"))

    settled(world, charge_id, Completing(world, ReportKind.REFUND_REQUEST))

    assert (charge_of(charge_id).state, charge_of(charge_id).kept_minor) == ("confirmed", 4900)
    assert sorted(Refund.objects.values_list("state", "amount_minor")) == [
        ("dropped", 5000),
        ("reported", 100),
    ]
    assert [one.amount for one in world.provider.refunds.values()] == [Money(100, "USD")]


def test_old_refund_whose_key_is_forgotten_is_found_and_not_made_again(world: World) -> None:
    charge_id = bought(world)
    world.shop.set_price("variant-hoodie", Money(4400, "USD"))
    world.die_at = "refund.provider_refunded"
    with pytest.raises(Killed):
        settle(world.desk, UUID(charge_id))
    world.provider.forget_keys()

    world.sweep_later(hours=25)

    assert charge_of(charge_id).state == "confirmed"
    assert [one.amount for one in world.provider.refunds.values()] == [Money(100, "USD")]
    assert world.reports() == [PAID, ("REFUND_SUCCESS", 100, "refund")]


def test_key_that_is_not_accepted_never_ends_a_refund(world: World) -> None:
    charge_id = bought(world)
    world.shop.sell_out("variant-hoodie")
    settle(world.desk, UUID(charge_id))
    world.provider.fail_next("lock", 3)
    for _ in range(3):
        world.sweep_later(minutes=5)
    waiting = (charge_of(charge_id).state, Refund.objects.get().state)

    world.sweep_later(minutes=5)

    assert waiting == ("refunding", "asked")
    assert charge_of(charge_id).state == "refunded"
    assert len(world.provider.refunds) == 1


def test_kill_between_the_event_and_the_amounts_is_healed(world: World) -> None:
    charge_id = bought(world)
    world.shop.die_in_report()
    with pytest.raises(ShopUnavailable):
        settle(world.desk, UUID(charge_id))
    lost = world.shop.transactions[0].charged

    world.sweep_later(seconds=5)

    assert lost == Money(0, "USD")
    assert world.shop.transactions[0].charged == Money(5000, "USD")
    assert charge_of(charge_id).state == "confirmed"
    assert (world.reports(), len(world.notes())) == ([PAID], 1)


def test_dearer_checkout_of_a_channel_that_allows_unpaid_orders(world: World) -> None:
    charge_id = bought(world)
    world.shop.allow_unpaid_orders()
    world.shop.set_price("variant-hoodie", Money(4501, "USD"))

    world.settle_twice(charge_id)

    assert charge_of(charge_id).state == "refunded"
    assert charge_of(charge_id).reason == "checkout_not_fully_paid"
    assert world.shop.placed == ()


def test_dearer_checkout_is_held_by_setting(world: World) -> None:
    charge_id = bought(world)
    world.shop.allow_unpaid_orders()
    world.shop.set_price("variant-hoodie", Money(4501, "USD"))
    world.with_settings(on_uncompletable=OnUncompletable.HOLD)

    world.settle_twice(charge_id)

    assert (charge_of(charge_id).state, world.shop.placed) == ("held", ())
    assert world.asked("refund") == 0
