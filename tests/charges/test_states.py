"""The table of moves, the compare-and-swap, the lease."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from agentpay_plugin.charges.states import FINAL, MOVES, State, move
from agentpay_plugin.charges.view import TOLD_AS
from agentpay_plugin.errors import Busy, IllegalMove
from agentpay_plugin.lease import leased, prolong
from agentpay_plugin.models import Charge
from tests.charges.world import World

pytestmark = pytest.mark.django_db(transaction=True)

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def test_every_state_has_its_moves_and_its_word() -> None:
    assert set(MOVES) == set(State) == set(TOLD_AS)


def test_every_state_is_reached_and_ends() -> None:
    reached, news = set(), {State.PLANNED}
    while news:
        reached |= news
        news = set().union(*(MOVES[state] for state in news)) - reached

    assert reached == set(State)
    assert {state for state in State if not MOVES[state]} <= FINAL


def test_move_happens_once(world: World) -> None:
    charge = Charge.objects.get(pk=world.opened().id)

    first = move(charge.pk, State.OPEN, State.PAID, NOW)
    second = move(charge.pk, State.OPEN, State.PAID, NOW)

    charge.refresh_from_db()
    assert (first, second) == (True, False)
    assert (charge.state, charge.next_check_at, charge.state_since) == ("paid", NOW, NOW)


def test_illegal_move_names_both_states(world: World) -> None:
    charge = Charge.objects.get(pk=world.opened().id)

    with pytest.raises(IllegalMove, match="from open to confirmed"):
        move(charge.pk, State.OPEN, State.CONFIRMED, NOW)

    charge.refresh_from_db()
    assert charge.state == "open"


def test_lease_is_exclusive_and_given_back(world: World) -> None:
    key = world.opened().id

    with leased(Charge, key), pytest.raises(Busy), leased(Charge, key):
        pass
    with leased(Charge, key):
        pass

    assert list(Charge.objects.values_list("lease_owner", "lease_until")) == [("", None)]


def test_lease_of_the_dead_runs_out(world: World) -> None:
    key = world.opened().id

    with pytest.raises(SystemExit), leased(Charge, key, clock=lambda: NOW):
        raise SystemExit
    with pytest.raises(Busy), leased(Charge, key, clock=lambda: NOW + timedelta(seconds=60)):
        pass
    with leased(Charge, key, clock=lambda: NOW + timedelta(seconds=61)):
        pass


def test_lease_that_was_lost_cannot_be_prolonged_or_given_back(world: World) -> None:
    key = world.opened().id
    late = NOW + timedelta(minutes=5)

    with leased(Charge, key, clock=lambda: NOW) as owner:
        with leased(Charge, key, clock=lambda: late):
            with pytest.raises(Busy):
                prolong(Charge, key, owner, clock=lambda: late)
            held = Charge.objects.get().lease_owner
        assert held not in ("", owner)


def test_lease_on_nothing_is_busy() -> None:
    with pytest.raises(Busy), leased(Charge, uuid4()):
        pass
