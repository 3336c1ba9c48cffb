"""What the operator sets, read once from the environment; docs/realtime.md explains each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

SALEOR_URL = "AGENTPAY_SALEOR_URL"
REDIS_URL = "AGENTPAY_REDIS_URL"
HOST = "AGENTPAY_GATEWAY_HOST"
PORT = "AGENTPAY_GATEWAY_PORT"
ORIGINS = "AGENTPAY_GATEWAY_ORIGINS"
MAX_CONNECTIONS = "AGENTPAY_GATEWAY_MAX_CONNECTIONS"
MAX_SUBSCRIPTIONS = "AGENTPAY_GATEWAY_MAX_SUBSCRIPTIONS"
SHOP_SECONDS = "AGENTPAY_GATEWAY_SHOP_SECONDS"
IDLE_SECONDS = "AGENTPAY_GATEWAY_IDLE_SECONDS"
PING_SECONDS = "AGENTPAY_GATEWAY_PING_SECONDS"
MAX_MESSAGE_BYTES = "AGENTPAY_GATEWAY_MAX_MESSAGE_BYTES"

# name: default, least, most
_NUMBERS = {
    PORT: (8001, 1, 65535),
    MAX_CONNECTIONS: (5000, 1, 1_000_000),
    MAX_SUBSCRIPTIONS: (10, 1, 1000),
    IDLE_SECONDS: (60, 1, 86_400),
    PING_SECONDS: (20, 1, 3600),
    SHOP_SECONDS: (30, 1, 300),
    MAX_MESSAGE_BYTES: (64 * 1024, 1024, 16 * 1024 * 1024),
}


@dataclass(frozen=True, slots=True)
class Limits:
    """What a caller may take up. `subscriptions` is each connection's, like its other operations."""

    connections: int = 5000
    subscriptions: int = 10
    idle_seconds: float = 60
    message_bytes: int = 64 * 1024
    init_seconds: float = 10
    operations_at_once: int = 20  # of a connection, before it gets one a second


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Settings:
    """One gateway process. `origins` are the storefronts' own, or `*`."""

    saleor_url: str
    redis_url: str
    host: str = "127.0.0.1"
    port: int = 8001
    origins: tuple[str, ...] = ("*",)
    ping_seconds: float = 20
    shop_seconds: float = 30
    limits: Limits = LIMITS


class WrongSettings(ValueError):  # noqa: N818 a list of what is wrong
    """What is wrong, a line for each setting."""


def settings_from(environment: Mapping[str, str]) -> Settings:
    """Return the settings. Raises WrongSettings, which names every one that is missing or wrong."""
    problems: list[str] = []
    saleor_url = _url(environment, SALEOR_URL, ("http", "https"), problems)
    redis_url = _url(environment, REDIS_URL, ("redis", "rediss", "unix"), problems)
    origins = _origins(environment, problems)
    numbers = {name: _number(environment, name, problems) for name in _NUMBERS}
    if problems:
        raise WrongSettings("\n".join(problems))
    return Settings(
        saleor_url=saleor_url,
        redis_url=redis_url,
        host=environment.get(HOST, "").strip() or "127.0.0.1",
        port=numbers[PORT],
        origins=origins,
        ping_seconds=numbers[PING_SECONDS],
        shop_seconds=numbers[SHOP_SECONDS],
        limits=Limits(
            connections=numbers[MAX_CONNECTIONS],
            subscriptions=numbers[MAX_SUBSCRIPTIONS],
            idle_seconds=numbers[IDLE_SECONDS],
            message_bytes=numbers[MAX_MESSAGE_BYTES],
        ),
    )


def _url(
    environment: Mapping[str, str], name: str, schemes: tuple[str, ...], problems: list[str]
) -> str:
    text = environment.get(name, "").strip()
    try:
        parts = urlsplit(text)
        is_well = parts.scheme in schemes and bool(parts.hostname or parts.scheme == "unix")
        _ = parts.port
    except ValueError:
        is_well = False
    if not is_well:
        endings = " or ".join(f"{scheme}://" for scheme in schemes)
        problems.append(f"{name}: write an address that begins with {endings}")
    return text


def _origins(environment: Mapping[str, str], problems: list[str]) -> tuple[str, ...]:
    names = environment.get(ORIGINS, "*").split(",")
    # Browsers write them so.
    origins = tuple(name.strip().rstrip("/").lower() for name in names if name.strip())
    for origin in origins:
        if origin != "*" and not _is_origin(origin):
            problems.append(
                f"{ORIGINS}: {origin!r} is no origin; write https://shop.example, separated by commas, or *"
            )
    return origins or ("*",)


def _is_origin(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and text == f"{parts.scheme}://{parts.netloc}"
    except ValueError:
        return False


def _number(environment: Mapping[str, str], name: str, problems: list[str]) -> int:
    default, least, most = _NUMBERS[name]
    text = environment.get(name, "").strip()
    if not text:
        return default
    if text.isascii() and text.isdigit() and least <= int(text) <= most:
        return int(text)
    problems.append(f"{name}: write a whole number from {least} to {most}")
    return default
