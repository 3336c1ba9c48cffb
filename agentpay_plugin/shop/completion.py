"""Which refusals of checkoutComplete the shop may take back by itself, and which it will not."""

from __future__ import annotations

# Saleor's CheckoutErrorCode and OrderCreateFromCheckout codes that pass: a lock held by another completion,
# a warehouse or tax or payment app that did not answer.
_PASSING = frozenset(
    {
        "CHECKOUT_COMPLETION_IN_PROGRESS",
        "TAX_ERROR",
        "GRAPHQL_ERROR",
    }
)


def is_retryable(code: str) -> bool:
    """Say whether completing the same checkout again may succeed without anybody changing anything."""
    return code in _PASSING
