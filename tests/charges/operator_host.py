"""The host that the operator's commands find in tests: the world they were given."""

from __future__ import annotations

from agentpay_plugin.hosting.host import Host
from tests.charges.world import CHANNEL, World

worlds: list[World] = []


def host() -> Host:
    """Return the last world's."""
    return Host(
        worlds[-1].desk,
        lambda slug: CHANNEL if slug == "shown" else None,
        lambda key: "shown" if key == CHANNEL else None,
    )
