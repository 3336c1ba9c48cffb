"""What the merchant sets for a channel, read once at the door into one frozen value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class OnUncompletable(StrEnum):
    """What happens to money that was paid for a checkout that cannot become an order."""

    REFUND = "refund"
    HOLD = "hold"


class PixBank(StrEnum):
    """How a bank speaks the API Pix, and whether with real money."""

    EFI = "efi"
    EFI_SANDBOX = "efi_sandbox"
    OTHER = "other"
    OTHER_SANDBOX = "other_sandbox"


@dataclass(frozen=True, slots=True)
class ChannelSettings:
    """One channel's settings. Durations are in seconds, `asaas_minimum` in reais. `pix_provider` empty: the one
    that is set up.

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
    asaas_api_key: str = ""
    asaas_webhook_token: str = ""
    asaas_minimum: Decimal = Decimal("5.00")
    pix_bank: PixBank = PixBank.EFI
    pix_base_url: str = ""
    pix_token_url: str = ""
    pix_client_id: str = ""
    pix_client_secret: str = ""
    pix_certificate: str = ""
    pix_key: str = ""
    pix_webhook_secret: str = ""

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
ASAAS_API_KEY = "asaas_api_key"
ASAAS_WEBHOOK_TOKEN = "asaas_webhook_token"  # noqa: S105 a field's name
ASAAS_MINIMUM = "asaas_minimum"
PIX_BANK = "pix_bank"
PIX_BASE_URL = "pix_base_url"
PIX_TOKEN_URL = "pix_token_url"  # noqa: S105 a field's name
PIX_CLIENT_ID = "pix_client_id"
PIX_CLIENT_SECRET = "pix_client_secret"  # noqa: S105 a field's name
PIX_CERTIFICATE = "pix_certificate"
PIX_KEY = "pix_key"
PIX_WEBHOOK_SECRET = "pix_webhook_secret"  # noqa: S105 a field's name

# What each provider cannot do without, by its name.
_KEYS: Mapping[str, tuple[str, ...]] = {
    "stripe": (STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET),
    "asaas": (ASAAS_API_KEY, ASAAS_WEBHOOK_TOKEN),
    "pix": (PIX_CLIENT_ID, PIX_CLIENT_SECRET, PIX_KEY, PIX_WEBHOOK_SECRET),
}
METHODS = ("card", "pix")
PIX_PROVIDERS = ("asaas", "pix", "stripe")

# What nobody is shown once it is saved.
SECRETS = (
    STRIPE_SECRET_KEY,
    STRIPE_WEBHOOK_SECRET,
    ASAAS_API_KEY,
    ASAAS_WEBHOOK_TOKEN,
    PIX_CLIENT_SECRET,
    PIX_CERTIFICATE,
    PIX_WEBHOOK_SECRET,
)

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
        asaas_api_key=_text(values, ASAAS_API_KEY),
        asaas_webhook_token=_text(values, ASAAS_WEBHOOK_TOKEN),
        asaas_minimum=Decimal(_text(values, ASAAS_MINIMUM) or "5.00"),
        pix_bank=PixBank(_text(values, PIX_BANK) or PixBank.EFI),
        pix_base_url=_text(values, PIX_BASE_URL),
        pix_token_url=_text(values, PIX_TOKEN_URL),
        pix_client_id=_text(values, PIX_CLIENT_ID),
        pix_client_secret=_text(values, PIX_CLIENT_SECRET),
        pix_certificate=_text(values, PIX_CERTIFICATE),
        pix_key=_text(values, PIX_KEY),
        pix_webhook_secret=_text(values, PIX_WEBHOOK_SECRET),
    )


