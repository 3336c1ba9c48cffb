"""One look-alike of Asaas: its parts, and everything a test or a demo can do to it."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, TypeVar, cast

from agentpay_plugin.demo.asaas.api import Api
from agentpay_plugin.demo.asaas.ledger import Ledger, Record, Thing
from agentpay_plugin.demo.asaas.problems import problem
from agentpay_plugin.demo.lookalikes.failing import Counter, Excuses, Seen
from agentpay_plugin.demo.lookalikes.webhooks import Endpoint, Manners
from agentpay_plugin.demo.lookalikes.world import World
from agentpay_plugin.money import Money
from agentpay_plugin.payments import exact_json
from agentpay_plugin.payments.asaas_webhook import HEADER

Json = TypeVar("Json")

PAUSE_AFTER = 15  # failures in a row; then the merchant must ask for more

_EXCUSES = Excuses(
    broken=problem(500, "internal_error", "Erro interno."),
    too_many=problem(429, "too_many_requests", "Muitas requisições."),
    forbidden=problem(403, "insufficient_permission", "A chave não tem esta permissão."),
)


class LookAlike(World):
    """Steered by these methods in-process, and by the same words over HTTP (control.py)."""

    def __init__(self, url: str) -> None:
        manners = Manners(
            sign=lambda _, token, __: {HEADER: token, "User-Agent": "Asaas_Hmlg/3.0"},
            is_taken=lambda status: status == 200,
            pause_after=PAUSE_AFTER,
        )
        super().__init__(url, manners)
        self.ledger = Ledger(self.clock, self._post)
        self.api = Api(self.ledger, Counter(self.faults, _EXCUSES), self._listen_instead)

    def catch_up(self) -> None:
        self.ledger.fall_due()

    # --- the shopper ------------------------------------------------------------------------------

    def pay(self, payment_id: str) -> Thing:
        """Pay a payment, as a phone does with its code."""
        return _plain(self.ledger.pay(payment_id))

    def pay_code(self, code: str) -> Thing:
        """Pay a PIX code as if from a phone."""
        return _plain(self.ledger.pay(self.ledger.of_code(code).thing["id"]))

    # --- the merchant at Asaas --------------------------------------------------------------------

    def delete(self, payment_id: str) -> Thing:
        """Delete an unpaid payment in the panel."""
        return _plain(self.ledger.delete(payment_id))

    def give_back(self, payment_id: str, amount: int | None = None) -> Thing:
        """Refund a paid payment in the panel, in centavos; None: all that is left."""
        body = {} if amount is None else {"value": Money(amount, "BRL").amount}
        return _plain(self.ledger.refund(payment_id, body))

    def refunds_become(self, *statuses: str) -> None:
        """Let the next refunds have these statuses when made (`PENDING`, …); else `DONE`."""
        self.ledger.next_refunds.extend(statuses)

    def move_refunds(self, payment_id: str, status: str) -> Thing:
        """Let the pending refunds of a payment end as `DONE` or `CANCELLED`."""
        return _plain(self.ledger.move_refunds(payment_id, status))

    def set_balance(self, centavos: int) -> None:
        """Set what is in the account: refunds are paid from it."""
        self.ledger.balance = centavos

    def revoke(self, key: str) -> None:
        """Refuse this key from now on."""
        self.api.revoked.add(key)

    # --- keeping ----------------------------------------------------------------------------------

    def kept(self) -> list[Thing]:
        """Return every object so that another look-alike can go on with it (`take_over`)."""
        with self.ledger.lock:
            return copy.deepcopy([vars(record) for record in self.ledger.records.values()])

    def take_over(self, kept: Sequence[Thing]) -> None:
        """Hold what another look-alike held. Its events are not taken over, nor what is in the account."""
        with self.ledger.lock:
            self.ledger.records |= {each["thing"]["id"]: Record(**each) for each in kept}

    # --- looking ----------------------------------------------------------------------------------

    @property
    def payments(self) -> list[Thing]:
        """All payments, the oldest first."""
        return _plain(self.ledger.of("payment")[::-1])

    def bearing(self, reference: str) -> Thing | None:
        """Return the newest payment that bears the id of a charge of ours."""
        return _plain(self.ledger.bearing(reference))

    @property
    def customers(self) -> list[Thing]:
        return _plain(self.ledger.of("customer")[::-1])

    @property
    def refunds(self) -> list[Thing]:
        return [each for payment in self.payments for each in payment["refunds"] or []]

    @property
    def events(self) -> list[Thing]:
        return _plain(self.ledger.events)

    @property
    def requests(self) -> list[Seen]:
        return list(self.api.counter.seen)

    # --- inside -----------------------------------------------------------------------------------

    def _post(self, event: Thing, account: str) -> None:
        body = exact_json.dumps(event).encode()
        self._webhooks.send(event["id"], event["event"], body, account)

    def _listen_instead(self, endpoint: Endpoint) -> None:
        """Add an endpoint in place of the one that has its id."""
        kept = [one for one in self._webhooks.endpoints if one.id != endpoint.id]
        self._webhooks.endpoints[:] = [*kept, endpoint]


def _plain(thing: Json) -> Json:
    """Return a thing with its amounts as texts, which JSON of any kind can carry."""
    return cast("Json", _without_decimals(thing))


def _without_decimals(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_decimals(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_without_decimals(each) for each in value]
    return str(value) if isinstance(value, Decimal) else value
