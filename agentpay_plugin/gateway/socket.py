"""The websocket's transport: uvicorn's, and an end to peers that do not read."""

from __future__ import annotations

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

PATIENCE = 2.0  # seconds for a peer to take its closing frame


class Socket(WebSocketsSansIOProtocol):
    """Closes by force where a peer does not read: a polite close waits until everything is written."""

    def keepalive_timeout(self) -> None:
        """Leave a peer that has not answered a ping."""
        super().keepalive_timeout()
        self._leave()

    def shutdown(self) -> None:
        """Leave, since the process ends."""
        super().shutdown()
        self._leave()

    def _leave(self) -> None:
        self.loop.call_later(PATIENCE, self.transport.abort)
