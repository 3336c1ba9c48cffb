"""What the demo serves: GraphQL, the look-alikes, and everything else by Django."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext

from django.core.asgi import get_asgi_application
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles

from agentpay_plugin.demo import settings, wiring
from agentpay_plugin.demo.backend import DemoBackend, Desks
from agentpay_plugin.demo.bank import BODY_LIMIT, Bank
from agentpay_plugin.demo.lookalikes import web as wire
from agentpay_plugin.gateway import graphiql
from agentpay_plugin.gateway.schema import Context, make_schema
from agentpay_plugin.gateway.serving import GraphQLApp
from agentpay_plugin.realtime.bus import Bus

BANK_THREADS = 8
_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"]


def application(banks: Sequence[Bank]) -> Starlette:
    """Return the ASGI application, with the given look-alikes in it."""
    desks = Desks()

    def context(caller: HTTPConnection) -> Context:
        return Context(DemoBackend(desks, caller.headers.get("authorization", "")))

    graphql = GraphQLApp(make_schema(), context)
    routes: list[BaseRoute] = [
        Route("/graphql/", graphql, methods=["GET", "POST"]),
        WebSocketRoute("/graphql/", graphql),
        Mount("/", get_asgi_application()),
    ]
    threads = ThreadPoolExecutor(BANK_THREADS, thread_name_prefix="bank")
    for bank in banks:
        counter = _Counter(bank, threads)
        path = f"{bank.prefix}/{{path:path}}"
        routes.insert(0, Route(path, counter.answer, methods=_METHODS))
    if graphiql.is_local():
        routes.insert(0, Mount(graphiql.PATH, StaticFiles(directory=graphiql.FOLDER)))

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with _bus() as desks.bus:
            yield
        desks.close()
        threads.shutdown()

    # Some page of the internet must not reach it under a name of its own.
    own_names = Middleware(TrustedHostMiddleware, allowed_hosts=settings.ALLOWED_HOSTS)
    # A storefront that is written on this machine may call from a port of its own.
    storefronts = Middleware(
        CORSMiddleware,
        allow_origin_regex=r"https?://(127\.0\.0\.1|localhost)(:\d+)?",
        allow_methods=["GET", "POST"],
        allow_headers=["authorization", "content-type"],
    )
    return Starlette(routes=routes, middleware=[own_names, storefronts], lifespan=lifespan)


class _Counter:
    """A look-alike's counter: the demo asks it and waits, so that it needs threads of its own."""

    def __init__(self, bank: Bank, threads: ThreadPoolExecutor) -> None:
        self._bank = bank
        self._threads = threads

    async def answer(self, request: Request) -> Response:
        body = b""
        async for piece in request.stream():
            body += piece
            if len(body) > BODY_LIMIT:
                return Response(status_code=413)
        asked = wire.Request(
            method=request.method,
            path=f"/{request.path_params['path']}",
            query=request.url.query,
            headers=dict(request.headers),
            body=body,
        )
        loop = asyncio.get_running_loop()
        answered = await loop.run_in_executor(self._threads, self._bank.answer, asked)
        if answered is None:  # a fault was asked for: whoever called gets nothing it can read
            return Response(status_code=599)
        return Response(answered.body, answered.status, dict(answered.headers))


def _bus() -> AbstractAsyncContextManager[Bus]:
    if not settings.HAS_WORKERS:
        return nullcontext(wiring.memory_bus())
    from agentpay_plugin.realtime.redis_bus import RedisBus  # a demo in one process has no Redis

    return RedisBus(settings.REDIS_URL)
