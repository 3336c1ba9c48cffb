"""Asaas says no, fails, lies, or says nothing at all."""

from __future__ import annotations

import logging
import socket
import time
from collections.abc import Callable, Iterator

import pytest
from pytest_httpserver import HTTPServer

from agentpay_plugin.charges.ports import ChargeRequest, Payer, ProviderState
from agentpay_plugin.demo.asaas.lookalike import LookAlike
from agentpay_plugin.errors import ProviderLocked, ProviderRefused, ProviderUnavailable
from agentpay_plugin.money import Money
from agentpay_plugin.payments.asaas import AsaasProvider
from tests.payments.conftest import ASAAS_KEY, REFERENCE

Build = Callable[..., ChargeRequest]
FIRST = f"{REFERENCE}:refund"
PAYMENT = {
    "id": "pay_1",
    "status": "PENDING",
    "value": 10.99,
    "deleted": False,
    "externalReference": f"{REFERENCE}:1",
    "refunds": None,
}


def reader(httpserver: HTTPServer) -> AsaasProvider:
    return AsaasProvider(ASAAS_KEY, (), httpserver.url_for("/v3"), deadline=5)


@pytest.mark.parametrize(
    ("status", "body", "code"),
    [
        (400, {"errors": [{"code": "invalid_action", "description": "x"}]}, "invalid_action"),
        (400, {"errors": [{"code": "x", "description": "Saldo baixo"}]}, "insufficient_funds"),
        (400, {"errors": [{"code": "João <joao@shop.example>"}]}, "refused"),
        (400, {"errors": []}, "refused"),
        (400, {"errors": {}}, "refused"),
        (400, {"errors": ["no"]}, "refused"),
        (400, {}, "refused"),
        (404, {}, "resource_missing"),
        (404, {"errors": [{"code": "not_found"}]}, "resource_missing"),
    ],
)
def test_refusals(httpserver: HTTPServer, status: int, body: object, code: str) -> None:
    httpserver.expect_request("/v3/payments/pay_1").respond_with_json(body, status=status)

    with pytest.raises(ProviderRefused) as refusal:
        reader(httpserver).read("pay_1")

    assert refusal.value.provider_code == code
    assert "pay_1" not in str(refusal.value)
    assert len(httpserver.log) == 1


@pytest.mark.parametrize("status", [401, 403])
def test_keys_that_are_not_accepted_decide_nothing(httpserver: HTTPServer, status: int) -> None:
    httpserver.expect_request("/v3/payments/pay_1").respond_with_json(
        {"errors": [{"code": "invalid_access_token"}]}, status=status
    )

    with pytest.raises(ProviderLocked, match=f"HTTP {status}"):
        reader(httpserver).read("pay_1")

    assert len(httpserver.log) == 1


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (409, '{"errors": []}'),
        (429, '{"errors": []}'),
        (500, '{"errors": []}'),
        (503, "<html>down</html>"),
        (400, "<html>a proxy's</html>"),
        (403, '["no"]'),
        (404, "<html>a proxy's</html>"),
        (302, ""),
        (201, "{}"),
        (200, ""),
        (200, "<html>a proxy's</html>"),
        (200, "[]"),
        (200, "{}"),
        (200, '{"id": "pay_1", "status": "HALF_PAID", "value": 10.99}'),
        (200, '{"id": "pay_1", "status": "PENDING", "value": "10.99"}'),
        (200, '{"id": "pay_1", "status": "PENDING", "value": 10.999}'),
        (200, '{"id": "pay_1", "status": "PENDING", "value": NaN}'),
        (200, '{"id": "pay_1", "status": "PENDING", "value": true}'),
        (200, '{"id": "", "status": "PENDING", "value": 10.99}'),
        (200, '{"status": "PENDING", "value": 10.99}'),
        (200, "\xff"),
    ],
)
def test_answers_that_leave_all_open(httpserver: HTTPServer, status: int, body: str) -> None:
    httpserver.expect_request("/v3/payments/pay_1").respond_with_data(
        body.encode("latin-1"), status=status, headers={"Location": httpserver.url_for("/else")}
    )

    with pytest.raises(ProviderUnavailable):
        reader(httpserver).read("pay_1")

    assert len(httpserver.log) == 1


