"""What the demo serves: GraphQL, the look-alikes, and everything else by Django."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import (
    AbstractAsyncContextManager,
    asynccontextmanager,
    closing,
    nullcontext,
    suppress,
)

from django.core.asgi import get_asgi_application
from starlette.applications import Starlette
from starlette.concurrency import iterate_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles

from agentpay_plugin.demo import settings, wiring
from agentpay_plugin.demo.backend import DemoBackend, Desks
from agentpay_plugin.demo.bank import BODY_LIMIT, Bank
from agentpay_plugin.demo.lookalikes import web as wire
from agentpay_plugin.demo.speakers.speaker import Speaker
from agentpay_plugin.gateway import graphiql
from agentpay_plugin.gateway.schema import Context, make_schema
from agentpay_plugin.gateway.serving import GraphQLApp
from agentpay_plugin.realtime.bus import Bus

BANK_THREADS = 8
MODEL_PREFIX = "/openai"
Answering = Callable[[wire.Request], wire.Response | None]
_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"]


def application(banks: Sequence[Bank], model: Speaker | None = None) -> Starlette:
    """Return the ASGI application, with the given look-alikes in it; `model` is that of a language model."""
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
    doors: dict[str, Answering] = {bank.prefix: bank.answer for bank in banks}
    if model is not None:
        doors[MODEL_PREFIX] = model.answer
    for prefix, door in doors.items():
        counter = _Counter(door, threads)
        routes.insert(0, Route(f"{prefix}/{{path:path}}", counter.answer, methods=_METHODS))
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

    def __init__(self, door: Answering, threads: ThreadPoolExecutor) -> None:
        self._door = door
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
        answered = await loop.run_in_executor(self._threads, self._door, asked)
        if answered is None:  # a fault was asked for: whoever called gets nothing it can read
            return Response(status_code=599)
        if answered.stream is not None:
            told = _as_it_comes(answered.stream)
            return StreamingResponse(told, answered.status, dict(answered.headers))
        return Response(answered.body, answered.status, dict(answered.headers))


async def _as_it_comes(stream: Generator[bytes]) -> AsyncIterator[bytes]:
    """Yield the pieces, each made in a thread, since a look-alike may wait; a stream that is dropped just ends."""
    with closing(stream), suppress(wire.Dropped):
        async for piece in iterate_in_threadpool(stream):
            yield piece


def _bus() -> AbstractAsyncContextManager[Bus]:
    if not settings.HAS_WORKERS:
        return nullcontext(wiring.memory_bus())
    from agentpay_plugin.realtime.redis_bus import RedisBus  # a demo in one process has no Redis

    return RedisBus(settings.REDIS_URL)
