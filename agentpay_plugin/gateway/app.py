"""The realtime gateway, put together: a stateless relay between browsers, Redis and the shop's API."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, asynccontextmanager

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
from agentpay_plugin.gateway.settings import REDIS_URL, Settings, WrongSettings
from agentpay_plugin.realtime.bus import Bus
from agentpay_plugin.realtime.redis_bus import RedisBus

TOO_MANY = GraphQLError(
    "Too many follow this conversation.", extensions={"code": "TOO_MANY_REQUESTS"}
)
MOST_FOLLOWERS = 50  # of one conversation in one process: each costs an event's work again


class Relaying:
    """The gateway's backend: follows conversations, and answers nothing else itself."""

    def __init__(self, bus: Bus, saleor: Saleor, pauses: Pauses) -> None:
        self._bus = bus
        self._saleor = saleor
        self._pauses = pauses
        self._followers: Counter[str] = Counter()

    async def execute(self, field: str, arguments: Arguments) -> Answer | None:  # noqa: ARG002
        """Refuse: documents are passed on whole."""
        raise GraphQLError(f"`{field}` is the shop's own to answer.")

    async def follow(self, token: str, after: int) -> AsyncGenerator[Answer, None]:
        """Yield a conversation's events, if not too many follow it already."""
        if self._followers[token] >= MOST_FOLLOWERS:
            raise TOO_MANY
        self._followers[token] += 1
        try:
            chat = self._saleor.chat
            async with aclosing(follow(self._bus, chat, token, after, self._pauses)) as events:
                async for event in events:
                    yield event
        finally:
            self._followers[token] -= 1
            if not self._followers[token]:
                del self._followers[token]


def make_app(settings: Settings, pauses: Pauses = PAUSES) -> Starlette:
    """Return the gateway. It connects to Redis while it runs. Raises WrongSettings."""
    limits = settings.limits
    schema = make_schema()
    core = schema._schema
    try:
        bus = RedisBus(settings.redis_url)
    except ValueError as error:
        raise WrongSettings(f"{REDIS_URL}: {error}") from error
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
