"""What one look-alike holds: customers, payments with their refunds, events; and how they change."""

from __future__ import annotations

import copy
import secrets
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from agentpay_plugin.demo.asaas.problems import invalid, no_such
from agentpay_plugin.demo.lookalikes.clock import Clock
from agentpay_plugin.money import Money
from agentpay_plugin.payments.asaas_words import local_time
from agentpay_plugin.payments.brcode import BrCode, write

Thing = dict[str, Any]
_UNPAID = ("PENDING", "OVERDUE")
_PLENTY = 10_000_000  # centavos in the account before anything is sold


@dataclass
class Record:
    """An object with the key of the account that it belongs to; `code` is a payment's PIX code."""

    account: str
    thing: Thing
    code: str = ""


@dataclass
class Ledger:
    """All objects, by id. Every method is one step under one lock; events leave after it."""

    clock: Clock
    post: Callable[[Thing, str], None]
    records: dict[str, Record] = field(default_factory=dict)
    events: list[Thing] = field(default_factory=list)
    next_refunds: list[str] = field(default_factory=list)
    balance: int = _PLENTY
    lock: threading.RLock = field(default_factory=threading.RLock)

    def find(self, kind: str, thing_id: str, account: str | None = None) -> Record:
        """Return the object; raises Refused when the account has none of that kind and id."""
        record = self.records.get(thing_id)
        if (
            record is None
            or record.thing["object"] != kind
            or account not in (None, record.account)
        ):
            raise no_such()
        return record

    def of(self, kind: str, account: str | None = None) -> list[Thing]:
        """Return all objects of a kind, the newest first."""
        with self.lock:
            found = [
                copy.deepcopy(record.thing)
                for record in self.records.values()
                if record.thing["object"] == kind and account in (None, record.account)
            ]
            return found[::-1]

    def bearing(self, reference: str) -> Thing | None:
        """Return the newest payment whose external reference begins with our charge's id."""
        with self.lock:
            for record in reversed(self.records.values()):
                if str(record.thing["externalReference"]).startswith(f"{reference}:"):
                    return copy.deepcopy(record.thing)
            return None

    def create_customer(self, account: str, body: Mapping[str, Any]) -> Thing:
        with self.lock:
            thing = {
                "object": "customer",
                "id": f"cus_{secrets.randbelow(10**12):012}",
                "dateCreated": self._now()[:10],
                "deleted": False,
                "notificationDisabled": False,
                "externalReference": None,
                **body,
            }
            self.records[thing["id"]] = Record(account, thing)
            return thing

    def create_payment(self, account: str, body: Mapping[str, Any]) -> Thing:
        with self.lock:
            self.find("customer", body["customer"], account)
            if body["dueDate"] < self._now()[:10]:
                raise invalid("Não é permitido data de vencimento inferior a hoje.")
            ref = f"pay_{secrets.token_hex(8)}"
            amount = Money.of(body["value"], "BRL")
            thing = {
                "object": "payment",
                "id": ref,
                "dateCreated": self._now()[:10],
                "description": None,
                "externalReference": None,
                **body,
                "value": amount.amount,
                "netValue": amount.amount - Decimal("0.99"),
                "status": "PENDING",
                "deleted": False,
                "invoiceUrl": f"https://sandbox.asaas.com/i/{ref[4:]}",
                "refunds": None,
                "paymentDate": None,
                "pixTransaction": None,
            }
            place = f"pix-h.asaas.com/qr/cobv/{ref[4:]}"
            code = write(BrCode("LOJA DEMO", "SAO PAULO", amount, url=place))
            self.records[ref] = Record(account, thing, code)
            self._emit("PAYMENT_CREATED", account, thing)
            return thing

    def delete(self, ref: str, account: str | None = None) -> Thing:
        """Delete an unpaid payment: its code pays nothing any more."""
        with self.lock:
            record = self.find("payment", ref, account)
            if record.thing["status"] not in _UNPAID:
                raise invalid("Não é possível remover esta cobrança: já foi recebida.")
            if not record.thing["deleted"]:
                record.thing["deleted"] = True
                self._emit("PAYMENT_DELETED", record.account, record.thing)
            return record.thing

    def pay(self, ref: str) -> Thing:
        """Pay a payment, which its code allows long after the day it was due."""
        with self.lock:
            record = _payable(self.find("payment", ref))
            record.thing |= {
                "status": "RECEIVED",
                "paymentDate": self._now()[:10],
                "pixTransaction": secrets.token_hex(16),
            }
            self.balance += Money.of(record.thing["netValue"], "BRL").minor
            self._emit("PAYMENT_RECEIVED", record.account, record.thing)
            return record.thing

    def of_code(self, code: str) -> Record:
        """Return the payment of a code; raises Refused when it is none of ours."""
        with self.lock:
            for record in self.records.values():
                if record.code and record.code == code:
                    return record
            raise no_such()

    def price(self, code: str) -> str:
        """Return what paying a code costs, for people; raises Refused when it cannot be paid any more."""
        return f"R$ {_payable(self.of_code(code)).thing['value']}"

    def fall_due(self) -> None:
        """Let payments whose day has passed be overdue."""
        with self.lock:
            today = self._now()[:10]
            for record in list(self.records.values()):
                thing = record.thing
                if thing.get("status") == "PENDING" and thing["dueDate"] < today:
                    thing["status"] = "OVERDUE"
                    self._emit("PAYMENT_OVERDUE", record.account, thing)

    def refund(self, ref: str, body: Mapping[str, Any], account: str | None = None) -> Thing:
        """Give money of a paid payment back; without a value all that is left."""
        with self.lock:
            record = self.find("payment", ref, account)
            thing = record.thing
            if thing["status"] not in ("RECEIVED", "REFUNDED"):
                raise invalid("Somente cobranças recebidas podem ser estornadas.")
            total = Money.of(thing["value"], "BRL").minor
            left = total - self._given(thing)
            minor = Money.of(body["value"], "BRL").minor if "value" in body else left
            if not 0 < minor <= left:
                raise invalid("O valor do estorno é maior que o valor disponível da cobrança.")
            if minor > self.balance:
                raise invalid("Saldo insuficiente para realizar o estorno.")
            self.balance -= minor
            status = self.next_refunds.pop(0) if self.next_refunds else "DONE"
            made = {
                "dateCreated": self._now(),
                "status": status,
                "value": Money(minor, "BRL").amount,
                "endToEndIdentifier": None,
                "description": body.get("description"),
                "transactionReceiptUrl": None,
            }
            thing["refunds"] = [*(thing["refunds"] or []), made]
            self._tell_of_refund(record)
            return thing

    def move_refunds(self, ref: str, status: str) -> Thing:
        """Let the pending refunds of a payment end as `DONE` or `CANCELLED`."""
        with self.lock:
            record = self.find("payment", ref)
            for each in record.thing["refunds"] or []:
                if each["status"] == "PENDING":
                    each["status"] = status
            self._tell_of_refund(record)
            return record.thing

    def _tell_of_refund(self, record: Record) -> None:
        thing = record.thing
        if any(each["status"] == "PENDING" for each in thing["refunds"]):
            return self._emit("PAYMENT_REFUND_IN_PROGRESS", record.account, thing)
        whole = self._given(thing) == Money.of(thing["value"], "BRL").minor
        thing["status"] = "REFUNDED" if whole else "RECEIVED"
        kind = "PAYMENT_REFUNDED" if whole else "PAYMENT_PARTIALLY_REFUNDED"
        if thing["refunds"][-1]["status"] == "CANCELLED":
            kind = "PAYMENT_REFUND_DENIED"
        return self._emit(kind, record.account, thing)

    @staticmethod
    def _given(payment: Thing) -> int:
        return sum(
            Money.of(each["value"], "BRL").minor
            for each in payment["refunds"] or []
            if each["status"] != "CANCELLED"
        )

    def _emit(self, kind: str, account: str, payment: Thing) -> None:
        event = {
            "id": f"evt_{secrets.token_hex(16)}&{len(self.events) + 1}",
            "event": kind,
            "dateCreated": self._now(),
            "payment": copy.deepcopy(payment),
        }
        self.events.append(event)
        self.post(event, account)

    def _now(self) -> str:
        return f"{local_time(self.clock.now()):%Y-%m-%d %H:%M:%S}"


def _payable(record: Record) -> Record:
    if record.thing["deleted"] or record.thing["status"] not in _UNPAID:
        raise invalid("Esta cobrança não pode mais ser paga.")
    return record
