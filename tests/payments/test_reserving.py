"""Money that is reserved first and taken later: the fake and Stripe alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from requests import Response

from agentpay_plugin.charges.ports import (
    ChargeRequest,
    ProviderCharge,
    ProviderState,
    RefundState,
    Reserving,
)
from agentpay_plugin.demo.stripe.forms import nested
from agentpay_plugin.demo.stripe.lookalike import LookAlike
from agentpay_plugin.errors import ProviderLocked, ProviderRefused, ProviderUnavailable
from agentpay_plugin.money import Money
from agentpay_plugin.payments.fake import FakeProvider
from agentpay_plugin.payments.stripe import StripeProvider
from tests.payments.conftest import FAULTS, KEY
from tests.payments.talk import post
from tests.payments.test_stripe_requests import official_problems

Build = Callable[..., ChargeRequest]
AMOUNT, PART = Money(5000, "USD"), Money(3000, "USD")
SPENT = "payment_intent_unexpected_state"
CAPTURE = "stripe.params._payment_intent_capture_params:PaymentIntentCaptureParams"
CANCEL = "stripe.params._payment_intent_cancel_params:PaymentIntentCancelParams"
SESSION = "stripe.params.checkout._session_create_params:SessionCreateParams"


@dataclass(frozen=True)
class Rig:
    """A provider that reserves, and what shopper and merchant do on its own pages."""

    provider: FakeProvider | StripeProvider
    pay: Callable[[str], object]
    capture_there: Callable[[str, int], object]
    let_go: Callable[[str], object]
    lapse: Callable[[str], object]
    fail_next: Callable[[str], object]


@pytest.fixture(params=["fake", "stripe"])
def rig(request: pytest.FixtureRequest) -> Rig:
    if request.param == "fake":
        fake = FakeProvider()
        return Rig(
            fake,
            fake.pay,
            lambda ref, minor: fake.capture_there(ref, Money(minor, "USD")),
            fake.let_go,
            lambda ref: fake.let_go(ref, has_lapsed=True),
            fake.fail_next,
        )
    stripe: LookAlike = request.getfixturevalue("stripe")
    return Rig(
        request.getfixturevalue("provider"),
        stripe.pay,
        stripe.capture,
        stripe.cancel,
        lambda ref: stripe.cancel(ref, lapsed=True),
        lambda failure: stripe.fault(FAULTS[failure]),
    )


def reserved(rig: Rig, charge_request: Build) -> ProviderCharge:
    opened = rig.provider.open(charge_request(AMOUNT, capture_later=True))
    rig.pay(opened.ref)
    return rig.provider.read(opened.ref)


def test_what_is_paid_is_only_reserved(rig: Rig, charge_request: Build) -> None:
    charge = reserved(rig, charge_request)

    assert isinstance(rig.provider, Reserving)
    assert (charge.state, charge.amount) == (ProviderState.AUTHORIZED, AMOUNT)
    assert (charge.captured, charge.has_lapsed) == (None, False)
    assert charge.payment_ref


def test_all_is_captured_once(rig: Rig, charge_request: Build) -> None:
    charge = reserved(rig, charge_request)

    first = rig.provider.capture(charge, AMOUNT, "capture-1")
    again = rig.provider.capture(charge, AMOUNT, "capture-1")
    with pytest.raises(ProviderRefused) as refusal:
        rig.provider.capture(charge, AMOUNT, "capture-2")

    assert (first.state, first.captured) == (ProviderState.PAID, AMOUNT)
    assert again == first == rig.provider.read(charge.ref)
    assert refusal.value.provider_code == SPENT
    assert rig.provider.refunds_of(first) == ()


def test_what_is_not_captured_is_let_go(rig: Rig, charge_request: Build) -> None:
    charge = reserved(rig, charge_request)

    captured = rig.provider.capture(charge, PART, "capture-1")

    shown = rig.provider.refunds_of(captured)
    assert (captured.captured, captured.amount) == (PART, AMOUNT)
    assert [(one.amount, one.state, one.key) for one in shown] == [
        (AMOUNT - PART, RefundState.SUCCEEDED, None)
    ]
    assert rig.provider.refund(captured, PART, "refund-1").amount == PART
    with pytest.raises(ProviderRefused):
        rig.provider.refund(captured, Money(1, "USD"), "refund-2")


def test_never_more_than_what_is_reserved(rig: Rig, charge_request: Build) -> None:
    charge = reserved(rig, charge_request)

    with pytest.raises(ProviderRefused) as refusal:
        rig.provider.capture(charge, Money(5001, "USD"), "capture-1")

    assert refusal.value.provider_code == "amount_too_large"
    assert rig.provider.read(charge.ref).state is ProviderState.AUTHORIZED


def test_it_is_let_go_once(rig: Rig, charge_request: Build) -> None:
    charge = reserved(rig, charge_request)

    first = rig.provider.release(charge, "release-1")
    again = rig.provider.release(charge, "release-1")
    with pytest.raises(ProviderRefused) as refusal:
        rig.provider.capture(charge, AMOUNT, "capture-1")

    assert (first.state, first.captured) == (ProviderState.CANCELLED, None)
    assert again == first == rig.provider.read(charge.ref)
    assert not first.has_lapsed
    assert refusal.value.provider_code == SPENT


def test_what_was_captured_is_not_let_go(rig: Rig, charge_request: Build) -> None:
    charge = reserved(rig, charge_request)
    rig.capture_there(charge.ref, PART.minor)

    with pytest.raises(ProviderRefused) as refusal:
        rig.provider.release(charge, "release-1")

    assert refusal.value.provider_code == SPENT
    assert rig.provider.read(charge.ref).captured == PART


def test_let_go_there_and_lapsed_are_told_apart(rig: Rig, charge_request: Build) -> None:
    given_up = reserved(rig, charge_request)
    late = rig.provider.open(charge_request(AMOUNT, capture_later=True, key="another"))
    rig.pay(late.ref)

    rig.let_go(given_up.ref)
    rig.lapse(late.ref)

    told = [rig.provider.read(one.ref) for one in (given_up, late)]
    assert [(one.state, one.has_lapsed) for one in told] == [
        (ProviderState.CANCELLED, False),
        (ProviderState.CANCELLED, True),
    ]


@pytest.mark.parametrize("failure", ["unavailable_before", "unavailable_after_work"])
def test_an_answer_that_is_lost_is_asked_for_again(
    rig: Rig, charge_request: Build, failure: str
) -> None:
    charge = reserved(rig, charge_request)
    rig.fail_next(failure)

    with pytest.raises(ProviderUnavailable):
        rig.provider.capture(charge, PART, "capture-1")
    again = rig.provider.capture(charge, PART, "capture-1")

    assert again.captured == PART
    assert len(rig.provider.refunds_of(again)) == 1


def test_what_is_sent_to_stripe_is_of_its_own_types(
    provider, stripe: LookAlike, charge_request: Build
) -> None:
    for number, take in enumerate((True, False)):
        opened = provider.open(charge_request(AMOUNT, capture_later=True, key=f"key-{number}"))
        stripe.pay(opened.ref)
        charge = provider.read(opened.ref)
        if take:
            provider.capture(charge, PART, "capture")
        else:
            provider.release(charge, "release")

    sent = {
        one.path.rpartition("/")[2]: (one.idempotency_key, dict(one.params))
        for one in stripe.requests
        if one.method == "POST"
    }
    opening = sent["sessions"][1]
    assert sent["capture"] == ("capture", {"amount_to_capture": "3000"})
    assert sent["cancel"] == ("release", {"cancellation_reason": "abandoned"})
    assert opening["payment_intent_data[capture_method]"] == "manual"
    assert opening["metadata[agentpay_capture]"] == "manual"
    pairs = [
        (CAPTURE, sent["capture"][1]),
        (CANCEL, sent["cancel"][1]),
        (SESSION, nested(opening.items())),
    ]
    assert official_problems(*pairs) == []


def test_pix_and_plain_charges_are_taken_at_once(
    provider, stripe: LookAlike, charge_request: Build
) -> None:
    later = {"capture_later": True, "method": "pix", "key": "pix"}
    provider.open(charge_request(Money(1099, "BRL"), **later))
    provider.open(charge_request())

    for sent in stripe.requests:
        assert "payment_intent_data[capture_method]" not in dict(sent.params)
        assert "metadata[agentpay_capture]" not in dict(sent.params)


def test_a_key_that_may_not_see_payments_says_so(
    provider, stripe: LookAlike, charge_request: Build
) -> None:
    opened = provider.open(charge_request(AMOUNT, capture_later=True))
    stripe.pay(opened.ref)
    stripe.fault("forbidden", times=2, pattern="payment_intents")

    with pytest.raises(ProviderLocked):
        provider.read(opened.ref)
    with pytest.raises(ProviderLocked):
        provider.check_captures()
    provider.check_captures()


def test_a_reservation_ends_after_seven_days(
    provider, stripe: LookAlike, charge_request: Build
) -> None:
    opened = provider.open(charge_request(AMOUNT, capture_later=True))
    stripe.pay(opened.ref)

    stripe.advance(7 * 86400 - 1)
    before = provider.read(opened.ref)
    stripe.advance(1)
    after = provider.read(opened.ref)

    assert before.state is ProviderState.AUTHORIZED
    assert (after.state, after.has_lapsed) == (ProviderState.CANCELLED, True)
    assert [event["type"] for event in stripe.events][-2:] == [
        "refund.created",
        "payment_intent.canceled",
    ]


def test_the_look_alike_answers_as_stripe_does(
    provider, stripe: LookAlike, charge_request: Build
) -> None:
    opened = provider.open(charge_request(AMOUNT, capture_later=True))
    stripe.decline(opened.ref)
    intent = stripe.payment_intents[0]["id"]
    capture, cancel = f"payment_intents/{intent}/capture", f"payment_intents/{intent}/cancel"

    while_open = _error(post(stripe, cancel, key=KEY))
    stripe.pay(opened.ref)
    unknown = _error(post(stripe, capture, {"amount": "1"}, KEY))
    too_much = _error(post(stripe, capture, {"amount_to_capture": "5001"}, KEY))
    bored = _error(post(stripe, cancel, {"cancellation_reason": "bored"}, KEY))
    of_another = _error(post(stripe, capture))

    assert "Expire the Checkout Session instead" in while_open["message"]
    assert unknown["code"] == "parameter_unknown"
    assert (too_much["code"], too_much["param"]) == ("amount_too_large", "amount_to_capture")
    assert bored["param"] == "cancellation_reason"
    assert of_another["code"] == "resource_missing"
    (payment,) = stripe.payment_intents
    assert (payment["status"], payment["amount_capturable"]) == ("requires_capture", 5000)
    assert stripe.sessions[0]["payment_status"] == "unpaid"


def _error(response: Response) -> dict[str, str]:
    assert response.status_code in (400, 404)
    return dict(response.json()["error"])
