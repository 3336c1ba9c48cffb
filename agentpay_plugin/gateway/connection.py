"""One websocket: graphql-transport-ws by Strawberry, with a pace of operations and an end to idling."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import TYPE_CHECKING, Any

from graphql import GraphQLError
from strawberry.http.exceptions import WebSocketDisconnected
from strawberry.subscriptions.protocols.graphql_transport_ws.handlers import (
    BaseGraphQLTransportWSHandler,
    Operation,
)

from agentpay_plugin.gateway.documents import Kind, Refused
from agentpay_plugin.gateway.passing import Passing
from agentpay_plugin.gateway.schema import Context

if TYPE_CHECKING:
    from agentpay_plugin.gateway.serving import GraphQLApp

logger = logging.getLogger(__name__)

IDLE = 4000  # closing code: nothing was asked for a while
TOO_FAST = GraphQLError("Too many operations.", extensions={"code": "TOO_MANY_REQUESTS"})


class Connection(BaseGraphQLTransportWSHandler[Context, None]):
    """A caller may begin `operations_at_once`, then one a second; each costs the shop a call."""

    view: GraphQLApp

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._limits = self.view.limits
        self._allowance = float(self._limits.operations_at_once)
        self._counted_at = self._busy_at = time.monotonic()

    async def handle(self) -> None:
        """Serve it to its end."""
        self._look_later(self._limits.idle_seconds)
        try:
            await super().handle()
        finally:
            self._timer.cancel()

    async def handle_message(self, message: Any) -> None:
        """Refuse what is no message of the protocol."""
        try:
            await super().handle_message(message)
        except (TypeError, AttributeError):
            await self.handle_invalid_message("Failed to parse message")

    async def handle_subscribe(self, message: Any) -> None:
        """Begin an operation, if it is not one too many."""
        payload = message["payload"]
        if not isinstance(payload["query"], str) or not isinstance(message["id"], str):
            raise TypeError("no text")
        if self.connection_acknowledged and not self._may_begin():
            payload = [TOO_FAST.formatted]
            await self.send_message({"id": message["id"], "type": "error", "payload": payload})
            return
        await super().handle_subscribe(message)

    async def run_operation(self, operation: Operation[Context, None]) -> None:
        """Pass a query or mutation on to where it belongs, or follow a conversation."""
        try:
            passing = self.view.passing
            if passing is None or not await self._passed_on(passing, operation):
                await super().run_operation(operation)
        except WebSocketDisconnected:  # left in mid-sentence
            return
        finally:
            self._busy_at = time.monotonic()

    async def handle_task_exception(self, error: Exception) -> None:
        """Log what is not the caller's going away, without what was said."""
        if not isinstance(error, WebSocketDisconnected):
            logger.error("an operation failed: %s", type(error).__name__)

    async def _passed_on(self, passing: Passing, operation: Operation[Context, None]) -> bool:
        try:
            kind = passing.kind(operation.query)
        except Refused as refused:
            error = GraphQLError(str(refused), extensions={"code": "INVALID"})
            await operation.send_initial_errors([error])
            return True
        if kind is not Kind.CHAT:
            return False
        asked = {
            "query": operation.query,
            "variables": operation.variables,
            "operationName": operation.operation_name,
        }
        told: Any = await passing.said(asked, self.websocket.ws)  # type: ignore[attr-defined]
        await operation.send_operation_message(
            {"id": operation.id, "type": "next", "payload": told}
        )
        await operation.send_operation_message({"id": operation.id, "type": "complete"})
        return True

    def _may_begin(self) -> bool:
        now = time.monotonic()
        grown = self._allowance + now - self._counted_at
        self._allowance = min(grown, float(self._limits.operations_at_once))
        self._counted_at = now
        if self._allowance < 1:
            return False
        self._allowance -= 1
        return True

    def _look_later(self, seconds: float) -> None:
        self._timer = asyncio.get_running_loop().call_later(seconds, self._look)

    def _look(self) -> None:
        """Close the connection if nothing was asked on it for a while."""
        now = time.monotonic()
        if self.operations:
            self._busy_at = now
        rest = self._limits.idle_seconds - (now - self._busy_at)
        if rest > 0:
            self._look_later(rest)
        else:
            self._closing = asyncio.create_task(self.websocket.close(IDLE, "Idle"))
