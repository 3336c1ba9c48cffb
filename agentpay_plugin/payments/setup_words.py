"""What a merchant is told of the keys and webhooks of each provider when settings are saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from agentpay_plugin import settings


@dataclass(frozen=True, slots=True)
class Who:
    """A provider in the merchant's eyes: its fields, and the sentences for what may come of a save.

    `keys` are those without which nothing can be asked, `more` what else the answer depends on.
    """

    name: str
    keys: tuple[str, ...]
    more: tuple[str, ...]
    secret: str
    accepted: str
    locked: str
    refused: str
    unheard: str
    may_not: str
    not_there: str
    not_set_up: str
    by_us: str
    by_hand: str
    taken: str = ""

    def blamed(self, values: Mapping[str, object]) -> str:
        """Return the field that a key which is not accepted stands in."""
        if self.is_lent(values):
            return settings.USE_SALEOR_STRIPE_KEY
        return settings.PIX_CLIENT_SECRET if self.name == "pix" else self.keys[0]

    def is_lent(self, values: Mapping[str, object]) -> bool:
        """Say whether the key is the one of Saleor's own plugin."""
        return self.name == "stripe" and settings.is_on(values, settings.USE_SALEOR_STRIPE_KEY)


_UNHEARD = (
    "{who} did not answer at {{at}}: its keys are saved and not tried. Save once more to try them."
)
_NOT_SET_UP = "{who} did not answer, so the webhook is not set up and nothing was saved. Save once more in a minute."

ANOTHER_ACCOUNT = (
    "It does not know a payment of this channel that is not over: it is of another account. Keep the key before until"
    " all payments are over, or use one of the same account."
)
MAY_NOT_CAPTURE = (
    "The Stripe key may not see payments, which capturing by hand needs: let it write PaymentIntents in Stripe, or"
    " write automatic."
)

PEOPLE = (
    Who(
        name="stripe",
        keys=(settings.STRIPE_SECRET_KEY,),
        more=(),
        secret=settings.STRIPE_WEBHOOK_SECRET,
        accepted="Stripe accepted the key.",
        locked="Stripe does not accept it: it was mistyped or revoked, or is restricted and may not write Checkout"
        " Sessions.",
        refused="Stripe does not answer to it as it should ({code}): copy it anew under Developers, API keys.",
        unheard=_UNHEARD.format(who="Stripe"),
        may_not="The key may not set the webhook up. Let it write Webhook Endpoints in Stripe; or add the Webhook URL"
        " there by hand and paste its signing secret here.",
        not_there="Stripe did not take the webhook for {url} ({code}). The shop's address (PUBLIC_URL) must be"
        " reached from the internet by https. Or add it in Stripe by hand and paste its signing secret here.",
        not_set_up=_NOT_SET_UP.format(who="Stripe"),
        by_us="AgentPay set its webhook up.",
        by_hand="You see to its webhook: the Webhook URL below, with your signing secret.",
    ),
    Who(
        name="asaas",
        keys=(settings.ASAAS_API_KEY,),
        more=(),
        secret=settings.ASAAS_WEBHOOK_TOKEN,
        accepted="Asaas accepted the key.",
        locked="Asaas does not accept it: it was mistyped, revoked, or is for other addresses than this server's.",
        refused="Asaas does not answer to it as it should ({code}): make a new one under Integrations, API keys.",
        unheard=_UNHEARD.format(who="Asaas"),
        may_not="The Asaas key may not set the webhook up. Let it, or add the PIX webhook URL in Asaas by hand, with"
        " a token of your own that you paste here.",
        not_there="Asaas did not take the webhook for {url} ({code}). The shop's address (PUBLIC_URL) must be reached"
        " from the internet by https. Or add it in Asaas by hand, with a token of your own that you paste here.",
        not_set_up=_NOT_SET_UP.format(who="Asaas"),
        by_us="AgentPay set its webhook up.",
        by_hand="You see to its webhook: the PIX webhook URL below, with your token.",
    ),
    Who(
        name="pix",
        keys=(settings.PIX_CLIENT_ID, settings.PIX_CLIENT_SECRET, settings.PIX_KEY),
        more=(
            settings.PIX_CERTIFICATE,
            settings.PIX_BANK,
            settings.PIX_BASE_URL,
            settings.PIX_TOKEN_URL,
        ),
        secret=settings.PIX_WEBHOOK_SECRET,
        accepted="Your bank accepted the PIX keys.",
        locked="Your bank does not accept client id, client secret and certificate together: one is mistyped, or"
        " they are of the other mode than Bank of PIX says (efi is real money, efi_sandbox is not), or they lack"
        " the scopes cob, pix and webhook.",
        refused="Your bank does not answer to these keys as it should ({code}): compare them with the bank's page.",
        unheard=_UNHEARD.format(who="Your bank"),
        may_not="The keys may not set the webhook up. Give them the scopes webhook.read and webhook.write; or give"
        " the bank the PIX webhook URL by hand, with a secret of your own that you paste here.",
        not_there="Your bank did not take the webhook for {url} ({code}). The shop's address (PUBLIC_URL) must be"
        " reached from the internet by https. Or give the bank the PIX webhook URL by hand, with a secret of your own"
        " that you paste here.",
        not_set_up=_NOT_SET_UP.format(who="Your bank"),
        by_us="AgentPay set its webhook up.",
        by_hand="You see to its webhook: the PIX webhook URL below, with your secret.",
        taken="At your bank the webhooks of this PIX key go to another address already, and a key has one. Take that"
        " out there, or use a key of its own for this channel.",
    ),
)
