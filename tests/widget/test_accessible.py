"""axe-core finds nothing, in any state, language, colour scheme and size; what it does not look at is measured here."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext

from tests.widget import axe, layout, moments
from tests.widget.gateway import Gateway
from tests.widget.pages import DESKTOP, PHONE, calm
from tests.widget.shop import Shop

COLOURS = ["#ffff00", "#fdfdfd", "#0a0a0a", "#ff0000", "#7f7f7f", "#00c2a8", "#e85d04"]


#: Each state is seen in two of them: in English, and in one of the other languages, by turns.
LOOKS = {
    "en": (DESKTOP, "light"),
    "pt-BR": (PHONE, "dark"),
    "es": (PHONE, "dark"),
}
CASES = [
    (name, locale)
    for at, name in enumerate(moments.names())
    for locale in ("en", ("pt-BR", "es")[at % 2])
]


@pytest.mark.parametrize(("name", "locale"), CASES)
def test_nothing_is_found(
    context: BrowserContext, shop: Shop, gateway: Gateway, name: str, locale: str
) -> None:
    page = moments.at(context, shop, gateway, name, locale)
    axe.prepare(page)
    size, scheme = LOOKS[locale]
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    calm(page)

    assert axe.findings(page) == []
    # Where things stand is soon measured: of each language at both sizes.
    for each in (size, PHONE if size == DESKTOP else DESKTOP):
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