@pytest.mark.parametrize(
    "refunds",
    [
        "none",
        {"status": "DONE"},
        ["x"],
        [{"status": "DONE", "value": 1.0}],
        [{"status": "GONE", "value": 1.0, "dateCreated": "2026-11-27 10:00:00"}],
        [{"status": "DONE", "value": "1.0", "dateCreated": "2026-11-27 10:00:00"}],
    ],
)
def test_refunds_that_make_no_sense_leave_all_open(
    httpserver: HTTPServer, charge_request: Build, refunds: object
) -> None:
    answer = PAYMENT | {"status": "RECEIVED", "refunds": refunds}
    httpserver.expect_request("/v3/payments/pay_1").respond_with_json(answer)
    provider = reader(httpserver)
    charge = provider.read("pay_1")

    with pytest.raises(ProviderUnavailable):
        provider.refunds_of(charge)
    with pytest.raises(ProviderUnavailable):
        provider.refund(charge, Money(100, "BRL"), FIRST)

    assert {request.method for request, _ in httpserver.log} == {"GET"}


@pytest.mark.parametrize("answer", [{}, {"data": None}, {"data": {}}, {"data": ["x"]}])
def test_a_list_that_makes_no_sense_makes_nothing(
    httpserver: HTTPServer, pix_request: Build, answer: object
) -> None:
    httpserver.expect_request("/v3/payments").respond_with_json(answer)

    with pytest.raises(ProviderUnavailable):
        reader(httpserver).open(pix_request())

    assert [request.method for request, _ in httpserver.log] == ["GET"]


def test_an_id_never_becomes_another_path(httpserver: HTTPServer) -> None:
    for ref in ("", "../customers", "pay_1/refund", "pay_1?x=1", "pay_é"):
        for method in ("read", "close", "read_refund"):
            with pytest.raises(ProviderRefused, match="resource_missing"):
                getattr(reader(httpserver), method)(ref)

    assert httpserver.log == []


def test_a_port_where_nobody_listens(pix_request: Build) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]

    with pytest.raises(ProviderUnavailable, match="ConnectionError"):
        AsaasProvider(ASAAS_KEY, (), f"http://127.0.0.1:{port}/v3").open(pix_request())


@pytest.mark.parametrize(
    ("kind", "pattern", "made"),
    [
        ("drop", "GET /v3/payments$", (0, 0)),
        ("drop", "GET /v3/customers", (0, 0)),
        ("error_500_after_work", "POST /v3/customers", (1, 0)),
        ("drop_after_work", "POST /v3/customers", (1, 0)),
        ("rate_limit", "POST /v3/payments", (1, 0)),
        ("drop_after_work", "POST /v3/payments", (1, 1)),
        ("error_500_after_work", "POST /v3/payments", (1, 1)),
        ("not_json", "POST /v3/payments", (1, 1)),
        ("drop", "GET .*/pixQrCode", (1, 1)),
        ("not_json", "GET .*/pixQrCode", (1, 1)),
    ],
)
def test_opening_that_breaks_off_is_taken_up_where_it_was(
    asaas_provider: AsaasProvider,
    asaas: LookAlike,
    pix_request: Build,
    kind: str,
    pattern: str,
    made: tuple[int, int],
) -> None:
    request = pix_request()
    asaas.fault(kind, pattern=pattern)
    with pytest.raises(ProviderUnavailable):
        asaas_provider.open(request)
    assert (len(asaas.customers), len(asaas.payments)) == made

    charge = asaas_provider.open(request)

    assert charge.pix_code is not None
    assert (len(asaas.customers), len(asaas.payments)) == (1, 1)


