"""The demo's pages."""

from __future__ import annotations

from django.urls import path, re_path

from agentpay_plugin.demo import pages
from agentpay_plugin.hosting.urls import BASE

urlpatterns = [
    path("", pages.front),
    path("favicon.ico", pages.asset, {"path": "icon.svg"}),
    path("merchant/", pages.merchant, name="merchant"),
    path("merchant/refund/<uuid:charge_id>/", pages.refund, name="refund"),
    path("merchant/answer/<slug:channel>/<uuid:key>/", pages.answered, name="answer"),
    path("merchant/see-to/<slug:channel>/<uuid:key>/<int:seen>/", pages.seen_to, name="see-to"),
    path("media/<slug:slug>.svg", pages.picture, name="picture"),
    path("assets/<path:path>", pages.asset, name="asset"),
    re_path(rf"^{BASE[1:]}/(?P<path>.*)$", pages.agentpay),
    path("<slug:channel>/<slug:language>/", pages.products, name="products"),
    path("<slug:channel>/<slug:language>/privacy/", pages.privacy, name="privacy"),
    path("<slug:channel>/<slug:language>/<slug:slug>/", pages.product, name="product"),
]
