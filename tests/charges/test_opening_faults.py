"""The provider fails while a charge is opened: nothing is opened twice, nothing is left behind."""

from __future__ import annotations

from uuid import UUID

import pytest

from agentpay_plugin.charges.settle import settle
from agentpay_plugin.errors import ProviderUnavailable, ShopUnavailable
from agentpay_plugin.models import Charge
from tests.charges.world import World, charge_of

pytestmark = pytest.mark.django_db(transaction=True)

SILENT = ["unavailable_before", "unavailable_after_work"]


@pytest.mark.parametrize("failure", SILENT)
def test_shopper_tries_again(world: World, failure: str) -> None:
    cart = world.cart()
    world.provider.fail_next(failure)

    first = world.chat.open(cart, "card", 1)
    failed = world.answers[-1]
    second = world.chat.open(cart, "card", 1)

    assert (first.state, first.page_url) == ("unknown", None)
    assert (failed["result"], failed["data"]) == (
        "CHARGE_ACTION_REQUIRED",
        {"method": "card", "state": "unknown", "code": "try_again"},
    )
    assert (second.state, second.id) == ("open", first.id)
    assert len(world.provider.charges) == 1
    assert {key for name, key in world.provider.calls if name == "open"} == {f"{first.id}:1"}


@pytest.mark.parametrize("failure", SILENT)
def test_storefront_tries_again(world: World, failure: str) -> None:
    cart = world.cart()
    world.provider.fail_next(failure)

    first = world.storefront(cart.id, "9.99")
    second = world.storefront(cart.id, "9.99")

    assert first["result"] == "CHARGE_ACTION_REQUIRED"
    assert (second["result"], second["pspReference"]) == ("CHARGE_ACTION_REQUIRED", "cs_fake_1")
    assert len(world.provider.charges) == 1
    assert Charge.objects.count() == 1


@pytest.mark.parametrize("failure", SILENT)
def test_nobody_tries_again(world: World, failure: str) -> None:
    world.provider.fail_next(failure)
    view = world.chat.open(world.cart(), "card", 1)

    world.sweep_later(seconds=30)
    early = charge_of(view.id).state
    world.sweep_later(seconds=30)

    charge = charge_of(view.id)
    assert early == "unknown"
    assert (charge.state, charge.request, charge.next_check_at) == ("cancelled", None, None)
    assert [one.state for one in world.provider.charges.values()] == ["expired"]
    assert world.reports() == [("CHARGE_FAILURE", 999, "cs_fake_1")]
    assert world.told() == []


def test_asking_too_early_leaves_it_to_be_tried_again(world: World) -> None:
    cart = world.cart()
    world.provider.fail_next("unavailable_after_work")
    view = world.chat.open(cart, "card", 1)

    asked = world.chat.ask(view.id)

    assert asked.state == "unknown"
    assert world.provider.calls == [("open", f"{view.id}:1")]
    assert world.opened(cart).page_url == "https://pay.example/cs_fake_1"


def test_page_that_nobody_heard_of_was_paid_nevertheless(world: World) -> None:
    world.provider.fail_next("unavailable_after_work")
    view = world.chat.open(world.cart(), "card", 1)
    world.provider.pay("cs_fake_1")

    world.sweep_later(seconds=60)

    assert charge_of(view.id).state == "confirmed"
    assert len(world.shop.placed) == 1
    assert world.told() == ["ordered"]


def test_provider_that_stays_silent_is_asked_ever_more_seldom(world: World) -> None:
    world.provider.fail_next("unavailable_before", 1000)
    view = world.chat.open(world.cart(), "card", 1)

    for _ in range(60):
        world.sweep_later(minutes=1)
    asked = world.asked("open")
    world.provider._failures.clear()
    world.sweep_later(minutes=6)

    assert 10 < asked < 25
    assert charge_of(view.id).state == "cancelled"


def test_refused_by_the_provider(world: World) -> None:
    world.provider.fail_next("refuse")

    view = world.chat.open(world.cart(), "card", 1)

    assert (view.state, view.reason) == ("refused", "told_to_refuse")
    assert charge_of(view.id).request is None
    assert world.provider.charges == {}
    assert world.sweep_later(hours=1).charges == 0


def test_late_retry_asks_for_a_page_that_lives_long_enough(world: World) -> None:
    cart = world.cart()
    world.provider.fail_next("unavailable_before")
    first = world.chat.open(cart, "card", 1)
    world.later(seconds=50)
    world.provider.fail_next("refuse")  # as a provider does with an expiry that is too near

    second = world.chat.open(cart, "card", 1)

    (request,) = world.provider.requests
    assert (second.state, second.id) == ("open", first.id)
    assert request.key == f"{first.id}:2"
    assert request.expires_at == int(world.now.timestamp()) + 31 * 60 == second.expires_at


def test_early_retry_that_is_refused_stays_refused(world: World) -> None:
    cart = world.cart()
    world.provider.fail_next("unavailable_before")
    world.chat.open(cart, "card", 1)
    world.provider.fail_next("refuse")

    second = world.chat.open(cart, "card", 1)

    assert second.state == "refused"
    assert world.provider.charges == {}


def test_plan_that_nobody_carried_out_is_dropped(world: World) -> None:
    cart = world.cart()
    world.shop.fail_next()
    view = world.chat.open(cart, "card", 1)

    world.sweep_later(minutes=14)
    early = charge_of(view.id).state
    world.sweep_later(minutes=1)

    assert early == "planned"
    assert (charge_of(view.id).state, charge_of(view.id).reason) == ("cancelled", "abandoned")
    assert world.provider.calls == []
    assert world.told() == []


def test_answer_of_initialize_that_was_lost(world: World) -> None:
    cart = world.cart()
    world.shop.gateway, gateway = None, world.shop.gateway

    def lose(call):  # type: ignore[no-untyped-def]
        gateway(call)
        raise ShopUnavailable("the answer was lost")

    world.shop.gateway = lose

    view = world.chat.open(cart, "card", 1)

    assert view.state == "open"
    assert world.asked("open") == 1


def test_keys_that_are_gone_are_waited_for(world: World) -> None:
    view = world.opened()
    world.pay(view.id)
    provider, world.provider = world.provider, None  # type: ignore[assignment]

    with pytest.raises(ProviderUnavailable):
        settle(world.desk, UUID(view.id))
    world.provider = provider
    world.sweep_later(seconds=5)

    assert charge_of(view.id).state == "confirmed"


def test_charge_that_its_provider_will_not_tell_of_is_held_after_a_day(world: World) -> None:
    view = world.opened()
    world.provider.fail_next("refuse", 1000)
    world.sweep_later(minutes=2)
    waiting = charge_of(view.id).state

    world.sweep_later(days=2)

    assert waiting == "open"
    assert (charge_of(view.id).state, charge_of(view.id).reason) == ("held", "provider_unreadable")
