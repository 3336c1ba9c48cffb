"""A bank's webhooks: the secret in the address proves them, and nothing in them is believed."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from pytest_httpserver import HTTPServer

from agentpay_plugin.charges.ports import ChargeRequest, ProviderEvent
from agentpay_plugin.demo.pix.lookalike import LookAlike
from agentpay_plugin.errors import NotAuthentic
from agentpay_plugin.money import Money
from agentpay_plugin.payments.pix import PixProvider
from agentpay_plugin.payments.pix_bank import efi
from agentpay_plugin.payments.pix_ids import (
    reference_of,
    refund_id_of,
    refund_key_of,
    txid_of,
)
from tests.payments.conftest import BANK_SECRET, REFERENCE

Build = Callable[..., ChargeRequest]
FIXTURES = Path(__file__).parents[1] / "fixtures" / "pix"
OLD_SECRET = "secret-that-is-being-replaced-01"
BANK = efi("id", "secret", "", "key", live=False)
PROVIDER = PixProvider(BANK, (BANK_SECRET, OLD_SECRET))
HEX = REFERENCE.replace("-", "")
TXID = f"{HEX}t1"
E2EID = "E12345678202611271221kkkkkkkkkkk"
LATER = "E12345678202611271230mmmmmmmmmmm"


def saved(name: str) -> bytes:
    return (FIXTURES / f"{name}.json").read_bytes()


def verify(
    body: bytes, secret: str | None = BANK_SECRET, provider: PixProvider = PROVIDER
) -> tuple[ProviderEvent, ...]:
    query = {"ignorar": "/pix"} | ({} if secret is None else {"hmac": secret})
    return provider.verify(body, {}, query, 0)


def about(e2eid: str, name: str | None = None, **changes: object) -> ProviderEvent:
    values = {
        "id": name or e2eid,
        "type": "devolucao" if name else "pix",
        "charge_ref": TXID,
        "reference": REFERENCE,
        "live": False,
        "handled": True,
        "payment_ref": e2eid,
        "about_refund": name is not None,
    }
    return ProviderEvent(**(values | changes))  # type: ignore[arg-type]


def test_a_payment() -> None:
    assert verify(saved("pix__paid")) == (about(E2EID),)


def test_several_payments_in_one_call() -> None:
    other = {"charge_ref": f"{HEX}t2"}

    assert verify(saved("pix__several")) == (about(E2EID), about(LATER, **other))


def test_a_payment_with_its_refunds_each_at_its_stage() -> None:
    assert verify(saved("pix__refunded")) == (
        about(E2EID),
        about(E2EID, f"{E2EID}:{HEX}r1:DEVOLVIDO"),
        about(E2EID, f"{E2EID}:panel1:NAO_REALIZADO"),
    )


def test_a_refund_that_is_no_list_as_in_the_specifications_own_example() -> None:
    assert verify(saved("pix__refund_no_list")) == (
        about(E2EID),
        about(E2EID, f"{E2EID}:123ABC:EM_PROCESSAMENTO"),
    )


@pytest.mark.parametrize("name", ["pix__of_others", "pix__without_txid"])
def test_other_peoples_payments_are_no_events(name: str) -> None:
    assert verify(saved(name)) == ()


def test_either_secret_proves() -> None:
    assert verify(saved("pix__paid"), OLD_SECRET) == (about(E2EID),)


def test_a_live_account_says_so() -> None:
    live = PixProvider(efi("id", "secret", "", "key", live=True), (BANK_SECRET,))

    assert verify(saved("pix__paid"), provider=live) == (about(E2EID, live=True),)


@pytest.mark.parametrize(
    "secret", [None, "", "x", BANK_SECRET[:-1], f"{BANK_SECRET}/pix", "é", "\ud800"]
)
def test_another_secret_proves_nothing(secret: str | None) -> None:
    with pytest.raises(NotAuthentic):
        verify(saved("pix__paid"), secret)


@pytest.mark.parametrize("secret", ["", None, "anything"])
def test_without_a_secret_of_our_own_nothing_is_authentic(secret: str | None) -> None:
    with pytest.raises(NotAuthentic):
        verify(saved("pix__paid"), secret, PixProvider(BANK, ("",)))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff",
        b"[]",
        b"null",
        b"{}",
        b'{"pix": {}}',
        b'{"pix": null}',
        b'{"pix": ["x", 1, null]}',
        b'{"pix": [{}]}',
        b'{"pix": [{"txid": 1, "endToEndId": 2}]}',
        f'{{"pix": [{{"txid": "{TXID}", "endToEndId": "a b"}}]}}'.encode(),
        f'{{"pix": [{{"txid": "{TXID}"}}]}}'.encode(),
        b'{"evento": "teste_webhook"}',
        b"[" * 100_000,
    ],
)
def test_what_is_authentic_and_not_understood_is_no_event(body: bytes) -> None:
    assert verify(body) == ()


def test_ten_thousand_mutations() -> None:
    """Under a wrong secret nothing is accepted; under the right one nothing makes it fall."""
    chance = random.Random(20261128)
    bodies = [path.read_bytes() for path in sorted(FIXTURES.glob("*.json"))]
    for _ in range(5000):
        body = bytearray(chance.choice(bodies))
        for _ in range(chance.randint(1, 8)):
            body[chance.randrange(len(body))] = chance.randrange(256)
        for event in verify(bytes(body)):
            assert len(event.id) <= 255
            assert event.live is False
            assert reference_of(event.charge_ref or "") == event.reference
    for _ in range(5000):
        secret = list(BANK_SECRET)
        secret[chance.randrange(len(secret))] = chr(chance.randrange(33, 300))
        if (wrong := "".join(secret)) != BANK_SECRET:
            with pytest.raises(NotAuthentic):
                verify(bodies[0], wrong)


def test_a_bank_calls_with_the_secret_and_many_payments_at_once(
    pix_provider: PixProvider, bank: LookAlike, pix_request: Build, httpserver: HTTPServer
) -> None:
    httpserver.expect_request("/hook").respond_with_data("")
    pix_provider.register_webhook(httpserver.url_for("/hook"), BANK_SECRET)
    bank.gather(True)
    for at in (1, 2, 3):
        bank.pay(pix_provider.open(pix_request(key=f"{REFERENCE}:{at}")).ref)
    bank.gather(False)
    pix_provider.refund(pix_provider.read(TXID), Money(100, "BRL"), f"{REFERENCE}:refund")

    assert bank.flush()

    (together, _), (refund, _) = httpserver.log
    query = dict(parse_qsl(urlsplit(together.url).query))
    assert query == {"hmac": BANK_SECRET, "ignorar": "/pix"}
    assert [
        event.charge_ref for event in pix_provider.verify(together.get_data(), {}, query, 0)
    ] == [f"{HEX}t{at}" for at in (1, 2, 3)]
    events = pix_provider.verify(refund.get_data(), {}, query, 0)
    assert [(event.type, event.about_refund) for event in events] == [
        ("pix", False),
        ("devolucao", True),
    ]
    assert len(json.loads(together.get_data())["pix"]) == 3


def test_ids_lead_back_to_our_keys() -> None:
    keys = [f"{REFERENCE}:{at}" for at in (1, 2, 10, 99)]
    refunds = [f"{REFERENCE}:refund", *(f"{REFERENCE}:refund:{at}" for at in (2, 10, 99))]

    assert [reference_of(txid_of(key)) for key in keys] == [REFERENCE] * 4
    assert [refund_key_of(refund_id_of(key)) for key in refunds] == refunds
    assert {len(txid_of(key)) for key in keys} == {34, 35}
    assert len({*map(txid_of, keys), *map(refund_id_of, refunds)}) == 8


@pytest.mark.parametrize(
    "key", ["", "x", f"{REFERENCE}:100", f"{REFERENCE}:0", f"{REFERENCE}:refund:1", "refund-1"]
)
def test_other_keys_become_ids_that_lead_nowhere(key: str) -> None:
    for made in (txid_of(key), refund_id_of(key)):
        assert made == txid_of(key)
        assert made.isalnum()
        assert len(made) == 32
        assert (reference_of(made), refund_key_of(made)) == (None, None)
