"""The merchant's report in a real Saleor: what staff sees of a chat, and who sees nothing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import requests

from tests.saleor.bank import Bank
from tests.saleor.client import Shopper, document
from tests.saleor.shop import Shop
from tests.saleor.test_chat_purchase import pay

pytestmark = pytest.mark.saleor

# Of Saleor's sample data: staff with one permission each.
ORDERS, PRODUCTS = "order.manager@example.com", "product.manager@example.com"
PASSWORD = "password"
LOG_IN = "mutation($e: String!, $p: String!) { tokenCreate(email: $e, password: $p) { token errors { message } } }"
APP = """
mutation($p: [PermissionEnum!]) {
  appCreate(input: {name: "Reports", permissions: $p}) { authToken errors { field message } }
}
"""
FUNNEL = """
query($channel: String!, $from: String!, $to: String!) {
  chatFunnel(channel: $channel, from: $from, to: $to) {
    errors { field message code } visits steps { name conversations rate } chatToPaymentRate
  }
}
"""
STEPS = ["STARTED", "ENGAGED", "PURCHASE_INTENT", "PAYMENT_OPENED", "PAYMENT_BEGUN", "PAID"]


def logged_in(shop: Shop, email: str) -> str:
    return str(shop.graphql(LOG_IN, e=email, p=PASSWORD)["tokenCreate"]["token"])


def app_with(shop: Shop, permission: str) -> str:
    answer = shop.graphql(APP, bearer=shop.staff_token(), p=[permission])["appCreate"]
    assert answer["errors"] == []
    return str(answer["authToken"])


def ask(
    shop: Shop, bearer: str | None, begin: datetime, channel: str = "default-channel"
) -> dict[str, Any]:
    """Ask for the hour that begins then, and return the whole answer, errors and all."""
    window = {"from": begin.isoformat(), "to": (begin + timedelta(hours=1)).isoformat()}
    headers = {"Authorization": f"Bearer {bearer}"} if bearer else {}
    answer = requests.post(
        f"{shop.url}/graphql/",
        json={"query": FUNNEL, "variables": {"channel": channel, **window}},
        headers=headers,
        timeout=60,
    )
    return dict(answer.json())


def assert_denied(answer: dict[str, Any], message: str) -> None:
    assert answer["data"] == {"chatFunnel": None}
    (error,) = answer["errors"]
    assert error["extensions"]["exception"]["code"] == "PermissionDenied"
    assert error["message"] == message


NEEDS = "To access this path, you need one of the following permissions: MANAGE_ORDERS"


def test_staff_sees_how_far_a_chat_got(running: Shop, bank: Bank) -> None:
    begin = datetime.now(UTC)
    shopper = Shopper(running)
    visit = {"visitorId": f"reports-{begin.timestamp()}", "channel": "default-channel"}
    running.graphql(document("chatVisit"), address=shopper.address, **visit)
    shopper.start(product={"slug": "blue-hoodie"})
    shopper.say("I'll buy one")
    shopper.tap(checkOut=True)
    shopper.details(email="ada+reports@example.com")
    pay(shopper, bank)
    shopper.wait_for_part("ChatReceipt")

    answer = ask(running, logged_in(running, ORDERS), begin)
    of_the_app = ask(running, app_with(running, "MANAGE_ORDERS"), begin)
    elsewhere = ask(running, logged_in(running, ORDERS), begin, "channel-pln")

    assert "errors" not in answer
    funnel = answer["data"]["chatFunnel"]
    assert funnel["errors"] == []
    assert funnel["visits"] == 1
    assert [step["name"] for step in funnel["steps"]] == STEPS
    assert [step["conversations"] for step in funnel["steps"]] == [1] * 6
    assert [step["rate"] for step in funnel["steps"]] == [None] + [1.0] * 5
    assert funnel["chatToPaymentRate"] == 1.0
    assert of_the_app["data"] == answer["data"]
    nobody = elsewhere["data"]["chatFunnel"]
    assert [step["conversations"] for step in nobody["steps"]] == [0] * 6
    assert nobody["chatToPaymentRate"] is None


def test_others_get_saleors_own_refusal_and_no_figures(running: Shop) -> None:
    begin = datetime.now(UTC)

    for bearer in (
        None,
        logged_in(running, PRODUCTS),
        app_with(running, "MANAGE_PRODUCTS"),
    ):
        assert_denied(ask(running, bearer, begin), NEEDS)


def test_staff_of_other_channels_gets_no_figures_of_this_one(running: Shop) -> None:
    begin = datetime.now(UTC)
    token = logged_in(running, ORDERS)
    restrict = "UPDATE account_group SET restricted_access_to_channels = %s WHERE name = 'Orders management'"

    running.rows(restrict, True)
    try:
        answer = ask(running, token, begin)
    finally:
        running.rows(restrict, False)

    assert_denied(answer, "You do not have access to the default-channel channel.")
    assert "errors" not in ask(running, token, begin)


def test_channel_that_does_not_exist_is_named(running: Shop) -> None:
    answer = ask(running, logged_in(running, ORDERS), datetime.now(UTC), "nowhere")

    assert "errors" not in answer
    assert answer["data"]["chatFunnel"] == {
        "errors": [
            {
                "field": "channel",
                "message": "There is no channel of this slug.",
                "code": "NOT_FOUND",
            }
        ],
        "visits": 0,
        "steps": [],
        "chatToPaymentRate": None,
    }
