"""A bank says no, fails, lies, or says nothing at all."""

from __future__ import annotations

import logging
import socket
import time
import uuid
from collections.abc import Callable

import pytest
from pytest_httpserver import HTTPServer

from agentpay_plugin.charges.ports import ChargeRequest, Payer, ProviderState
from agentpay_plugin.demo.pix.lookalike import LookAlike
from agentpay_plugin.errors import ProviderLocked, ProviderRefused, ProviderUnavailable
from agentpay_plugin.money import Money
from agentpay_plugin.payments.pix import PixProvider
from agentpay_plugin.payments.pix_bank import efi
from tests.payments.conftest import BANK_SECRET, REFERENCE, access, client_of
from tests.payments.test_asaas_failures import chain

Build = Callable[..., ChargeRequest]
FIRST = f"{REFERENCE}:refund"
TXID = f"{REFERENCE.replace('-', '')}t1"
PROBLEMS = "https://pix.bcb.gov.br/api/v2/error/"
COB = {
    "txid": TXID,
    "calendario": {"criacao": "2026-11-27T20:15:00.358Z", "expiracao": 3600},
    "status": "ATIVA",
    "valor": {"original": "10.99"},
}


def reader(httpserver: HTTPServer) -> PixProvider:
    httpserver.expect_request("/oauth/token").respond_with_json(
        {"access_token": "t", "expires_in": 3600}
    )
    # A secret of its own: no test lives on a token that another one was given.
    bank = efi("id", uuid.uuid4().hex, "", "key", live=False, base=httpserver.url_for(""))
    return PixProvider(bank, (), deadline=5)


@pytest.mark.parametrize(
    ("status", "body", "code"),
    [
        (400, {"type": f"{PROBLEMS}CobOperacaoInvalida"}, "CobOperacaoInvalida"),
        (400, {"nome": "valor_invalido", "mensagem": "O valor de João"}, "valor_invalido"),
        (422, {"type": f"{PROBLEMS}CobOperacaoInvalida"}, "CobOperacaoInvalida"),
        (400, {"type": "João <joao@shop.example>"}, "refused"),
        (400, {"type": 7}, "refused"),
        (400, {}, "refused"),
        (404, {"type": f"{PROBLEMS}CobNaoEncontrado"}, "resource_missing"),
        (404, {"nome": "cobranca_nao_encontrada"}, "resource_missing"),
        (410, {"type": f"{PROBLEMS}PermanentementeRemovido"}, "resource_missing"),
    ],
)
def test_refusals(httpserver: HTTPServer, status: int, body: object, code: str) -> None:
    httpserver.expect_request(f"/v2/cob/{TXID}").respond_with_json(body, status=status)

    with pytest.raises(ProviderRefused) as refusal:
        reader(httpserver).read(TXID)

    assert refusal.value.provider_code == code
    assert "João" not in str(refusal.value)


@pytest.mark.parametrize("status", [401, 403])
def test_an_access_that_is_not_accepted_decides_nothing(
    httpserver: HTTPServer, status: int
) -> None:
    httpserver.expect_request(f"/v2/cob/{TXID}").respond_with_json(
        {"type": f"{PROBLEMS}AcessoNegado"}, status=status
    )

    with pytest.raises(ProviderLocked, match=f"HTTP {status}"):
        reader(httpserver).read(TXID)

    asked = [request.path for request, _ in httpserver.log if request.path != "/oauth/token"]
    assert len(asked) == (2 if status == 401 else 1)


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (429, "{}"),
        (500, "{}"),
        (503, "<html>down</html>"),
        (400, "<html>a proxy's</html>"),
        (403, '["no"]'),
        (404, "<html>a proxy's</html>"),
        (404, ""),
        (302, ""),
        (200, ""),
        (200, "<html>a proxy's</html>"),
        (200, "[]"),
        (200, "{}"),
        (200, "\xff"),
    ],
)
def test_answers_that_leave_all_open(httpserver: HTTPServer, status: int, body: str) -> None:
    httpserver.expect_request(f"/v2/cob/{TXID}").respond_with_data(
        body.encode("latin-1"), status=status, headers={"Location": httpserver.url_for("/else")}
    )

    with pytest.raises(ProviderUnavailable):
        reader(httpserver).read(TXID)

    assert "/else" not in [request.path for request, _ in httpserver.log]


