"""Money asked back by several at once, and while it goes back for other reasons: never more than there was."""

from __future__ import annotations

from uuid import UUID

import pytest

from agentpay_plugin.charges import inbox, refund_requests
from agentpay_plugin.charges.ports import Asked
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.models import Charge, Refund
from agentpay_plugin.money import Money
from tests.charges.given_back import bought, confirmed, give_back, kept, notice
from tests.charges.test_at_once import at_once, failures
from tests.charges.world import World, charge_of

pytestmark = pytest.mark.django_db(transaction=True)


def given(world: World) -> int:
    return sum(one.amount.minor for one in world.provider.refunds.values())


def ask(world: World, minor: int) -> None:
    world.shop.ask_back(world.shop.transactions[0].id, Money(minor, "USD"))


def test_eight_requests_for_more_than_there_is(world: World) -> None:
    charge_id = confirmed(world)

    outcomes = at_once(*[lambda: ask(world, 2000)] * 8)
    world.sweep_later()

    assert failures(outcomes) == []
    assert given(world) <= 5000
    assert given(world) == sum(Refund.objects.values_list("amount_minor", flat=True))
    assert kept(charge_id) == (5000 - given(world),) * 2
    assert world.shop.transactions[0].charged == Money(5000 - given(world), "USD")
    assert charge_of(charge_id).state == "confirmed"


def test_one_request_heard_of_eight_times(world: World) -> None:
    charge_id = confirmed(world)
    hook, world.shop.refund_gateway = world.shop.refund_gateway, None
    transaction = world.shop.transactions[0]
    request_id = world.shop.ask_back(transaction.id, Money(2000, "USD"))
    world.shop.refund_gateway = hook
    asked = Asked(request_id, transaction.id, Money(2000, "USD").amount, "USD", True)

    outcomes = at_once(*[lambda: refund_requests.ask_back(world.desk, asked)] * 8)
    world.sweep_later()

    assert failures(outcomes) == []
    assert (Refund.objects.count(), given(world)) == (1, 2000)
    assert [kind for kind, _, _ in world.reports()].count("REFUND_REQUEST") == 1
    assert kept(charge_id) == (3000, 3000)


def test_asking_races_settling(world: World) -> None:
    charge_id = bought(world)
    settle(world.desk, UUID(charge_id))
    ask(world, 1000)

    outcomes = at_once(
        *[lambda: settle(world.desk, UUID(charge_id))] * 4, *[lambda: ask(world, 1000)] * 3
    )
    world.sweep_later()

    assert failures(outcomes) == []
    assert (given(world), Refund.objects.filter(state="reported").count()) == (4000, 4)
    assert (charge_of(charge_id).state, charge_of(charge_id).next_check_at) == ("confirmed", None)
    assert kept(charge_id) == (1000, 1000)


def test_asking_races_the_providers_own_page(world: World) -> None:
    charge_id = confirmed(world)
    stored = notice(world, give_back(world, 3000))

    outcomes = at_once(
        lambda: inbox.handle(world.desk, stored.pk),
        lambda: ask(world, 5000),
        lambda: settle(world.desk, UUID(charge_id)),
    )
    world.sweep_later()
    world.sweep_later(minutes=5)

    assert failures(outcomes) == []
    # The shop may have known of the refund when it was asked for 50.00: then 20.00 were asked for.
    assert given(world) in (3000, 5000)
    assert world.shop.transactions[0].charged == Money(5000 - given(world), "USD")
    assert kept(charge_id) == (5000 - given(world),) * 2
    assert charge_of(charge_id).state == "confirmed"


def test_releasing_races_the_storefronts_completion(world: World) -> None:
    cart = world.cart("variant-hoodie")
    world.storefront(cart.id, "50.00")
    charge = Charge.objects.get()
    world.pay(str(charge.pk))
    settle(world.desk, charge.pk)

    outcomes = at_once(
        lambda: ask(world, 5000),
        lambda: world.shop.books().complete(cart.id),
        lambda: settle(world.desk, charge.pk),
    )
    for _ in range(3):
        world.sweep_later(minutes=6)

    assert failures(outcomes) == []
    state = charge_of(str(charge.pk)).state
    assert (state, given(world), len(world.shop.placed)) in (
        ("confirmed", 0, 1),  # the order came first
        ("refunded", 5000, 0),  # the money was gone first
        ("confirmed", 5000, 1),  # the order came first, and the money was asked back of it
    )


def test_releasing_races_our_own_refund(world: World) -> None:
    charge_id = bought(world)
    world.shop.sell_out("variant-hoodie")
    settle(world.desk, UUID(charge_id))
    world.later(seconds=30)

    outcomes = at_once(
        lambda: settle(world.desk, UUID(charge_id)),
        *[lambda: ask(world, 5000)] * 3,
    )
    world.sweep_later()
    world.sweep_later()

    assert failures(outcomes) == []
    assert given(world) == 5000
    assert world.asked("refund") == 1
    assert charge_of(charge_id).state == "refunded"
    assert world.shop.placed == ()
