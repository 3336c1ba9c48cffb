"""Names the concrete adapters, once, for a process that runs inside Saleor."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from functools import cache, partial
from typing import Any

import graphene
import saleor
from celery import current_app
from django.conf import settings as django_settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.module_loading import import_string
from saleor.core.db.connection import allow_writer
from saleor.core.utils import build_absolute_uri, get_client_ip
from saleor.core.utils.url import validate_storefront_url

from agentpay_plugin import models, payments
from agentpay_plugin.charges import desk as charges
from agentpay_plugin.charges import view
from agentpay_plugin.charges.for_chat import ChatPayments
from agentpay_plugin.charges.ports import Books, Provider
from agentpay_plugin.chat.assistant.desk import AssistantDesk
from agentpay_plugin.chat.desk import Caller, ChatDesk, Ports
from agentpay_plugin.chat.people import PeopleList
from agentpay_plugin.conversation.library import own_answers
from agentpay_plugin.errors import ShopRefused, ShopUnavailable
from agentpay_plugin.hosting import assistants, places, publishing, sweeping, telling, urls, web
from agentpay_plugin.hosting.celery import wake
from agentpay_plugin.hosting.concerns import PREFIXES, concerns
from agentpay_plugin.hosting.host import Host
from agentpay_plugin.language.hybrid import HybridLanguage, Thresholds
from agentpay_plugin.language.model import Model
from agentpay_plugin.language.models import CLAUDE_API_BASE, model_of
from agentpay_plugin.saleor import app_account, lent_key
from agentpay_plugin.saleor.app_account import IDENTIFIER
from agentpay_plugin.saleor.configuration import (
    channel_key,
    channel_of,
    has_assistant,
    key_of_slug,
    settings_of,
    slug_of,
)
from agentpay_plugin.saleor.executor import Anonymous, Customer, OurApp, in_process
from agentpay_plugin.saleor.requests import SaleorRequests
from agentpay_plugin.settings import ChannelSettings
from agentpay_plugin.shop.kept import Kept
from agentpay_plugin.shop.saleor import (
    SaleorBooks,
    SaleorCarts,
    SaleorCatalogue,
    SaleorLibrary,
    SaleorOrders,
    problems,
)
from agentpay_plugin.shop.saleor.goods_map import GoodsMap
from agentpay_plugin.shop.saleor.language import language_code
from agentpay_plugin.shop.saleor.versions import (
    calculates_delivery,
    counts_gift_cards,
    lists_problems,
)
from agentpay_plugin.shop.search.library import Article

logger = logging.getLogger(__name__)

# Saleor keeps a hundred problems of an app, cleared ones included.
_SHOWN = 50
# Where a sandbox or a test leads calls that would go to the providers.
STRIPE_API_BASE = "AGENTPAY_STRIPE_API_BASE"
ASAAS_API_BASE = "AGENTPAY_ASAAS_API_BASE"
PIX_API_BASE = "AGENTPAY_PIX_API_BASE"
# Dotted path of a function that is told each checkpoint of a payment; for fault tests.
CHECKPOINT_LISTENER = "AGENTPAY_CHECKPOINT_LISTENER"


@cache
def charges_desk() -> charges.Desk:
    """Return the money shell's desk."""
    return charges.Desk(
        books=_books,
        requests=SaleorRequests(),
        provider=_provider,
        settings=settings_of,
        clock=timezone.now,
        return_page_url=lambda return_id: build_absolute_uri(urls.return_path(return_id)),
        is_allowed_link=_is_allowed_link,
        changed=telling.changed(chat_desk),
        wake=wake,
        reached=_checkpoint_listener(),
        declined=telling.declined(chat_desk),
        accepts_charges=app_account.is_open,
        counts_gift_cards=counts_gift_cards(saleor.__version__),
    )


@cache
def chat_desk() -> ChatDesk:
    """Return the chat's desk."""
    broker_url = current_app.conf.broker_url or ""
    ways = publishing.over_redis(broker_url, slug_of)
    return ChatDesk(
        ports=_ports,
        settings=_open_settings,
        clock=timezone.now,
        wake=wake,
        charge_view=view.of,
        channel_key=key_of_slug,
        channel_slug=slug_of,
        publish=ways.publish,
        assistant=AssistantDesk(
            model=_model, slot=places.of(publishing.redis_url(broker_url)), stream=ways.stream
        ),
    )


