"""The lines a provider shows for a charge: those of the cart or order, if they add up to what is due."""

from __future__ import annotations

from collections.abc import Iterable

from agentpay_plugin.charges.ports import Line
from agentpay_plugin.conversation.goods import CartLine
from agentpay_plugin.money import Money


def charge_lines(
    goods: Iterable[CartLine], delivery_name: str, delivery_price: Money, due: Money
) -> tuple[Line, ...]:
    """Return one line per cart line and one for a delivery that costs something.

    Empty when they do not add up to `due` exactly (a discount, a gift card): the caller then shows one line.
    """
    lines = [_line(line) for line in goods]
    if delivery_price:
        lines.append(Line(delivery_name, delivery_price, 1))
    total = sum((line.unit * line.quantity for line in lines), Money(0, due.currency))
    return tuple(lines) if total == due else ()


def _line(line: CartLine) -> Line:
    """Show the pieces as the shop priced them, or as one when their price was rounded for the whole line."""
    name = line.product_name
    if line.variant_name and line.variant_name != line.product_name:
        name = f"{name} ({line.variant_name})"
    if line.unit_price * line.quantity == line.total:
        return Line(name, line.unit_price, line.quantity, line.image_url)
    return Line(f"{line.quantity} × {name}", line.total, 1, line.image_url)  # noqa: RUF001
