"""The sandbox shop's books: transactions, reports that count once, completion of paid checkouts."""

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
from agentpay_plugin.conversation.goods import Address, Order
from agentpay_plugin.errors import ShopRefused, ShopUnavailable
from agentpay_plugin.money import Money
from agentpay_plugin.shop.completion import is_retryable
from agentpay_plugin.shop.lines import charge_lines
from agentpay_plugin.shop.sandbox.gateway import GatewayCall
from agentpay_plugin.shop.sandbox.orders import charge_status, place
from agentpay_plugin.shop.sandbox.pricing import cart
from agentpay_plugin.shop.sandbox.rows import Checkout, Placed, Transaction
from agentpay_plugin.shop.sandbox.store import State
from agentpay_plugin.shop.version import fingerprint

if TYPE_CHECKING:
    from agentpay_plugin.shop.sandbox.shop import SandboxShop

# Saleor stores these as often as they are told.
_NOT_DEDUPED = (ReportKind.INFO, ReportKind.CHARGE_ACTION_REQUIRED)


class SandboxBooks:
    """Implements charges.ports.Books."""

    def __init__(self, shop: SandboxShop) -> None:
        self._shop = shop

    def source(self, source_id: str) -> Source | None:
        with self._shop.answering("books.source") as state:
            check_app(state)
            return _source(state, source_id)

    def initialize(
        self, checkout_id: str, amount: Money, key: str, data: Mapping[str, object]
    ) -> Initialized:
        with self._shop.answering("books.initialize", writes=True) as state:
            check_app(state)
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
        with self._shop.answering("books.report", writes=True) as state:
            check_app(state)
            switches = state.switches
            is_known = take(state, report)
        if not is_known and switches.is_dying:
            raise ShopUnavailable("killed between storing an event and adding up")
        return is_known

    def complete(self, checkout_id: str) -> Order | NotCompleted:
        with self._shop.answering("books.complete", writes=True) as state:
            check_app(state)
            try:
                return place(state, checkout_id)
            except ShopRefused as refusal:
                code = refusal.shop_code
                return NotCompleted(code, refusal.message, is_retryable(code))

    def order_of_transaction(self, transaction_id: str) -> Order | None:
        with self._shop.answering("books.order_of_transaction") as state:
            check_app(state)
            transaction = state.transactions.get(transaction_id)
            placed = state.orders.get(transaction.order_id or "") if transaction else None
            return placed.order if placed else None

    def charged(self, order_id: str) -> Charged | None:
        with self._shop.answering("books.charged") as state:
            check_app(state)
            placed = state.orders.get(order_id)
            if placed is None:
                return None
            total = state.paid(order_id, placed.order.total.currency)
            keys = state.payments.get(order_id, ())
            return Charged(total, {key: state.transactions[key].charged for key in keys})

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
                action=self._shop.flow_strategy,
            )
        )


def check_app(state: State) -> None:
    if not state.switches.is_app_active:
        raise ShopRefused("APP_INACTIVE", "AgentPay's app is switched off in the shop.")


def take(state: State, report: Report) -> bool:
    """Store an event of a transaction unless it is there; True when it was."""
    switches = state.switches
    if _is_known(state, report):
        return True
    _note(state, report, is_counted=not switches.is_dying)
    state.switches = replace(switches, is_dying=False)
    return False


def _transaction(state: State, source: Source, amount: Money, key: str) -> Transaction | None:
    """Return the key's transaction, opening it if there is none; None when the key is another's."""
    if (known_id := state.transactions_of_keys.get(key)) is not None:
        known = state.transactions[known_id]
        return known if (known.source_id, known.amount) == (source.id, amount) else None
    transaction_id, _ = state.next_id("transaction")
    order_id = source.id if source.kind is SourceKind.ORDER else None
    new = Transaction(transaction_id, source.id, key, amount, order_id)
    state.transactions[new.id] = new
    state.transactions_of_keys[key] = new.id
    state.payments[source.id] = (*state.payments.get(source.id, ()), new.id)
    return new


def _is_known(state: State, report: Report) -> bool:
    """Say whether the event was told before; a known one may not name another amount."""
    transaction = state.transactions.get(report.transaction_id)
    if transaction is None:
        raise ShopRefused("NOT_FOUND", "Transaction not found.", "id")
    if report.can_refund is not None:
        state.transactions[transaction.id] = replace(
            transaction, can_refund=report.can_refund, can_capture=report.can_capture
        )
    if report.kind in _NOT_DEDUPED:
        return False
    named = (report.kind, report.psp_reference)
    known = [one for one in transaction.reports if (one.kind, one.psp_reference) == named]
    if known and known[0].amount != report.amount:
        raise ShopRefused(
            "INCORRECT_DETAILS",
            "The transaction with provided `pspReference` and `type` already exists with"
            " different amount.",
            "psp_reference",
        )
    return bool(known)


def _note(state: State, report: Report, *, is_counted: bool) -> None:
    """Store an event and, unless the shop dies over it, what it makes of the amounts."""
    old = state.transactions[report.transaction_id]
    reports = (*old.reports, report)
    counted = len(reports) if is_counted else old.counted
    state.transactions[old.id] = replace(old, reports=reports, counted=counted)
    placed = state.orders.get(old.order_id or "")
    if placed and is_counted:
        order = placed.order
        charged = state.paid(order.id, order.total.currency)
        order = replace(order, charge_status=charge_status(charged, order.total))
        state.orders[order.id] = replace(placed, order=order)


def _left(state: State, source_id: str, total: Money) -> Money:
    taken = state.secured(source_id, total.currency)
    return Money(max(total.minor - taken.minor, 0), total.currency)


def _source(state: State, source_id: str) -> Source | None:
    if placed := state.orders.get(source_id):
        return _source_of_order(state, placed)
    checkout = state.checkouts.get(source_id)
    return _source_of_checkout(state, checkout) if checkout else None


def _source_of_order(state: State, placed: Placed) -> Source:
    order = placed.order
    return Source(
        id=order.id,
        kind=SourceKind.ORDER,
        channel=placed.channel,
        total=order.total,
        due=_left(state, order.id, order.total),
        lines=charge_lines(order.lines, "", Money(0, order.total.currency), order.total),
        fingerprint=fingerprint([order.id, order.total.minor]),
        email=None,
        is_closed=order.status in CLOSED_ORDERS,
    )


def _source_of_checkout(state: State, checkout: Checkout) -> Source:
    view = cart(state, checkout, checkout.language)
    name = view.delivery.name if view.delivery else ""
    return Source(
        id=view.id,
        kind=SourceKind.CHECKOUT,
        channel=view.channel,
        total=view.total,
        due=_left(state, view.id, view.total),
        lines=charge_lines(view.lines, name, view.delivery_price, view.total),
        fingerprint=view.version,
        email=checkout.email,
        payer_name=_name(checkout.billing),
        gift_cards=bool(view.gift_cards),
    )


def _name(address: Address | None) -> str:
    if address is None:
        return ""
    return f"{address.first_name} {address.last_name}".strip() or address.company_name
