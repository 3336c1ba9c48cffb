"""One look-alike of a bank: its parts, and everything a test or a demo can do to it."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from agentpay_plugin.demo.lookalikes.failing import Counter, Excuses, Seen
from agentpay_plugin.demo.lookalikes.webhooks import Endpoint, Manners
from agentpay_plugin.demo.lookalikes.world import World
from agentpay_plugin.demo.pix.api import Api
from agentpay_plugin.demo.pix.ledger import Ledger, Record, Thing
from agentpay_plugin.demo.pix.problems import denied, problem
from agentpay_plugin.demo.pix.tokens import Tokens
from agentpay_plugin.payments import exact_json
from agentpay_plugin.payments.pix_ids import reference_of

_EXCUSES = Excuses(
    broken=problem(500, "ErroInternoDoServidor", "Condição inesperada."),
    too_many=problem(429, "MuitasRequisicoes", "Limite excedido."),
    forbidden=denied(),
)


class LookAlike(World):
    """Steered by these methods in-process, and by the same words over HTTP (control.py)."""

    def __init__(self, url: str) -> None:
        super().__init__(url, Manners(sign=lambda _, __, ___: {"User-Agent": "bank"}))
        parts = urlsplit(url)
        self.ledger = Ledger(self.clock, self._post, f"pix-h.bank.example:{parts.port or 443}")
        self.tokens = Tokens(self.clock)
        self.api = Api(self.ledger, self.tokens, Counter(self.faults, _EXCUSES), self._listen_for)
        self._events: list[Thing] = []
        self._gathered: dict[str, list[Thing]] | None = None
        self._by_key: dict[str, Endpoint] = {}

    # --- the shopper ------------------------------------------------------------------------------

    def pay(self, txid: str, *, late: bool = False) -> Thing:
        """Pay a charge as a phone does with its code; `late`: although its time is over."""
        return self.ledger.pay(self.ledger.by_txid(txid), late=late)

    def pay_code(self, code: str) -> Thing:
        """Pay a PIX code as if from a phone."""
        return self.ledger.pay(self.ledger.of_code(code))

    # --- the merchant at the bank, and the bank ---------------------------------------------------

    def remove(self, txid: str) -> Thing:
        """Let the bank remove an active charge."""
        record = self.ledger.by_txid(txid)
        return self.ledger.remove(record.account, txid, "REMOVIDA_PELO_PSP")

    def give_back(self, txid: str, amount: int | None = None) -> Thing:
        """Refund a paid charge in the bank's panel, in centavos; None: all of it."""
        return self.ledger.give_back(txid, amount)

    def refunds_become(self, *statuses: str) -> None:
        """Let the next refunds have these statuses when made (`EM_PROCESSAMENTO`); else `DEVOLVIDO`."""
        self.ledger.next_refunds.extend(statuses)

    def move_refund(self, refund_id: str, status: str) -> Thing:
        """Let a refund in processing end as `DEVOLVIDO` or `NAO_REALIZADO`."""
        return self.ledger.move_refund(refund_id, status)

    def gather(self, on: bool) -> None:
        """Keep what there is to tell; when it ends, all goes in one webhook an account."""
        gathered, self._gathered = self._gathered, {} if on else None
        for account, paid in (gathered or {}).items():
            self._send(paid, account)

    def speak_old(self, on: bool) -> None:
        """Answer errors in the shape that Efí spoke before."""
        self.api.old_errors = on

    def lag(self, times: int = 1) -> None:
        """Let the next reads of charges not show their refunds yet."""
        self.api.lagging = times

    def give_tokens_for(self, seconds: int) -> None:
        """Let tokens end so long after they are given."""
        self.tokens.life = seconds

    def revoke_tokens(self) -> None:
        """Take no token any more that was given until now."""
        self.tokens.given.clear()

    def revoke(self, client_id: str) -> None:
        """Refuse this client from now on."""
        self.tokens.revoked.add(client_id)
        self.revoke_tokens()

    # --- keeping ----------------------------------------------------------------------------------

    def kept(self) -> list[Thing]:
        """Return every charge so that another look-alike can go on with it (`take_over`)."""
        with self.ledger.lock:
            return copy.deepcopy([vars(record) for record in self.ledger.records.values()])

    def take_over(self, kept: Sequence[Thing]) -> None:
        """Hold what another look-alike held. Its events and tokens are not taken over."""
        with self.ledger.lock:
            self.ledger.records |= {
                (each["account"], each["thing"]["txid"]): Record(**each) for each in kept
            }

    # --- looking ----------------------------------------------------------------------------------

    @property
    def charges(self) -> list[Thing]:
        """All charges, the oldest first."""
        with self.ledger.lock:
            return copy.deepcopy([record.thing for record in self.ledger.records.values()])

    def bearing(self, reference: str) -> Thing | None:
        """Return the newest charge whose txid leads back to a charge of ours."""
        with self.ledger.lock:
            for record in reversed(self.ledger.records.values()):
                if reference_of(record.thing["txid"]) == reference:
                    return copy.deepcopy(record.thing)
            return None

    @property
    def refunds(self) -> list[Thing]:
        paid = [one for charge in self.charges for one in charge.get("pix", [])]
        return [refund for one in paid for refund in one.get("devolucoes", [])]

    @property
    def events(self) -> list[Thing]:
        return list(self._events)

    @property
    def requests(self) -> list[Seen]:
        return list(self.api.counter.seen)

    # --- inside -----------------------------------------------------------------------------------

    def _post(self, paid: Thing, account: str) -> None:
        if self._gathered is None:
            self._send([paid], account)
        else:
            self._gathered.setdefault(account, []).append(paid)

    def _send(self, paid: list[Thing], account: str) -> None:
        event: dict[str, Any] = {"pix": paid}
        self._events.append(event)
        name = paid[0]["endToEndId"]
        self._webhooks.send(name, "pix", exact_json.dumps(event).encode(), account)

    def _listen_for(self, key: str, endpoint: Endpoint | None) -> None:
        """Send what a PIX key gets to this endpoint alone; None: to nobody."""
        old = self._by_key.pop(key, None)
        if old in self._webhooks.endpoints:
            self._webhooks.endpoints.remove(old)
        if endpoint is not None:
            self._by_key[key] = endpoint
            self._webhooks.endpoints.append(endpoint)
