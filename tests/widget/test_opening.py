"""What makes the panel stand soon after the press."""

from __future__ import annotations

from playwright.sync_api import BrowserContext

from tests.widget.layout import in_shadow
from tests.widget.pages import opened
from tests.widget.shop import SCRIPTS, Shop


def test_browser_is_told_to_compile_the_panel_while_it_fetches_it() -> None:
    (panel,) = SCRIPTS.glob("panel-*.js")

    assert panel.read_text().splitlines()[0] == "//# allFunctionsCalledOnLoad"


def test_of_a_long_history_the_end_is_drawn(context: BrowserContext, shop: Shop) -> None:
    page = opened(context, shop, "long")

    drawn = in_shadow(page, "(root) => [...root.querySelectorAll('.message')].map((one) => Number(one.dataset.sequence))")  # fmt: skip
    assert drawn == list(range(972, 1002))
