"""The API under /v1: who asks, in which version, under which key, for what."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from agentpay_plugin.demo.lookalikes.clock import Clock
from agentpay_plugin.demo.lookalikes.failing import fail_after
from agentpay_plugin.demo.lookalikes.faults import Fault, FaultKind, Faults
from agentpay_plugin.demo.lookalikes.web import Dropped, Request, Response, json_response
from agentpay_plugin.demo.lookalikes.webhooks import Endpoint
from agentpay_plugin.demo.stripe import objects, parameters, reserved
from agentpay_plugin.demo.stripe.forms import Fields, nested
from agentpay_plugin.demo.stripe.idempotency import Kept, Keys
from agentpay_plugin.demo.stripe.incoming import Seen, key_of, pairs_of, seen_of, version_of
from agentpay_plugin.demo.stripe.ledger import CAUSE, Ledger, Record
from agentpay_plugin.demo.stripe.lists import listed, page
from agentpay_plugin.demo.stripe.objects import Thing
from agentpay_plugin.demo.stripe.problems import (
    Problem,
    broken,
    forbidden,
    invalid,
    rate_limited,
    unauthorized,
)

_KEY = re.compile(r"(sk|rk)_test_[A-Za-z0-9_]{8,}")


@dataclass(frozen=True)
class Call:
    """A call whose key, version and parameters were checked."""

    account: str
    version: str
    thing_id: str
    params: dict[str, Any]


@dataclass(frozen=True)
class Route:
    method: str
    path: re.Pattern[str]
    fields: Fields
    work: Callable[[Api, Call], Thing]


@dataclass
class Api:
    """The API over a ledger."""

    clock: Clock
    ledger: Ledger
    faults: Faults
    endpoints: list[Endpoint]
    keys: Keys = field(default_factory=Keys)
    revoked: set[str] = field(default_factory=set)
    seen: list[Seen] = field(default_factory=list)

    def answer(self, request: Request) -> Response:
        """Answer a call. Raises Dropped when it is to get no answer."""
        self.ledger.expire_due()
        request_id = objects.new_id("req_", 14)
        fault = self.faults.take(request.method, request.path)
        status = None
        try:
            response = self._answer(request, request_id, fault)
            status = response.status
        finally:
            self.seen.append(seen_of(request, status, fault.kind if fault else None))
        return response

    def _answer(self, request: Request, request_id: str, fault: Fault | None) -> Response:
        headers = {"Request-Id": request_id}
        try:
            _fail_before(fault)
            kept, replayed = self._once(request, request_id, fault)
            fail_after(self.faults, fault, broken())
        except Problem as problem:
            return json_response(problem.status, problem.body, headers)
        if fault is not None and fault.kind is FaultKind.NOT_JSON:
            return Response(200, b"<html>A proxy speaks.</html>", headers)
        if replayed:
            headers |= {"Idempotent-Replayed": "true", "Original-Request": kept.request_id}
        answer = json_response(kept.status, kept.body, headers)
        if fault is not None and fault.kind is FaultKind.SLOW_BODY:
            return replace(answer, seconds=fault.seconds)
        return answer

    def _once(self, request: Request, request_id: str, fault: Fault | None) -> tuple[Kept, bool]:
        account, version = self._account(request), version_of(request)
        route, thing_id = _route(request)
        pairs = pairs_of(request)
        key = request.headers.get("idempotency-key") if request.method == "POST" else None
        if key is None:
            call = Call(account, version, thing_id, route.fields.read(nested(pairs), ""))
            return self._work(route, call, request_id, None, fault), False
        if len(key) > 255:
            raise invalid("idempotency_key", "Idempotency keys can be up to 255 characters long.")
        asked = (request.method, request.path, sorted(pairs))
        kept = self.keys.begin(account, key, asked, self.clock.now())
        if kept is not None:
            return kept, True
        done = False
        try:
            call = Call(account, version, thing_id, route.fields.read(nested(pairs), ""))
            kept = self._work(route, call, request_id, key, fault)
            self.keys.keep(account, key, kept)
            done = True
        finally:
            if not done:
                self.keys.forget(account, key)
        return kept, False

    def _work(
        self, route: Route, call: Call, request_id: str, key: str | None, fault: Fault | None
    ) -> Kept:
        """Do the work once. What fails in its midst is kept under the key, what fails before it is not."""
        if fault is not None and fault.kind is FaultKind.SLOW:
            self.faults.wait(fault.seconds)
        if fault is not None and fault.kind is FaultKind.ERROR_500_KEPT:
            return Kept(500, broken().body, request_id)
        cause = CAUSE.set((request_id, key))
        try:
            with self.ledger.lock:
                return Kept(200, copy.deepcopy(route.work(self, call)), request_id)
        except Problem as problem:
            if not problem.saved:
                raise
            return Kept(problem.status, problem.body, request_id)
        finally:
            CAUSE.reset(cause)

    def _account(self, request: Request) -> str:
        key = key_of(request.headers.get("authorization", ""))
        if not key:
            raise unauthorized(
                "You did not provide an API key. You need to provide your API key in the"
                " Authorization header, using Bearer auth."
            )
        if "_live_" in key:
            raise unauthorized("The look-alike takes no live keys: never send one here.")
        if not _KEY.fullmatch(key) or key in self.revoked:
            raise unauthorized(f"Invalid API Key provided: {key[:8]}****{key[-4:]}")
        return key

    # --- the calls --------------------------------------------------------------------------------

    def create_session(self, call: Call) -> Thing:
        parameters.check_session(call.params, call.version, self.clock.now())
        return self._expanded(self.ledger.create_session(call.account, call.params), call)

    def read_session(self, call: Call) -> Thing:
        return self._expanded(self._find("checkout.session", call), call)

    def list_sessions(self, call: Call) -> Thing:
        found = self.ledger.of("checkout.session", call.account)
        return page(found, call.params, _SESSIONS)

    def create_endpoint(self, call: Call) -> Thing:
        record = self.ledger.create_endpoint(call.account, call.params)
        thing, secret = record.thing, record.extra["secret"]
        events = tuple(thing["enabled_events"])
        self.endpoints.append(Endpoint(thing["url"], secret, events, call.account, thing["id"]))
        return {**thing, "secret": secret}

    def list_endpoints(self, call: Call) -> Thing:
        return page(self.ledger.of("webhook_endpoint", call.account), call.params, _ENDPOINTS)

    def delete_endpoint(self, call: Call) -> Thing:
        self._find("webhook_endpoint", call)
        del self.ledger.records[call.thing_id]
        self.endpoints[:] = [one for one in self.endpoints if one.id != call.thing_id]
        return {"id": call.thing_id, "object": "webhook_endpoint", "deleted": True}

    def expire_session(self, call: Call) -> Thing:
        self._find("checkout.session", call)
        return self._expanded(self.ledger.expire(call.thing_id), call)

    def session_lines(self, call: Call) -> Thing:
        record = self._find("checkout.session", call)
        return page(record.extra["lines"], call.params, f"{_SESSIONS}/{call.thing_id}/line_items")

    def create_refund(self, call: Call) -> Thing:
        return self._expanded(self.ledger.create_refund(call.account, call.params), call)

    def read_refund(self, call: Call) -> Thing:
        return self._expanded(self._find("refund", call), call)

    def list_refunds(self, call: Call) -> Thing:
        return self._list("refund", call, "/v1/refunds")

    def list_disputes(self, call: Call) -> Thing:
        return self._list("dispute", call, "/v1/disputes")

    def read_payment_intent(self, call: Call) -> Thing:
        return self._expanded(self._find("payment_intent", call), call)

    def list_payment_intents(self, call: Call) -> Thing:
        found = self.ledger.of("payment_intent", call.account)
        return page(found, call.params, _INTENTS)

    def capture_payment_intent(self, call: Call) -> Thing:
        amount = call.params.get("amount_to_capture")
        return self._expanded(
            reserved.capture(self.ledger, call.account, call.thing_id, amount), call
        )

    def cancel_payment_intent(self, call: Call) -> Thing:
        reason = call.params.get("cancellation_reason")
        return self._expanded(
            reserved.cancel(self.ledger, call.account, call.thing_id, reason), call
        )

    def read_account(self, call: Call) -> Thing:
        return objects.account(call.account)

    def _list(self, kind: str, call: Call, url: str) -> Thing:
        records = listed(self.ledger, kind, call.account, call.params)
        return page([self._expanded(one, call, "data.") for one in records], call.params, url)

    def _find(self, kind: str, call: Call) -> Record:
        return self.ledger.find(kind, call.thing_id, call.account)

    def _expanded(self, record: Record, call: Call, below: str = "") -> Thing:
        """Return the object with what the call wants expanded; in a list, paths begin `below` its data."""
        thing = copy.deepcopy(record.thing)
        for asked in call.params.get("expand", []):
            path = asked.removeprefix(below)
            if not asked.startswith(below):
                raise invalid("expand[0]", f"This property cannot be expanded ({asked}).")
            if path == "line_items" and thing["object"] == "checkout.session":
                url = f"{_SESSIONS}/{thing['id']}/line_items"
                thing["line_items"] = page(record.extra["lines"], {}, url)
            else:
                self._expand(thing, path.split("."), path)
        return thing

    def _expand(self, thing: Thing, names: list[str], path: str) -> None:
        name = names[0]
        if name not in ("payment_intent", "latest_charge", "charge") or name not in thing:
            raise invalid("expand[0]", f"This property cannot be expanded ({path}).")
        if isinstance(thing[name], str):
            thing[name] = copy.deepcopy(self.ledger.records[thing[name]].thing)
        if len(names) > 1 and isinstance(thing[name], dict):
            self._expand(thing[name], names[1:], path)


_SESSIONS = "/v1/checkout/sessions"
_INTENTS = "/v1/payment_intents"
_ENDPOINTS = "/v1/webhook_endpoints"
_ID = "/([A-Za-z0-9_]+)"
ROUTES = tuple(
    Route(method, re.compile(path), fields, work)
    for method, path, fields, work in (
        ("POST", _SESSIONS, parameters.SESSION_CREATE, Api.create_session),
        ("GET", _SESSIONS, parameters.LIST, Api.list_sessions),
        ("GET", _SESSIONS + _ID, parameters.EXPAND_ONLY, Api.read_session),
        ("POST", _SESSIONS + _ID + "/expire", parameters.EXPAND_ONLY, Api.expire_session),
        ("GET", _SESSIONS + _ID + "/line_items", parameters.LINE_ITEMS, Api.session_lines),
        ("POST", "/v1/refunds", parameters.REFUND_CREATE, Api.create_refund),
        ("GET", "/v1/refunds", parameters.REFUND_LIST, Api.list_refunds),
        ("GET", "/v1/refunds" + _ID, parameters.EXPAND_ONLY, Api.read_refund),
        ("GET", "/v1/disputes", parameters.REFUND_LIST, Api.list_disputes),
        ("GET", _INTENTS, parameters.LIST, Api.list_payment_intents),
        ("GET", _INTENTS + _ID, parameters.EXPAND_ONLY, Api.read_payment_intent),
        ("POST", _INTENTS + _ID + "/capture", parameters.CAPTURE, Api.capture_payment_intent),
        ("POST", _INTENTS + _ID + "/cancel", parameters.CANCEL, Api.cancel_payment_intent),
        ("POST", _ENDPOINTS, parameters.ENDPOINT_CREATE, Api.create_endpoint),
        ("GET", _ENDPOINTS, parameters.LIST, Api.list_endpoints),
        ("DELETE", _ENDPOINTS + _ID, parameters.NOTHING, Api.delete_endpoint),
        ("GET", "/v1/account", parameters.NOTHING, Api.read_account),
    )
)


def _route(request: Request) -> tuple[Route, str]:
    for route in ROUTES:
        match = route.path.fullmatch(request.path)
        if match and route.method == request.method:
            return route, match[1] if route.path.groups else ""
    raise Problem(
        404,
        f"Unrecognized request URL ({request.method}: {request.path}). If you are trying to list"
        " objects, remove the trailing slash.",
    )


def _fail_before(fault: Fault | None) -> None:
    match fault.kind if fault else None:
        case FaultKind.ERROR_500:
            raise broken()
        case FaultKind.RATE_LIMIT:
            raise rate_limited()
        case FaultKind.DROP:
            raise Dropped
        case FaultKind.FORBIDDEN:
            raise forbidden()
        case _:
            pass
