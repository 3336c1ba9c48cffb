"""One look-alike of Stripe: its parts, and everything a test or a demo can do to it."""

from __future__ import annotations

import copy
import json
from collections.abc import Sequence

from agentpay_plugin.demo.lookalikes.webhooks import Manners
from agentpay_plugin.demo.lookalikes.world import World
from agentpay_plugin.demo.stripe.api import Api
from agentpay_plugin.demo.stripe.incoming import Seen
from agentpay_plugin.demo.stripe.ledger import Ledger, Record
from agentpay_plugin.demo.stripe.objects import Thing
from agentpay_plugin.demo.stripe.webhooks import sign


class LookAlike(World):
    """Steered by these methods in-process, and by the same words over HTTP (control.py)."""

    def __init__(self, url: str) -> None:
        super().__init__(url, Manners(sign))
        self.ledger = Ledger(self.clock, self._post, url)
        self.api = Api(self.clock, self.ledger, self.faults, self._webhooks.endpoints)

    def catch_up(self) -> None:
        self.ledger.expire_due()

    def _post(self, event: Thing, account: str) -> None:
        body = json.dumps(event, indent=2).encode()
        self._webhooks.send(event["id"], event["type"], body, account)

    # --- the shopper ------------------------------------------------------------------------------

    def pay(self, session_id: str, email: str | None = None, *, delayed: bool = False) -> Thing:
        """Pay, as the page's button does; `delayed`: complete but unpaid until `settle`."""
        return self.ledger.pay(session_id, email, delayed=delayed).thing

    def settle(self, session_id: str, *, succeed: bool = True) -> Thing:
        """End a delayed payment well or badly."""
        return self.ledger.settle(session_id, succeed=succeed).thing

    def decline(self, session_id: str, reason: str = "generic_decline") -> Thing:
        """Let one try to pay be declined."""
        return self.ledger.decline(session_id, reason).thing

    def expire(self, session_id: str) -> Thing:
        """Expire a session without moving the clock."""
        return self.ledger.expire(session_id).thing

    # --- the merchant at Stripe -------------------------------------------------------------------

    def give_back(self, session_id: str, amount: int | None = None) -> Thing:
        """Refund a paid session in the Dashboard, in Stripe's minor units; None: all that is left."""
        return self.ledger.give_back(session_id, amount).thing

    def refunds_become(self, *statuses: str) -> None:
        """Let the next refunds have these statuses when made (`pending`, …); else `succeeded`."""
        self.ledger.next_refunds.extend(statuses)

    def move_refund(
        self, refund_id: str, status: str, reason: str = "expired_or_canceled_card"
    ) -> Thing:
        """Let a pending refund end as `succeeded` or, for a `reason`, `failed`."""
        return self.ledger.move_refund(refund_id, status, reason).thing

    def dispute(
        self,
        session_id: str,
        amount: int | None = None,
        reason: str = "fraudulent",
        *,
        inquiry: bool = False,
    ) -> Thing:
        """Let the shopper's bank dispute a paid session, in Stripe's minor units; None: all of it."""
        return self.ledger.open_dispute(session_id, amount, reason, inquiry=inquiry).thing

    def move_dispute(self, dispute_id: str, status: str) -> Thing:
        """Let a dispute go on or end, as one of Stripe's statuses."""
        return self.ledger.move_dispute(dispute_id, status).thing

    def revoke(self, secret_key: str) -> None:
        """Refuse this key from now on."""
        self.api.revoked.add(secret_key)

    # --- keeping ----------------------------------------------------------------------------------

    def kept(self) -> list[Thing]:
        """Return every object so that another look-alike can go on with it (`take_over`)."""
        with self.ledger.lock:
            return copy.deepcopy([vars(record) for record in self.ledger.records.values()])

    def take_over(self, kept: Sequence[Thing]) -> None:
        """Hold what another look-alike held. Its events and idempotency keys are not taken over."""
        with self.ledger.lock:
            self.ledger.records |= {each["thing"]["id"]: Record(**each) for each in kept}

    # --- looking ----------------------------------------------------------------------------------

    @property
    def sessions(self) -> list[Thing]:
        return self.ledger.all("checkout.session")

    def bearing(self, reference: str) -> Thing | None:
        """Return the newest session whose client_reference_id is the id of a charge of ours."""
        with self.ledger.lock:
            for record in reversed(self.ledger.records.values()):
                if record.thing.get("client_reference_id") == reference:
                    return copy.deepcopy(record.thing)
            return None

    @property
    def refunds(self) -> list[Thing]:
        return self.ledger.all("refund")

    @property
    def disputes(self) -> list[Thing]:
        return self.ledger.all("dispute")

    @property
    def payment_intents(self) -> list[Thing]:
        return self.ledger.all("payment_intent")

    @property
    def events(self) -> list[Thing]:
        return list(self.ledger.events)

    @property
    def requests(self) -> list[Seen]:
        return list(self.api.seen)
