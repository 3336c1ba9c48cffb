"""What every payment provider must do: the fake and the adapters alike."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import transaction

from agentpay_plugin.charges.ports import (
    ChargeRequest,
    DisputeState,
    Line,
    ProviderState,
    RefundState,
)
from agentpay_plugin.errors import OpenTransaction, ProviderRefused, ProviderUnavailable
from agentpay_plugin.money import Money
from agentpay_plugin.payments import brcode
from tests.payments.conftest import REFERENCE

FIRST, SECOND = f"{REFERENCE}:refund", f"{REFERENCE}:refund:2"
# Just below the least and just above the greatest amount that a provider names.
LESS, MORE = "less", "more"

Build = Callable[..., ChargeRequest]


def test_opens_something_to_pay_by(rig, pix_request: Build) -> None:
    request = pix_request(Money(2500, "BRL"))

    charge = rig.provider.open(request)

    assert charge.state is ProviderState.OPEN
    assert charge.amount == Money(2500, "BRL")
    assert charge.reference == REFERENCE
    assert charge.expires_at is not None
    assert abs(charge.expires_at - request.expires_at) <= 2
    if rig.has_page:
        assert charge.page_url is not None
        assert charge.page_url.endswith(charge.ref)
        assert charge.pix_code is None
    else:
        assert brcode.verified(charge.pix_code or "", charge.amount).receiver
        assert charge.page_url is None
    assert (charge.payment_ref, charge.live) == (None, False)


def test_the_same_request_under_the_same_key_is_one_charge(rig, pix_request: Build) -> None:
    request = pix_request()

    refs = {rig.provider.open(request).ref for _ in range(3)}

    assert len(refs) == 1
    assert rig.opened() == 1


def test_another_key_is_another_charge(rig, pix_request: Build) -> None:
    first = rig.provider.open(pix_request(key=f"{REFERENCE}:1"))
    second = rig.provider.open(pix_request(key=f"{REFERENCE}:2"))

    assert first.ref != second.ref
    assert rig.opened() == 2


def test_a_key_takes_no_second_amount(rig, pix_request: Build) -> None:
    request = pix_request(Money(1000, "BRL"))
    rig.provider.open(request)

    with pytest.raises(ProviderRefused) as refusal:
        rig.provider.open(pix_request(Money(2000, "BRL"), expires_at=request.expires_at))

    assert refusal.value.provider_code == "idempotency_error"
    assert rig.opened() == 1


def test_lines_that_add_up_are_taken(rig, pix_request: Build) -> None:
    lines = (Line("Shirt", Money(1250, "BRL"), 2), Line("Delivery", Money(99, "BRL"), 1))

    charge = rig.provider.open(pix_request(Money(2599, "BRL"), lines=lines))

    assert charge.amount == Money(2599, "BRL")


@pytest.mark.parametrize(
    ("amount", "lines", "code"),
    [
        (Money(1099, "BRL"), (Line("Shirt", Money(1100, "BRL"), 1),), "lines_do_not_add_up"),
        (Money(0, "BRL"), (), "amount_not_chargeable"),
        (Money(-500, "BRL"), (), "amount_not_chargeable"),
        (LESS, (), "amount_too_small"),
        (MORE, (), "amount_too_large"),
    ],
)
def test_refuses_amounts_it_cannot_take(
    rig, pix_request: Build, amount: Money | str, lines: tuple[Line, ...], code: str
) -> None:
    if amount == LESS:
        least = rig.provider.minimum("BRL")
        amount = Money(least.minor - 1, "BRL")
        code = "amount_not_chargeable" if amount.minor == 0 else code
    elif amount == MORE:
        amount = Money(rig.provider.maximum("BRL").minor + 1, "BRL")

    with pytest.raises(ProviderRefused) as refusal:
        rig.provider.open(pix_request(amount, lines=lines))

    assert refusal.value.provider_code == code
    assert rig.opened() == 0


def test_the_least_amount_it_names_is_taken(rig, pix_request: Build) -> None:
    least = rig.provider.minimum("BRL")

    charge = rig.provider.open(pix_request(least))

    assert charge.amount == least
    assert 1 <= least.minor <= 500


def test_reads_a_paid_charge(rig, pix_request: Build) -> None:
    ref = rig.provider.open(pix_request()).ref
    rig.pay(ref)

    charge = rig.provider.read(ref)

    assert charge.state is ProviderState.PAID
    assert charge.amount == Money(1099, "BRL")
    assert charge.reference == REFERENCE
    assert charge.payment_ref
    assert (charge.page_url, charge.pix_code) == (None, None)


def test_reads_an_expired_charge(rig, pix_request: Build) -> None:
    ref = rig.provider.open(pix_request()).ref
    rig.expire(ref)

    assert rig.provider.read(ref).state is ProviderState.EXPIRED


def test_closes_an_open_charge_once_and_for_all(rig, pix_request: Build) -> None:
    ref = rig.provider.open(pix_request()).ref

    states = [rig.provider.close(ref).state for _ in range(2)]

    assert states == [ProviderState.EXPIRED, ProviderState.EXPIRED]
    assert rig.provider.read(ref).state is ProviderState.EXPIRED


def test_closing_a_paid_charge_leaves_it_paid(rig, pix_request: Build) -> None:
    ref = rig.provider.open(pix_request()).ref
    rig.pay(ref)

    assert rig.provider.close(ref).state is ProviderState.PAID
    assert rig.provider.read(ref).state is ProviderState.PAID


@pytest.mark.parametrize("method", ["read", "close", "read_refund"])
def test_refuses_a_ref_it_does_not_have(rig, method: str) -> None:
    with pytest.raises(ProviderRefused) as refusal:
        getattr(rig.provider, method)("cs_test_nobody")

    assert refusal.value.provider_code == "resource_missing"


def test_opens_nothing_when_it_was_down(rig, pix_request: Build) -> None:
    rig.fail_next("unavailable_before")
    request = pix_request()

    with pytest.raises(ProviderUnavailable):
        rig.provider.open(request)

    assert rig.opened() == 0
    assert rig.provider.open(request).state is ProviderState.OPEN
    assert rig.opened() == 1


def test_finds_what_it_opened_but_could_not_tell(rig, pix_request: Build) -> None:
    rig.fail_next("unavailable_after_work")
    request = pix_request()
    with pytest.raises(ProviderUnavailable):
        rig.provider.open(request)
    assert rig.opened() == 1

    charge = rig.provider.open(request)

    assert charge.reference == REFERENCE
    assert rig.opened() == 1


def test_refunds_in_parts_each_key_once(rig, pix_request: Build) -> None:
    ref = rig.provider.open(pix_request(Money(1000, "BRL"))).ref
    rig.pay(ref)
    charge = rig.provider.read(ref)

    first = rig.provider.refund(charge, Money(300, "BRL"), FIRST)
    again = rig.provider.refund(charge, Money(300, "BRL"), FIRST)
    rest = rig.provider.refund(charge, Money(700, "BRL"), SECOND)

    assert first == again == rig.provider.read_refund(first.ref)
    assert (first.state, first.amount) == (RefundState.SUCCEEDED, Money(300, "BRL"))
    assert rest.ref != first.ref
    assert rig.refunded() == 1000


def test_refunds_a_charge_that_was_read_before_it_was_paid(rig, pix_request: Build) -> None:
    charge = rig.provider.open(pix_request())
    rig.pay(charge.ref)

    refund = rig.provider.refund(charge, Money(1099, "BRL"), FIRST)

    assert refund.amount == Money(1099, "BRL")
    assert rig.refunded() == 1099


def test_a_refund_that_was_done_but_not_told_is_not_done_twice(rig, pix_request: Build) -> None:
    ref = rig.provider.open(pix_request()).ref
    rig.pay(ref)
    charge = rig.provider.read(ref)
    rig.fail_next("unavailable_after_work")
    with pytest.raises(ProviderUnavailable):
        rig.provider.refund(charge, Money(1099, "BRL"), FIRST)

    refund = rig.provider.refund(charge, Money(1099, "BRL"), FIRST)

    assert refund.amount == Money(1099, "BRL")
    assert rig.refunded() == 1099


def test_refunds_no_more_than_was_paid(rig, pix_request: Build) -> None:
    ref = rig.provider.open(pix_request(Money(1000, "BRL"))).ref
    rig.pay(ref)
    charge = rig.provider.read(ref)
    rig.provider.refund(charge, Money(600, "BRL"), FIRST)

    with pytest.raises(ProviderRefused):
        rig.provider.refund(charge, Money(401, "BRL"), SECOND)

    assert rig.refunded() == 600


def test_refunds_nothing_of_an_unpaid_charge(rig, pix_request: Build) -> None:
    charge = rig.provider.open(pix_request())

    with pytest.raises(ProviderRefused) as refusal:
        rig.provider.refund(charge, Money(1099, "BRL"), FIRST)

    assert refusal.value.provider_code == "charge_not_paid"
    assert rig.refunded() == 0


def test_tells_of_all_refunds_and_which_are_ours(rig, pix_request: Build) -> None:
    ref, other = (
        rig.provider.open(pix_request(Money(1000, "BRL"), key=f"{REFERENCE}:{at}")).ref
        for at in (1, 2)
    )
    rig.pay(ref)
    rig.pay(other)
    charge = rig.provider.read(ref)
    none = rig.provider.refunds_of(charge)
    ours = rig.provider.refund(charge, Money(300, "BRL"), FIRST)
    rig.give_back(ref, 200)
    rig.give_back(other, 100)

    theirs, own = rig.provider.refunds_of(charge)

    assert none == ()
    assert own == ours
    assert (own.key, own.amount) == (FIRST, Money(300, "BRL"))
    assert (theirs.key, theirs.amount) == (None, Money(200, "BRL"))
    assert theirs == rig.provider.read_refund(theirs.ref)
    assert theirs.state is RefundState.SUCCEEDED


def test_an_unpaid_charge_has_no_refunds(rig, pix_request: Build) -> None:
    charge = rig.provider.open(pix_request())

    assert rig.provider.refunds_of(charge) == ()


def test_refunds_of_a_charge_that_was_read_before_it_was_paid(rig, pix_request: Build) -> None:
    charge = rig.provider.open(pix_request())
    rig.pay(charge.ref)
    rig.give_back(charge.ref, 99)

    (refund,) = rig.provider.refunds_of(charge)

    assert refund.amount == Money(99, "BRL")


def test_what_the_merchant_gave_back_is_not_given_back_again(rig, pix_request: Build) -> None:
    ref = rig.provider.open(pix_request(Money(1000, "BRL"))).ref
    rig.pay(ref)
    rig.give_back(ref, 1000)

    with pytest.raises(ProviderRefused) as refusal:
        rig.provider.refund(rig.provider.read(ref), Money(1, "BRL"), FIRST)

    assert refusal.value.provider_code == "charge_already_refunded"
    assert rig.refunded() == 1000


@pytest.mark.parametrize("failure", ["unavailable_before", "unavailable_after_work"])
def test_refunds_that_could_not_be_told(rig, pix_request: Build, failure: str) -> None:
    ref = rig.provider.open(pix_request()).ref
    rig.pay(ref)
    charge = rig.provider.read(ref)
    rig.fail_next(failure, reading=True)

    with pytest.raises(ProviderUnavailable):
        rig.provider.refunds_of(charge)


def test_tells_of_all_disputes(rig, pix_request: Build) -> None:
    if rig.dispute is None:
        pytest.skip("this provider knows no disputes")
    ref, other = (rig.provider.open(pix_request(Money(1000, "BRL"), key=key)).ref for key in "ab")
    rig.pay(ref)
    rig.pay(other)
    charge = rig.provider.read(ref)
    none = rig.provider.disputes_of(charge)
    lost = rig.dispute(ref, 300)
    rig.dispute(other, 100)
    rig.lose_dispute(lost)
    begun = rig.dispute(ref, 200)

    newer, older = rig.provider.disputes_of(charge)

    assert none == ()
    assert (newer.ref, newer.state, newer.amount) == (begun, DisputeState.OPEN, Money(200, "BRL"))
    assert (older.ref, older.state, older.amount) == (lost, DisputeState.LOST, Money(300, "BRL"))
    assert older.answer_by is None


def test_an_unpaid_charge_has_no_disputes(rig, pix_request: Build) -> None:
    assert rig.provider.disputes_of(rig.provider.open(pix_request())) == ()


@pytest.mark.django_db(transaction=True)
def test_is_not_called_inside_a_database_transaction(rig, pix_request: Build) -> None:
    with transaction.atomic(), pytest.raises(OpenTransaction):
        rig.provider.open(pix_request())

    assert rig.opened() == 0
