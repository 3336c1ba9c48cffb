"""What is sent to a bank's API Pix, exactly, by the official specification; and what is made of its answers."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs

import pytest
import requests

from agentpay_plugin.charges.ports import ChargeRequest, Line, Payer, ProviderState, RefundState
from agentpay_plugin.demo.pix.lookalike import LookAlike
from agentpay_plugin.errors import ProviderLocked, ProviderRefused
from agentpay_plugin.money import Money
from agentpay_plugin.payments.pix import PixProvider
from agentpay_plugin.payments.pix_bank import Manner, efi, webhook_address
from tests.payments.conftest import BANK_KEY, BANK_SECRET, REFERENCE, access, client_of
from tests.payments.pix_specification import body_problems, problems

Build = Callable[..., ChargeRequest]
FIRST, SECOND = f"{REFERENCE}:refund", f"{REFERENCE}:refund:2"
HEX = REFERENCE.replace("-", "")
TXID = f"{HEX}t1"
WEBHOOK = "https://shop.example/plugins/global/agentpay-gateway/webhooks/pix/1/"


def asked(bank: LookAlike) -> list[str]:
    return [f"{one.method} {one.path}" for one in bank.requests]


def sent(bank: LookAlike, method: str) -> list[Any]:
    return [json.loads(one.body) for one in bank.requests if one.method == method]


def paid(provider: PixProvider, bank: LookAlike, request: ChargeRequest) -> str:
    ref = provider.open(request).ref
    bank.pay(ref)
    return ref


def test_everything_that_is_sent(
    pix_provider: PixProvider, bank: LookAlike, pix_request: Build
) -> None:
    lines = (Line("Shirt, L", Money(10_000, "BRL"), 1), Line("Delivery", Money(90, "BRL"), 1))

    charge = pix_provider.open(
        pix_request(Money(10_090, "BRL"), lines=lines, expires_at=bank.clock.now() + 900)
    )

    token, look, put = bank.requests
    assert asked(bank) == ["POST /oauth/token", f"GET /v2/cob/{TXID}", f"PUT /v2/cob/{TXID}"]
    assert json.loads(token.body) == {"grant_type": "client_credentials"}
    assert look.body == ""
    body = json.loads(put.body)
    assert body.pop("calendario")["expiracao"] in (899, 900)
    assert body == {
        "valor": {"original": "100.90"},
        "chave": BANK_KEY,
        "solicitacaoPagador": "Shirt, L, Delivery",
        "devedor": {"cpf": "52998224725", "nome": "Ana Souza"},
    }
    assert {one.headers["user-agent"].partition("/")[0] for one in bank.requests} == {"AgentPay"}
    assert (charge.ref, charge.reference) == (TXID, REFERENCE)


def test_every_body_is_of_the_specification(
    pix_provider: PixProvider, bank: LookAlike, pix_request: Build
) -> None:
    company = Payer("Loja Ltda", "12ABC34501DE35")
    lines = (Line("Shirt " * 60, Money(1099, "BRL"), 1),)
    ref = paid(pix_provider, bank, pix_request(lines=lines))
    pix_provider.open(pix_request(key=f"{REFERENCE}:2", payer=company))
    pix_provider.open(pix_request(key=f"{REFERENCE}:3", payer=None))
    pix_provider.close(f"{HEX}t2")
    pix_provider.refund(pix_provider.read(ref), Money(100, "BRL"), FIRST)
    pix_provider.register_webhook(WEBHOOK, BANK_SECRET)
    kinds = {"cob": "CobBody", "pix": "DevolucaoBody", "webhook": "WebhookConfigBody"}

    found = [
        problem
        for one in bank.requests
        if one.method in ("PUT", "PATCH")
        for problem in body_problems(
            "CobBodyRevisada" if one.method == "PATCH" else kinds[one.path.split("/")[2]],
            json.loads(one.body),
        )
    ]

    assert [one.method for one in bank.requests].count("PUT") == 5
    assert found == []


def test_everything_the_look_alike_says_is_of_the_specification(
    pix_provider: PixProvider, bank: LookAlike, pix_request: Build
) -> None:
    ref = paid(pix_provider, bank, pix_request())
    pix_provider.open(pix_request(key=f"{REFERENCE}:2"))
    bank.refunds_become("EM_PROCESSAMENTO")
    pix_provider.refund(pix_provider.read(ref), Money(100, "BRL"), FIRST)
    bank.give_back(ref, 99)
    token = next(iter(bank.tokens.given))
    error = requests.get(
        f"{bank.url}/v2/cob/{'0' * 32}", headers={"Authorization": f"Bearer {token}"}, timeout=10
    )

    found = [problem for one in bank.charges for problem in problems("CobCompleta", one)]
    found += [problem for one in bank.refunds for problem in problems("Devolucao", one)]
    found += [problem for one in bank.events for problem in body_problems("WebhookPixBody", one)]
    found += problems("Problema", error.json())

    assert (len(bank.charges), len(bank.refunds), len(bank.events)) == (2, 2, 2)
    assert error.headers["Content-Type"] == "application/problem+json"
    assert found == []


def test_the_checker_finds_what_is_wrong() -> None:
    wrong = {
        "calendario": {"expiracao": "900"},
        "valor": {"original": 10.9},
        "devedor": {"cpf": "529.982.247-25", "nome": "Ana"},
        "surprise": 1,
    }

    assert problems("CobSolicitada", wrong) == [
        "CobSolicitada.calendario.expiracao: no integer",
        "CobSolicitada.devedor: fits 0 of what it may be",
        "CobSolicitada.valor.original: no string",
        "CobSolicitada.chave: missing",
        "CobSolicitada.surprise: unknown",
    ]


@pytest.mark.parametrize("minor", [1, 10, 100, 1009, 123_456_789, 999_999_999_999])
def test_amounts_arrive_to_the_centavo(
    pix_provider: PixProvider, bank: LookAlike, pix_request: Build, minor: int
) -> None:
    charge = pix_provider.open(pix_request(Money(minor, "BRL")))

    assert charge.amount == Money(minor, "BRL")
    assert bank.charges[0]["valor"]["original"] == f"{minor // 100}.{minor % 100:02}"


def test_a_charge_is_looked_for_first_for_a_second_put_would_change_it(
    pix_provider: PixProvider, bank: LookAlike, pix_request: Build
) -> None:
    for later in (0, 60):
        pix_provider.open(pix_request(expires_at=int(time.time()) + 1900 + later))

    assert [call.split(" ")[0] for call in asked(bank)] == ["POST", "GET", "PUT", "GET"]
    assert bank.charges[0]["revisao"] == 0


def test_an_active_charge_whose_time_is_over_has_expired(
    pix_provider: PixProvider, bank: LookAlike, pix_request: Build
) -> None:
    charge = pix_provider.open(pix_request(expires_at=bank.clock.now() + 900))
    assert charge.expires_at is not None

    bank.set_clock(charge.expires_at - 1)
    before = pix_provider.read(charge.ref)
    bank.set_clock(charge.expires_at)
    after = pix_provider.read(charge.ref)

    assert bank.charges[0]["status"] == "ATIVA"
    assert (before.state, after.state) == (ProviderState.OPEN, ProviderState.EXPIRED)
    assert (before.pix_code, after.pix_code) == (charge.pix_code, None)


def test_one_that_was_paid_late_is_paid(
    pix_provider: PixProvider, bank: LookAlike, pix_request: Build
) -> None:
    ref = pix_provider.open(pix_request()).ref
    bank.advance(3600)
    bank.pay(ref, late=True)

    assert pix_provider.read(ref).state is ProviderState.PAID


def test_closing_removes_it_and_the_code_pays_no_more(
    pix_provider: PixProvider, bank: LookAlike, pix_request: Build
) -> None:
    charge = pix_provider.open(pix_request())

    pix_provider.close(charge.ref)

    assert sent(bank, "PATCH") == [{"status": "REMOVIDA_PELO_USUARIO_RECEBEDOR"}]
    assert bank.charges[0]["status"] == "REMOVIDA_PELO_USUARIO_RECEBEDOR"
    with pytest.raises(Exception, match="não pode mais ser paga"):
        bank.pay_code(charge.pix_code or "")


def test_one_that_the_bank_removed_is_over(
    pix_provider: PixProvider, bank: LookAlike, pix_request: Build
) -> None:
    ref = pix_provider.open(pix_request()).ref
    bank.remove(ref)

    assert pix_provider.read(ref).state is ProviderState.EXPIRED


def test_the_payments_own_id_and_amount_count(
    pix_provider: PixProvider, bank: LookAlike, pix_request: Build
) -> None:
    ref = paid(pix_provider, bank, pix_request())
    (payment,) = bank.ledger.by_txid(ref).thing["pix"]
    payment["valor"] = "10.98"

    charge = pix_provider.read(ref)

    assert charge.payment_ref == payment["endToEndId"]
    assert charge.amount == Money(1098, "BRL")


def test_refunds_go_by_ids_made_from_their_keys(
    pix_provider: PixProvider, bank: LookAlike, pix_request: Build
) -> None:
    charge = pix_provider.read(paid(pix_provider, bank, pix_request()))

    first = pix_provider.refund(charge, Money(100, "BRL"), FIRST)
    second = pix_provider.refund(charge, Money(299, "BRL"), SECOND)

    assert [one["id"] for one in bank.refunds] == [f"{HEX}r1", f"{HEX}r2"]
    assert sent(bank, "PUT")[1:] == [{"valor": "1.00"}, {"valor": "2.99"}]
    assert (first.key, second.key) == (FIRST, SECOND)
    assert first.ref == f"{charge.payment_ref}:{HEX}r1"
    assert pix_provider.read_refund(second.ref) == second


def test_a_key_of_a_refund_takes_no_second_amount(
    pix_provider: PixProvider, bank: LookAlike, pix_request: Build
) -> None:
    charge = pix_provider.read(paid(pix_provider, bank, pix_request()))
    pix_provider.refund(charge, Money(100, "BRL"), FIRST)

    with pytest.raises(ProviderRefused, match="idempotency_error"):
        pix_provider.refund(charge, Money(200, "BRL"), FIRST)

    assert len(bank.refunds) == 1


def test_a_refund_that_crosses_ours_under_the_same_id_is_the_one(
    pix_provider: PixProvider, bank: LookAlike, pix_request: Build
) -> None:
    charge = pix_provider.read(paid(pix_provider, bank, pix_request()))
    made = pix_provider.refund(charge, Money(100, "BRL"), FIRST)
    bank.lag()

    again = pix_provider.refund(charge, Money(100, "BRL"), FIRST)

    assert [call.split(" ")[0] for call in asked(bank)[-3:]] == ["GET", "PUT", "GET"]
    assert again == made
    assert len(bank.refunds) == 1


def test_a_refund_that_takes_its_time(
    pix_provider: PixProvider, bank: LookAlike, pix_request: Build
) -> None:
    charge = pix_provider.read(paid(pix_provider, bank, pix_request()))
    bank.refunds_become("EM_PROCESSAMENTO", "EM_PROCESSAMENTO")

    first = pix_provider.refund(charge, Money(100, "BRL"), FIRST)
    second = pix_provider.refund(charge, Money(200, "BRL"), SECOND)
    bank.move_refund(f"{HEX}r1", "DEVOLVIDO")
    bank.move_refund(f"{HEX}r2", "NAO_REALIZADO")

    assert (first.state, second.state) == (RefundState.PENDING, RefundState.PENDING)
    assert pix_provider.read_refund(first.ref) == replace(first, state=RefundState.SUCCEEDED)
    assert pix_provider.read_refund(second.ref) == replace(second, state=RefundState.FAILED)
    # What was not given back may be given back again.
    assert (
        pix_provider.refund(charge, Money(999, "BRL"), f"{REFERENCE}:refund:3").amount.minor == 999
    )


def test_after_ninety_days_nothing_is_given_back(
    pix_provider: PixProvider, bank: LookAlike, pix_request: Build
) -> None:
    charge = pix_provider.read(paid(pix_provider, bank, pix_request()))
    bank.advance(90 * 86_400 - 5)
    pix_provider.refund(charge, Money(100, "BRL"), FIRST)
    bank.advance(10)

    with pytest.raises(ProviderRefused) as refusal:
        pix_provider.refund(charge, Money(100, "BRL"), SECOND)

    assert refusal.value.provider_code == "refund_window_over"
    assert len(bank.refunds) == 1


@pytest.mark.parametrize(("life", "fetched"), [(3600, 1), (31, 1), (30, 3)])
def test_a_token_is_kept_until_shortly_before_it_ends(
    bank: LookAlike, pix_request: Build, life: int, fetched: int
) -> None:
    bank.give_tokens_for(life)
    ref = PixProvider(access(bank), ()).open(pix_request()).ref

    PixProvider(access(bank), ()).read(ref)

    # Opening makes two exchanges, reading one.
    assert asked(bank).count("POST /oauth/token") == fetched


def test_a_token_that_is_not_accepted_is_fetched_anew_once(
    pix_provider: PixProvider, bank: LookAlike, pix_request: Build
) -> None:
    ref = pix_provider.open(pix_request()).ref
    bank.revoke_tokens()

    assert pix_provider.read(ref).state is ProviderState.OPEN
    assert [call.split(" ")[0] for call in asked(bank)[-3:]] == ["GET", "POST", "GET"]


def test_an_access_that_was_taken_away_decides_nothing(
    pix_provider: PixProvider, bank: LookAlike, pix_request: Build
) -> None:
    ref = pix_provider.open(pix_request()).ref
    bank.revoke(client_of(bank))

    with pytest.raises(ProviderLocked):
        pix_provider.read(ref)

    assert asked(bank)[-2:] == [f"GET /v2/cob/{TXID}", "POST /oauth/token"]


def test_another_secret_gets_no_token_of_the_right_one(
    pix_provider: PixProvider, bank: LookAlike, pix_request: Build
) -> None:
    ref = pix_provider.open(pix_request()).ref

    with pytest.raises(ProviderLocked, match="no token"):
        PixProvider(access(bank, client_secret="guessed"), ()).read(ref)


def test_a_bank_that_follows_the_standard_is_asked_for_scopes(
    bank: LookAlike, pix_request: Build
) -> None:
    other = replace(access(bank, client_id="Client_other"), manner=Manner.STANDARD)
    PixProvider(other, ()).open(pix_request())

    form = parse_qs(bank.requests[0].body)
    assert form["grant_type"] == ["client_credentials"]
    assert "cob.write" in form["scope"][0].split()
    assert len(bank.charges) == 1


def test_where_efi_is() -> None:
    live, test = (efi("id", "secret", "", "key", live=live) for live in (True, False))

    assert (live.base, live.token_url) == (
        "https://pix.api.efipay.com.br/v2",
        "https://pix.api.efipay.com.br/oauth/token",
    )
    assert test.base == "https://pix-h.api.efipay.com.br/v2"
    assert base64.b64encode(b"id:secret").decode() not in repr(live)
    assert "secret" not in repr(live)


def test_the_address_that_a_bank_is_given() -> None:
    secret = "s" * 24

    assert webhook_address(Manner.EFI, WEBHOOK, secret) == f"{WEBHOOK}?hmac={secret}&ignorar="
    assert webhook_address(Manner.STANDARD, WEBHOOK, secret) == f"{WEBHOOK}?hmac={secret}"


def test_a_webhook_is_set_up_without_a_probe(pix_provider: PixProvider, bank: LookAlike) -> None:
    for secret in (BANK_SECRET, "another-secret-0123456789"):
        pix_provider.register_webhook(WEBHOOK, secret)

    (endpoint,) = bank.endpoints
    assert endpoint["url"] == f"{WEBHOOK}?hmac=another-secret-0123456789&ignorar=/pix"
    assert bank.requests[-1].path == "/v2/webhook/loja%40shop.example"
    assert bank.requests[-1].headers["x-skip-mtls-checking"] == "true"


def test_checking_an_access_changes_nothing(pix_provider: PixProvider, bank: LookAlike) -> None:
    pix_provider.check()
    bank.revoke(client_of(bank))
    with pytest.raises(ProviderLocked):
        pix_provider.check()

    assert bank.charges == []


def test_a_code_that_does_not_pay_the_charge_is_never_shown(
    pix_provider: PixProvider, bank: LookAlike, pix_request: Build
) -> None:
    other = pix_provider.open(pix_request(Money(999, "BRL"), key=f"{REFERENCE}:2"))
    pix_provider.open(pix_request())
    bank.ledger.by_txid(TXID).thing["pixCopiaECola"] = other.pix_code

    with pytest.raises(ProviderRefused) as refusal:
        pix_provider.open(pix_request())

    assert refusal.value.provider_code == "pix_code_wrong"
    assert bank.ledger.by_txid(TXID).thing["status"] == "REMOVIDA_PELO_USUARIO_RECEBEDOR"


def test_only_reais(pix_provider: PixProvider, bank: LookAlike, pix_request: Build) -> None:
    with pytest.raises(ProviderRefused, match="currency_not_supported"):
        pix_provider.open(pix_request(Money(1000, "USD")))

    assert bank.requests == []
    assert pix_provider.maximum("USD") == Money(0, "USD")
    assert not pix_provider.can_represent(Money(1000, "USD"))
