"""The errors AgentPay raises, each with a stable code.

AgentPayError
├── Retryable            the same call may succeed later; nothing was decided
│   ├── ShopUnavailable      Saleor (or the sandbox shop) did not answer properly
│   ├── ProviderUnavailable  a payment provider did not answer; what it did is unknown
│   │   ├── ProviderLocked       it does not accept the channel's keys; this call did nothing
│   │   └── NoProvider           the channel has no keys for it now
│   ├── ModelUnavailable     a language model did not answer to the end
│   └── Busy                 somebody else holds the lease on this row
└── Final                trying again cannot help
    ├── InvalidInput         a field of the caller's is wrong (names the field and the mend)
    ├── NotFound             no such conversation, charge, …, or not the caller's
    ├── IllegalMove          the conversation's table of moves does not allow it
    ├── ShopRefused          the shop understood and refused (Saleor's field, code, message)
    ├── ProviderRefused      the provider understood and refused
    ├── ModelRefused         a language model's provider refused the key, the model or the request
    ├── NotAuthentic         a webhook that its provider did not sign
    └── OpenTransaction      a system outside was about to be called inside a database transaction
"""

from __future__ import annotations


class AgentPayError(Exception):
    """Root of all errors of this package.

    `code` is stable and safe to show; `str(error)` is for operators and may name ids, never secrets.
    """

    code = "INTERNAL"


class Retryable(AgentPayError):  # noqa: N818 a branch of the tree, not an error of its own
    """The same call may succeed later."""

    code = "TRY_AGAIN"


class ShopUnavailable(Retryable):
    """The shop's API failed or could not be reached."""

    code = "SHOP_UNAVAILABLE"


class ProviderUnavailable(Retryable):
    """The provider timed out, was unreachable, or answered 429 or 5xx: the outcome is unknown."""

    code = "PROVIDER_UNAVAILABLE"


class ProviderLocked(ProviderUnavailable):
    """The provider does not accept the keys, or not for this: this call did nothing, an earlier one may have."""

    code = "PROVIDER_LOCKED"


class NoProvider(ProviderUnavailable):
    """The channel has no keys for the provider now."""

    code = "NO_PROVIDER"


class ModelUnavailable(Retryable):
    """A language model did not answer to the end. `retry_after`: the seconds its provider asks to wait, if it says."""

    code = "MODEL_UNAVAILABLE"

    def __init__(self, message: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class Busy(Retryable):
    """The row is leased by another worker."""

    code = "BUSY"


class Final(AgentPayError):  # noqa: N818 a branch of the tree
    """Trying again cannot help."""

    code = "REFUSED"


class InvalidInput(Final):
    """A field of the caller's input is wrong; the message says how to mend it."""

    code = "INVALID"

    def __init__(self, field: str, message: str, code: str = "INVALID") -> None:
        super().__init__(f"{field}: {message}")
        self.field = field
        self.message = message
        self.code = code


class NotFound(Final):
    """No such thing, or not the caller's: the two are not told apart."""

    code = "NOT_FOUND"


class IllegalMove(Final):
    """A move that the table of legal moves does not hold."""

    code = "ILLEGAL_MOVE"


class ShopRefused(Final):
    """The shop understood the call and refused it."""

    code = "SHOP_REFUSED"

    def __init__(self, shop_code: str, message: str, field: str | None = None) -> None:
        super().__init__(f"{shop_code}: {message}")
        self.shop_code = shop_code
        self.message = message
        self.field = field


class ProviderRefused(Final):
    """The provider understood the call and refused it; `provider_code` is its own word for why."""

    code = "PROVIDER_REFUSED"

    def __init__(self, provider_code: str, message: str) -> None:
        super().__init__(f"{provider_code}: {message}")
        self.provider_code = provider_code
        self.message = message


class ModelRefused(Final):
    """A model's provider refused: the key, the model's name or the request. Asking again cannot help."""

    code = "MODEL_REFUSED"


class NotAuthentic(Final):
    """A webhook whose signature, age or form is not the provider's."""

    code = "NOT_AUTHENTIC"


class OpenTransaction(Final):
    """A system outside was about to be called while a database transaction of ours was open."""

    code = "OPEN_TRANSACTION"
