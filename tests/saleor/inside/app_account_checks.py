"""Our account in Saleor is made once and obeys the merchant. Runs in Saleor's own python."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from saleor.app.models import App

from agentpay_plugin.charges.ports import Report, ReportKind
from agentpay_plugin.models import Pulse
from agentpay_plugin.money import Money
from agentpay_plugin.saleor import app_account
from tests.saleor.inside.saleor_world import *  # noqa: F403
from tests.shop.world import World


@pytest.fixture
def no_app() -> Iterator[None]:
    """A shop that never had our app."""
    App.objects.filter(identifier=app_account.IDENTIFIER).update(identifier="put-aside")
    Pulse.objects.all().delete()
    yield
    App.objects.filter(identifier=app_account.IDENTIFIER).delete()
    App.objects.filter(identifier="put-aside").update(identifier=app_account.IDENTIFIER)


@pytest.mark.usefixtures("no_app")
def test_many_at_once_make_one_app() -> None:
    def use(_: int) -> int:
        try:
            return int(app_account.current().pk)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(5) as pool:
        keys = set(pool.map(use, range(5)))

    (row,) = App.objects.filter(identifier=app_account.IDENTIFIER)
    assert keys == {row.pk}
    assert (row.type, row.is_active, row.is_installed) == ("thirdparty", True, True)
    assert sorted(row.get_permissions()) == sorted(
        permission.value for permission in app_account.PERMISSIONS
    )


@pytest.mark.usefixtures("no_app")
@pytest.mark.parametrize("how", ["deactivated", "removed", "deleted"])
def test_an_app_that_the_merchant_put_away_stays_away(how: str) -> None:
    row = app_account.current()
    match how:
        case "deactivated":
            App.objects.filter(pk=row.pk).update(is_active=False)
        case "removed":
            App.objects.filter(pk=row.pk).update(removed_at="2026-01-01T00:00:00Z")
        case _:
            row.delete()

    app_account.ensure()

    with pytest.raises(app_account.AppClosed):
        app_account.current()
    rows = App.objects.filter(identifier=app_account.IDENTIFIER)
    assert rows.filter(is_active=True, removed_at=None).count() == 0


def test_a_permission_taken_away_closes_the_books(world: World) -> None:
    row = app_account.current()
    permission = row.permissions.get(codename="handle_payments")
    row.permissions.remove(permission)
    try:
        with pytest.raises(app_account.AppClosed):
            world.books.report(
                Report(world.unknown_transaction_id, ReportKind.INFO, Money(100, "USD"), "cs_1")
            )
    finally:
        row.permissions.add(permission)
