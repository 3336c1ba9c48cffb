"""Stripe's objects as they stand on the wire."""

from __future__ import annotations

import secrets
import string
from collections.abc import Mapping
from typing import Any

from agentpay_plugin.demo.stripe.parameters import VERSION

Thing = dict[str, Any]

_LETTERS = string.ascii_letters + string.digits


def new_id(prefix: str, length: int = 24) -> str:
    return prefix + "".join(secrets.choice(_LETTERS) for _ in range(length))


def webhook_endpoint(params: Mapping[str, Any], now: int) -> Thing:
    """Return a new endpoint, without its secret."""
    return {
        "id": new_id("we_1"),
        "object": "webhook_endpoint",
        "api_version": params.get("api_version"),
        "application": None,
        "created": now,
        "description": params.get("description"),
        "enabled_events": params["enabled_events"],
        "livemode": False,
        "metadata": params.get("metadata", {}),
        "status": "enabled",
        "url": params["url"],
    }


def session(params: Mapping[str, Any], now: int, public_url: str) -> Thing:
    """Return a new open Checkout Session. Its payment does not exist before the shopper pays."""
    session_id = new_id("cs_test_a1", 56)
    lines = params["line_items"]
    total = sum(line["price_data"]["unit_amount"] * line["quantity"] for line in lines)
    return {
        "id": session_id,
        "object": "checkout.session",
        "adaptive_pricing": {"enabled": params.get("adaptive_pricing", {}).get("enabled", True)},
        "after_expiration": None,
        "allow_promotion_codes": None,
        "amount_subtotal": total,
        "amount_total": total,
        "automatic_tax": {"enabled": False, "liability": None, "provider": None, "status": None},
        "billing_address_collection": params.get("billing_address_collection"),
        "cancel_url": params.get("cancel_url"),
        "client_reference_id": params.get("client_reference_id"),
        "client_secret": None,
        "collected_information": None,
        "consent": None,
        "consent_collection": None,
        "created": now,
        "currency": lines[0]["price_data"]["currency"],
        "currency_conversion": None,
        "custom_fields": [],
        "custom_text": {
            "after_submit": None,
            "shipping_address": None,
            "submit": None,
            "terms_of_service_acceptance": None,
        },
        "customer": None,
        "customer_account": None,
        "customer_creation": "if_required",
        "customer_details": None,
        "customer_email": params.get("customer_email"),
        "discounts": [],
        "expires_at": params.get("expires_at", now + 24 * 60 * 60),
        "invoice": None,
        "invoice_creation": None,
        "livemode": False,
        "locale": params.get("locale"),
        "metadata": params.get("metadata", {}),
        "mode": "payment",
        "payment_intent": None,
        "payment_link": None,
        "payment_method_collection": "if_required",
        "payment_method_configuration_details": None,
        "payment_method_options": {},
        "payment_method_types": params.get("payment_method_types", ["card"]),
        "payment_status": "unpaid" if total else "no_payment_required",
        "permissions": None,
        "phone_number_collection": {"enabled": False},
        "recovered_from": None,
        "saved_payment_method_options": None,
        "setup_intent": None,
        "shipping_address_collection": None,
        "shipping_cost": None,
        "shipping_options": [],
        "status": "open",
        "submit_type": params.get("submit_type"),
        "subscription": None,
        "success_url": params["success_url"],
        "total_details": {"amount_discount": 0, "amount_shipping": 0, "amount_tax": 0},
        "ui_mode": "hosted_page",
        "url": f"{public_url}/c/pay/{session_id}",
        "wallet_options": None,
    }


def line_items(params: Mapping[str, Any], now: int) -> list[Thing]:
    return [_line_item(line, now) for line in params["line_items"]]


