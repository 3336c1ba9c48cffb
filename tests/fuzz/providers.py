"""The providers whose webhooks are fuzzed: one entry each."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from agentpay_plugin.charges.ports import Provider
from agentpay_plugin.payments.fake import FakeProvider
from agentpay_plugin.payments.stripe import StripeProvider

FIXTURES = Path(__file__).parents[1] / "fixtures"


@dataclass(frozen=True)
class Webhook:
    """What is POSTed: `headers` by lower-case name, `query` as it stands in the address."""

    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Fuzzed:
    """A provider under fuzzing.

    `adapter` is ours, with the secret that the proof is made of. `addressed(payload, reference, number)`
    makes a saved payload speak of a charge of ours, as the event of that number. `proven(body, now)` is a webhook as the provider sends it;
    its proof stands in the header or the parameter `proof`. `proves(webhook, now)` is another reckoning
    than the adapter's of whether it does. `signs_body`: the proof is of that body alone.
    `most_events`: how many events one body may bring. `settings` are the channel's, so that its endpoint
    exists.
    """

    adapter: Provider
    addressed: Callable[[Any, str, int], Any]
    proven: Callable[[bytes, int], Webhook]
    proof: str
    proves: Callable[[Webhook, int], bool]
    signs_body: bool
    most_events: int
    settings: Mapping[str, Any] = field(default_factory=dict)

    def body(self, chance: Random, reference: str, number: int = 0) -> bytes:
        """Return one of the provider's saved payloads, about a charge of ours."""
        payload = json.loads(chance.choice(_saved(self.adapter.name)))
        return json.dumps(self.addressed(payload, reference, number)).encode()


@cache
def _saved(name: str) -> list[bytes]:
    found = [path.read_bytes() for path in sorted((FIXTURES / name).glob("*.json"))]
    assert found, f"there is no saved webhook in tests/fixtures/{name}"
    return found


class Heard(FakeProvider):
    """The fake, told of things by webhooks of another provider's."""

    def __init__(self, adapter: Provider) -> None:
        super().__init__(adapter.name)
        self._adapter = adapter

    def verify(self, *given: Any) -> Any:
        return self._adapter.verify(*given)


# --- Stripe -----------------------------------------------------------------------------------------

_STRIPE_SECRET = "whsec_fuzz12345678"


def _stripe_digest(body: bytes, now: int) -> str:
    return hmac.new(_STRIPE_SECRET.encode(), b"%d." % now + body, hashlib.sha256).hexdigest()


def _stripe_proven(body: bytes, now: int) -> Webhook:
    return Webhook(body, {"stripe-signature": f"t={now},v1={_stripe_digest(body, now)}"})


def _stripe_proves(webhook: Webhook, now: int) -> bool:
    parts = webhook.headers.get("stripe-signature", "").split(",")
    return f"t={now}" in parts and f"v1={_stripe_digest(webhook.body, now)}" in parts


def _stripe_addressed(payload: Any, reference: str, number: int) -> Any:
    payload["id"] = f"evt_{number}"
    thing = payload["data"]["object"]
    if thing.get("metadata"):
        thing["metadata"]["agentpay_charge"] = reference
    if "client_reference_id" in thing:
        thing["client_reference_id"] = reference
    return payload


PROVIDERS: dict[str, Fuzzed] = {
    "stripe": Fuzzed(
        adapter=StripeProvider("sk_test_12345678", (_STRIPE_SECRET,)),
        addressed=_stripe_addressed,
        proven=_stripe_proven,
        proof="stripe-signature",
        proves=_stripe_proves,
        signs_body=True,
        most_events=1,
    ),
}
