"""PIX in a real Saleor, in a channel that sells in reais: by Asaas, by a bank with the API Pix, and by Stripe."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from agentpay_plugin.demo.lookalikes.levers import Refused
from tests.saleor import reais
from tests.saleor.bank import Bank
from tests.saleor.buying_in_reais import (
    WHOLE,
    asked_to_pay,
    assert_bought_once,
    nothing_is_open,
    quoted,
)
from tests.saleor.merchant import SECRET_KEY, update
from tests.saleor.orders import order_of, orders_of_email
from tests.saleor.processes import until
from tests.saleor.reais import ANA, CHANNEL, CPF, PRODUCT, Taker
from tests.saleor.refunding import (
    ask_back,
    payment,
    refund_events,
    wait_for,
)
from tests.saleor.shop import Shop
from tests.saleor.storefront import Storefront
from tests.saleor.sweeping import sweep_until

pytestmark = pytest.mark.saleor

REQUEST, SUCCESS = "REFUND_REQUEST", "REFUND_SUCCESS"


@pytest.fixture(params=["asaas", "pix"])
def taker(
    running: Shop, takers: tuple[Taker, ...], request: pytest.FixtureRequest
) -> Iterator[Taker]:
    """Whoever takes the channel's PIX in this test."""
    (chosen,) = [one for one in takers if one.name == request.param]
    reais.choose(running, chosen)
    yield chosen
    chosen.like.webhooks_normal()
    assert chosen.like.flush()


def ready_to_pay(shop: Shop, email: str) -> Storefront:
    storefront = Storefront(shop, channel=CHANNEL, address=ANA)
    storefront.fill(email, PRODUCT)
    return storefront


def bought(shop: Shop, taker: Taker, email: str) -> tuple[str, str]:
    """Buy on a plain storefront; the order's number, and the provider's reference."""
    storefront = ready_to_pay(shop, email)
    answer = storefront.initialize(method="pix", payer={"taxId": CPF})
    taker.like.pay_code(answer["data"]["pix"]["code"])
    storefront.process_until_paid()
    assert storefront.complete()["errors"] == []
    (number,) = orders_of_email(shop, email)
    return number, str(payment(shop, number)["pspReference"])


def charge(shop: Shop, ref: str) -> tuple[Any, ...]:
    (row,) = shop.rows(
        "SELECT state, request, pix_code FROM agentpay_plugin_charge WHERE provider_ref = %s", ref
    )
    return row


def webhooks_handled(shop: Shop, ref: str) -> int:
    (row,) = shop.rows(
        "SELECT count(*) FROM agentpay_plugin_providernotice WHERE charge_ref = %s AND handled_at IS NOT NULL",
        ref,
    )
    return int(row[0])


def test_bought_in_the_chat_in_portuguese(running: Shop, taker: Taker) -> None:
    email = f"ana+chat-{taker.name}@example.com"
    shopper, asked = asked_to_pay(running, email, "pix")
    quote = shopper.last("ChatQuote")
    taker.like.pay_code(asked["pix"]["code"])
    receipt = shopper.wait_for_part("ChatReceipt", 60)
    assert taker.like.flush()

    assert quote is not None
    assert {"id": "pix", "needsTaxId": taker.asks_payer} in quote["methods"]
    assert (asked["method"], asked["pageUrl"], asked["amount"]["amount"]) == (
        "pix", None, str(WHOLE),
    )  # fmt: skip
    assert asked["pix"]["code"].startswith("000201")
    order = assert_bought_once(running, email)
    ref = order["transactions"][0]["pspReference"]
    assert receipt["order"]["number"] == order["number"]
    assert receipt["paid"]["text"].replace("\xa0", " ") == "R$ 214,40"
    shopper.look()
    assert len(shopper.parts("ChatReceipt")) == 1
    told = [one for one in taker.like.deliveries if one["status"] is not None]
    assert {one["status"] for one in told} == {200}
    assert webhooks_handled(running, ref) >= 1
    assert charge(running, ref) == ("confirmed", None, "")
    assert reais.places_of(running, CPF) == []


def test_bought_on_a_plain_storefront(running: Shop, taker: Taker) -> None:
    email = f"ana+own-{taker.name}@example.com"
    storefront = ready_to_pay(running, email)
    methods = storefront.gateway()["data"]["methods"]
    answer = storefront.initialize(
        method="pix", payer={"taxId": CPF, "name": "Ana Souza"}, returnUrl="http://localhost:3000/"
    )
    pix = answer["data"]["pix"]
    taker.like.pay_code(pix["code"])
    storefront.process_until_paid()
    completed = storefront.complete()
    assert taker.like.flush()

    assert [(one["id"], one["needsPayer"]) for one in methods] == [("pix", taker.asks_payer)]
    assert answer["transactionEvent"]["type"] == "CHARGE_ACTION_REQUIRED"
    assert pix["code"].startswith("000201")
    assert pix["qrSvg"].startswith("<svg ")
    assert completed["errors"] == []
    assert_bought_once(running, email)
    assert reais.places_of(running, CPF) == []


