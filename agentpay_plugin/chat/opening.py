"""Opens a conversation: what the storefront may say of itself, and the row that comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from agentpay_plugin.chat import checks, limits
from agentpay_plugin.chat.desk import Caller, ChatDesk
from agentpay_plugin.chat.refusals import Refused, Why
from agentpay_plugin.conversation import codec
from agentpay_plugin.conversation.state import Conversation as State
from agentpay_plugin.errors import NotFound
from agentpay_plugin.models import Conversation


@dataclass(frozen=True, slots=True)
class ProductInput:
    """Which product a page shows: any one of the three. What else a page says of it is never taken."""

    id: str | None = None
    slug: str | None = None
    sku: str | None = None


@dataclass(frozen=True, slots=True)
class StartInput:
    """What a storefront opens a chat with. `locale` is a BCP 47 tag, `checkout_id` its own checkout."""

    channel: str
    locale: str = "en"
    product: ProductInput | None = None
    page_url: str = ""
    visitor_id: str = ""
    checkout_id: str | None = None


def checked(given: StartInput) -> StartInput:
    """Return the input, ready to be stored."""
    return StartInput(
        channel=checks.needed("input.channel", given.channel),
        locale=checks.locale(given.locale),
        product=_product(given.product) if given.product else None,
        page_url=checks.page_url(given.page_url),
        visitor_id=checks.text("input.visitorId", given.visitor_id, limits.LONGEST_VISITOR_ID),
        checkout_id=checks.text("input.checkoutId", given.checkout_id or "", limits.LONGEST_ID)
        or None,
    )


def require_open(desk: ChatDesk, channel: str, field: str) -> None:
    """Refuse a channel in which there is no chat; one that does not exist has none either."""
    try:
        active = desk.settings(channel).active
    except NotFound:
        active = False
    if not active:
        raise Refused(Why.CHAT_CLOSED, field)


def require_few(caller: Caller, now: datetime) -> None:
    """Refuse to open more chats from one address; several at the very same moment may all get through."""
    if not caller.ip_address:
        return
    most, span = limits.CHATS_PER_ADDRESS
    recent = Conversation.objects.filter(ip_address=caller.ip_address, created_at__gt=now - span)
    if recent.count() >= most:
        raise Refused(Why.TOO_MANY_CHATS)


def row_of(given: StartInput, caller: Caller, token_hash: str, now: datetime) -> Conversation:
    """Return the new conversation, not saved."""
    key = uuid4()
    return Conversation(
        id=key,
        token_hash=token_hash,
        channel=given.channel,
        locale=given.locale,
        visitor_id=given.visitor_id,
        user_id=caller.user_id or "",
        ip_address=caller.ip_address or "",
        page_url=given.page_url,
        state=codec.encode(State(str(key), given.channel, given.locale)),
        created_at=now,
        updated_at=now,
    )


def payload_of(given: StartInput) -> dict[str, Any]:
    """Return what the first turn is about."""
    product = given.product
    return {
        "product": {"id": product.id, "slug": product.slug, "sku": product.sku}
        if product
        else None,
        "cartId": given.checkout_id,
    }


def _product(given: ProductInput) -> ProductInput | None:
    def value(name: str, text: str | None) -> str | None:
        return checks.text(f"input.product.{name}", text or "", limits.LONGEST_ID).strip() or None

    found = ProductInput(value("id", given.id), value("slug", given.slug), value("sku", given.sku))
    return found if found != ProductInput() else None
