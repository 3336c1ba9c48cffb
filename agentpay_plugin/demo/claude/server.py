"""The look-alike as a server: `running()` for tests and demos, `main()` for the command line."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager

from agentpay_plugin.demo.claude.lookalike import LookAlike
from agentpay_plugin.demo.lookalikes.server import run, serving


def running(
    port: int = 0, host: str = "127.0.0.1", public_url: str = ""
) -> AbstractContextManager[LookAlike]:
    """Run a look-alike for the block; its API is below `.url` + /v1. Port 0: any free one."""
    return serving(LookAlike, LookAlike.answer, port, host, public_url)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run until interrupted."""
    run("Claude", running, 12114, arguments)
