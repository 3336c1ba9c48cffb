"""Webhooks arrive, really signed; or late, twice, in another order, or never."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from threading import Barrier, BrokenBarrierError

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from agentpay_plugin.charges.ports import ChargeRequest
from agentpay_plugin.demo.stripe.lookalike import LookAlike
from agentpay_plugin.errors import NotAuthentic
from agentpay_plugin.payments.stripe import StripeProvider

Build = Callable[..., ChargeRequest]
KEY = "sk_test_contract12345678"
SECRET = "whsec_contract12345678"
PAID = [
    "payment_intent.created",
    "charge.succeeded",
    "payment_intent.succeeded",
    "checkout.session.completed",
]


class Receiver:
    """An endpoint that keeps what it got; `statuses` are its next answers, then 200."""

    def __init__(self, server: HTTPServer, path: str) -> None:
        self.url = server.url_for(path)
        self.got: list[tuple[bytes, str]] = []
        self.statuses: list[int] = []
        self.meeting: Barrier | None = None
        server.expect_request(path, method="POST").respond_with_handler(self._take)

    @property
    def types(self) -> list[str]:
        return [json.loads(body)["type"] for body, _ in self.got]

    def _take(self, request: Request) -> Response:
        self.got.append((request.get_data(), request.headers["Stripe-Signature"]))
        if self.meeting is not None:
            try:
                self.meeting.wait(10)
            except BrokenBarrierError:
                return Response(status=500)
        return Response(status=self.statuses.pop(0) if self.statuses else 200)


@pytest.fixture(scope="module")
def threaded_server() -> Iterator[HTTPServer]:
    with HTTPServer(threaded=True) as server:
        yield server


@pytest.fixture
def server(threaded_server: HTTPServer) -> HTTPServer:
    threaded_server.clear()
    return threaded_server


@pytest.fixture
def receiver(server: HTTPServer, stripe: LookAlike) -> Receiver:
    receiver = Receiver(server, "/hook")
    stripe.listen(receiver.url, SECRET)
    return receiver


@pytest.fixture
def ref(provider, charge_request: Build) -> str:
    return str(provider.open(charge_request()).ref)


def test_each_event_arrives_once_and_signed(
    provider, stripe: LookAlike, receiver: Receiver, ref: str
) -> None:
    stripe.pay(ref)

    assert stripe.flush()
    assert receiver.types == PAID
    body, header = receiver.got[-1]
    (event,) = provider.verify(body, {"stripe-signature": header}, {}, int(time.time()))
    assert (event.charge_ref, event.reference, event.handled) == (ref, "charge-1", True)


def test_another_secret_does_not_verify(stripe: LookAlike, receiver: Receiver, ref: str) -> None:
    stripe.pay(ref)
    stripe.flush()
    body, header = receiver.got[-1]

    with pytest.raises(NotAuthentic):
        StripeProvider(KEY, ("whsec_other12345678",)).verify(
            body, {"stripe-signature": header}, {}, int(time.time())
        )


@pytest.mark.parametrize("offset", [-301, 301])
def test_a_signature_may_be_stale_or_early(
    provider, stripe: LookAlike, receiver: Receiver, ref: str, offset: int
) -> None:
    stripe.webhooks(signature_offset=offset)
    stripe.pay(ref)
    stripe.flush()
    body, header = receiver.got[-1]

    with pytest.raises(NotAuthentic):
        provider.verify(body, {"stripe-signature": header}, {}, int(time.time()))


def test_a_signature_may_bear_the_moved_clock(
    provider, stripe: LookAlike, receiver: Receiver, ref: str
) -> None:
    stripe.webhooks(virtual_signature=True)
    now = stripe.advance(10_000)
    stripe.flush()
    body, header = receiver.got[-1]

    (event,) = provider.verify(body, {"stripe-signature": header}, {}, now)

    assert (event.type, event.charge_ref) == ("checkout.session.expired", ref)


def test_some_are_lost(stripe: LookAlike, receiver: Receiver, ref: str) -> None:
    stripe.webhooks(lose=3)

    stripe.pay(ref)
    stripe.flush()

    assert receiver.types == ["checkout.session.completed"]
    assert [one["fate"] for one in stripe.deliveries] == ["lost", "lost", "lost", "delivered"]


def test_all_are_lost_until_it_is_over_and_one_is_sent_again(
    stripe: LookAlike, receiver: Receiver, ref: str
) -> None:
    stripe.webhooks(lose=-1)
    stripe.pay(ref)
    stripe.flush()
    assert receiver.got == []

    stripe.webhooks_normal()
    assert stripe.resend(stripe.events[-1]["id"]) == 1
    stripe.flush()

    assert receiver.types == ["checkout.session.completed"]


def test_each_twenty_times_and_at_once(stripe: LookAlike, receiver: Receiver, ref: str) -> None:
    stripe.webhooks(repeat=20, parallel=20)
    receiver.meeting = Barrier(20)

    stripe.expire(ref)
    stripe.flush()

    assert receiver.types == ["checkout.session.expired"] * 20
    assert len({body for body, _ in receiver.got}) == 1
    assert {one["status"] for one in stripe.deliveries} == {200}


def test_held_until_released_and_turned_round(
    stripe: LookAlike, receiver: Receiver, ref: str
) -> None:
    stripe.webhooks(hold=True)
    stripe.pay(ref)
    assert stripe.flush()
    assert receiver.got == []

    stripe.release("reversed")
    stripe.flush()

    assert receiver.types == PAID[::-1]


def test_shuffled_is_all_of_them(stripe: LookAlike, receiver: Receiver, ref: str) -> None:
    stripe.webhooks(hold=True)
    stripe.pay(ref)

    stripe.release("shuffled")
    stripe.flush()

    assert sorted(receiver.types) == sorted(PAID)


def test_delayed_by_the_clock(stripe: LookAlike, receiver: Receiver, ref: str) -> None:
    stripe.webhooks(delay=600)
    stripe.pay(ref)
    stripe.flush()
    assert receiver.got == []

    stripe.advance(600)
    stripe.flush()

    assert receiver.types == PAID


def test_tried_again_when_the_receiver_was_down(
    stripe: LookAlike, receiver: Receiver, ref: str
) -> None:
    receiver.statuses = [500]
    stripe.expire(ref)
    assert stripe.flush()
    assert [one["fate"] for one in stripe.deliveries] == ["waiting"]

    stripe.advance(10)
    stripe.flush()

    assert receiver.types == ["checkout.session.expired"] * 2
    assert [(one["fate"], one["attempt"]) for one in stripe.deliveries] == [("delivered", 2)]


def test_given_up_in_the_end(stripe: LookAlike, receiver: Receiver, ref: str) -> None:
    receiver.statuses = [503] * 10
    stripe.expire(ref)

    for _ in range(6):
        stripe.flush()
        stripe.advance(3600)

    assert len(receiver.got) == 5
    assert [one["fate"] for one in stripe.deliveries] == ["failed"]


def test_a_receiver_that_is_not_there(stripe: LookAlike, ref: str) -> None:
    stripe.listen("http://127.0.0.1:9/hook", SECRET)
    stripe.webhooks(retry=False)

    stripe.expire(ref)

    assert stripe.flush()
    assert [(one["fate"], one["status"]) for one in stripe.deliveries] == [("failed", None)]


def test_endpoints_get_their_own_accounts_events_of_their_kinds(
    server: HTTPServer, stripe: LookAlike, ref: str
) -> None:
    ours, theirs, some = (Receiver(server, path) for path in ("/ours", "/theirs", "/some"))
    stripe.listen(ours.url, SECRET, account=KEY)
    stripe.listen(theirs.url, SECRET, account="sk_test_other12345678")
    stripe.listen(some.url, SECRET, ["checkout.session.completed"])

    stripe.pay(ref)
    stripe.flush()

    assert ours.types == PAID
    assert theirs.types == []
    assert some.types == ["checkout.session.completed"]


def test_time_alone_expires_a_session(stripe: LookAlike, receiver: Receiver, ref: str) -> None:
    stripe.advance(31 * 60 - 30)
    stripe.flush()
    assert receiver.got == []

    stripe.advance(60)
    stripe.flush()

    assert receiver.types == ["checkout.session.expired"]
    assert stripe.sessions[0]["status"] == "expired"


def test_a_payment_begun_in_an_expired_session_is_cancelled(stripe: LookAlike, ref: str) -> None:
    stripe.decline(ref)

    stripe.advance(31 * 60 + 1)

    assert [one["type"] for one in stripe.events][-2:] == [
        "payment_intent.canceled",
        "checkout.session.expired",
    ]
    assert stripe.payment_intents[0]["status"] == "canceled"


def test_an_event_names_the_request_that_caused_it(provider, stripe: LookAlike, ref: str) -> None:
    provider.close(ref)

    cause = stripe.events[0]["request"]
    assert cause["id"].startswith("req_")
    assert cause["idempotency_key"] == stripe.requests[-1].idempotency_key


@pytest.mark.parametrize(
    ("modes", "error"),
    [({"lose": "all"}, TypeError), ({"order": "random"}, ValueError), ({"loose": 1}, TypeError)],
)
def test_switches_that_do_not_exist(
    stripe: LookAlike, modes: dict[str, object], error: type[Exception]
) -> None:
    with pytest.raises(error):
        stripe.webhooks(**modes)

    assert stripe.webhooks().lose == 0
