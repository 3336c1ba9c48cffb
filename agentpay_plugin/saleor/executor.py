"""Calls Saleor's GraphQL API from inside its own process, as a shopper or as our app.

Saleor's schema takes our fields in while it is imported, so it is imported here at the first call.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.http import HttpRequest
from graphql import GraphQLError
from saleor.account.models import User
from saleor.core.db.connection import allow_writer
from saleor.core.exceptions import PermissionDenied

from agentpay_plugin.errors import OpenTransaction, ShopRefused, ShopUnavailable
from agentpay_plugin.saleor import app_account
from agentpay_plugin.shop.documents import document
from agentpay_plugin.shop.saleor.execute import Execute
from agentpay_plugin.shop.saleor.ids import key_of

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Anonymous:
    """A shopper who is not logged in."""


@dataclass(frozen=True, slots=True)
class Customer:
    """A logged-in shopper by their global id in Saleor; anonymous once that user is no active customer."""

    user_id: str


@dataclass(frozen=True, slots=True)
class OurApp:
    """Our own app account."""


Requestor = Anonymous | Customer | OurApp


def in_process(requestor: Requestor, *, customer_ip: str | None = None) -> Execute:
    """Return a way to send documents to Saleor with the requestor's rights, checked at each call.

    It raises OpenTransaction inside a database transaction, ShopUnavailable when Saleor answers with errors,
    ShopRefused when it denies them to the requestor, and for our app AppClosed.
    """

    def execute(name: str, variables: Mapping[str, object]) -> Mapping[str, Any]:
        if connection.in_atomic_block:
            raise OpenTransaction(f"{name} inside a database transaction")
        with allow_writer():
            request = _request(requestor, customer_ip)
            return _run(name, variables, request)

    return execute


def _run(name: str, variables: Mapping[str, object], request: HttpRequest) -> Mapping[str, Any]:
    from saleor.graphql.api import backend, schema
    from saleor.graphql.context import clear_context, get_context_value

    context = get_context_value(request)
    errors: list[Exception] = []
    data: Mapping[str, Any] = {}
    try:
        result = backend.document_from_string(schema, document(name)).execute(
            variable_values=dict(variables), context_value=context
        )
        data, errors = result.data, result.errors or []
    except GraphQLError as error:  # Raised, not returned, when a variable does not fit its type.
        errors = [error]
    finally:
        clear_context(context)
    if errors:
        raise _failure(name, errors, request.app is not None)  # type: ignore[attr-defined]
    return data


def _request(requestor: Requestor, customer_ip: str | None) -> HttpRequest:
    """Return a request of our own: never the one we may be answering at the moment."""
    request: Any = HttpRequest()
    request.method, request.path = "POST", "/graphql/"
    request.META = {"SERVER_NAME": "localhost", "SERVER_PORT": "80", "REMOTE_ADDR": "127.0.0.1"}
    if customer_ip:
        request.META |= {"REMOTE_ADDR": customer_ip, "HTTP_X_FORWARDED_FOR": customer_ip}
    # A replica may lag behind what the same turn has just written.
    request.allow_replica = False
    request.app, request._cached_user = None, None
    match requestor:
        case OurApp():
            request.app = app_account.current()
        case Customer(user_id):
            request._cached_user = _customer(user_id)
        case Anonymous():
            pass
    return request  # type: ignore[no-any-return]


def _customer(user_id: str) -> User | None:
    """Return the active customer. Staff shop as anonymous: a chat must not act with a member's powers."""
    pk = key_of(user_id, "User")
    if pk is None or not pk.isdigit():
        return None
    return User.objects.filter(
        pk=int(pk), is_active=True, is_staff=False, is_superuser=False
    ).first()


def _failure(name: str, errors: list[Exception], as_app: bool) -> Exception:
    """Log what failed without any value in it, and say whether the merchant closed our account."""
    causes = [getattr(error, "original_error", None) or error for error in errors]
    denied = next((cause for cause in causes if isinstance(cause, PermissionDenied)), None)
    classes = sorted({type(cause).__name__ for cause in causes})
    paths = sorted({str(getattr(error, "path", None)) for error in errors})
    logger.warning(
        "Saleor answered %s with errors: %s at %s%s",
        name,
        ", ".join(classes),
        ", ".join(paths),
        f" ({denied})" if denied else "",
    )
    if denied and as_app:
        return app_account.AppClosed("AgentPay's app lacks a permission in the shop.")
    if denied:  # so Saleor answers shoppers in a channel that was switched off
        return ShopRefused("PERMISSION_DENIED", "The shop does not allow this.")
    return ShopUnavailable(f"{name}: {', '.join(classes)}")
