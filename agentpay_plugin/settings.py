"""What the merchant sets for a channel, read once at the door into one frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum


class OnUncompletable(StrEnum):
    """What happens to money that was paid for a checkout that cannot become an order."""

    REFUND = "refund"
    HOLD = "hold"


class CaptureMethod(StrEnum):
    """When a card is charged: when the shopper pays, or when the merchant captures what was reserved then."""

    AUTOMATIC = "automatic"
    MANUAL = "manual"


class PixBank(StrEnum):
    """How a bank speaks the API Pix, and whether with real money."""

    EFI = "efi"
    EFI_SANDBOX = "efi_sandbox"
    OTHER = "other"
    OTHER_SANDBOX = "other_sandbox"


class AssistantProvider(StrEnum):
    """Whose language model answers what the rules do not understand."""

    OFF = ""
    CLAUDE = "claude"
    OPENAI = "openai"  # OpenAI, or any server that speaks its Chat Completions API


@dataclass(frozen=True, slots=True)
class ChannelSettings:
    """One channel's settings. Durations are in seconds, `asaas_minimum` in reais, the assistant's money in US dollars.

    `act_on_rules` and `act_on_model`: how sure, from 0 to 1, a step must be of what was written before it is done. What is read with less than `act_on_rules` is
    an assistant's, where there is one.

    `active` False: no new chats and no new charges; what is open goes on to its end. `payment_methods`: those
    that are offered, in this order; empty: all that are set up. `pix_provider` empty: the one that is set up.
    `stripe_withdrawn`: the key is lent by Saleor's own Stripe plugin, which was switched off, so that it ends
    what is open and begins nothing. `previous_secrets` by the field's name: webhook secrets that were replaced
    and are valid for a while yet. `assistant_rounds`: how often at most a model is asked for one message of a
    shopper, `assistant_seconds`: for how long in all.
    """

    active: bool = False
    stripe_secret_key: str = ""
    stripe_webhook_secret: str = ""
    link_lifetime: int = 31 * 60
    storefront_grace: int = 5 * 60
    on_uncompletable: OnUncompletable = OnUncompletable.REFUND
    captures_manually: bool = False
    greeting: str = ""
    answers: str = ""
    act_on_rules: float = 0.6
    act_on_model: float = 0.9
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
    assistant_provider: AssistantProvider = AssistantProvider.OFF
    assistant_model: str = ""
    assistant_api_key: str = ""
    assistant_base_url: str = ""
    assistant_money_per_chat: Decimal = Decimal("0.20")
    assistant_money_per_day: Decimal = Decimal("10.00")
    assistant_rounds: int = 6
    assistant_seconds: int = 20
    stripe_withdrawn: bool = False
    previous_secrets: Mapping[str, str] = field(default_factory=dict)

    def __repr__(self) -> str:
        """Name the settings without the secrets, so that no log holds them."""
        return f"ChannelSettings(active={self.active}, link_lifetime={self.link_lifetime})"


STRIPE_SECRET_KEY = "stripe_secret_key"  # noqa: S105 a field's name
STRIPE_WEBHOOK_SECRET = "stripe_webhook_secret"  # noqa: S105 a field's name
LINK_LIFETIME_MINUTES = "payment_link_lifetime_minutes"
STOREFRONT_GRACE_MINUTES = "storefront_grace_minutes"
ON_UNCOMPLETABLE = "on_uncompletable"
CAPTURE_METHOD = "capture_method"
GREETING = "greeting"
ANSWERS = "shop_answers"
ACT_ON_RULES_PERCENT = "act_on_rules_percent"
ACT_ON_MODEL_PERCENT = "act_on_model_percent"
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
ASSISTANT_PROVIDER = "assistant_provider"
ASSISTANT_MODEL = "assistant_model"
ASSISTANT_API_KEY = "assistant_api_key"
ASSISTANT_BASE_URL = "assistant_base_url"
ASSISTANT_MONEY_PER_CHAT = "assistant_money_per_chat"
ASSISTANT_MONEY_PER_DAY = "assistant_money_per_day"
ASSISTANT_ROUNDS = "assistant_rounds"
ASSISTANT_SECONDS = "assistant_seconds"
USE_SALEOR_STRIPE_KEY = "use_saleor_stripe_key"
# Not of the merchant's typing: what Saleor's own Stripe plugin, asked at each use, tells of the key it lends.
STRIPE_WITHDRAWN = "stripe:withdrawn"

# What webhooks are proven by, by the provider's name.
WEBHOOK_SECRETS: Mapping[str, str] = {
    "stripe": STRIPE_WEBHOOK_SECRET,
    "asaas": ASAAS_WEBHOOK_TOKEN,
    "pix": PIX_WEBHOOK_SECRET,
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
    ASSISTANT_API_KEY,
)

# The model of a channel whose merchant names none; a server of one's own has names of its own.
DEFAULT_MODELS: Mapping[AssistantProvider, str] = {AssistantProvider.CLAUDE: "claude-haiku-5-5"}


def parse(
    active: bool, values: Mapping[str, object], now: datetime | None = None
) -> ChannelSettings:
    """Return the settings of a channel from its stored values, which were checked when saved.

    Without the time `now` no secret that was replaced is valid. Raises ValueError for values that
    `settings_check.problems` would refuse.
    """
    assistant = AssistantProvider(text_of(values, ASSISTANT_PROVIDER).lower())
    return ChannelSettings(
        active=active,
        stripe_secret_key=text_of(values, STRIPE_SECRET_KEY),
        stripe_webhook_secret=text_of(values, STRIPE_WEBHOOK_SECRET),
        link_lifetime=60 * int(text_of(values, LINK_LIFETIME_MINUTES) or 31),
        storefront_grace=60 * int(text_of(values, STOREFRONT_GRACE_MINUTES) or 5),
        on_uncompletable=OnUncompletable(text_of(values, ON_UNCOMPLETABLE) or "refund"),
        captures_manually=CaptureMethod(text_of(values, CAPTURE_METHOD) or "automatic")
        is CaptureMethod.MANUAL,
        greeting=text_of(values, GREETING),
        answers=text_of(values, ANSWERS),
        act_on_rules=int(text_of(values, ACT_ON_RULES_PERCENT) or 60) / 100,
        act_on_model=int(text_of(values, ACT_ON_MODEL_PERCENT) or 90) / 100,
        payment_methods=listed(values, PAYMENT_METHODS),
        pix_provider=text_of(values, PIX_PROVIDER).lower(),
        pix_lifetime=60 * int(text_of(values, PIX_LIFETIME_MINUTES) or 15),
        asaas_api_key=text_of(values, ASAAS_API_KEY),
        asaas_webhook_token=text_of(values, ASAAS_WEBHOOK_TOKEN),
        asaas_minimum=Decimal(text_of(values, ASAAS_MINIMUM) or "5.00"),
        pix_bank=PixBank(text_of(values, PIX_BANK) or PixBank.EFI),
        pix_base_url=text_of(values, PIX_BASE_URL),
        pix_token_url=text_of(values, PIX_TOKEN_URL),
        pix_client_id=text_of(values, PIX_CLIENT_ID),
        pix_client_secret=text_of(values, PIX_CLIENT_SECRET),
        pix_certificate=text_of(values, PIX_CERTIFICATE),
        pix_key=text_of(values, PIX_KEY),
        pix_webhook_secret=text_of(values, PIX_WEBHOOK_SECRET),
        assistant_provider=assistant,
        assistant_model=text_of(values, ASSISTANT_MODEL) or DEFAULT_MODELS.get(assistant, ""),
        assistant_api_key=text_of(values, ASSISTANT_API_KEY),
        assistant_base_url=text_of(values, ASSISTANT_BASE_URL),
        assistant_money_per_chat=Decimal(text_of(values, ASSISTANT_MONEY_PER_CHAT) or "0.20"),
        assistant_money_per_day=Decimal(text_of(values, ASSISTANT_MONEY_PER_DAY) or "10.00"),
        assistant_rounds=int(text_of(values, ASSISTANT_ROUNDS) or 6),
        assistant_seconds=int(text_of(values, ASSISTANT_SECONDS) or 20),
        stripe_withdrawn=is_on(values, STRIPE_WITHDRAWN),
        previous_secrets=_still_valid(values, now) if now else {},
    )


def previous(name: str) -> str:
    """Return the name that the secret before the one in field `name` is kept under."""
    return f"{name}_previous"


def previous_until(name: str) -> str:
    """Return the name that the end of that secret's time is kept under."""
    return f"{name}_previous_until"


def _still_valid(values: Mapping[str, object], now: datetime) -> dict[str, str]:
    return {
        name: text_of(values, previous(name))
        for name in WEBHOOK_SECRETS.values()
        if (until := text_of(values, previous_until(name))) and now < datetime.fromisoformat(until)
    }


def pix_taker(values: Mapping[str, object]) -> str:
    """Return who takes PIX by stored values: the one that was chosen, else the first that has its keys."""
    has_bank_alone = text_of(values, PIX_CLIENT_ID) and not text_of(values, ASAAS_API_KEY)
    return text_of(values, PIX_PROVIDER).lower() or ("pix" if has_bank_alone else "asaas")


def is_on(values: Mapping[str, object], name: str) -> bool:
    """Say whether a switch is on: Saleor stores it as true, or as the word."""
    return text_of(values, name).lower() == "true"


def listed(values: Mapping[str, object], name: str) -> tuple[str, ...]:
    """Return the words of a list that is written with commas, in small letters."""
    named = (one.strip().lower() for one in text_of(values, name).split(","))
    return tuple(one for one in named if one)


def text_of(values: Mapping[str, object], name: str) -> str:
    """Return a value as text without space around it; nothing where there is none."""
    value = values.get(name)
    return "" if value is None else str(value).strip()
