"""A call of a look-alike's API with whatever fault it meets, and the record of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from agentpay_plugin.demo.lookalikes.faults import Fault, FaultKind, Faults
from agentpay_plugin.demo.lookalikes.levers import Refused
from agentpay_plugin.demo.lookalikes.web import Dropped, Request, Response
from agentpay_plugin.payments import exact_json

_SECRET = ("authorization", "access_token")


@dataclass(frozen=True)
class Seen:
    """What was asked, and the fault that it met, for tests to look at; without what lets one in."""

    method: str
    path: str
    query: str
    body: str
    headers: Mapping[str, str]
    status: int | None
    fault: str | None


@dataclass(frozen=True)
class Excuses:
    """What a provider's API says when it fails, in its own shape."""

    broken: Refused
    too_many: Refused
    forbidden: Refused


@dataclass
class Counter:
    """Where calls come in, one after the other or side by side."""

    faults: Faults
    excuses: Excuses
    seen: list[Seen] = field(default_factory=list)

    def answer(self, request: Request, work: Callable[[], Response]) -> Response:
        """Answer a call by its work. Raises Dropped when it is to get no answer."""
        fault = self.faults.take(request.method, request.path)
        status = None
        try:
            response = self._answer(work, fault)
            status = response.status
        finally:
            self.seen.append(_seen(request, status, fault.kind if fault else None))
        return response

    def _answer(self, work: Callable[[], Response], fault: Fault | None) -> Response:
        try:
            self._fail_before(fault)
            response = work()
            fail_after(self.faults, fault, self.excuses.broken)
        except Refused as refusal:
            return json_answer(refusal.status, refusal.body)
        if fault is not None and fault.kind is FaultKind.NOT_JSON:
            return Response(200, b"<html>A proxy speaks.</html>")
        if fault is not None and fault.kind is FaultKind.SLOW_BODY:
            return replace(response, seconds=fault.seconds)
        return response

    def _fail_before(self, fault: Fault | None) -> None:
        match fault.kind if fault else None:
            case FaultKind.ERROR_500 | FaultKind.ERROR_500_KEPT:
                raise self.excuses.broken
            case FaultKind.RATE_LIMIT:
                raise self.excuses.too_many
            case FaultKind.FORBIDDEN:
                raise self.excuses.forbidden
            case FaultKind.DROP:
                raise Dropped
            case FaultKind.SLOW:
                self.faults.wait(fault.seconds if fault else 0)
            case _:
                pass


def fail_after(faults: Faults, fault: Fault | None, broken: Refused) -> None:
    """Fail once the work is done, if the fault is of that kind. Raises Dropped or `broken`."""
    match fault.kind if fault else None:
        case FaultKind.DROP_AFTER_WORK:
            raise Dropped
        case FaultKind.TIMEOUT_AFTER_WORK:
            faults.wait(fault.seconds if fault else 0)
            raise Dropped
        case FaultKind.HOLD:
            faults.wait(fault.seconds if fault else 0)
        case FaultKind.ERROR_500_AFTER_WORK:
            raise broken
        case _:
            pass


def json_answer(status: int, value: Any) -> Response:
    """Return an answer whose amounts are exact."""
    kind = "application/problem+json" if status >= 400 else "application/json"
    return Response(status, exact_json.dumps(value).encode(), {"Content-Type": kind})


def _seen(request: Request, status: int | None, fault: str | None) -> Seen:
    return Seen(
        method=request.method,
        path=request.path,
        query=request.query,
        body=request.body.decode("utf-8", "replace"),
        headers={name: each for name, each in request.headers.items() if name not in _SECRET},
        status=status,
        fault=fault,
    )
