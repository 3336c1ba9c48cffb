"""How a provider's HTTP API is called: by one exchange after the other, all within one deadline."""

from __future__ import annotations

import ssl
import time
from collections.abc import Mapping
from typing import Any

import requests
from requests.adapters import HTTPAdapter

from agentpay_plugin import __version__
from agentpay_plugin.calling import refuse_open_transaction, within
from agentpay_plugin.errors import ProviderUnavailable

USER_AGENT = f"AgentPay/{__version__}"
DEADLINE = 10.0  # seconds for a whole call, however many exchanges it takes


class Wire:
    """The exchanges of one call. Never retries and follows no redirect.

    Nothing is sent once the time is over, so that no late work comes after the caller was told.
    """

    def __init__(self, who: str, seconds: float, tls: ssl.SSLContext | None = None) -> None:
        refuse_open_transaction()
        self._who = who
        self._end = time.monotonic() + seconds
        self._session = requests.Session()
        if tls is not None:
            self._session.mount("https://", _WithCertificate(tls))

    def send(
        self, method: str, address: str, headers: Mapping[str, str], body: str | None = None
    ) -> requests.Response:
        """Return the answer, whatever its status; raises ProviderUnavailable when there is none in time."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise ProviderUnavailable(f"{self._who} took too long before {method}")

        def exchange() -> requests.Response:
            return self._session.request(
                method,
                address,
                headers={"User-Agent": USER_AGENT, **headers},
                data=None if body is None else body.encode(),
                timeout=left,
                allow_redirects=False,
                auth=_as_it_is,
            )

        try:
            return within(left, exchange)
        except (requests.RequestException, TimeoutError) as reason:
            kind = type(reason).__name__
            raise ProviderUnavailable(f"{self._who} did not answer {method} ({kind})") from None


def _as_it_is(prepared: requests.PreparedRequest) -> requests.PreparedRequest:
    """Leave the headers alone: `requests` would else put a password of a .netrc file in place of ours."""
    return prepared


class _WithCertificate(HTTPAdapter):
    """Connections that show the merchant's certificate."""

    def __init__(self, tls: ssl.SSLContext) -> None:
        self._tls = tls
        super().__init__()

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs, ssl_context=self._tls)
