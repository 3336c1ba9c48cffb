"""A storefront's page in the tests: hears of its conversation by the subscription, and by nothing else."""

from __future__ import annotations

import contextlib
import json
import threading
import time
from dataclasses import dataclass, field
from typing import Any, Self

from websockets.exceptions import WebSocketException
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from tests.saleor.client import document
from tests.saleor.processes import until


@dataclass
class Page:
    """Follows a conversation on the gateway's port, and comes back by itself with the newest number it has."""

    port: int
    token: str
    events: list[dict[str, Any]] = field(default_factory=list)
    connections: int = 0
    refusals: list[Any] = field(default_factory=list)
    _closed: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> Self:
        self._thread = threading.Thread(target=self._follow, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._closed.set()
        self._thread.join(10)

    @property
    def messages(self) -> list[dict[str, Any]]:
        return [e["message"] for e in list(self.events) if e["__typename"] == "ChatMessageEvent"]

    @property
    def sequences(self) -> list[int]:
        return [message["sequence"] for message in self.messages]

    @property
    def payments(self) -> list[str | None]:
        """The states of the payment, as they were told."""
        told = [e["payment"] for e in list(self.events) if e["__typename"] == "ChatPaymentEvent"]
        return [payment and payment["state"] for payment in told]

    def last(self, typename: str) -> dict[str, Any] | None:
        parts = [part for message in self.messages for part in message["parts"]]
        found = [part for part in parts if part["__typename"] == typename]
        return found[-1] if found else None

    def wait_for(self, typename: str, seconds: float = 30) -> dict[str, Any]:
        """Wait until a part of this type has been told, and return the newest."""
        return dict(until(lambda: self.last(typename), f"a {typename} on the page", seconds))

    def wait_for_connection(self, number: int) -> None:
        until(lambda: self.connections >= number, f"connection {number} of the page")

    def _follow(self) -> None:
        while not self._closed.is_set():
            with (
                contextlib.suppress(OSError, WebSocketException, TimeoutError),
                connect(
                    f"ws://127.0.0.1:{self.port}/graphql/", subprotocols=[Subprotocol("graphql-transport-ws")],
                    proxy=None, open_timeout=5,
                ) as socket,
            ):  # fmt: skip
                self._listen(socket)
            time.sleep(0.05)

    def _listen(self, socket: ClientConnection) -> None:
        _say(socket, {"type": "connection_init"})
        assert json.loads(socket.recv(10)) == {"type": "connection_ack"}
        newest = max(self.sequences, default=0)
        variables = {"token": self.token, "after": newest}
        payload = {"query": document("chatEvents"), "variables": variables}
        _say(socket, {"id": "1", "type": "subscribe", "payload": payload})
        self.connections += 1
        while not self._closed.is_set():
            with contextlib.suppress(TimeoutError):
                self._hear(json.loads(socket.recv(0.2)))

    def _hear(self, said: dict[str, Any]) -> None:
        if said["type"] == "next" and not said["payload"].get("errors"):
            self.events.append(said["payload"]["data"]["chatEvents"])
        else:
            self.refusals.append(said)


def _say(socket: ClientConnection, words: dict[str, Any]) -> None:
    socket.send(json.dumps(words))
