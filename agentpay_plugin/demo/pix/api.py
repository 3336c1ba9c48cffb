"""The API: tokens at /oauth/token, everything else under /v2."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from agentpay_plugin.demo.lookalikes.failing import Counter, json_answer
from agentpay_plugin.demo.lookalikes.levers import Refused
from agentpay_plugin.demo.lookalikes.shapes import Object, Wrong
from agentpay_plugin.demo.lookalikes.web import Request, Response
from agentpay_plugin.demo.lookalikes.webhooks import Endpoint
from agentpay_plugin.demo.pix.bodies import COB, COB_REMOVED, REFUND, WEBHOOK
from agentpay_plugin.demo.pix.ledger import Ledger, Thing, moment
from agentpay_plugin.demo.pix.problems import cob_invalid, denied, no_such, problem
from agentpay_plugin.demo.pix.tokens import Tokens
from agentpay_plugin.payments import exact_json

_TXID = re.compile(r"[a-zA-Z0-9]{26,35}")
_REFUND_ID = re.compile(r"[a-zA-Z0-9]{1,35}")


@dataclass(frozen=True)
class Call:
    """A call whose token and body were checked. `at` are the ids in its path."""

    account: str
    at: tuple[str, ...]
    body: dict[str, Any]
    request: Request


@dataclass(frozen=True)
class Route:
    method: str
    path: re.Pattern[str]
    body: Object | None
    status: int
    work: Callable[[Api, Call], Thing | None]


@dataclass
class Api:
    """The API over a ledger. `old_errors`: in the shape that Efí spoke before. `lagging`: so many reads of
    charges do not show their refunds yet."""

    ledger: Ledger
    tokens: Tokens
    counter: Counter
    listen: Callable[[str, Endpoint | None], None]
    old_errors: bool = False
    lagging: int = 0
    webhooks: dict[str, tuple[str, Thing]] = field(default_factory=dict)

    def answer(self, request: Request) -> Response:
        """Answer a call. Raises Dropped when it is to get no answer."""
        return self.counter.answer(request, lambda: self._answer(request))

    def _answer(self, request: Request) -> Response:
        if (request.method, request.path) == ("POST", "/oauth/token"):
            return json_answer(200, self.tokens.give(request))
        try:
            return self._work(request)
        except Refused as refusal:
            if not self.old_errors or "title" not in refusal.body:
                raise
            name = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", refusal.body["title"]).lower()
            raise Refused(
                refusal.status, {"nome": name, "mensagem": refusal.body["detail"]}
            ) from None

    def _work(self, request: Request) -> Response:
        account = self.tokens.account_of(request)
        route, at = _route(request)
        if request.query:
            raise problem(400, "RequisicaoInvalida", "Parâmetro desconhecido.")
        call = Call(account, at, _body(route, request), request)
        with self.ledger.lock:
            answer = copy.deepcopy(route.work(self, call))
        return Response(route.status) if answer is None else json_answer(route.status, answer)

    # --- the calls --------------------------------------------------------------------------------

    def put_cob(self, call: Call) -> Thing:
        if not _TXID.fullmatch(call.at[0]):
            raise cob_invalid("O campo txid não respeita o schema.", "cob.txid")
        thing = self.ledger.put(call.account, call.at[0], call.body)
        return {name: value for name, value in thing.items() if name != "pix"}

    def read_cob(self, call: Call) -> Thing:
        thing = copy.deepcopy(self.ledger.find(call.account, call.at[0]).thing)
        if self.lagging:
            self.lagging -= 1
            for paid in thing.get("pix", []):
                paid.pop("devolucoes", None)
        return thing

    def change_cob(self, call: Call) -> Thing:
        return self.ledger.remove(call.account, call.at[0], call.body["status"])

    def put_refund(self, call: Call) -> Thing:
        e2eid, refund_id = call.at
        if not _REFUND_ID.fullmatch(refund_id):
            raise problem(400, "PixDevolucaoInvalida", "O id não respeita o schema.")
        return self.ledger.refund(call.account, e2eid, refund_id, call.body)

    def read_refund(self, call: Call) -> Thing:
        return self.ledger.read_refund(call.account, *call.at)

    def put_webhook(self, call: Call) -> Thing:
        if call.request.headers.get("x-skip-mtls-checking") != "true":
            raise problem(400, "WebhookOperacaoInvalida", "O webhook respondeu sem certificado.")
        key = unquote(call.at[0])
        owner = self.webhooks.get(key, (call.account, {}))[0]
        if owner != call.account:
            raise denied()
        made = {"chave": key, "criacao": moment(self.ledger.clock.now()), **call.body}
        self.webhooks[key] = (call.account, made)
        self.listen(key, Endpoint(call.body["webhookUrl"] + "/pix", "", ("*",), call.account))
        return call.body

    def read_webhook(self, call: Call) -> Thing:
        return self._webhook(call)

    def end_webhook(self, call: Call) -> None:
        key = str(self._webhook(call)["chave"])
        del self.webhooks[key]
        self.listen(key, None)

    def _webhook(self, call: Call) -> Thing:
        owner, made = self.webhooks.get(unquote(call.at[0]), ("", {}))
        if owner != call.account:
            raise no_such("WebhookNaoEncontrado")
        return made


_ID = "/([^/]+)"
ROUTES = tuple(
    Route(method, re.compile("/v2" + path), body, status, work)
    for method, path, body, status, work in (
        ("PUT", "/cob" + _ID, COB, 201, Api.put_cob),
        ("GET", "/cob" + _ID, None, 200, Api.read_cob),
        ("PATCH", "/cob" + _ID, COB_REMOVED, 200, Api.change_cob),
        ("PUT", f"/pix{_ID}/devolucao{_ID}", REFUND, 201, Api.put_refund),
        ("GET", f"/pix{_ID}/devolucao{_ID}", None, 200, Api.read_refund),
        ("PUT", "/webhook" + _ID, WEBHOOK, 200, Api.put_webhook),
        ("GET", "/webhook" + _ID, None, 200, Api.read_webhook),
        ("DELETE", "/webhook" + _ID, None, 204, Api.end_webhook),
    )
)


def _route(request: Request) -> tuple[Route, tuple[str, ...]]:
    for route in ROUTES:
        match = route.path.fullmatch(request.path)
        if match and route.method == request.method:
            return route, match.groups()
    raise no_such()


def _body(route: Route, request: Request) -> dict[str, Any]:
    if route.body is None:
        if request.body:
            raise problem(400, "RequisicaoInvalida", "Corpo inesperado.")
        return {}
    try:
        body = exact_json.loads(request.body)
        route.body.check(body)
    except Wrong as wrong:
        kind = "PixDevolucaoInvalida" if "/devolucao/" in request.path else "CobOperacaoInvalida"
        raise problem(400, kind, str(wrong), wrong.path) from None
    except ValueError:
        raise problem(400, "RequisicaoInvalida", "O corpo não é um JSON válido.") from None
    return dict(body)