@pytest.mark.parametrize(
    "change",
    [
        {"status": "QUASE"},
        {"status": None},
        {"txid": 7},
        {"valor": {"original": 10.99}},
        {"valor": {"original": "10,99"}},
        {"valor": {"original": "10.9"}},
        {"valor": None},
        {"calendario": {"criacao": "2026-11-27T20:15:00", "expiracao": 3600}},
        {"calendario": {"criacao": "yesterday", "expiracao": 3600}},
        {"calendario": {"criacao": "2026-11-27T20:15:00Z", "expiracao": 1.5}},
        {"calendario": {"criacao": "2026-11-27T20:15:00Z"}},
        {"pix": "paid"},
        {"pix": [{"valor": "10.99"}]},
        {"pix": [{"endToEndId": "E1", "valor": 10}]},
    ],
)
def test_a_charge_in_words_we_do_not_know_leaves_all_open(
    httpserver: HTTPServer, change: dict[str, object]
) -> None:
    httpserver.expect_request(f"/v2/cob/{TXID}").respond_with_json(COB | change)

    with pytest.raises(ProviderUnavailable):
        reader(httpserver).read(TXID)


def test_a_number_that_is_written_as_a_text(httpserver: HTTPServer) -> None:
    calendar = {"criacao": "2026-11-27T20:15:00.358Z", "expiracao": "3600"}
    httpserver.expect_request(f"/v2/cob/{TXID}").respond_with_json(COB | {"calendario": calendar})

    assert reader(httpserver).read(TXID).expires_at == 1_795_814_100


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (200, "{}", ProviderUnavailable),
        (200, '{"access_token": 7, "expires_in": 1}', ProviderUnavailable),
        (200, '{"access_token": "a\\nb", "expires_in": 1}', ProviderUnavailable),
        (200, '{"access_token": "t", "expires_in": "soon"}', ProviderUnavailable),
        (200, "<html>", ProviderUnavailable),
        (500, "{}", ProviderUnavailable),
        (429, "{}", ProviderUnavailable),
        (400, "{}", ProviderLocked),
        (401, "{}", ProviderLocked),
        (403, "{}", ProviderLocked),
    ],
)
def test_tokens_that_are_none(
    httpserver: HTTPServer, status: int, body: str, error: type[Exception]
) -> None:
    httpserver.expect_request("/oauth/token").respond_with_data(body, status=status)
    bank = efi("id", f"{status}{body}", "", "key", live=False, base=httpserver.url_for(""))

    with pytest.raises(error):
        PixProvider(bank, ()).read(TXID)

    assert [request.path for request, _ in httpserver.log] == ["/oauth/token"]


def test_an_id_never_becomes_another_path(httpserver: HTTPServer) -> None:
    provider = reader(httpserver)
    for ref in ("", "../webhook", f"{TXID}/x", f"{TXID}?x=1", "é" * 30, "x" * 25, "x" * 36):
        for method in ("read", "close", "read_refund"):
            with pytest.raises(ProviderRefused, match="resource_missing"):
                getattr(provider, method)(ref)

    assert httpserver.log == []


def test_a_port_where_nobody_listens(pix_request: Build) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    nobody = efi("id", "secret", "", "key", live=False, base=f"http://127.0.0.1:{port}")

    with pytest.raises(ProviderUnavailable, match="ConnectionError"):
        PixProvider(nobody, ()).open(pix_request())


@pytest.mark.parametrize(
    ("kind", "pattern", "made"),
    [
        ("drop", "POST /oauth", 0),
        ("not_json", "POST /oauth", 0),
        ("drop", "GET /v2/cob", 0),
        ("rate_limit", "PUT /v2/cob", 0),
        ("drop_after_work", "PUT /v2/cob", 1),
        ("error_500_after_work", "PUT /v2/cob", 1),
        ("not_json", "PUT /v2/cob", 1),
    ],
)
def test_opening_that_breaks_off_is_taken_up_where_it_was(
    pix_provider: PixProvider,
    bank: LookAlike,
    pix_request: Build,
    kind: str,
    pattern: str,
    made: int,
) -> None:
    request = pix_request()
    bank.fault(kind, pattern=pattern)
    with pytest.raises(ProviderUnavailable):
        pix_provider.open(request)
    assert len(bank.charges) == made

    charge = pix_provider.open(request)

    assert charge.pix_code is not None
    assert [one["revisao"] for one in bank.charges] == [0]


@pytest.mark.parametrize("kind", ["drop_after_work", "error_500_after_work", "not_json"])
def test_a_refund_that_breaks_off_is_found(
    pix_provider: PixProvider, bank: LookAlike, pix_request: Build, kind: str
) -> None:
    ref = pix_provider.open(pix_request()).ref
    bank.pay(ref)
    charge = pix_provider.read(ref)
    bank.fault(kind, pattern="/devolucao/")
    with pytest.raises(ProviderUnavailable):
        pix_provider.refund(charge, Money(300, "BRL"), FIRST)

    refund = pix_provider.refund(charge, Money(300, "BRL"), FIRST)

    assert (refund.amount, len(bank.refunds)) == (Money(300, "BRL"), 1)


