"""Saleor's transactions, checkouts and orders as our app sees them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from agentpay_plugin.charges.ports import (
    CLOSED_ORDERS,
    Charged,
    Initialized,
    NotCompleted,
    Report,
    Source,
    SourceKind,
)
from agentpay_plugin.conversation.goods import Order
from agentpay_plugin.errors import ShopRefused
from agentpay_plugin.money import Money
from agentpay_plugin.shop.completion import is_retryable
from agentpay_plugin.shop.lines import charge_lines
from agentpay_plugin.shop.saleor.amounts import gross, money
from agentpay_plugin.shop.saleor.checkouts import cart, order
from agentpay_plugin.shop.saleor.execute import Execute, accepted
from agentpay_plugin.shop.saleor.ids import key_of
from agentpay_plugin.shop.saleor.language import DEFAULT
from agentpay_plugin.shop.version import fingerprint

_NO_ANSWER = "NO_ORDER"
# So Saleor says that the app behind a payment gateway is switched off or removed.
_NO_GATEWAY = ("NOT_FOUND", "paymentGateway")


class SaleorBooks:
    """Implements charges.ports.Books.

    `execute` is the shopper's way and pays like any storefront; `gateway` is our app's identifier.
    """

    def __init__(
        self,
        execute: Execute,
        execute_as_app: Execute,
        gateway: str,
        language_code: str = DEFAULT,
    ) -> None:
        self._execute = execute
        self._execute_as_app = execute_as_app
        self._gateway = gateway
        self._language = language_code

    def source(self, source_id: str) -> Source | None:
        if key_of(source_id, "Order"):
            node = self._execute_as_app("order_source", {"id": source_id})["order"]
            return _order_source(node) if node else None
        if key_of(source_id, "Checkout") is None:
            return None
        variables = {"id": source_id, "language": self._language}
        node = self._execute_as_app("checkout_source", variables)["checkout"]
        return _checkout_source(node) if node else None

    def initialize(
        self, checkout_id: str, amount: Money, key: str, data: Mapping[str, object]
    ) -> Initialized:
        variables = {
            "id": checkout_id,
            "gateway": self._gateway,
            "amount": str(amount.amount),
            "key": key,
            "data": dict(data),
        }
        payload = self._execute("transaction_initialize", variables)["transactionInitialize"]
        try:
            accepted(payload)
        except ShopRefused as refusal:
            if (refusal.shop_code, refusal.field) == _NO_GATEWAY:
                raise ShopRefused("APP_INACTIVE", refusal.message) from refusal
            return Initialized(None, {}, refusal.shop_code, refusal.message)
        answer = payload["data"]
        return Initialized(
            payload["transaction"]["id"], answer if isinstance(answer, Mapping) else {}
        )

    def report(self, report: Report) -> bool:
        variables: dict[str, object] = {
            "id": report.transaction_id,
            "type": report.kind.value,
            "amount": str(report.amount.amount),
            "pspReference": report.psp_reference,
            "message": report.message,
            "externalUrl": report.external_url or None,
        }
        if report.can_refund is not None:
            capture = ["CHARGE", "CANCEL"] if report.can_capture else []
            variables["actions"] = [*capture, *(["REFUND"] if report.can_refund else [])]
        payload = self._execute_as_app("transaction_report", variables)["transactionEventReport"]
        return bool(accepted(payload)["alreadyProcessed"])

    def complete(self, checkout_id: str) -> Order | NotCompleted:
        payload = self._execute_as_app("checkout_complete", {"id": checkout_id})["checkoutComplete"]
        try:
            accepted(payload)
        except ShopRefused as refusal:
            code = refusal.shop_code
            return NotCompleted(code, refusal.message, is_retryable(code))
        if payload["order"] is None:
            return NotCompleted(_NO_ANSWER, "The shop answered no order.", retryable=True)
        return order(payload["order"])

    def order_of_transaction(self, transaction_id: str) -> Order | None:
        if key_of(transaction_id, "TransactionItem") is None:
            return None
        transaction = self._execute_as_app("order_of_transaction", {"id": transaction_id})[
            "transaction"
        ]
        node = transaction and transaction["order"]
        return order(node) if node else None

    def charged(self, order_id: str) -> Charged | None:
        if key_of(order_id, "Order") is None:
            return None
        node = self._execute_as_app("order_charged", {"id": order_id})["order"]
        if not node:
            return None
        taken = {one["id"]: money(one["chargedAmount"]) for one in node["transactions"]}
        return Charged(money(node["totalCharged"]), taken)


def _taken(node: Mapping[str, Any], nothing: Money) -> Money:
    """Return what transactions have taken or are about to take."""
    names = ("chargedAmount", "chargePendingAmount", "authorizedAmount", "authorizePendingAmount")
    amounts = (money(one[name]) for one in node["transactions"] or () for name in names)
    return sum(amounts, nothing)


def _checkout_source(node: Mapping[str, Any]) -> Source:
    view = cart(node)
    name = view.delivery.name if view.delivery else ""
    return Source(
        id=view.id,
        kind=SourceKind.CHECKOUT,
        channel=view.channel,
        total=view.total,
        due=_left(view.total, _taken(node, Money(0, view.currency))),
        lines=charge_lines(view.lines, name, view.delivery_price, view.total),
        fingerprint=view.version,
        email=node["email"] or None,
        payer_name=_name(node["billingAddress"]),
        gift_cards=bool(view.gift_cards),
    )


def _order_source(node: Mapping[str, Any]) -> Source:
    view = order(node)
    taken = _taken(node, Money(0, view.total.currency))
    lines = [[line.variant_id, line.quantity, line.total.minor] for line in view.lines]
    return Source(
        id=view.id,
        kind=SourceKind.ORDER,
        channel=node["channel"]["slug"],
        total=view.total,
        # What was charged in all may have come by an older way than transactions.
        due=_left(view.total, max(taken, money(node["totalCharged"]))),
        lines=charge_lines(
            view.lines, view.delivery_name, gross(node["shippingPrice"]), view.total
        ),
        fingerprint=fingerprint([view.id, view.total.currency, sorted(lines), view.total.minor]),
        email=node["userEmail"] or None,
        is_closed=view.status in CLOSED_ORDERS,
        payer_name=_name(node["billingAddress"]),
    )


def _name(address: Mapping[str, Any] | None) -> str:
    if address is None:
        return ""
    return f"{address['firstName']} {address['lastName']}".strip() or address["companyName"]


def _left(total: Money, taken: Money) -> Money:
    return Money(max(total.minor - taken.minor, 0), total.currency)
