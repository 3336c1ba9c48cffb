"""One purchase by each road that money takes, in a real Saleor: paid in the chat, given back in parts from both sides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest

from tests.saleor.bank import Bank
from tests.saleor.buying_in_reais import WHOLE, asked_to_pay, assert_bought_once, nothing_is_open
from tests.saleor.merchant import SECRET_KEY, update
from tests.saleor.orders import order_of
from tests.saleor.processes import until
from tests.saleor.reais import CHANNEL, CPF, Taker, places_of
from tests.saleor.refunding import ask_back, payment, refund_events, sweep_for, wait_for
from tests.saleor.shop import Shop
from tests.saleor.sweeping import sweep_until

pytestmark = pytest.mark.saleor

REQUEST, SUCCESS = "REFUND_REQUEST", "REFUND_SUCCESS"


@dataclass(frozen=True)
class Road:
    """A method, what the channel is set to for it, and the provider that takes the money."""

    name: str
    method: str
    settings: dict[str, str]
    provider: Taker | Bank

    @property
    def like(self) -> Any:
        return self.provider.stripe if isinstance(self.provider, Bank) else self.provider.like

    def pay(self, asked: dict[str, Any]) -> None:
        if isinstance(self.provider, Bank):
            self.provider.pay(asked["pageUrl"])
        else:
            self.like.pay_code(asked["pix"]["code"])

    def given_back(self, ref: str) -> list[Decimal]:
        """Return what went back of a payment at its provider, in reais."""
        if isinstance(self.provider, Taker):
            return sorted(Decimal(reais) for reais in self.provider.given_back(ref))
        (session,) = [one for one in self.like.sessions if one["id"] == ref]
        of_it = [r for r in self.like.refunds if r["payment_intent"] == session["payment_intent"]]
        return sorted(Decimal(refund["amount"]) / 100 for refund in of_it)


@pytest.fixture(params=["card", "pix-asaas", "pix-bank", "pix-stripe"])
def road(
    running: Shop, takers: tuple[Taker, ...], bank: Bank, request: pytest.FixtureRequest
) -> Iterator[Road]:
    """The channel, which takes money by this road only."""
    asaas, pix_bank = takers
    by_stripe = {"stripe_secret_key": SECRET_KEY}
    settings, provider = {
        "card": ({**by_stripe, "payment_methods": "card"}, bank),
        "pix-asaas": ({"pix_provider": asaas.name}, asaas),
        "pix-bank": ({"pix_provider": pix_bank.name}, pix_bank),
        "pix-stripe": ({**by_stripe, "pix_provider": "stripe", "payment_methods": "pix"}, bank),
    }[request.param]
    chosen = Road(request.param, request.param.partition("-")[0], settings, provider)
    answer = update(running, CHANNEL, True, **chosen.settings)
    assert answer["errors"] == [], answer["errors"]
    yield chosen
    assert chosen.like.flush()
    sweep_until(running, lambda: nothing_is_open(running), "every payment's end", 60)
    keys = dict.fromkeys(("stripe_secret_key", "stripe_webhook_secret"))
    before = {"pix_provider": asaas.name, "payment_methods": ""}
    answer = update(running, CHANNEL, True, **keys, **before)
    assert answer["errors"] == [], answer["errors"]


def test_paid_and_given_back_from_both_sides(running: Shop, road: Road) -> None:
    email = f"ana+road-{road.name}@example.com"
    shopper, asked = asked_to_pay(running, email, road.method)
    quote = shopper.last("ChatQuote")
    road.pay(asked)
    receipt = shopper.wait_for_part("ChatReceipt", 60)
    order = assert_bought_once(running, email)
    number, ref = order["number"], order["transactions"][0]["pspReference"]

    ask_back(running, number, "14.40")
    wait_for(running, number, REQUEST, SUCCESS)
    part = road.given_back(ref)
    road.like.give_back(ref, 10000)
    sweep_for(running, number, REQUEST, SUCCESS, SUCCESS)
    between = order_of(running, number)
    until(lambda: shopper.look() and "114,40" in str(shopper.messages[-1]), "news", 30)
    ask_back(running, number)
    wait_for(running, number, REQUEST, SUCCESS, SUCCESS, REQUEST, SUCCESS)
    until(lambda: shopper.look() and "214,40" in str(shopper.messages[-1]), "news", 30)
    assert road.like.flush()

    assert quote is not None
    assert [one["id"] for one in quote["methods"]] == [road.method]
    assert receipt["order"]["number"] == number
    assert part == [Decimal("14.40")]
    assert road.given_back(ref) == [Decimal("14.40"), Decimal(100), Decimal(100)]
    assert refund_events(running, number) == [
        (REQUEST, 14.4), (SUCCESS, 14.4), (SUCCESS, 100.0), (REQUEST, 100.0), (SUCCESS, 100.0),
    ]  # fmt: skip
    assert between["totalRefunded"]["amount"] == 114.4
    assert between["totalCharged"]["amount"] == 100.0
    end, last = payment(running, number), order_of(running, number)
    assert (end["refundedAmount"]["amount"], end["chargedAmount"]["amount"]) == (float(WHOLE), 0)
    assert (last["totalRefunded"]["amount"], last["totalCharged"]["amount"]) == (float(WHOLE), 0)
    assert (end["actions"], last["totalRefundPending"]["amount"]) == ([], 0)
    assert len(shopper.parts("ChatReceipt")) == 1
    assert places_of(running, CPF) == []
