"""Before a channel's settings are saved: tries its keys, and has the providers' webhooks sent to us.

What it finds goes back as values to store with the settings, and as problems that each name a field. Why it
asks within a save, and what happens when nobody answers: docs/adr/0021.
"""

from __future__ import annotations

import hashlib
import secrets
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType

from agentpay_plugin import payments, settings, settings_check
from agentpay_plugin.errors import (
    AgentPayError,
    OpenTransaction,
    ProviderLocked,
    ProviderRefused,
    ProviderUnavailable,
)
from agentpay_plugin.payments import pix_bank, stripe_webhook
from agentpay_plugin.payments.setup_words import ANOTHER_ACCOUNT, MAY_NOT_CAPTURE, PEOPLE, Who
from agentpay_plugin.settings import ChannelSettings, text_of

SECONDS = 5.0  # for everything that is asked before a save: a person waits
_TIDY_SECONDS = 2.0
OVERLAP = timedelta(hours=24)  # for which a secret that was replaced stays valid
NOTICE = "setup_notice"
_TAKEN = "webhook_taken"

Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Site:
    """The shop as a provider sees it: where a channel's webhooks go, by the provider's name, and whom Asaas
    writes to when it cannot deliver."""

    webhook_url: Callable[[str], str]
    email: str
    bases: payments.Bases


@dataclass(slots=True)
class Outcome:
    """What a save found. `values` are to be stored with the settings (empty: taken out), unless there are
    `problems`: field name to plain words."""

    values: dict[str, str] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Save:
    """One save under way; `before` and `after` are all stored values."""

    active: bool
    before: Values
    after: Values
    site: Site
    now: datetime
    end: float
    open_refs: Mapping[str, str]
    outcome: Outcome = field(default_factory=Outcome)

    @property
    def given(self) -> ChannelSettings:
        return settings.parse(self.active, self.after)

    def left(self) -> float:
        """Return the seconds that are left; raises ProviderUnavailable when none are."""
        left = self.end - time.monotonic()
        if left <= 0:
            raise ProviderUnavailable("no time is left in this save")
        return left

    def refuse(self, name: str, words: str) -> None:
        self.outcome.problems.setdefault(name, words)


def prepare(
    active: bool,
    before: Values,
    after: Values,
    site: Site,
    now: datetime,
    seconds: float = SECONDS,
    *,
    open_refs: Mapping[str, str] = MappingProxyType({}),
) -> Outcome:
    """Try the keys that were not tried yet, set up the webhooks of a channel that is on, and let a secret that is
    replaced stay valid for a while. Changes nothing at a provider while a key is refused.

    `open_refs`: a payment of each provider that is not over; keys of another account do not find it.
    """
    save = _Save(active, before, after, site, now, time.monotonic() + seconds, open_refs)
    notices = [_try(save, who) for who in PEOPLE]
    if not save.outcome.problems:
        notices = [
            f"{notice} {_set_up(save, who)}".strip()
            for who, notice in zip(PEOPLE, notices, strict=True)
        ]
    if save.outcome.problems:
        _undo(save)
        return save.outcome
    for who in PEOPLE:
        _rotate(save, who)
    save.outcome.values[NOTICE] = "\n".join(notice for notice in notices if notice)
    return save.outcome


def tidy(before: Values, after: Values, site: Site) -> None:
    """End the endpoints of ours that were replaced, once their successor is stored; what fails is left."""
    old, new = text_of(before, _ref("stripe")), text_of(after, _ref("stripe"))
    if old == new:
        return
    end = time.monotonic() + _TIDY_SECONDS
    with suppress(AgentPayError, ValueError):
        given = settings.parse(False, after)
        provider = payments.stripe_of(given, site.bases.stripe, _TIDY_SECONDS / 2)
        there = provider.webhooks_at(site.webhook_url("stripe")) if provider and new else ()
        for endpoint in there:
            if provider and endpoint != new and time.monotonic() < end:
                provider.remove_webhook(endpoint)
    with suppress(AgentPayError, ValueError):
        given = settings.parse(False, before)
        provider = payments.stripe_of(given, site.bases.stripe, _TIDY_SECONDS / 2)
        if provider and old and time.monotonic() < end:
            provider.remove_webhook(old)


