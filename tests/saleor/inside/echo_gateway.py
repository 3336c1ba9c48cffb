"""A payment gateway that opens nothing and gives back what it was asked with."""

from __future__ import annotations

from saleor.payment.interface import TransactionSessionData, TransactionSessionResult
from saleor.plugins.base_plugin import BasePlugin

from agentpay_plugin.saleor.app_account import IDENTIFIER


class EchoGateway(BasePlugin):
    PLUGIN_ID = "echo"
    PLUGIN_NAME = "Echo"
    CONFIGURATION_PER_CHANNEL = False
    DEFAULT_ACTIVE = True

    def transaction_initialize_session(
        self,
        transaction_session_data: TransactionSessionData,
        previous_value: TransactionSessionResult | None,
    ) -> TransactionSessionResult | None:
        if transaction_session_data.payment_gateway_data.app_identifier != IDENTIFIER:
            return previous_value
        return TransactionSessionResult(
            app_identifier=IDENTIFIER,
            response={
                "pspReference": f"cs_{transaction_session_data.idempotency_key}",
                "result": "CHARGE_ACTION_REQUIRED",
                "amount": str(transaction_session_data.action.amount),
                "data": transaction_session_data.payment_gateway_data.data,
            },
        )
