"""In which ways a purchase can be wrong, and whose purchase a charge is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from scripts.faults.books import Bought, OurCharge


class Kind(StrEnum):
    """LOST: taken, with neither order nor refund nor hold. DOUBLED: twice what was bought, or two orders.

    MIS_SIZED: two books name different amounts. STUCK: something is half-way, or the shopper was not told.
    """

    LOST = "lost"
    DOUBLED = "doubled"
    MIS_SIZED = "mis-sized"
    STUCK = "stuck"


@dataclass(frozen=True)
class Wrong:
    """One thing that is wrong; `charge_id` and `ref` where it is about a charge."""

    kind: Kind
    number: int  # of the purchase; 0 for nobody's
    what: str
    charge_id: str = ""
    ref: str = ""


def bought_by(purchases: Sequence[Bought], charge: OurCharge) -> Bought | None:
    """Return the purchase of a charge: by its conversation or, for a plain storefront's, by its cart."""
    for bought in purchases:
        if charge.conversation_id in bought.conversations or charge.source_id in bought.carts:
            return bought
    return None


def number_of(purchases: Sequence[Bought], charge: OurCharge | None) -> int:
    bought = bought_by(purchases, charge) if charge else None
    return bought.number if bought else 0
