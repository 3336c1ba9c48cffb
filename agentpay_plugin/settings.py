"""What the merchant sets for a channel, read once at the door into one frozen value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class OnUncompletable(StrEnum):
    """What happens to money that was paid for a checkout that cannot become an order."""

    REFUND = "refund"
    HOLD = "hold"


@dataclass(frozen=True, slots=True)
class ChannelSettings:
    """One channel's settings. Durations are in seconds.

    `active` False: no new chats and no new charges; what is open goes on to its end. `payment_methods`: those
    that are offered, in this order; empty: all that are set up. `pix_provider` empty: the one that is set up.
    """

    active: bool = False
    stripe_secret_key: str = ""
    stripe_webhook_secret: str = ""
    link_lifetime: int = 31 * 60
    storefront_grace: int = 5 * 60
    on_uncompletable: OnUncompletable = OnUncompletable.REFUND
    greeting: str = ""
    payment_methods: tuple[str, ...] = ()
    pix_provider: str = ""
    pix_lifetime: int = 15 * 60

    def __repr__(self) -> str:
        """Name the settings without the secrets, so that no log holds them."""
        return f"ChannelSettings(active={self.active}, link_lifetime={self.link_lifetime})"


STRIPE_SECRET_KEY = "stripe_secret_key"  # noqa: S105 a field's name
STRIPE_WEBHOOK_SECRET = "stripe_webhook_secret"  # noqa: S105 a field's name
LINK_LIFETIME_MINUTES = "payment_link_lifetime_minutes"
STOREFRONT_GRACE_MINUTES = "storefront_grace_minutes"
ON_UNCOMPLETABLE = "on_uncompletable"
GREETING = "greeting"
PAYMENT_METHODS = "payment_methods"
PIX_PROVIDER = "pix_provider"
PIX_LIFETIME_MINUTES = "pix_lifetime_minutes"

METHODS = ("card", "pix")
PIX_PROVIDERS = ("asaas", "pix", "stripe")

# Stripe takes 30 minutes to 24 hours from its own clock's now; 31 leaves room for a clock that is off.
_LINK_MINUTES = (31, 24 * 60 - 1)
_GRACE_MINUTES = (0, 24 * 60)
_PIX_MINUTES = (5, 24 * 60)
_GREETING_LENGTH = 500


def parse(active: bool, values: Mapping[str, object]) -> ChannelSettings:
    """Return the settings of a channel from its stored values, which were checked when saved.

    Raises ValueError for values that `problems` would refuse.
    """
    return ChannelSettings(
        active=active,
        stripe_secret_key=_text(values, STRIPE_SECRET_KEY),
        stripe_webhook_secret=_text(values, STRIPE_WEBHOOK_SECRET),
        link_lifetime=60 * int(_text(values, LINK_LIFETIME_MINUTES) or 31),
        storefront_grace=60 * int(_text(values, STOREFRONT_GRACE_MINUTES) or 5),
        on_uncompletable=OnUncompletable(_text(values, ON_UNCOMPLETABLE) or "refund"),
        greeting=_text(values, GREETING),
        payment_methods=_listed(values, PAYMENT_METHODS),
        pix_provider=_text(values, PIX_PROVIDER).lower(),
        pix_lifetime=60 * int(_text(values, PIX_LIFETIME_MINUTES) or 15),
    )


def problems(active: bool, values: Mapping[str, object]) -> dict[str, str]:
    """Return what is wrong with the values a merchant wants to save: field name to plain words."""
    found: dict[str, str] = {}
    key, secret = _text(values, STRIPE_SECRET_KEY), _text(values, STRIPE_WEBHOOK_SECRET)
    if key and not re.fullmatch(r"(sk|rk)_(test|live)_[A-Za-z0-9_]{8,}", key):
        found[STRIPE_SECRET_KEY] = (
            "It begins with sk_ or rk_, then test_ or live_. Stripe shows it under Developers, API keys."
        )
    if active and not key:
        found[STRIPE_SECRET_KEY] = "Needed while it is on: paste it under Authorization."
    if secret and not re.fullmatch(r"whsec_[A-Za-z0-9+/=_-]{8,}", secret):
        found[STRIPE_WEBHOOK_SECRET] = (
            "It begins with whsec_. Stripe shows it beside the webhook endpoint."
        )
    if active and not secret:
        found[STRIPE_WEBHOOK_SECRET] = (
            "Needed while it is on: without it no payment could be confirmed."
        )
    found |= _number_problem(values, LINK_LIFETIME_MINUTES, _LINK_MINUTES)
    found |= _number_problem(values, STOREFRONT_GRACE_MINUTES, _GRACE_MINUTES)
    if _text(values, ON_UNCOMPLETABLE) not in ("", *OnUncompletable):
        found[ON_UNCOMPLETABLE] = "Write refund or hold."
    found |= _number_problem(values, PIX_LIFETIME_MINUTES, _PIX_MINUTES)
    methods = _listed(values, PAYMENT_METHODS)
    if not set(methods) <= set(METHODS) or len(set(methods)) < len(methods):
        found[PAYMENT_METHODS] = (
            f"Write each at most once: {', '.join(METHODS)}. Empty: all of them."
        )
    if _text(values, PIX_PROVIDER).lower() not in ("", *PIX_PROVIDERS):
        found[PIX_PROVIDER] = f"Write one of {', '.join(PIX_PROVIDERS)}, or nothing."
    if len(_text(values, GREETING)) > _GREETING_LENGTH:
        found[GREETING] = f"At most {_GREETING_LENGTH} characters."
    return found


def taken_out(values: Mapping[str, object], open_work: int) -> dict[str, str]:
    """Return why a key cannot be taken out while `open_work` payments of the channel are not over."""
    if not open_work:
        return {}
    words = (
        f"{open_work} of your payments are not over and need it. Switch AgentPay off, and take it out once"
        " they are."
    )
    names = (STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET)
    return {name: words for name in names if not _text(values, name)}


def _number_problem(
    values: Mapping[str, object], name: str, bounds: tuple[int, int]
) -> dict[str, str]:
    text, (least, most) = _text(values, name), bounds
    if not text or (text.isascii() and text.isdigit() and least <= int(text) <= most):
        return {}
    return {name: f"{least} to {most}, a whole number."}


def _listed(values: Mapping[str, object], name: str) -> tuple[str, ...]:
    named = (one.strip().lower() for one in _text(values, name).split(","))
    return tuple(one for one in named if one)


def _text(values: Mapping[str, object], name: str) -> str:
    value = values.get(name)
    return "" if value is None else str(value).strip()