@pytest.mark.parametrize("kind", ["drop_after_work", "error_500_after_work", "not_json"])
def test_a_refund_that_breaks_off_is_found(
    asaas_provider: AsaasProvider, asaas: LookAlike, pix_request: Build, kind: str
) -> None:
    ref = asaas_provider.open(pix_request()).ref
    asaas.pay(ref)
    charge = asaas_provider.read(ref)
    asaas.fault(kind, pattern="/refund$")
    with pytest.raises(ProviderUnavailable):
        asaas_provider.refund(charge, Money(300, "BRL"), FIRST)

    refund = asaas_provider.refund(charge, Money(300, "BRL"), FIRST)

    assert (refund.amount, len(asaas.refunds)) == (Money(300, "BRL"), 1)


def test_the_deadline_is_that_of_all_exchanges_together(
    asaas: LookAlike, pix_request: Build
) -> None:
    provider = AsaasProvider(ASAAS_KEY, (), f"{asaas.url}/v3", deadline=0.6)
    asaas.fault("slow", times=-1, seconds=0.25)
    started = time.monotonic()

    with pytest.raises(ProviderUnavailable):
        provider.open(pix_request())

    assert 0.5 <= time.monotonic() - started < 2
    asaas.faults.release()
    assert asaas.payments == []


def test_silence_ends_at_the_deadline_and_the_work_is_found(
    asaas: LookAlike, asaas_provider: AsaasProvider, pix_request: Build
) -> None:
    hasty = AsaasProvider(ASAAS_KEY, (), f"{asaas.url}/v3", deadline=0.4)
    asaas.fault("timeout_after_work", pattern="POST /v3/payments")
    request = pix_request()

    with pytest.raises(ProviderUnavailable):
        hasty.open(request)
    asaas.faults.release()

    assert asaas_provider.open(request).state is ProviderState.OPEN
    assert len(asaas.payments) == 1


def test_a_failed_close_leaves_the_charge_open(
    asaas_provider: AsaasProvider, asaas: LookAlike, pix_request: Build
) -> None:
    ref = asaas_provider.open(pix_request()).ref
    asaas.fault("error_500", pattern="DELETE")

    with pytest.raises(ProviderUnavailable):
        asaas_provider.close(ref)

    assert asaas_provider.read(ref).state is ProviderState.OPEN


