"""The suites that run in Saleor's own python, on a database of their own."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from agentpay_plugin.payments import Bases
from tests.saleor import shop as saleor
from tests.saleor import template
from tests.saleor.processes import Processes

INSIDE = Path(__file__).parent / "inside"
PARTS = (
    "shop_contract", "executor_checks", "app_account_checks", "wiring_checks", "dashboard_checks",
)  # fmt: skip


class TablesOnly(saleor.Shop):
    """Saleor with our tables and the source beside it: no hooks, no processes."""

    @property
    def environment(self) -> dict[str, str]:
        return {
            **super().environment,
            "DJANGO_SETTINGS_MODULE": "tests.saleor.inside.shop_settings",
        }


def failures() -> str:
    """Run them; return nothing when they pass, else what they printed."""
    directory = saleor.directory()
    assert directory is not None
    shop = TablesOnly(
        saleor=directory,
        postgres=os.environ["TEST_POSTGRES_URL"],
        overlay=saleor.REPOSITORY,
        database=f"agentpay_shop_contract_{saleor.RUN}",
        bases=Bases(),
        processes=Processes(saleor.BUILD / "contract"),
    )
    try:
        shop.start("redis")
        template.copy(shop)
        done = subprocess.run(
            [
                saleor.python(directory), "-m", "pytest", "-q", "-c", str(INSIDE / "pytest.ini"),
                "--rootdir", str(saleor.REPOSITORY), *(str(INSIDE / f"{part}.py") for part in PARTS),
            ],
            cwd=directory, env=shop.environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
    finally:
        shop.stop_all()
    return "" if done.returncode == 0 else done.stdout[-6000:] + done.stderr[-2000:]