# --- trying keys ----------------------------------------------------------------------------------


def _try(save: _Save, who: Who) -> str:
    """Try a provider's keys unless they were accepted before; returns what to tell the merchant of it."""
    tried, access = f"{who.name}_tried", _access(who, save.after)
    if not access:
        save.outcome.values[tried] = ""
        return ""
    if text_of(save.after, tried) == _with_captures(access, save, who):
        return who.accepted
    try:
        _check(save, who)
        _check_account(save, who)
    except ProviderLocked:
        save.refuse(who.blamed(save.after), who.locked)
    except ProviderRefused as refusal:
        save.refuse(who.blamed(save.after), who.refused.format(code=refusal.provider_code))
    except (ProviderUnavailable, OpenTransaction):
        save.outcome.values[tried] = ""
        return who.unheard.format(at=f"{save.now:%Y-%m-%d %H:%M} UTC")
    except ValueError as problem:
        words = f"This server leads calls to a sandbox: use a key of a sandbox too ({problem})."
        save.refuse(who.blamed(save.after), words)
    save.outcome.values[tried] = _with_captures(access, save, who)
    return who.accepted


def _check(save: _Save, who: Who) -> None:
    given, bases = save.given, save.site.bases
    match who.name:
        case "stripe":
            if stripe := payments.stripe_of(given, bases.stripe, save.left()):
                stripe.check()
                _check_captures(save, given)
        case "asaas":
            if asaas := payments.asaas_of(given, bases.asaas, save.left()):
                asaas.check()
        case "pix":
            if given.pix_certificate and (problem := _certificate_problem(given.pix_certificate)):
                save.refuse(settings.PIX_CERTIFICATE, problem)
            elif pix := payments.pix_of(given, bases.pix, save.left()):
                pix.check()


def _check_account(save: _Save, who: Who) -> None:
    """See that new keys find the payments that are not over, as those of another account would not.

    Going live leaves the sandbox's payments behind.
    """
    ref, was = save.open_refs.get(who.name), _access(who, save.before)
    is_same_mode = settings_check.is_live(save.before, who.name) == settings_check.is_live(
        save.after, who.name
    )
    if not ref or not was or not is_same_mode or save.outcome.problems:
        return
    provider = payments.provider_of(who.name, save.given, save.site.bases, deadline=save.left())
    try:
        if provider:
            provider.read(ref)
    except ProviderRefused:
        save.refuse(who.blamed(save.after), ANOTHER_ACCOUNT)


def _with_captures(access: str, save: _Save, who: Who) -> str:
    """Return what marks keys as tried: for capturing by hand they are tried once more."""
    is_more = who.name == "stripe" and save.given.captures_manually
    return f"{access} captures" if is_more else access


def _check_captures(save: _Save, given: ChannelSettings) -> None:
    """See that the key may look at payments where they are captured by hand; whether it may capture only doing it tells."""
    stripe = payments.stripe_of(given, save.site.bases.stripe, save.left())
    if stripe is None or not given.captures_manually:
        return
    try:
        stripe.check_captures()
    except ProviderLocked:
        save.refuse(settings.CAPTURE_METHOD, MAY_NOT_CAPTURE)


def _certificate_problem(certificate: str) -> str:
    try:
        pix_bank.tls_with(certificate)
    except ValueError as problem:
        return f"It is {problem}."
    return ""


# --- setting webhooks up --------------------------------------------------------------------------


