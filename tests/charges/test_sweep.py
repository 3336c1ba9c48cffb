"""The sweep: what is due is asked about, nothing else is, and one bad row stops no other."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from agentpay_plugin.charges import pulse
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.charges.sweep import Swept, sweep
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
    for number in range(3):
        world.conversation_id = UUID(int=number)
        world.opened(world.cart())
    world.later(seconds=60)
    read = world.provider.read

    def slowly(ref: str):  # type: ignore[no-untyped-def]
        world.later(seconds=25)
        return read(ref)

    world.provider.read = slowly  # type: ignore[method-assign]

    assert sweep(world.desk).charges == 2
    assert world.asked("read") == 2


def test_pulse(world: World) -> None:
    first = pulse.claim("sweep", 60, world.now)
    again = pulse.claim("sweep", 60, world.now + timedelta(seconds=59))
    later = pulse.claim("sweep", 60, world.now + timedelta(seconds=60))
    other = pulse.claim("other", 60, world.now)

    assert (first, again, later, other) == (True, False, True, True)
