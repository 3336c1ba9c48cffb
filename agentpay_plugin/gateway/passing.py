"""Our queries and mutations on their way through the gateway: checked, then passed on as they came."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import strawberry
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, Response

from agentpay_plugin.gateway.documents import Kind, Refused, kind_of
from agentpay_plugin.gateway.saleor import NoAnswer, Saleor
from agentpay_plugin.gateway.settings import Limits

NO_ANSWER = {
    502: "The shop cannot be reached at the moment. Try again.",
    504: "The shop did not answer in time. Try again with the same clientId.",
}


class Passing:
    """Passes on to one shop. `schema` is the contract's."""

    def __init__(self, saleor: Saleor, schema: strawberry.Schema, limits: Limits) -> None:
        self._saleor = saleor
        self._schema = schema
        self._limits = limits

    def kind(self, query: str) -> Kind:
        """Return who answers a document. Raises Refused."""
        return kind_of(query, self._schema._schema)

    async def posted(self, request: Request) -> Response:
        """Answer a POST: pass it on, or look at our own schema."""
        if request.headers.get("content-type", "").split(";")[0].strip() != "application/json":
            return _refusal(415, "Send application/json.")
        body = await _body(request, self._limits.message_bytes)
        if body is None:
            return _refusal(413, f"Send at most {self._limits.message_bytes} bytes.")
        try:
            sent = _sent(body)
            kind = self.kind(sent["query"])
        except Refused as refused:
            return _refusal(400, str(refused))
        match kind:
            case Kind.LOOK:
                return JSONResponse(await self._looked(sent))
            case Kind.SUBSCRIPTION:
                return _refusal(400, "Subscribe over a websocket (graphql-transport-ws).")
            case Kind.CHAT:
                return await self._passed(body, request)

    async def said(self, operation: Mapping[str, object], caller: HTTPConnection) -> dict[str, Any]:
        """Answer a query or mutation that came over a websocket with a GraphQL response."""
        answer = await self._passed(json.dumps(operation).encode(), caller)
        try:
            told = json.loads(bytes(answer.body))
        except ValueError:
            told = None
        return told if isinstance(told, dict) else _problem(NO_ANSWER[502], "SHOP_UNAVAILABLE")

    async def _passed(self, body: bytes, caller: HTTPConnection) -> Response:
        ip_address = caller.client.host if caller.client else ""
        try:
            answered = await self._saleor.pass_on(body, caller.headers, ip_address)
        except NoAnswer as error:
            return _refusal(error.status, NO_ANSWER[error.status], "SHOP_UNAVAILABLE")
        return Response(answered.body, answered.status, answered.headers)

    async def _looked(self, sent: Mapping[str, Any]) -> dict[str, Any]:
        variables, name = sent.get("variables"), sent.get("operationName")
        result = await self._schema.execute(
            sent["query"],
            variable_values=variables if isinstance(variables, dict) else None,
            operation_name=name if isinstance(name, str) else None,
        )
        errors = [error.formatted for error in result.errors or ()]
        return {"data": result.data, **({"errors": errors} if errors else {})}


async def _body(request: Request, most: int) -> bytes | None:
    """Return the body, or None if it is too long; no more of it is read then."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > most:
            return None
    return body


def _sent(body: bytes) -> dict[str, Any]:
    """Return what a body says, with a text as its `query`. Raises Refused."""
    try:
        sent = json.loads(body.decode(), object_pairs_hook=_once)
    except (ValueError, RecursionError):
        raise Refused("Send one JSON object, each name in it once.") from None
    if not isinstance(sent, dict) or not isinstance(sent.get("query"), str):
        raise Refused("Send one JSON object with a `query`.")
    return sent


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a name that comes twice: the shop might read the other one."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name comes twice")
    return found


def _refusal(status: int, message: str, code: str = "INVALID") -> Response:
    return JSONResponse(_problem(message, code), status)


def _problem(message: str, code: str) -> dict[str, Any]:
    return {"errors": [{"message": message, "extensions": {"code": code}}]}
