"""What is wrong with the values that a merchant wants to save: field name to plain words. Asks nobody outside."""

from __future__ import annotations

import re
from collections.abc import Mapping

from agentpay_plugin.conversation.library import answer_problem
from agentpay_plugin.settings import (
    ANSWERS,
    ASAAS_API_KEY,
    ASAAS_MINIMUM,
    ASAAS_WEBHOOK_TOKEN,
    GREETING,
    LINK_LIFETIME_MINUTES,
    METHODS,
    ON_UNCOMPLETABLE,
    PAYMENT_METHODS,
    PIX_BANK,
    PIX_BASE_URL,
    PIX_CERTIFICATE,
    PIX_CLIENT_ID,
    PIX_CLIENT_SECRET,
    PIX_KEY,
    PIX_LIFETIME_MINUTES,
    PIX_PROVIDER,
    PIX_PROVIDERS,
    PIX_TOKEN_URL,
    PIX_WEBHOOK_SECRET,
    STOREFRONT_GRACE_MINUTES,
    STRIPE_SECRET_KEY,
    STRIPE_WEBHOOK_SECRET,
    STRIPE_WITHDRAWN,
    USE_SALEOR_STRIPE_KEY,
    WEBHOOK_SECRETS,
    OnUncompletable,
    PixBank,
    is_on,
    listed,
    text_of,
)

# What each provider cannot do without, by its name; the secrets that webhooks are proven by are set up by us.
_KEYS: Mapping[str, tuple[str, ...]] = {
    "stripe": (STRIPE_SECRET_KEY,),
    "asaas": (ASAAS_API_KEY,),
    "pix": (PIX_CLIENT_ID, PIX_CLIENT_SECRET, PIX_KEY),
}

# Stripe takes 30 minutes to 24 hours from its own clock's now; 31 leaves room for a clock that is off.
_LINK_MINUTES = (31, 24 * 60 - 1)
_GRACE_MINUTES = (0, 24 * 60)
_PIX_MINUTES = (5, 24 * 60)
_GREETING_LENGTH = 500


def problems(active: bool, values: Mapping[str, object]) -> dict[str, str]:
    """Return what is wrong with the values a merchant wants to save: field name to plain words."""
    found: dict[str, str] = {}
    key, secret = text_of(values, STRIPE_SECRET_KEY), text_of(values, STRIPE_WEBHOOK_SECRET)
    if key and not re.fullmatch(r"(sk|rk)_(test|live)_[A-Za-z0-9_]{8,}", key):
        found[STRIPE_SECRET_KEY] = (
            "It begins with sk_ or rk_, then test_ or live_. Stripe shows it under Developers, API keys."
        )
    # A channel may sell by PIX alone.
    if active and not key and is_on(values, USE_SALEOR_STRIPE_KEY):
        found[USE_SALEOR_STRIPE_KEY] = (
            "Saleor's own Stripe plugin has no secret key in this channel: put it there, or untick this and"
            " paste a key here."
        )
    elif active and is_on(values, STRIPE_WITHDRAWN):
        found[USE_SALEOR_STRIPE_KEY] = (
            "Saleor's own Stripe plugin is switched off in this channel: switch it on there, or untick this and"
            " paste its key here."
        )
    elif active and not key and not _pix_needs(values):
        found[STRIPE_SECRET_KEY] = "Needed while it is on: paste it under Authorization."
    if secret and not re.fullmatch(r"whsec_[A-Za-z0-9+/=_-]{8,}", secret):
        found[STRIPE_WEBHOOK_SECRET] = (
            "It begins with whsec_. Stripe shows it beside the webhook endpoint."
        )
    found |= _number_problem(values, LINK_LIFETIME_MINUTES, _LINK_MINUTES)
    found |= _number_problem(values, STOREFRONT_GRACE_MINUTES, _GRACE_MINUTES)
    if text_of(values, ON_UNCOMPLETABLE) not in ("", *OnUncompletable):
        found[ON_UNCOMPLETABLE] = "Write refund or hold."
    methods = listed(values, PAYMENT_METHODS)
    if not set(methods) <= set(METHODS) or len(set(methods)) < len(methods):
        found[PAYMENT_METHODS] = (
            f"Write each at most once: {', '.join(METHODS)}. Empty: all of them."
        )
    if len(text_of(values, GREETING)) > _GREETING_LENGTH:
        found[GREETING] = f"At most {_GREETING_LENGTH} characters."
    if wrong := answer_problem(text_of(values, ANSWERS)):
        found[ANSWERS] = wrong
    found |= _pix_problems(active, values)
    return _mode_problems(values) if active and not found else found


def taken_out(
    active: bool,
    before: Mapping[str, object],
    values: Mapping[str, object],
    open_work: Mapping[str, int],
) -> dict[str, str]:
    """Return why keys cannot be taken out while payments of the channel are not over, counted by provider.

    What was not there before is not taken out: a lent key may be gone by itself. In a channel that is on a webhook secret that was taken out is made anew.
    """
    found: dict[str, str] = {}
    for provider, count in open_work.items():
        words = (
            f"{count} of your payments are not over and need it. Switch AgentPay off, and take it out once"
            " they are."
        )
        secret = () if active else (WEBHOOK_SECRETS.get(provider, ""),)
        names = (*_KEYS[provider], *secret) if provider in _KEYS else ()
        gone = (name for name in names if text_of(before, name) and not text_of(values, name))
        found |= {name: words for name in gone if count}
        found |= _mode_left(before, values, provider) if count else {}
    return found