def _line_item(line: Mapping[str, Any], now: int) -> Thing:
    price, quantity = line["price_data"], line["quantity"]
    total = price["unit_amount"] * quantity
    return {
        "id": new_id("li_"),
        "object": "item",
        "adjustable_quantity": None,
        "amount_discount": 0,
        "amount_subtotal": total,
        "amount_tax": 0,
        "amount_total": total,
        "currency": price["currency"],
        "description": price["product_data"]["name"],
        "metadata": line.get("metadata", {}),
        "price": {
            "id": new_id("price_"),
            "object": "price",
            "active": False,
            "billing_scheme": "per_unit",
            "created": now,
            "currency": price["currency"],
            "custom_unit_amount": None,
            "livemode": False,
            "lookup_key": None,
            "metadata": {},
            "nickname": None,
            "product": new_id("prod_", 14),
            "recurring": None,
            "tax_behavior": price.get("tax_behavior", "unspecified"),
            "tiers_mode": None,
            "transform_quantity": None,
            "type": "one_time",
            "unit_amount": price["unit_amount"],
            "unit_amount_decimal": str(price["unit_amount"]),
        },
        "quantity": quantity,
    }


def payment_intent(of: Mapping[str, Any], data: Mapping[str, Any], now: int) -> Thing:
    """Return the payment of the session `of`, made from its `payment_intent_data`."""
    intent_id = new_id("pi_3")
    return {
        "id": intent_id,
        "object": "payment_intent",
        "amount": of["amount_total"],
        "amount_capturable": 0,
        "amount_details": {"tip": {}},
        "amount_received": 0,
        "application": None,
        "application_fee_amount": None,
        "automatic_payment_methods": None,
        "canceled_at": None,
        "cancellation_reason": None,
        "capture_method": data.get("capture_method", "automatic_async"),
        "client_secret": f"{intent_id}_secret_{new_id('', 25)}",
        "confirmation_method": "automatic",
        "created": now,
        "currency": of["currency"],
        "customer": None,
        "customer_account": None,
        "description": data.get("description"),
        "last_payment_error": None,
        "latest_charge": None,
        "livemode": False,
        "metadata": data.get("metadata", {}),
        "next_action": None,
        "on_behalf_of": None,
        "payment_method": None,
        "payment_method_configuration_details": None,
        "payment_method_options": {},
        "payment_method_types": of["payment_method_types"],
        "processing": None,
        "receipt_email": data.get("receipt_email"),
        "review": None,
        "setup_future_usage": None,
        "shipping": None,
        "source": None,
        "statement_descriptor": data.get("statement_descriptor"),
        "statement_descriptor_suffix": data.get("statement_descriptor_suffix"),
        "status": "requires_payment_method",
        "transfer_data": None,
        "transfer_group": None,
    }


def charge(of: Mapping[str, Any], email: str | None, now: int, failure: str | None = None) -> Thing:
    """Return the charge of the payment `of`; failed when a `failure` code is given."""
    is_taken = not failure and of["capture_method"] != "manual"
    return {
        "id": new_id("ch_3"),
        "object": "charge",
        "amount": of["amount"],
        "amount_captured": of["amount"] if is_taken else 0,
        "amount_refunded": 0,
        "application": None,
        "application_fee": None,
        "application_fee_amount": None,
        "balance_transaction": new_id("txn_3") if is_taken else None,
        "billing_details": {
            "address": dict.fromkeys(("city", "country", "line1", "line2", "postal_code", "state")),
            "email": email,
            "name": None,
            "phone": None,
            "tax_id": None,
        },
        "calculated_statement_descriptor": "LOOK-ALIKE",
        "captured": is_taken,
        "created": now,
        "currency": of["currency"],
        "customer": None,
        "description": of["description"],
        "disputed": False,
        "failure_balance_transaction": None,
        "failure_code": failure,
        "failure_message": "Your card was declined." if failure else None,
        "fraud_details": {},
        "livemode": False,
        "metadata": of["metadata"],
        "on_behalf_of": None,
        "outcome": None,
        "paid": not failure,
        "payment_intent": of["id"],
        "payment_method": new_id("pm_1"),
        "payment_method_details": None,
        "receipt_email": of["receipt_email"],
        "receipt_number": None,
        "receipt_url": None,
        "refunded": False,
        "review": None,
        "shipping": None,
        "source_transfer": None,
        "statement_descriptor": None,
        "statement_descriptor_suffix": None,
        "status": "failed" if failure else "succeeded",
        "transfer_data": None,
        "transfer_group": None,
    }


