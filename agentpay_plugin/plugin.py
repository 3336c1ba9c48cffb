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
from saleor.plugins.base_plugin import BasePlugin
from saleor.plugins.error_codes import PluginErrorCode
from saleor.plugins.models import PluginConfiguration

from agentpay_plugin import (
    settings,
    tasks,  # noqa: F401 registered in a web process too, which wakes them
)
from agentpay_plugin.hosting import urls, web
from agentpay_plugin.payments.setup import NOTICE
from agentpay_plugin.saleor import app_account, app_page, gateway, saving, settings_fields, wiring
from agentpay_plugin.saleor.lent_key import values_of


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
    DEFAULT_CONFIGURATION: ClassVar[list[dict[str, Any]]] = settings_fields.DEFAULTS
    CONFIG_STRUCTURE: ClassVar[dict[str, dict[str, str]]] = settings_fields.STRUCTURE

    def resolve_plugin_configuration(self, request: HttpRequest) -> Any:  # noqa: ARG002
        """Return the settings as the Dashboard shows them: with the webhook URLs of the channel."""
        channel_pk = self.channel.pk if self.channel else None
        values = values_of(self.configuration)
        taker = settings.pix_taker(values)
        shown = {
            NOTICE: saving.shown_notice(values, channel_pk),
            settings_fields.WEBHOOK_URL: saving.webhook_url(channel_pk, "stripe"),
            settings_fields.PIX_WEBHOOK_URL: ""
            if taker == "stripe"
            else saving.webhook_url(channel_pk, taker),
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
        """Capture what is reserved when the transaction is ours; the answer is in its events."""
        gateway.transaction_charge_requested(transaction_data)
        return previous_value

    def transaction_cancelation_requested(
        self,
        transaction_data: TransactionActionData,
        previous_value: Any,
    ) -> Any:
        """Let go of what is reserved when the transaction is ours; the answer is in its events."""
        gateway.transaction_cancelation_requested(transaction_data)
        return previous_value
