"""The operator's commands in a real Saleor: is it well, do the books agree, handle that webhook again."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from tests.saleor.bank import Bank
from tests.saleor.orders import order_of, orders_of_email
from tests.saleor.processes import until
from tests.saleor.refunding import bought, payment, refund_events, wait_for
from tests.saleor.shop import Shop
from tests.saleor.test_refunds import is_confirmed

pytestmark = pytest.mark.saleor

EVENTS = (
    "SELECT DISTINCT event_id FROM agentpay_plugin_providernotice"
    " WHERE charge_ref = %s AND type = 'checkout.session.completed' AND handled_at IS NOT NULL"
)

_SWEPT = "SELECT 1 FROM agentpay_plugin_pulse WHERE name = 'sweep' AND last_run_at > now() - interval '2 minutes'"


def test_all_is_well_while_the_sweep_goes_on(running: Shop) -> None:
    until(lambda: running.rows(_SWEPT), "beat lets it sweep", 90)

    found = json.loads(running.manage("agentpay_health", "--json"))

    assert found["problems"] == []
    assert found["healthy"] is True


def test_sweep_that_ended_is_told(running: Shop) -> None:
    until(lambda: running.rows(_SWEPT), "beat lets it sweep", 90)
    running.stop("beat")
    running.rows("UPDATE agentpay_plugin_pulse SET last_run_at = now() - interval '1 hour'")

    told = running.manage("agentpay_health", status=1)

    assert "problem   The sweep ran last 36" in told
    assert told.splitlines()[-1] == "something is wrong"


def test_money_that_went_back_unheard_is_found_and_booked(running: Shop, bank: Bank) -> None:
    begin = datetime.now(UTC).isoformat()
    _, number, session = bought(running, bank, "olga+books@example.com")
    until(lambda: is_confirmed(running, session), "nothing left to do")
    assert bank.stripe.flush()
    bank.stripe.webhooks(lose=1000)
    bank.stripe.give_back(session, 500)
    books = ("agentpay_reconcile", "--since", begin, "--channel", "default-channel")

    looked = running.manage(*books, status=1)
    before = refund_events(running, number)
    mended = running.manage(*books, "--mend")
    wait_for(running, number, "REFUND_SUCCESS")

    assert f"  {session}  " in looked
    assert "--mend may mend it" in looked
    assert looked.splitlines()[-1] == "1 payments compared: 1 differ, 0 mended, 1 left"
    assert before == []
    assert mended.splitlines()[-1] == "1 payments compared: 1 differ, 1 mended, 0 left"
    assert refund_events(running, number) == [("REFUND_SUCCESS", 5.0)]
    assert payment(running, number)["refundedAmount"]["amount"] == 5.0


def test_webhook_handled_again_changes_nothing(running: Shop, bank: Bank) -> None:
    email = "olga+again@example.com"
    shopper, number, session = bought(running, bank, email)
    ((event,),) = until(lambda: running.rows(EVENTS, session), "the webhook handled")
    until(lambda: is_confirmed(running, session), "nothing left to do")
    before = order_of(running, number)

    told = running.manage("agentpay_replay", event)

    # Each channel's endpoint was told of it.
    assert [line.split()[-2:] for line in told.splitlines()] == [[event, "handled"]] * 2
    assert orders_of_email(running, email) == [number]
    assert order_of(running, number) == before
    shopper.look()
    assert len(shopper.parts("ChatReceipt")) == 1
