"""Shapes of goods on a ground of 400 by 400, as SVG with places for {main}, {dark}, {light} and {accent}."""

from agentpay_plugin.shop.sandbox.shapes.things import THINGS
from agentpay_plugin.shop.sandbox.shapes.worn import WORN

SHAPES = {**WORN, **THINGS}
