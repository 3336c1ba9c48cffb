"""A purchase over a provider that was just added, and the page that says how one is added."""

from __future__ import annotations

import json
import re
from pathlib import Path
from uuid import UUID

import pytest
from django.test import RequestFactory

from agentpay_plugin.charges import inbox
from agentpay_plugin.charges.reconciling import reconcile
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.hosting import web
from agentpay_plugin.models import ProviderNotice
from agentpay_plugin.money import Money
from tests.charges.world import CHANNEL, World, charge_of
from tests.payments.toy import ToyBank, ToyProvider

pytestmark = pytest.mark.django_db(transaction=True)

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests" / "fixtures" / "toy"
TOKEN = "token-of-the-toy-bank"


@pytest.fixture
def bank() -> ToyBank:
    return ToyBank()


@pytest.fixture
def world(bank: ToyBank) -> World:
    """A world whose cards are taken by the toy bank: it stands where Stripe's adapter stands."""
    return World(provider=ToyProvider(bank, TOKEN))  # type: ignore[arg-type]


def hear(world: World, name: str, charge_id: str, token: str = TOKEN) -> int:
    """Receive a saved webhook, about a charge of ours, at our address; and handle what was stored."""
    saved = json.loads((FIXTURES / f"{name}.json").read_bytes())
    body = json.dumps({**saved, "order": charge_id}).encode()
    door = web.Door(world.desk, lambda _: CHANNEL, lambda: None)
    request = RequestFactory().post("/", body, "application/json", headers={"x-toy-token": token})
    status = web.answer(door, request, "webhooks/stripe/1/").status_code
    for notice_id in ProviderNotice.objects.filter(handled_at=None).values_list("pk", flat=True):
        inbox.handle(world.desk, notice_id)
    return status


def test_bought_and_given_back_at_the_bank(world: World, bank: ToyBank) -> None:
    view = world.opened()
    bank.pay("toy1")
    refused = hear(world, "payment__done", view.id, token="somebody's")
    before = charge_of(view.id).state

    paid = hear(world, "payment__done", view.id)
    bank.give_back("toy1", "4.00")
    back = hear(world, "refund__done", view.id)

    assert (refused, before, paid, back) == (400, "open", 200, 200)
    assert view.page_url == "https://toybank.example/toy1"
    assert charge_of(view.id).state == "confirmed"
    assert world.reports() == [("CHARGE_SUCCESS", 999, "toy1"), ("REFUND_SUCCESS", 400, "back1")]
    assert world.shop.placed[0].total == Money(999, "USD")
    (outcome,) = reconcile(world.desk, [UUID(view.id)], mend=False)
    assert outcome.found == ()


def test_money_without_an_order_goes_back(world: World, bank: ToyBank) -> None:
    view = world.opened()
    bank.pay("toy1")
    world.shop.sell_out("variant-audiobook")

    world.settle_twice(view.id)
    settle(world.desk, UUID(view.id))

    assert charge_of(view.id).state == "refunded"
    assert [(one["amount"], one["key"]) for one in bank.refunds.values()] == [
        ("9.99", f"{view.id}:refund")
    ]


def test_answer_that_was_not_heard_leads_to_one_payment(world: World, bank: ToyBank) -> None:
    bank.failures.append("unavailable_after_work")
    cart = world.cart()
    first = world.chat.open(cart, "card", 1)

    again = world.chat.open(cart, "card", 1)

    assert (first.state, again.state, len(bank.payments)) == ("unknown", "open", 1)


def test_the_page_names_what_there_is() -> None:
    page = (ROOT / "docs" / "adding-a-payment-provider.md").read_text()
    paths = [
        one
        for one in re.findall(r"`([A-Za-z_./-]+/[A-Za-z_./-]*)`", page)
        if "<" not in one and not one.startswith("/")
    ]

    assert len(paths) >= 10
    assert [one for one in paths if not (ROOT / one).exists()] == []
