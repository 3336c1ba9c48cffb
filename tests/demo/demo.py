"""The demo as a process of its own, as `make demo` starts it, and what stands at its addresses."""

from __future__ import annotations

import os
import signal
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import requests

from tests.saleor.processes import free_port, until

REPOSITORY = Path(__file__).parents[2]
READY = "demo is ready"
PYTHON = REPOSITORY / "build" / "venv-demo" / "bin" / "python"


@dataclass
class Demo:
    """One demo with its data in a folder of its own. It can be ended and started again."""

    folder: Path
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[str] | None = None
    settings: dict[str, str] = field(default_factory=dict)
    python: Path = PYTHON

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        return kept | {
            "PORT": str(self.port),
            "DEMO_DIR": str(self.folder / "data"),
            "LANG": "C.UTF-8",
            "PYTHONUNBUFFERED": "1",
            "PYTHONWARNINGS": "ignore",
            **self.settings,
        }

    def run(self, *arguments: str) -> subprocess.Popen[str]:
        """Run the demo's program with its output in a file; the caller waits for it."""
        with (self.folder / "said.txt").open("a") as said:
            return subprocess.Popen(
                [self.python, "-m", "agentpay_plugin.demo", *arguments],
                cwd=REPOSITORY,
                env=self.environment,
                stdout=said,
                stderr=said,
                text=True,
                start_new_session=True,
            )

    def start(self) -> None:
        before = self.words().count(READY)
        self.process = self.run()
        until(lambda: self.words().count(READY) > before or self.process.poll() is not None, READY)
        assert self.process.poll() is None, self.words()

    def words(self) -> str:
        """Return everything it has said since its folder was made."""
        said = self.folder / "said.txt"
        return said.read_text() if said.exists() else ""

    def end(self, sig: signal.Signals = signal.SIGINT) -> int:
        """End it as Ctrl-C does; returns the exit code."""
        assert self.process is not None
        self.process.send_signal(sig)
        code = self.process.wait(timeout=20)
        self.process = None
        return code

    # --- what a shopper's program and a browser do

    def graphql(
        self,
        query: str,
        *,
        bearer: str | None = None,
        address: str = "",  # noqa: ARG002 a real shop counts the calls of an address
        **variables: Any,
    ) -> dict[str, Any]:
        """Post a document."""
        answer = self.answer(query, bearer, **variables)
        assert "errors" not in answer, answer
        return dict(answer["data"])

    def answer(self, query: str, bearer: str | None = None, **variables: Any) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {bearer}"} if bearer else {}
        body = {"query": query, "variables": variables}
        return dict(
            requests.post(f"{self.url}/graphql/", json=body, headers=headers, timeout=30).json()
        )

    def page(self, path: str) -> requests.Response:
        return requests.get(f"{self.url}{path}", timeout=30, allow_redirects=False)

    # --- the providers' look-alikes

    def press(self, page_url: str, button: str, card: str = "") -> requests.Response:
        """Press a button of the pay page and go where it leads, as a browser does."""
        return requests.post(page_url, data={"action": button, "card": card}, timeout=30)

    def bank(self, lever: str, provider: str = "stripe", **body: Any) -> Any:
        """Pull a lever of a provider's look-alike."""
        url = f"{self.url}/{provider}/_control/{lever}"
        answer = (
            requests.post(url, json=body, timeout=30)
            if body or "/" in lever
            else requests.get(url, timeout=30)
        )
        assert answer.status_code == 200, answer.text
        return answer.json()
