"""How the sandbox shop takes the answers to money that was asked back in it: as events of the transaction."""

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

    def accept(self, request_id: str, reference: str, *, can_refund: bool) -> None:
        with self._shop.answering("requests.accept", writes=True) as state:
            check_app(state)
            request = state.requests[request_id]
            state.requests[request_id] = replace(request, reference=reference)
            _take(state, request, ReportKind.REFUND_REQUEST, reference, "", can_refund)

    def refuse(self, request_id: str, message: str, *, can_refund: bool) -> None:
        with self._shop.answering("requests.refuse", writes=True) as state:
            request = state.requests[request_id]
            state.requests[request_id] = replace(request, refusal=message)
            name = f"refused-{request_id}"
            _take(state, request, ReportKind.REFUND_REQUEST, name, "", can_refund)
            _take(state, request, ReportKind.REFUND_FAILURE, name, message, can_refund)


def _take(
    state: State,
    request: Request,
    kind: ReportKind,
    reference: str,
    message: str,
    can_refund: bool,
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
        ),
    )
