"""What each call of the API takes, in the version that AgentPay pins."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from agentpay_plugin.demo.stripe.currencies import check_currency, check_total
from agentpay_plugin.demo.stripe.forms import Boolean, Fields, Integer, Listed, Metadata, Text
from agentpay_plugin.demo.stripe.problems import invalid, required

VERSION = "2026-08-26.dahlia"
_VERSIONS = """
2020-08-27 2022-08-01 2022-11-15 2023-08-16 2023-10-16 2024-04-10 2024-06-20
2024-09-30.acacia 2024-10-28.acacia 2024-11-20.acacia 2024-12-18.acacia 2025-01-27.acacia
2025-02-24.acacia 2025-03-31.basil 2025-04-30.basil 2025-05-28.basil 2025-06-30.basil
2025-07-30.basil 2025-08-27.basil 2025-09-30.clover 2026-08-26.dahlia 2026-09-30.endive
2026-10-28.endive
"""
VERSIONS = frozenset(_VERSIONS.split())
_WITHOUT_METHOD_TYPES = ".endive"

_LOCALES = """
auto bg cs da de el en en-GB es es-419 et fi fil fr fr-CA hr hu id it ja ko lt lv ms mt nb nl pl
pt pt-BR ro ru sk sl sv th tr vi zh zh-HK zh-TW
"""
LOCALES = frozenset(_LOCALES.split())
_NOT_PLAYED = "Stripe has this parameter; the look-alike does not play it."
_SESSION_NOT_PLAYED = """
after_expiration allow_promotion_codes automatic_tax branding_settings consent_collection
custom_fields custom_text customer customer_account customer_creation customer_update discounts
excluded_payment_method_types integration_identifier invoice_creation managed_payments
name_collection optional_items origin_context payment_method_collection
payment_method_configuration payment_method_data permissions
phone_number_collection redirect_on_completion return_url saved_payment_method_options
setup_intent_data shipping_address_collection shipping_options subscription_data
tax_id_collection wallet_options
"""
_REFUND_NOT_PLAYED = """
currency customer instructions_email origin refund_application_fee reverse_transfer
"""
_CAPTURE_NOT_PLAYED = """
amount_details application_fee_amount final_capture hooks payment_details transfer_data
"""
_REFUND_LIST_NOT_PLAYED = "created ending_before"
_OLD_LINE = dict.fromkeys(
    ("name", "amount", "currency", "description", "images"),
    "You cannot use this parameter of a line item: it was removed on 2022-08-01. Use price_data.",
)


def _url(value: str, path: str) -> None:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise invalid(path, "Not a valid URL", "url_invalid")


def _email(value: str, path: str) -> None:
    if not re.fullmatch(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+", value):
        raise invalid(path, f"Invalid email address: {value}", "email_invalid")


_EXPAND = Listed(Text(200), 20)
_LINE = Fields(
    known={
        "price_data": Fields(
            known={
                "currency": Text(3, check=check_currency),
                "unit_amount": Integer(0, 99_999_999_999_999),
                "product_data": Fields(
                    known={
                        "name": Text(5000),
                        "description": Text(40_000),
                        "images": Listed(Text(2048, check=_url), 8),
                        "metadata": Metadata(),
                    },
                    must=frozenset({"name"}),
                ),
                "tax_behavior": Text(one_of=frozenset({"exclusive", "inclusive", "unspecified"})),
            },
            must=frozenset({"currency", "product_data", "unit_amount"}),
        ),
        "quantity": Integer(0, 999_999),
        "metadata": Metadata(),
    },
    must=frozenset({"price_data"}),
    refuse=_OLD_LINE | dict.fromkeys(("price", "tax_rates", "adjustable_quantity"), _NOT_PLAYED),
)
SESSION_CREATE = Fields(
    known={
        "mode": Text(one_of=frozenset({"payment", "setup", "subscription"})),
        "line_items": Listed(_LINE, 100),
        "success_url": Text(5000, check=_url),
        "cancel_url": Text(5000, check=_url),
        "expires_at": Integer(0, 9_999_999_999),
        "locale": Text(one_of=LOCALES),
        "client_reference_id": Text(200),
        "customer_email": Text(512, check=_email),
        "metadata": Metadata(),
        "payment_intent_data": Fields(
            known={
                "capture_method": Text(
                    one_of=frozenset({"automatic", "automatic_async", "manual"})
                ),
                "metadata": Metadata(),
                "description": Text(1000),
                "receipt_email": Text(512, check=_email),
                "statement_descriptor": Text(22),
                "statement_descriptor_suffix": Text(22),
            }
        ),
        "adaptive_pricing": Fields(known={"enabled": Boolean()}),
        "payment_method_types": Listed(Text(50), 50),
        "payment_method_options": Fields(
            known={"pix": Fields(known={"expires_after_seconds": Integer(10, 1_209_600)})}
        ),
        "submit_type": Text(one_of=frozenset({"auto", "book", "donate", "pay", "subscribe"})),
        "billing_address_collection": Text(one_of=frozenset({"auto", "required"})),
        "ui_mode": Text(one_of=frozenset({"hosted_page", "embedded_page", "elements", "form"})),
        "currency": Text(3, check=check_currency),
        "expand": _EXPAND,
    },
    refuse=dict.fromkeys(_SESSION_NOT_PLAYED.split(), _NOT_PLAYED),
)
EXPAND_ONLY = Fields(known={"expand": _EXPAND})
LINE_ITEMS = Fields(
    known={"limit": Integer(1, 100), "starting_after": Text(100), "expand": _EXPAND}
)
NOTHING = Fields(known={})
LIST = Fields(known={"limit": Integer(1, 100), "starting_after": Text(255)})
ENDPOINT_CREATE = Fields(
    known={
        "url": Text(5000, check=_url),
        "enabled_events": Listed(Text(100), 500),
        "api_version": Text(one_of=VERSIONS),
        "description": Text(5000),
        "metadata": Metadata(),
    },
    must=frozenset({"url", "enabled_events"}),
    refuse={"connect": _NOT_PLAYED},
)
REFUND_CREATE = Fields(
    known={
        "payment_intent": Text(255),
        "charge": Text(255),
        "amount": Integer(1, 99_999_999_999_999),
        "reason": Text(one_of=frozenset({"duplicate", "fraudulent", "requested_by_customer"})),
        "metadata": Metadata(),
        "expand": _EXPAND,
    },
    refuse=dict.fromkeys(_REFUND_NOT_PLAYED.split(), _NOT_PLAYED),
)
CAPTURE = Fields(
    known={
        "amount_to_capture": Integer(1, 99_999_999_999_999),
        "metadata": Metadata(),
        "statement_descriptor": Text(22),
        "statement_descriptor_suffix": Text(22),
        "expand": _EXPAND,
    },
    refuse=dict.fromkeys(_CAPTURE_NOT_PLAYED.split(), _NOT_PLAYED),
)
CANCEL = Fields(
    known={
        "cancellation_reason": Text(
            one_of=frozenset({"abandoned", "duplicate", "fraudulent", "requested_by_customer"})
        ),
        "expand": _EXPAND,
    },
)
REFUND_LIST = Fields(
    known={
        "payment_intent": Text(255),
        "charge": Text(255),
        "limit": Integer(1, 100),
        "starting_after": Text(255),
        "expand": _EXPAND,
    },
    refuse=dict.fromkeys(_REFUND_LIST_NOT_PLAYED.split(), _NOT_PLAYED),
)


def check_session(params: Mapping[str, Any], version: str, now: int) -> None:
    """Raise Problem for what is wrong between the parameters of a new session, not in one alone."""
    if version.endswith(_WITHOUT_METHOD_TYPES) and "payment_method_types" in params:
        raise invalid(
            "payment_method_types",
            "`payment_method_types` was removed in API version 2026-09-30.endive.",
            "payment_method_types_no_longer_supported",
        )
    if "mode" not in params:
        raise required("mode")
    if params["mode"] != "payment":
        raise invalid("mode", "The look-alike plays payment mode alone.")
    if params.get("ui_mode", "hosted_page") != "hosted_page":
        raise invalid("ui_mode", "The look-alike plays the hosted page alone.")
    if "success_url" not in params:
        raise required("success_url")
    if not params.get("line_items"):
        raise required("line_items")
    _check_lines(params["line_items"])
    _check_methods(params)
    _check_expiry(params.get("expires_at"), now)


def _check_methods(params: Mapping[str, Any]) -> None:
    methods = params.get("payment_method_types", [])
    currency = params["line_items"][0]["price_data"]["currency"]
    if "pix" in methods and currency != "brl":
        raise invalid(
            "payment_method_types",
            "The currency of a Checkout Session with pix must be brl.",
        )
    is_manual = params.get("payment_intent_data", {}).get("capture_method") == "manual"
    if "pix" in methods and is_manual:
        raise invalid(
            "payment_intent_data[capture_method]",
            "The payment method type pix does not support manual capture.",
        )


def _check_lines(lines: list[Mapping[str, Any]]) -> None:
    for at, line in enumerate(lines):
        if line.get("quantity", 0) < 1:
            raise invalid(
                f"line_items[{at}][quantity]",
                f"Quantity is required. Add `quantity` to `line_items[{at}]`",
            )
    currencies = {line["price_data"]["currency"] for line in lines}
    if len(currencies) > 1:
        raise invalid("line_items", "All line items must have the same currency.")
    total = sum(line["price_data"]["unit_amount"] * line["quantity"] for line in lines)
    check_total(total, currencies.pop(), "line_items")


def _check_expiry(expires_at: int | None, now: int) -> None:
    if expires_at is None:
        return
    if expires_at < now + 30 * 60:
        raise invalid(
            "expires_at",
            "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.",
        )
    if expires_at > now + 24 * 60 * 60:
        raise invalid(
            "expires_at",
            "The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.",
        )