def test_nothing_secret_or_personal_is_logged_or_raised(
    asaas: LookAlike, pix_request: Build, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    provider = AsaasProvider(ASAAS_KEY, (), f"{asaas.url}/v3")
    texts = []
    provider.open(pix_request(payer=Payer("Zqx Silva", "52998224725")))
    for change in (
        {"payer": Payer("Zqx", "52998224726"), "key": f"{REFERENCE}:2"},
        {"payer": Payer("Zqx" * 200, "39053344705"), "key": f"{REFERENCE}:3"},
    ):
        with pytest.raises(ProviderRefused) as refusal:
            provider.open(pix_request(**change))
        texts.append("".join(chain(refusal.value)))
    asaas.revoke(ASAAS_KEY)
    with pytest.raises(ProviderLocked) as locked:
        provider.read(asaas.payments[0]["id"])
    texts.append("".join(chain(locked.value)))

    assert "/v3/customers?cpfCnpj=…" in caplog.text
    assert "invalid_cpfCnpj" in texts[0]
    for secret in ("Zqx", "52998224725", "52998224726", "39053344705", "contract12345678"):
        assert not [text for text in (*texts, caplog.text) if secret in text]


def chain(error: BaseException | None) -> Iterator[str]:
    while error is not None:
        yield f"{error!r} {error} "
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def test_keys_that_may_not_read_the_code_leave_open_what_there_is(
    asaas_provider: AsaasProvider, asaas: LookAlike, pix_request: Build
) -> None:
    asaas.fault("forbidden", pattern="GET .*/pixQrCode")

    with pytest.raises(ProviderUnavailable) as problem:
        asaas_provider.open(pix_request())

    assert not isinstance(problem.value, ProviderLocked)
    assert [one["deleted"] for one in asaas.payments] == [False]


NO_CODE = {"errors": [{"code": "invalid_action", "description": "x"}]}


def codeless(httpserver: HTTPServer, status: int, deleting: int, there: dict[str, object]) -> None:
    """An Asaas that has made a payment, shows no code of it, and says `there` of it from then on."""
    httpserver.expect_request("/v3/payments", method="GET").respond_with_json({"data": [PAYMENT]})
    httpserver.expect_request("/v3/payments/pay_1/pixQrCode").respond_with_json(
        NO_CODE, status=status
    )
    deleted = {"deleted": True, "id": "pay_1"} if deleting == 200 else NO_CODE
    httpserver.expect_request("/v3/payments/pay_1", method="DELETE").respond_with_json(
        deleted, status=deleting
    )
    httpserver.expect_request("/v3/payments/pay_1", method="GET").respond_with_json(PAYMENT | there)


@pytest.mark.parametrize("status", [400, 404])
def test_a_charge_without_a_code_is_deleted_before_it_is_refused(
    httpserver: HTTPServer, pix_request: Build, status: int
) -> None:
    codeless(httpserver, status, 200, {"deleted": True})

    with pytest.raises(ProviderRefused):
        reader(httpserver).open(pix_request())

    assert [seen.method for seen, _ in httpserver.log] == ["GET", "GET", "DELETE", "GET"]


def test_a_charge_without_a_code_since_it_is_paid_is_paid(
    httpserver: HTTPServer, pix_request: Build
) -> None:
    codeless(httpserver, 400, 400, {"status": "RECEIVED"})

    opened = reader(httpserver).open(pix_request())

    assert (opened.ref, opened.state) == ("pay_1", ProviderState.PAID)


@pytest.mark.parametrize("deleting", [400, 401, 200])
def test_a_charge_without_a_code_that_stands_still_is_not_refused(
    httpserver: HTTPServer, pix_request: Build, deleting: int
) -> None:
    codeless(httpserver, 400, deleting, {})

    with pytest.raises(ProviderUnavailable) as problem:
        reader(httpserver).open(pix_request())

    assert not isinstance(problem.value, ProviderLocked)


def test_a_charge_without_a_code_that_is_gone_is_refused(
    httpserver: HTTPServer, pix_request: Build
) -> None:
    httpserver.expect_request("/v3/payments", method="GET").respond_with_json({"data": [PAYMENT]})
    httpserver.expect_request("/v3/payments/pay_1/pixQrCode").respond_with_json(NO_CODE, status=400)
    httpserver.expect_request("/v3/payments/pay_1").respond_with_json({}, status=404)

    with pytest.raises(ProviderRefused) as refusal:
        reader(httpserver).open(pix_request())

    assert refusal.value.provider_code == "invalid_action"


def test_one_of_two_payments_that_is_paid_while_it_is_deleted_is_found_by_the_next_try(
    httpserver: HTTPServer, pix_request: Build
) -> None:
    listed = {"data": [PAYMENT, PAYMENT | {"id": "pay_2"}]}
    httpserver.expect_request("/v3/payments", method="GET").respond_with_json(listed)
    httpserver.expect_request("/v3/payments/pay_2", method="DELETE").respond_with_json(
        NO_CODE, status=400
    )
    httpserver.expect_request("/v3/payments/pay_2", method="GET").respond_with_json(
        PAYMENT | {"id": "pay_2", "status": "RECEIVED"}
    )

    with pytest.raises(ProviderUnavailable):
        reader(httpserver).open(pix_request())

    assert [seen.method for seen, _ in httpserver.log] == ["GET", "DELETE", "GET"]
