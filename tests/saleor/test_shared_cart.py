"""The storefront's own checkout, a customer who is logged in, and a shop that is switched off meanwhile."""

from __future__ import annotations

import pytest

from tests.saleor.bank import Bank
from tests.saleor.client import ADDRESS, Shopper, document
from tests.saleor.merchant import switch_on, update
from tests.saleor.orders import order_of, orders_of_email
from tests.saleor.shop import Shop
from tests.saleor.storefront import Storefront
from tests.saleor.test_chat_purchase import pay, quoted

pytestmark = pytest.mark.saleor

REGISTER = """mutation($i: AccountRegisterInput!) { accountRegister(input: $i) { errors { field message } } }"""
LOG_IN = """mutation($e: String!, $p: String!) { tokenCreate(email: $e, password: $p) { token errors { message } } }"""


def test_the_chat_fills_the_storefronts_own_checkout(running: Shop, bank: Bank) -> None:
    storefront = Storefront(running)
    storefront.fill("eve+shared@example.com", slug="blue-hoodie", quantity=1)
    shopper = Shopper(running)
    shopper.start(product={"slug": "white-hoodie"}, checkoutId=storefront.checkout)
    shopper.say("I'll take two")
    cart = shopper.look()["cart"]
    assert cart["id"] == storefront.checkout
    assert sorted((line["productName"], line["quantity"]) for line in cart["lines"]) == [
        ("Blue Hoodie", 1), ("White Hoodie", 2),
    ]  # fmt: skip
    shopper.tap(checkOut=True)
    pay(shopper, bank)
    shopper.wait_for_part("ChatReceipt")

    (number,) = orders_of_email(running, "eve+shared@example.com")
    assert order_of(running, number)["chargeStatus"] == "FULL"


def test_a_logged_in_customer_owns_the_order(running: Shop, bank: Bank) -> None:
    email, password = "eve+customer@example.com", "a-long-passphrase-1"
    account = {"email": email, "password": password, "channel": "default-channel"}
    running.graphql(REGISTER, i={**account, "redirectUrl": "http://localhost:3000/"})
    running.rows(
        "UPDATE account_user SET is_active = true, is_confirmed = true WHERE email = %s", email
    )
    token = running.graphql(LOG_IN, e=email, p=password)["tokenCreate"]["token"]
    shopper = Shopper(running, bearer=token)
    shopper.start(product={"slug": "blue-hoodie"})
    shopper.bearer = None  # later turns act as the customer without the token
    shopper.say("I'll buy one")
    shopper.tap(checkOut=True)
    shopper.details(email=email)
    pay(shopper, bank)
    shopper.wait_for_part("ChatReceipt")

    ((owner,),) = running.rows(
        "SELECT u.email FROM order_order o JOIN account_user u ON u.id = o.user_id WHERE o.user_email = %s",
        email,
    )
    assert owner == email


def test_switched_off_while_a_payment_is_open(running: Shop, bank: Bank) -> None:
    email = "eve+off@example.com"
    shopper = Shopper(running)
    shopper.start(product={"slug": "blue-hoodie"})
    shopper.say("I'll buy one")
    shopper.tap(checkOut=True)
    shopper.details(email=email, billingAddress=ADDRESS)
    quote = quoted(shopper)
    shopper.tap(pay={"method": "card", "quoteVersion": quote["version"]})
    page = shopper.wait_for_part("ChatPaymentRequest")["payment"]["pageUrl"]
    assert update(running, "default-channel", False)["errors"] == []
    try:
        bank.pay(page)
        shopper.wait_for_part("ChatReceipt")
        closed = running.graphql(
            document("chatStart"), input={"channel": "default-channel"}, address="10.9.9.9"
        )["chatStart"]
    finally:
        switch_on(running, "default-channel")

    assert [error["code"] for error in closed["errors"]] == ["CHAT_CLOSED"]
    assert closed["token"] is None
    (number,) = orders_of_email(running, email)
    assert order_of(running, number)["chargeStatus"] == "FULL"


def test_wrong_settings_are_refused_by_name(running: Shop) -> None:
    answer = update(running, "default-channel", True, stripe_secret_key="pk_test_notsecret1")

    (error,) = answer["errors"]
    assert error["code"] == "PLUGIN_MISCONFIGURED"
    assert error["message"].startswith("Stripe secret key: It begins with sk_ or rk_")
    keys = running.rows(
        "SELECT count(*) FROM plugins_pluginconfiguration WHERE configuration::text LIKE '%%pk_test_%%'"
    )
    assert keys == [(0,)]


def test_erased_means_gone(running: Shop) -> None:
    shopper = Shopper(running)
    shopper.start(product={"slug": "blue-hoodie"}, visitorId="visitor-to-forget")
    shopper.say("my e-mail is forget.me@example.com, I'll buy one")
    running.graphql(document("chatErase"), token=shopper.token)

    assert running.graphql(document("chat"), token=shopper.token, after=0)["chat"] is None
    for table in ("conversation", "message", "turn", "analyticsevent"):
        found = running.rows(
            f"SELECT count(*) FROM agentpay_plugin_{table} t WHERE t::text LIKE '%%forget%%'"
        )
        assert found == [(0,)], table
