"""What Saleor sees of AgentPay: two plugin classes. Routing and configuration, no rules.

`AgentPayPlugin` is what the merchant edits, per channel. `AgentPayGateway` is global, hidden and always
on: it carries the payment hooks and the URLs. Why there are two: docs/adr/0001.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from saleor.core.utils import build_absolute_uri
from saleor.payment.interface import (
    PaymentGatewayData,
    TransactionActionData,
    TransactionSessionData,
    TransactionSessionResult,
)
from saleor.plugins.base_plugin import BasePlugin, ConfigurationTypeField
from saleor.plugins.error_codes import PluginErrorCode
from saleor.plugins.models import PluginConfiguration

from agentpay_plugin import (
    settings,
    tasks,  # noqa: F401 registered in a web process too, which wakes them
)
from agentpay_plugin.hosting import urls, web
from agentpay_plugin.payments.setup import NOTICE
from agentpay_plugin.saleor import app_account, app_page, gateway, saving, wiring
from agentpay_plugin.saleor.lent_key import values_of

WEBHOOK_URL = "webhook_url"
PIX_WEBHOOK_URL = "pix_webhook_url"


class AgentPayPlugin(BasePlugin):  # type: ignore[misc]
    """The merchant's switch and settings, one set per channel."""

    PLUGIN_ID = "agentpay"
    # Our app account, called AgentPay, stands in the same list of the Dashboard.
    PLUGIN_NAME = "AgentPay settings"
    # The Dashboard shows no help beside a secret field, so what to do about those stands here.
    PLUGIN_DESCRIPTION = (
        "Sells inside a chat on your storefront: from the question to the paid order. To switch a channel on:"
        " choose it on the left; under Authorization press Create and paste its Stripe secret key (sk_…, or a"
        " restricted key rk_… that may write Checkout Sessions, Charges and Refunds, and Webhook Endpoints, and"
        " read PaymentIntents); tick Active and save. The keys are tried and the webhooks set up by themselves;"
        " a webhook secret is pasted only where you would rather set its webhook up by hand. For PIX fill in who"
        " serves it, and below Authorization what that one needs (docs/merchant.md). Switching off stops new chats and new payments; payments that are"
        " open go on to their end."
    )
    CONFIGURATION_PER_CHANNEL = True
    DEFAULT_ACTIVE = False
    DEFAULT_CONFIGURATION: ClassVar[list[dict[str, Any]]] = [
        {"name": NOTICE, "value": ""},
        {"name": settings.STRIPE_SECRET_KEY, "value": ""},
        {"name": settings.USE_SALEOR_STRIPE_KEY, "value": False},
        {"name": settings.STRIPE_WEBHOOK_SECRET, "value": ""},
        {"name": WEBHOOK_URL, "value": ""},
        {"name": settings.LINK_LIFETIME_MINUTES, "value": "31"},
        {"name": settings.STOREFRONT_GRACE_MINUTES, "value": "5"},
        {"name": settings.ON_UNCOMPLETABLE, "value": "refund"},
        {"name": settings.GREETING, "value": ""},
        {"name": settings.ANSWERS, "value": ""},
        {"name": settings.PAYMENT_METHODS, "value": ""},
        {"name": settings.PIX_PROVIDER, "value": ""},
        {"name": settings.PIX_LIFETIME_MINUTES, "value": "15"},
        {"name": PIX_WEBHOOK_URL, "value": ""},
        {"name": settings.ASAAS_API_KEY, "value": ""},
        {"name": settings.ASAAS_WEBHOOK_TOKEN, "value": ""},
        {"name": settings.ASAAS_MINIMUM, "value": "5.00"},
        {"name": settings.PIX_BANK, "value": "efi"},
        {"name": settings.PIX_BASE_URL, "value": ""},
        {"name": settings.PIX_TOKEN_URL, "value": ""},
        {"name": settings.PIX_CLIENT_ID, "value": ""},
        {"name": settings.PIX_CLIENT_SECRET, "value": ""},
        {"name": settings.PIX_CERTIFICATE, "value": ""},
        {"name": settings.PIX_KEY, "value": ""},
        {"name": settings.PIX_WEBHOOK_SECRET, "value": ""},
    ]
    CONFIG_STRUCTURE: ClassVar[dict[str, dict[str, str]]] = {
        NOTICE: {
            "type": ConfigurationTypeField.OUTPUT,
            "label": "Keys and webhooks",
            "help_text": "What AgentPay found when these settings were saved last.",
        },
        settings.STRIPE_SECRET_KEY: {
            "type": ConfigurationTypeField.SECRET,
            "label": "Stripe secret key",
            "help_text": "From your Stripe Dashboard, Developers, API keys: sk_… or a restricted key rk_…"
            " with these permissions: Checkout Sessions write, Charges and Refunds write, Webhook Endpoints write;"
            " PaymentIntents read if you take payments that need days (a failed one is else not noticed).",
        },
        settings.USE_SALEOR_STRIPE_KEY: {
            "type": ConfigurationTypeField.BOOLEAN,
            "label": "Use the key of Saleor's own Stripe plugin",
            "help_text": "The secret key that stands in the plugin Stripe in this channel, instead of one here. Its"
            " webhook stays as it is; AgentPay sets up one of its own.",
        },
        settings.STRIPE_WEBHOOK_SECRET: {
            "type": ConfigurationTypeField.SECRET,
            "label": "Stripe webhook signing secret",
            "help_text": "Leave it empty: AgentPay sets the webhook up when you tick Active. Only if you add the URL"
            " below in Stripe by hand: whsec_…, as Stripe shows beside it. One that you replace stays valid for 24"
            " hours.",
        },
        WEBHOOK_URL: {
            "type": ConfigurationTypeField.OUTPUT,
            "label": "Webhook URL",
            "help_text": "Only if you set the webhook up by hand: in your Stripe Dashboard, Developers, Webhooks, for"
            " the events"
            " checkout.session.*, payment_intent.payment_failed, charge.refunded, refund.* and charge.dispute.*.",
        },
        settings.LINK_LIFETIME_MINUTES: {
            "type": ConfigurationTypeField.STRING,
            "label": "Payment link lifetime (minutes)",
            "help_text": "How long a shopper has to pay, 31 to 1439. Beyond 60 prices may change meanwhile.",
        },
        settings.STOREFRONT_GRACE_MINUTES: {
            "type": ConfigurationTypeField.STRING,
            "label": "Grace for the storefront's own checkout (minutes)",
            "help_text": "A checkout paid on your storefront that has not become an order after this time is"
            " completed by AgentPay. Paid chats become orders at once.",
        },
        settings.ON_UNCOMPLETABLE: {
            "type": ConfigurationTypeField.STRING,
            "label": "A paid checkout cannot become an order",
            "help_text": "For example because it sold out meanwhile. refund: the money goes back at once."
            " hold: it waits for you.",
        },
        settings.GREETING: {
            "type": ConfigurationTypeField.MULTILINE,
            "label": "Greeting",
            "help_text": "Your own first words in the chat; at most 500 characters. Empty: ours.",
        },
        settings.ANSWERS: {
            "type": ConfigurationTypeField.MULTILINE,
            "label": "Answers of your shop",
            "help_text": "What shoppers ask you often: a line that ends in ? (or begins with #), and your answer"
            " below it. [en], [pt] or [es] on a line of its own says what language follows. Your shop's published"
            " pages are read, too.",
        },
        settings.PAYMENT_METHODS: {
            "type": ConfigurationTypeField.STRING,
            "label": "Payment methods",
            "help_text": "What shoppers are offered, in this order, such as: pix, card. Empty: all that are set"
            " up; in a channel that sells in BRL with pix first. PIX is for BRL only.",
        },
        settings.PIX_PROVIDER: {
            "type": ConfigurationTypeField.STRING,
            "label": "Who takes PIX",
            "help_text": "asaas, pix (a bank with the Central Bank's API Pix) or stripe (if your Stripe account"
            " may take PIX). Empty: Asaas or the bank, whichever has its keys here.",
        },
        settings.PIX_LIFETIME_MINUTES: {
            "type": ConfigurationTypeField.STRING,
            "label": "PIX code lifetime (minutes)",
            "help_text": "How long a PIX code can be paid, 5 to 1440; 15 if you leave it. Then it is closed at"
            " the provider. A code inside Stripe's page lives as long as the page.",
        },
        PIX_WEBHOOK_URL: {
            "type": ConfigurationTypeField.OUTPUT,
            "label": "PIX webhook URL",
            "help_text": "Only if you set the webhook up by hand: give it to Asaas under Integrations, Webhooks, with"
            " the token below; or to your bank"
            " with ?hmac= and the PIX webhook secret behind it (Efí: and &ignorar= behind that).",
        },
        settings.ASAAS_API_KEY: {
            "type": ConfigurationTypeField.SECRET,
            "label": "Asaas API key",
            "help_text": "From Asaas, Integrations, API keys: $aact_prod_…, or $aact_hmlg_… in the sandbox.",
        },
        settings.ASAAS_WEBHOOK_TOKEN: {
            "type": ConfigurationTypeField.SECRET,
            "label": "Asaas webhook token",
            "help_text": "Leave it empty: AgentPay sets the webhook up. By hand: 32 to 255 characters, the same here"
            " and in Asaas.",
        },
        settings.ASAAS_MINIMUM: {
            "type": ConfigurationTypeField.STRING,
            "label": "Least amount by Asaas (reais)",
            "help_text": "Smaller purchases are not offered PIX.",
        },
        settings.PIX_BANK: {
            "type": ConfigurationTypeField.STRING,
            "label": "Bank of PIX",
            "help_text": "efi or efi_sandbox; other or other_sandbox for any bank that follows the API Pix.",
        },
        settings.PIX_BASE_URL: {
            "type": ConfigurationTypeField.STRING,
            "label": "Address of the bank's API Pix",
            "help_text": "Only for other banks: the part before /cob, such as https://pix.bank.example/api/v2.",
        },
        settings.PIX_TOKEN_URL: {
            "type": ConfigurationTypeField.STRING,
            "label": "Address of the bank's tokens",
            "help_text": "Only for other banks: where OAuth 2 tokens are given.",
        },
        settings.PIX_CLIENT_ID: {
            "type": ConfigurationTypeField.STRING,
            "label": "PIX client id",
            "help_text": "Your bank gives it with the client secret.",
        },
        settings.PIX_CLIENT_SECRET: {
            "type": ConfigurationTypeField.SECRET,
            "label": "PIX client secret",
            "help_text": "Your bank gives it with the client id.",
        },
        settings.PIX_CERTIFICATE: {
            "type": ConfigurationTypeField.SECRET_MULTILINE,
            "label": "PIX certificate",
            "help_text": "The certificate and its private key as PEM, one below the other.",
        },
        settings.PIX_KEY: {
            "type": ConfigurationTypeField.STRING,
            "label": "PIX key",
            "help_text": "Your key (chave) that the money goes to.",
        },
        settings.PIX_WEBHOOK_SECRET: {
            "type": ConfigurationTypeField.SECRET,
            "label": "PIX webhook secret",
            "help_text": "Leave it empty: AgentPay sets the webhook up. By hand: 24 to 100 letters, digits, - and _"
            " that nobody can guess; a part of the address that your bank calls.",
        },
    }

    def resolve_plugin_configuration(self, request: HttpRequest) -> Any:  # noqa: ARG002
        """Return the settings as the Dashboard shows them: with the webhook URLs of the channel."""
        channel_pk = self.channel.pk if self.channel else None
        values = values_of(self.configuration)
        taker = settings.pix_taker(values)
        shown = {
            NOTICE: saving.shown_notice(values, channel_pk),
            WEBHOOK_URL: saving.webhook_url(channel_pk, "stripe"),
            PIX_WEBHOOK_URL: "" if taker == "stripe" else saving.webhook_url(channel_pk, taker),
        }
        return [
            {**field, "value": shown[field["name"]]} if field["name"] in shown else field
            for field in self.configuration
        ]

    @classmethod
    def save_plugin_configuration(
        cls, plugin_configuration: PluginConfiguration, cleaned_data: dict[str, Any]
    ) -> PluginConfiguration:
        """Save when the settings are right and the providers agree; see saleor/saving.py. Raises ValidationError.

        A secret that the Dashboard clears is taken out: it sends null, which Saleor itself passes over.
        """
        given = cleaned_data.get("configuration")
        if given:
            cleaned_data = {**cleaned_data, "configuration": [_cleared(field) for field in given]}
        with saving.alone(plugin_configuration):
            was_active, before = plugin_configuration.active, saving.stored(plugin_configuration)
            saved = super().save_plugin_configuration(plugin_configuration, cleaned_data)
            saving.tidy(saved, before)
        if saved.active and not was_active:
            app_account.restore()
        return saved

    @classmethod
    def validate_plugin_configuration(
        cls,
        plugin_configuration: PluginConfiguration,
        **kwargs: Any,  # noqa: ARG003 Saleor's signature
    ) -> None:
        """Refuse missing or wrong settings, each named with its mend. Raises ValidationError."""
        cls._refuse(saving.problems(plugin_configuration))

    @classmethod
    def pre_save_plugin_configuration(cls, plugin_configuration: PluginConfiguration) -> None:
        """Try the keys and set the webhooks up, in the last moment before the save. Raises ValidationError."""
        cls._refuse(saving.prepare(plugin_configuration))

    @classmethod
    def _refuse(cls, found: dict[str, str]) -> None:
        """Raise what was found. The Dashboard shows the last error alone, so the one to mend first comes last."""
        if not found:
            return
        code = PluginErrorCode.PLUGIN_MISCONFIGURED.value
        raise ValidationError(
            {
                name: ValidationError(f"{cls.CONFIG_STRUCTURE[name]['label']}: {words}", code=code)
                for name, words in reversed(found.items())
            }
        )


