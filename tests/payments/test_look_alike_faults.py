"""Idempotency keys, and what goes wrong between a caller and the look-alike."""

from __future__ import annotations

import threading
import time

import pytest
import requests

from agentpay_plugin.demo.stripe.lookalike import LookAlike
from tests.payments.talk import create, form, get, post


def test_a_key_answers_the_same_again(stripe: LookAlike) -> None:
    data = form(stripe)

    first, again = (
        post(stripe, "checkout/sessions", data, **{"Idempotency-Key": "k"}) for _ in range(2)
    )

    assert first.content == again.content
    assert "Idempotent-Replayed" not in first.headers
    assert again.headers["Idempotent-Replayed"] == "true"
    assert again.headers["Original-Request"] == first.headers["Request-Id"]
    assert len(stripe.sessions) == 1


def test_a_key_is_an_accounts_own(stripe: LookAlike) -> None:
    data, key = form(stripe), {"Idempotency-Key": "k"}

    mine = post(stripe, "checkout/sessions", data, **key).json()
    yours = post(stripe, "checkout/sessions", data, key="sk_test_other12345678", **key).json()

    assert mine["id"] != yours["id"]


def test_a_key_is_for_one_request(stripe: LookAlike) -> None:
    key = {"Idempotency-Key": "k"}
    post(stripe, "checkout/sessions", form(stripe), **key)

    other = post(stripe, "checkout/sessions", form(stripe, locale="en"), **key)

    assert (other.status_code, other.json()["error"]["type"]) == (400, "idempotency_error")
    assert len(stripe.sessions) == 1


def test_a_refused_request_leaves_its_key_free(stripe: LookAlike) -> None:
    key = {"Idempotency-Key": "k"}
    bad = post(stripe, "checkout/sessions", form(stripe, locale="??"), **key)

    good = post(stripe, "checkout/sessions", form(stripe), **key)

    assert (bad.status_code, good.status_code) == (400, 200)


def test_a_key_is_forgotten_after_a_day(stripe: LookAlike) -> None:
    key = {"Idempotency-Key": "k"}
    first = post(stripe, "checkout/sessions", form(stripe), **key).json()

    stripe.advance(24 * 60 * 60 + 1)

    assert post(stripe, "checkout/sessions", form(stripe), **key).json()["id"] != first["id"]


def test_the_same_key_at_the_same_time_is_a_conflict(stripe: LookAlike) -> None:
    stripe.fault("slow", times=2)
    statuses: list[int] = []
    one_is_done = threading.Event()

    def ask() -> None:
        answer = post(stripe, "checkout/sessions", form(stripe), **{"Idempotency-Key": "k"})
        statuses.append(answer.status_code)
        one_is_done.set()

    threads = [threading.Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    assert one_is_done.wait(10)
    stripe.faults.release()
    for thread in threads:
        thread.join()

    assert statuses == [409, 200]
    assert len(stripe.sessions) == 1


@pytest.mark.parametrize(
    ("kind", "status", "worked"),
    [
        ("error_500", 500, 0),
        ("rate_limit", 429, 0),
        ("error_500_after_work", 500, 1),
        ("not_json", 200, 1),
    ],
)
def test_faults_that_answer(stripe: LookAlike, kind: str, status: int, worked: int) -> None:
    stripe.fault(kind, pattern="POST /v1/checkout")

    assert get(stripe, "account").status_code == 200
    assert create(stripe).status_code == status
    assert len(stripe.sessions) == worked
    assert create(stripe).status_code == 200


def test_a_kept_500_is_answered_again(stripe: LookAlike) -> None:
    stripe.fault("error_500_kept")

    statuses = [
        post(stripe, "checkout/sessions", form(stripe), **{"Idempotency-Key": key}).status_code
        for key in ("k", "k", "other")
    ]

    assert statuses == [500, 500, 200]
    assert len(stripe.sessions) == 1


@pytest.mark.parametrize(("kind", "worked"), [("drop", 0), ("drop_after_work", 1)])
def test_faults_without_an_answer(stripe: LookAlike, kind: str, worked: int) -> None:
    stripe.fault(kind)

    with pytest.raises(requests.ConnectionError):
        create(stripe)

    assert len(stripe.sessions) == worked


def test_an_answer_is_held_until_it_is_released(stripe: LookAlike) -> None:
    stripe.fault("hold")
    answers: list[int] = []
    thread = threading.Thread(target=lambda: answers.append(create(stripe).status_code))
    thread.start()
    while not stripe.sessions:
        assert thread.is_alive()
    stripe.pay(stripe.sessions[0]["id"])
    assert answers == []

    stripe.faults.release()
    thread.join()

    assert answers == [200]
    assert stripe.sessions[0]["payment_status"] == "paid"


def test_a_slow_body_comes_whole_but_late(stripe: LookAlike) -> None:
    stripe.fault("slow_body", seconds=0.5, pattern="POST /v1/checkout/sessions$")

    begun = time.monotonic()
    answer = post(stripe, "checkout/sessions", form(stripe))

    assert answer.json()["id"] == stripe.sessions[0]["id"]
    assert time.monotonic() - begun >= 0.45


def test_each_call_is_kept_with_the_fault_it_met(stripe: LookAlike) -> None:
    stripe.fault("error_500")
    post(stripe, "checkout/sessions", form(stripe))
    create(stripe)

    assert [seen.fault for seen in stripe.requests] == ["error_500", None]
