"""The words by which the sandbox shop's goods are found, in all of their languages."""

from __future__ import annotations

from agentpay_plugin.conversation.goods import Product
from agentpay_plugin.shop.sandbox.goods import Goods, SampleProduct, Text
from agentpay_plugin.shop.search import Entry
from agentpay_plugin.shop.search.words import split

_LANGUAGES = ("en", "pt", "es")


def entry(goods: Goods, sample: SampleProduct, product: Product) -> Entry:
    """Return a product with what it is found by."""
    attributes = (*sample.attributes, *(one for v in sample.variants for one in v.attributes))
    values = dict.fromkeys(value for each in attributes for value in each.values)
    return Entry(
        product,
        (*_all(sample.category), sample.words, *_collections(goods, sample.id)),
        _all(sample.name),
        tuple(text for value in values for text in _all(value)),
        _all(sample.description),
    )


def known_words(goods: Goods) -> frozenset[str]:
    """Return the words of all names, to tell slips by."""
    named = [text for each in goods.products for text in (each.name, each.category)]
    named += [each.name for each in goods.collections]
    return frozenset(word for text in named for name in _all(text) for word in split(name))


def categories(goods: Goods, language: str) -> tuple[str, ...]:
    """Return the names of the categories, each once."""
    return tuple(dict.fromkeys(each.category.in_(language) for each in goods.products))


def collection_names(goods: Goods, language: str) -> tuple[str, ...]:
    """Return the names of collections: those in the shopper's language first."""
    own = (each.name.in_(language) for each in goods.collections)
    every = (name for each in goods.collections for name in _all(each.name))
    return tuple(dict.fromkeys((*own, *every)))


def neighbours(goods: Goods, product_id: str) -> frozenset[str]:
    """Return the ids of what shares a category or a collection with a product, without it."""
    own = {each.category for each in goods.products if each.id == product_id}
    near = {each.id for each in goods.products if each.category in own}
    near |= {key for each in goods.collections if product_id in each.ids for key in each.ids}
    return frozenset(near - {product_id})


def _collections(goods: Goods, product_id: str) -> tuple[str, ...]:
    named = (each.name for each in goods.collections if product_id in each.ids)
    return tuple(name for text in named for name in _all(text))


def _all(text: Text) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.in_(language) for language in _LANGUAGES))
