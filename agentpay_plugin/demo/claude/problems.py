"""The errors the look-alike answers with, in Claude's JSON shape."""

from __future__ import annotations

from typing import Any

from agentpay_plugin.demo.lookalikes.levers import Refused

KINDS = {
    400: "invalid_request_error",
    401: "authentication_error",
    402: "billing_error",
    403: "permission_error",
    404: "not_found_error",
    413: "request_too_large",
    429: "rate_limit_error",
    500: "api_error",
    504: "timeout_error",
    529: "overloaded_error",
}


def error(status: int, message: str) -> dict[str, Any]:
    kind = KINDS.get(status, "invalid_request_error" if status < 500 else "api_error")
    return {"type": "error", "error": {"type": kind, "message": message}, "request_id": "req_0001"}


def problem(status: int, message: str) -> Refused:
    """Return an answer that is no success."""
    return Refused(status, error(status, message), message)


def invalid(message: str) -> Refused:
    return problem(400, message)
