"""The demo's subscription: a purchase heard of without asking once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from websockets.sync.client import ClientConnection, connect

from tests.demo.demo import Demo
from tests.saleor.client import Shopper, document


@contextmanager
def following(demo: Demo, token: str, after: int = 0) -> Iterator[Iterator[dict[str, Any]]]:
    """Subscribe to a conversation; gives its events as they come, for 20 s each at most."""
    url = f"ws://127.0.0.1:{demo.port}/graphql/"
    with connect(url, subprotocols=["graphql-transport-ws"]) as socket:  # type: ignore[list-item]
        socket.send(json.dumps({"type": "connection_init"}))
        assert json.loads(socket.recv(timeout=20))["type"] == "connection_ack"
        payload = {
            "query": document("chatEvents"),
            "variables": {"token": token, "after": after},
        }
        socket.send(json.dumps({"id": "1", "type": "subscribe", "payload": payload}))
        yield heard(socket)


def heard(socket: ClientConnection) -> Iterator[dict[str, Any]]:
    while True:
        message = json.loads(socket.recv(timeout=20))
        if message["type"] == "complete":
            return
        if message["type"] == "next":
            payload = message["payload"]
            yield payload["data"]["chatEvents"] if payload.get("data") else payload


def test_purchase_is_heard_of_in_order_and_once(demo: Demo, shopper: Shopper) -> None:
    shopper.start(product={"slug": "essential-tee"})
    shopper.seen = 0
    with following(demo, shopper.token) as events:
        teller = Shopper(demo, token=shopper.token)  # type: ignore[arg-type]
        teller.tap(chooseVariant={"variantId": "variant-essential-tee-blue-m", "quantity": 1})
        teller.tap(checkOut=True)
        teller.details()
        option = teller.last("ChatDeliveryPicker")["options"][0]["id"]  # type: ignore[index]
        teller.tap(chooseDelivery={"optionId": option})
        version = teller.last("ChatQuote")["version"]  # type: ignore[index]
        teller.tap(pay={"method": "card", "quoteVersion": version})

        told: list[dict[str, Any]] = []
        page_url = until_event(events, told, "ChatPaymentEvent")["payment"]["pageUrl"]
        session = page_url.rpartition("/")[2]
        demo.bank(f"sessions/{session}/pay")
        while "ChatReceipt" not in parts(told):
            told.append(next(events))

    sequences = [one["message"]["sequence"] for one in told if "message" in one]
    assert sequences == list(range(1, len(sequences) + 1))
    states = [one["payment"]["state"] for one in told if one.get("payment")]
    assert states[0] == "OPEN"
    assert {"__typename": "ChatTypingEvent", "typing": True, "stoppable": False} in told
    assert not any(one.get("stoppable") for one in told)


def test_who_comes_back_hears_what_was_missed(demo: Demo, shopper: Shopper) -> None:
    shopper.start(product={"slug": "essential-tee"})
    shopper.say("Do you have it in blue M?")
    newest = shopper.look()["lastSequence"]

    with following(demo, shopper.token, after=newest - 1) as events:
        first = next(events)

    assert first["message"]["sequence"] == newest


def test_wrong_token_is_told(demo: Demo) -> None:
    with following(demo, "no-such-token") as events:
        refusal = next(events)

    assert refusal["errors"][0]["extensions"]["code"] == "NOT_FOUND"


@pytest.mark.parametrize("operation", ["{ __typename }", '{ chat(token: "none") { id } }'])
def test_queries_are_answered_on_the_same_socket(demo: Demo, operation: str) -> None:
    url = f"ws://127.0.0.1:{demo.port}/graphql/"
    with connect(url, subprotocols=["graphql-transport-ws"]) as socket:  # type: ignore[list-item]
        socket.send(json.dumps({"type": "connection_init"}))
        socket.recv(timeout=20)

        socket.send(json.dumps({"id": "1", "type": "subscribe", "payload": {"query": operation}}))

        assert json.loads(socket.recv(timeout=20))["type"] == "next"


def until_event(
    events: Iterator[dict[str, Any]], told: list[dict[str, Any]], name: str
) -> dict[str, Any]:
    """Return the first event of a name that says something, and note all that came before it."""
    for event in events:
        told.append(event)
        if event["__typename"] == name and event.get("payment"):
            return event
    raise AssertionError(f"no {name}")


def parts(told: list[dict[str, Any]]) -> set[str]:
    messages = [one["message"] for one in told if "message" in one]
    return {part["__typename"] for message in messages for part in message["parts"]}