def test_a_payer_who_is_not_named_gets_no_code(running: Shop, taker: Taker) -> None:
    storefront, before = ready_to_pay(running, f"ana+nobody-{taker.name}@example.com"), taker.made()

    answer = storefront.initialize(method="pix")

    if not taker.asks_payer:
        assert answer["transactionEvent"]["type"] == "CHARGE_ACTION_REQUIRED"
        assert taker.made() == before + 1
        return
    assert answer["transactionEvent"]["type"] == "CHARGE_FAILURE"
    assert answer["transactionEvent"]["message"].startswith("data.payer.taxId: ")
    assert answer["data"] == {"code": "payer_tax_id_missing"}
    assert taker.made() == before


def test_a_part_and_then_the_rest_go_back_from_the_order_page(running: Shop, taker: Taker) -> None:
    number, ref = bought(running, taker, f"ana+back-{taker.name}@example.com")

    ask_back(running, number, "14.40")
    wait_for(running, number, REQUEST, SUCCESS)
    part = taker.given_back(ref)
    ask_back(running, number)
    wait_for(running, number, REQUEST, SUCCESS, REQUEST, SUCCESS)
    assert taker.like.flush()

    assert part == ["14.40"]
    assert taker.given_back(ref) == ["14.40", "200.00"]
    assert refund_events(running, number) == [
        (REQUEST, 14.4), (SUCCESS, 14.4), (REQUEST, 200.0), (SUCCESS, 200.0),
    ]  # fmt: skip
    end = payment(running, number)
    assert (end["refundedAmount"]["amount"], end["chargedAmount"]["amount"]) == (float(WHOLE), 0)
    assert end["actions"] == []
    assert order_of(running, number)["totalRefunded"]["amount"] == float(WHOLE)


def test_a_code_that_nobody_paid_is_closed_at_the_provider(running: Shop, taker: Taker) -> None:
    email = f"ana+late-{taker.name}@example.com"
    shopper, asked = asked_to_pay(running, email, "pix")
    ((ref,),) = running.rows(
        "SELECT provider_ref FROM agentpay_plugin_charge WHERE id = %s", asked["chargeId"]
    )
    running.rows(
        "UPDATE agentpay_plugin_charge SET expires_at = now() - interval '1 second' WHERE id = %s",
        asked["chargeId"],
    )
    sweep_until(
        running, lambda: shopper.look() and charge(running, ref)[0] == "expired", "the code's end"
    )
    notice = shopper.wait_for_part("ChatNotice")

    assert taker.is_closed(ref)
    with pytest.raises(Refused):
        taker.like.pay_code(asked["pix"]["code"])
    assert notice["noticeText"]
    assert charge(running, ref) == ("expired", None, "")
    assert orders_of_email(running, email) == []
    assert reais.places_of(running, CPF) == []


def test_cards_are_offered_beside_it_once_they_are_set_up(running: Shop, taker: Taker) -> None:
    keys = {"stripe_secret_key": SECRET_KEY, "stripe_webhook_secret": "whsec_journeys9012"}
    assert update(running, CHANNEL, True, **keys)["errors"] == []
    try:
        _, quote = quoted(running, f"ana+both-{taker.name}@example.com")
        methods = ready_to_pay(running, f"ana+ways-{taker.name}@example.com").gateway()["data"]
    finally:
        cleared = update(running, CHANNEL, True, stripe_secret_key=None, stripe_webhook_secret=None)

    assert quote["methods"] == [
        {"id": "pix", "needsTaxId": taker.asks_payer},
        {"id": "card", "needsTaxId": False},
    ]
    assert [one["id"] for one in methods["methods"]] == ["pix", "card"]
    assert cleared["errors"] == []


@pytest.fixture
def by_stripe(running: Shop, takers: tuple[Taker, ...], bank: Bank) -> Iterator[Bank]:
    """Stripe takes the channel's PIX, on a page of its own."""
    choose = {"pix_provider": "stripe", "payment_methods": "pix"}
    answer = update(running, CHANNEL, True, stripe_secret_key=SECRET_KEY, **choose)
    assert answer["errors"] == [], answer["errors"]
    yield bank
    bank.webhooks_done()
    keys = dict.fromkeys(("stripe_secret_key", "stripe_webhook_secret"))
    choose = {"pix_provider": takers[0].name, "payment_methods": ""}
    # Of what a storefront has completed we hear when its grace is over.
    sweep_until(running, lambda: nothing_is_open(running), "every payment's end", 60)
    answer = update(running, CHANNEL, True, **keys, **choose)
    assert answer["errors"] == [], answer["errors"]