def _mode_left(
    before: Mapping[str, object], values: Mapping[str, object], provider: str
) -> dict[str, str]:
    """Refuse a sandbox's key in place of one that takes real money, which payments still need. The other way is
    how a shop goes live."""
    name = _MODE_FIELDS.get(provider, "")
    was_live, is_live = _modes(before).get(name), _modes(values).get(name)
    if not was_live or is_live is not False:
        return {}
    return {name: "Payments of real money are not over and need the live key. Wait until they are."}


_MODE_FIELDS = {"stripe": STRIPE_SECRET_KEY, "asaas": ASAAS_API_KEY, "pix": PIX_BANK}


def _modes(values: Mapping[str, object]) -> dict[str, bool]:
    """Return which of the fields that tell a mode are there, and whether for real money."""
    modes: dict[str, bool] = {}
    if key := text_of(values, STRIPE_SECRET_KEY):
        modes[STRIPE_SECRET_KEY] = "_live_" in key
    if key := text_of(values, ASAAS_API_KEY):
        modes[ASAAS_API_KEY] = "_hmlg_" not in key
    if text_of(values, PIX_CLIENT_ID):
        modes[PIX_BANK] = not text_of(values, PIX_BANK).endswith("_sandbox")
    return modes


def _mode_problems(values: Mapping[str, object]) -> dict[str, str]:
    """Refuse play money beside real money: a shopper could choose it, and get the goods."""
    modes = _modes(values)
    if True not in modes.values():
        return {}
    words = (
        "It is of a sandbox, while another key of this channel takes real money: shoppers could pay with play"
        " money. Use keys of one mode, or take this one out."
    )
    return {name: words for name, is_live in modes.items() if not is_live}


def _pix_problems(active: bool, values: Mapping[str, object]) -> dict[str, str]:
    found = {
        name: words
        for name, form, words in _PIX_FORMS
        if (text := text_of(values, name)) and not re.fullmatch(form, text, re.DOTALL)
    }
    found |= _number_problem(values, PIX_LIFETIME_MINUTES, _PIX_MINUTES)
    if text_of(values, PIX_PROVIDER).lower() not in ("", *PIX_PROVIDERS):
        found[PIX_PROVIDER] = f"Write one of {', '.join(PIX_PROVIDERS)}, or nothing."
    needed = _pix_needs(values) if active else {}
    return found | {name: words for name, words in needed.items() if not text_of(values, name)}


def _pix_needs(values: Mapping[str, object]) -> dict[str, str]:
    """Return what PIX cannot do without, and why, for each who is to take it or has a key here already."""
    served_by, bank = text_of(values, PIX_PROVIDER).lower(), text_of(values, PIX_BANK)
    needed: dict[str, str] = {}
    if served_by == "asaas" or text_of(values, ASAAS_API_KEY):
        needed |= dict.fromkeys(_KEYS["asaas"], "Needed while Asaas takes PIX.")
    if served_by == "pix" or text_of(values, PIX_CLIENT_ID):
        is_other = bank in (PixBank.OTHER, PixBank.OTHER_SANDBOX)
        more = (PIX_BASE_URL, PIX_TOKEN_URL) if is_other else (PIX_CERTIFICATE,)
        needed |= dict.fromkeys((*_KEYS["pix"], *more), "Needed while your bank takes PIX.")
    return needed


_HTTPS = r"https://[^\s/?#@]+(/[^\s?#]*)?"
_PIX_FORMS = (
    (
        ASAAS_API_KEY,
        r"\$aact_(prod|hmlg)_[\x21-\x7e]{8,500}",
        "It begins with $aact_prod_, or $aact_hmlg_ in the sandbox. Asaas shows it under Integrations, API keys,"
        " once; a key of the older form must be made anew.",
    ),
    (
        ASAAS_WEBHOOK_TOKEN,
        r"[\x21-\x7e]{32,255}",
        "32 to 255 characters without spaces: the same that you give Asaas as the webhook's token.",
    ),
    (ASAAS_MINIMUM, r"[0-9]{1,6}(\.[0-9]{1,2})?", "An amount in reais, such as 5.00."),
    (PIX_BANK, "|".join(PixBank), "Write efi, efi_sandbox, other or other_sandbox."),
    (PIX_BASE_URL, _HTTPS, "An address that begins with https:// and ends before /cob."),
    (PIX_TOKEN_URL, _HTTPS, "An address that begins with https://."),
    (PIX_CLIENT_ID, r"[\x21-\x39\x3b-\x7e]{1,255}", "It has no spaces and no colon."),
    (PIX_CLIENT_SECRET, r"[\x21-\x7e]{1,255}", "It has no spaces."),
    (
        PIX_CERTIFICATE,
        r"(?=.*-----BEGIN CERTIFICATE-----)(?=.*-----BEGIN (RSA |EC )?PRIVATE KEY-----).*",
        "Paste the certificate and its private key, one below the other, as PEM: both begin with -----BEGIN."
        " The key must not be encrypted.",
    ),
    (PIX_KEY, r"[^\s]{1,77}", "The PIX key that money goes to: at most 77 characters, no spaces."),
    (
        PIX_WEBHOOK_SECRET,
        r"[A-Za-z0-9_-]{24,100}",
        "24 to 100 letters, digits, - and _: make up something nobody can guess.",
    ),
)


def _number_problem(
    values: Mapping[str, object], name: str, bounds: tuple[int, int]
) -> dict[str, str]:
    text, (least, most) = text_of(values, name), bounds
    if not text or (text.isascii() and text.isdigit() and least <= int(text) <= most):
        return {}
    return {name: f"{least} to {most}, a whole number."}