def caller_of(context: Any) -> tuple[ChatDesk, Caller]:
    """Return the desk and who calls, of a request to Saleor's API; keeps the sweep going on the way."""
    user = getattr(context, "user", None)
    user_id = graphene.Node.to_global_id("User", user.pk) if user and user.is_active else None
    keep_sweeping()
    return chat_desk(), Caller(user_id=user_id, ip_address=get_client_ip(context))


def host() -> Host:
    """Return what the operator's commands need of Saleor."""
    return Host(charges_desk(), key_of_slug, slug_of, _lacking_assistants)


def web_door() -> web.Door:
    """Return what our own URLs need of Saleor."""
    return web.Door(charges_desk(), channel_key, keep_sweeping)


def keep_sweeping() -> None:
    """Start the sweep once a minute; without a broker do a little of it here."""
    sweeping.keep_sweeping(charges_desk(), chat_desk(), wake, allow_writer)


def sweep() -> None:
    """Finish what was left half-done; once a minute, whoever calls."""
    if sweeping.is_due(charges_desk()):
        app_account.ensure()
        sweeping.sweep(charges_desk(), chat_desk())
        _show_what_waits()


def _show_what_waits() -> None:
    """Show in the Dashboard what waits for the merchant; the payments' own rows are the list that counts."""
    if not lists_problems(saleor.__version__):
        return
    found = lent_key.concerns() | concerns(timezone.now(), slug_of, _SHOWN)
    try:
        problems.show(in_process(OurApp()), found, (*PREFIXES, lent_key.PREFIX))
    except (ShopRefused, ShopUnavailable) as problem:
        logger.info("what waits is not shown in the Dashboard: %s", problem.code)


def _books(channel: str) -> Books:  # noqa: ARG001 one shop, whatever the channel
    return SaleorBooks(in_process(Anonymous()), in_process(OurApp()), IDENTIFIER)


def _provider(channel: str, name: str) -> Provider | None:
    return payments.provider_of(name, settings_of(channel), bases())


def bases() -> payments.Bases:
    """Return where calls are led instead of to the providers; nowhere in a shop."""
    named = (STRIPE_API_BASE, ASAAS_API_BASE, PIX_API_BASE)
    return payments.Bases(*(os.environ.get(each, "") for each in named))


def claude_base() -> str:
    """Return where calls are led instead of to Claude; nowhere in a shop."""
    return os.environ.get(CLAUDE_API_BASE, "")


def _model(settings: ChannelSettings) -> Model | None:
    return model_of(settings, claude_base())


def lacks_for_assistant() -> str:
    """Return what this Saleor lacks for any assistant to answer, in one sentence."""
    conf = current_app.conf
    has_redis = bool(publishing.redis_url(conf.broker_url or ""))
    return assistants.lacks(is_eager=bool(conf.task_always_eager), has_redis=has_redis)


def _lacking_assistants() -> tuple[str, ...]:
    """Say what is lacking where a channel has an assistant."""
    lacking = lacks_for_assistant()
    return (lacking,) if lacking and has_assistant() else ()


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
        catalogue=SaleorCatalogue(
            execute, channel, language, as_app, in_process(Anonymous()), goods_maps()
        ),
        carts=SaleorCarts(
            execute,
            channel,
            language,
            calculates_delivery=calculates_delivery(saleor.__version__),
        ),
        library=SaleorLibrary(
            in_process(Anonymous()),
            language,
            own_answers(settings_of(conversation.channel).answers),
            pages_kept(),
        ),
        orders=SaleorOrders(execute, as_app, language),
        payments=ChatPayments(
            charges_desk(),
            conversation.pk,
            conversation.channel,
            conversation.locale,
        ),
        language=HybridLanguage(partial(_thresholds, conversation.channel)),
        people=PeopleList(timezone.now),
    )


@cache
def goods_maps() -> Kept[GoodsMap]:
    """Return what this process keeps of how channels sort their goods."""
    return Kept()


@cache
def pages_kept() -> Kept[tuple[Article, ...]]:
    """Return what this process keeps of the shop's pages."""
    return Kept()


def _thresholds(channel: str) -> Thresholds:
    chosen = settings_of(channel)
    return Thresholds(chosen.act_on_rules, chosen.act_on_model)


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
