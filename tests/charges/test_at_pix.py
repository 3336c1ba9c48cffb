"""The same against the look-alikes of Asaas and of a bank, with the webhooks that they really send."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from agentpay_plugin.charges import inbox
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.charges.sweep import sweep
from agentpay_plugin.conversation.ports import ChargeView
from agentpay_plugin.demo.asaas.server import running as running_asaas
from agentpay_plugin.demo.pix.server import running as running_pix
from agentpay_plugin.models import Charge, ProviderNotice, Refund
from agentpay_plugin.money import Money
from agentpay_plugin.payments.asaas import AsaasProvider
from agentpay_plugin.payments.pix import PixProvider
from agentpay_plugin.payments.pix_bank import efi
from agentpay_plugin.settings import PixBank
from agentpay_plugin.shop.sandbox.small import REAIS
from tests.builders import CPF
from tests.charges.world import World, charge_of

pytestmark = pytest.mark.django_db(transaction=True)

SECRET = "s" * 32


@dataclass
class Road:
    """A world whose PIX is taken by a real adapter at a look-alike."""

    world: World
    like: Any
    made: Callable[[], int]
    headers: dict[str, str]
    query: dict[str, str]

    def opened(self, attempt: int = 1) -> ChargeView:
        view = self.world.chat.open(self.world.cart(), "pix", attempt, CPF)
        assert view.state == "open", charge_of(view.id).reason
        return view

    def hear(self, since: int = 0) -> None:
        """Receive all webhooks but the first `since`, twice, the newest first, and handle them."""
        for event in [*self.like.events[since:][::-1]] * 2:
            body = json.dumps(event, default=str).encode()
            name = self.world.pix.name
            status = inbox.receive(self.world.desk, name, REAIS, body, self.headers, self.query)
            assert status == 200
        waiting = ProviderNotice.objects.filter(handled_at=None)
        for notice_id in waiting.values_list("pk", flat=True):
            inbox.handle(self.world.desk, notice_id)

    def later(self, **delta: float) -> None:
        self.world.later(**delta)
        self.like.set_clock(self.world.now.timestamp())

    def reports(self) -> list[tuple[str, int]]:
        return [(kind, minor) for kind, minor, _ in self.world.reports()]


@pytest.fixture(params=["asaas", "pix"])
def road(request: pytest.FixtureRequest) -> Iterator[Road]:
    world = World(channel=REAIS)
    if request.param == "asaas":
        world.with_settings(asaas_api_key="$aact_hmlg_12345678", asaas_webhook_token=SECRET)
        with running_asaas() as asaas:
            asaas.set_clock(world.now.timestamp())
            world.pix = AsaasProvider("$aact_hmlg_12345678", (SECRET,), f"{asaas.url}/v3")  # type: ignore[assignment]
            yield Road(
                world, asaas, lambda: len(asaas.payments), {"asaas-access-token": SECRET}, {}
            )
        return
    world.with_settings(pix_provider="pix", pix_bank=PixBank.EFI_SANDBOX, pix_webhook_secret=SECRET)
    with running_pix() as bank:
        bank.set_clock(world.now.timestamp())
        access = efi(f"id-{id(bank)}", "secret", "", "key", live=False, base=bank.url)
        world.pix = PixProvider(access, (SECRET,), clock=lambda: world.now.timestamp())  # type: ignore[assignment]
        yield Road(world, bank, lambda: len(bank.charges), {}, {"hmac": SECRET})


def test_bought_by_pix(road: Road) -> None:
    view = road.opened()
    road.like.pay_code(view.pix_code)

    road.hear()

    charge = charge_of(view.id)
    assert (charge.state, charge.provider) == ("confirmed", road.world.pix.name)
    assert charge.payment_ref
    assert charge.request is None
    assert road.reports() == [("CHARGE_SUCCESS", 4990)]
    assert road.made() == 1
    assert not ProviderNotice.objects.filter(handled_at=None).exists()


def test_the_webhook_comes_before_our_own_call_has_returned(road: Road) -> None:
    view = road.opened()
    Charge.objects.filter(pk=view.id).update(provider_ref=None, state="unknown")
    road.like.pay_code(view.pix_code)

    road.hear()
    road.world.sweep_later(minutes=5)
    road.hear()

    assert charge_of(view.id).state == "confirmed"
    assert road.made() == 1


def test_a_code_that_nobody_paid_is_closed_on_time(road: Road) -> None:
    view = road.opened()
    road.later(minutes=15, seconds=1)

    sweep(road.world.desk)

    assert charge_of(view.id).state == "expired"
    assert road.reports() == [("CHARGE_FAILURE", 4990)]


def test_money_that_comes_after_the_end_is_an_order_all_the_same(road: Road) -> None:
    view = road.opened()
    ref = charge_of(view.id).provider_ref
    if road.world.pix.name == "asaas":
        road.like.pay_code(view.pix_code)
    road.later(minutes=20)
    if road.world.pix.name == "pix":
        road.like.pay(ref, late=True)

    road.hear()

    assert charge_of(view.id).state == "confirmed"
    assert road.reports()[-1] == ("CHARGE_SUCCESS", 4990)


def test_sold_out_meanwhile_goes_back_once(road: Road) -> None:
    view = road.opened()
    road.like.pay_code(view.pix_code)
    road.world.shop.sell_out("variant-audiobook")

    road.world.settle_twice(view.id)
    road.hear()

    refund = Refund.objects.get()
    assert refund.state == "reported"
    assert refund.provider_key == f"{view.id}:refund"
    assert len(road.like.refunds) == 1
    assert [kind for kind, _ in road.reports()] == [
        "CHARGE_SUCCESS",
        "REFUND_REQUEST",
        "REFUND_SUCCESS",
    ]


def test_given_back_in_the_providers_own_panel(road: Road) -> None:
    view = road.opened()
    road.like.pay_code(view.pix_code)
    road.hear()
    before = len(road.like.events)
    road.like.give_back(charge_of(view.id).provider_ref, 1000)

    road.hear(before)

    assert road.reports() == [("CHARGE_SUCCESS", 4990), ("REFUND_SUCCESS", 1000)]
    assert road.world.chat.ask(view.id).refunded == Money(1000, "BRL")
    assert Refund.objects.get().reason == "at_provider"


def test_asked_back_on_the_order_page_in_two_parts(road: Road) -> None:
    view = road.opened()
    road.like.pay_code(view.pix_code)
    road.hear()
    transaction = charge_of(view.id).transaction_id
    for minor in (1000, 3990):
        road.world.shop.ask_back(transaction, Money(minor, "BRL"))

    road.world.settle_twice(view.id)
    road.hear()

    keys = [f"{view.id}:refund", f"{view.id}:refund:2"]
    refunds = Refund.objects.order_by("created_at", "provider_key")
    assert [(one.provider_key, one.state) for one in refunds] == [(key, "reported") for key in keys]
    assert len(road.like.refunds) == 2
    assert sorted(minor for kind, minor in road.reports() if kind == "REFUND_SUCCESS") == [
        1000,
        3990,
    ]
    assert charge_of(view.id).kept_minor == 0


def test_asked_back_when_most_was_given_back_in_the_panel_and_not_heard_of(road: Road) -> None:
    view = road.opened()
    road.like.pay_code(view.pix_code)
    road.hear()
    road.like.give_back(charge_of(view.id).provider_ref, 4000)
    road.world.shop.ask_back(charge_of(view.id).transaction_id, Money(1000, "BRL"))

    road.world.settle_twice(view.id)
    road.later(hours=1, minutes=1)
    sweep(road.world.desk)

    assert len(road.like.refunds) == 1
    assert sorted((one.reason, one.state) for one in Refund.objects.all()) == [
        ("at_provider", "reported"),
        ("merchant", "failed"),
    ]
    assert charge_of(view.id).kept_minor == 990


def test_a_webhook_that_lies_changes_nothing(road: Road) -> None:
    view = road.opened()
    ref = charge_of(view.id).provider_ref
    lie: dict[str, Any] = {"pix": [{"endToEndId": "E1", "txid": ref, "valor": "49.90"}]}
    if road.world.pix.name == "asaas":
        told = {"id": ref, "externalReference": f"{view.id}:1", "status": "RECEIVED"}
        lie = {"id": "evt_1&1", "event": "PAYMENT_RECEIVED", "payment": told}
    body = json.dumps(lie).encode()

    assert (
        inbox.receive(road.world.desk, road.world.pix.name, REAIS, body, road.headers, road.query)
        == 200
    )
    inbox.handle(road.world.desk, ProviderNotice.objects.get().pk)

    assert charge_of(view.id).state == "open"
    assert road.reports() == []


def test_the_payers_tax_id_stays_with_the_provider(
    road: Road, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    view = road.opened()
    road.like.pay_code(view.pix_code)
    road.hear()
    settle(road.world.desk, UUID(view.id))

    rows = [*Charge.objects.values(), *ProviderNotice.objects.values(), *Refund.objects.values()]
    assert CPF not in str(rows)
    assert CPF not in caplog.text
    assert Decimal("49.90") == Money(4990, "BRL").amount


def test_the_one_address_of_a_pix_key_tells_of_every_channel(road: Road) -> None:
    view = road.opened()
    road.like.pay_code(view.pix_code)
    for event in road.like.events:
        body = json.dumps(event, default=str).encode()
        name = road.world.pix.name
        assert (
            inbox.receive(road.world.desk, name, "elsewhere", body, road.headers, road.query) == 200
        )

    for notice_id in ProviderNotice.objects.values_list("pk", flat=True):
        inbox.handle(road.world.desk, notice_id)

    # Asaas tells each channel's own endpoint.
    state = {"pix": "confirmed", "asaas": "open"}[road.world.pix.name]
    assert charge_of(view.id).state == state
    assert not ProviderNotice.objects.filter(handled_at=None).exists()
