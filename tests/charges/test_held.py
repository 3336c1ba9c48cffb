"""What waits for a person of the merchant's: seen, listed, and going on by itself when it can."""

from __future__ import annotations

from io import StringIO
from uuid import UUID

import pytest
from django.core.management import call_command

from agentpay_plugin.charges.pages import return_page
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.charges.waiting import open_refs, open_work
from agentpay_plugin.models import Charge, Refund
from agentpay_plugin.money import Money
from agentpay_plugin.settings import OnUncompletable
from tests.charges.given_back import PAID, bought, confirmed, give_back, hear
from tests.charges.world import CHANNEL, Killed, World, charge_of

pytestmark = pytest.mark.django_db(transaction=True)


def held(world: World) -> str:
    """A paid charge that is held since its checkout was sold out; its id."""
    charge_id = bought(world)
    world.shop.sell_out("variant-hoodie")
    world.with_settings(on_uncompletable=OnUncompletable.HOLD)
    world.settle_twice(charge_id)
    assert charge_of(charge_id).state == "held"
    return charge_id


def listed() -> str:
    out = StringIO()
    call_command("agentpay_held", stdout=out)
    return out.getvalue()


def test_is_said_once_and_listed(world: World, caplog: pytest.LogCaptureFixture) -> None:
    charge_id = held(world)
    for _ in range(3):
        world.sweep_later(hours=1)

    lines = listed().splitlines()
    assert len(lines) == 2
    assert lines[0].startswith(f"{charge_id}  50.00 USD  insufficient_stock  checkout checkout-")
    assert lines[1] == "1 waiting"
    assert "ada" not in listed()
    assert world.notes() == [
        "AgentPay leaves this payment to you: its checkout cannot become an order, not enough is in stock."
    ]
    errors = [one.message for one in caplog.records if one.levelname == "ERROR"]
    assert errors == [f"charge {charge_id} waits for the merchant: insufficient_stock"]


def test_nothing_waits(world: World) -> None:
    world.opened()

    assert listed() == "0 waiting\n"


def test_order_by_the_merchants_hand_gets_the_money(world: World) -> None:
    charge_id = held(world)
    world.shop.set_stock("variant-hoodie", 5)
    world.shop.books().complete(charge_of(charge_id).source_id)

    early = world.sweep_later(minutes=59)
    world.sweep_later(minutes=1)

    assert early.charges == 0
    assert (charge_of(charge_id).state, charge_of(charge_id).reason) == ("confirmed", "")
    assert charge_of(charge_id).order_id == world.shop.placed[0].id
    assert world.told() == ["paid", "held", "ordered"]


def test_refused_refund_of_a_payment_whose_order_comes_about(world: World) -> None:
    charge_id = bought(world)
    world.shop.sell_out("variant-hoodie")
    settle(world.desk, UUID(charge_id))
    world.later(seconds=30)
    world.provider.fail_next("refuse")
    settle(world.desk, UUID(charge_id))
    before = charge_of(charge_id).reason
    world.shop.set_stock("variant-hoodie", 5)
    world.shop.books().complete(charge_of(charge_id).source_id)

    world.sweep_later(hours=1)

    assert before == "refund_failed"
    assert (charge_of(charge_id).state, charge_of(charge_id).kept_minor) == ("confirmed", 5000)
    assert [order.charge_status for order in world.shop.placed] == ["FULL"]
    assert world.provider.refunds == {}


def without_keys(world: World, **until: float) -> None:
    provider, world.provider = world.provider, None  # type: ignore[assignment]
    world.sweep_later(minutes=5)
    world.sweep_later(**until)
    world.provider = provider


def test_open_page_whose_keys_are_gone_for_a_day_is_held_and_told_truly(world: World) -> None:
    view = world.opened()
    without_keys(world, days=1)
    charge = charge_of(view.id)
    _, html = return_page(world.desk, charge.return_id, "en")

    assert (charge.state, charge.reason) == ("held", "keys_gone")
    assert world.chat.ask(view.id).state == "unknown"
    assert "We do not know yet whether you have paid" in html
    assert "keys_gone" in listed()
    assert len(world.notes()) == 1


@pytest.mark.parametrize(("paid", "state"), [(True, "confirmed"), (False, "expired")])
def test_goes_on_once_the_keys_are_back(world: World, paid: bool, state: str) -> None:
    view = world.opened()
    without_keys(world, days=1)
    if paid:
        world.pay(view.id)
    else:
        world.provider.expire("cs_fake_1")

    world.sweep_later(hours=1)

    assert (charge_of(view.id).state, charge_of(view.id).reason) == (state, "")
    assert len(world.shop.placed) == int(paid)


def test_keys_gone_for_less_than_a_day_change_nothing(world: World) -> None:
    view = world.opened()
    without_keys(world, hours=23)

    assert charge_of(view.id).state == "open"
    world.sweep_later(minutes=5)
    assert charge_of(view.id).blind_since is None


