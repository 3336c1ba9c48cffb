"""Names the concrete adapters, once, for a process that runs inside Saleor."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from functools import cache
from typing import Any
from uuid import UUID

import graphene
from celery import current_app
from django.conf import settings as django_settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.module_loading import import_string
from kombu.exceptions import OperationalError
from saleor.core.db.connection import allow_writer
from saleor.core.utils import build_absolute_uri, get_client_ip
from saleor.core.utils.url import validate_storefront_url

from agentpay_plugin import models, payments
from agentpay_plugin.analytics import payments as analytics
from agentpay_plugin.charges import desk as charges
from agentpay_plugin.charges import pulse, view
from agentpay_plugin.charges import sweep as charges_sweep
from agentpay_plugin.charges.for_chat import ChatPayments
from agentpay_plugin.charges.ports import Books, Provider
from agentpay_plugin.chat import sweep as chat_sweep
from agentpay_plugin.chat import turns
from agentpay_plugin.chat.desk import TURN_TASK, Caller, ChatDesk, Ports
from agentpay_plugin.chat.faults import fault
from agentpay_plugin.chat.people import PeopleList
from agentpay_plugin.language.rules import RulesLanguage
from agentpay_plugin.saleor import app_account, urls
from agentpay_plugin.saleor.app_account import IDENTIFIER
from agentpay_plugin.saleor.configuration import channel_of, key_of_slug, settings_of, slug_of
from agentpay_plugin.saleor.executor import Anonymous, Customer, OurApp, in_process
from agentpay_plugin.settings import ChannelSettings
from agentpay_plugin.shop.saleor import SaleorBooks, SaleorCarts, SaleorCatalogue, SaleorOrders
from agentpay_plugin.shop.saleor.language import language_code

logger = logging.getLogger(__name__)

SWEEP_TASK = "agentpay.sweep"
SWEEP_SECONDS = 60
FEW = 3  # rows of a kind that a shopper's own call may finish
# Where a sandbox or a test leads calls that would go to Stripe.
STRIPE_API_BASE = "AGENTPAY_STRIPE_API_BASE"
# Dotted path of a function that is told each checkpoint of a payment; for fault tests.
CHECKPOINT_LISTENER = "AGENTPAY_CHECKPOINT_LISTENER"


@cache
def charges_desk() -> charges.Desk:
    """Return the money shell's desk."""
    return charges.Desk(
        books=_books,
        provider=_provider,
        settings=settings_of,
        clock=timezone.now,
        return_page_url=lambda return_id: build_absolute_uri(urls.return_path(return_id)),
        is_allowed_link=_is_allowed_link,
        changed=_changed,
        wake=wake,
        reached=_checkpoint_listener(),
        declined=_declined,
    )


@cache
def chat_desk() -> ChatDesk:
    """Return the chat's desk."""
    return ChatDesk(
        ports=_ports,
        settings=_open_settings,
        clock=timezone.now,
        wake=wake,
        charge_view=view.of,
        channel_key=key_of_slug,
        channel_slug=slug_of,
    )


def caller_of(context: Any) -> tuple[ChatDesk, Caller]:
    """Return the desk and who calls, of a request to Saleor's API; keeps the sweep going on the way."""
    user = getattr(context, "user", None)
    user_id = graphene.Node.to_global_id("User", user.pk) if user and user.is_active else None
    keep_sweeping()
    return chat_desk(), Caller(user_id=user_id, ip_address=get_client_ip(context))


def wake(task: str, row_id: str) -> bool:
    """Hand a task its row; False when no broker took it, and the work is the caller's or the sweep's."""
    app = current_app
    if app.conf.task_always_eager and task in (TURN_TASK, SWEEP_TASK):
        return False
    arguments = [row_id] if row_id else []
    expires = SWEEP_SECONDS if task == SWEEP_TASK else None
    try:
        app.tasks[task].apply_async(args=arguments, retry=False, expires=expires)
    except OperationalError:
        logger.warning("no broker took %s", task)
        return False
    return True


def keep_sweeping() -> None:
    """Start the sweep once a minute: many shops run no beat. Without a broker do a little of it here."""
    if not pulse.claim("sweep-call", SWEEP_SECONDS, timezone.now()) or wake(SWEEP_TASK, ""):
        return
    try:
        with allow_writer():
            charges_sweep.sweep(charges_desk(), limit=FEW)
            chat_sweep.sweep(chat_desk(), limit=FEW, slow=False)
    except Exception as error:  # noqa: BLE001 a door: the caller came for something else
        logger.error("sweeping in a call failed: %s", fault(error))


def sweep() -> None:
    """Finish what was left half-done, money first; once a minute, whoever calls."""
    if not pulse.claim(
        "sweep", SWEEP_SECONDS - 10, timezone.now()
    ):  # beat is not exact to the second
        return
    app_account.ensure()
    charges_sweep.sweep(charges_desk())
    chat_sweep.sweep(chat_desk())


def _books(channel: str) -> Books:  # noqa: ARG001 one shop, whatever the channel
    return SaleorBooks(in_process(Anonymous()), in_process(OurApp()), IDENTIFIER)


def _provider(channel: str, name: str) -> Provider | None:
    base = os.environ.get(STRIPE_API_BASE, "")
    return payments.provider_of(name, settings_of(channel), stripe_api_base=base)


def _open_settings(channel: str) -> ChannelSettings:
    """Return a channel's settings for a chat, which needs an active channel of the shop too."""
    found = channel_of(channel)
    return settings_of(channel) if found and found.is_active else ChannelSettings()


def _ports(conversation: models.Conversation) -> Ports:
    shopper = Customer(conversation.user_id) if conversation.user_id else Anonymous()
    execute = in_process(shopper, customer_ip=conversation.ip_address or None)
    as_app = in_process(OurApp())
    channel, language = slug_of(conversation.channel) or "", language_code(conversation.locale)
    return Ports(
        catalogue=SaleorCatalogue(execute, channel, language, as_app),
        carts=SaleorCarts(execute, channel, language),
        orders=SaleorOrders(execute, as_app, language),
        payments=ChatPayments(
            charges_desk(),
            conversation.pk,
            conversation.channel,
            conversation.locale,
        ),
        language=RulesLanguage(),
        people=PeopleList(timezone.now),
    )


def _changed(charge_id: UUID) -> None:
    analytics.count_changed(charge_id, timezone.now())
    turns.charge_changed(chat_desk(), charge_id)


def _declined(charge_id: UUID) -> None:
    analytics.count_declined(charge_id, timezone.now())


def _is_allowed_link(url: str) -> bool:
    if not url.startswith(("https://", "http://")):
        return False
    try:
        validate_storefront_url(url)
    except ValidationError:
        return False
    return True


def _checkpoint_listener() -> Callable[[str], None]:
    path = getattr(django_settings, CHECKPOINT_LISTENER, None)
    return import_string(path) if path else charges.pass_on
