"""No database transaction may be open when the world outside is called."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from uuid import UUID

import pytest
from django.db import transaction

from agentpay_plugin.charges import hooks, inbox, pages
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.charges.sweep import sweep
from agentpay_plugin.errors import OpenTransaction
from agentpay_plugin.models import ProviderNotice
from tests.charges.test_storefront import session
from tests.charges.world import CHANNEL, World, charge_of

pytestmark = pytest.mark.django_db(transaction=True)

DOORS: dict[str, Callable[[World, str], object]] = {
    "gateway_data": lambda w, _: hooks.gateway_data(w.desk, CHANNEL, Decimal(1), "USD"),
    "initialize": lambda w, _: hooks.initialize(w.desk, session(w)),
    "process": lambda w, _: hooks.process(w.desk, session(w)),
    "settle": lambda w, charge_id: settle(w.desk, UUID(charge_id)),
    "sweep": lambda w, _: sweep(w.desk),
    "receive": lambda w, _: inbox.receive(w.desk, "stripe", CHANNEL, b"", {}),
    "handle": lambda w, _: inbox.handle(w.desk, 1),
    "return_page": lambda w, c: pages.return_page(w.desk, charge_of(c).return_id, "en"),
    "open": lambda w, _: w.chat.open(w.cart(), "card", 2),
    "close": lambda w, charge_id: w.chat.close(charge_id),
    "ask": lambda w, charge_id: w.chat.ask(charge_id),
}


@pytest.mark.parametrize("door", DOORS)
def test_refused_inside_a_transaction(world: World, door: str) -> None:
    view = world.opened()
    world.pay(view.id)
    before = (list(world.provider.calls), world.reports(), list(world.woken))

    with transaction.atomic(), pytest.raises(OpenTransaction):
        DOORS[door](world, view.id)

    assert (world.provider.calls, world.reports(), world.woken) == before
    assert charge_of(view.id).state == "open"
    assert ProviderNotice.objects.count() == 0
    assert world.changes == []
