"""How Saleor takes our answers to what is requested of a payment: as it takes those of a payment app.

Saleor's webhook plugin is asked before us, knows nobody who could do it, and writes a failure that is none.
"""

from __future__ import annotations

from typing import Any

import graphene
from django.db.models import QuerySet
from saleor.app.models import App
from saleor.core.db.connection import allow_writer
from saleor.payment import TransactionAction
from saleor.payment.models import TransactionEvent
from saleor.payment.utils import (
    create_transaction_event_from_request_and_webhook_response,
    get_failed_type_based_on_event,
)

from agentpay_plugin.saleor import app_account
from agentpay_plugin.shop.saleor.ids import key_of

_REQUEST = "TransactionEvent"


def name_of(event: TransactionEvent) -> str:
    """Return what a request is called on our side."""
    return str(graphene.Node.to_global_id(_REQUEST, event.pk))


class SaleorRequests:
    """Implements charges.ports.Requests."""

    def accept(
        self, request_id: str, reference: str, *, can_refund: bool, can_capture: bool = False
    ) -> None:
        app = app_account.current()
        with allow_writer():
            event = _event(request_id)
            if event is None:
                return  # Saleor's row is gone, and whoever looks at it with it
            _false_failures(event).delete()
            _answer(event, app, _actions(can_refund, can_capture), {"pspReference": reference})

    def refuse(
        self, request_id: str, message: str, *, can_refund: bool, can_capture: bool = False
    ) -> None:
        with allow_writer():
            event = _event(request_id)
            if event is None:
                return
            # Under a name of its own, or Saleor would take two refusals for one. The false failure goes
            # last: a granted refund stands as its newest event says.
            answer = {
                "result": get_failed_type_based_on_event(event).upper(),
                "pspReference": f"refused-{event.pk}",
                "amount": str(event.amount_value),
                "message": message,
            }
            _answer(event, _app(), _actions(can_refund, can_capture), answer)
            _false_failures(event).delete()


def _event(request_id: str) -> TransactionEvent | None:
    key = key_of(request_id, _REQUEST)
    return TransactionEvent.objects.filter(pk=key).first() if key else None


def _app() -> App | None:
    try:
        return app_account.current()
    except app_account.AppClosed:
        return None


def _actions(can_refund: bool, can_capture: bool) -> list[str]:
    capture = [TransactionAction.CHARGE, TransactionAction.CANCEL] if can_capture else []
    return [*capture, TransactionAction.REFUND] if can_refund else capture


def _answer(
    event: TransactionEvent, app: App | None, actions: list[str], answer: dict[str, Any]
) -> None:
    # Saleor stores the transaction with this. Actions in an answer that is no result yet it would store in
    # another spelling than its own API reads.
    event.transaction.available_actions = actions
    create_transaction_event_from_request_and_webhook_response(event, app, answer)


def _false_failures(event: TransactionEvent) -> QuerySet[TransactionEvent]:
    """Return what Saleor wrote beside a request for want of an app's webhook: a failure that counts for
    nothing and is nobody's."""
    found: QuerySet[TransactionEvent] = TransactionEvent.objects.filter(
        transaction_id=event.transaction_id,
        type=get_failed_type_based_on_event(event),
        pk__gt=event.pk,
        amount_value=event.amount_value,
        related_granted_refund_id=event.related_granted_refund_id,
        psp_reference__isnull=True,
        include_in_calculations=False,
        app__isnull=True,
        user__isnull=True,
    )
    return found
