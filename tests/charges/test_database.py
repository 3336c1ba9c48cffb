"""What the database itself must do: serve the sweep's questions by an index, and processes of the version before."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection

from agentpay_plugin.charges import looking
from agentpay_plugin.models import Charge, PaidOrder, ProviderNotice, Refund
from tests.charges.given_back import bought
from tests.charges.world import World, charge_of

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor == 'sqlite'", reason="it is of PostgreSQL"),
]

# What each version added, and the one before it does not name when it writes a row.
LATER = {
    Charge: {"pix_code": "", "reserve": ""},
    Refund: {"is_release": False},
    ProviderNotice: {"about_dispute": False},
    PaidOrder: {"gone_minor": 0},
}


def insert(model: type, row: object, **changes: object) -> None:
    """Write a row as a process does that does not know the later columns."""
    fields = [one for one in model._meta.concrete_fields if one.column not in LATER[model]]
    values = {one.column: getattr(row, one.attname) for one in fields} | changes
    marks = ", ".join(["%s"] * len(values))
    columns = ", ".join(f'"{name}"' for name in values)
    with connection.cursor() as cursor:
        cursor.execute(
            f'INSERT INTO "{model._meta.db_table}" ({columns}) VALUES ({marks})',
            [None if name == "request" else value for name, value in values.items()],
        )


def test_the_version_before_goes_on_writing(world: World) -> None:
    charge = charge_of(bought(world))
    keys = {name: str(uuid4()) for name in ("transaction_key", "provider_key", "return_id")}
    key = uuid4()
    insert(Charge, charge, id=key, provider_ref="cs_2", attempt=2, **keys)
    refund = Refund(
        id=uuid4(), charge=charge, reason="r", amount_minor=1, currency="USD", provider_key="k"
    )
    insert(Refund, refund, state="failed")
    notice = ProviderNotice(
        id=99, provider="stripe", channel="1", event_id="e", type="t", next_try_at=world.now
    )
    insert(ProviderNotice, notice)
    insert(PaidOrder, PaidOrder(order_id="o", currency="USD"))

    for model, row in ((Charge, key), (Refund, refund.pk), (ProviderNotice, 99), (PaidOrder, "o")):
        written = model.objects.get(pk=row)
        assert {name: getattr(written, name) for name in LATER[model]} == LATER[model]


def years_of_payments(world: World) -> None:
    """A shop's payments of two years, all of them over."""
    rows = []
    for at in range(4000):
        key, ended = str(uuid4()), world.now - timedelta(hours=4 * at)
        rows.append(
            Charge(
                provider="stripe", method="card", state="confirmed", channel="1", source_kind="order",
                source_id=key, transaction_key=key, provider_key=key, provider_ref=key, return_id=key,
                amount_minor=1000, currency="USD", state_since=ended, asked_at=ended,
            )
        )  # fmt: skip
    Charge.objects.bulk_create(rows)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE agentpay_plugin_charge")


def test_looks_read_no_table_from_end_to_end(world: World) -> None:
    years_of_payments(world)

    plan = looking.waiting(world.now).explain()

    assert "agentpay_charge_looked_at" in plan
    assert "Seq Scan" not in plan
