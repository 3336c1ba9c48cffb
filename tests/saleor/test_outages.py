"""Processes die, are missing, or cannot reach each other: one order, one transaction, one confirmation."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from tests.saleor.bank import Bank
from tests.saleor.buying import assert_bought_once, page_of, quoted
from tests.saleor.processes import until
from tests.saleor.shop import BUILD, Shop
from tests.saleor.sweeping import age_turns, sweep_now

pytestmark = pytest.mark.saleor

INSIDE = Path(__file__).parent / "inside"
KILL_FILE = BUILD / "kill-at"
# Celery replaces a child that was killed; "all": the whole worker is gone.
OPENING = (
    "open.row_committed", "open.provider_created", "open.answer_stored", "open.provider_created all",
)  # fmt: skip
SETTLING = ("settle.reported", "settle.completed", "settle.confirmed", "settle.reported all")
KILLING = {"DJANGO_SETTINGS_MODULE": "killing_settings", "AGENTPAY_TEST_KILL_FILE": str(KILL_FILE)}


def keep_killable(shop: Shop, *names: str) -> None:
    """Let these run; they die at a checkpoint when they are told to."""
    shop.keep(*names, **KILLING, PYTHONPATH=f"{INSIDE}:{shop.environment['PYTHONPATH']}")


@pytest.fixture
def api_alone(prepared: Shop) -> Shop:
    """Neither worker nor beat; what else a test starts is left to the next one to keep or to end."""
    prepared.stop("worker", sig=signal.SIGKILL)
    prepared.stop("beat")
    return prepared


@pytest.fixture
def brokerless(api_alone: Shop) -> Shop:
    api_alone.keep("api", CELERY_BROKER_URL="")
    return api_alone


@pytest.fixture
def cut_off(api_alone: Shop) -> Shop:
    """An API whose broker does not answer."""
    api_alone.keep("api", CELERY_BROKER_URL="redis://127.0.0.1:1/1")
    return api_alone


@pytest.fixture
def workerless(api_alone: Shop) -> Shop:
    keep_killable(api_alone, "api")
    return api_alone


@pytest.fixture
def killable(prepared: Shop) -> Iterator[Shop]:
    """API and worker that die at a checkpoint, no beat."""
    KILL_FILE.unlink(missing_ok=True)
    prepared.stop("beat")
    keep_killable(prepared, "api", "worker")
    yield prepared
    KILL_FILE.unlink(missing_ok=True)


def revive(shop: Shop) -> None:
    """Wait for the kill and restart whatever died, as a supervisor would."""
    is_whole = KILL_FILE.read_text().endswith(" all")
    until(lambda: not KILL_FILE.exists(), "the kill", 60)
    until(lambda: shop.has_died("worker") == is_whole, "the worker's end")
    keep_killable(shop, "api", "worker")


@pytest.mark.parametrize("checkpoint", OPENING)
def test_killed_while_opening(killable: Shop, bank: Bank, checkpoint: str) -> None:
    email = f"kim+{checkpoint.replace(' ', '.')}@example.com"
    shopper, version = quoted(killable, email)
    KILL_FILE.write_text(checkpoint)
    with contextlib.suppress(requests.RequestException):  # the API itself may die while answering
        shopper.tap(pay={"method": "card", "quoteVersion": version})
    revive(killable)
    sweep_now(killable)

    request = shopper.wait_for_part("ChatPaymentRequest", 60)
    assert len(bank.sessions_of(email)) == 1
    bank.pay(request["payment"]["pageUrl"])

    assert_bought_once(killable, bank, shopper, email)


@pytest.mark.parametrize("checkpoint", SETTLING)
def test_killed_while_settling(killable: Shop, bank: Bank, checkpoint: str) -> None:
    email = f"kim+{checkpoint.replace(' ', '.')}@example.com"
    shopper, version = quoted(killable, email)
    url = page_of(shopper, version)
    KILL_FILE.write_text(checkpoint)
    bank.pay(url)
    revive(killable)
    sweep_now(killable)

    assert_bought_once(killable, bank, shopper, email)


def test_worker_down_the_link_is_made_in_the_shoppers_own_request(
    workerless: Shop, bank: Bank
) -> None:
    email = "kim+noworker@example.com"
    shopper, version = quoted(workerless, email)
    shopper.tap(pay={"method": "card", "quoteVersion": version})
    shopper.look()
    assert shopper.last("ChatPaymentRequest") is None
    age_turns(workerless)
    bank.pay(shopper.wait_for_part("ChatPaymentRequest")["payment"]["pageUrl"])
    keep_killable(workerless, "worker")
    sweep_now(workerless)

    assert_bought_once(workerless, bank, shopper, email)


def test_broker_down(cut_off: Shop, bank: Bank) -> None:
    email = "kim+nobroker@example.com"
    shopper, version = quoted(cut_off, email)
    bank.pay(page_of(shopper, version))
    keep_killable(cut_off, "api", "worker")
    sweep_now(cut_off)

    assert_bought_once(cut_off, bank, shopper, email)


def test_a_shop_that_has_no_broker_at_all(brokerless: Shop, bank: Bank) -> None:
    email = "kim+eager@example.com"
    shopper, version = quoted(brokerless, email)
    bank.pay(page_of(shopper, version))

    assert_bought_once(brokerless, bank, shopper, email)


def test_beat_alone_keeps_the_sweep_going(running: Shop) -> None:
    until(lambda: list(BUILD.glob(f"{running.beat_file.name}*")), "beat has begun")
    running.stop("beat")
    running.python(str(INSIDE / "beat_long_ago.py"), str(running.beat_file))
    running.rows("UPDATE agentpay_plugin_pulse SET last_run_at = now() - interval '1 hour'")
    running.start("beat")

    def swept() -> bool:
        recent = "SELECT 1 FROM agentpay_plugin_pulse WHERE name = 'sweep' AND last_run_at > now() - interval '5 minutes'"
        return bool(running.rows(recent))

    until(swept, "a sweep that only beat can have started", 60)
