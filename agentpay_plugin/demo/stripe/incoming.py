"""What can be read off a call before it is understood: key, version, parameters; and the record of it."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from agentpay_plugin.demo.lookalikes.web import Request
from agentpay_plugin.demo.stripe import parameters
from agentpay_plugin.demo.stripe.problems import Problem


@dataclass(frozen=True)
class Seen:
    """What was asked, and the fault that it met, for tests to look at. Of the key, its last four characters."""

    method: str
    path: str
    params: tuple[tuple[str, str], ...]
    key_ending: str
    version: str | None
    idempotency_key: str | None
    headers: Mapping[str, str]
    status: int | None
    fault: str | None


def version_of(request: Request) -> str:
    version = request.headers.get("stripe-version", parameters.VERSION)
    if version not in parameters.VERSIONS:
        raise Problem(400, f"Invalid Stripe API version: {version[:40]}")
    return version


def pairs_of(request: Request) -> list[tuple[str, str]]:
    text = request.query if request.method == "GET" else request.body.decode("utf-8", "replace")
    content_type = request.headers.get("content-type", "").partition(";")[0]
    if request.method == "POST" and text and content_type != "application/x-www-form-urlencoded":
        raise Problem(400, f"Invalid request: send a form, not {content_type or 'nothing named'}.")
    return parse_qsl(text, keep_blank_values=True)


def key_of(authorization: str) -> str:
    scheme, _, value = authorization.partition(" ")
    if scheme.lower() == "bearer":
        return value.strip()
    if scheme.lower() != "basic":
        return ""
    try:
        return base64.b64decode(value, validate=True).decode().partition(":")[0]
    except (binascii.Error, UnicodeDecodeError):
        return ""


def seen_of(request: Request, status: int | None, fault: str | None) -> Seen:
    headers = {k: v for k, v in request.headers.items() if k != "authorization"}
    text = request.query if request.method == "GET" else request.body.decode("utf-8", "replace")
    return Seen(
        method=request.method,
        path=request.path,
        params=tuple(parse_qsl(text, keep_blank_values=True)),
        key_ending=key_of(request.headers.get("authorization", ""))[-4:],
        version=request.headers.get("stripe-version"),
        idempotency_key=request.headers.get("idempotency-key"),
        headers=headers,
        status=status,
        fault=fault,
    )
