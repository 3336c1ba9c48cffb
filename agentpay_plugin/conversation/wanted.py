"""What a shopper looks for, and what the shop found: what fits, and honestly what of it does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain, zip_longest

from agentpay_plugin.conversation.goods import Product
from agentpay_plugin.conversation.reading import Budget, Order


@dataclass(frozen=True, slots=True)
class Wanted:
    """`words` name the goods. `said` is the whole message: a colour, a size and "in stock" in it are required.

    `budget` is what a piece may cost. `certain`: the words are a whole message, of which
    only what surely names goods counts. `anything`: that too, and where no goods are named, whatever fits will do.
    `color` and `size` are required where `said` names no other. `without` are ids of products that were shown already.
    `reduced`: only what costs less than before. `beside`: what is used along with a product, rather than in its place.
    `named`: the words have to name goods or their group; that a description speaks of them is not enough.
    `avoid` is what it must not be: goods, or a colour, each as the shopper named it. `also` names other goods that are
    looked for beside these.
    """

    words: str = ""
    said: str = ""
    budget: Budget | None = None
    in_stock: bool = False
    certain: bool = False
    anything: bool = False
    color: str = ""
    size: str = ""
    order: Order | None = None
    without: tuple[str, ...] = ()
    reduced: bool = False
    beside: bool = False
    named: bool = False
    avoid: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


class Need(StrEnum):
    """What a shopper may require of goods."""

    COLOR = "color"
    SIZE = "size"
    BUDGET = "budget"
    STOCK = "stock"
    CURRENCY = "currency"  # the budget is in another one than the shop's


@dataclass(frozen=True, slots=True)
class Found:
    """The products that fit best, the best first.

    `variant_ids` are those variants of the first that keep what is required, when anything is. `unmet` is what none of them keeps of what was required; `color` and `size` are that in the shopper's words.
    `group` is the collection that was named, `spelled` the word that was taken for a misspelled one.
    `words` are those that were looked for; `missed`: nothing is called so, and this is what else there is, or what is
    only told to have to do with it.
    `avoided` is what of that to be avoided surely is goods, or a colour: nothing of it is among the products.
    `suggested`: no goods were named, and this is whatever fits. `missing` are those of several goods that there are none of,
    `unfit` those of which there are none that keep to what was required.
    """

    products: tuple[Product, ...] = ()
    unmet: tuple[Need, ...] = ()
    color: str = ""
    size: str = ""
    variant_ids: tuple[str, ...] = ()
    group: str = ""
    spelled: str = ""
    words: str = ""
    missed: bool = False
    avoided: tuple[str, ...] = ()
    suggested: bool = False
    missing: tuple[str, ...] = ()
    unfit: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Groups:
    """How the shop sorts its goods: its upmost categories that hold any, and its collections, by name."""

    categories: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()


def each_of(wanted: Wanted) -> tuple[Wanted, ...]:
    """Return what is looked for one by one, where several goods are."""
    alone = replace(wanted, also=())
    is_whole = wanted.said != wanted.words
    others = (
        replace(alone, words=one, said=wanted.said if is_whole else one) for one in wanted.also
    )
    return alone, *others


def together(wanted: Sequence[Wanted], found: Sequence[Found], limit: int) -> Found:
    """Return what was found of several goods as one: of each its best, then of each the next."""
    if len(found) == 1:
        return found[0]
    pairs = list(zip((one.words for one in wanted), found, strict=True))
    fit = [one for one in found if one.products and not (one.unmet or one.missed)]
    held = fit or [one for one in found if one.products]
    turns = chain.from_iterable(zip_longest(*(one.products for one in held)))
    products = tuple({one.id: one for one in turns if one is not None}.values())
    first = held[0] if held else Found()
    return replace(
        first,
        products=products[:limit],
        variant_ids=first.variant_ids if len(products) == 1 else (),
        words=" ".join(one.words for one in held),
        missed=bool(held) and all(one.missed for one in held),
        missing=tuple(
            words for words, one in pairs if held and (not one.products or (fit and one.missed))
        ),
        unfit=tuple(words for words, one in pairs if fit and one.unmet),
    )
