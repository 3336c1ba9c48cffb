"""When the sweep runs: once a minute, whoever starts it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

from agentpay_plugin.charges import inbox, pulse
from agentpay_plugin.charges import sweep as charges_sweep
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.chat import sweep as chat_sweep
from agentpay_plugin.chat.desk import ChatDesk
from agentpay_plugin.chat.faults import fault

logger = logging.getLogger(__name__)

SWEEP_TASK = "agentpay.sweep"
SWEEP_SECONDS = 60
FEW = 3  # rows of a kind that a shopper's own call may finish


def sweep(charges: Desk, chat: ChatDesk) -> None:
    """Finish what was left half-done, money first."""
    charges_sweep.sweep(charges)
    chat_sweep.sweep(chat)
    inbox.forget_old(charges)


def is_due(charges: Desk) -> bool:
    """Say whether a sweep is due, and if so that it is now the caller's to do."""
    # beat is not exact to the second
    return pulse.claim("sweep", SWEEP_SECONDS - 10, charges.clock())


def keep_sweeping(
    charges: Desk,
    chat: ChatDesk,
    wake: Callable[[str, str], bool],
    around: Callable[[], AbstractContextManager[object]] = nullcontext,
) -> None:
    """Start the sweep once a minute: many shops run no beat. Without a broker do a little of it here."""
    if not pulse.claim("sweep-call", SWEEP_SECONDS, charges.clock()) or wake(SWEEP_TASK, ""):
        return
    try:
        with around():
            charges_sweep.sweep(charges, limit=FEW)
            chat_sweep.sweep(chat, limit=FEW, slow=False)
    except Exception as error:  # noqa: BLE001 a door: the caller came for something else
        logger.error("sweeping in a call failed: %s", fault(error))
