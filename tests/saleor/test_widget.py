"""Saleor serves the chat's script, through its own compression and plugins' addresses."""

from __future__ import annotations

import re

import pytest
import requests

from tests.saleor.shop import Shop

pytestmark = pytest.mark.saleor

CHECK = "from django.core.checks import run_checks; print([one.id for one in run_checks()])"
FOLDER = "/plugins/global/agentpay-gateway/widget/"
ORIGIN = "https://shop.example"


def fetched(shop: Shop, name: str) -> requests.Response:
    """Fetch a file as a page of another origin does."""
    return requests.get(f"{shop.url}{FOLDER}{name}", headers={"Origin": ORIGIN}, timeout=30)


def test_script_and_what_it_fetches(running: Shop) -> None:
    loader = fetched(running, "agentpay-widget.js")
    names = re.findall(r"\./(panel-[\w-]{8}\.js)", loader.text)

    assert loader.headers["Cache-Control"] == "public, max-age=300"
    assert loader.headers["Content-Encoding"] == "gzip"
    assert loader.headers["ETag"].endswith('-gzip"')
    panel = fetched(running, names[0])
    assert panel.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert panel.headers["Access-Control-Allow-Origin"] == ORIGIN
    old = fetched(running, "panel-0ldOne__.js")
    assert (old.url, old.text) == (panel.url, panel.text)
    assert fetched(running, "no-such.js").status_code == 404


def test_file_that_was_fetched_without_an_origin_is_not_kept_for_a_page(running: Shop) -> None:
    loader = requests.get(f"{running.url}{FOLDER}agentpay-widget.js", timeout=30)

    assert "Access-Control-Allow-Origin" not in loader.headers
    assert loader.headers["Vary"] == "Accept-Encoding, Origin"


def test_dashboard_page_shows_the_tag(running: Shop) -> None:
    page = requests.get(f"{running.url}/plugins/global/agentpay-gateway/app/", timeout=30)

    assert f"{running.url}{FOLDER}agentpay-widget.js" in page.text
    assert f"{running.url}/graphql/" in page.text


def test_missing_script_is_told_by_the_check(running: Shop) -> None:
    there = running.overlay / "agentpay_plugin" / "widget"
    aside = there.with_name("widget-aside")
    assert "agentpay.W001" not in running.manage("shell", "-c", CHECK)

    there.rename(aside)
    try:
        told = running.manage("shell", "-c", CHECK)
    finally:
        aside.rename(there)

    assert "agentpay.W001" in told
