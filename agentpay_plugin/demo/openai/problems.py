"""The errors the look-alike answers with, in OpenAI's JSON shape."""

from __future__ import annotations

from typing import Any

from agentpay_plugin.demo.lookalikes.levers import Refused

_KINDS = {401: "invalid_request_error", 429: "requests", 500: "server_error", 503: "server_error"}
_CODES = {401: "invalid_api_key", 404: "model_not_found", 429: "rate_limit_exceeded"}


def error(status: int, message: str, code: str = "", param: str | None = None) -> dict[str, Any]:
    kind = _KINDS.get(status, "invalid_request_error" if status < 500 else "server_error")
    named = code or _CODES.get(status)
    return {"error": {"message": message, "type": kind, "param": param, "code": named}}


def problem(status: int, message: str, code: str = "") -> Refused:
    """Return an answer that is no success."""
    return Refused(status, error(status, message, code), message)


def invalid(message: str, param: str, code: str = "") -> Refused:
    return Refused(400, error(400, message, code, param), message)
