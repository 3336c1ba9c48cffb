"""The demo on its real stack: PostgreSQL, Redis, and web, worker and beat in processes of their own."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Mapping

import requests

from scripts.faults.clock import CLOCKS
from scripts.faults.host import Pace, Program, Shop
from scripts.faults.site import REPOSITORY, Site

WORKERS = 4
# Seconds, on a machine that may have much else to do: those that wait for it call all at once when it is back.
_ANSWERS_WITHIN = 15
_CELERY = ("agentpay_plugin.demo.celery", "kombu.transport.redis")
_WEB = ("agentpay_plugin.hosting.celery", "agentpay_plugin.realtime.redis_bus")
# What each process's nursery imports before it is started for the first time.
_IMPORTS: Mapping[str, tuple[str, ...]] = {
    "web": (*_CELERY, "agentpay_plugin.demo.server", *_WEB),
    "worker": (*_CELERY, "celery.bin.celery", "celery.apps.worker", "celery.concurrency.prefork"),
    "beat": (*_CELERY, "celery.bin.celery", "celery.apps.beat"),
}


class DemoHost:
    """Implements host.Host. Its tables are made by its own processes."""

    pace = Pace()
    folder = REPOSITORY

    def __init__(self, site: Site) -> None:
        self._site = site

    def prepare(self) -> None:
        self._site.sql(f'CREATE DATABASE "{self._site.database}"', "postgres")

    def program(self, name: str) -> Program:
        celery = ("-A", "agentpay_plugin.demo", name, "--loglevel", "WARNING")
        arguments: tuple[str, ...]
        match name:
            case "worker":
                module, arguments = "celery", (*celery, "--concurrency", str(WORKERS))
            case "beat":
                module, arguments = "celery", (*celery, "--pidfile=")
            case _:
                module, arguments = "agentpay_plugin.demo", ()
        return Program(sys.executable, module, arguments, _IMPORTS[name])

    def told(self, name: str) -> Mapping[str, str]:
        kept = {each: os.environ[each] for each in ("PATH", "HOME", "LANG") if each in os.environ}
        clock = self._site.clock(name if name in CLOCKS else "worker")
        quiet = {"PYTHONUNBUFFERED": "1", "PYTHONWARNINGS": "ignore", "C_FORCE_ROOT": "1"}
        steered = {"DEMO_CLOCK": str(clock), "DEMO_DIE_AT": str(self._site.deaths)}
        django = {
            "DJANGO_SETTINGS_MODULE": "agentpay_plugin.demo.settings",
            "PYTHONPATH": str(REPOSITORY),
        }
        return kept | self._site.environment | quiet | steered | django

    def answers(self) -> bool:
        with contextlib.suppress(requests.RequestException):
            return requests.get(f"{self._site.url}/favicon.ico", timeout=_ANSWERS_WITHIN).ok
        return False

    def set_up(self) -> None:
        """Nothing: the demo's channels have their keys."""

    def shop(self) -> Shop:
        from scripts.faults.demo_shop import DemoShop  # it needs Django's settings

        return DemoShop()
