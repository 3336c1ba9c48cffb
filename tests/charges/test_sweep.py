"""The sweep: what is due is asked about, nothing else is, and one bad row stops no other."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from agentpay_plugin.charges import pulse
from agentpay_plugin.charges.ports import ProviderCharge
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.charges.sweep import Swept, sweep
from agentpay_plugin.models import Charge
from agentpay_plugin.payments.fake import FakeProvider
from tests.charges.world import World, charge_of

pytestmark = pytest.mark.django_db(transaction=True)


def test_paid_without_any_webhook(world: World) -> None:
    view = world.opened()
    world.pay(view.id)

    early = world.sweep_later(seconds=59)
    swept = world.sweep_later(seconds=1)

    assert early == Swept(notices=0, charges=0, told=0, failed=0)
    assert swept == Swept(notices=0, charges=1, told=0, failed=0)
    assert charge_of(view.id).state == "confirmed"
    assert world.told() == ["ordered"]


def test_open_page_is_asked_about_ever_more_seldom_and_at_its_end(world: World) -> None:
    view = world.opened()
    asked_at = []
    for second in range(10, 31 * 60 + 1, 10):
        world.later(seconds=10)
        before = world.asked("read")
        sweep(world.desk)
        if world.asked("read") > before:
            asked_at.append(second)

    assert asked_at == [60, 120, 240, 420, 720, 1020, 1320, 1620, 1860]
    assert charge_of(view.id).state == "expired"
    assert [one.state for one in world.provider.charges.values()] == ["expired"]
    assert world.reports() == [("CHARGE_FAILURE", 999, "cs_fake_1")]
    assert world.told() == ["expired"]
    assert charge_of(view.id).request is None


def test_expired_at_the_provider(world: World) -> None:
    view = world.opened()
    world.provider.expire("cs_fake_1")

    world.sweep_later()
    world.sweep_later(days=1)

    assert charge_of(view.id).state == "expired"
    assert world.reports() == [("CHARGE_FAILURE", 999, "cs_fake_1")]
    assert world.asked("read") == 1
    assert world.told() == ["expired"]


def test_expiry_is_told_once_the_shop_answers(world: World) -> None:
    view = world.opened()
    world.provider.expire("cs_fake_1")
    world.shop.fail_next()

    first = world.sweep_later()
    world.sweep_later(minutes=2)

    assert first.failed == 1
    assert charge_of(view.id).state == "expired"
    assert world.reports() == [("CHARGE_FAILURE", 999, "cs_fake_1")]


def test_money_that_takes_days(world: World) -> None:
    view = world.opened()
    world.provider.process("cs_fake_1")
    world.sweep_later()
    processing = charge_of(view.id).state
    for _ in range(48):
        world.sweep_later(hours=1)
    world.pay(view.id)

    world.sweep_later(hours=1)

    assert processing == "processing"
    assert charge_of(view.id).state == "confirmed"
    assert world.told() == ["processing", "ordered"]
    assert world.asked("close") == 0


def test_one_bad_row_stops_no_other(world: World, caplog: pytest.LogCaptureFixture) -> None:
    bad = world.opened(world.cart())
    world.conversation_id = UUID(int=7)
    good = world.opened(world.cart())
    for view in (bad, good):
        world.pay(view.id)
    read = world.provider.read

    def defective(ref: str):  # type: ignore[no-untyped-def]
        if ref == charge_of(bad.id).provider_ref:
            raise LookupError("what a shopper wrote")
        return read(ref)

    world.provider.read = defective  # type: ignore[method-assign]

    swept = world.sweep_later()
    again = sweep(world.desk)

    assert swept == Swept(notices=0, charges=2, told=0, failed=1)
    assert (charge_of(good.id).state, charge_of(bad.id).state) == ("confirmed", "open")
    assert again == Swept(notices=0, charges=0, told=0, failed=0)
    assert f"charge {bad.id} failed: LookupError" in caplog.text
    assert "wrote" not in caplog.text


def test_defect_in_the_chat_is_told_again_later(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    view = world.opened()
    world.provider.expire("cs_fake_1")

    def broken(charge_id: UUID) -> None:
        raise LookupError("a shopper's own words")

    world.later(seconds=61)
    first = sweep(replace(world.desk, changed=broken))
    second = sweep(world.desk)

    assert (first.failed, second.told) == (2, 1)
    assert world.changes == [(UUID(view.id), "expired")]
    assert "LookupError" in caplog.text
    assert "own words" not in caplog.text


def test_final_charges_are_left_alone(world: World) -> None:
    view = world.opened()
    world.pay(view.id)
    settle(world.desk, UUID(view.id))
    calls = (list(world.provider.calls), list(world.shop.calls), list(world.changes))

    for _ in range(3):
        swept = world.sweep_later(minutes=15)
        settle(world.desk, UUID(view.id))

    assert swept == Swept(0, 0, 0, 0)
    assert (world.provider.calls, world.shop.calls, world.changes) == calls


def test_limit(world: World) -> None:
    for number in range(3):
        world.conversation_id = UUID(int=number)
        world.opened(world.cart())
    world.later(seconds=60)

    assert sweep(world.desk, limit=2).charges == 2
    assert sweep(world.desk, limit=2).charges == 1


def test_slow_world_ends_the_sweep_early(world: World) -> None:
    for number in range(14):
        world.conversation_id = UUID(int=number)
        world.opened(world.cart())
    world.later(seconds=60)
    read = world.provider.read

    def slowly(ref: str):  # type: ignore[no-untyped-def]
        world.later(seconds=4)
        return read(ref)

    world.provider.read = slowly  # type: ignore[method-assign]

    assert sweep(world.desk).charges == 12
    assert world.asked("read") == 12


def test_pulse(world: World) -> None:
    first = pulse.claim("sweep", 60, world.now)
    again = pulse.claim("sweep", 60, world.now + timedelta(seconds=59))
    later = pulse.claim("sweep", 60, world.now + timedelta(seconds=60))
    other = pulse.claim("other", 60, world.now)

    assert (first, again, later, other) == (True, False, True, True)


class Silent(FakeProvider):
    """A provider that lets every question wait for ten seconds and answers none."""

    def __init__(self, world: World) -> None:
        super().__init__("stripe", secret="whsec_x")
        self._world = world
        self.is_silent = False

    def read(self, ref: str) -> ProviderCharge:
        if self.is_silent:
            self._world.later(seconds=10)
            self.fail_next("unavailable_before")
        return super().read(ref)


def storefronts(world: World, number: int) -> list[str]:
    """Open card payments of storefronts, each of a checkout of its own."""
    for at in range(number):
        world.storefront(world.cart().id, "9.99", key=f"card-{at}")
    return [str(key) for key in Charge.objects.order_by("created_at").values_list("pk", flat=True)]


def taken_by_another(world: World, charge_id: str) -> None:
    """Let a charge be one of the other provider's, where it is paid; nobody has noticed."""
    ref = charge_of(charge_id).provider_ref or ""
    world.pix._charges[ref] = world.provider._charges[ref]
    world.pix.pay(ref)
    late = world.now + timedelta(seconds=90)
    Charge.objects.filter(pk=charge_id).update(provider="asaas", next_check_at=late)


