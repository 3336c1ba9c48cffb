"""Two charges of an order whose refunds fail at the same moment: the order keeps again what it kept once, and no more."""

from __future__ import annotations

from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection, transaction

from agentpay_plugin.charges.keeping import keep_again
from agentpay_plugin.charges.states import first_in_line
from agentpay_plugin.models import Charge, PaidOrder
from tests.charges.test_at_once import at_once, failures

pytestmark = pytest.mark.django_db(transaction=True)


def paid(order_id: str) -> Charge:
    """A charge of 10.00 USD of an order, of which nothing is kept."""
    key = str(uuid4())
    return Charge.objects.create(
        provider="stripe", method="card", state="completed", channel="1", source_kind="order",
        source_id=order_id, order_id=order_id, transaction_key=key, provider_key=key, return_id=key,
        amount_minor=1000, currency="USD",
    )  # fmt: skip


@pytest.mark.skipif("connection.vendor == 'sqlite'", reason="one writer at a time there")
@pytest.mark.parametrize("attempt", range(5))
def test_no_more_is_kept_again_than_was_kept(attempt: int) -> None:
    order_id = f"order-{attempt}"
    PaidOrder.objects.create(order_id=order_id, currency="USD", kept_minor=0, gone_minor=1000)
    charges = [paid(order_id) for _ in range(4)]
    ready = Barrier(len(charges))

    def fails(charge: Charge) -> None:
        with transaction.atomic():
            mine = first_in_line(charge.pk)
            ready.wait()
            keep_again(mine, 1000)

    outcomes = at_once(*[lambda charge=charge: fails(charge) for charge in charges])

    order = PaidOrder.objects.get(pk=order_id)
    assert failures(outcomes) == []
    assert (order.kept_minor, order.gone_minor) == (1000, 0)
    assert sum(Charge.objects.values_list("kept_minor", flat=True)) == 1000
    assert connection.vendor == "postgresql"
