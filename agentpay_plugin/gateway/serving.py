"""Serves a schema over HTTP and websockets, within limits. Who answers it is in the context."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import timedelta

import strawberry
from starlette.requests import HTTPConnection, Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket
from strawberry.asgi import GraphQL
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL

from agentpay_plugin.gateway import graphiql
from agentpay_plugin.gateway.connection import Connection
from agentpay_plugin.gateway.passing import Passing
from agentpay_plugin.gateway.schema import Context
from agentpay_plugin.gateway.settings import LIMITS, Limits

ContextFor = Callable[[HTTPConnection], Context]


class GraphQLApp(GraphQL[Context, None]):
    """An ASGI application for one path.

    Queries and mutations are answered by the schema, or go where `passing` sends them; introspection and
    subscriptions always are the schema's. `*` among the origins allows every page to open a websocket.
    """

    graphql_transport_ws_handler_class = Connection

    def __init__(
        self,
        schema: strawberry.Schema,
        context_for: ContextFor,
        limits: Limits = LIMITS,
        origins: Sequence[str] = ("*",),
        passing: Passing | None = None,
    ) -> None:
        super().__init__(
            schema,
            allow_queries_via_get=False,
            subscription_protocols=(GRAPHQL_TRANSPORT_WS_PROTOCOL,),
            connection_init_wait_timeout=timedelta(seconds=limits.init_seconds),
            max_subscriptions_per_connection=limits.subscriptions,
        )
        self.limits = limits
        self.passing = passing
        self.connections = 0
        self._context_for = context_for
        self._origins = frozenset(origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or serve a websocket to its end."""
        if scope["type"] == "websocket":
            await self._connected(WebSocket(scope, receive, send))
        elif self.passing is not None and scope["method"] == "POST":
            response = await self.passing.posted(Request(scope, receive))
            await response(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)

    async def get_context(self, request: HTTPConnection, response: object) -> Context:  # noqa: ARG002
        """Return who answers this caller."""
        return self._context_for(request)

    async def render_graphql_ide(self, request: Request) -> Response:  # noqa: ARG002
        """Return the GraphiQL page."""
        return HTMLResponse(graphiql.page())

    def decode_json(self, data: str | bytes) -> object:
        """Return what a message says. Raises JSONDecodeError, also for one that is nested too deeply."""
        try:
            return json.loads(data)
        except RecursionError:
            raise json.JSONDecodeError("nested too deeply", "", 0) from None

    async def _connected(self, websocket: WebSocket) -> None:
        refusal = self._refusal(websocket)
        if refusal is not None:
            await websocket.send_denial_response(refusal)
            return
        self.connections += 1
        try:
            await self.run(websocket)
        finally:
            self.connections -= 1

    def _refusal(self, websocket: WebSocket) -> Response | None:
        if self.connections >= self.limits.connections:
            return PlainTextResponse("Too many connections.", 503, {"retry-after": "5"})
        origin = websocket.headers.get("origin")
        if origin is not None and not {"*", origin} & self._origins:
            return PlainTextResponse("This origin is not allowed.", 403)
        return None
