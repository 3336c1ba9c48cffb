"""The demo's storefront: its products, one by one, with the widget; and its merchant's page."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import connections
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.views import static

from agentpay_plugin.charges.words import language_of
from agentpay_plugin.conversation.ports import ProductRef
from agentpay_plugin.demo import settings, showing, wiring
from agentpay_plugin.demo.channels import ALL, CHANNELS, settings_of
from agentpay_plugin.demo.merchant import give_back, overview, see_to, write_to
from agentpay_plugin.hosting import urls, web
from agentpay_plugin.shop.sandbox.pictures import picture as drawn

LANGUAGES = {"en": "English", "pt-BR": "Português", "es": "Español"}
_ASSETS = Path(__file__).parent / "assets"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' {here};"
    " connect-src 'self' {socket}; form-action 'self'; base-uri 'none'; frame-ancestors 'none';"
    " require-trusted-types-for 'script'"
)


def guarded(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Let no page of ours run what is not ours."""

    def middleware(request: HttpRequest) -> HttpResponse:
        try:
            response = answer(request)
        finally:
            connections.close_all()  # this thread ends with its request
        policy = _POLICY.format(here=settings.PUBLIC_URL, socket=_socket(request))
        response.headers.setdefault("Content-Security-Policy", policy)
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        return response

    return middleware


def common(request: HttpRequest) -> dict[str, Any]:
    """Return what every page shows."""
    return {
        "languages": LANGUAGES,
        "channels": [wiring.shop().goods.channels[slug] for slug in CHANNELS],
        "widget": urls.widget_path(),
        "socket": f"{_socket(request)}/graphql/",
    }


def front(request: HttpRequest) -> HttpResponse:
    """Go to the products, in the visitor's language."""
    code = language_of(request.headers.get("Accept-Language", ""))
    language = next((tag for tag in LANGUAGES if tag.lower() == code), "en")
    return redirect("products", channel=next(iter(CHANNELS)), language=language)


def products(request: HttpRequest, channel: str, language: str) -> HttpResponse:
    """Show all products of a channel."""
    _check(channel, language)
    found = wiring.shop().catalogue(channel, language).everything()
    shelves = [
        {"category": category, "products": [showing.tile(one, language) for one in group]}
        for category, group in groupby(found, lambda one: one.category)
    ]
    return _page(request, "demo/products.html", channel, language, {"shelves": shelves})


def product(request: HttpRequest, channel: str, language: str, slug: str) -> HttpResponse:
    """Show a product."""
    _check(channel, language)
    found = wiring.shop().catalogue(channel, language).product(ProductRef(slug=slug))
    if found is None:
        raise Http404
    given = {"product": showing.page(found, language), "slug": slug}
    return _page(request, "demo/product.html", channel, language, given)


def privacy(request: HttpRequest, channel: str, language: str) -> HttpResponse:
    """Say what the shop keeps of a chat."""
    _check(channel, language)
    return _page(request, "demo/privacy.html", channel, language, {})


def picture(request: HttpRequest, slug: str) -> HttpResponse:
    """Return a product's drawn picture."""
    found = wiring.shop().goods.product(slug)
    if found is None:
        raise Http404
    answer = HttpResponse(drawn(found, request.GET.get("language", "en")), "image/svg+xml")
    patch_cache_control(answer, max_age=3600)
    return answer


def asset(request: HttpRequest, path: str) -> HttpResponseBase:
    """Return a style sheet or a script."""
    answer = static.serve(request, path, document_root=str(_ASSETS))
    patch_cache_control(answer, no_cache=True)
    return answer


def merchant(request: HttpRequest) -> HttpResponse:
    """Show how the chats of the demo sell."""
    return render(request, "demo/merchant.html", overview())


def refund(request: HttpRequest, charge_id: UUID) -> HttpResponse:
    """Give a payment back, as the order page of a shop's Dashboard does; from our own page alone."""
    if not _is_our_button(request):
        return HttpResponse(status=405)
    give_back(charge_id)
    return redirect("merchant")


def seen_to(request: HttpRequest, channel: str, key: UUID, seen: int) -> HttpResponse:
    """Take a chat off the list of those that wait for a person; from our own page alone."""
    if not _is_our_button(request):
        return HttpResponse(status=405)
    see_to(channel, key, seen)
    return redirect("merchant")


def answered(request: HttpRequest, channel: str, key: UUID) -> HttpResponse:
    """Say something in a chat as a person of the shop's; from our own page alone."""
    if not _is_our_button(request):
        return HttpResponse(status=405)
    write_to(channel, key, request.POST.get("words", ""), request.POST.get("key", ""))
    return redirect("merchant")


def _is_our_button(request: HttpRequest) -> bool:
    is_ours = request.headers.get("Sec-Fetch-Site") == "same-origin"
    return request.method == "POST" and is_ours


def agentpay(request: HttpRequest, path: str) -> HttpResponseBase:
    """Answer AgentPay's own URLs, which are the same in Saleor."""
    return web.answer(wiring.web_door(), request, path)


def _check(channel: str, language: str) -> None:
    if channel not in ALL or language not in LANGUAGES:
        raise Http404


def _page(
    request: HttpRequest, template: str, channel: str, language: str, given: dict[str, Any]
) -> HttpResponse:
    phone = settings.PHONES.get(settings_of(channel).pix_provider, "")
    fixed = {"channel": channel, "language": language, "phone": phone}
    with translation.override(language.lower()):
        return render(request, template, given | fixed)


def _socket(request: HttpRequest) -> str:
    """Return the origin that the page hears of news from."""
    scheme = "wss" if settings.PUBLIC_URL.startswith("https:") else "ws"
    return f"{scheme}://{request.get_host()}"
