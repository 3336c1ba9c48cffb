"""A real Saleor for the journeys: prepared once a run, its processes as a shop runs them."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from agentpay_plugin.demo.asaas.lookalike import LookAlike as Asaas
from agentpay_plugin.demo.asaas.server import running as asaas_running
from agentpay_plugin.demo.pix.lookalike import LookAlike as PixBank
from agentpay_plugin.demo.pix.server import running as pix_running
from agentpay_plugin.demo.stripe.lookalike import LookAlike
from agentpay_plugin.demo.stripe.server import running as stripe_running
from agentpay_plugin.payments import Bases
from tests.saleor import reais, suites
from tests.saleor import shop as saleor
from tests.saleor.bank import Bank
from tests.saleor.merchant import CHANNELS, SECRET_KEY, WEBHOOK_SECRETS, switch_on
from tests.saleor.refunding import without_reasons

# Fixtures that want other processes than the rest, each a few less or more than the one before, and what
# is busy beside the tests.
LAST = ("brokerless", "cut_off", "workerless", "killable", "contract")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put tests that need the same processes together, for a Saleor takes its time to start."""
    items.sort(key=_place)


def _place(item: pytest.Item) -> int:
    fixtures = getattr(item, "fixturenames", ())
    return max((place for place, name in enumerate(LAST, 1) if name in fixtures), default=0)


@pytest.fixture(scope="session", autouse=True)
def _needs_saleor() -> None:
    if saleor.directory() is None:
        pytest.skip("there is no Saleor: set SALEOR_DIR")


@pytest.fixture(scope="session")
def contract() -> Iterator[Future[str]]:
    """The suites that run in Saleor's own python, beside everything else; what they printed when they fail."""
    with ThreadPoolExecutor(1) as pool:
        yield pool.submit(suites.failures)


@pytest.fixture(scope="session")
def stripe() -> Iterator[LookAlike]:
    with stripe_running() as like:
        yield like


@pytest.fixture(scope="session")
def asaas() -> Iterator[Asaas]:
    with asaas_running() as like:
        yield like


@pytest.fixture(scope="session")
def pix_bank() -> Iterator[PixBank]:
    with pix_running() as like:
        yield like


@pytest.fixture(scope="session")
def prepared(
    stripe: LookAlike, asaas: Asaas, pix_bank: PixBank, request: pytest.FixtureRequest
) -> Iterator[saleor.Shop]:
    bases = Bases(stripe.url, asaas.url, pix_bank.url)
    with saleor.prepared(bases, "agentpay_journeys") as shop:
        if any(_place(item) == len(LAST) for item in request.session.items):
            request.getfixturevalue("contract")  # begins, beside the tests
        for channel in CHANNELS:
            path = switch_on(shop, channel)
            stripe.listen(path, WEBHOOK_SECRETS[channel], account=SECRET_KEY)
        yield shop


@pytest.fixture
def running(prepared: saleor.Shop) -> saleor.Shop:
    """API, worker and beat, as in a shop; left running for the next test."""
    prepared.keep("api", "worker", "beat")
    return prepared


@pytest.fixture
def listening(running: saleor.Shop) -> Iterator[saleor.Shop]:
    """A shop with the realtime gateway beside it."""
    running.keep("bus", "gateway")
    yield running
    running.keep("bus")


@pytest.fixture
def bank(stripe: LookAlike) -> Iterator[Bank]:
    """The provider in good order, and left so."""
    yield Bank(stripe)
    stripe.faults.release()
    stripe.webhooks_normal()
    stripe.set_clock(None)
    stripe.release()


@pytest.fixture(scope="session")
def takers(
    prepared: saleor.Shop, asaas: Asaas, pix_bank: PixBank
) -> tuple[reais.Taker, reais.Taker]:
    """Those that take PIX in the channel for Brazil, which is opened with them."""
    both = (reais.Taker("asaas", asaas), reais.Taker("pix", pix_bank))
    prepared.keep("api", "worker", "beat")
    reais.open_channel(prepared)
    reais.take_pix(prepared, both)
    without_reasons(prepared)
    return both
