"""Asaas's webhooks: the token proves them, and nothing in them is believed."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from agentpay_plugin.charges.ports import ChargeRequest, ProviderEvent
from agentpay_plugin.demo.asaas.lookalike import PAUSE_AFTER, LookAlike
from agentpay_plugin.errors import NotAuthentic
from agentpay_plugin.payments.asaas import AsaasProvider
from agentpay_plugin.payments.asaas_webhook import HANDLED, HEADER
from tests.payments.conftest import ASAAS_KEY, ASAAS_TOKEN, REFERENCE

Build = Callable[..., ChargeRequest]
FIXTURES = Path(__file__).parents[1] / "fixtures" / "asaas"
OLD_TOKEN = "token-that-is-being-replaced-0123456789"
PROVIDER = AsaasProvider(ASAAS_KEY, (ASAAS_TOKEN, OLD_TOKEN))
SAID = {path.stem: path.read_bytes() for path in sorted(FIXTURES.glob("*.json"))}


def verify(
    body: bytes, token: str | None = ASAAS_TOKEN, provider: AsaasProvider = PROVIDER
) -> tuple[ProviderEvent, ...]:
    return provider.verify(body, {} if token is None else {HEADER: token}, {}, 0)


@pytest.mark.parametrize("name", SAID)
def test_each_saved_event(name: str) -> None:
    (event,) = verify(SAID[name])

    kind, _, case = name.partition("__")
    told = json.loads(SAID[name])
    is_ours = case != "of_others"
    handled = is_ours and kind in HANDLED
    assert event == ProviderEvent(
        id=told["id"],
        type=kind,
        charge_ref=told["payment"]["id"] if is_ours else None,
        reference=REFERENCE if is_ours else None,
        live=False,
        handled=handled,
        about_refund=handled and "REFUND" in kind,
    )
    assert "&" in event.id


def test_every_handled_type_has_a_saved_event() -> None:
    assert {name.partition("__")[0] for name in SAID} == {*HANDLED, "PAYMENT_CREATED"}


def test_either_token_proves() -> None:
    assert verify(SAID["PAYMENT_RECEIVED__paid"], OLD_TOKEN) == verify(
        SAID["PAYMENT_RECEIVED__paid"]
    )


def test_a_live_account_says_so() -> None:
    live = AsaasProvider("$aact_prod_12345678", (ASAAS_TOKEN,))

    assert verify(SAID["PAYMENT_RECEIVED__paid"], provider=live)[0].live is True


@pytest.mark.parametrize(
    "token", [None, "", "x", ASAAS_TOKEN[:-1], f"{ASAAS_TOKEN} ", "é", "\ud800"]
)
def test_another_token_proves_nothing(token: str | None) -> None:
    with pytest.raises(NotAuthentic):
        verify(SAID["PAYMENT_RECEIVED__paid"], token)


@pytest.mark.parametrize("token", ["", None, "anything"])
def test_without_a_token_of_our_own_nothing_is_authentic(token: str | None) -> None:
    with pytest.raises(NotAuthentic):
        verify(SAID["PAYMENT_RECEIVED__paid"], token, AsaasProvider(ASAAS_KEY, ("",)))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff",
        b"[]",
        b"null",
        b'"x"',
        b"{}",
        b'{"id": 1, "event": "PAYMENT_RECEIVED", "payment": {}}',
        b'{"id": "evt_1&1", "event": "PAYMENT_RECEIVED"}',
        b'{"id": "evt_1&1", "event": "PAYMENT_RECEIVED", "payment": []}',
        b'{"id": "evt_1&1", "event": "payment received", "payment": {}}',
        b'{"id": "", "event": "PAYMENT_RECEIVED", "payment": {}}',
        b'{"id": "evt_1&1", "event": "PAYMENT_RECEIVED", "payment": {"value": NaN}}',
        b"[" * 100_000,
    ],
)
def test_what_is_authentic_and_not_understood_is_no_event(body: bytes) -> None:
    assert verify(body) == ()


def test_ten_thousand_mutations() -> None:
    """Under a wrong token nothing is accepted; under the right one nothing makes it fall."""
    chance = random.Random(20261128)
    bodies = list(SAID.values())
    for _ in range(5000):
        body = bytearray(chance.choice(bodies))
        for _ in range(chance.randint(1, 8)):
            body[chance.randrange(len(body))] = chance.randrange(256)
        for event in verify(bytes(body)):
            assert event.live is False
            assert len(event.id) <= 255
            assert event.payment_ref is None
    for _ in range(5000):
        token = list(ASAAS_TOKEN)
        token[chance.randrange(len(token))] = chr(chance.randrange(33, 300))
        if (wrong := "".join(token)) != ASAAS_TOKEN:
            with pytest.raises(NotAuthentic):
                verify(bodies[0], wrong)


def test_webhooks_arrive_with_the_token_and_are_paused_after_fifteen_failures(
    asaas_provider: AsaasProvider, asaas: LookAlike, pix_request: Build, httpserver
) -> None:
    httpserver.expect_request("/hook").respond_with_data("", status=202)
    asaas.listen(httpserver.url_for("/hook"), ASAAS_TOKEN)
    asaas.webhooks(retry=False)
    for at in range(PAUSE_AFTER + 5):
        asaas_provider.open(pix_request(key=f"{REFERENCE}:{at + 1}"))

    assert asaas.flush()

    heard = [request for request, _ in httpserver.log]
    assert len(heard) == PAUSE_AFTER
    assert {request.headers[HEADER] for request in heard} == {ASAAS_TOKEN}
    httpserver.clear()
    httpserver.expect_request("/hook").respond_with_data("")
    asaas.resume()
    assert asaas.flush()
    assert len(httpserver.log) == 5
    (event,) = verify(httpserver.log[-1][0].get_data())
    assert (event.type, event.handled) == ("PAYMENT_CREATED", False)
