"""The merchant in the tests: gives money back as the Dashboard's order page does, and reads that page."""

from __future__ import annotations

from typing import Any

from tests.saleor.bank import Bank
from tests.saleor.client import Shopper
from tests.saleor.orders import order_of, orders_of_email
from tests.saleor.processes import until
from tests.saleor.shop import Shop
from tests.saleor.sweeping import sweep_until
from tests.saleor.template import version

_REQUEST = """
mutation($id: ID!, $action: TransactionActionEnum!, $amount: PositiveDecimal) {
  transactionRequestAction(id: $id, actionType: $action, amount: $amount) {
    transaction { id refundPendingAmount { amount } }
    errors { field message code }
  }
}
"""
_GRANT = """
mutation($order: ID!, $input: OrderGrantRefundCreateInput!) {
  orderGrantRefundCreate(id: $order, input: $input) {
    grantedRefund { id status } errors { field message code }
  }
}
"""
_SEND = """
mutation($id: ID!) {
  transactionRequestRefundForGrantedRefund(grantedRefundId: $id) {
    transaction { id } errors { field message code }
  }
}
"""


def without_reasons(shop: Shop) -> None:
    """Let the sample shop take refunds without one of its own texts as the reason; 3.21 knows no reasons."""
    if version(shop.saleor).startswith("3.21."):
        return
    data = shop.graphql(
        "mutation{refundReasonReferenceClear{errors{field message}}}", bearer=shop.staff_token()
    )
    assert data["refundReasonReferenceClear"]["errors"] == []


def bought(shop: Shop, bank: Bank, email: str) -> tuple[Shopper, str, str]:
    """A hoodie bought in the chat: the shopper, the order's number, and the provider's session."""
    shopper = Shopper(shop)
    shopper.start(product={"slug": "blue-hoodie"})
    shopper.say("I'll buy one")
    quote = shopper.go_to_quote(email)
    shopper.tap(pay={"method": "card", "quoteVersion": quote["version"]})
    url = str(shopper.wait_for_part("ChatPaymentRequest")["payment"]["pageUrl"])
    bank.pay(url)
    shopper.wait_for_part("ChatReceipt", 60)
    (number,) = orders_of_email(shop, email)
    return shopper, number, str(bank.session_of(url)["id"])


def payment(shop: Shop, number: str) -> dict[str, Any]:
    """The one payment on the order page."""
    (transaction,) = order_of(shop, number)["transactions"]
    return dict(transaction)


def ask_back(shop: Shop, number: str, amount: str | None = None) -> dict[str, Any]:
    """Press Refund on the order page; Saleor's answer. None: all that is left."""
    return request(shop, number, "REFUND", amount)


def request(shop: Shop, number: str, action: str, amount: str | None = None) -> dict[str, Any]:
    """Ask for something to be done about the order's payment; Saleor's answer."""
    data = shop.graphql(
        _REQUEST, bearer=shop.staff_token(), id=payment(shop, number)["id"], action=action,
        amount=amount,
    )  # fmt: skip
    answer = dict(data["transactionRequestAction"])
    assert answer["errors"] == [], answer["errors"]
    return dict(answer["transaction"])


def grant(shop: Shop, number: str, amount: str) -> str:
    """Grant a refund of the order's payment; its id."""
    given = {"amount": amount, "transactionId": payment(shop, number)["id"], "reason": "Too small"}
    data = shop.graphql(
        _GRANT, bearer=shop.staff_token(), order=order_of(shop, number)["id"], input=given
    )["orderGrantRefundCreate"]  # fmt: skip
    assert data["errors"] == [], data["errors"]
    return str(data["grantedRefund"]["id"])


def send(shop: Shop, granted: str) -> None:
    """Send a granted refund."""
    data = shop.graphql(_SEND, bearer=shop.staff_token(), id=granted)
    assert data["transactionRequestRefundForGrantedRefund"]["errors"] == []


def refund_events(shop: Shop, number: str) -> list[tuple[str, float]]:
    """What the order page tells of refunds, oldest first."""
    events = reversed(payment(shop, number)["events"])
    return [(e["type"], e["amount"]["amount"]) for e in events if e["type"].startswith("REFUND")]


def refusals(shop: Shop, number: str) -> list[str]:
    events = payment(shop, number)["events"]
    return [e["message"] for e in events if e["type"] == "REFUND_FAILURE"]


def wait_for(shop: Shop, number: str, *types: str) -> None:
    """Wait until the order page tells of exactly these events of refunds."""
    until(lambda: [kind for kind, _ in refund_events(shop, number)] == list(types), str(types), 40)


def sweep_for(shop: Shop, number: str, *types: str) -> None:
    """Wait for the same, and let nothing wait for its time."""
    sweep_until(
        shop, lambda: [kind for kind, _ in refund_events(shop, number)] == list(types), str(types), 40
    )  # fmt: skip
