"""Providers to test, each with the hands of a shopper and of bad luck."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from agentpay_plugin.charges.ports import ChargeRequest, Line, Provider
from agentpay_plugin.demo.stripe.lookalike import LookAlike
from agentpay_plugin.demo.stripe.server import running
from agentpay_plugin.money import Money
from agentpay_plugin.payments.fake import FakeProvider
from agentpay_plugin.payments.stripe import StripeProvider
from tests.payments.toy import ToyBank, ToyProvider

KEY = "sk_test_contract12345678"
SECRET = "whsec_contract12345678"
FAULTS = {"unavailable_before": "error_500", "unavailable_after_work": "drop_after_work"}


@pytest.fixture
def stripe() -> Iterator[LookAlike]:
    with running() as look_alike:
        yield look_alike


@pytest.fixture
def provider(stripe: LookAlike) -> StripeProvider:
    return StripeProvider(KEY, (SECRET,), stripe.url, deadline=5)


@pytest.fixture
def charge_request() -> Callable[..., ChargeRequest]:
    return build_request


def build_request(amount: Money | None = None, **changes: object) -> ChargeRequest:
    values: dict[str, object] = {
        "key": "charge-1-try-1",
        "reference": "charge-1",
        "amount": Money(1099, "USD") if amount is None else amount,
        "method": "card",
        "lines": (),
        "success_url": "https://shop.example/return/1?session={CHECKOUT_SESSION_ID}",
        "cancel_url": "https://shop.example/return/1",
        "expires_at": int(time.time()) + 31 * 60,
        "locale": "en",
    }
    return ChargeRequest(**(values | changes))  # type: ignore[arg-type]


def build_lines(*units: int, currency: str = "USD", quantity: int = 1) -> tuple[Line, ...]:
    return tuple(
        Line(f"Thing {at}", Money(minor, currency), quantity)
        for at, minor in enumerate(units, start=1)
    )


@dataclass(frozen=True)
class Rig:
    """One provider under the contract, and what its other side can do."""

    provider: Provider
    pay: Callable[[str], object]
    expire: Callable[[str], object]
    fail_next: Callable[[str], None]
    opened: Callable[[], int]
    refunded: Callable[[], int]
    give_back: Callable[[str, int], object]


@pytest.fixture(params=["fake", "stripe", "toy"])
def rig(request: pytest.FixtureRequest) -> Rig:
    if request.param == "fake":
        fake = FakeProvider()
        return Rig(
            fake,
            fake.pay,
            fake.expire,
            fake.fail_next,
            lambda: len(fake.charges),
            lambda: sum(one.amount.minor for one in fake.refunds.values()),
            lambda ref, minor: fake.give_back(ref, Money(minor, "USD")),
        )
    if request.param == "toy":
        return toy_rig()
    stripe: LookAlike = request.getfixturevalue("stripe")
    return Rig(
        request.getfixturevalue("provider"),
        stripe.pay,
        stripe.expire,
        lambda failure: stripe.fault(FAULTS[failure]),
        lambda: len(stripe.sessions),
        lambda: sum(one["amount"] for one in stripe.refunds),
        stripe.give_back,
    )


def toy_rig() -> Rig:
    """A provider that somebody has just added (docs/adding-a-payment-provider.md)."""
    bank = ToyBank()
    return Rig(
        ToyProvider(bank, "token-of-the-toy-bank"),
        bank.pay,
        bank.expire,
        lambda failure, **_: bank.failures.append(failure),
        lambda: len(bank.payments),
        lambda: sum(
            Money.of(one["amount"], one["currency"]).minor for one in bank.refunds.values()
        ),
        lambda ref, minor: bank.give_back(ref, str(Money(minor, "USD").amount)),
    )
