"""What a shopper requires of goods, read off the words and held to each product: never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from agentpay_plugin.conversation.goods import Product, Variant
from agentpay_plugin.conversation.reading import Budget
from agentpay_plugin.conversation.wanted import Need, Wanted
from agentpay_plugin.money import Money
from agentpay_plugin.shop.search.colors import colors_in, has_color
from agentpay_plugin.shop.search.sizes import is_size, size_in, size_named
from agentpay_plugin.shop.search.words import fold, split

_IN_STOCK = re.compile(
    r"\b(?:in stock|available(?: now)?|em estoque|a pronta entrega|disponive(?:l|is)|en existencias?"
    r"|en stock|disponibles?)\b"
)
_WEARS = re.compile(r"\b(?:ele|ela|eu|que) calc[ao]\b")  # and no trousers
_NOT = frozenset(
    ["not", "no", "non", "without", "except", "sem", "nao", "menos", "exceto", "sin", "excepto"]
)


@dataclass(frozen=True, slots=True)
class Needs:
    """What is required. `color` is our name of one, `called` what the shopper called it; it is none of `not_colors`."""

    color: str = ""
    called: str = ""
    size: str = ""
    budget: Budget | None = None
    in_stock: bool = False
    reduced: bool = False
    not_colors: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        is_held = self.color or self.size or self.budget or self.in_stock or self.reduced
        return bool(is_held or self.not_colors)


def needs_of(wanted: Wanted) -> Needs:
    """Return what the shopper's words require."""
    avoided = (color for each in wanted.avoid for color, _, _ in colors_in(split(each)))
    not_colors = frozenset(avoided)
    color, called = _color(wanted.said or wanted.words, not_colors)
    if not color:
        color, called = _color(wanted.color, not_colors)
    size = size_in(wanted.said or wanted.words) or size_named(wanted.size)
    return Needs(
        color=color,
        called=called,
        size=size or "",
        reduced=wanted.reduced,
        budget=wanted.budget,
        in_stock=wanted.in_stock or wanted.anything or bool(_IN_STOCK.search(fold(wanted.said))),
        not_colors=not_colors,
    )


def without_needs(words: str, needs: Needs) -> str:
    """Return the words that name goods: a required colour or size is no name."""
    plain = split(_WEARS.sub(" ", fold(words)) if needs.size else words)
    spans = [(a, b) for color, a, b in colors_in(plain) if color == needs.color]
    kept = [word for at, word in enumerate(plain) if not any(a <= at < b for a, b in spans)]
    return " ".join(word for word in kept if not (needs.size and word == needs.size))


def fitting(product: Product, needs: Needs) -> tuple[Variant, ...]:
    """Return the variants of a product that keep all that is required, and are for sale."""
    return tuple(each for each in product.variants if _fits(product, each, needs))


def relaxed(needs: Needs, without: Iterable[Need]) -> Needs:
    """Return what is required, without some of it."""
    for need in without:
        match need:
            case Need.COLOR:
                needs = replace(needs, color="")
            case Need.SIZE:
                needs = replace(needs, size="")
            case Need.STOCK:
                needs = replace(needs, in_stock=False)
            case Need.BUDGET | Need.CURRENCY:
                needs = replace(needs, budget=None)
    return needs


def required(needs: Needs) -> tuple[Need, ...]:
    """Return the kinds of what is required; what is given up first stands first."""
    pairs = (
        (Need.BUDGET, needs.budget),
        (Need.STOCK, needs.in_stock),
        (Need.SIZE, needs.size),
        (Need.COLOR, needs.color),
    )
    return tuple(need for need, is_required in pairs if is_required)


def _fits(product: Product, variant: Variant, needs: Needs) -> bool:
    if variant.price is None or not product.available_for_purchase:
        return False
    if needs.in_stock and variant.available < 1:
        return False
    if needs.reduced and not _is_reduced(variant):
        return False
    if needs.budget and not _keeps(variant.price, needs.budget):
        return False
    if needs.size and not any(is_size(v, needs.size) for a in variant.attributes for v in a.values):
        return False
    texts = _color_texts(product, variant)
    if any(has_color(texts, color) for color in needs.not_colors):
        return False
    return not needs.color or has_color(texts, needs.color)


def _keeps(price: Money, budget: Budget) -> bool:
    if budget.currency not in (None, price.currency):
        return False
    is_low = budget.least is not None and price.amount < budget.least
    return not is_low and (budget.most is None or price.amount <= budget.most)


def _is_reduced(variant: Variant) -> bool:
    price, before = variant.price, variant.undiscounted_price
    return price is not None and before is not None and price.minor < before.minor


def _color_texts(product: Product, variant: Variant) -> tuple[str, ...]:
    """What tells a variant's colour: its own attributes and name; of a product without such, its name."""
    own = tuple(value for each in variant.attributes for value in each.values)
    named = (*own, variant.name)
    if any(colors_in(split(text)) for text in named):
        return named
    shared = tuple(value for each in product.attributes for value in each.values)
    return (*named, product.name, *shared)


def _color(text: str, avoided: frozenset[str]) -> tuple[str, str]:
    """Return the one colour that is asked for, and what it was called."""
    words = split(text)
    named = [
        each
        for each in colors_in(words)
        if each[0] not in avoided and not _NOT & set(words[max(each[1] - 2, 0) : each[1]])
    ]
    if len({color for color, _, _ in named}) != 1:
        return "", ""
    color, first, end = named[0]
    return color, " ".join(words[first:end])