def test_the_deadline_is_that_of_all_exchanges_together(
    bank: LookAlike, pix_request: Build
) -> None:
    provider = PixProvider(access(bank), (), deadline=0.6)
    bank.fault("slow", times=-1, seconds=0.25)
    started = time.monotonic()

    with pytest.raises(ProviderUnavailable):
        provider.open(pix_request())

    assert 0.5 <= time.monotonic() - started < 2
    bank.faults.release()


def test_silence_ends_at_the_deadline_and_the_work_is_found(
    bank: LookAlike, pix_provider: PixProvider, pix_request: Build
) -> None:
    hasty = PixProvider(access(bank), (), deadline=0.4)
    bank.fault("timeout_after_work", pattern="PUT")
    request = pix_request()

    with pytest.raises(ProviderUnavailable):
        hasty.open(request)
    bank.faults.release()

    assert pix_provider.open(request).state is ProviderState.OPEN
    assert len(bank.charges) == 1


def test_efis_older_errors_are_understood(
    pix_provider: PixProvider, bank: LookAlike, pix_request: Build
) -> None:
    bank.speak_old(True)

    ref = pix_provider.open(pix_request()).ref
    bank.pay(ref)

    assert pix_provider.close(ref).state is ProviderState.PAID
    with pytest.raises(ProviderRefused, match="resource_missing"):
        pix_provider.read("0" * 32)


def test_a_certificate_that_is_none_is_named_without_being_quoted(bank: LookAlike) -> None:
    broken = "-----BEGIN CERTIFICATE-----\nzqx\n-----END CERTIFICATE-----"

    with pytest.raises(ProviderLocked, match="no certificate with its private key") as locked:
        PixProvider(access(bank, certificate=broken), ()).read(TXID)

    assert "zqx" not in "".join(chain(locked.value))
    assert bank.requests == []


def test_nothing_secret_or_personal_is_logged_or_raised(
    bank: LookAlike, pix_request: Build, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    provider = PixProvider(access(bank), (BANK_SECRET,))
    texts = []
    provider.open(pix_request(payer=Payer("Zqx Silva", "52998224725")))
    provider.register_webhook("https://shop.example/", BANK_SECRET)
    with pytest.raises(ProviderRefused) as refusal:
        provider.open(pix_request(payer=Payer("", "39053344705"), key=f"{REFERENCE}:2"))
    texts.append("".join(chain(refusal.value)))
    bank.revoke(client_of(bank))
    with pytest.raises(ProviderLocked) as locked:
        provider.read(TXID)
    texts.append("".join(chain(locked.value)))

    secrets = ("Zqx", "52998224725", "39053344705", "Client_Secret_1", BANK_SECRET)
    assert "CobOperacaoInvalida" in texts[0]
    for secret in (*secrets, *bank.tokens.given):
        assert not [text for text in (*texts, caplog.text) if secret in text]


@pytest.mark.parametrize("status", ["CONCLUIDA", "ATIVA"])
def test_a_charge_with_a_wrong_code_that_cannot_be_closed_is_not_refused(
    httpserver: HTTPServer, pix_request: Build, status: str
) -> None:
    provider = reader(httpserver)
    path = f"/v2/cob/{TXID}"
    token = {"access_token": "t", "expires_in": 3600}
    httpserver.expect_ordered_request("/oauth/token").respond_with_json(token)
    cob = COB | {"calendario": {"criacao": "2126-11-27T20:15:00Z", "expiracao": 3600}}
    httpserver.expect_ordered_request(path, method="GET").respond_with_json(cob)
    no = {"type": f"{PROBLEMS}CobOperacaoInvalida"}
    httpserver.expect_ordered_request(path, method="PATCH").respond_with_json(no, status=422)
    paid = [
        {
            "endToEndId": "E" + "1" * 31,
            "txid": TXID,
            "valor": "10.99",
            "horario": "2026-11-27T20:16:00Z",
        }
    ]
    httpserver.expect_ordered_request(path, method="GET").respond_with_json(
        cob | {"status": status} | ({"pix": paid} if status == "CONCLUIDA" else {})
    )

    if status == "ATIVA":
        with pytest.raises(ProviderUnavailable):
            provider.open(pix_request())
    else:
        assert provider.open(pix_request()).state is ProviderState.PAID

    asked = [(request.method, request.path) for request, _ in httpserver.log]
    assert asked == [("POST", "/oauth/token"), ("GET", path), ("PATCH", path), ("GET", path)]
