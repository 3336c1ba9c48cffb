"""The look-alike of Asaas is as strict as Asaas."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
import requests

from agentpay_plugin.charges.ports import ChargeRequest
from agentpay_plugin.demo.asaas.lookalike import LookAlike
from agentpay_plugin.payments.asaas import AsaasProvider
from tests.payments.conftest import ASAAS_KEY

Build = Callable[..., ChargeRequest]
CUSTOMER = {"name": "Ana", "cpfCnpj": "529.982.247-25"}
DUE = "2999-12-31"


def ask(
    asaas: LookAlike, method: str, path: str, json: Any = None, **headers: str | None
) -> requests.Response:
    given = {"access_token": ASAAS_KEY, "User-Agent": "test"} | headers
    return requests.request(method, f"{asaas.url}/v3/{path}", json=json, headers=given, timeout=10)


def payment(asaas: LookAlike, **changes: Any) -> dict[str, Any]:
    customer = ask(asaas, "POST", "customers", CUSTOMER).json()["id"]
    values = {"customer": customer, "billingType": "PIX", "value": 10.5, "dueDate": DUE}
    return {name: each for name, each in (values | changes).items() if each is not None}


def code_of(answer: requests.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["errors"][0]["code"]


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({"access_token": None}, "invalid_access_token"),
        ({"access_token": "sk_test_12345678"}, "invalid_access_token"),
        ({"access_token": "$aact_prod_12345678"}, "invalid_environment"),
    ],
)
def test_keys(asaas: LookAlike, headers: dict[str, str | None], code: str) -> None:
    assert code_of(ask(asaas, "GET", "payments", **headers)) == (401, code)


def test_who_calls_must_say_so(asaas: LookAlike) -> None:
    answer = ask(asaas, "GET", "payments", **{"User-Agent": ""})

    assert code_of(answer) == (400, "invalid_user_agent")


def test_a_get_has_no_body(asaas: LookAlike) -> None:
    assert ask(asaas, "GET", "payments", {"limit": 1}).status_code == 403


@pytest.mark.parametrize(
    "changes",
    [
        {"surprise": 1},
        {"customer": None},
        {"billingType": None},
        {"billingType": "BOLETO"},
        {"value": None},
        {"value": "10.50"},
        {"value": 10.505},
        {"value": 0},
        {"value": True},
        {"value": 4.99},
        {"dueDate": "31/12/2999"},
        {"dueDate": "2020-01-01"},
        {"description": "x" * 501},
        {"externalReference": 7},
    ],
)
def test_payments_that_are_refused(asaas: LookAlike, changes: dict[str, Any]) -> None:
    answer = ask(asaas, "POST", "payments", payment(asaas, **changes))

    assert answer.status_code == 400
    assert asaas.payments == []


def test_a_customer_that_is_refused(asaas: LookAlike) -> None:
    wrong = CUSTOMER | {"cpfCnpj": "52998224724"}

    assert code_of(ask(asaas, "POST", "customers", wrong)) == (400, "invalid_cpfCnpj")
    assert ask(asaas, "POST", "customers", {"name": "Ana"}).status_code == 400
    assert asaas.customers == []


def test_another_accounts_customer_is_none(asaas: LookAlike) -> None:
    body = payment(asaas)

    answer = ask(asaas, "POST", "payments", body, access_token="$aact_hmlg_other12345678")

    assert (answer.status_code, asaas.payments) == (404, [])


def test_a_body_that_is_no_json(asaas: LookAlike) -> None:
    headers = {"access_token": ASAAS_KEY, "User-Agent": "test"}
    url = f"{asaas.url}/v3/customers"

    for kind in ("application/json", "text/plain"):
        given = headers | {"Content-Type": kind}
        assert requests.post(url, "{", headers=given, timeout=10).status_code == 400


def test_a_list_comes_in_pages(asaas: LookAlike) -> None:
    body = payment(asaas)
    for _ in range(3):
        ask(asaas, "POST", "payments", body)

    page = ask(asaas, "GET", "payments?limit=2").json()
    rest = ask(asaas, "GET", "payments?limit=2&offset=2").json()

    assert (len(page["data"]), page["hasMore"], page["totalCount"]) == (2, True, 3)
    assert (len(rest["data"]), rest["hasMore"]) == (1, False)
    assert ask(asaas, "GET", "payments?status=PAID").status_code == 400
    assert ask(asaas, "GET", "payments?limit=101").status_code == 400


def test_paid_from_a_phone(
    asaas: LookAlike, asaas_provider: AsaasProvider, pix_request: Build
) -> None:
    code = asaas_provider.open(pix_request()).pix_code
    phone = f"{asaas.url}/phone"

    empty = requests.get(phone, timeout=10)
    shown = requests.get(phone, params={"code": code}, timeout=10)
    done = requests.post(phone, {"code": code}, timeout=10)
    again = requests.post(phone, {"code": code}, timeout=10)
    shown_again = requests.get(phone, params={"code": code}, timeout=10)
    wrong = requests.get(phone, params={"code": "<b>no code</b>"}, timeout=10)

    assert "<textarea" in empty.text
    assert "R$ 10.99" in shown.text
    assert "LOJA DEMO" in shown.text
    answers = (done, again, shown_again, wrong)
    assert [one.status_code for one in answers] == [200, 409, 409, 409]
    assert "<b>" not in wrong.text
    assert asaas.payments[0]["status"] == "RECEIVED"


def test_levers(asaas: LookAlike, asaas_provider: AsaasProvider, pix_request: Build) -> None:
    def pull(path: str, body: object = None, method: str = "POST") -> Any:
        answer = requests.request(method, f"{asaas.url}/_control/{path}", json=body, timeout=10)
        assert answer.status_code == 200, answer.text
        return answer.json()

    ref = asaas_provider.open(pix_request()).ref
    pull(f"payments/{ref}/pay")
    pull(f"payments/{ref}/give_back", {"amount": 99})
    pull("balance", {"centavos": 5})
    pull("clock", {"advance": 60})
    pull("faults", {"kind": "drop"})
    pull("faults/release")

    assert pull("payments", method="GET")[0]["refunds"][0]["value"] == "0.99"
    assert [one["event"] for one in pull("events", method="GET")] == [
        "PAYMENT_CREATED",
        "PAYMENT_RECEIVED",
        "PAYMENT_PARTIALLY_REFUNDED",
    ]
    assert ASAAS_KEY not in str(pull("requests", method="GET"))
    pull("keys/revoke", {"key": ASAAS_KEY})
    assert ask(asaas, "GET", "payments").status_code == 401
    refused = requests.post(f"{asaas.url}/_control/payments/{ref}/pay", timeout=10)
    assert refused.status_code == 400


@pytest.mark.parametrize("name", ["asaas", "pix"])
def test_as_a_process_of_its_own(name: str) -> None:
    command = [sys.executable, "-m", f"agentpay_plugin.demo.{name}", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            url = line.split(" ")[-1].strip()
            assert requests.get(f"{url}/_control", timeout=10).json()["url"] == url
        finally:
            process.terminate()