def refund(
    of: Mapping[str, Any],
    params: Mapping[str, Any],
    status: str,
    now: int,
    *,
    moves_money: bool = True,
) -> Thing:
    """Return a refund of the charge `of`; none that `moves_money` lets go of what was reserved."""
    return {
        "id": new_id("re_3"),
        "object": "refund",
        "amount": params["amount"],
        "balance_transaction": new_id("txn_3") if moves_money else None,
        "charge": of["id"],
        "created": now,
        "currency": of["currency"],
        "destination_details": None,
        "metadata": params.get("metadata", {}),
        "payment_intent": of["payment_intent"],
        "reason": params.get("reason"),
        "receipt_number": None,
        "source_transfer_reversal": None,
        "status": status,
        "transfer_reversal": None,
    }


def dispute(of: Mapping[str, Any], amount: int, reason: str, now: int, *, inquiry: bool) -> Thing:
    """Return a dispute about the charge `of`; an inquiry takes no money yet."""
    return {
        "id": new_id("du_1"),
        "object": "dispute",
        "amount": amount,
        "balance_transactions": [],
        "charge": of["id"],
        "created": now,
        "currency": of["currency"],
        "enhanced_eligibility_types": [],
        "evidence": dict.fromkeys(_EVIDENCE) | {"enhanced_evidence": {}},
        "evidence_details": {
            "due_by": now + _DAYS_TO_ANSWER * 86400,
            "enhanced_eligibility": {},
            "has_evidence": False,
            "past_due": False,
            "submission_count": 0,
        },
        "is_charge_refundable": inquiry,
        "livemode": False,
        "metadata": {},
        "payment_intent": of["payment_intent"],
        "reason": reason,
        "status": "warning_needs_response" if inquiry else "needs_response",
    }


_DAYS_TO_ANSWER = 9
_EVIDENCE = (
    "access_activity_log",
    "billing_address",
    "cancellation_policy",
    "cancellation_policy_disclosure",
    "cancellation_rebuttal",
    "customer_communication",
    "customer_email_address",
    "customer_name",
    "customer_purchase_ip",
    "customer_signature",
    "duplicate_charge_documentation",
    "duplicate_charge_explanation",
    "duplicate_charge_id",
    "product_description",
    "receipt",
    "refund_policy",
    "refund_policy_disclosure",
    "refund_refusal_explanation",
    "service_date",
    "service_documentation",
    "shipping_address",
    "shipping_carrier",
    "shipping_date",
    "shipping_documentation",
    "shipping_tracking_number",
    "uncategorized_file",
    "uncategorized_text",
)


def event(kind: str, thing: Thing, now: int, request_id: str | None, key: str | None) -> Thing:
    return {
        "id": new_id("evt_1"),
        "object": "event",
        "api_version": VERSION,
        "created": now,
        "data": {"object": thing},
        "livemode": False,
        "pending_webhooks": 1,
        "request": {"id": request_id, "idempotency_key": key},
        "type": kind,
    }


def account(key: str) -> Thing:
    return {
        "id": f"acct_1{key[-8:]}",
        "object": "account",
        "business_type": None,
        "charges_enabled": True,
        "country": "US",
        "created": 1_700_000_000,
        "default_currency": "usd",
        "details_submitted": True,
        "email": None,
        "metadata": {},
        "payouts_enabled": True,
        "type": "standard",
    }
