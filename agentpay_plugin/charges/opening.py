"""Opening a charge at its provider, and finding out what exists when that was not heard of.

Every function here wants the charge's lease to be held. The request is committed before the provider is
asked and repeated to the letter under its key, so that one charge is one page, whoever dies when.
"""

from __future__ import annotations

import datetime as dt
import re
import secrets
from dataclasses import replace
from typing import Any
from uuid import uuid4

from agentpay_plugin.charges import methods, requests, schedule
from agentpay_plugin.charges.checks import Checked, Session
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.ports import ChargeRequest, Line, Provider, ProviderCharge
from agentpay_plugin.charges.reserve import Reserve
from agentpay_plugin.charges.states import State, move
from agentpay_plugin.charges.words import order_line
from agentpay_plugin.errors import (
    NoProvider,
    ProviderLocked,
    ProviderRefused,
    ProviderUnavailable,
)
from agentpay_plugin.models import Charge
from agentpay_plugin.money import Money

# A retry this late may ask for a page that would live shorter than a provider allows.
_STALE = dt.timedelta(seconds=20)
UNHEARD = dt.timedelta(seconds=60)


def provider_of(desk: Desk, charge: Charge) -> Provider:
    """Return the provider of a charge; raises NoProvider when the channel's keys are gone."""
    provider = desk.provider(charge.channel, charge.provider)
    if provider is None:
        raise NoProvider(f"{charge.channel} has no keys for {charge.provider} now")
    return provider


def plan(desk: Desk) -> dict[str, Any]:
    """Return what every new charge begins with. A plan that nobody carries out is dropped later."""
    charge_id, now = uuid4(), desk.clock()
    return {
        "id": charge_id,
        "state": State.PLANNED.value,
        "told_state": State.PLANNED.value,
        "provider_key": f"{charge_id}:1",
        "return_id": secrets.token_urlsafe(32),
        "next_check_at": now + schedule.PLAN_LIFETIME,
        "state_since": now,
        "created_at": now,
    }


def begin(desk: Desk, charge: Charge, session: Session, checked: Checked) -> None:
    """Write down what will be asked of the provider, commit it, and ask."""
    request = _request(desk, charge, session, checked)
    committed = move(
        charge.pk,
        State.PLANNED,
        State.OPENING,
        desk.clock(),
        due=desk.clock() + UNHEARD,
        fields={
            "provider": checked.provider_name,
            "method": checked.method,
            "channel": session.channel,
            "transaction_id": session.transaction_id,
            "source_kind": checked.source.kind.value,
            "fingerprint": checked.source.fingerprint,
            "return_url": checked.return_url,
            "reserve": (Reserve.ASKED if checked.capture_later else Reserve.NONE).value,
            "expires_at": dt.datetime.fromtimestamp(request.expires_at, dt.UTC),
            "request": requests.dump(request),
        },
    )
    if committed:
        desk.reached("open.row_committed")
        ask(desk, Charge.objects.get(pk=charge.pk), first=True)


def retry(desk: Desk, charge: Charge) -> None:
    """Ask again what was not answered, for a shopper who tries again."""
    if State(charge.state) is State.UNKNOWN:
        until = desk.clock() + UNHEARD
        move(charge.pk, State.UNKNOWN, State.OPENING, desk.clock(), due=until)
        charge = Charge.objects.get(pk=charge.pk)
    stale = desk.clock() - charge.created_at > _STALE
    ask(desk, charge, afresh=stale)


