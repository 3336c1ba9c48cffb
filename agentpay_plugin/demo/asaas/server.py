"""The look-alike as a server: `running()` for tests and demos, `main()` for the command line."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager

from agentpay_plugin.demo.asaas.control import LEVERS
from agentpay_plugin.demo.asaas.lookalike import LookAlike
from agentpay_plugin.demo.lookalikes.doors import door
from agentpay_plugin.demo.lookalikes.server import run, serving


def running(
    port: int = 0, host: str = "127.0.0.1", public_url: str = ""
) -> AbstractContextManager[LookAlike]:
    """Run a look-alike for the block; its API is below `.url` + /v3. Port 0: any free one."""
    return serving(LookAlike, door(LEVERS), port, host, public_url)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run until interrupted."""
    run("Asaas", running, 12112, arguments)
