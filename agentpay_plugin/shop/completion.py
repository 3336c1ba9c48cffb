"""Which refusals of checkoutComplete the shop may take back by itself, and which it will not."""

from __future__ import annotations

# Of Saleor's CheckoutErrorCode: the tax app did not answer; an error of the server's own.
_PASSING = frozenset({"TAX_ERROR", "GRAPHQL_ERROR"})


def is_retryable(code: str) -> bool:
    """Say whether completing the same checkout again may succeed without anybody changing anything.

    A checkout that another completion holds is no refusal: Saleor waits for it and returns its order.
    """
    return code in _PASSING
