"""axe-core finds nothing, in any state, language, colour scheme and size; what it does not look at is measured here."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext

from tests.widget import axe, layout, moments
from tests.widget.gateway import Gateway
from tests.widget.pages import DESKTOP, PHONE, calm
from tests.widget.shop import Shop

COLOURS = ["#ffff00", "#fdfdfd", "#0a0a0a", "#ff0000", "#7f7f7f", "#00c2a8", "#e85d04"]


LOOKS = ((DESKTOP, "light"), (PHONE, "dark"))
LANGUAGES = ("en", "pt-BR", "es")
#: Each state is seen in one of three languages and in one of two looks, by turns: six in a row see all of them.
CASES = [(name, LANGUAGES[at % 3], at % 2) for at, name in enumerate(moments.names())]


@pytest.mark.parametrize(("name", "locale", "look"), CASES)
def test_nothing_is_found(
    context: BrowserContext, shop: Shop, gateway: Gateway, name: str, locale: str, look: int
) -> None:
    page = moments.at(context, shop, gateway, name, locale)
    axe.prepare(page)
    size, scheme = LOOKS[look]
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    calm(page)

    assert axe.findings(page) == []
    # Where things stand is soon measured: at both sizes.
    for each, _ in LOOKS:
        page.set_viewport_size(each)  # type: ignore[arg-type]
        calm(page)
        if name != "unread":
            assert layout.misplaced(page) == []
        assert layout.small_targets(page) == []


@pytest.mark.parametrize("color", COLOURS)
@pytest.mark.parametrize("name", ["variant-chosen", "quote", "delivery", "options", "cart"])
def test_any_brand_colour_can_be_read(
    context: BrowserContext, shop: Shop, gateway: Gateway, name: str, color: str
) -> None:
    page = moments.at(context, shop, gateway, name, color=color)
    axe.prepare(page)

    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        calm(page)
        assert axe.findings(page, "color-contrast") == []
