"""The page behind AgentPay among the Dashboard's extensions."""

from __future__ import annotations

import base64
import hashlib
import html
import re

import pytest
from django.test import RequestFactory

from agentpay_plugin.hosting import urls
from agentpay_plugin.saleor import app_page

SCRIPT = "https://api.shop.example/plugins/global/agentpay-gateway/widget/agentpay-widget.js"
API = "https://api.shop.example/graphql/"


@pytest.mark.parametrize(
    ("path", "is_ours"),
    [("/app/", True), ("app", True), ("/app/x/", False), ("/return/app/", False), ("", False)],
)
def test_its_address(path: str, is_ours: bool) -> None:
    assert app_page.is_for(path) is is_ours


def test_address_that_the_dashboard_opens() -> None:
    assert urls.app_path() == "/plugins/global/agentpay-gateway/app/"
    assert app_page.is_for(urls.app_path().removeprefix(urls.BASE))


def test_leads_to_the_settings_and_runs_no_other_script() -> None:
    answer = app_page.answer(RequestFactory().get("/?theme=dark&id=x"), SCRIPT, API)

    (script,) = re.findall(r"<script>(.*?)</script>", answer.content.decode(), re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert answer.status_code == 200
    assert '"/extensions/plugin/agentpay"' in script
    assert f"script-src 'sha256-{digest}'" in answer["Content-Security-Policy"]
    # A Dashboard at any address may show it.
    assert "frame-ancestors" not in answer["Content-Security-Policy"]
    assert "X-Frame-Options" not in answer


def test_shows_the_tag_that_puts_the_chat_on_a_page() -> None:
    answer = app_page.answer(RequestFactory().get("/"), SCRIPT, API)

    (shown,) = re.findall(r"<pre><code>(.*?)</code></pre>", answer.content.decode(), re.DOTALL)
    assert html.unescape(shown) == (
        f'<script async src="{SCRIPT}"\n  data-api-url="{API}" data-channel="…"></script>'
    )


def test_nothing_can_be_sent_to_it() -> None:
    answer = app_page.answer(RequestFactory().post("/", {"a": "b"}), SCRIPT, API)

    assert (answer.status_code, answer["Allow"], answer.content) == (405, "GET, HEAD", b"")
