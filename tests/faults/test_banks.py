"""What the harness reads of each look-alike's book is what was done there: by us, by shoppers, by merchants."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import uuid4

import pytest

from agentpay_plugin.charges.ports import ChargeRequest, Payer, Provider, ProviderCharge
from agentpay_plugin.demo.asaas.server import running as running_asaas
from agentpay_plugin.demo.pix.server import running as running_bank
from agentpay_plugin.demo.stripe.server import running as running_stripe
from agentpay_plugin.errors import ProviderRefused
from agentpay_plugin.money import Money
from agentpay_plugin.payments.asaas import AsaasProvider
from agentpay_plugin.payments.pix import PixProvider
from agentpay_plugin.payments.pix_bank import efi
from agentpay_plugin.payments.stripe import StripeProvider
from scripts.faults.api_pix import ApiPixBank
from scripts.faults.asaas import AsaasBank
from scripts.faults.books import Disputed, Taken
from scripts.faults.card import CardBank
from scripts.faults.roads import Bank

AMOUNT = Money(2500, "BRL")
BACK = Money(700, "BRL")


@dataclass(frozen=True)
class Road:
    """A provider with its look-alike's Bank, and a charge that is open there."""

    provider: Provider
    bank: Bank
    reference: str
    opened: ProviderCharge

    @property
    def payment(self) -> Mapping[str, object]:
        pix = {"code": self.opened.pix_code} if self.opened.pix_code else None
        return {"chargeId": self.reference, "pageUrl": self.opened.page_url, "pix": pix}

    @property
    def taken(self) -> Taken:
        (only,) = self.bank.taken(time.time())
        return only


@contextmanager
def stripe() -> Iterator[tuple[Provider, Bank]]:
    with running_stripe() as like:
        yield StripeProvider("sk_test_faults12345678", (), like.url), CardBank(like.url)


@contextmanager
def asaas() -> Iterator[tuple[Provider, Bank]]:
    with running_asaas() as like:
        yield AsaasProvider("$aact_hmlg_faults12345", (), f"{like.url}/v3"), AsaasBank(like.url)


@contextmanager
def bank() -> Iterator[tuple[Provider, Bank]]:
    with running_bank() as like:
        client = f"Client_{uuid4().hex}"
        access = efi(client, "Secret_1", "", "loja@shop.example", live=False, base=like.url)
        yield PixProvider(access, (), clock=like.clock.now), ApiPixBank(like.url)


def asked_for(reference: str) -> ChargeRequest:
    return ChargeRequest(
        key=f"{reference}:1",
        reference=reference,
        amount=AMOUNT,
        method="pix",
        lines=(),
        success_url="https://shop.example/return/1",
        cancel_url="https://shop.example/return/1",
        expires_at=int(time.time()) + 31 * 60,
        locale="pt-BR",
        payer=Payer("Ana Souza", "52998224725"),
    )


@pytest.fixture(params=[stripe, asaas, bank])
def road(request: pytest.FixtureRequest) -> Iterator[Road]:
    with request.param() as (provider, at):
        reference = str(uuid4())
        yield Road(provider, at, reference, provider.open(asked_for(reference)))


def test_open_until_it_is_paid(road: Road) -> None:
    assert road.taken == Taken(road.opened.ref, road.reference, AMOUNT, False, True)
    assert road.bank.page_of(road.reference)

    road.bank.press(road.payment, "pay")

    assert road.taken == Taken(road.opened.ref, road.reference, AMOUNT, True, False)
    assert road.bank.page_of(road.reference) is None


def test_page_before_we_heard_of_it_is_paid_too(road: Road) -> None:
    found = road.bank.page_of(road.reference)

    assert found is not None
    road.bank.press(found, "pay")

    assert road.taken.is_paid


def test_charge_whose_time_was_ended(road: Road) -> None:
    road.bank.expire(road.payment)
    road.bank.press(road.payment, "pay")

    assert not road.taken.is_paid
    assert not road.taken.is_open


def test_refunds_of_ours_and_of_the_merchant(road: Road) -> None:
    road.bank.press(road.payment, "pay")
    paid = road.provider.read(road.opened.ref)

    road.provider.refund(paid, BACK, f"{road.reference}:refund")
    assert road.bank.give_back(road.payment, 300)

    assert (road.taken.given_back, road.taken.by_merchant, road.taken.held) == (1000, 300, 1500)

    assert road.bank.give_back(road.payment, None)
    assert not road.bank.give_back(road.payment, 1)

    assert (road.taken.given_back, road.taken.by_merchant, road.taken.held) == (2500, 1800, 0)


@pytest.mark.parametrize(("every", "given"), [(1, 0), (10_000_019, 700)])
def test_refund_that_is_pending_ends(road: Road, every: int, given: int) -> None:
    road.bank.press(road.payment, "pay")
    paid = road.provider.read(road.opened.ref)
    road.bank.refunds_become(well=True)

    road.provider.refund(paid, BACK, f"{road.reference}:refund")

    assert (road.taken.pending, road.taken.given_back) == (700, 0)

    road.bank.end_refunds(fail_every=every)

    assert (road.taken.pending, road.taken.given_back) == (0, given)


@pytest.mark.parametrize(("every", "is_lost", "held"), [(1, True, 0), (10_000_019, False, 2500)])
def test_dispute_ends(every: int, is_lost: bool, held: int) -> None:
    with stripe() as (provider, at):
        reference = str(uuid4())
        page = "https://shop.example/return/1"
        expires_at = int(time.time()) + 31 * 60
        opened = provider.open(
            ChargeRequest("key-1", reference, AMOUNT, "card", (), page, page, expires_at, "en")
        )
        payment = {"pageUrl": opened.page_url}
        at.press(payment, "pay")
        assert at.dispute(payment, None, inquiry=False)
        (taken,) = at.taken(time.time())
        (dispute,) = taken.disputes
        assert (dispute.minor, dispute.is_over, taken.held) == (2500, False, 2500)

        at.end_disputes(lose_every=every)

        (taken,) = at.taken(time.time())
        assert taken.disputes == (Disputed(dispute.ref, 2500, True, is_lost),)
        assert taken.held == held


def test_empty_account_gives_nothing_back_for_a_while() -> None:
    with asaas() as (provider, at):
        reference = str(uuid4())
        opened = provider.open(asked_for(reference))
        at.press({"chargeId": reference}, "pay")
        paid = provider.read(opened.ref)
        whim = at.whim(0)
        assert whim is not None

        with pytest.raises(ProviderRefused):
            provider.refund(paid, BACK, f"{reference}:refund")
        whim[1]()

        provider.refund(paid, BACK, f"{reference}:refund")
        assert at.taken(time.time())[0].given_back == 700


@pytest.mark.parametrize("dice", [0.1, 0.5, 0.9])
def test_whims_of_a_bank_take_nothing_and_give_nothing(dice: float) -> None:
    with bank() as (provider, at):
        reference = str(uuid4())
        opened = provider.open(asked_for(reference))
        at.press({"chargeId": reference}, "pay")
        paid = provider.read(opened.ref)
        whim = at.whim(dice)
        assert whim is not None

        provider.refund(paid, BACK, f"{reference}:refund")
        whim[1]()

        assert [one.amount for one in provider.refunds_of(paid)] == [BACK]
        assert at.taken(time.time())[0].given_back == 700
