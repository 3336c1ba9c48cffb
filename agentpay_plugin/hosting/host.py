"""The shop that this process works for, as the operator's commands need it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from django.apps import apps
from django.conf import settings

from agentpay_plugin.charges.desk import Desk

# Dotted path of a module with a function `host`; for tests and hosts of your own.
HOST_MODULE = "AGENTPAY_HOST_MODULE"
_DEMO, _SALEOR = "agentpay_plugin.demo", "agentpay_plugin.saleor"


@dataclass(frozen=True, slots=True)
class Host:
    """`channel_key(slug)` and `channel_slug(key)` are None for a channel that does not exist.

    `assistants` says what keeps the channels' assistants from answering.
    """

    charges: Desk
    channel_key: Callable[[str], str | None]
    channel_slug: Callable[[str], str | None]
    assistants: Callable[[], tuple[str, ...]] = tuple


def current() -> Host:
    """Return the host of this process: Saleor, the demo, or whom AGENTPAY_HOST_MODULE names."""
    package = _DEMO if apps.is_installed(_DEMO) else _SALEOR
    module = import_module(getattr(settings, HOST_MODULE, "") or f"{package}.wiring")
    found: Host = module.host()
    return found