def _set_up(save: _Save, who: Who) -> str:
    """Have a provider's webhooks sent to us unless the merchant sees to it; returns what to tell of it."""
    access, secret = _access(who, save.after), text_of(save.after, who.secret)
    typed = bool(secret) and secret != text_of(save.before, who.secret)
    is_ours = bool(text_of(save.after, _ref(who.name))) and not typed
    nothing = {_ref(who.name): "", _for(who.name): ""}
    if not access:
        # A lent key may come back; with one that was taken out our webhook goes, and its secret.
        if is_ours and not who.is_lent(save.after):
            save.outcome.values |= {who.secret: "", **nothing}
        return ""
    if typed or (secret and not is_ours):
        save.outcome.values |= nothing
        return who.by_hand
    if not save.active:
        return ""
    url = save.site.webhook_url(who.name)
    wanted = _digest(access, url, *_events(who))
    if secret and text_of(save.after, _for(who.name)) == wanted:
        return who.by_us
    if save.outcome.problems:
        return ""
    try:
        ref, made = _register(save, who, url, secret)
    except ProviderLocked:
        save.refuse(who.secret, who.may_not)
    except ProviderRefused as refusal:
        words = who.not_there.format(code=refusal.provider_code, url=url)
        save.refuse(who.secret, who.taken if refusal.provider_code == _TAKEN else words)
    except (ProviderUnavailable, OpenTransaction):
        save.refuse(who.secret, who.not_set_up)
    else:
        save.outcome.values |= {who.secret: made, _ref(who.name): ref, _for(who.name): wanted}
        return who.by_us
    return ""


def _register(save: _Save, who: Who, url: str, secret: str) -> tuple[str, str]:
    """Return what our webhook is known by and the secret that proves it; ours again where that may be chosen."""
    given, bases = save.given, save.site.bases
    match who.name:
        case "stripe":
            stripe = payments.stripe_of(given, bases.stripe, save.left())
            return stripe.create_webhook(url) if stripe else ("", "")
        case "asaas":
            chosen = secret or secrets.token_urlsafe(32)
            if asaas := payments.asaas_of(given, bases.asaas, save.left()):
                asaas.register_webhook(url, chosen, save.site.email)
            return url, chosen
        case _:
            chosen = secret or secrets.token_urlsafe(32)
            if pix := payments.pix_of(given, bases.pix, save.left()):
                mine = {"", url, text_of(save.before, _ref(who.name))}
                if pix.webhook_at() not in mine:
                    raise ProviderRefused(_TAKEN, "the key's webhooks go to somebody else")
                pix = payments.pix_of(given, bases.pix, save.left())
                if pix:
                    pix.register_webhook(url, chosen)
            return url, chosen


def _undo(save: _Save) -> None:
    """End the endpoint that was made for a save that is refused after all. One that is left ends with the next."""
    made = save.outcome.values.get(_ref("stripe"), "")
    if made and made != text_of(save.before, _ref("stripe")):
        with suppress(AgentPayError):
            stripe = payments.stripe_of(save.given, save.site.bases.stripe, _TIDY_SECONDS)
            if stripe:
                stripe.remove_webhook(made)


def _rotate(save: _Save, who: Who) -> None:
    """Let the secret before stay valid for a while; one that was taken out for good is not."""
    values, name = save.outcome.values, who.secret
    old, new = text_of(save.before, name), values.get(name, text_of(save.after, name))
    if not new:
        values |= {settings.previous(name): "", settings.previous_until(name): ""}
    elif old and old != new:
        until = (save.now + OVERLAP).isoformat()
        values |= {settings.previous(name): old, settings.previous_until(name): until}


def _access(who: Who, values: Values) -> str:
    """Return what tells the keys of a provider from any others, without telling them; nothing when some lack."""
    if not all(text_of(values, name) for name in who.keys):
        return ""
    return _digest(*(text_of(values, name) for name in (*who.keys, *who.more)))


def _events(who: Who) -> tuple[str, ...]:
    """Return what a webhook of ours must tell of, where we choose that: one that lacks some is set up anew."""
    return tuple(sorted(stripe_webhook.HANDLED)) if who.name == "stripe" else ()


def _digest(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:32]


def _ref(provider: str) -> str:
    """Return the name of the stored mark of a webhook that we set up: what the provider knows it by."""
    return f"{provider}_webhook_ref"


def _for(provider: str) -> str:
    """Return the name of the stored mark of what it was set up with: keys and address."""
    return f"{provider}_webhook_for"