def pix_session(bank: Bank, page_url: str) -> dict[str, Any]:
    session = bank.session_of(page_url)
    assert session["payment_method_types"] == ["pix"]
    return session


def back_at_stripe(bank: Bank, session: dict[str, Any]) -> list[int]:
    """What went back of a session at Stripe, in centavos."""
    (now,) = [one for one in bank.stripe.sessions if one["id"] == session["id"]]
    return sorted(
        refund["amount"]
        for refund in bank.stripe.refunds
        if refund["payment_intent"] == now["payment_intent"]
    )


def test_bought_on_a_page_of_stripes_and_given_back(running: Shop, by_stripe: Bank) -> None:
    email = "ana+stripe@example.com"
    shopper, quote = quoted(running, email)
    shopper.confirm(quote, "pix")
    asked = dict(shopper.wait_for_part("ChatPaymentRequest")["payment"])
    session = pix_session(by_stripe, asked["pageUrl"])
    by_stripe.pay(asked["pageUrl"])
    receipt = shopper.wait_for_part("ChatReceipt", 60)
    order = assert_bought_once(running, email)

    ask_back(running, order["number"], "14.40")
    wait_for(running, order["number"], REQUEST, SUCCESS)
    ask_back(running, order["number"])
    wait_for(running, order["number"], REQUEST, SUCCESS, REQUEST, SUCCESS)

    assert quote["methods"] == [{"id": "pix", "needsTaxId": False}]
    assert (asked["method"], asked["pix"], asked["amount"]["amount"]) == ("pix", None, str(WHOLE))
    assert (session["currency"], session["amount_total"]) == ("brl", 21440)
    assert order["transactions"][0]["pspReference"] == session["id"]
    assert receipt["paid"]["text"].replace("\xa0", " ") == "R$ 214,40"
    assert back_at_stripe(by_stripe, session) == [1440, 20000]
    end = payment(running, order["number"])
    assert (end["refundedAmount"]["amount"], end["chargedAmount"]["amount"]) == (float(WHOLE), 0)
    assert end["actions"] == []


@pytest.mark.parametrize("succeeds", [True, False])
def test_stripes_pix_that_takes_its_time(running: Shop, by_stripe: Bank, succeeds: bool) -> None:
    email = f"ana+stripe-slow-{succeeds}@example.com"
    storefront = ready_to_pay(running, email)
    answer = storefront.initialize(method="pix", returnUrl="http://localhost:3000/")
    session = pix_session(by_stripe, answer["data"]["pageUrl"])
    by_stripe.stripe.pay(session["id"], delayed=True)
    by_stripe.webhooks_done()
    waiting = storefront.process()
    by_stripe.stripe.settle(session["id"], succeed=succeeds)
    by_stripe.webhooks_done()
    until(
        lambda: charge(running, session["id"])[0] in ("reported", "confirmed", "cancelled"),
        "an end",
        40,
    )
    completed = storefront.complete()

    assert answer["transactionEvent"]["type"] == "CHARGE_ACTION_REQUIRED"
    assert waiting["transactionEvent"]["type"] == "CHARGE_ACTION_REQUIRED"
    if succeeds:
        assert completed["errors"] == []
        assert_bought_once(running, email)
    else:
        assert completed["order"] is None
        assert orders_of_email(running, email) == []


def test_cards_that_are_captured_by_hand_leave_pix_alone(running: Shop, by_stripe: Bank) -> None:
    email = "ana+stripe-manual@example.com"
    answer = update(running, CHANNEL, True, capture_method="manual")
    try:
        storefront = ready_to_pay(running, email)
        opened = storefront.initialize(method="pix", returnUrl="http://localhost:3000/")
        session = pix_session(by_stripe, opened["data"]["pageUrl"])
        by_stripe.pay(opened["data"]["pageUrl"])
        storefront.process_until_paid()
        completed = storefront.complete()
    finally:
        update(running, CHANNEL, True, capture_method="automatic")

    assert answer["errors"] == []
    assert opened["transactionEvent"]["type"] == "CHARGE_ACTION_REQUIRED"
    assert completed["errors"] == []
    assert_bought_once(running, email)
    assert "agentpay_capture" not in session["metadata"]
