"""The look-alike as a server: `running()` for tests and demos, `main()` for the command line."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager

from agentpay_plugin.demo.lookalikes.server import run, serving
from agentpay_plugin.demo.stripe import doors
from agentpay_plugin.demo.stripe.lookalike import LookAlike


def running(
    port: int = 0, host: str = "127.0.0.1", public_url: str = ""
) -> AbstractContextManager[LookAlike]:
    """Run a look-alike for the block; `.url` is its base URL. Port 0: any free one.

    `public_url`: where browsers find it, when that is not where it listens.
    """
    return serving(LookAlike, doors.answer, port, host, public_url)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run until interrupted."""
    run("Stripe", running, 12111, arguments)
