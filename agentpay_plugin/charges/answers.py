"""Our answers to the shop's transaction hooks, in the shape Saleor takes from a payment app."""

from __future__ import annotations

from typing import Any, assert_never

from agentpay_plugin import qr
from agentpay_plugin.charges import view
from agentpay_plugin.charges.states import State
from agentpay_plugin.conversation.pix_code import receiver_of
from agentpay_plugin.errors import InvalidInput
from agentpay_plugin.models import Charge

ACTION_REQUIRED = "CHARGE_ACTION_REQUIRED"
SUCCESS = "CHARGE_SUCCESS"
FAILURE = "CHARGE_FAILURE"

_WORDS = {
    State.REFUSED: "The charge was refused; nothing was taken.",
    State.UNKNOWN: "The payment provider did not answer. Please try again.",
    State.OPEN: "The payment is open for the shopper.",
    State.EXPIRED: "The payment expired; nothing was taken.",
    State.CANCELLED: "The payment was cancelled; nothing was taken.",
    State.HELD: "The payment is looked at by the shop.",
    State.PROCESSING: "The payment is on its way.",
}


def answer(charge: Charge) -> dict[str, Any]:
    """Return what is stored of a charge.

    `data` holds `method`, `state`, and of an open charge `pageUrl` or `pix` (`code`, `qrSvg`, `receiver`) and
    `expiresAt` (UTC seconds); a `code` when there is something to tell. A charge that is still being opened, one whose provider did not
    answer, and money on its way are no final result for Saleor, which answers a stored failure for ever:
    it goes on asking, and makes no order before the money is there.
    """
    state = State(charge.state)
    shown = view.view(charge)
    data: dict[str, Any] = {"method": charge.method, "state": shown.state}
    data |= {"pageUrl": shown.page_url, "expiresAt": shown.expires_at} if shown.page_url else {}
    data |= {"pix": _pix(shown.pix_code), "expiresAt": shown.expires_at} if shown.pix_code else {}
    if code := _code(charge, state):
        data["code"] = code
    return {
        "result": _as_reserve(_result(charge, state)) if charge.reserve else _result(charge, state),
        "amount": str(shown.amount.amount),
        "message": _WORDS.get(state, ""),
        "data": data,
        **({"pspReference": charge.provider_ref} if charge.provider_ref else {}),
        **({"externalUrl": charge.external_url} if charge.external_url else {}),
    }


def refusal(error: InvalidInput) -> dict[str, Any]:
    """Return the answer to a session that may not be charged."""
    return failure(error.code, str(error))


def failure(code: str, message: str) -> dict[str, Any]:
    """Return a failure with nothing behind it at any provider."""
    return {"result": FAILURE, "message": message, "data": {"code": code}}


def _pix(code: str) -> dict[str, Any]:
    return {"code": code, "qrSvg": qr.svg(code), "receiver": receiver_of(code)}


def _as_reserve(result: str) -> str:
    """Return a result as Saleor names that of money which is only reserved at first."""
    return result.replace("CHARGE_", "AUTHORIZATION_", 1)


def _result(charge: Charge, state: State) -> str:
    match state:
        case State.REFUSED | State.EXPIRED | State.CANCELLED:
            return FAILURE
        case State.PLANNED | State.OPENING | State.UNKNOWN | State.OPEN | State.PROCESSING:
            return ACTION_REQUIRED
        case State.HELD:
            # Money that was not the amount asked for was never reported as that amount.
            return SUCCESS if charge.complete_after else ACTION_REQUIRED
        case (
            State.PAID
            | State.REPORTED
            | State.COMPLETED
            | State.RESERVED
            | State.CONFIRMED
            | State.REFUNDING
            | State.REFUNDED
        ):
            return SUCCESS
        case _:
            assert_never(state)


def _code(charge: Charge, state: State) -> str:
    if state in (State.PLANNED, State.OPENING, State.UNKNOWN):
        return "try_again"
    return view.reason(charge)
