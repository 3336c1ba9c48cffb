"""What a shopper looks for, and what the shop found: what fits, and honestly what of it does not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

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
    `avoid` is what it must not be: goods, or a colour, each as the shopper named it.
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
    `words` are those that were looked for; `missed`: nothing is called so, and this is what else there is.
    `avoided` is what of that to be avoided surely is goods, or a colour: nothing of it is among the products.
    `suggested`: no goods were named, and this is whatever fits.
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


@dataclass(frozen=True, slots=True)
class Groups:
    """How the shop sorts its goods: its upmost categories that hold any, and its collections, by name."""

    categories: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()
