"""The operator's commands beside a running demo."""

from __future__ import annotations

import json
import subprocess

from tests.demo.buying import paying
from tests.demo.demo import PYTHON, REPOSITORY, Demo
from tests.saleor.client import Shopper


def manage(demo: Demo, *words: str) -> tuple[int, list[str]]:
    """Run a command as `manage.py` does; returns its exit status and what it printed."""
    done = subprocess.run(
        [PYTHON, "-m", "django", *words],
        cwd=REPOSITORY,
        env={**demo.environment, "DJANGO_SETTINGS_MODULE": "agentpay_plugin.demo.settings"},
        text=True,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout.splitlines()


def test_payment_that_nobody_heard_of_is_found_and_mended(demo: Demo, shopper: Shopper) -> None:
    payment = paying(shopper)
    demo.bank("webhooks", lose=-1)
    session = payment["pageUrl"].rpartition("/")[2]
    demo.bank(f"sessions/{session}/pay")

    looked = manage(demo, "agentpay_reconcile", "--since", "1h", "--channel", "default-channel")
    before = shopper.look()["payment"]["state"]
    mended = manage(demo, "agentpay_reconcile", "--since", "1h", "--mend")
    demo.bank("webhooks/normal")

    assert looked[0] == 1
    assert looked[1][0].endswith("paid at the provider, open here: no order  --mend may mend it")
    assert looked[1][-1] == "1 payments compared: 1 differ, 0 mended, 1 left"
    assert before == "OPEN"
    assert mended[0] == 0
    assert mended[1][-1] == "1 payments compared: 1 differ, 1 mended, 0 left"
    assert shopper.wait_for_part("ChatReceipt")["order"]["chargeStatus"] == "FULL"


def test_health_of_a_demo_that_runs(demo: Demo, shopper: Shopper) -> None:
    shopper.start(product={"slug": "essential-tee"})

    status, lines = manage(demo, "agentpay_health", "--json")

    found = json.loads("\n".join(lines))
    assert (status, found["healthy"], found["payments_stuck"]) == (0, True, 0)
