"""Names the concrete adapters, once, for a process that runs inside Saleor."""

from __future__ import annotations

import logging
import os
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
from agentpay_plugin.charges import pulse
from agentpay_plugin.charges import sweep as charges_sweep
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.for_chat import ChatPayments
from agentpay_plugin.charges.ports import Books, Provider
from agentpay_plugin.chat import sweep as chat_sweep
from agentpay_plugin.chat import turns
from agentpay_plugin.chat.desk import TURN_TASK, Caller, ChatDesk, Ports
from agentpay_plugin.saleor import web
from agentpay_plugin.saleor.configuration import channel_of, settings_of

logger = logging.getLogger(__name__)

SWEEP_TASK = "agentpay.sweep"
SWEEP_SECONDS = 60
# Where a sandbox or a test leads calls that would go to Stripe.
STRIPE_API_BASE = "AGENTPAY_STRIPE_API_BASE"


@cache
def charges_desk() -> Desk:
    """Return the money shell's desk."""
    return Desk(
        books=_books,
        provider=_provider,
        settings=settings_of,
        clock=timezone.now,
        return_page_url=lambda return_id: build_absolute_uri(web.return_path(return_id)),
        is_allowed_link=_is_allowed_link,
        changed=lambda charge_id: turns.charge_changed(chat_desk(), charge_id),
        wake=wake,
        **_checkpoint_listener(),
    )


@cache
def chat_desk() -> ChatDesk:
    """Return the chat's desk."""
    return ChatDesk(
        ports=_ports,
        settings=settings_of,
        clock=timezone.now,
        wake=wake,
        charge_view=None,
    )


def caller_of(context: Any) -> tuple[ChatDesk, Caller]:
    """Return the desk and who calls, of a request to Saleor's API; keeps the sweep going on the way."""
    user = getattr(context, "user", None)
    user_id = graphene.Node.to_global_id("User", user.pk) if user and user.is_active else None
    keep_sweeping()
    return chat_desk(), Caller(user_id=user_id, ip_address=get_client_ip(context))


def wake(task: str, row_id: str) -> bool:
    """Hand a task its row; False when no broker took it. Without a broker a turn is the caller's to run."""
    if current_app.conf.task_always_eager and task == TURN_TASK:
        return False
    try:
        current_app.send_task(task, args=[row_id], retry=False)
    except OperationalError:
        logger.warning("no broker for %s", task)
        return False
    return True


def keep_sweeping() -> None:
    """Start the sweep when it has not run for a minute: many shops run no beat."""
    if pulse.claim("sweep", SWEEP_SECONDS, timezone.now()):
        wake(SWEEP_TASK, "")


def sweep() -> None:
    """Sweep charges and chats."""
    charges_sweep.sweep(charges_desk())
    chat_sweep.sweep(chat_desk())
