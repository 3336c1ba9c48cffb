"""Redis addresses, which operators share between programs that spell their options differently."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

# Celery's names for what redis-py calls none, optional and required.
_CELERYS = "CERT_"


def plain(url: str) -> str:
    """Return an address with those options alone that say where Redis is and who may enter.

    A broker's address may carry others, such as time limits, which are meant for another kind of
    connection.
    """
    address, _, options = url.partition("?")
    kept = {
        name: value.removeprefix(_CELERYS).lower() if name == "ssl_cert_reqs" else value
        for name, value in parse_qsl(options)
        if name.startswith("ssl_") or name in ("db", "username", "password")
    }
    return f"{address}?{urlencode(kept)}" if kept else address
