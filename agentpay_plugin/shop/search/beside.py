"""What is worn or used along with what: what may be shown to a shopper who asks what goes with a product."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from agentpay_plugin.conversation.goods import Product
from agentpay_plugin.conversation.wanted import Found, Wanted
from agentpay_plugin.shop.search.dictionary import MOST_WORDS, dictionary
from agentpay_plugin.shop.search.quality_words import QUALITY_NAMES
from agentpay_plugin.shop.search.ranking import Entry, spread
from agentpay_plugin.shop.search.words import split

# By first words of the dictionary.
_ALONG = """
tshirt: trousers, shorts, jacket, sneaker, cap
shirt: trousers, belt, shoe, jacket
sweatshirt: trousers, sneaker, beanie, cap
jacket: boot, scarf, trousers, beanie
trousers: tshirt, shirt, belt, sneaker
shorts: tshirt, sandal, cap
skirt: shirt, shoe, bag
dress: sandal, bag, jewellery, jacket
suit: shirt, tie, shoe, belt
swimwear: towel, sandal, sunglasses, hat
sock: shoe, boot, sneaker
shoe: sock, trousers
hat: sunglasses, tshirt, jacket
scarf: glove, beanie, jacket
bag: wallet, bottle, notebook
mug: coffee, tea
glass: juice, wine, water
coffee: mug, chocolate
tea: mug, chocolate
book: lamp, tea, candle, blanket
notebook: pen
lamp: cushion, book
candle: vase, blanket
blanket: cushion, candle
plant: vase
bedding: pillow, blanket
cutting board: cutlery, bowl
plate: cutlery, bowl, glass
phone: charger, headphone
laptop: backpack, keyboard
headphone: charger, speaker
speaker: charger
camera: charger, bag
bicycle: glove, bag
"""


def wanted_beside(product: Product) -> Wanted:
    """Return what to look for beside a product, in stock; no words where nothing is known to go with it."""
    table = dict(line.split(": ") for line in _ALONG.strip().splitlines())
    own = [thing for text in (product.category or "", product.name) for thing in _things(text)]
    goods = next((table[key] for thing in own for key in _kinds_of(thing) if key in table), "")
    return Wanted(goods.replace(",", ""), in_stock=True)


def beside(found: Found, product: Product, limit: int) -> Found:
    """Return of what was found what takes no place of the product, of each category one first."""
    others = (one for one in found.products if one.category != product.category)
    return replace(found, products=tuple(spread(others)[:limit]))


def alike(entries: Iterable[Entry], product: Product) -> tuple[Entry, ...]:
    """Return what is the same thing as a product by its name, as far as that is known; else all of it."""
    every, own = tuple(entries), frozenset(_goods(product.name))
    same = tuple(each for each in every if own & frozenset(_goods(*each.names)))
    return same or every


def _goods(*texts: str) -> Iterable[str]:
    return (thing for text in texts for thing in _things(text) if thing not in QUALITY_NAMES)


def _things(text: str) -> Iterable[str]:
    words = split(text)
    for length in range(min(MOST_WORDS, len(words)), 0, -1):
        for at in range(len(words) - length + 1):
            yield from dictionary().meant(words[at : at + length])


def _kinds_of(thing: str) -> tuple[str, ...]:
    """Return a thing and what it is a kind of."""
    return (thing, *(kind for kind, things in dictionary().kinds.items() if thing in things))
