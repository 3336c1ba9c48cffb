"""The provider's, our own and the shop's books: what differs is named, and mended only when asked to."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from agentpay_plugin.charges.comparing import Kind
from agentpay_plugin.charges.ports import ProviderState, RefundState
from agentpay_plugin.charges.reconciling import Outcome, Pace, charges_of, paced, reconcile
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.models import Charge, Refund
from agentpay_plugin.money import Money
from agentpay_plugin.settings import OnUncompletable
from tests.charges.world import CHANNEL, World, charge_of

pytestmark = pytest.mark.django_db(transaction=True)


def compared(world: World, *, mend: bool = False) -> list[Outcome]:
    ids = charges_of(world.now.replace(year=2020), world.now.replace(year=2030), None)
    return list(reconcile(world.desk, ids, mend=mend))


def found(world: World) -> list[Kind]:
    return [one.kind for outcome in compared(world) for one in outcome.found]


def said(world: World) -> list[str]:
    return [one.words for outcome in compared(world) for one in outcome.found]


def mended(world: World) -> tuple[list[Kind], list[Kind]]:
    """Mend; returns what was found, and what is left."""
    outcomes = compared(world, mend=True)
    return (
        [one.kind for outcome in outcomes for one in outcome.found],
        [one.kind for outcome in outcomes for one in outcome.left],
    )


def bought(world: World) -> str:
    view = world.opened()
    world.pay(view.id)
    settle(world.desk, UUID(view.id))
    assert charge_of(view.id).state == "confirmed"
    return view.id


def test_books_that_agree(world: World) -> None:
    bought(world)
    world.conversation_id = UUID(int=1)
    world.opened()
    before = list(Charge.objects.order_by("pk").values())

    assert found(world) == []
    assert list(Charge.objects.order_by("pk").values()) == before


def test_paid_while_nobody_heard(world: World) -> None:
    view = world.opened()
    world.pay(view.id)
    reads = world.asked("read")

    dry = said(world)
    untouched = (charge_of(view.id).state, world.reports(), world.asked("read") - reads)
    both = mended(world)

    assert dry == ["paid at the provider, open here: no order"]
    assert untouched == ("open", [], 1)
    assert both == ([Kind.PAID_NOT_TAKEN], [])
    assert charge_of(view.id).state == "confirmed"
    assert world.reports() == [("CHARGE_SUCCESS", 999, "cs_fake_1")]
    assert len(world.shop.placed) == 1
    assert found(world) == []


def test_closed_there_open_here(world: World) -> None:
    view = world.opened()
    world.provider.expire("cs_fake_1")

    assert said(world) == ["closed at the provider, open here"]
    assert mended(world) == ([Kind.CLOSED_THERE], [])
    assert charge_of(view.id).state == "expired"


def test_open_there_expired_here(world: World) -> None:
    view = world.opened()
    world.provider.expire("cs_fake_1")
    settle(world.desk, UUID(view.id))
    world.at_the_provider("cs_fake_1", state=ProviderState.OPEN)

    assert said(world) == ["still open at the provider, expired here"]
    assert mended(world) == ([Kind.OPEN_THERE], [])
    assert world.provider.charges["cs_fake_1"].state == "expired"
    assert charge_of(view.id).state == "expired"


def test_answer_that_was_never_heard(world: World) -> None:
    world.provider.fail_next("unavailable_after_work")
    view = world.chat.open(world.cart(), "card", 1)
    world.provider.pay("cs_fake_1")
    world.later(minutes=2)

    assert said(world) == ["asked for at the provider, whose answer was never heard"]
    assert mended(world) == ([Kind.NOT_HEARD], [])
    assert charge_of(view.id).state == "confirmed"


def test_refund_at_the_provider_that_the_shop_does_not_know(world: World) -> None:
    charge_id = bought(world)
    ref = world.provider.give_back("cs_fake_1", Money(400, "USD")).ref

    dry = said(world)
    untouched = Refund.objects.count()
    both = mended(world)

    assert dry == [
        f"a refund of 4.00 USD at the provider ({ref}) that the shop does not know",
    ]
    assert untouched == 0
    assert both == ([Kind.REFUND_UNKNOWN_HERE], [])
    assert world.reports()[1:] == [("REFUND_SUCCESS", 400, ref)]
    assert charge_of(charge_id).kept_minor == 599


def test_refund_that_was_turned_down_after_all(world: World) -> None:
    bought(world)
    ref = world.provider.give_back("cs_fake_1", Money(400, "USD")).ref
    mended(world)
    world.provider.move_refund(ref, RefundState.FAILED)

    assert said(world) == [f"the refund {ref} is failed at the provider, reported here"]
    assert mended(world) == ([Kind.REFUND_OTHERWISE], [])
    assert world.reports()[-1] == ("REFUND_FAILURE", 400, ref)


def test_order_without_a_payment_is_for_a_person(world: World) -> None:
    charge_id = bought(world)
    world.at_the_provider("cs_fake_1", state=ProviderState.EXPIRED)
    before = (charge_of(charge_id).state, world.reports())

    assert said(world) == ["confirmed here, not paid at the provider (expired)"]
    assert mended(world) == ([Kind.NOT_PAID_THERE], [Kind.NOT_PAID_THERE])
    assert (charge_of(charge_id).state, world.reports()) == before


def test_amount_that_differs_is_for_a_person(world: World) -> None:
    bought(world)
    world.at_the_provider("cs_fake_1", amount=Money(998, "USD"))

    assert said(world) == ["9.99 USD here, 9.98 USD at the provider"]
    assert mended(world) == ([Kind.AMOUNT], [Kind.AMOUNT])


def test_refund_of_ours_that_the_provider_does_not_know(world: World) -> None:
    bought(world)
    ref = world.provider.give_back("cs_fake_1", Money(400, "USD")).ref
    mended(world)
    Refund.objects.update(provider_ref="re_other", provider_key="re_other")
    words = said(world)

    assert f"a refund of 4.00 USD at the provider ({ref}) that the shop does not know" in words
    assert "a refund of 4.00 USD here (re_other) that the provider does not know" in words


def test_cancelled_order_that_keeps_money(world: World) -> None:
    charge_id = bought(world)
    order = world.shop.placed[0]
    world.shop.close_order(charge_of(charge_id).order_id)

    assert said(world) == [
        f"its order {order.number} was cancelled, and 9.99 USD of the money is kept"
    ]


def test_given_back_yet_an_order_stands(world: World) -> None:
    charge_id = bought(world)
    order = world.shop.placed[0]
    world.provider.give_back("cs_fake_1", Money(999, "USD"))
    mended(world)
    Charge.objects.filter(pk=charge_id).update(state="refunded")

    assert said(world) == [f"refunded here, yet the order {order.number} stands on this payment"]


def test_shop_that_never_added_up(world: World) -> None:
    bought(world)
    world.shop.forget_transactions()

    assert [one for one in found(world) if one is not Kind.ORDER_GONE] == [Kind.SHOP_AMOUNT]


def test_what_the_merchant_decides_on_is_named_and_left(world: World) -> None:
    world.with_settings(on_uncompletable=OnUncompletable.HOLD)
    view = world.opened()
    world.pay(view.id)
    world.shop.sell_out("variant-audiobook")
    world.settle_twice(view.id)

    assert charge_of(view.id).state == "held"
    assert said(world) == [
        "waits for a person: its checkout cannot become an order, not enough is in stock"
    ]
    assert mended(world) == ([Kind.HELD], [Kind.HELD])


def test_provider_that_answers_again(world: World) -> None:
    view = world.opened()
    world.pay(view.id)
    Charge.objects.filter(pk=view.id).update(
        state="held", reason="provider_unreadable", next_check_at=world.now + timedelta(hours=1)
    )

    assert mended(world) == ([Kind.ANSWERS_AGAIN], [])
    assert charge_of(view.id).state == "confirmed"


def test_storefront_within_its_grace_is_no_difference(world: World) -> None:
    cart = world.cart()
    world.storefront(cart.id, "9.99")
    charge = Charge.objects.get()
    world.provider.pay(charge.provider_ref or "")
    settle(world.desk, charge.pk)
    within = found(world)
    world.later(minutes=6)

    assert within == []
    assert mended(world) == ([Kind.NO_ORDER_YET], [])
    assert charge_of(str(charge.pk)).state == "confirmed"


def test_one_that_cannot_be_asked_keeps_nobody_waiting(world: World) -> None:
    first = world.opened()
    world.pay(first.id)
    world.later(minutes=1)
    world.conversation_id = UUID(int=1)
    second = world.opened()
    world.pay(second.id)
    world.provider.fail_next("unavailable_before")

    outcomes = compared(world, mend=True)

    assert [one.problem for one in outcomes] == ["PROVIDER_UNAVAILABLE", ""]
    assert (charge_of(first.id).state, charge_of(second.id).state) == ("open", "confirmed")


def test_keys_that_are_gone(world: World) -> None:
    world.opened()
    desk = replace(world.desk, provider=lambda *_: None)

    outcomes = list(
        reconcile(desk, charges_of(world.now, world.now.replace(year=2030), None), mend=True)
    )

    assert [one.problem for one in outcomes] == ["NO_PROVIDER"]
    assert Charge.objects.get().state == "open"


def test_only_the_charges_of_the_time_and_the_channel(world: World) -> None:
    view = world.opened()
    began, after = world.now, world.now.replace(year=2030)

    assert charges_of(began, after, CHANNEL) == [UUID(view.id)]
    assert charges_of(began, after, "another-channel") == []
    assert charges_of(began.replace(year=2020), began, None) == []


def test_provider_is_reached_at_the_pace_that_was_asked_for(world: World) -> None:
    bought(world)
    slept: list[float] = []
    desk = paced(world.desk, Pace(4, clock=lambda: 100.0, sleep=slept.append))

    list(reconcile(desk, charges_of(world.now, world.now.replace(year=2030), None), mend=False))

    assert world.asked("refunds_of") == 1
    assert slept == [0.25]


def test_defect_in_one_charge_hides_no_other(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    first = world.opened()
    Charge.objects.filter(pk=first.id).update(state="no state of ours")
    world.later(minutes=1)
    world.conversation_id = UUID(int=1)
    second = world.opened()
    world.pay(second.id)

    outcomes = compared(world)

    assert [one.problem for one in outcomes] == ["ValueError", ""]
    assert [one.kind for one in outcomes[1].found] == [Kind.PAID_NOT_TAKEN]
    assert f"reconcile: charge {first.id} failed: ValueError" in caplog.text