def _cleared(field: dict[str, Any]) -> dict[str, Any]:
    is_clearing = field["name"] in settings.SECRETS and "value" in field and field["value"] is None
    return {**field, "value": ""} if is_clearing else field


class AgentPayGateway(BasePlugin):  # type: ignore[misc]
    """Payment hooks and URLs. Global, so that it runs after Saleor's own webhook plugin."""

    PLUGIN_ID = "agentpay-gateway"
    PLUGIN_NAME = "AgentPay gateway"
    CONFIGURATION_PER_CHANNEL = False
    DEFAULT_ACTIVE = True
    HIDDEN = True
    DEFAULT_CONFIGURATION: ClassVar[list[dict[str, Any]]] = []

    def webhook(
        self, request: HttpRequest, path: str, previous_value: HttpResponse
    ) -> HttpResponseBase:
        """Answer one of our URLs (see hosting/web.py and saleor/app_page.py)."""
        if app_page.is_for(path):
            script, api = build_absolute_uri(urls.widget_path()), build_absolute_uri("/graphql/")
            return app_page.answer(request, script, api)
        return web.answer(wiring.web_door(), request, path) if path else previous_value

    def payment_gateway_initialize_session(
        self,
        amount: Decimal,
        payment_gateways: list[PaymentGatewayData] | None,
        source_object: Any,
        previous_value: list[PaymentGatewayData] | None,
    ) -> list[PaymentGatewayData]:
        """Add our entry: the methods this checkout or order can be paid by."""
        return gateway.payment_gateway_initialize_session(
            amount, payment_gateways, source_object, previous_value
        )

    def transaction_initialize_session(
        self,
        transaction_session_data: TransactionSessionData,
        previous_value: TransactionSessionResult | None,
    ) -> TransactionSessionResult | None:
        """Open a charge when the gateway asked for is ours; leave the others' answers alone."""
        return gateway.transaction_initialize_session(transaction_session_data, previous_value)

    def transaction_process_session(
        self,
        transaction_session_data: TransactionSessionData,
        previous_value: TransactionSessionResult | None,
    ) -> TransactionSessionResult | None:
        """Ask the provider now when the gateway asked for is ours."""
        return gateway.transaction_process_session(transaction_session_data, previous_value)

    def transaction_refund_requested(
        self,
        transaction_data: TransactionActionData,
        previous_value: Any,
    ) -> Any:
        """Give money back when the transaction is ours; the answer is in its events."""
        gateway.transaction_refund_requested(transaction_data)
        return previous_value

    def transaction_charge_requested(
        self,
        transaction_data: TransactionActionData,
        previous_value: Any,
    ) -> Any:
        """Refuse to capture what was taken already."""
        gateway.transaction_other_requested(transaction_data)
        return previous_value

    def transaction_cancelation_requested(
        self,
        transaction_data: TransactionActionData,
        previous_value: Any,
    ) -> Any:
        """Refuse to call off what was taken already."""
        gateway.transaction_other_requested(transaction_data)
        return previous_value
