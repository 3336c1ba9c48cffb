"""The demo's shop in this very process, fresh for each journey: chat, money shell, look-alikes and a clock.

To be imported once host.py has begun.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.apps import apps
from django.db import connection, transaction
from django.http import HttpRequest
from django.test import RequestFactory

from agentpay_plugin.chat import operations, refusals
from agentpay_plugin.chat.contract import in_contract_names
from agentpay_plugin.chat.desk import Caller
from agentpay_plugin.demo import settings, wiring
from agentpay_plugin.demo.bank import Bank, banks
from agentpay_plugin.demo.lookalikes.web import Request
from agentpay_plugin.hosting import api, urls, web
from agentpay_plugin.hosting.sweeping import SWEEP_SECONDS, SWEEP_TASK
from agentpay_plugin.money import Money
from agentpay_plugin.payments.stripe_currency import from_stripe
from scripts.eval.journeys.street import Street

_ROUNDS = 60  # of queued work, until a reply counts as stuck


@dataclass(frozen=True)
class Taken:
    """A payment as its provider holds it."""

    method: str
    amount: Money
    is_paid: bool


class World:
    """Everything outside the shopper. `reset` makes it new; `close` ends it."""

    def __init__(self, street: Street) -> None:
        self._street = street
        self._ahead = 0.0
        self._banks: list[Bank] = []
        self.shop = wiring.shop()

    def close(self) -> None:
        self._stop_banks()
        self._street.close()
        shutil.rmtree(settings.DEMO_DIR, ignore_errors=True)

    def reset(self) -> None:
        """Forget all that happened: the next journey finds the shop as it was built."""
        self._stop_banks()
        wiring.hands().work_off()
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("PRAGMA defer_foreign_keys = ON")
            for model in apps.get_models():
                cursor.execute(f'DELETE FROM "{model._meta.db_table}"')
        self.shop.reset()
        self._ahead = 0.0
        self._tell_time()
        self._open_banks()

    # --- the chat

    def call(self, name: str, **arguments: Any) -> dict[str, Any]:
        """Do an operation of the chat's contract, as the demo answers it."""
        with refusals.Answering() as door:
            done = api.MUTATIONS[name](wiring.chat_desk(), Caller(), **arguments)
            return dict(in_contract_names(done))
        return {"errors": in_contract_names(door.problems), "messages": []}

    def look(self, token: str, after: int) -> dict[str, Any]:
        """Return the conversation once nothing of it is under way."""
        for _ in range(_ROUNDS):
            self.work()
            found = operations.view(wiring.chat_desk(), Caller(), token, after)
            if found is None:
                raise LookupError("the conversation is gone")
            if not found.pending:
                return dict(in_contract_names(found))
        raise TimeoutError("a reply is still under way")

    def work(self) -> None:
        """Take in the webhooks that have left, and do what was woken."""
        for like in self._likes:
            like.flush()
        while self._street.letters:
            self._hand_in(self._street.letters.popleft())
        wiring.hands().work_off()

    # --- the shopper's other windows

    def press(self, url: str, **form: str) -> None:
        """Press a button on a provider's page, and go where it leads."""
        path = urlsplit(url).path
        found = self._street.answer(Request("POST", path, "", {}, urlencode(form).encode()))
        there = found.headers.get("Location", "") if found else ""
        if there.startswith(settings.PUBLIC_URL + urls.BASE):
            self._ask(RequestFactory().get(there.removeprefix(settings.PUBLIC_URL)))
        self.work()

    def pass_time(self, seconds: float) -> None:
        """Let time pass for all."""
        self._ahead += seconds
        self._tell_time()
        for like in self._likes:
            like.advance(seconds)
        if seconds >= SWEEP_SECONDS:
            wiring.hands().wake(SWEEP_TASK, "")
        self.work()

    # --- the providers' books

    @property
    def taken(self) -> list[Taken]:
        """Return what the providers hold."""
        likes: dict[str, Any] = {bank.prefix: bank.like for bank in self._banks}
        cards = [
            Taken("card", _of_stripe(one), one["payment_status"] == "paid")
            for one in likes["/stripe"].sessions
        ]
        codes = [
            Taken("pix", Money.of(one["value"], "BRL"), one["status"] == "RECEIVED")
            for one in likes["/asaas"].payments
        ]
        return cards + codes

    @property
    def _likes(self) -> list[Any]:
        return [bank.like for bank in self._banks]

    def _open_banks(self) -> None:
        for kept in settings.DEMO_DIR.glob("*.json"):
            kept.unlink()
        self._banks = banks(settings.PUBLIC_URL, settings.DEMO_DIR)
        self._street.letters.clear()
        self._street.doors = {bank.prefix.removeprefix("/"): bank.answer for bank in self._banks}
        for like in self._likes:
            like.webhooks(virtual_signature=True)  # signed by the clock that journeys move
            like.start()

    def _stop_banks(self) -> None:
        for like in self._likes:
            like.stop()
        self._banks = []

    def _tell_time(self) -> None:
        (settings.DEMO_DIR / "clock").write_text(str(self._ahead), encoding="ascii")

    def _hand_in(self, letter: Request) -> None:
        path = letter.path + (f"?{letter.query}" if letter.query else "")
        kind = letter.headers.get("content-type", "application/json")
        headers = {name: value for name, value in letter.headers.items() if name != "content-type"}
        self._ask(RequestFactory(headers=headers).post(path, letter.body, content_type=kind))

    def _ask(self, request: HttpRequest) -> None:
        web.answer(wiring.web_door(), request, request.path.removeprefix(urls.BASE))


def _of_stripe(session: Mapping[str, Any]) -> Money:
    return from_stripe(session["amount_total"], session["currency"].upper())