def test_page_that_nobody_saw_is_given_up_without_keys(world: World) -> None:
    world.provider.fail_next("unavailable_before")
    view = world.chat.open(world.cart(), "card", 1)
    without_keys(world, days=1)

    assert (charge_of(view.id).state, charge_of(view.id).reason) == ("refused", "keys_gone")
    assert world.told() == []


def test_refund_whose_keys_are_gone_goes_on_once_they_are_back(world: World) -> None:
    charge_id = bought(world)
    world.shop.sell_out("variant-hoodie")
    settle(world.desk, UUID(charge_id))
    world.later(seconds=30)
    without_keys(world, days=1)
    gone = (charge_of(charge_id).state, charge_of(charge_id).reason)

    world.sweep_later(hours=1)

    assert gone == ("held", "keys_gone")
    assert (charge_of(charge_id).state, charge_of(charge_id).reason) == (
        "refunded",
        "insufficient_stock",
    )
    assert len(world.provider.refunds) == 1
    assert world.shop.placed == ()


def test_overpaid_difference_that_wants_keys_is_listed_until_it_is_back(world: World) -> None:
    charge_id = bought(world)
    world.shop.set_price("variant-hoodie", Money(4400, "USD"))
    world.die_at = "settle.completed"
    with pytest.raises(Killed):
        settle(world.desk, UUID(charge_id))
    without_keys(world, minutes=10)
    waiting = charge_of(charge_id).state, listed().splitlines()

    world.sweep_later(hours=1)

    assert waiting[0] == "completed"
    order = world.shop.placed[0].id
    assert waiting[1][0].startswith(
        f"{charge_id}  50.00 USD  refund_waits_for_keys  order {order}  since "
    )
    assert waiting[1][1:] == ["1 waiting"]
    assert (charge_of(charge_id).state, listed()) == ("confirmed", "0 waiting\n")
    assert [one.amount_minor for one in Refund.objects.all()] == [100]
    assert len(world.provider.refunds) == 1


def test_key_that_is_not_accepted_refuses_only_what_nobody_asked_for(world: World) -> None:
    cart = world.cart()
    world.provider.fail_next("lock")
    refused = world.chat.open(cart, "card", 1)
    world.provider.fail_next("unavailable_after_work")
    unknown = world.chat.open(cart, "card", 2)
    world.provider.fail_next("lock")
    still = world.chat.open(cart, "card", 2)

    again = world.chat.open(cart, "card", 2)

    assert (refused.state, refused.reason) == ("refused", "provider_locked")
    assert (unknown.state, still.state) == ("unknown", "unknown")
    assert (again.state, again.page_url) == ("open", "https://pay.example/cs_fake_1")


def test_unreadable_for_a_day_by_its_keys(world: World) -> None:
    view = world.opened()
    world.provider.fail_next("lock", 2)
    world.sweep_later(minutes=5)
    world.sweep_later(days=1)
    unreadable = (charge_of(view.id).state, charge_of(view.id).reason)

    world.pay(view.id)
    world.sweep_later(hours=1)

    assert unreadable == ("held", "provider_unreadable")
    assert world.told() == ["unknown", "ordered"]
    assert world.reports() == [("CHARGE_SUCCESS", 999, "cs_fake_1")]


def test_open_work_is_what_may_need_the_keys(world: World) -> None:
    charge_id = bought(world)
    counts = [open_work(CHANNEL), open_work("other")]
    settle(world.desk, UUID(charge_id))

    assert counts == [{"stripe": 1}, {}]
    assert open_work(CHANNEL) == {}
    assert world.reports() == [PAID]
    assert (Charge.objects.count(), Refund.objects.count()) == (1, 0)


def test_money_that_is_still_to_go_back_needs_the_keys(world: World) -> None:
    world.with_settings(on_uncompletable=OnUncompletable.HOLD)
    confirmed(world)
    give_back(world, 5000)
    hear(world, "re_fake_1")
    (order,) = world.shop.placed
    world.storefront(order.id, "50.00")
    again = Charge.objects.get(conversation_id=None)
    world.pay(str(again.pk))
    world.shop.close_order(order.id)
    world.settle_twice(str(again.pk))
    before = (charge_of(str(again.pk)).state, open_work(CHANNEL))

    world.shop.ask_back(world.shop.transactions[1].id, Money(2000, "USD"))
    asked = (charge_of(str(again.pk)).state, open_work(CHANNEL), open_refs(CHANNEL))
    world.sweep_later()

    assert before == ("held", {})
    assert asked == ("held", {"stripe": 1}, {"stripe": "cs_fake_2"})
    assert (open_work(CHANNEL), open_refs(CHANNEL)) == ({}, {})
