"""News of a charge, held against what the conversation knows of its cart and its charges."""

from __future__ import annotations

from dataclasses import dataclass, replace

from agentpay_plugin.conversation.commands import CloseCharge, Command
from agentpay_plugin.conversation.doing import AskingCharge, Closing, Doing, OpeningCharge
from agentpay_plugin.conversation.moves import offering
from agentpay_plugin.conversation.ports import ChargeView
from agentpay_plugin.conversation.reading import Offered
from agentpay_plugin.conversation.state import Charged, ChargeState, Conversation

_KEPT = 10  # charges whose cart is remembered
_LIVE = (ChargeState.OPEN, ChargeState.PROCESSING, ChargeState.UNKNOWN)


@dataclass(frozen=True, slots=True)
class News:
    """A change with what it was awaited for. `current`: about the newest charge of the conversation;
    `ours`: for the cart that is being bought; `asked`: the shopper waits for an answer."""

    charge: ChargeView
    doing: Doing | None
    current: bool
    ours: bool

    @property
    def asked(self) -> bool:
        return isinstance(self.doing, AskingCharge | Closing | OpeningCharge)

    @property
    def held_back(self) -> tuple[Command, ...]:
        return self.doing.commands if isinstance(self.doing, Closing) else ()


def spare(conversation: Conversation, news: News) -> tuple[Command, ...]:
    """Close the newer charge of a cart that an earlier one has just paid."""
    charge = conversation.charge
    if charge is None or charge.id == news.charge.id or charge.state not in _LIVE:
        return ()
    return (CloseCharge(charge.id),)


def noted(conversation: Conversation, news: News) -> Conversation:
    """Return the conversation that knows the newest charge as it is now."""
    return replace(conversation, charge=news.charge) if news.current else conversation


def nothing_offered(conversation: Conversation) -> Conversation:
    """Return the conversation in which a "yes" answers nothing."""
    return offering(conversation, Offered.NOTHING)


def opened_for(
    conversation: Conversation, charge: ChargeView, opening: OpeningCharge
) -> Conversation:
    """Return the conversation whose newest charge this is, with the cart it was opened for."""
    record = Charged(charge.id, opening.cart_id, opening.version)
    kept = tuple(one for one in conversation.charged if one.charge_id != charge.id)
    return replace(conversation, charge=charge, charged=(*kept, record)[-_KEPT:])


def is_for_cart(conversation: Conversation, charge: ChargeView) -> bool:
    """Tell whether the charge is for the cart at hand, as far as is known."""
    if conversation.cart is None:
        return False
    record = _record(conversation, charge)
    return record is None or record.cart_id == conversation.cart.id


def fits_cart(conversation: Conversation, charge: ChargeView) -> bool:
    """Tell whether the charge takes exactly what the cart costs, as it was when confirmed."""
    cart, record = conversation.cart, _record(conversation, charge)
    if cart is None or record is None:
        return False
    agreed = (record.cart_id, record.version, charge.amount)
    return agreed == (cart.id, cart.version, cart.total)


def _record(conversation: Conversation, charge: ChargeView) -> Charged | None:
    return next((one for one in conversation.charged if one.charge_id == charge.id), None)
