"""Screenshots, and how much two of them differ."""

from __future__ import annotations

import io

from PIL import Image, ImageChops
from playwright.sync_api import Page

# A rounding of colours is no difference; a shifted letter is.
FAINT = 24


def shot(page: Page, *, full: bool = False) -> Image.Image:
    """Return what is seen of the page."""
    return Image.open(io.BytesIO(page.screenshot(full_page=full, caret="hide"))).convert("RGB")


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return the share (0 to 1) of the pixels that plainly differ."""
    if one.size != other.size:
        return 1.0
    grey = ImageChops.difference(one, other).convert("L")
    return sum(grey.histogram()[FAINT:]) / (one.width * one.height)
