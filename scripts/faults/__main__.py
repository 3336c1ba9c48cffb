"""make faults N=200 SEED=…: the proof that no payment is lost, doubled, mis-sized or stuck. See docs/faults.md.

    python -m scripts.faults [-n N] [--seed SEED] [--minutes MINUTES] [--plan] [--saleor]

It wants TEST_POSTGRES_URL (scripts/services) and runs in the demo's environment for PostgreSQL and Redis;
with --saleor in the tests' own, and inside the Saleor in SALEOR_DIR.
Exit status 1: something is wrong, or the run itself broke.
"""

from __future__ import annotations

import argparse
import logging
import os
import secrets
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Sequence
from importlib import import_module
from math import inf
from pathlib import Path

from scripts.faults import plan, report, verdict
from scripts.faults.demo_host import DemoHost
from scripts.faults.host import Host
from scripts.faults.journal import Journal
from scripts.faults.report import say
from scripts.faults.roads import ROADS
from scripts.faults.site import PROGRAM, REPOSITORY, Site
from scripts.faults.stack import Stack
from scripts.faults.wrongs import Wrong


def main(arguments: Sequence[str]) -> int:
    """Run, tell, and return the exit status."""
    parser = argparse.ArgumentParser(prog="make faults", description=__doc__)
    parser.add_argument("-n", type=int, default=200, help="purchases")
    parser.add_argument("--seed", default="", help="of an earlier run, to repeat its plan")
    parser.add_argument("--minutes", type=float, default=inf, help="begin no purchase after these")
    parser.add_argument("--plan", action="store_true", help="print the plan and do nothing")
    parser.add_argument("--saleor", action="store_true", help="inside the Saleor in SALEOR_DIR")
    given = parser.parse_args(arguments)
    seed = given.seed or str(secrets.randbelow(10**6))
    planned = plan.plan(given.n, seed)
    if given.plan:
        say("\n".join(map(str, planned)))
        return 0
    folder = REPOSITORY / "build" / "faults" / f"seed-{seed}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "plan.txt").write_text("\n".join(map(str, planned)) + "\n", encoding="utf-8")
    strikes = sum(len(one.strikes) for one in planned)
    roads = ", ".join(road.name for road in ROADS)
    say(
        f"faults: {given.n} purchases, {strikes} faults planned, SEED={seed}; {roads}; logs in {folder}"
    )
    site = Site(folder, os.environ["TEST_POSTGRES_URL"])
    # Our own tables are read by the demo's settings, whatever shop they lie in.
    os.environ |= site.environment | {
        "DJANGO_SETTINGS_MODULE": "agentpay_plugin.demo.settings",
        "DEMO_CLOCK": str(site.clock("worker")),
        "PGAPPNAME": PROGRAM,
    }
    host = _saleor(site) if given.saleor else DemoHost(site)
    return _run(planned, Stack(site, host), seed, given.minutes * 60)


def _saleor(site: Site) -> Host:
    # Names the folder of the package's copy, and must be there before the tests' machinery reads it.
    os.environ.setdefault("AGENTPAY_TEST_RUN", "faults")
    from scripts.faults.saleor_host import SaleorHost  # it needs what the tests need

    return SaleorHost(site)


def _run(planned: Sequence[plan.Planned], stack: Stack, seed: str, seconds: float) -> int:
    site = stack.site
    import_module("agentpay_plugin.demo.celery")  # it sets Django up, logs included
    _log_to(site.log("harness"))
    from scripts.faults import run  # it needs Django's settings

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # what was started is ended then, too
    journal, progress = Journal(), report.Progress(len(planned))
    found: list[Wrong] | None = None
    try:
        say("  starting PostgreSQL's database, Redis, the look-alikes, web, worker and beat …")
        stack.start()
        journal = Journal()
        outcome = run.run(stack, planned, journal, progress, seconds)
        planned = [one for one in planned if one.number in journal.purchases]
        found = verdict.judge(outcome.books, outcome.purchases)
    finally:
        stack.stop(keep_data=found != [])
    went = "".join(f"{one}: the shopper {journal.purchases[one.number].end}\n" for one in planned)
    (site.folder / "purchases.txt").write_text(went, encoding="utf-8")
    met = Counter(kind for kind, _ in outcome.met)
    say(report.summary(planned, outcome.books, journal, met))
    broken = report.broken(journal)
    if found or broken:
        say("\n".join((*broken, report.wrongs(found, planned, journal, site.folder))))
        say(f"the database {site.database} is kept; repeat this plan with SEED={seed}")
    say(verdict.counted(found))
    return 1 if found or broken else 0


def _log_to(file: Path) -> None:
    """Keep what our own code says in this very process with the logs of the others."""
    logging.basicConfig(filename=file, format="%(levelname)s %(name)s: %(message)s", force=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
