"""Sets a process up to host the demo, once, before anything that needs Django is imported."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import django

from scripts.eval.journeys.street import Street

# Of whoever calls: another demo's.
_NOT_OURS = ("DATABASE_URL", "REDIS_URL", "PUBLIC_URL", "DEMO_PIX", "DEMO_DIE_AT")


def begin(folder: Path) -> Street:
    """Let the demo keep its data in the folder and serve on the street's port."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    street = Street()
    for name in _NOT_OURS:
        os.environ.pop(name, None)
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "agentpay_plugin.demo.settings",
        "PORT": str(street.port),
        "DEMO_DIR": str(folder),
        "DEMO_SHOP": "memory",
        "DEMO_CLOCK": str(folder / "clock"),
    }
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    return street
