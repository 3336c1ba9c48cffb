"""The states of a charge, the one table of its legal moves, and the compare-and-swap that moves it.

                                                           reserved
                                                              ^
                                                              v
planned -> opening -> open -> processing -> paid -> reported -> completed <-> confirmed
             |  ^       |                     |         |
             v  |       v                     v         v
           unknown   expired, cancelled      held   refunding -> refunded <-> held
             |        (paid after all: -> paid)
             v
           refused
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import F

from agentpay_plugin.errors import IllegalMove
from agentpay_plugin.models import Charge


class State(StrEnum):
    PLANNED = "planned"  # written down; nobody was asked
    OPENING = "opening"  # the provider is being asked, or was when its worker died
    UNKNOWN = "unknown"  # the provider did not answer; the shopper was told to try again
    REFUSED = "refused"  # nothing exists at the provider
    OPEN = "open"
    PROCESSING = "processing"  # the buyer did their part, the money is on its way
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    PAID = "paid"  # the provider says so, and the amount is ours, or reserved for us (reserve.py)
    REPORTED = "reported"  # the shop's books have it
    COMPLETED = "completed"  # the order stands
    RESERVED = "reserved"  # the order stands, and its money waits to be captured or let go
    CONFIRMED = "confirmed"  # and whoever listens was told, and what was too much is given back
    REFUNDING = "refunding"
    REFUNDED = "refunded"
    HELD = "held"  # a person of the merchant's decides


_S = State
_PAID_AFTER_ALL = frozenset({_S.PAID, _S.HELD})

MOVES: dict[State, frozenset[State]] = {
    _S.PLANNED: frozenset({_S.OPENING, _S.REFUSED, _S.CANCELLED}),
    _S.OPENING: frozenset({_S.OPEN, _S.UNKNOWN, _S.REFUSED}),
    _S.UNKNOWN: frozenset({_S.OPENING, _S.OPEN, _S.REFUSED}),
    # A webhook names something that exists there all the same.
    _S.REFUSED: frozenset({_S.OPEN}),
    _S.OPEN: _PAID_AFTER_ALL | {_S.PROCESSING, _S.EXPIRED, _S.CANCELLED},
    _S.PROCESSING: _PAID_AFTER_ALL | {_S.EXPIRED, _S.CANCELLED},
    _S.EXPIRED: _PAID_AFTER_ALL,
    _S.CANCELLED: _PAID_AFTER_ALL,
    _S.PAID: frozenset({_S.REPORTED, _S.HELD}),
    _S.REPORTED: frozenset({_S.COMPLETED, _S.REFUNDING, _S.HELD}),
    _S.COMPLETED: frozenset({_S.CONFIRMED, _S.RESERVED}),
    # It is to be captured or let go, or was at the provider.
    _S.RESERVED: frozenset({_S.COMPLETED}),
    # The merchant asks for money back.
    _S.CONFIRMED: frozenset({_S.COMPLETED}),
    # Back to reported: an order came about before anything was asked back.
    _S.REFUNDING: frozenset({_S.REFUNDED, _S.HELD, _S.REPORTED}),
    # A refund that had succeeded was turned down after all.
    _S.REFUNDED: frozenset({_S.HELD}),
    # The merchant gave all of it back at the provider, or made the order; or the provider can be asked again.
    _S.HELD: _PAID_AFTER_ALL - {_S.HELD}
    | {_S.REFUNDED, _S.REPORTED, _S.REFUNDING, _S.OPEN, _S.PROCESSING, _S.EXPIRED, _S.CANCELLED},
}

# Nothing is left to do by itself; expired and cancelled may still turn out to be paid, and what is held is
# looked at now and then (held.py).
FINAL = frozenset(
    {_S.REFUSED, _S.EXPIRED, _S.CANCELLED, _S.CONFIRMED, _S.REFUNDED, _S.HELD},
)
# It ended without money, as far as was known then.
UNPAID = frozenset({_S.EXPIRED, _S.CANCELLED})
# A page of the provider's may be open, or may yet come to light.
LIVE = frozenset({_S.OPENING, _S.UNKNOWN, _S.OPEN, _S.PROCESSING})
PAID_FOR = frozenset({_S.PAID, _S.REPORTED, _S.COMPLETED, _S.RESERVED, _S.CONFIRMED})
# The order stands with it.
ORDERED = frozenset({_S.COMPLETED, _S.RESERVED, _S.CONFIRMED})
# The money is there or was, and the shop's books have it, or never will.
BOOKED = frozenset(
    {
        _S.REPORTED,
        _S.COMPLETED,
        _S.RESERVED,
        _S.CONFIRMED,
        _S.REFUNDING,
        _S.REFUNDED,
        _S.HELD,
    },
)


def move(
    charge_id: UUID,
    origin: State,
    target: State,
    now: datetime,
    *,
    due: datetime | None = None,
    fields: Mapping[str, object] | None = None,
) -> bool:
    """Move a charge in one conditional UPDATE; False when it is no longer in `origin`.

    `fields` are set with it. Unless it is over it is looked at again when `due`, at once by default, so that
    a sweep finds it if its worker dies; one that ended unpaid only if `due` is given. Personal data go once it
    is paid or final, and the code to pay with once it is final. Raises IllegalMove.
    """
    if target not in MOVES[origin]:
        raise IllegalMove(f"a charge cannot move from {origin} to {target}")
    final = target in FINAL
    unpaid = target in UNPAID
    values = {
        **(fields or {}),
        "state": target.value,
        "state_since": now,
        "tries": 0,
        "refusals": 0,
        "blind_since": None,
        "next_check_at": due if unpaid else None if final and target is not _S.HELD else due or now,
        **({"request": None} if final or target in PAID_FOR else {}),
        **({"pix_code": ""} if final else {}),
    }
    return bool(Charge.objects.filter(pk=charge_id, state=origin.value).update(**values))


def first_in_line(charge_id: UUID) -> Charge:
    """Return the charge as it is, and let nobody else change it until the open transaction ends.

    By an UPDATE that changes nothing: SQLite has no other way.
    """
    Charge.objects.filter(pk=charge_id).update(tries=F("tries"))
    return Charge.objects.get(pk=charge_id)
