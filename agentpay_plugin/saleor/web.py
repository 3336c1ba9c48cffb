"""The plugin's own URLs, below /plugins/global/agentpay-gateway/.

    webhooks/stripe/<channel's number>/   POST, from the provider
    return/<opaque id>/                   GET, the shopper comes back from the provider's page
"""

from __future__ import annotations

import re

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound

from agentpay_plugin.charges import inbox, pages
from agentpay_plugin.saleor import wiring
from agentpay_plugin.saleor.configuration import channel_key

BASE = "/plugins/global/agentpay-gateway"
_WEBHOOK = re.compile(r"/?webhooks/(?P<provider>[a-z]{1,20})/(?P<channel>[0-9]{1,9})/?")
_RETURN = re.compile(r"/?return/(?P<id>[A-Za-z0-9_-]{16,64})/?")


def webhook_path(channel_pk: int, provider: str = "stripe") -> str:
    """Return the path a provider's webhooks of a channel are sent to."""
    return f"{BASE}/webhooks/{provider}/{channel_pk}/"


def return_path(return_id: str) -> str:
    """Return the path of the page a shopper comes back to."""
    return f"{BASE}/return/{return_id}/"


def answer(request: HttpRequest, path: str) -> HttpResponse:
    """Answer a request to one of our URLs; 404 for anything that is none."""
    if match := _WEBHOOK.fullmatch(path):
        return _webhook(request, match["provider"], match["channel"])
    if match := _RETURN.fullmatch(path):
        return _return_page(request, match["id"])
    return HttpResponseNotFound()


def _webhook(request: HttpRequest, provider: str, channel: str) -> HttpResponse:
    if request.method != "POST":
        return HttpResponse(status=405, headers={"Allow": "POST"})
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdigit() or int(length) > inbox.MAXIMUM_BODY:
        return HttpResponse(status=413)
    try:
        body = request.body
    except RequestDataTooBig:
        return HttpResponse(status=413)
    headers = {name.lower(): value for name, value in request.headers.items()}
    status = inbox.receive(wiring.charges_desk(), provider, channel_key(channel), body, headers)
    wiring.keep_sweeping()
    return HttpResponse(status=status)


def _return_page(request: HttpRequest, return_id: str) -> HttpResponse:
    if request.method not in ("GET", "HEAD"):
        return HttpResponse(status=405, headers={"Allow": "GET, HEAD"})
    language = request.headers.get("Accept-Language", "")
    status, html = pages.return_page(wiring.charges_desk(), return_id, language)
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
