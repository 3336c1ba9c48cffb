"""The fake shop's books: transactions, reports that count once, completion of paid checkouts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from agentpay_plugin.charges.ports import (
    CLOSED_ORDERS,
    Charged,
    Initialized,
    NotCompleted,
    Report,
    ReportKind,
    Source,
    SourceKind,
)
from agentpay_plugin.conversation.goods import Order
from agentpay_plugin.errors import ShopRefused
from agentpay_plugin.money import Money
from agentpay_plugin.shop.completion import is_retryable
from agentpay_plugin.shop.fake.gateway import GatewayCall
from agentpay_plugin.shop.fake.orders import charge_status, paid, place
from agentpay_plugin.shop.fake.pricing import cart
from agentpay_plugin.shop.fake.state import State, Transaction
from agentpay_plugin.shop.lines import charge_lines
from agentpay_plugin.shop.version import fingerprint

if TYPE_CHECKING:
    from agentpay_plugin.shop.fake.shop import FakeShop

# Saleor stores these as often as they are told.
_NOT_DEDUPED = (ReportKind.INFO, ReportKind.CHARGE_ACTION_REQUIRED)


class FakeBooks:
    """Implements charges.ports.Books."""

    def __init__(self, shop: FakeShop) -> None:
        self._shop = shop

    def source(self, source_id: str) -> Source | None:
        with self._shop.answering("books.source") as state:
            self._check_app()
            return _source(state, source_id)

    def initialize(
        self, checkout_id: str, amount: Money, key: str, data: Mapping[str, object]
    ) -> Initialized:
        with self._shop.answering("books.initialize") as state:
            self._check_app()
            source = _source(state, checkout_id)
            if source is None:
                return Initialized(None, {}, "NOT_FOUND", "`Order` or `Checkout` not found.")
            transaction = _transaction(state, source, amount, key)
            if transaction is None:
                message = "Different transaction with provided idempotency key already exists."
                return Initialized(None, {}, "UNIQUE", message)
        answer = self._ask_gateway(transaction, source, data)
        given = answer.get("data")
        return Initialized(transaction.id, dict(given) if isinstance(given, Mapping) else {})

    def report(self, report: Report) -> bool:
        with self._shop.answering("books.report") as state:
            self._check_app()
            transaction = state.transactions.get(report.transaction_id)
            if transaction is None:
                raise ShopRefused("NOT_FOUND", "Transaction not found.", "id")
            if report.can_refund:
                transaction.can_refund = True
            known = _known(transaction, report)
            if known is None:
                transaction.reports.append(report)
                self._shop.die_if_told()
                transaction.counted = len(transaction.reports)
                _refresh_order(state, transaction)
            elif known.amount != report.amount:
                raise ShopRefused(
                    "INCORRECT_DETAILS",
                    "The transaction with provided `pspReference` and `type` already exists with"
                    " different amount.",
                    "psp_reference",
                )
            return known is not None

    def complete(self, checkout_id: str) -> Order | NotCompleted:
        with self._shop.answering("books.complete") as state:
            self._check_app()
            try:
                return place(state, checkout_id, self._shop.refusal())
            except ShopRefused as refusal:
                code = refusal.shop_code
                return NotCompleted(code, refusal.message, is_retryable(code))

    def order_of_transaction(self, transaction_id: str) -> Order | None:
        with self._shop.answering("books.order_of_transaction") as state:
            self._check_app()
            transaction = state.transactions.get(transaction_id)
            return state.orders.get(transaction.order_id or "") if transaction else None

    def charged(self, order_id: str) -> Charged | None:
        with self._shop.answering("books.charged") as state:
            self._check_app()
            order = state.orders.get(order_id)
            if order is None:
                return None
            of_order = [t for t in state.transactions.values() if t.order_id == order_id]
            total = paid(state, order_id, order.total.currency)
            return Charged(total, {one.id: one.charged for one in of_order})

    def _check_app(self) -> None:
        if not self._shop.is_app_active:
            raise ShopRefused("APP_INACTIVE", "AgentPay's app is switched off in the shop.")

    def _ask_gateway(
        self, transaction: Transaction, source: Source, data: Mapping[str, object]
    ) -> Mapping[str, object]:
        if self._shop.gateway is None:
            return {}
        return self._shop.gateway(
            GatewayCall(
                transaction_id=transaction.id,
                source_id=source.id,
                channel=source.channel,
                amount=transaction.amount.amount,
                currency=transaction.amount.currency,
                key=transaction.key,
                data=data,
            )
        )


def _transaction(state: State, source: Source, amount: Money, key: str) -> Transaction | None:
    for known in state.transactions.values():
        if known.key == key:
            same = known.source_id == source.id and known.amount == amount
            return known if same else None
    new = Transaction(f"transaction-{state.next_number()}", source.id, key, amount)
    if source.kind is SourceKind.ORDER:
        new.order_id = source.id
    state.transactions[new.id] = new
    return new


def _known(transaction: Transaction, report: Report) -> Report | None:
    if report.kind in _NOT_DEDUPED:
        return None
    named = (report.kind, report.psp_reference)
    return next((r for r in transaction.reports if (r.kind, r.psp_reference) == named), None)


def _refresh_order(state: State, transaction: Transaction) -> None:
    order = state.orders.get(transaction.order_id or "")
    if order:
        charged = paid(state, order.id, order.total.currency)
        state.orders[order.id] = replace(order, charge_status=charge_status(charged, order.total))


def _left(state: State, source_id: str, total: Money) -> Money:
    taken = paid(state, source_id, total.currency)
    return Money(max(total.minor - taken.minor, 0), total.currency)


def _source(state: State, source_id: str) -> Source | None:
    if order := state.orders.get(source_id):
        return Source(
            id=order.id,
            kind=SourceKind.ORDER,
            channel=state.channels_of_orders[order.id],
            total=order.total,
            due=_left(state, order.id, order.total),
            lines=charge_lines(order.lines, "", Money(0, order.total.currency), order.total),
            fingerprint=fingerprint([order.id, order.total.minor]),
            email=None,
            is_closed=order.status in CLOSED_ORDERS,
        )
    checkout = state.checkouts.get(source_id)
    if checkout is None:
        return None
    view = cart(state, checkout)
    return Source(
        id=view.id,
        kind=SourceKind.CHECKOUT,
        channel=view.channel,
        total=view.total,
        due=_left(state, view.id, view.total),
        lines=charge_lines(
            view.lines,
            view.delivery.name if view.delivery else "",
            view.delivery_price,
            view.total,
        ),
        fingerprint=view.version,
        email=checkout.email,
    )
