"""The API under /v3: who asks, by which key, for what."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from agentpay_plugin.conversation import tax_id
from agentpay_plugin.demo.asaas.bodies import CUSTOMER, PAYMENT, REFUND, WEBHOOK
from agentpay_plugin.demo.asaas.ledger import Ledger, Thing
from agentpay_plugin.demo.asaas.problems import invalid, no_such, problem, unauthorized
from agentpay_plugin.demo.lookalikes.failing import Counter, json_answer
from agentpay_plugin.demo.lookalikes.shapes import Object, Wrong
from agentpay_plugin.demo.lookalikes.web import Request, Response
from agentpay_plugin.demo.lookalikes.webhooks import Endpoint
from agentpay_plugin.payments import exact_json

_KEY = re.compile(r"\$aact_hmlg_[A-Za-z0-9_]{8,}")
_PAGE = 10


@dataclass(frozen=True)
class Call:
    """A call whose key and body were checked."""

    account: str
    thing_id: str
    query: dict[str, str]
    body: dict[str, Any]


@dataclass(frozen=True)
class Route:
    method: str
    path: re.Pattern[str]
    body: Object | None
    query: frozenset[str]
    work: Callable[[Api, Call], Thing]


@dataclass
class Api:
    """The API over a ledger."""

    ledger: Ledger
    counter: Counter
    listen: Callable[[Endpoint], None]
    revoked: set[str] = field(default_factory=set)
    webhooks: dict[str, tuple[str, Thing]] = field(default_factory=dict)

    def answer(self, request: Request) -> Response:
        """Answer a call. Raises Dropped when it is to get no answer."""
        self.ledger.fall_due()
        return self.counter.answer(request, lambda: self._answer(request))

    def _answer(self, request: Request) -> Response:
        if not request.headers.get("user-agent"):
            raise problem(400, "invalid_user_agent", "O header User-Agent é obrigatório.")
        account = self._account(request.headers.get("access_token", ""))
        if request.method in ("GET", "DELETE") and request.body:
            raise problem(403, "forbidden", "GET com corpo não é permitido.")
        route, thing_id = _route(request)
        query = dict(parse_qsl(request.query, keep_blank_values=True))
        for name in query.keys() - route.query:
            raise invalid(f"O parâmetro {name} é desconhecido.", "invalid_parameter")
        call = Call(account, thing_id, query, _body(route, request))
        with self.ledger.lock:
            return json_answer(200, copy.deepcopy(route.work(self, call)))

    def _account(self, key: str) -> str:
        if key.startswith("$aact_") and not key.startswith("$aact_hmlg_"):
            raise unauthorized("invalid_environment")
        if not _KEY.fullmatch(key) or key in self.revoked:
            raise unauthorized()
        return key

    # --- the calls --------------------------------------------------------------------------------

    def create_customer(self, call: Call) -> Thing:
        if tax_id.normalised(call.body["cpfCnpj"]) is None:
            raise invalid("O CPF/CNPJ informado é inválido.", "invalid_cpfCnpj")
        return self.ledger.create_customer(call.account, call.body)

    def list_customers(self, call: Call) -> Thing:
        return _page(self.ledger.of("customer", call.account), call, "cpfCnpj", "externalReference")

    def create_payment(self, call: Call) -> Thing:
        if call.body["value"] < 5:
            raise invalid("O valor mínimo é de R$ 5,00.", "invalid_value")
        return self.ledger.create_payment(call.account, call.body)

    def list_payments(self, call: Call) -> Thing:
        found = [one for one in self.ledger.of("payment", call.account) if not one["deleted"]]
        return _page(found, call, "externalReference")

    def read_payment(self, call: Call) -> Thing:
        return self.ledger.find("payment", call.thing_id, call.account).thing

    def delete_payment(self, call: Call) -> Thing:
        return {"deleted": True, "id": self.ledger.delete(call.thing_id, call.account)["id"]}

    def qr_code(self, call: Call) -> Thing:
        record = self.ledger.find("payment", call.thing_id, call.account)
        if record.thing["deleted"] or record.thing["status"] not in ("PENDING", "OVERDUE"):
            raise invalid("Esta cobrança não possui QR Code.")
        expires = f"{int(record.thing['dueDate'][:4]) + 1}{record.thing['dueDate'][4:]} 23:59:59"
        return {"encodedImage": "iVBORw0KGgo=", "payload": record.code, "expirationDate": expires}

    def refund(self, call: Call) -> Thing:
        return self.ledger.refund(call.thing_id, call.body, call.account)

    def list_webhooks(self, call: Call) -> Thing:
        mine = [thing for account, thing in self.webhooks.values() if account == call.account]
        return _page(mine, call)

    def create_webhook(self, call: Call) -> Thing:
        thing = {"id": f"wh-{len(self.webhooks) + 1}", **call.body}
        return self._keep_webhook(call, thing)

    def change_webhook(self, call: Call) -> Thing:
        if self.webhooks.get(call.thing_id, ("",))[0] != call.account:
            raise no_such()
        return self._keep_webhook(call, {"id": call.thing_id, **call.body})

    def _keep_webhook(self, call: Call, thing: Thing) -> Thing:
        self.webhooks[thing["id"]] = (call.account, thing)
        events = tuple(thing["events"])
        self.listen(Endpoint(thing["url"], thing["authToken"], events, call.account, thing["id"]))
        return {name: value for name, value in thing.items() if name != "authToken"}


_ID = "/([A-Za-z0-9_-]+)"
_LIST = frozenset({"limit", "offset"})
ROUTES = tuple(
    Route(method, re.compile("/v3" + path), body, frozenset(query), work)
    for method, path, body, query, work in (
        ("POST", "/customers", CUSTOMER, frozenset[str](), Api.create_customer),
        ("GET", "/customers", None, _LIST | {"cpfCnpj", "externalReference"}, Api.list_customers),
        ("POST", "/payments", PAYMENT, frozenset[str](), Api.create_payment),
        ("GET", "/payments", None, _LIST | {"externalReference"}, Api.list_payments),
        ("GET", "/payments" + _ID, None, frozenset[str](), Api.read_payment),
        ("DELETE", "/payments" + _ID, None, frozenset[str](), Api.delete_payment),
        ("GET", f"/payments{_ID}/pixQrCode", None, frozenset[str](), Api.qr_code),
        ("POST", f"/payments{_ID}/refund", REFUND, frozenset[str](), Api.refund),
        ("GET", "/webhooks", None, _LIST, Api.list_webhooks),
        ("POST", "/webhooks", WEBHOOK, frozenset[str](), Api.create_webhook),
        ("PUT", "/webhooks" + _ID, WEBHOOK, frozenset[str](), Api.change_webhook),
    )
)


def _route(request: Request) -> tuple[Route, str]:
    for route in ROUTES:
        match = route.path.fullmatch(request.path)
        if match and route.method == request.method:
            return route, match[1] if route.path.groups else ""
    raise no_such()


def _body(route: Route, request: Request) -> dict[str, Any]:
    if route.body is None:
        return {}
    if request.headers.get("content-type", "").partition(";")[0] != "application/json":
        raise invalid("Content-Type deve ser application/json.", "invalid_content_type")
    try:
        body = exact_json.loads(request.body)
        route.body.check(body)
    except Wrong as wrong:
        raise invalid(str(wrong), "invalid_object") from None
    except ValueError:
        raise invalid("O corpo não é um JSON válido.", "invalid_json") from None
    return dict(body)


def _page(found: list[Thing], call: Call, *filters: str) -> Thing:
    for name in filters:
        if name in call.query:
            found = [one for one in found if one[name] == call.query[name]]
    start, most = int(call.query.get("offset", 0)), int(call.query.get("limit", _PAGE))
    if not 1 <= most <= 100:
        raise invalid("limit deve estar entre 1 e 100.", "invalid_limit")
    return {
        "object": "list",
        "hasMore": start + most < len(found),
        "totalCount": len(found),
        "limit": most,
        "offset": start,
        "data": found[start : start + most],
    }
