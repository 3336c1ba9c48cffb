"""Access tokens of an API Pix: fetched by OAuth 2 (client credentials), kept in memory until they end."""

from __future__ import annotations

import base64
import hashlib
import threading
import time
from urllib.parse import urlencode

from agentpay_plugin.errors import ProviderLocked, ProviderUnavailable
from agentpay_plugin.payments import exact_json
from agentpay_plugin.payments.pix_bank import Manner, PixBank
from agentpay_plugin.payments.wire import Wire

SCOPES = "cob.write cob.read pix.write pix.read webhook.write webhook.read"
_EARLY = 30  # seconds before its end at which a token is not used any more
_MOST = 256  # tokens kept: one a merchant's access

_tokens: dict[str, tuple[str, float]] = {}
_lock = threading.Lock()


def token_of(bank: PixBank, wire: Wire, *, instead_of: str | None = None) -> str:
    """Return a token for the bank; a fresh one `instead_of` one that it did not accept.

    Raises ProviderLocked when the bank does not accept the access, ProviderUnavailable else.
    """
    name = _name(bank)
    with _lock:
        kept, until = _tokens.get(name, ("", 0.0))
    if kept and kept != instead_of and time.monotonic() < until:
        return kept
    token, seconds = _fetched(bank, wire)
    with _lock:
        if len(_tokens) >= _MOST:
            _tokens.clear()
        _tokens[name] = (token, time.monotonic() + seconds - _EARLY)
    return token


def _fetched(bank: PixBank, wire: Wire) -> tuple[str, float]:
    login = base64.b64encode(f"{bank.client_id}:{bank.client_secret}".encode()).decode()
    headers = {"Authorization": f"Basic {login}", "Accept": "application/json"}
    if bank.manner is Manner.EFI:
        headers["Content-Type"] = "application/json"
        body = exact_json.dumps({"grant_type": "client_credentials"})
    else:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        body = urlencode({"grant_type": "client_credentials", "scope": SCOPES})
    response = wire.send("POST", bank.token_url, headers, body)
    if response.status_code in (400, 401, 403):
        raise ProviderLocked(f"the bank gives no token: HTTP {response.status_code}")
    try:
        told = exact_json.loads(response.content)
        token, seconds = told["access_token"], told.get("expires_in", 0)
        if response.status_code != 200 or not isinstance(token, str) or not token.isprintable():
            raise ValueError
        return token, float(seconds)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise ProviderUnavailable(
            f"the bank's token makes no sense: HTTP {response.status_code}"
        ) from None


def _name(bank: PixBank) -> str:
    """Return what a token is kept under: whoever knows less of the access gets no token of it."""
    access = "\0".join((bank.token_url, bank.client_id, bank.client_secret, bank.certificate))
    return hashlib.sha256(access.encode()).hexdigest()
