"""What every payment provider must do: the fake and Stripe's adapter alike."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import transaction

from agentpay_plugin.charges.ports import ChargeRequest, Line, ProviderState, RefundState
from agentpay_plugin.errors import OpenTransaction, ProviderRefused, ProviderUnavailable
from agentpay_plugin.money import Money

Build = Callable[..., ChargeRequest]


def test_opens_a_page_to_pay_on(rig, charge_request: Build) -> None:
    request = charge_request(Money(2500, "USD"))

    charge = rig.provider.open(request)

    assert charge.state is ProviderState.OPEN
    assert charge.amount == Money(2500, "USD")
    assert charge.reference == "charge-1"
    assert charge.expires_at == request.expires_at
    assert charge.page_url is not None
    assert charge.page_url.endswith(charge.ref)
    assert (charge.payment_ref, charge.live) == (None, False)


def test_the_same_request_under_the_same_key_is_one_charge(rig, charge_request: Build) -> None:
    request = charge_request()

    refs = {rig.provider.open(request).ref for _ in range(3)}

    assert len(refs) == 1
    assert rig.opened() == 1


def test_another_key_is_another_charge(rig, charge_request: Build) -> None:
    first = rig.provider.open(charge_request(key="one"))
    second = rig.provider.open(charge_request(key="two"))

    assert first.ref != second.ref
    assert rig.opened() == 2


def test_a_key_takes_no_second_amount(rig, charge_request: Build) -> None:
    request = charge_request(Money(1000, "USD"))
    rig.provider.open(request)

    with pytest.raises(ProviderRefused) as refusal:
        rig.provider.open(charge_request(Money(2000, "USD"), expires_at=request.expires_at))

    assert refusal.value.provider_code == "idempotency_error"
    assert rig.opened() == 1


def test_lines_that_add_up_are_taken(rig, charge_request: Build) -> None:
    lines = (Line("Shirt", Money(1250, "USD"), 2), Line("Delivery", Money(99, "USD"), 1))

    charge = rig.provider.open(charge_request(Money(2599, "USD"), lines=lines))

    assert charge.amount == Money(2599, "USD")


@pytest.mark.parametrize(
    ("amount", "lines", "code"),
    [
        (Money(1099, "USD"), (Line("Shirt", Money(1100, "USD"), 1),), "lines_do_not_add_up"),
        (Money(0, "USD"), (), "amount_not_chargeable"),
        (Money(-500, "USD"), (), "amount_not_chargeable"),
        (Money(49, "USD"), (), "amount_too_small"),
        (Money(199, "PLN"), (), "amount_too_small"),
        (Money(100_000_000, "USD"), (), "amount_too_large"),
    ],
)
def test_refuses_amounts_it_cannot_take(
    rig, charge_request: Build, amount: Money, lines: tuple[Line, ...], code: str
) -> None:
    with pytest.raises(ProviderRefused) as refusal:
        rig.provider.open(charge_request(amount, lines=lines))

    assert refusal.value.provider_code == code
    assert rig.opened() == 0


def test_the_least_amount_it_names_is_taken(rig, charge_request: Build) -> None:
    least = rig.provider.minimum("PLN")

    charge = rig.provider.open(charge_request(least))

    assert least == Money(200, "PLN")
    assert charge.amount == Money(200, "PLN")


def test_reads_a_paid_charge(rig, charge_request: Build) -> None:
    ref = rig.provider.open(charge_request()).ref
    rig.pay(ref)

    charge = rig.provider.read(ref)

    assert charge.state is ProviderState.PAID
    assert charge.amount == Money(1099, "USD")
    assert charge.reference == "charge-1"
    assert charge.payment_ref is not None
    assert charge.payment_ref.startswith("pi_")
    assert charge.page_url is None


def test_reads_an_expired_charge(rig, charge_request: Build) -> None:
    ref = rig.provider.open(charge_request()).ref
    rig.expire(ref)

    assert rig.provider.read(ref).state is ProviderState.EXPIRED


def test_closes_an_open_charge_once_and_for_all(rig, charge_request: Build) -> None:
    ref = rig.provider.open(charge_request()).ref

    states = [rig.provider.close(ref).state for _ in range(2)]

    assert states == [ProviderState.EXPIRED, ProviderState.EXPIRED]
    assert rig.provider.read(ref).state is ProviderState.EXPIRED


def test_closing_a_paid_charge_leaves_it_paid(rig, charge_request: Build) -> None:
    ref = rig.provider.open(charge_request()).ref
    rig.pay(ref)

    assert rig.provider.close(ref).state is ProviderState.PAID
    assert rig.provider.read(ref).state is ProviderState.PAID


@pytest.mark.parametrize("method", ["read", "close", "read_refund"])
def test_refuses_a_ref_it_does_not_have(rig, method: str) -> None:
    with pytest.raises(ProviderRefused) as refusal:
        getattr(rig.provider, method)("cs_test_nobody")

    assert refusal.value.provider_code == "resource_missing"


def test_opens_nothing_when_it_was_down(rig, charge_request: Build) -> None:
    rig.fail_next("unavailable_before")
    request = charge_request()

    with pytest.raises(ProviderUnavailable):
        rig.provider.open(request)

    assert rig.opened() == 0
    assert rig.provider.open(request).state is ProviderState.OPEN
    assert rig.opened() == 1


def test_finds_what_it_opened_but_could_not_tell(rig, charge_request: Build) -> None:
    rig.fail_next("unavailable_after_work")
    request = charge_request()
    with pytest.raises(ProviderUnavailable):
        rig.provider.open(request)
    assert rig.opened() == 1

    charge = rig.provider.open(request)

    assert charge.reference == "charge-1"
    assert rig.opened() == 1


def test_refunds_in_parts_each_key_once(rig, charge_request: Build) -> None:
    ref = rig.provider.open(charge_request(Money(1000, "USD"))).ref
    rig.pay(ref)
    charge = rig.provider.read(ref)

    first = rig.provider.refund(charge, Money(300, "USD"), "refund-1")
    again = rig.provider.refund(charge, Money(300, "USD"), "refund-1")
    rest = rig.provider.refund(charge, Money(700, "USD"), "refund-2")

    assert first == again == rig.provider.read_refund(first.ref)
    assert (first.state, first.amount) == (RefundState.SUCCEEDED, Money(300, "USD"))
    assert rest.ref != first.ref
    assert rig.refunded() == 1000


def test_refunds_a_charge_that_was_read_before_it_was_paid(rig, charge_request: Build) -> None:
    charge = rig.provider.open(charge_request())
    rig.pay(charge.ref)

    refund = rig.provider.refund(charge, Money(1099, "USD"), "refund-1")

    assert refund.amount == Money(1099, "USD")
    assert rig.refunded() == 1099


def test_a_refund_that_was_done_but_not_told_is_not_done_twice(rig, charge_request: Build) -> None:
    ref = rig.provider.open(charge_request()).ref
    rig.pay(ref)
    charge = rig.provider.read(ref)
    rig.fail_next("unavailable_after_work")
    with pytest.raises(ProviderUnavailable):
        rig.provider.refund(charge, Money(1099, "USD"), "refund-1")

    refund = rig.provider.refund(charge, Money(1099, "USD"), "refund-1")

    assert refund.amount == Money(1099, "USD")
    assert rig.refunded() == 1099


def test_refunds_no_more_than_was_paid(rig, charge_request: Build) -> None:
    ref = rig.provider.open(charge_request(Money(1000, "USD"))).ref
    rig.pay(ref)
    charge = rig.provider.read(ref)
    rig.provider.refund(charge, Money(600, "USD"), "refund-1")

    with pytest.raises(ProviderRefused):
        rig.provider.refund(charge, Money(401, "USD"), "refund-2")

    assert rig.refunded() == 600


def test_refunds_nothing_of_an_unpaid_charge(rig, charge_request: Build) -> None:
    charge = rig.provider.open(charge_request())

    with pytest.raises(ProviderRefused) as refusal:
        rig.provider.refund(charge, Money(1099, "USD"), "refund-1")

    assert refusal.value.provider_code == "charge_not_paid"
    assert rig.refunded() == 0


def test_tells_of_all_refunds_and_which_are_ours(rig, charge_request: Build) -> None:
    ref, other = (
        rig.provider.open(charge_request(Money(1000, "USD"), key=key)).ref for key in "ab"
    )
    rig.pay(ref)
    rig.pay(other)
    charge = rig.provider.read(ref)
    none = rig.provider.refunds_of(charge)
    ours = rig.provider.refund(charge, Money(300, "USD"), "refund-1")
    rig.give_back(ref, 200)
    rig.give_back(other, 100)

    theirs, own = rig.provider.refunds_of(charge)

    assert none == ()
    assert own == ours
    assert (own.key, own.amount) == ("refund-1", Money(300, "USD"))
    assert (theirs.key, theirs.amount) == (None, Money(200, "USD"))
    assert theirs == rig.provider.read_refund(theirs.ref)
    assert theirs.state is RefundState.SUCCEEDED


def test_an_unpaid_charge_has_no_refunds(rig, charge_request: Build) -> None:
    charge = rig.provider.open(charge_request())

    assert rig.provider.refunds_of(charge) == ()


def test_refunds_of_a_charge_that_was_read_before_it_was_paid(rig, charge_request: Build) -> None:
    charge = rig.provider.open(charge_request())
    rig.pay(charge.ref)
    rig.give_back(charge.ref, 99)

    (refund,) = rig.provider.refunds_of(charge)

    assert refund.amount == Money(99, "USD")


def test_what_the_merchant_gave_back_is_not_given_back_again(rig, charge_request: Build) -> None:
    ref = rig.provider.open(charge_request(Money(1000, "USD"))).ref
    rig.pay(ref)
    rig.give_back(ref, 1000)

    with pytest.raises(ProviderRefused) as refusal:
        rig.provider.refund(rig.provider.read(ref), Money(1, "USD"), "refund-1")

    assert refusal.value.provider_code == "charge_already_refunded"
    assert rig.refunded() == 1000


@pytest.mark.parametrize("failure", ["unavailable_before", "unavailable_after_work"])
def test_refunds_that_could_not_be_told(rig, charge_request: Build, failure: str) -> None:
    ref = rig.provider.open(charge_request()).ref
    rig.pay(ref)
    charge = rig.provider.read(ref)
    rig.fail_next(failure)

    with pytest.raises(ProviderUnavailable):
        rig.provider.refunds_of(charge)


@pytest.mark.django_db(transaction=True)
def test_is_not_called_inside_a_database_transaction(rig, charge_request: Build) -> None:
    with transaction.atomic(), pytest.raises(OpenTransaction):
        rig.provider.open(charge_request())

    assert rig.opened() == 0
