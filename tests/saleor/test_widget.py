"""Saleor serves the chat's script, through its own compression and plugins' addresses."""

from __future__ import annotations

import re

import pytest
import requests

from tests.saleor.shop import Shop

pytestmark = pytest.mark.saleor

CHECK = "from django.core.checks import run_checks; print([one.id for one in run_checks()])"
FOLDER = "/plugins/global/agentpay-gateway/widget/"


def test_script_and_what_it_fetches(running: Shop) -> None:
    loader = requests.get(f"{running.url}{FOLDER}agentpay-widget.js", timeout=30)
    names = re.findall(r"\./(panel-[\w-]{8}\.js)", loader.text)

    assert loader.headers["Cache-Control"] == "public, max-age=300"
    assert loader.headers["Content-Encoding"] == "gzip"
    assert loader.headers["ETag"].endswith('-gzip"')
    panel = requests.get(f"{running.url}{FOLDER}{names[0]}", timeout=30)
    assert panel.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert panel.headers["Access-Control-Allow-Origin"] == "*"
    old = requests.get(f"{running.url}{FOLDER}panel-0ldOne__.js", timeout=30)
    assert (old.url, old.text) == (panel.url, panel.text)
    assert requests.get(f"{running.url}{FOLDER}no-such.js", timeout=30).status_code == 404


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
