"""The shop adapter on a real Saleor, inside its own python: the contract suites, rights, our account."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.saleor import shop as saleor

pytestmark = pytest.mark.saleor

INSIDE = Path(__file__).parent / "inside"
PARTS = ("shop_contract", "executor_checks", "app_account_checks", "wiring_checks")


class TablesOnly(saleor.Shop):
    """Saleor with our tables and the source beside it: no hooks, no processes."""

    @property
    def environment(self) -> dict[str, str]:
        return {
            **super().environment,
            "DJANGO_SETTINGS_MODULE": "tests.saleor.inside.shop_settings",
        }


def test_a_real_saleor_keeps_the_contract_of_a_shop() -> None:
    directory = saleor.directory()
    assert directory is not None
    shop = TablesOnly(
        saleor=directory,
        postgres=os.environ["TEST_POSTGRES_URL"],
        redis=os.environ["TEST_REDIS_URL"],
        overlay=saleor.REPOSITORY,
        database="agentpay_shop_contract",
        stripe_base="",
    )
    saleor.make_database(shop)

    done = subprocess.run(
        [
            saleor.python(directory), "-m", "pytest", "-q", "-c", str(INSIDE / "pytest.ini"),
            "--rootdir", str(saleor.REPOSITORY), *(str(INSIDE / f"{part}.py") for part in PARTS),
        ],
        cwd=directory, env=shop.environment, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
