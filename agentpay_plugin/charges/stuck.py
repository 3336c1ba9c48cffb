"""Payments that should have gone on by themselves and did not, and webhooks that nobody sends. Only looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet

from agentpay_plugin.charges import view, waiting
from agentpay_plugin.charges.methods import ONE_ENDPOINT
from agentpay_plugin.charges.refund_rows import Step
from agentpay_plugin.charges.states import BOOKED, State
from agentpay_plugin.models import Charge, ProviderNotice, Refund

# Every step of these takes seconds, and is tried again every few minutes.
_QUICK = (State.OPENING, State.UNKNOWN, State.PAID, State.REPORTED, State.COMPLETED)
_QUICK_FOR = timedelta(hours=1)
# A bank may take its time.
_REFUNDING_FOR = timedelta(days=1)
# Twice what the sweep may be late for a row by its own doing.
OVERDUE_FOR = timedelta(minutes=15)
# A single webhook may be lost; so many in a row were never sent.
_UNHEARD_FROM = 3
_UNHEARD_WITHIN = timedelta(days=7)
_WEBHOOK_FOR = timedelta(minutes=10)

_WORDS = {
    State.OPENING: "it is being opened at the payment provider",
    State.UNKNOWN: "whether it was opened at the payment provider is not known",
    State.PAID: "it is paid and not in the shop's books yet",
    State.REPORTED: "it is paid and has no order yet",
    State.COMPLETED: "its order stands, and its last steps are not done",
    State.REFUNDING: "it is being given back",
}


@dataclass(frozen=True, slots=True)
class Unheard:
    """A channel's endpoint at a provider that told of none of the last `paid` payments."""

    channel: str
    provider: str
    paid: int
    last_heard_at: datetime | None


def charges(now: datetime) -> QuerySet[Charge]:
    """Return the charges that do not go on, the oldest first; those of the merchant's list are not among them."""
    quick = Q(state__in=[state.value for state in _QUICK], state_since__lt=now - _QUICK_FOR)
    in_grace = Q(complete_after__gt=now - _QUICK_FOR)
    refunding = Q(state=State.REFUNDING.value, state_since__lt=now - _REFUNDING_FOR)
    pending = Refund.objects.filter(charge=OuterRef("pk"), state=Step.PENDING.value)
    is_at_bank = Q(Exists(pending), state_since__gte=now - _REFUNDING_FOR)
    overdue = Q(next_check_at__lt=now - OVERDUE_FOR)
    found = Charge.objects.filter((quick & ~in_grace & ~is_at_bank) | refunding | overdue)
    merchants = waiting.for_the_merchant().values("pk")
    return found.exclude(pk__in=merchants).order_by("state_since")


def said(charge: Charge) -> str:
    """Return a sentence for a person of the merchant's, without personal data."""
    there = charge.external_url or charge.provider_ref
    where = f" At the payment provider: {there}" if there else ""
    what = _WORDS.get(State(charge.state), f"it is {charge.state}, and nobody has looked at it")
    return (
        f"A payment of {view.amount(charge)} does not go on since {charge.state_since:%Y-%m-%d %H:%M}"
        f" UTC: {what}. Look whether AgentPay's tasks run (manage.py agentpay_health).{where}"
    )


def unheard(now: datetime) -> list[Unheard]:
    """Return the endpoints that were silent while payments were made: very likely not set up at the provider."""
    paid = Charge.objects.filter(
        state__in=[state.value for state in BOOKED | {State.PAID}],
        created_at__gt=now - _UNHEARD_WITHIN,
        state_since__lt=now - _WEBHOOK_FOR,
    ).exclude(payment_ref="")
    found = []
    ends = paid.values_list("channel", "provider").annotate(Count("pk")).order_by()
    for channel, provider, _ in ends:
        silent = paid.filter(channel=channel, provider=provider)
        last = _heard_at(channel, provider)
        if last is not None:
            silent = silent.filter(created_at__gt=last)
        count = silent.count()
        if count >= _UNHEARD_FROM:
            found.append(Unheard(channel, provider, count, last))
    return found


def _heard_at(channel: str, provider: str) -> datetime | None:
    """Return when a webhook came last of a channel: at its own address, or at the one that a PIX key has for all."""
    heard = Q(channel=channel)
    if provider in ONE_ENDPOINT:
        own = Charge.objects.filter(channel=channel, provider=provider)
        heard |= Q(charge_ref__in=own.exclude(provider_ref=None).values("provider_ref"))
    notices = ProviderNotice.objects.filter(heard, provider=provider)
    last: datetime | None = notices.aggregate(last=Max("created_at"))["last"]
    return last


def said_of_endpoint(one: Unheard, channel: str) -> str:
    """Return a sentence for a person of the merchant's about a channel of this slug."""
    since = f" since {one.last_heard_at:%Y-%m-%d %H:%M} UTC" if one.last_heard_at else ""
    return (
        f"No webhook of {one.provider} has come for the channel {channel}{since}, while {one.paid} payments"
        " were made: they are found by asking, minutes later. Set up the Webhook URL of AgentPay's settings"
        " at the provider, and its signing secret in the settings."
    )
