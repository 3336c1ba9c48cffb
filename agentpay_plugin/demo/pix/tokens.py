"""Who may ask: clients with their secrets, and the tokens that they were given."""

from __future__ import annotations

import base64
import binascii
import secrets
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

from agentpay_plugin.demo.lookalikes.clock import Clock
from agentpay_plugin.demo.lookalikes.levers import Refused
from agentpay_plugin.demo.lookalikes.web import Request
from agentpay_plugin.demo.pix.problems import problem
from agentpay_plugin.payments import exact_json


@dataclass
class Tokens:
    """The clients of a bank, and the tokens that are good now."""

    clock: Clock
    life: int = 3600  # seconds
    clients: dict[str, str] = field(default_factory=dict)
    revoked: set[str] = field(default_factory=set)
    given: dict[str, tuple[str, int]] = field(default_factory=dict)

    def give(self, request: Request) -> dict[str, Any]:
        """Answer a call for a token; the first one that a client comes with settles its secret."""
        client_id, secret = _login(request.headers.get("authorization", ""))
        if _grant(request) != "client_credentials":
            raise Refused(400, {"error": "unsupported_grant_type"})
        is_known = self.clients.setdefault(client_id, secret) == secret
        if not client_id or not secret or not is_known or client_id in self.revoked:
            raise Refused(401, {"error": "invalid_client"})
        token = secrets.token_urlsafe(32)
        self.given[token] = (client_id, self.clock.now() + self.life)
        return {"access_token": token, "token_type": "Bearer", "expires_in": self.life}

    def account_of(self, request: Request) -> str:
        """Return the client id that a call's token was given to."""
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        client_id, until = self.given.get(token, ("", 0))
        if scheme != "Bearer" or until <= self.clock.now():
            raise problem(401, "NaoAutorizado", "O token é inválido ou expirou.")
        return client_id


def _login(header: str) -> tuple[str, str]:
    scheme, _, value = header.partition(" ")
    try:
        text = base64.b64decode(value, validate=True).decode() if scheme == "Basic" else ""
    except (binascii.Error, UnicodeDecodeError):
        text = ""
    client_id, _, secret = text.partition(":")
    return client_id, secret


def _grant(request: Request) -> str:
    kind = request.headers.get("content-type", "").partition(";")[0]
    try:
        if kind == "application/json":
            return str(exact_json.loads(request.body)["grant_type"])
        return parse_qs(request.body.decode())["grant_type"][0]
    except (ValueError, KeyError, TypeError):
        return ""
