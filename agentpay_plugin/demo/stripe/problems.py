"""The errors the look-alike answers with, in Stripe's JSON shape."""

from __future__ import annotations

from typing import Any

from agentpay_plugin.demo.lookalikes.levers import Refused


class Problem(Refused):
    """An answer that is no success. `saved`: the work had begun, so the idempotency key keeps it."""

    def __init__(
        self,
        status: int,
        message: str,
        *,
        type: str = "invalid_request_error",  # noqa: A002 the field's own word
        code: str | None = None,
        param: str | None = None,
        saved: bool = False,
    ) -> None:
        self.saved = saved
        self.error: dict[str, Any] = {"message": message, "type": type}
        if code:
            self.error |= {"code": code, "doc_url": f"https://stripe.com/docs/error-codes/{code}"}
        if param:
            self.error["param"] = param
        super().__init__(status, {"error": self.error}, message)


def invalid(param: str, message: str, code: str | None = None) -> Problem:
    """A parameter that Stripe refuses."""
    return Problem(400, message, param=param, code=code)


def unknown(param: str) -> Problem:
    """A parameter that Stripe does not have."""
    return invalid(param, f"Received unknown parameter: {param}", "parameter_unknown")


def required(param: str) -> Problem:
    """A parameter that must be there."""
    return invalid(param, f"Missing required param: {param}.", "parameter_missing")


def no_such(kind: str, thing_id: str, param: str = "id") -> Problem:
    """An object that this account does not have."""
    return Problem(404, f"No such {kind}: '{thing_id}'", code="resource_missing", param=param)


def unexpected_state(intent: dict[str, Any], action: str, wanted: str) -> Problem:
    """A payment that is not in the state that the call needs."""
    problem = Problem(
        400,
        f"This PaymentIntent could not be {action} because it has a status of {intent['status']}."
        f" Only a PaymentIntent with one of the following statuses may be {action}: {wanted}.",
        code="payment_intent_unexpected_state",
        saved=True,
    )
    problem.error["payment_intent"] = dict(intent)
    return problem


def unauthorized(message: str) -> Problem:
    """A key that is missing or wrong."""
    return Problem(401, message)


def forbidden() -> Problem:
    """A restricted key that may not do this."""
    return Problem(
        403, "The provided key does not have the required permissions for this endpoint."
    )


def rate_limited() -> Problem:
    return Problem(429, "Too many requests made to the API too quickly", code="rate_limit")


def broken() -> Problem:
    return Problem(500, "An unknown error occurred", type="api_error")
