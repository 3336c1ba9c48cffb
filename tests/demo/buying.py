"""A purchase up to its payment, by the demo's API."""

from __future__ import annotations

from typing import Any

from tests.saleor.client import Shopper


def paying(
    shopper: Shopper,
    address: dict[str, str] | None = None,
    variant: str = "blue-m",
    **by: str,
) -> dict[str, Any]:
    """Bring a shopper to the open payment, by card unless said; returns it."""
    shopper.start(product={"slug": "essential-tee"})
    shopper.tap(chooseVariant={"variantId": f"variant-essential-tee-{variant}", "quantity": 2})
    shopper.tap(checkOut=True)
    shopper.details(**({"shippingAddress": address} if address else {}))
    options = shopper.last("ChatDeliveryPicker")["options"]  # type: ignore[index]
    shopper.tap(chooseDelivery={"optionId": options[0]["id"]})
    version = shopper.last("ChatQuote")["version"]  # type: ignore[index]
    shopper.tap(pay={"method": "card", "quoteVersion": version, **by})
    return dict(shopper.wait_for_part("ChatPaymentRequest")["payment"])
