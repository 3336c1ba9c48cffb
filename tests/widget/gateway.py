"""The realtime gateway: graphql-transport-ws, with what was missed first."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.server import Server, ServerConnection, serve

from tests.saleor.processes import free_port, until
from tests.widget.conversation import Conversation
from tests.widget.recorded import ORIGIN


@dataclass
class Gateway:
    """One gateway of one conversation. It can be stopped, which drops every socket, and started again."""

    conversation: Conversation
    origin: str
    port: int = field(default_factory=free_port)
    subscribed: list[ServerConnection] = field(default_factory=list)
    resumed: list[int] = field(default_factory=list)
    _server: Server | None = None

    @property
    def url(self) -> str:
        return f"ws://127.0.0.1:{self.port}/"

    def start(self) -> None:
        self._server = serve(
            self._talk,
            "127.0.0.1",
            self.port,
            subprotocols=["graphql-transport-ws"],  # type: ignore[list-item]
        )
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        assert self._server is not None
        self._server.shutdown()
        self.drop()
        self._server = None

    def drop(self) -> None:
        """End the sockets as a network does, without a word."""
        for connection in self.subscribed:
            connection.socket.close()
        self.subscribed.clear()

    def wait(self) -> None:
        until(lambda: self.subscribed, "a subscription")

    def event(self, kind: str, **fields: Any) -> None:
        """Send an event to everyone."""
        self.wait()
        for connection in self.subscribed:
            self._send(connection, {"__typename": kind, **fields})

    def message(self, message: dict[str, Any]) -> None:
        self.event("ChatMessageEvent", message=message)

    def _talk(self, connection: ServerConnection) -> None:
        try:
            for text in connection:
                frame = json.loads(text)
                if frame["type"] == "connection_init":
                    connection.send('{"type": "connection_ack"}')
                elif frame["type"] == "ping":
                    connection.send('{"type": "pong"}')
                elif frame["type"] == "subscribe":
                    after = frame["payload"]["variables"]["after"]
                    self.resumed.append(after)
                    for message in self.conversation.messages:
                        if message["sequence"] > after:
                            told = {"__typename": "ChatMessageEvent", "message": message}
                            self._send(connection, told)
                    self.subscribed.append(connection)
        except ConnectionClosed:
            pass  # as a browser's tab does

    def _send(self, connection: ServerConnection, event: dict[str, Any]) -> None:
        frame = {"id": "1", "type": "next", "payload": {"data": {"chatEvents": event}}}
        connection.send(json.dumps(frame).replace(ORIGIN, self.origin))
