"""The part about chat turns: each beside the operations of Saleor's that it sent, called bare."""

from __future__ import annotations

import json
import statistics
from typing import TYPE_CHECKING, Any

from agentpay_plugin.demo.stripe.server import running as stripe_running
from scripts.bench import saleor
from scripts.bench.figures import Row, turn_row
from scripts.bench.running import BUILD, INSIDE, told_by

if TYPE_CHECKING:
    from scripts.bench.runner import Size


def measure(size: Size) -> list[Row]:
    """Return a row for each kind of turn. Everything is measured inside one Saleor process."""
    found = BUILD / "bench" / "turns.json"
    found.parent.mkdir(parents=True, exist_ok=True)
    with stripe_running() as stripe, saleor.shop(stripe.url, "turns") as shop:
        environment = saleor.environment(shop) | {
            "AGENTPAY_REDIS_URL": shop.environment["CACHE_URL"]
        }
        command = [saleor.python(shop), str(INSIDE / "turns.py"), str(found), str(size.turns)]
        told_by(command, environment, shop.saleor)
    return [_row(told) for told in json.loads(found.read_text())]


def _row(told: dict[str, Any]) -> Row:
    sent = ", ".join(told["documents"]) or "nothing is asked of Saleor"
    note = f"{sent}; {told['queries']} and {told['bareQueries']} SQL statements"
    if provider := statistics.median(told["provider"]):
        note += f"; the provider's {provider:.0f} ms are left out"
    return turn_row(told["kind"], told["ours"], told["bare"], note)
