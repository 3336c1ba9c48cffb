"""How each process of a shop is started."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.saleor.shop import Shop

REPOSITORY = Path(__file__).parents[2]
GATEWAY_PYTHON = REPOSITORY / "build" / "venv-gateway" / "bin" / "python"


def command(shop: Shop, python: str, name: str) -> list[str]:
    """Return the command line of `redis`, `bus`, `api`, `worker`, `beat` or `gateway`."""
    celery = [python, "-m", "celery", "-A", "saleor.celeryconf:app"]
    match name:
        case "redis":
            return _redis(shop.redis_port)
        case "bus":
            return _redis(shop.bus_port)
        case "api":
            return [python, "-m", "uvicorn", "saleor.asgi:application", "--host", "127.0.0.1",
                    "--port", str(shop.port), "--lifespan", "off", "--log-level", "warning"]  # fmt: skip
        case "worker":
            return [*celery, "worker", "-c", "2", "--loglevel", "warning",
                    "--without-mingle", "--without-gossip"]  # fmt: skip
        case "beat":
            return [*celery, "beat", "--loglevel", "warning", "-s", str(shop.beat_file)]
        case "gateway":
            return [str(GATEWAY_PYTHON), "-m", "agentpay_plugin.gateway"]
        case _:
            raise ValueError(name)


def gateway_environment(shop: Shop) -> dict[str, str]:
    """Return the environment of the realtime gateway, which knows nothing of Saleor's."""
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(shop.overlay),
        "PYTHONUNBUFFERED": "1",
        "AGENTPAY_SALEOR_URL": f"{shop.url}/graphql/",
        "AGENTPAY_REDIS_URL": shop.bus_url,
        "AGENTPAY_GATEWAY_PORT": str(shop.gateway_port),
    }


def _redis(port: int) -> list[str]:
    return [
        "redis-server",
        "--port",
        str(port),
        "--bind",
        "127.0.0.1",
        "--save",
        "",
        "--appendonly",
        "no",
    ]
