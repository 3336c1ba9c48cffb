"""AgentPay's own URLs, below hosting.urls.BASE.

webhooks/<provider>/<channel's number>/   POST, from the provider
return/<opaque id>/                       GET, the shopper comes back from the provider's page
widget/<file>                             GET, the chat's script and what it fetches
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.http.response import HttpResponseBase

from agentpay_plugin.analytics import events
from agentpay_plugin.charges import inbox, pages
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.hosting import widget
from agentpay_plugin.models import Charge, Conversation

# Banks put /pix behind the address that they were given.
_WEBHOOK = re.compile(r"/?webhooks/(?P<provider>[a-z]{1,20})/(?P<channel>[0-9]{1,9})(/pix)?/?")
_LENGTH = re.compile(r"[0-9]{1,9}")
_RETURN = re.compile(r"/?return/(?P<id>[A-Za-z0-9_-]{16,64})/?")
_WIDGET = re.compile(r"/?widget/(?P<name>[A-Za-z0-9._-]{1,80})")


@dataclass(frozen=True, slots=True)
class Door:
    """What the URLs need of their host: the money shell's desk, the key of the channel of a number, the sweep."""

    desk: Desk
    channel_key: Callable[[str], str]
    keep_sweeping: Callable[[], None]


def answer(door: Door, request: HttpRequest, path: str) -> HttpResponseBase:
    """Answer a request to one of our URLs; 404 for anything that is none."""
    if match := _WEBHOOK.fullmatch(path):
        return _webhook(door, request, match["provider"], match["channel"])
    if match := _RETURN.fullmatch(path):
        return _return_page(door.desk, request, match["id"])
    if match := _WIDGET.fullmatch(path):
        return widget.answer(request, widget.folder(), match["name"])
    return HttpResponseNotFound()


def _webhook(door: Door, request: HttpRequest, provider: str, channel: str) -> HttpResponse:
    if request.method != "POST":
        return HttpResponse(status=405, headers={"Allow": "POST"})
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not _LENGTH.fullmatch(length) or int(length) > inbox.MAXIMUM_BODY:
        return HttpResponse(status=413)
    try:
        body = request.body
    except RequestDataTooBig:
        return HttpResponse(status=413)
    headers = {name.lower(): value for name, value in request.headers.items()}
    query = {name: request.GET[name] for name in request.GET}
    status = inbox.receive(door.desk, provider, door.channel_key(channel), body, headers, query)
    door.keep_sweeping()
    return HttpResponse(status=status)


def _return_page(desk: Desk, request: HttpRequest, return_id: str) -> HttpResponse:
    if request.method not in ("GET", "HEAD"):
        return HttpResponse(status=405, headers={"Allow": "GET, HEAD"})
    language = request.headers.get("Accept-Language", "")
    looks = request.GET.get("looks", "")
    charge = Charge.objects.filter(return_id=return_id, conversation_id__isnull=False).first()
    status, html = pages.return_page(
        desk,
        return_id,
        language,
        int(looks) if looks.isascii() and looks.isdigit() and len(looks) < 5 else 0,
        _shop_page(charge) if charge else "",
    )
    # Whoever comes back has been on the provider's page.
    if charge is not None:
        events.charge_event(charge, events.Name.PAYMENT_INITIATED, desk.clock())
    return HttpResponse(
        html,
        status=status,
        headers={
            "Cache-Control": "no-store",
            "Referrer-Policy": "no-referrer",
            "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
            "X-Content-Type-Options": "nosniff",
        },
    )


def _shop_page(charge: Charge) -> str:
    """Return the page of the shop that a charge's chat was begun on: the way back where no tab is left open."""
    if charge.conversation_id is None:
        return ""
    told = Conversation.objects.filter(pk=charge.conversation_id).values_list("page_url", flat=True)
    return told.first() or ""
