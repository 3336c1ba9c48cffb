"""A demo that asks a look-alike of a language model, of either provider, at an address that is known before."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from agentpay_plugin.demo.claude.server import running as running_claude
from agentpay_plugin.demo.openai.server import running as running_openai
from agentpay_plugin.demo.speakers.speaker import Speaker
from tests.demo.demo import PYTHON, REPOSITORY, Demo

# Claude is asked by its own library: the environment that `DEMO_ASSISTANT=claude make demo` builds.
PYTHON_WITH_CLAUDE = REPOSITORY / "build" / "venv-demo-claude" / "bin" / "python"


@dataclass(frozen=True)
class Provider:
    """`running` serves its look-alike at a port; `settings` lead a demo there."""

    running: Callable[[int], AbstractContextManager[Speaker]]
    settings: Callable[[str], dict[str, str]]
    python: Path

    def demo(self, folder: Path, port: int) -> Demo:
        """Return a demo, not started yet, whose model is at a port of this machine."""
        settings = self.settings(f"http://127.0.0.1:{port}")
        return Demo(folder, settings=settings, python=self.python)


PROVIDERS = {
    "claude": Provider(
        running_claude,
        lambda url: {
            "DEMO_ASSISTANT": "claude",
            "DEMO_ASSISTANT_KEY": "sk-ant-demo-page12345678",
            "AGENTPAY_CLAUDE_API_BASE": url,
        },
        PYTHON_WITH_CLAUDE,
    ),
    "openai": Provider(
        running_openai,
        lambda url: {"DEMO_ASSISTANT": "scripted", "DEMO_ASSISTANT_BASE": f"{url}/v1"},
        PYTHON,
    ),
}