def ask(
    desk: Desk, charge: Charge, *, quiet: bool = True, afresh: bool = False, first: bool = False
) -> None:
    """Ask the provider to open a charge in state opening, and store the answer.

    `quiet`: the caller tells the shopper. `first`: nobody has asked under this key, so that keys which are
    not accepted mean that nothing exists; later they mean nothing. `afresh`: if the provider refuses the request as it was, then
    nothing exists under its key, and it is asked once more under the next key with a fresh expiry.
    """
    try:
        told = provider_of(desk, charge).open(requests.load(charge.request))
    except ProviderUnavailable as problem:
        locked = first and isinstance(problem, ProviderLocked)
        target = State.REFUSED if locked else State.UNKNOWN
        reason = "provider_locked" if locked else "provider_unavailable"
        _store(desk, charge, target, quiet, {"reason": reason})
    except ProviderRefused as refusal:
        if afresh:
            ask(desk, _with_fresh_request(desk, charge), quiet=quiet)
        else:
            _store(desk, charge, State.REFUSED, quiet, {"reason": refusal.provider_code[:60]})
    else:
        desk.reached("open.provider_created")
        _store_open(desk, charge, told, quiet)
        desk.reached("open.answer_stored")


def learn(desk: Desk, charge: Charge) -> None:
    """Find out what exists of a charge in state unknown: it becomes open, or refused if there is nothing.

    Raises ProviderUnavailable. The shopper was told to try again, and is not told anything more.
    """
    try:
        told = provider_of(desk, charge).open(requests.load(charge.request))
    except ProviderRefused as refusal:
        _store(desk, charge, State.REFUSED, True, {"reason": refusal.provider_code[:60]})
    else:
        _store_open(desk, charge, told, True)


def _store_open(desk: Desk, charge: Charge, told: ProviderCharge, quiet: bool) -> None:
    expires_at = charge.expires_at
    if told.expires_at:
        # A provider may know no life as short as ours: we close the charge when ours is over.
        theirs = dt.datetime.fromtimestamp(told.expires_at, dt.UTC)
        expires_at = min(theirs, expires_at or theirs)
    fields = {
        "reason": "",
        "provider_ref": told.ref,
        "page_url": told.page_url or "",
        "pix_code": told.pix_code or "",
        "expires_at": expires_at,
    }
    _store(desk, charge, State.OPEN, quiet, fields)


def _store(desk: Desk, charge: Charge, target: State, quiet: bool, fields: dict[str, Any]) -> None:
    now = desk.clock()
    due = now + UNHEARD if target is State.UNKNOWN else schedule.open_at(now, 0, None)
    told = {"told_state": target.value} if quiet else {}
    move(charge.pk, State(charge.state), target, now, due=due, fields=fields | told)


def _request(desk: Desk, charge: Charge, session: Session, checked: Checked) -> ChargeRequest:
    page = desk.return_page_url(charge.return_id)
    source = checked.source
    worth = sum((line.unit * line.quantity for line in source.lines), Money(0, session.currency))
    fits = source.lines and worth == checked.amount
    return ChargeRequest(
        key=charge.provider_key,
        reference=str(charge.pk),
        amount=checked.amount,
        method=checked.method,
        lines=source.lines if fits else (Line(order_line(checked.locale), checked.amount, 1),),
        success_url=page,
        cancel_url=page,
        expires_at=_expiry(desk, session.channel, checked.method, checked.provider_name),
        locale=checked.locale,
        email=source.email,
        metadata={"agentpay_source": source.id, "agentpay_transaction": session.transaction_id},
        payer=checked.payer,
        capture_later=checked.capture_later,
    )


def _with_fresh_request(desk: Desk, charge: Charge) -> Charge:
    stem, tries = re.fullmatch(r"(.+):(\d+)", charge.provider_key).groups()  # type: ignore[union-attr]
    request = replace(
        requests.load(charge.request),
        key=f"{stem}:{int(tries) + 1}",
        expires_at=_expiry(desk, charge.channel, charge.method, charge.provider),
    )
    Charge.objects.filter(
        pk=charge.pk, state=charge.state, provider_key=charge.provider_key
    ).update(
        provider_key=request.key,
        request=requests.dump(request),
        expires_at=dt.datetime.fromtimestamp(request.expires_at, dt.UTC),
    )
    return Charge.objects.get(pk=charge.pk)


def _expiry(desk: Desk, channel: str, method: str, provider: str) -> int:
    lifetime = methods.lifetime(desk.settings(channel), method, provider)
    return int(desk.clock().timestamp()) + lifetime
