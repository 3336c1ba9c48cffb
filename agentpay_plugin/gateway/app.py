"""The realtime gateway, put together: a stateless relay between browsers, Redis and the shop's API."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager

from graphql import GraphQLError
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles

from agentpay_plugin.gateway import graphiql
from agentpay_plugin.gateway.follow import PAUSES, Pauses, follow
from agentpay_plugin.gateway.passing import Passing
from agentpay_plugin.gateway.saleor import Saleor
from agentpay_plugin.gateway.schema import Context, make_schema
from agentpay_plugin.gateway.schema.backend import Answer, Arguments
from agentpay_plugin.gateway.selection import everything
from agentpay_plugin.gateway.serving import GraphQLApp
from agentpay_plugin.gateway.settings import Settings
from agentpay_plugin.realtime.bus import Bus
from agentpay_plugin.realtime.redis_bus import RedisBus


class Relaying:
    """The gateway's backend: follows conversations, and answers nothing else itself."""

    def __init__(self, bus: Bus, saleor: Saleor, pauses: Pauses) -> None:
        self._bus = bus
        self._saleor = saleor
        self._pauses = pauses

    async def execute(self, field: str, arguments: Arguments) -> Answer | None:  # noqa: ARG002
        """Refuse: documents are passed on whole."""
        raise GraphQLError(f"`{field}` is the shop's own to answer.")

    def follow(self, token: str, after: int) -> AsyncGenerator[Answer, None]:
        """Yield a conversation's events."""
        return follow(self._bus, self._saleor.chat, token, after, self._pauses)


def make_app(settings: Settings, pauses: Pauses = PAUSES) -> Starlette:
    """Return the gateway. It connects to Redis while it runs."""
    limits = settings.limits
    schema = make_schema()
    core = schema._schema
    bus = RedisBus(settings.redis_url)
    saleor = Saleor(settings.saleor_url, everything(core, "chat"), settings.shop_seconds)
    context = Context(Relaying(bus, saleor, pauses))
    passing = Passing(saleor, schema, limits)
    graphql = GraphQLApp(schema, lambda _: context, limits, settings.origins, passing)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with bus, saleor:
            yield

    async def health(_: Request) -> Response:
        is_ready = await saleor.is_up()
        told = {
            "saleor": "ok" if is_ready else "down",
            "redis": "ok" if bus.is_up else "down",
            "connections": graphql.connections,
        }
        return JSONResponse(told, 200 if is_ready else 503)

    async def live(_: Request) -> Response:
        return JSONResponse({"live": True})

    routes: list[BaseRoute] = [
        Route("/health", health),
        Route("/health/live", live),
        Route("/graphql/", graphql, methods=["GET", "POST"]),
        WebSocketRoute("/graphql/", graphql),
    ]
    if graphiql.is_local():
        routes.append(Mount(graphiql.PATH, StaticFiles(directory=graphiql.FOLDER)))
    return Starlette(routes=routes, middleware=[cors(settings.origins)], lifespan=lifespan)


def cors(origins: tuple[str, ...]) -> Middleware:
    """Let the storefronts' pages call: with their own header for the customer, without cookies."""
    return Middleware(
        CORSMiddleware,
        allow_origins=list(origins),
        allow_methods=["GET", "POST"],
        allow_headers=["authorization", "content-type"],
        max_age=600,
    )
