"""A real Saleor for the journeys: prepared once a run, its processes as a shop runs them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from agentpay_plugin.demo.stripe.lookalike import LookAlike
from agentpay_plugin.demo.stripe.server import running as stripe_running
from tests.saleor import shop as saleor
from tests.saleor.bank import Bank
from tests.saleor.merchant import CHANNELS, SECRET_KEY, WEBHOOK_SECRETS, switch_on


@pytest.fixture(scope="session", autouse=True)
def _needs_saleor() -> None:
    if saleor.directory() is None:
        pytest.skip("there is no Saleor: set SALEOR_DIR")


@pytest.fixture(scope="session")
def stripe() -> Iterator[LookAlike]:
    with stripe_running() as like:
        yield like


@pytest.fixture(scope="session")
def prepared(stripe: LookAlike) -> Iterator[saleor.Shop]:
    with saleor.prepared(stripe.url, "agentpay_journeys") as shop:
        shop.start("api")
        for channel in CHANNELS:
            path = switch_on(shop, channel)
            stripe.listen(path, WEBHOOK_SECRETS[channel], account=SECRET_KEY)
        yield shop


@pytest.fixture
def shop(prepared: saleor.Shop) -> Iterator[saleor.Shop]:
    """The API alone; what else a test starts ends with it."""
    _stop_all_but_api(prepared)
    yield prepared
    _stop_all_but_api(prepared)
    if "api" not in prepared.processes or prepared.has_died("api"):
        prepared.start("api")


def _stop_all_but_api(shop: saleor.Shop) -> None:
    for name in [name for name in shop.processes if name != "api"]:
        shop.stop(name)


@pytest.fixture
def running(prepared: saleor.Shop) -> saleor.Shop:
    """API, worker and beat, as in a shop; left running for the next test."""
    for name in ("worker", "beat"):
        if name not in prepared.processes or prepared.has_died(name):
            prepared.start(name)
    return prepared


@pytest.fixture
def bank(stripe: LookAlike) -> Iterator[Bank]:
    """The provider in good order, and left so."""
    yield Bank(stripe)
    stripe.faults.release()
    stripe.webhooks_normal()
    stripe.set_clock(None)
    stripe.release()
