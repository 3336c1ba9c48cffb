"""What the sandbox shop hands to a payment gateway, as Saleor hands it to transaction_initialize_session."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from agentpay_plugin.charges.ports import Asked


@dataclass(frozen=True, slots=True)
class GatewayCall:
    """One call of a payment gateway; `amount` is in major units."""

    transaction_id: str
    source_id: str
    channel: str
    amount: Decimal
    currency: str
    key: str
    data: Mapping[str, object]
    action: str = "CHARGE"


Gateway = Callable[[GatewayCall], Mapping[str, object]]
# Is told of money that is asked back in the shop, as Saleor tells transaction_refund_requested.
RefundGateway = Callable[[Asked], None]
# Is told of what is asked about money that is reserved, as Saleor tells transaction_charge_requested and
# transaction_cancelation_requested.
CaptureGateway = Callable[[Asked], None]