def problems(active: bool, values: Mapping[str, object]) -> dict[str, str]:
    """Return what is wrong with the values a merchant wants to save: field name to plain words."""
    found: dict[str, str] = {}
    key, secret = _text(values, STRIPE_SECRET_KEY), _text(values, STRIPE_WEBHOOK_SECRET)
    if key and not re.fullmatch(r"(sk|rk)_(test|live)_[A-Za-z0-9_]{8,}", key):
        found[STRIPE_SECRET_KEY] = (
            "It begins with sk_ or rk_, then test_ or live_. Stripe shows it under Developers, API keys."
        )
    # A channel may sell by PIX alone.
    needs_stripe = active and (bool(key) or not _pix_needs(values))
    if needs_stripe and not key:
        found[STRIPE_SECRET_KEY] = "Needed while it is on: paste it under Authorization."
    if secret and not re.fullmatch(r"whsec_[A-Za-z0-9+/=_-]{8,}", secret):
        found[STRIPE_WEBHOOK_SECRET] = (
            "It begins with whsec_. Stripe shows it beside the webhook endpoint."
        )
    if needs_stripe and not secret:
        found[STRIPE_WEBHOOK_SECRET] = (
            "Needed while it is on: without it no payment could be confirmed."
        )
    found |= _number_problem(values, LINK_LIFETIME_MINUTES, _LINK_MINUTES)
    found |= _number_problem(values, STOREFRONT_GRACE_MINUTES, _GRACE_MINUTES)
    if _text(values, ON_UNCOMPLETABLE) not in ("", *OnUncompletable):
        found[ON_UNCOMPLETABLE] = "Write refund or hold."
    methods = _listed(values, PAYMENT_METHODS)
    if not set(methods) <= set(METHODS) or len(set(methods)) < len(methods):
        found[PAYMENT_METHODS] = (
            f"Write each at most once: {', '.join(METHODS)}. Empty: all of them."
        )
    if len(_text(values, GREETING)) > _GREETING_LENGTH:
        found[GREETING] = f"At most {_GREETING_LENGTH} characters."
    return found | _pix_problems(active, values)


def taken_out(values: Mapping[str, object], open_work: Mapping[str, int]) -> dict[str, str]:
    """Return why keys cannot be taken out while payments of the channel are not over, counted by provider."""
    found: dict[str, str] = {}
    for provider, count in open_work.items():
        words = (
            f"{count} of your payments are not over and need it. Switch AgentPay off, and take it out once"
            " they are."
        )
        found |= {
            name: words for name in _KEYS.get(provider, ()) if count and not _text(values, name)
        }
    return found


def pix_taker(values: Mapping[str, object]) -> str:
    """Return who takes PIX by stored values: the one that was chosen, else the first that has its keys."""
    has_bank_alone = _text(values, PIX_CLIENT_ID) and not _text(values, ASAAS_API_KEY)
    return _text(values, PIX_PROVIDER).lower() or ("pix" if has_bank_alone else "asaas")


def _pix_problems(active: bool, values: Mapping[str, object]) -> dict[str, str]:
    found = {
        name: words
        for name, form, words in _PIX_FORMS
        if (text := _text(values, name)) and not re.fullmatch(form, text, re.DOTALL)
    }
    found |= _number_problem(values, PIX_LIFETIME_MINUTES, _PIX_MINUTES)
    if _text(values, PIX_PROVIDER).lower() not in ("", *PIX_PROVIDERS):
        found[PIX_PROVIDER] = f"Write one of {', '.join(PIX_PROVIDERS)}, or nothing."
    needed = _pix_needs(values) if active else {}
    return found | {name: words for name, words in needed.items() if not _text(values, name)}


def _pix_needs(values: Mapping[str, object]) -> dict[str, str]:
    """Return what PIX cannot do without, and why, for each who is to take it or has a key here already."""
    served_by, bank = _text(values, PIX_PROVIDER).lower(), _text(values, PIX_BANK)
    needed: dict[str, str] = {}
    if served_by == "asaas" or _text(values, ASAAS_API_KEY):
        needed |= dict.fromkeys(_KEYS["asaas"], "Needed while Asaas takes PIX.")
    if served_by == "pix" or _text(values, PIX_CLIENT_ID):
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
