"""The fields of the settings page in the Dashboard: what stands in them at first, and what they say."""

from __future__ import annotations

from typing import Any

from saleor.plugins.base_plugin import ConfigurationTypeField

from agentpay_plugin import settings
from agentpay_plugin.payments.setup import NOTICE

WEBHOOK_URL = "webhook_url"
PIX_WEBHOOK_URL = "pix_webhook_url"

DEFAULTS: list[dict[str, Any]] = [
    {"name": NOTICE, "value": ""},
    {"name": settings.STRIPE_SECRET_KEY, "value": ""},
    {"name": settings.USE_SALEOR_STRIPE_KEY, "value": False},
    {"name": settings.STRIPE_WEBHOOK_SECRET, "value": ""},
    {"name": WEBHOOK_URL, "value": ""},
    {"name": settings.LINK_LIFETIME_MINUTES, "value": "31"},
    {"name": settings.STOREFRONT_GRACE_MINUTES, "value": "5"},
    {"name": settings.ON_UNCOMPLETABLE, "value": "refund"},
    {"name": settings.CAPTURE_METHOD, "value": "automatic"},
    {"name": settings.GREETING, "value": ""},
    {"name": settings.ANSWERS, "value": ""},
    {"name": settings.ACT_ON_RULES_PERCENT, "value": "60"},
    {"name": settings.ACT_ON_MODEL_PERCENT, "value": "90"},
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
    {"name": settings.ASSISTANT_PROVIDER, "value": ""},
    {"name": settings.ASSISTANT_MODEL, "value": ""},
    {"name": settings.ASSISTANT_API_KEY, "value": ""},
    {"name": settings.ASSISTANT_BASE_URL, "value": ""},
    {"name": settings.ASSISTANT_MONEY_PER_CHAT, "value": "0.20"},
    {"name": settings.ASSISTANT_MONEY_PER_DAY, "value": "10.00"},
    {"name": settings.ASSISTANT_ROUNDS, "value": "6"},
    {"name": settings.ASSISTANT_SECONDS, "value": "20"},
]

STRUCTURE: dict[str, dict[str, str]] = {
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
        " checkout.session.*, payment_intent.payment_failed, payment_intent.canceled,"
        " payment_intent.amount_capturable_updated, charge.captured, charge.refunded, refund.* and charge.dispute.*.",
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
    settings.CAPTURE_METHOD: {
        "type": ConfigurationTypeField.STRING,
        "label": "Cards are charged",
        "help_text": "automatic: when the shopper pays. manual: the amount is only reserved on the card, and you"
        " capture it on the order's page, within seven days, all of it or less; or cancel it. A restricted key"
        " then needs PaymentIntents write. PIX is always charged at once.",
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
    settings.ACT_ON_RULES_PERCENT: {
        "type": ConfigurationTypeField.STRING,
        "label": "Act on fixed rules from (percent sure)",
        "help_text": "How sure the chat must be of what a rule read before it puts goods into the cart; below"
        " it asks back. 0 to 100.",
    },
    settings.ACT_ON_MODEL_PERCENT: {
        "type": ConfigurationTypeField.STRING,
        "label": "Act on the local model from (percent sure)",
        "help_text": "The same for words that no rule reads and the model that comes with AgentPay does. 0 to 100.",
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
    settings.ASSISTANT_PROVIDER: {
        "type": ConfigurationTypeField.STRING,
        "label": "Assistant",
        "help_text": "A language model that answers in the chat: claude, or openai for OpenAI and any server that"
        " speaks its API. Empty: none, the chat answers by itself. What shoppers write goes to that provider.",
    },
    settings.ASSISTANT_MODEL: {
        "type": ConfigurationTypeField.STRING,
        "label": "Model of the assistant",
        "help_text": "As the provider's API names it. Claude's, if you leave it empty: claude-haiku-5-5.",
    },
    settings.ASSISTANT_API_KEY: {
        "type": ConfigurationTypeField.SECRET,
        "label": "API key of the assistant",
        "help_text": "From the provider's console, best one for this shop alone with a limit of its own.",
    },
    settings.ASSISTANT_BASE_URL: {
        "type": ConfigurationTypeField.STRING,
        "label": "Address of the assistant's server",
        "help_text": "Only for openai, and empty for OpenAI itself: the part before /chat/completions, such as"
        " https://models.example/v1. By http:// only a server on this very machine.",
    },
    settings.ASSISTANT_MONEY_PER_CHAT: {
        "type": ConfigurationTypeField.STRING,
        "label": "Most money for the assistant in one chat (US dollars)",
        "help_text": "And for one shopper in all chats of a day. Then the chat answers by itself. 0.01 to 100; 0.20 if you"
        " leave it.",
    },
    settings.ASSISTANT_MONEY_PER_DAY: {
        "type": ConfigurationTypeField.STRING,
        "label": "Most money for the assistant in a day (US dollars)",
        "help_text": "For all chats of this channel. 0.01 to 100000; 10 if you leave it.",
    },
    settings.ASSISTANT_ROUNDS: {
        "type": ConfigurationTypeField.STRING,
        "label": "Steps of the assistant for one message",
        "help_text": "How often the model is asked at most until a message is answered, 1 to 20; 6 if you leave it.",
    },
    settings.ASSISTANT_SECONDS: {
        "type": ConfigurationTypeField.STRING,
        "label": "Seconds of the assistant for one message",
        "help_text": "For all its steps together. Then the chat answers by itself. 5 to 120; 20 if you leave it.",
    },
}
