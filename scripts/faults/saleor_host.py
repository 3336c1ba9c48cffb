"""A real Saleor with AgentPay inside: started as the tests in tests/saleor start it, but by the run's clock."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import requests

from agentpay_plugin.payments import Bases
from scripts.faults.clock import CLOCKS
from scripts.faults.host import Pace, Program, Shop
from scripts.faults.roads import LOOK_ALIKES
from scripts.faults.saleor_setup import set_up
from scripts.faults.saleor_shop import SaleorShop
from scripts.faults.site import Site
from tests.saleor import commands, template
from tests.saleor import shop as tests

_INSIDE = Path(__file__).parent / "inside"
_PROCESSES = {"web": "api"}  # their names in the tests
_CELERY = ("saleor.celeryconf", "saleor.graphql.api", "celery.bin.celery", "kombu.transport.redis")
_IMPORTS: Mapping[str, tuple[str, ...]] = {
    "web": ("saleor.asgi", "saleor.graphql.api", "uvicorn.main"),
    "worker": (*_CELERY, "celery.apps.worker", "celery.concurrency.prefork"),
    "beat": (*_CELERY, "celery.apps.beat", "saleor.schedulers.schedulers"),
}
_SCHEDULER = "saleor.schedulers.schedulers.DatabaseScheduler"
_COMPILER = "cc"
WORKERS = 4


class SaleorHost:
    """Implements host.Host. A purchase costs Saleor some seconds of a core, so that fewer buy at once.

    Whole processes have the run's time (inside/ahead.c): Saleor's own, Celery's and beat's with ours. Nothing
    in Saleor or in AgentPay knows of it.
    """

    pace = Pace(
        at_once=8,
        speed=2.0,
        starts_within=300.0,
        calm_within=60.0,
        looks=1.5,
        stays=12.0,
        patience=240.0,
    )

    def __init__(self, site: Site) -> None:
        folder = tests.directory()
        if folder is None:
            raise SystemExit("There is no Saleor; set SALEOR_DIR to a checkout of it.")
        if shutil.which(_COMPILER) is None:
            raise SystemExit(
                f"There is no C compiler ({_COMPILER}), which Saleor's clock is made with."
            )
        self.folder = folder
        self._site = site
        self._saleor = tests.Shop(
            saleor=folder,
            postgres=site.server,
            overlay=tests.BUILD / "overlay",
            database=site.database,
            bases=Bases(),
            port=site.ports["web"],
            redis_port=site.ports["redis"],
        )

    def prepare(self) -> None:
        source, made = str(_INSIDE / "ahead.c"), ("-shared", "-fPIC", "-O2", "-o", str(self._ahead))
        subprocess.run([_COMPILER, *made, source], check=True)
        for name in CLOCKS:
            self._site.clock(name).write_text("+0", encoding="ascii")
        tests.make_overlay()
        template.copy(self._saleor)
        self._saleor.manage("migrate", "agentpay_plugin")

    def program(self, name: str) -> Program:
        python = tests.python(self.folder)
        known = commands.command(self._saleor, python, _PROCESSES.get(name, name))
        _, _, module, *arguments = known  # PYTHON -m MODULE …
        match name:
            case "worker":
                arguments += ["--concurrency", str(WORKERS)]
            case "beat":
                # Saleor's own: Celery's stops for good at the first of Saleor's tasks that has nothing to do.
                # It looks each second, so that a jump of the clock does not find it asleep.
                arguments += ["--scheduler", _SCHEDULER, "--max-interval", "1"]
        return Program(python, module, tuple(arguments), _IMPORTS[name])

    def told(self, name: str) -> Mapping[str, str]:
        known = self._saleor.environment
        clock = self._site.clock(name if name in CLOCKS else "worker")
        return {
            **known,
            **{one.setting: self._site.bank_url(one.name) for one in LOOK_ALIKES},
            "JWT_TTL_ACCESS": "90 days",
            "DJANGO_SETTINGS_MODULE": "faults_settings",
            "PYTHONPATH": f"{_INSIDE}:{known['PYTHONPATH']}",
            "AGENTPAY_FAULTS_DIE_AT": str(self._site.deaths),
            "LD_PRELOAD": str(self._ahead),
            "FAULTS_CLOCK": str(clock),
        }

    @property
    def _ahead(self) -> Path:
        return self._site.folder / "ahead.so"

    def answers(self) -> bool:
        with contextlib.suppress(requests.RequestException):
            return requests.get(f"{self._site.url}/health/", timeout=5).ok
        return False

    def set_up(self) -> None:
        set_up(self._saleor, self._site)

    def shop(self) -> Shop:
        return SaleorShop(self._saleor)