def test_a_silent_provider_keeps_no_other_waiting(world: World) -> None:
    world.provider = Silent(world)
    *_, last = storefronts(world, 8)
    taken_by_another(world, last)
    world.provider.is_silent = True

    swept = world.sweep_later(minutes=3)

    assert charge_of(last).state == "reported"
    assert (swept.failed, world.asked("read")) == (1, 1)


def test_each_sweep_asks_a_silent_provider_about_another_charge(world: World) -> None:
    world.provider = Silent(world)
    charges = storefronts(world, 3)
    world.provider.is_silent = True

    for _ in range(3):
        world.sweep_later(seconds=70)

    asked = [ref for name, ref in world.provider.calls if name == "read"]
    assert sorted(set(asked)) == ["cs_fake_1", "cs_fake_2", "cs_fake_3"]
    assert len(charges) == 3


def test_a_channel_that_is_slow_leaves_the_others_their_turn(world: World) -> None:
    world.provider = Silent(world)
    *slow, last = storefronts(world, 8)
    Charge.objects.filter(pk__in=slow).update(channel="slow-channel")
    taken_by_another(world, last)
    world.provider.is_silent = True
    world.later(minutes=3)

    sweep(world.desk, limit=4)

    assert charge_of(last).state == "reported"


def test_a_provider_that_is_silent_everywhere_keeps_no_other_waiting(world: World) -> None:
    world.provider = Silent(world)
    *slow, last = storefronts(world, 8)
    for number, one in enumerate(slow):
        Charge.objects.filter(pk=one).update(channel=f"channel-{number}")
    taken_by_another(world, last)
    Charge.objects.filter(pk=last).update(channel="z")
    world.provider.is_silent = True

    world.sweep_later(minutes=3)

    assert charge_of(last).state == "reported"
    assert world.asked("read") == 2
