"""Names the concrete adapters, once, for a process that runs inside Saleor."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from contextlib import suppress
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
from saleor.core.utils import build_absolute_uri, get_client_ip
from saleor.core.utils.url import validate_storefront_url

from agentpay_plugin import models, payments
from agentpay_plugin.charges import desk as charges
from agentpay_plugin.charges import pulse, view
from agentpay_plugin.charges import sweep as charges_sweep
from agentpay_plugin.charges.for_chat import ChatPayments
from agentpay_plugin.charges.ports import Books, Provider
from agentpay_plugin.chat import sweep as chat_sweep
from agentpay_plugin.chat import turns
from agentpay_plugin.chat.desk import TURN_TASK, Caller, ChargeNews, ChatDesk, Ports
from agentpay_plugin.chat.people import PeopleList
from agentpay_plugin.errors import ShopRefused
from agentpay_plugin.language.rules import RulesLanguage
from agentpay_plugin.saleor import app_account, urls
from agentpay_plugin.saleor.app_account import IDENTIFIER
from agentpay_plugin.saleor.configuration import channel_of, settings_of
from agentpay_plugin.saleor.executor import Anonymous, Customer, OurApp, in_process
from agentpay_plugin.settings import ChannelSettings
from agentpay_plugin.shop.saleor import SaleorBooks, SaleorCarts, SaleorCatalogue, SaleorOrders
from agentpay_plugin.shop.saleor.language import language_code

logger = logging.getLogger(__name__)

SWEEP_TASK = "agentpay.sweep"
SWEEP_SECONDS = 60
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
        changed=lambda charge_id: turns.charge_changed(chat_desk(), charge_id),
        wake=wake,
        reached=_checkpoint_listener(),
    )


@cache
def chat_desk() -> ChatDesk:
    """Return the chat's desk."""
    return ChatDesk(
        ports=_ports,
        settings=_open_settings,
        clock=timezone.now,
        wake=wake,
        charge_view=_charge_news,
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
    if app.conf.task_always_eager and task == TURN_TASK:
        return False
    arguments = [row_id] if row_id else []
    try:
        app.tasks[task].apply_async(args=arguments, retry=False)
    except OperationalError:
        logger.warning("no broker took %s", task)
        return False
    return True


def keep_sweeping() -> None:
    """Start the sweep when it has not run for a minute: many shops run no beat."""
    if pulse.claim("sweep", SWEEP_SECONDS, timezone.now()):
        wake(SWEEP_TASK, "")


def sweep() -> None:
    """Finish what was left half-done, money first."""
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
    channel, language = conversation.channel, language_code(conversation.locale)
    found = channel_of(channel)
    return Ports(
        catalogue=SaleorCatalogue(execute, channel, language, as_app),
        carts=SaleorCarts(execute, channel, language),
        orders=SaleorOrders(execute, as_app, language),
        payments=ChatPayments(
            charges_desk(),
            conversation.pk,
            found.key if found else channel,
            conversation.locale,
        ),
        language=RulesLanguage(),
        people=PeopleList(timezone.now),
    )


def _charge_news(charge_id: UUID) -> ChargeNews:
    conversation_id, told = view.of(charge_id)
    if conversation_id is None or told.order_id is None:
        return conversation_id, told, None
    orders = SaleorOrders(in_process(Anonymous()), in_process(OurApp()))
    with suppress(
        ShopRefused
    ):  # the money's news are told, also when our account was closed meanwhile
        return conversation_id, told, orders.order(told.order_id)
    return conversation_id, told, None


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
