"""A provider that cannot be asked, since the channel's keys are gone or not accepted: waited for, for a day."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.holding import hold
from agentpay_plugin.charges.states import FINAL, State, move
from agentpay_plugin.errors import NoProvider, ProviderLocked
from agentpay_plugin.models import Charge

_FOR = timedelta(days=1)
_NOT_OPENED = (State.OPENING, State.UNKNOWN)
_TO_HOLD = (State.OPEN, State.PROCESSING, State.REFUNDING)


def note(desk: Desk, charge_id: UUID, problem: NoProvider | ProviderLocked) -> bool:
    """Note since when the provider cannot be asked; True when that was too long, and the charge moved.

    A page that nobody has seen is given up without keys; what may have been paid is the merchant's.
    """
    charge = Charge.objects.get(pk=charge_id)
    state, now = State(charge.state), desk.clock()
    if state in FINAL:
        return False
    if charge.blind_since is None:
        Charge.objects.filter(pk=charge.pk, state=charge.state).update(blind_since=now)
        return False
    if now - charge.blind_since < _FOR:
        return False
    gone = isinstance(problem, NoProvider)
    if state in _NOT_OPENED and gone:
        quiet = {"reason": "keys_gone", "told_state": State.REFUSED.value}
        return move(charge.pk, state, State.REFUSED, now, fields=quiet)
    if state in _TO_HOLD:
        return hold(desk, charge, "keys_gone" if gone else "provider_unreadable")
    return False


def seen(charge: Charge) -> None:
    """The provider answers."""
    if charge.blind_since is not None:
        Charge.objects.filter(pk=charge.pk).update(blind_since=None)
