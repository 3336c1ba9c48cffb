"""What a turn asks of Saleor, and the same asked bare: other ids, the same documents, the same requestor."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from django.http import HttpRequest
from saleor.app.models import App
from saleor.graphql.api import backend, schema
from saleor.graphql.context import clear_context, get_context_value

from agentpay_plugin.saleor import executor
from agentpay_plugin.saleor.app_account import IDENTIFIER
from agentpay_plugin.shop.documents import document

# What is made up by whoever calls; everything else a caller has from an earlier answer.
MADE_UP = ("key", "pspReference")
# What a payment gateway answers is its own; the bare one's is another.
GATEWAYS_OWN = "transaction_initialize.transactionInitialize.data"


@dataclass(frozen=True, slots=True)
class Sent:
    """A document with its variables, who asked, and what was answered."""

    name: str
    variables: Mapping[str, Any]
    as_app: bool
    answer: Any


def request(address: str = "127.0.0.1", app: App | None = None) -> HttpRequest:
    """Return a request of nobody's, or of an app."""
    made: Any = HttpRequest()
    made.method, made.path = "POST", "/graphql/"
    made.META = {"SERVER_NAME": "localhost", "SERVER_PORT": "80", "REMOTE_ADDR": address}
    made.app, made._cached_user = app, None
    return made  # type: ignore[no-any-return]


def answered(text: str, variables: Mapping[str, Any], asked: HttpRequest) -> tuple[Any, float]:
    """Return what Saleor's API answers, and the seconds that it took."""
    begin = time.perf_counter()
    context = get_context_value(asked)
    document = backend.document_from_string(schema, text)
    result = document.execute(variable_values=dict(variables), context_value=context)
    clear_context(context)
    seconds = time.perf_counter() - begin
    if result.errors:
        raise RuntimeError(f"{text.split('{')[0]}: {result.errors}")
    return result.data, seconds


@dataclass
class Recorder:
    """Stands before the executor's last step and notes what passes."""

    sent: list[Sent] = field(default_factory=list)

    def install(self) -> None:
        """Take its place in this process."""
        passed_on = executor._run

        def run(name: str, variables: Mapping[str, object], asked: Any) -> Mapping[str, Any]:
            # What our payment gateway asks while Saleor begins a payment comes after that.
            place = len(self.sent)
            answer = passed_on(name, variables, asked)
            self.sent.insert(place, Sent(name, variables, asked.app is not None, answer))
            return answer

        executor._run = run

    def taken(self) -> list[Sent]:
        """Return what passed since the last call."""
        sent, self.sent = self.sent, []
        return sent


@dataclass
class Bare:
    """A shopper of a plain storefront, who does what was recorded of another; `ids` maps that one's to theirs."""

    ids: dict[str, str] = field(default_factory=dict)

    def does(self, recorded: list[Sent]) -> float:
        """Send the documents; return the seconds that they took together."""
        return sum(self._sends(one) for one in recorded)

    def _sends(self, one: Sent) -> float:
        for name in MADE_UP:
            if name in one.variables:
                self.ids.setdefault(str(one.variables[name]), f"cs_test_{uuid4().hex}")
        variables = self._own(one.variables)
        app = App.objects.get(identifier=IDENTIFIER) if one.as_app else None
        answer, seconds = answered(document(one.name), variables, request(app=app))
        self._learn(one.answer, answer, one.name)
        return seconds

    def _own(self, value: Any) -> Any:
        if isinstance(value, Mapping):
            return {name: self._own(each) for name, each in value.items()}
        if isinstance(value, list | tuple):
            return [self._own(each) for each in value]
        return self.ids.get(value, value) if isinstance(value, str) else value

    def _learn(self, theirs: Any, ours: Any, where: str) -> None:
        """Note which of our ids stands for theirs; both answers must be of one shape."""
        match theirs, ours:
            case dict(), dict() if theirs.keys() == ours.keys():
                for name, each in theirs.items():
                    self._learn(each, ours[name], f"{where}.{name}")
            case list(), list() if len(theirs) == len(ours):
                for number, each in enumerate(theirs):
                    self._learn(each, ours[number], f"{where}.{number}")
            case str(), str() if theirs != ours:
                self.ids[theirs] = ours
            case dict() | list(), _ if not where.startswith(GATEWAYS_OWN):
                raise AssertionError(f"{where}: {theirs!r} for the turn, {ours!r} for the bare one")
            case _ if type(theirs) is not type(ours) and not where.startswith(GATEWAYS_OWN):
                raise AssertionError(f"{where}: {theirs!r} for the turn, {ours!r} for the bare one")
