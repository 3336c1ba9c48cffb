"""The Django app: migrating our tables alone, before those of the host."""

from __future__ import annotations

import pytest
from django.db import connection
from django.utils import timezone

from agentpay_plugin.apps import if_migrated
from agentpay_plugin.models import Pulse

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_host_that_is_not_migrated_yet_stops_nothing() -> None:
    def make() -> None:
        Pulse.objects.create(name="half", last_run_at=timezone.now())
        with connection.cursor() as cursor:
            cursor.execute("SELECT id FROM app_app")

    if_migrated(make)

    assert Pulse.objects.count() == 0


def test_a_defect_is_not_hidden() -> None:
    def make() -> None:
        raise LookupError("a defect")

    with pytest.raises(LookupError):
        if_migrated(make)


def test_a_migrated_host_gets_what_is_made() -> None:
    def make() -> None:
        Pulse.objects.create(name="made", last_run_at=timezone.now())

    if_migrated(make)

    assert Pulse.objects.get().name == "made"
