"""Providers to test, each with the hands of a shopper and of bad luck."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from uuid import uuid4

import pytest

from agentpay_plugin.charges.ports import ChargeRequest, DisputeState, Line, Payer, Provider
from agentpay_plugin.demo.asaas.lookalike import LookAlike as AsaasLookAlike
from agentpay_plugin.demo.asaas.server import running as running_asaas
from agentpay_plugin.demo.lookalikes.world import World
from agentpay_plugin.demo.pix.lookalike import LookAlike as PixLookAlike
from agentpay_plugin.demo.pix.server import running as running_pix
from agentpay_plugin.demo.stripe.lookalike import LookAlike
from agentpay_plugin.demo.stripe.server import running
from agentpay_plugin.money import Money
from agentpay_plugin.payments.asaas import AsaasProvider
from agentpay_plugin.payments.fake import FakeProvider
from agentpay_plugin.payments.pix import PixProvider
from agentpay_plugin.payments.pix_bank import PixBank, efi
from agentpay_plugin.payments.stripe import StripeProvider
from tests.payments.toy import ToyBank, ToyProvider

KEY = "sk_test_contract12345678"
SECRET = "whsec_contract12345678"
ASAAS_KEY = "$aact_hmlg_contract12345678"
ASAAS_TOKEN = "token-of-the-contract-0123456789abcdef"
REFERENCE = "0b8f2c1e-8f0a-4d57-9a51-5f6f2f3c7f10"
BANK_SECRET = "secret-of-the-contract-0123456789"
BANK_KEY = "loja@shop.example"
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


@pytest.fixture
def asaas() -> Iterator[AsaasLookAlike]:
    with running_asaas() as look_alike:
        yield look_alike


@pytest.fixture
def asaas_provider(asaas: AsaasLookAlike) -> AsaasProvider:
    return AsaasProvider(ASAAS_KEY, (ASAAS_TOKEN,), f"{asaas.url}/v3", deadline=5)


@pytest.fixture
def bank() -> Iterator[PixLookAlike]:
    with running_pix() as look_alike:
        yield look_alike


@pytest.fixture
def pix_provider(bank: PixLookAlike) -> PixProvider:
    return PixProvider(access(bank), (BANK_SECRET,), clock=bank.clock.now, deadline=5)


@cache
def client_of(bank: PixLookAlike) -> str:
    """Return the client id of a look-alike's merchant."""
    return f"Client_{uuid4().hex}"


def access(bank: PixLookAlike, **changes: str) -> PixBank:
    """Efí's preset with a new client at the look-alike, so that no token of another test fits."""
    values = {"client_id": client_of(bank), "client_secret": "Client_Secret_1"}
    given = values | {"certificate": "", "key": BANK_KEY} | changes
    return efi(**given, live=False, base=bank.url)


def failing(like: World) -> Callable[..., object]:
    """Let the next exchange fail that changes something, or the next one that reads."""

    def fail(failure: str, reading: bool = False) -> None:
        pattern = "^GET" if reading else "^(POST /v3/payments|PUT /v2)"
        like.fault(FAULTS[failure], pattern=pattern)

    return fail


@pytest.fixture
def pix_request() -> Callable[..., ChargeRequest]:
    return build_pix_request


def build_pix_request(amount: Money | None = None, **changes: object) -> ChargeRequest:
    """A request as the money shell makes it, that every provider takes."""
    values: dict[str, object] = {
        "key": f"{REFERENCE}:1",
        "reference": REFERENCE,
        "method": "pix",
        "payer": Payer("Ana Souza", "52998224725"),
        "expires_at": int(time.time()) + 31 * 60,
    }
    return build_request(Money(1099, "BRL") if amount is None else amount, **(values | changes))


@dataclass(frozen=True)
class Rig:
    """One provider under the contract, and what its other side can do. `has_page`: it is paid on a page,
    else with a PIX code."""

    provider: Provider
    pay: Callable[[str], object]
    expire: Callable[[str], object]
    fail_next: Callable[..., object]
    opened: Callable[[], int]
    refunded: Callable[[], int]
    give_back: Callable[[str, int], object]
    dispute: Callable[[str, int], str] | None = None
    lose_dispute: Callable[[str], object] | None = None
    has_page: bool = True


@pytest.fixture(params=["fake", "stripe", "asaas", "pix", "toy"])
def rig(request: pytest.FixtureRequest) -> Rig:
    if request.param == "fake":
        fake = FakeProvider()
        return Rig(
            fake,
            fake.pay,
            fake.expire,
            lambda failure, **_: fake.fail_next(failure),
            lambda: len(fake.charges),
            lambda: sum(one.amount.minor for one in fake.refunds.values()),
            lambda ref, minor: fake.give_back(ref, Money(minor, "BRL")),
            lambda ref, minor: fake.dispute(ref, Money(minor, "BRL")).ref,
            lambda ref: fake.end_dispute(ref, DisputeState.LOST),
        )
    if request.param == "asaas":
        asaas: AsaasLookAlike = request.getfixturevalue("asaas")
        return Rig(
            request.getfixturevalue("asaas_provider"),
            asaas.pay,
            asaas.delete,
            failing(asaas),
            lambda: sum(not one["deleted"] for one in asaas.payments),
            lambda: sum(Money.of(one["value"], "BRL").minor for one in asaas.refunds),
            asaas.give_back,
            has_page=False,
        )
    if request.param == "pix":
        bank: PixLookAlike = request.getfixturevalue("bank")
        return Rig(
            request.getfixturevalue("pix_provider"),
            bank.pay,
            lambda _: bank.advance(31 * 60),
            failing(bank),
            lambda: len(bank.charges),
            lambda: sum(Money.of(one["valor"], "BRL").minor for one in bank.refunds),
            bank.give_back,
            has_page=False,
        )
    if request.param == "toy":
        return toy_rig()
    stripe: LookAlike = request.getfixturevalue("stripe")
    return Rig(
        request.getfixturevalue("provider"),
        stripe.pay,
        stripe.expire,
        lambda failure, **_: stripe.fault(FAULTS[failure]),
        lambda: len(stripe.sessions),
        lambda: sum(one["amount"] for one in stripe.refunds),
        stripe.give_back,
        lambda ref, minor: str(stripe.dispute(ref, minor)["id"]),
        lambda ref: stripe.move_dispute(ref, "lost"),
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
        lambda ref, minor: bank.give_back(ref, str(Money(minor, "BRL").amount)),
    )
