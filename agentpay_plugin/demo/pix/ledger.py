"""What one look-alike holds: charges with their payments and refunds; and how they change."""

from __future__ import annotations

import copy
import secrets
import string
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from agentpay_plugin.demo.lookalikes.clock import Clock
from agentpay_plugin.demo.pix.problems import cob_invalid, no_such, refund_invalid
from agentpay_plugin.money import Money
from agentpay_plugin.payments.brcode import BrCode, write

Thing = dict[str, Any]
_LETTERS = string.ascii_letters + string.digits
_REFUNDABLE_FOR = 90 * 24 * 60 * 60


@dataclass
class Record:
    """A charge with the client id of the account that it belongs to. `made` is its time in epoch seconds."""

    account: str
    thing: Thing
    made: int
    paid_at: int = 0


@dataclass
class Ledger:
    """All charges, by account and txid. Every method is one step under one lock; webhooks leave after it."""

    clock: Clock
    post: Callable[[Thing, str], None]
    host: str
    records: dict[tuple[str, str], Record] = field(default_factory=dict)
    next_refunds: list[str] = field(default_factory=list)
    lock: threading.RLock = field(default_factory=threading.RLock)

    def put(self, account: str, txid: str, body: Mapping[str, Any]) -> Thing:
        """Make a charge; one that is active already is changed."""
        with self.lock:
            if not money(body["valor"]["original"]).minor:
                raise cob_invalid("O campo cob.valor.original é zero.", "cob.valor.original")
            record = self.records.get((account, txid))
            if record is None:
                return self._make(account, txid, body)
            if record.thing["status"] != "ATIVA":
                raise cob_invalid("A cobrança não está ATIVA.")
            record.thing |= copy.deepcopy(dict(body))
            record.thing["calendario"]["criacao"] = moment(record.made)
            record.thing["revisao"] += 1
            self._write_code(record.thing)
            return record.thing

    def find(self, account: str, txid: str) -> Record:
        record = self.records.get((account, txid))
        if record is None:
            raise no_such("CobNaoEncontrado")
        return record

    def remove(self, account: str, txid: str, status: str) -> Thing:
        """Remove an active charge: its code pays nothing any more."""
        with self.lock:
            record = self.find(account, txid)
            if record.thing["status"] != "ATIVA":
                raise cob_invalid("A cobrança não está ATIVA.", "cob.status")
            record.thing |= {"status": status, "revisao": record.thing["revisao"] + 1}
            return record.thing

    def by_txid(self, txid: str) -> Record:
        """Return a charge of whatever account."""
        for record in self.records.values():
            if record.thing["txid"] == txid:
                return record
        raise no_such("CobNaoEncontrado")

    def of_code(self, code: str) -> Record:
        """Return the charge of a code; raises Refused when it is none of this bank's."""
        with self.lock:
            for record in self.records.values():
                if record.thing["pixCopiaECola"] == code:
                    return record
            raise no_such("CobPayloadNaoEncontrado")

    def price(self, code: str) -> str:
        """Return what paying a code costs, for people; raises Refused when it cannot be paid any more."""
        record = self.of_code(code)
        self._check_payable(record)
        return f"R$ {record.thing['valor']['original']}"

    def pay(self, record: Record, *, late: bool = False) -> Thing:
        """Pay an active charge; `late`: although its time is over."""
        with self.lock:
            self._check_payable(record, late=late)
            thing, now = record.thing, self.clock.now()
            paid = {
                "endToEndId": _new_id("E"),
                "txid": thing["txid"],
                "valor": thing["valor"]["original"],
                "chave": thing["chave"],
                "horario": moment(now),
            }
            thing |= {"status": "CONCLUIDA", "pix": [paid]}
            record.paid_at = now
            self.post(copy.deepcopy(paid), record.account)
            return thing

    def _check_payable(self, record: Record, *, late: bool = False) -> None:
        if record.thing["status"] != "ATIVA":
            raise cob_invalid("A cobrança não pode mais ser paga.")
        ends = record.made + record.thing["calendario"]["expiracao"]
        if not late and self.clock.now() >= ends:
            raise cob_invalid("A cobrança está expirada.")

    def refund(self, account: str, e2eid: str, refund_id: str, body: Mapping[str, Any]) -> Thing:
        """Give money of a payment back, under an id that was never used for it."""
        with self.lock:
            record, paid = self._payment(account, e2eid)
            given = paid.setdefault("devolucoes", [])
            if any(one["id"] == refund_id for one in given):
                raise refund_invalid("Já existe uma devolução com este id.", "devolucao.id")
            before = sum(
                money(one["valor"]).minor for one in given if one["status"] != "NAO_REALIZADO"
            )
            minor = money(body["valor"]).minor
            if not 0 < minor <= money(paid["valor"]).minor - before:
                raise refund_invalid("O valor ultrapassa o valor do Pix.", "devolucao.valor")
            if record.paid_at + _REFUNDABLE_FOR < self.clock.now():
                raise refund_invalid("O prazo de 90 dias passou.")
            status = self.next_refunds.pop(0) if self.next_refunds else "DEVOLVIDO"
            made = {
                "id": refund_id,
                "rtrId": _new_id("D"),
                "valor": body["valor"],
                "natureza": body.get("natureza", "ORIGINAL"),
                "horario": {"solicitacao": moment(self.clock.now())},
                "status": status,
            }
            given.append(made)
            self._tell_of_refund(record, paid, made)
            return made

    def give_back(self, txid: str, minor: int | None) -> Thing:
        """Refund a paid charge as the merchant does in the bank's panel; None: all that was paid."""
        record = self.by_txid(txid)
        paid = (record.thing.get("pix") or [{}])[0]
        amount = money(paid["valor"]) if minor is None else Money(minor, "BRL")
        body = {"valor": f"{amount.amount:.2f}"}
        return self.refund(record.account, paid["endToEndId"], f"panel{secrets.token_hex(8)}", body)

    def read_refund(self, account: str, e2eid: str, refund_id: str) -> Thing:
        _, paid = self._payment(account, e2eid)
        for one in paid.get("devolucoes", []):
            if one["id"] == refund_id:
                return dict(one)
        raise no_such("PixDevolucaoNaoEncontrada")

    def move_refund(self, refund_id: str, status: str) -> Thing:
        """Let a refund in processing end as `DEVOLVIDO` or `NAO_REALIZADO`."""
        with self.lock:
            for record in self.records.values():
                for paid in record.thing.get("pix", []):
                    for one in paid.get("devolucoes", []):
                        if one["id"] == refund_id:
                            one["status"] = status
                            self._tell_of_refund(record, paid, one)
                            return dict(one)
            raise no_such("PixDevolucaoNaoEncontrada")

    def _tell_of_refund(self, record: Record, paid: Thing, refund: Thing) -> None:
        if refund["status"] != "EM_PROCESSAMENTO":
            self.post(copy.deepcopy(paid), record.account)

    def _payment(self, account: str, e2eid: str) -> tuple[Record, Thing]:
        for record in self.records.values():
            for paid in record.thing.get("pix", []):
                if record.account == account and paid["endToEndId"] == e2eid:
                    return record, paid
        raise no_such("PixNaoEncontrado")

    def _make(self, account: str, txid: str, body: Mapping[str, Any]) -> Thing:
        now = self.clock.now()
        token = secrets.token_hex(16)
        location = f"{self.host}/v2/{token}"
        thing = copy.deepcopy(dict(body)) | {
            "txid": txid,
            "revisao": 0,
            "status": "ATIVA",
            "location": location,
            "loc": {
                "id": len(self.records) + 1,
                "txid": txid,
                "location": location,
                "tipoCob": "cob",
                "criacao": moment(now),
            },
        }
        thing["calendario"]["criacao"] = moment(now)
        self._write_code(thing)
        self.records[account, txid] = Record(account, thing, now)
        return thing

    @staticmethod
    def _write_code(thing: Thing) -> None:
        amount = money(thing["valor"]["original"])
        code = BrCode("LOJA DEMO", "SAO PAULO", amount, url=thing["location"])
        thing["pixCopiaECola"] = write(code)


def money(text: str) -> Money:
    return Money.of(text, "BRL")


def moment(at: int) -> str:
    """Return a time as RFC 3339 writes it."""
    return f"{datetime.fromtimestamp(at, UTC):%Y-%m-%dT%H:%M:%S.000Z}"


def _new_id(prefix: str) -> str:
    return prefix + "".join(secrets.choice(_LETTERS) for _ in range(31))
