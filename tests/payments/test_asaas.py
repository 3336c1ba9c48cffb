"""What is sent to Asaas, exactly; and what is made of its answers."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import parse_qs

import pytest

from agentpay_plugin.charges.ports import ChargeRequest, Line, Payer, ProviderState, RefundState
from agentpay_plugin.demo.asaas.lookalike import LookAlike
from agentpay_plugin.errors import ProviderLocked, ProviderRefused, ProviderUnavailable
from agentpay_plugin.money import Money
from agentpay_plugin.payments import exact_json
from agentpay_plugin.payments.asaas import AsaasProvider
from tests.payments.conftest import ASAAS_KEY, REFERENCE

Build = Callable[..., ChargeRequest]
FIRST, SECOND = f"{REFERENCE}:refund", f"{REFERENCE}:refund:2"


def asked(asaas: LookAlike) -> list[str]:
    return [f"{one.method} {one.path}" for one in asaas.requests]


def paid(provider: AsaasProvider, asaas: LookAlike, request: ChargeRequest) -> str:
    ref = provider.open(request).ref
    asaas.pay(ref)
    return ref


def test_everything_that_is_sent(
    asaas_provider: AsaasProvider, asaas: LookAlike, pix_request: Build
) -> None:
    lines = (Line("Shirt, L", Money(10_000, "BRL"), 1), Line("Delivery", Money(90, "BRL"), 1))
    # 02:30 in UTC is the evening before in Brazil.
    late = int(time.time()) // 86_400 * 86_400 + 3 * 86_400 + 9_000

    charge = asaas_provider.open(
        pix_request(Money(10_090, "BRL"), lines=lines, expires_at=late, email="ana@shop.example")
    )

    look, search, customer, payment, code = asaas.requests
    day = time.strftime("%Y-%m-%d", time.gmtime(late - 86_400))
    assert parse_qs(look.query) == {"externalReference": [f"{REFERENCE}:1"], "limit": ["100"]}
    assert parse_qs(search.query) == {"cpfCnpj": ["52998224725"]}
    assert exact_json.loads(customer.body) == {
        "name": "Ana Souza",
        "cpfCnpj": "52998224725",
        "notificationDisabled": True,
    }
    assert '"value": 100.90,' in payment.body
    assert exact_json.loads(payment.body) == {
        "customer": asaas.customers[0]["id"],
        "billingType": "PIX",
        "value": Money(10_090, "BRL").amount,
        "dueDate": day,
        "description": "Shirt, L, Delivery",
        "externalReference": f"{REFERENCE}:1",
    }
    assert code.path == f"/v3/payments/{charge.ref}/pixQrCode"
    assert {one.body for one in (look, search, code)} == {""}
    assert {one.headers["user-agent"].partition("/")[0] for one in asaas.requests} == {"AgentPay"}
    assert asaas.payments[0]["value"] == "100.90"


@pytest.mark.parametrize("minor", [500, 501, 1009, 10_010, 123_456_789, 9_999_999_999])
def test_amounts_arrive_to_the_centavo(
    asaas_provider: AsaasProvider, asaas: LookAlike, pix_request: Build, minor: int
) -> None:
    charge = asaas_provider.open(pix_request(Money(minor, "BRL")))

    assert charge.amount == Money(minor, "BRL")
    assert f'"value": {minor // 100}.{minor % 100:02},' in asaas.requests[3].body


def test_a_customer_is_made_once(
    asaas_provider: AsaasProvider, asaas: LookAlike, pix_request: Build
) -> None:
    for at in (1, 2, 3):
        asaas_provider.open(pix_request(key=f"{REFERENCE}:{at}"))
    asaas_provider.open(
        pix_request(key=f"{REFERENCE}:4", payer=Payer("Loja Ltda", "12ABC34501DE35"))
    )

    assert [one["cpfCnpj"] for one in asaas.customers] == ["52998224725", "12ABC34501DE35"]
    assert len(asaas.payments) == 4


def test_without_a_payer_nothing_is_sent(
    asaas_provider: AsaasProvider, asaas: LookAlike, pix_request: Build
) -> None:
    assert asaas_provider.needs_payer
    with pytest.raises(ProviderRefused) as refusal:
        asaas_provider.open(pix_request(payer=None))

    assert refusal.value.provider_code == "payer_missing"
    assert asaas.requests == []


def test_only_reais(asaas_provider: AsaasProvider, asaas: LookAlike, pix_request: Build) -> None:
    with pytest.raises(ProviderRefused) as refusal:
        asaas_provider.open(pix_request(Money(1000, "USD")))

    assert refusal.value.provider_code == "currency_not_supported"
    assert asaas.requests == []
    assert asaas_provider.minimum("USD") is None
    assert asaas_provider.maximum("USD") == Money(0, "USD")
    assert not asaas_provider.can_represent(Money(1000, "USD"))


def test_the_merchants_own_least_amount(asaas: LookAlike, pix_request: Build) -> None:
    provider = AsaasProvider(ASAAS_KEY, (), f"{asaas.url}/v3", least=Money(2000, "BRL"))

    with pytest.raises(ProviderRefused, match="amount_too_small"):
        provider.open(pix_request(Money(1999, "BRL")))

    assert provider.minimum("BRL") == Money(2000, "BRL")
    assert asaas.requests == []


def test_of_two_charges_that_crossed_one_is_left(
    asaas_provider: AsaasProvider, asaas: LookAlike, pix_request: Build
) -> None:
    first = asaas_provider.open(pix_request()).ref
    kept = asaas.ledger.records[first]
    body = {name: kept.thing[name] for name in ("customer", "billingType", "value", "dueDate")}
    body["externalReference"] = kept.thing["externalReference"]
    second = asaas.ledger.create_payment(ASAAS_KEY, body)["id"]

    again = asaas_provider.open(pix_request()).ref

    assert again == second
    assert [one["deleted"] for one in asaas.payments] == [True, False]


def test_of_two_charges_the_paid_one_is_the_charge(
    asaas_provider: AsaasProvider, asaas: LookAlike, pix_request: Build
) -> None:
    first = paid(asaas_provider, asaas, pix_request())
    kept = asaas.ledger.records[first].thing
    body = {name: kept[name] for name in ("customer", "billingType", "value", "dueDate")}
    asaas.ledger.create_payment(ASAAS_KEY, body | {"externalReference": kept["externalReference"]})

    again = asaas_provider.open(pix_request())

    assert (again.ref, again.state, again.pix_code) == (first, ProviderState.PAID, None)
    assert [one["deleted"] for one in asaas.payments] == [False, True]


def test_closing_deletes_and_the_code_pays_no_more(
    asaas_provider: AsaasProvider, asaas: LookAlike, pix_request: Build
) -> None:
    charge = asaas_provider.open(pix_request())

    closed = asaas_provider.close(charge.ref)

    assert closed.state is ProviderState.EXPIRED
    assert asked(asaas)[-2:] == [
        f"DELETE /v3/payments/{charge.ref}",
        f"GET /v3/payments/{charge.ref}",
    ]
    with pytest.raises(Exception, match="não pode mais ser paga"):
        asaas.pay_code(charge.pix_code or "")


def test_a_code_lives_on_after_its_day_until_it_is_deleted(
    asaas_provider: AsaasProvider, asaas: LookAlike, pix_request: Build
) -> None:
    charge = asaas_provider.open(pix_request())
    asaas.advance(3 * 86_400)

    overdue = asaas_provider.read(charge.ref)
    asaas.pay_code(charge.pix_code or "")

    assert asaas.events[-2]["event"] == "PAYMENT_OVERDUE"
    assert overdue.state is ProviderState.OPEN
    assert asaas_provider.read(charge.ref).state is ProviderState.PAID


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("PENDING", "open"),
        ("OVERDUE", "open"),
        ("DUNNING_REQUESTED", "open"),
        ("AWAITING_RISK_ANALYSIS", "processing"),
        ("RECEIVED", "paid"),
        ("CONFIRMED", "paid"),
        ("RECEIVED_IN_CASH", "paid"),
        ("DUNNING_RECEIVED", "paid"),
        ("REFUNDED", "paid"),
        ("REFUND_REQUESTED", "paid"),
        ("REFUND_IN_PROGRESS", "paid"),
        ("CHARGEBACK_REQUESTED", "paid"),
        ("CHARGEBACK_DISPUTE", "paid"),
        ("AWAITING_CHARGEBACK_REVERSAL", "paid"),
    ],
)
def test_each_status_in_our_words(
    asaas_provider: AsaasProvider, asaas: LookAlike, pix_request: Build, status: str, state: str
) -> None:
    ref = asaas_provider.open(pix_request()).ref
    asaas.ledger.records[ref].thing["status"] = status

    assert asaas_provider.read(ref).state == state


def test_a_refund_bears_its_key_and_its_exact_amount(
    asaas_provider: AsaasProvider, asaas: LookAlike, pix_request: Build
) -> None:
    ref = paid(asaas_provider, asaas, pix_request())

    refund = asaas_provider.refund(asaas_provider.read(ref), Money(110, "BRL"), FIRST)

    assert asaas.requests[-1].body == f'{{"value": 1.10, "description": "agentpay:{FIRST}"}}'
    assert refund.ref.startswith(f"{ref}:")
    assert (refund.key, refund.amount, refund.state) == (FIRST, Money(110, "BRL"), "succeeded")


def test_a_key_of_a_refund_takes_no_second_amount(
    asaas_provider: AsaasProvider, asaas: LookAlike, pix_request: Build
) -> None:
    charge = asaas_provider.read(paid(asaas_provider, asaas, pix_request()))
    asaas_provider.refund(charge, Money(100, "BRL"), FIRST)

    with pytest.raises(ProviderRefused, match="idempotency_error"):
        asaas_provider.refund(charge, Money(200, "BRL"), FIRST)

    assert len(asaas.refunds) == 1


def test_too_low_a_balance_is_a_plain_reason(
    asaas_provider: AsaasProvider, asaas: LookAlike, pix_request: Build
) -> None:
    charge = asaas_provider.read(paid(asaas_provider, asaas, pix_request()))
    asaas.set_balance(1000)  # the fee is not given back

    with pytest.raises(ProviderRefused) as refusal:
        asaas_provider.refund(charge, Money(1099, "BRL"), FIRST)

    assert refusal.value.provider_code == "insufficient_funds"
    assert asaas.refunds == []
    asaas.set_balance(1099)
    assert asaas_provider.refund(charge, Money(1099, "BRL"), FIRST).amount == Money(1099, "BRL")


def test_a_refund_that_takes_its_time(
    asaas_provider: AsaasProvider, asaas: LookAlike, pix_request: Build
) -> None:
    ref = paid(asaas_provider, asaas, pix_request())
    asaas.refunds_become("PENDING", "AWAITING_CRITICAL_ACTION_AUTHORIZATION")
    charge = asaas_provider.read(ref)

    first = asaas_provider.refund(charge, Money(100, "BRL"), FIRST)
    second = asaas_provider.refund(charge, Money(200, "BRL"), SECOND)
    asaas.move_refunds(ref, "CANCELLED")

    assert (first.state, second.state) == (RefundState.PENDING, RefundState.PENDING)
    assert asaas_provider.read_refund(first.ref) == replace(first, state=RefundState.FAILED)
    assert asaas_provider.read_refund(second.ref) == second


def test_equal_refunds_of_the_merchants_are_told_apart(
    asaas_provider: AsaasProvider, asaas: LookAlike, pix_request: Build
) -> None:
    ref = paid(asaas_provider, asaas, pix_request())
    for _ in range(3):
        asaas.give_back(ref, 100)

    found = asaas_provider.refunds_of(asaas_provider.read(ref))

    assert len({one.ref for one in found}) == 3
    assert [asaas_provider.read_refund(one.ref) for one in found] == list(found)
    assert {one.key for one in found} == {None}


def test_what_was_refunded_is_still_a_paid_charge(
    asaas_provider: AsaasProvider, asaas: LookAlike, pix_request: Build
) -> None:
    ref = paid(asaas_provider, asaas, pix_request())
    asaas.give_back(ref)

    assert asaas.payments[0]["status"] == "REFUNDED"
    assert asaas_provider.read(ref).state is ProviderState.PAID


def test_accounts_do_not_see_each_other(
    asaas_provider: AsaasProvider, asaas: LookAlike, pix_request: Build
) -> None:
    ref = asaas_provider.open(pix_request()).ref
    theirs = AsaasProvider("$aact_hmlg_theirs12345678", (), f"{asaas.url}/v3")

    with pytest.raises(ProviderRefused, match="resource_missing"):
        theirs.read(ref)

    assert theirs.open(pix_request()).ref != ref


def test_where_a_key_leads() -> None:
    sandbox, live = AsaasProvider(ASAAS_KEY, ()), AsaasProvider("$aact_prod_12345678", ())

    assert (sandbox.live, sandbox._api_base) == (False, "https://api-sandbox.asaas.com/v3")
    assert (live.live, live._api_base) == (True, "https://api.asaas.com/v3")


def test_checking_a_key_changes_nothing(asaas_provider: AsaasProvider, asaas: LookAlike) -> None:
    asaas_provider.check()
    asaas.revoke(ASAAS_KEY)
    with pytest.raises(ProviderLocked):
        asaas_provider.check()

    assert asked(asaas) == ["GET /v3/payments"] * 2


def test_a_webhook_is_set_up_once_and_changed_after(
    asaas_provider: AsaasProvider, asaas: LookAlike
) -> None:
    url = "https://shop.example/plugins/global/agentpay-gateway/webhooks/asaas/1/"

    for token in ("a" * 32, "b" * 32):
        asaas_provider.register_webhook(url, token, "owner@shop.example")

    (endpoint,) = asaas.endpoints
    assert endpoint["url"] == url
    assert "PAYMENT_RECEIVED" in endpoint["enabled_events"]
    assert [call.split("/")[0] for call in asked(asaas)] == ["GET ", "POST ", "GET ", "PUT "]
    assert asaas._webhooks.endpoints[0].secret == "b" * 32


def test_a_token_that_asaas_would_not_take(asaas_provider: AsaasProvider, asaas: LookAlike) -> None:
    with pytest.raises(ProviderRefused):
        asaas_provider.register_webhook("https://shop.example/", "short", "owner@shop.example")

    assert asaas.endpoints == []


def test_a_code_that_does_not_pay_the_charge_is_never_shown(
    asaas_provider: AsaasProvider, asaas: LookAlike, pix_request: Build
) -> None:
    asaas.fault("drop", pattern="GET .*/pixQrCode")
    with pytest.raises(ProviderUnavailable):
        asaas_provider.open(pix_request())
    (payment,) = asaas.payments
    asaas.ledger.records[payment["id"]].code += "0"

    with pytest.raises(ProviderRefused) as refusal:
        asaas_provider.open(pix_request())

    assert refusal.value.provider_code == "pix_code_wrong"
    assert asaas.payments[0]["deleted"] is True
