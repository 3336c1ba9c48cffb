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
from agentpay_plugin.models import Conversation


@dataclass(frozen=True, slots=True)
class ProductInput:
    """Which product a page shows: any one of the three. What else a page says of it is never taken."""

    id: str | None = None
    slug: str | None = None
    sku: str | None = None


@dataclass(frozen=True, slots=True)
class StartInput:
    """What a storefront opens a chat with.

    `channel` is a slug, `locale` a BCP 47 tag, `checkout_id` the storefront's own checkout.
    """

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


def require_open(desk: ChatDesk, slug: str, field: str) -> str:
    """Return the key of a channel; refuse one in which there is no chat, or that does not exist."""
    channel = desk.channel_key(slug)
    if channel is None or not desk.is_open(channel):
        raise Refused(Why.CHAT_CLOSED, field)
    return channel


def row_of(
    given: StartInput, channel: str, caller: Caller, token_hash: str, now: datetime
) -> Conversation:
    """Return the new conversation in the channel of that key, not saved."""
    key = uuid4()
    return Conversation(
        id=key,
        token_hash=token_hash,
        channel=channel,
        locale=given.locale,
        visitor_id=given.visitor_id,
        user_id=caller.user_id or "",
        ip_address=caller.ip_address or "",
        page_url=given.page_url,
        state=codec.encode(State(str(key), channel, given.locale, page_cart_id=given.checkout_id)),
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
