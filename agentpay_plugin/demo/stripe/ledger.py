"""What one look-alike holds: sessions, payments, charges, refunds and events, and how they change."""

from __future__ import annotations

import copy
import threading
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, Protocol

from agentpay_plugin.demo.lookalikes.clock import Clock
from agentpay_plugin.demo.stripe import objects, reserved
from agentpay_plugin.demo.stripe.objects import Thing
from agentpay_plugin.demo.stripe.problems import Problem, invalid, no_such, required

# The request id and idempotency key that an event names as its cause.
CAUSE: ContextVar[tuple[str | None, str | None]] = ContextVar("cause", default=(None, None))


_RESERVED_FOR = 7 * 24 * 60 * 60


class Post(Protocol):
    """Takes an event of an account to whoever listens."""

    def __call__(self, event: Thing, account: str) -> None: ...


@dataclass
class Record:
    """An object with the key of the account that it belongs to; `extra` is not on the wire."""

    account: str
    thing: Thing
    extra: dict[str, Any] = field(default_factory=dict)


class Ledger:
    """All objects, by id. Every method is one step under one lock; events leave after it."""

    def __init__(self, clock: Clock, post: Post, public_url: str) -> None:
        self.lock = threading.RLock()
        self.records: dict[str, Record] = {}
        self.events: list[Thing] = []
        self.next_refunds: list[str] = []
        self.clock = clock
        self._post = post
        self._public_url = public_url

    def find(
        self, kind: str, thing_id: str, account: str | None = None, param: str = "id"
    ) -> Record:
        """Return the object; raises Problem when the account has none of that kind and id."""
        record = self.records.get(thing_id)
        if (
            record is None
            or record.thing["object"] != kind
            or account not in (None, record.account)
        ):
            raise no_such(kind, thing_id, param)
        return record

    def all(self, kind: str) -> list[Thing]:
        with self.lock:
            return [
                copy.deepcopy(r.thing) for r in self.records.values() if r.thing["object"] == kind
            ]

    def of(self, kind: str, account: str) -> list[Thing]:
        """Return an account's objects of a kind, the newest first."""
        with self.lock:
            return [
                copy.deepcopy(record.thing)
                for record in reversed(self.records.values())
                if record.account == account and record.thing["object"] == kind
            ]

    def create_endpoint(self, account: str, params: Mapping[str, Any]) -> Record:
        with self.lock:
            thing = objects.webhook_endpoint(params, self.clock.now())
            return self.add(Record(account, thing, {"secret": objects.new_id("whsec_", 32)}))

    # --- sessions ---------------------------------------------------------------------------------

    def create_session(self, account: str, params: Mapping[str, Any]) -> Record:
        with self.lock:
            now = self.clock.now()
            session = objects.session(params, now, self._public_url)
            lines = objects.line_items(params, now)
            extra = {"lines": lines, "intent_data": params.get("payment_intent_data", {})}
            return self.add(Record(account, session, extra))

    def expire_due(self) -> None:
        """Expire the open sessions whose time is over."""
        with self.lock:
            now = self.clock.now()
            for record in list(self.records.values()):
                session = record.thing
                if session.get("status") == "open" and session["expires_at"] <= now:
                    self._expire(record)
                until = record.extra.get("capture_before", now + 1)
                if session.get("status") == "requires_capture" and until <= now:
                    reserved.cancel(self, None, session["id"], lapsed=True)

    def expire(self, session_id: str) -> Record:
        """Expire an open session, and cancel the payment that was begun in it."""
        with self.lock:
            return self._expire(self._open_session(session_id))

    # --- what the shopper does --------------------------------------------------------------------

    def pay(self, session_id: str, email: str | None = None, *, delayed: bool = False) -> Record:
        """Pay an open session; `delayed` by something that takes days (see `settle`)."""
        with self.lock:
            record = self._open_session(session_id)
            session = record.thing
            session |= {"status": "complete", "url": None}
            session["customer_details"] = _customer(session["customer_email"] or email)
            if session["amount_total"]:
                intent = self._intent_of(record)
                if delayed:
                    intent.thing |= {"status": "processing"}
                    self.emit("payment_intent.processing", intent)
                else:
                    self._succeed(record, intent)
            self.emit("checkout.session.completed", record)
            return record

    def settle(self, session_id: str, *, succeed: bool) -> Record:
        """End a delayed payment."""
        with self.lock:
            record = self.find("checkout.session", session_id)
            intent = self._intent_of(record)
            if intent.thing["status"] != "processing":
                raise Problem(400, "There is no payment under way in this session.")
            if succeed:
                self._succeed(record, intent)
                self.emit("checkout.session.async_payment_succeeded", record)
            else:
                self._fail(record, intent, "generic_decline")
                self.emit("checkout.session.async_payment_failed", record)
            return record

    def decline(self, session_id: str, reason: str = "generic_decline") -> Record:
        """Let a try to pay be declined. The session stays open."""
        with self.lock:
            record = self._open_session(session_id)
            self._fail(record, self._intent_of(record), reason)
            return record

    # --- refunds ----------------------------------------------------------------------------------

    def create_refund(self, account: str, params: Mapping[str, Any]) -> Record:
        with self.lock:
            charge = self._charge_to_refund(account, params)
            self._refuse_disputed(charge)
            left = charge.thing["amount"] - charge.thing["amount_refunded"]
            amount = params.get("amount", left)
            if not left:
                raise Problem(
                    400,
                    f"Charge {charge.thing['id']} has already been refunded.",
                    code="charge_already_refunded",
                    saved=True,
                )
            if amount > left:
                raise invalid(
                    "amount",
                    f"Refund amount ({amount}) is greater than unrefunded amount on charge ({left})",
                )
            status = self.next_refunds.pop(0) if self.next_refunds else "succeeded"
            thing = objects.refund(
                charge.thing, {**params, "amount": amount}, status, self.clock.now()
            )
            record = self.add(Record(account, thing))
            self.count_refund(charge, amount)
            self.emit("charge.refunded", charge)
            self.emit("refund.created", record)
            return record

    def give_back(self, session_id: str, amount: int | None) -> Record:
        """Refund a paid session as the merchant does in the Dashboard; None: all that is left."""
        with self.lock:
            record = self.find("checkout.session", session_id)
            asked = {"payment_intent": record.thing["payment_intent"] or "none"}
            return self.create_refund(
                record.account, asked | ({} if amount is None else {"amount": amount})
            )

    def move_refund(self, refund_id: str, status: str, reason: str) -> Record:
        """Let a refund that was pending end as `succeeded` or, for a `reason`, `failed`."""
        with self.lock:
            record = self.find("refund", refund_id)
            record.thing["status"] = status
            self.emit("refund.updated", record)
            if status == "failed":
                record.thing["failure_reason"] = reason
                charge = self.find("charge", record.thing["charge"])
                self.count_refund(charge, -record.thing["amount"])
                self.emit("refund.failed", record)
            return record

    # --- disputes ---------------------------------------------------------------------------------

    def open_dispute(
        self, session_id: str, amount: int | None, reason: str, *, inquiry: bool
    ) -> Record:
        """Let the shopper's bank dispute a paid session; None: all of it."""
        with self.lock:
            session = self.find("checkout.session", session_id)
            charge = self._charge_to_refund(
                session.account, {"payment_intent": session.thing["payment_intent"] or "none"}
            )
            asked = charge.thing["amount"] if amount is None else amount
            thing = objects.dispute(charge.thing, asked, reason, self.clock.now(), inquiry=inquiry)
            record = self.add(Record(session.account, thing))
            charge.thing["disputed"] = True
            self.emit("charge.dispute.created", record)
            if not inquiry:
                self.emit("charge.dispute.funds_withdrawn", record)
            return record

    def move_dispute(self, dispute_id: str, status: str) -> Record:
        """Let a dispute go on (`under_review`, …) or end (`won`, `lost`, `warning_closed`)."""
        with self.lock:
            record = self.find("dispute", dispute_id)
            record.thing["status"] = status
            if status == "won":
                self.emit("charge.dispute.funds_reinstated", record)
            ended = status in ("won", "lost", "warning_closed", "prevented")
            self.emit(f"charge.dispute.{'closed' if ended else 'updated'}", record)
            return record

    # --- inside -----------------------------------------------------------------------------------

    def add(self, record: Record) -> Record:
        self.records[record.thing["id"]] = record
        return record

    def emit(self, kind: str, record: Record) -> None:
        request_id, key = CAUSE.get()
        thing = copy.deepcopy(record.thing)
        event = objects.event(kind, thing, self.clock.now(), request_id, key)
        self.events.append(event)
        self._post(event, record.account)

    def _open_session(self, session_id: str) -> Record:
        self.expire_due()
        record = self.find("checkout.session", session_id)
        if record.thing["status"] != "open":
            raise Problem(
                400,
                'Only Checkout Sessions with a status in ["open"] can be changed. This Checkout'
                f" Session has a status of {record.thing['status']}.",
            )
        return record

    def _expire(self, record: Record) -> Record:
        record.thing |= {"status": "expired", "url": None}
        if record.thing["payment_intent"]:
            intent = self.find("payment_intent", record.thing["payment_intent"])
            intent.thing |= {"status": "canceled", "canceled_at": self.clock.now()}
            self.emit("payment_intent.canceled", intent)
        self.emit("checkout.session.expired", record)
        return record

    def _intent_of(self, record: Record) -> Record:
        """Return the payment of a session, made now if this is the first try."""
        if record.thing["payment_intent"]:
            return self.find("payment_intent", record.thing["payment_intent"])
        thing = objects.payment_intent(record.thing, record.extra["intent_data"], self.clock.now())
        record.thing["payment_intent"] = thing["id"]
        intent = self.add(Record(record.account, thing))
        self.emit("payment_intent.created", intent)
        return intent

    def _succeed(self, record: Record, intent: Record) -> None:
        charge = self._charge_of(record, intent)
        intent.thing |= {
            "last_payment_error": None,
            "payment_method": charge.thing["payment_method"],
        }
        if intent.thing["capture_method"] == "manual":
            amount = intent.thing["amount"]
            intent.thing |= {"status": "requires_capture", "amount_capturable": amount}
            intent.extra["capture_before"] = self.clock.now() + _RESERVED_FOR
            self.emit("charge.succeeded", charge)
            self.emit("payment_intent.amount_capturable_updated", intent)
            return
        intent.thing |= {"status": "succeeded", "amount_received": intent.thing["amount"]}
        record.thing["payment_status"] = "paid"
        self.emit("charge.succeeded", charge)
        self.emit("payment_intent.succeeded", intent)

    def _fail(self, record: Record, intent: Record, reason: str) -> None:
        charge = self._charge_of(record, intent, failure="card_declined")
        intent.thing |= {
            "status": "requires_payment_method",
            "last_payment_error": {
                "charge": charge.thing["id"],
                "code": "card_declined",
                "decline_code": reason,
                "doc_url": "https://stripe.com/docs/error-codes/card-declined",
                "message": "Your card was declined.",
                "type": "card_error",
            },
        }
        self.emit("charge.failed", charge)
        self.emit("payment_intent.payment_failed", intent)

    def _charge_of(self, record: Record, intent: Record, failure: str | None = None) -> Record:
        details = record.thing["customer_details"]
        email = details["email"] if details else record.thing["customer_email"]
        thing = objects.charge(intent.thing, email, self.clock.now(), failure)
        intent.thing["latest_charge"] = thing["id"]
        return self.add(Record(record.account, thing))

    def _charge_to_refund(self, account: str, params: Mapping[str, Any]) -> Record:
        if "charge" in params:
            return self.find("charge", params["charge"], account)
        if "payment_intent" not in params:
            raise required("payment_intent")
        intent = self.find("payment_intent", params["payment_intent"], account)
        if intent.thing["status"] != "succeeded":
            raise Problem(
                400,
                f"This PaymentIntent ({intent.thing['id']}) does not have a successful charge to"
                " refund.",
                param="payment_intent",
            )
        return self.find("charge", intent.thing["latest_charge"], account)

    def _refuse_disputed(self, charge: Record) -> None:
        for record in self.records.values():
            dispute = record.thing
            is_in_the_way = dispute["object"] == "dispute" and not dispute["is_charge_refundable"]
            if is_in_the_way and dispute["charge"] == charge.thing["id"]:
                raise Problem(
                    400,
                    f"Charge {charge.thing['id']} has been charged back; cannot issue a refund.",
                    code="charge_disputed",
                    saved=True,
                )

    @staticmethod
    def count_refund(charge: Record, amount: int) -> None:
        charge.thing["amount_refunded"] += amount
        charge.thing["refunded"] = charge.thing["amount_refunded"] == charge.thing["amount"]


def _customer(email: str | None) -> Thing:
    return {
        "address": None,
        "business_name": None,
        "email": email,
        "individual_name": None,
        "name": None,
        "phone": None,
        "tax_exempt": "none",
        "tax_ids": [],
    }
