"""How the sandbox shop takes the answers to what was asked of a payment in it: as events of the transaction."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agentpay_plugin.charges.ports import Report, ReportKind
from agentpay_plugin.shop.sandbox.books import check_app, take
from agentpay_plugin.shop.sandbox.rows import Request
from agentpay_plugin.shop.sandbox.store import State

if TYPE_CHECKING:
    from agentpay_plugin.shop.sandbox.shop import SandboxShop


class SandboxRequests:
    """Implements charges.ports.Requests."""

    def __init__(self, shop: SandboxShop) -> None:
        self._shop = shop

    def accept(
        self, request_id: str, reference: str, *, can_refund: bool, can_capture: bool = False
    ) -> None:
        with self._shop.answering("requests.accept", writes=True) as state:
            check_app(state)
            request = state.requests[request_id]
            state.requests[request_id] = replace(request, reference=reference)
            _take(state, request, request.kind, reference, "", can_refund, can_capture)

    def refuse(
        self, request_id: str, message: str, *, can_refund: bool, can_capture: bool = False
    ) -> None:
        with self._shop.answering("requests.refuse", writes=True) as state:
            request = state.requests[request_id]
            state.requests[request_id] = replace(request, refusal=message)
            name = f"refused-{request_id}"
            may = (can_refund, can_capture)
            if request.reference:
                _forget(state, request)
            _take(state, request, request.kind, name, "", *may)
            _take(state, request, _FAILURES[request.kind], name, message, *may)


_FAILURES = {
    ReportKind.REFUND_REQUEST: ReportKind.REFUND_FAILURE,
    ReportKind.CHARGE_REQUEST: ReportKind.CHARGE_FAILURE,
    ReportKind.CANCEL_REQUEST: ReportKind.CANCEL_FAILURE,
}


def _forget(state: State, request: Request) -> None:
    """Take back the request that was accepted: in Saleor the same event goes by another reference then."""
    transaction = state.transactions[request.transaction_id]
    named = (request.kind, request.reference)
    kept = tuple(one for one in transaction.reports if (one.kind, one.psp_reference) != named)
    state.transactions[transaction.id] = replace(transaction, reports=kept, counted=len(kept))


def _take(
    state: State,
    request: Request,
    kind: ReportKind,
    reference: str,
    message: str,
    can_refund: bool,
    can_capture: bool,
) -> None:
    take(
        state,
        Report(
            transaction_id=request.transaction_id,
            kind=kind,
            amount=request.amount,
            psp_reference=reference,
            message=message,
            can_refund=can_refund,
            can_capture=can_capture,
        ),
    )
