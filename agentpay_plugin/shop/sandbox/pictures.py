"""Draws a product's picture as SVG, by its shape and colours: flat, on a pale ground of its own."""

from __future__ import annotations

from html import escape
from zlib import crc32

from agentpay_plugin.shop.sandbox.goods import SampleProduct
from agentpay_plugin.shop.sandbox.shapes import SHAPES

_GROUNDS = ("#dfe9f3", "#f6e7d8", "#e3efe1", "#f4e1e1", "#e9e4f3", "#f5efd0", "#dcefee", "#ece6df")


def picture(product: SampleProduct, language: str = "en") -> str:
    """Return the SVG text of a product's picture."""
    drawing = product.drawing
    ground = _GROUNDS[crc32(product.slug.encode()) % len(_GROUNDS)]
    shape = SHAPES[drawing.shape].format(
        main=drawing.color,
        dark=_mixed(drawing.color, "#141a26", 28),
        light=_mixed(drawing.color, "#ffffff", 30),
        accent=drawing.accent,
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="800" height="800" role="img">'
        f"<title>{escape(product.name.in_(language))}</title>"
        f'<rect width="400" height="400" fill="{ground}"/>'
        f'<circle cx="200" cy="204" r="164" fill="{_mixed(ground, "#ffffff", 55)}"/>'
        f'<ellipse cx="200" cy="350" rx="124" ry="14" fill="{_mixed(ground, "#141a26", 18)}"/>'
        f"{shape}</svg>"
    )


def _mixed(color: str, other: str, share: int) -> str:
    """Return `color` with `share` per cent of another, both as #rrggbb."""
    pairs = zip(bytes.fromhex(color[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + bytes((a * (100 - share) + b * share) // 100 for a, b in pairs).hex()
