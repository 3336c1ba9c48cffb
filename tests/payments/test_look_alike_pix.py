"""The look-alike of a bank is as strict as the API Pix."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import requests

from agentpay_plugin.charges.ports import ChargeRequest
from agentpay_plugin.demo.pix.lookalike import LookAlike
from agentpay_plugin.payments.pix import PixProvider

Build = Callable[..., ChargeRequest]
TXID = "a" * 32


@pytest.fixture
def ask(bank: LookAlike) -> Callable[..., requests.Response]:
    granted = requests.post(
        f"{bank.url}/oauth/token",
        json={"grant_type": "client_credentials"},
        auth=("Client_1", "Secret_1"),
        timeout=10,
    ).json()

    def call(method: str, path: str, json: Any = None, **headers: str) -> requests.Response:
        given = {"Authorization": f"Bearer {granted['access_token']}"} | headers
        return requests.request(
            method, f"{bank.url}/v2/{path}", json=json, headers=given, timeout=10
        )

    return call


def cob(**changes: Any) -> dict[str, Any]:
    values = {
        "calendario": {"expiracao": 3600},
        "valor": {"original": "10.99"},
        "chave": "loja@shop.example",
    }
    return {name: each for name, each in (values | changes).items() if each is not None}


def kind_of(answer: requests.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"].rpartition("/")[2]


@pytest.mark.parametrize(
    ("auth", "body"),
    [
        (None, {"grant_type": "client_credentials"}),
        (("Client_1", ""), {"grant_type": "client_credentials"}),
        (("", "Secret_1"), {"grant_type": "client_credentials"}),
        (("Client_1", "Secret_1"), {"grant_type": "password"}),
        (("Client_1", "Secret_1"), []),
    ],
)
def test_no_token(bank: LookAlike, auth: tuple[str, str] | None, body: object) -> None:
    answer = requests.post(f"{bank.url}/oauth/token", json=body, auth=auth, timeout=10)

    assert answer.status_code in (400, 401)
    assert bank.tokens.given == {}


def test_no_call_without_a_token_or_after_its_end(
    bank: LookAlike, ask: Callable[..., requests.Response]
) -> None:
    assert ask("GET", f"cob/{TXID}", Authorization="Bearer guessed").status_code == 401
    assert ask("GET", f"cob/{TXID}").status_code == 404
    bank.advance(3601)
    assert ask("GET", f"cob/{TXID}").status_code == 401


@pytest.mark.parametrize(
    "changes",
    [
        {"surprise": 1},
        {"calendario": None},
        {"calendario": {}},
        {"calendario": {"expiracao": "3600"}},
        {"calendario": {"expiracao": 0}},
        {"valor": None},
        {"valor": {"original": 10.99}},
        {"valor": {"original": "10.9"}},
        {"valor": {"original": "0.00"}},
        {"chave": None},
        {"chave": "x" * 78},
        {"devedor": {"cpf": "52998224725"}},
        {"devedor": {"cpf": "529.982.247-25", "nome": "Ana"}},
        {"devedor": {"cpf": "52998224725", "cnpj": "11222333000181", "nome": "Ana"}},
        {"solicitacaoPagador": "x" * 141},
    ],
)
def test_charges_that_are_refused(
    bank: LookAlike, ask: Callable[..., requests.Response], changes: dict[str, Any]
) -> None:
    assert kind_of(ask("PUT", f"cob/{TXID}", cob(**changes))) == (400, "CobOperacaoInvalida")
    assert bank.charges == []


@pytest.mark.parametrize("txid", ["a" * 25, "a" * 36, "a" * 26 + "-"])
def test_txids_that_are_refused(
    bank: LookAlike, ask: Callable[..., requests.Response], txid: str
) -> None:
    assert kind_of(ask("PUT", f"cob/{txid}", cob())) == (400, "CobOperacaoInvalida")
    assert bank.charges == []


def test_a_second_put_changes_an_active_charge_alone(
    bank: LookAlike, ask: Callable[..., requests.Response]
) -> None:
    first = ask("PUT", f"cob/{TXID}", cob()).json()
    second = ask("PUT", f"cob/{TXID}", cob(valor={"original": "11.00"})).json()
    bank.pay(TXID)

    assert (first["revisao"], second["revisao"]) == (0, 1)
    assert first["pixCopiaECola"] != second["pixCopiaECola"]
    assert kind_of(ask("PUT", f"cob/{TXID}", cob())) == (400, "CobOperacaoInvalida")


def test_a_removal_comes_alone(bank: LookAlike, ask: Callable[..., requests.Response]) -> None:
    ask("PUT", f"cob/{TXID}", cob())
    removed = {"status": "REMOVIDA_PELO_USUARIO_RECEBEDOR"}

    assert ask("PATCH", f"cob/{TXID}", removed | cob()).status_code == 400
    assert ask("PATCH", f"cob/{TXID}", {"status": "CONCLUIDA"}).status_code == 400
    assert ask("PATCH", f"cob/{TXID}", removed).json()["status"] == removed["status"]
    assert ask("PATCH", f"cob/{TXID}", removed).status_code == 400


def test_what_is_over_cannot_be_paid(
    bank: LookAlike, ask: Callable[..., requests.Response]
) -> None:
    code = ask("PUT", f"cob/{TXID}", cob()).json()["pixCopiaECola"]
    bank.advance(3600)

    answer = requests.post(f"{bank.url}/_control/pay", json={"code": code}, timeout=10)

    assert kind_of(answer) == (400, "CobOperacaoInvalida")
    assert bank.charges[0]["status"] == "ATIVA"


@pytest.mark.parametrize(
    ("refund_id", "body"),
    [
        ("r-1", {"valor": "1.00"}),
        ("r" * 36, {"valor": "1.00"}),
        ("r1", {"valor": "0.00"}),
        ("r1", {"valor": "11.00"}),
        ("r1", {"valor": 1.0}),
        ("r1", {}),
        ("r1", {"valor": "1.00", "surprise": 1}),
        ("r1", {"valor": "1.00", "natureza": "MED_FRAUDE"}),
        ("r1", {"valor": "1.00", "descricao": "x" * 141}),
    ],
)
def test_refunds_that_are_refused(
    bank: LookAlike, ask: Callable[..., requests.Response], refund_id: str, body: dict[str, Any]
) -> None:
    ask("PUT", f"cob/{TXID}", cob())
    e2eid = bank.pay(TXID)["pix"][0]["endToEndId"]

    answer = ask("PUT", f"pix/{e2eid}/devolucao/{refund_id}", body)

    assert kind_of(answer) == (400, "PixDevolucaoInvalida")
    assert bank.refunds == []


def test_an_id_of_a_refund_is_used_once(
    bank: LookAlike, ask: Callable[..., requests.Response]
) -> None:
    ask("PUT", f"cob/{TXID}", cob())
    path = f"pix/{bank.pay(TXID)['pix'][0]['endToEndId']}/devolucao/r1"

    first, again = (ask("PUT", path, {"valor": "1.00"}) for _ in range(2))

    assert first.status_code == 201
    assert kind_of(again) == (400, "PixDevolucaoInvalida")
    assert ask("GET", path).json() == first.json()
    assert ask("GET", path[:-1] + "2").status_code == 404


def test_webhooks_by_key(bank: LookAlike, ask: Callable[..., requests.Response]) -> None:
    address = {"webhookUrl": "https://shop.example/hook"}
    skip = {"x-skip-mtls-checking": "true"}

    assert ask("PUT", "webhook/key", address).status_code == 400
    assert ask("PUT", "webhook/key", {"webhookUrl": "shop"}, **skip).status_code == 400
    assert ask("PUT", "webhook/key", address, **skip).status_code == 200
    assert [one["url"] for one in bank.endpoints] == ["https://shop.example/hook/pix"]
    assert ask("GET", "webhook/key").json()["webhookUrl"] == address["webhookUrl"]
    assert ask("DELETE", "webhook/key").status_code == 204
    assert (ask("GET", "webhook/key").status_code, bank.endpoints) == (404, [])


def test_webhooks_get_lost_come_twice_late_and_in_another_order(
    bank: LookAlike, pix_provider: PixProvider, pix_request: Build, httpserver
) -> None:
    httpserver.expect_request("/hook").respond_with_data("")
    pix_provider.register_webhook(httpserver.url_for("/hook"), "s" * 24)
    reference = "0b8f2c1e-8f0a-4d57-9a51-5f6f2f3c7f10"
    refs = [pix_provider.open(pix_request(key=f"{reference}:{at}")).ref for at in range(1, 5)]

    bank.webhooks(lose=1)
    bank.pay(refs[0])
    bank.webhooks(repeat=2, hold=True)
    bank.pay(refs[1])
    bank.pay(refs[2])
    bank.release("reversed")
    assert bank.flush()
    bank.webhooks(repeat=1, delay=600)
    bank.pay(refs[3])
    assert bank.flush()
    early = len(httpserver.log)
    bank.advance(601)
    assert bank.flush()

    heard = [request.get_json()["pix"][0]["txid"] for request, _ in httpserver.log]
    assert heard == [refs[2], refs[2], refs[1], refs[1], refs[3]]
    assert early == 4


def test_levers(bank: LookAlike, pix_provider: PixProvider, pix_request: Build) -> None:
    def pull(path: str, body: object = None, method: str = "POST") -> Any:
        answer = requests.request(method, f"{bank.url}/_control/{path}", json=body, timeout=10)
        assert answer.status_code == 200, answer.text
        return answer.json()

    charge = pix_provider.open(pix_request())
    late = pix_provider.open(pix_request(key="late"))
    removed = pix_provider.open(pix_request(key="removed"))
    pull("pay", {"code": charge.pix_code})
    pull("refunds/become", {"statuses": ["EM_PROCESSAMENTO"]})
    pull(f"charges/{charge.ref}/give_back", {"amount": 99})
    (refund,) = pull("refunds", method="GET")
    pull(f"refunds/{refund['id']}", {"status": "DEVOLVIDO"})
    pull(f"charges/{removed.ref}/remove")
    pull("clock", {"advance": 7200})
    pull(f"charges/{late.ref}/pay", {"late": True})
    pull("old_errors", {"on": True})
    pull("tokens/revoke")

    assert [one["status"] for one in pull("charges", method="GET")] == [
        "CONCLUIDA",
        "CONCLUIDA",
        "REMOVIDA_PELO_PSP",
    ]
    assert len(pull("events", method="GET")) == 3
    assert "Bearer" not in str(pull("requests", method="GET"))
