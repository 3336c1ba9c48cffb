"""Gathers from Saleor what may fit a search, in one call; what does fit is told by shop/search."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from agentpay_plugin.conversation.goods import Product
from agentpay_plugin.conversation.reading import Order
from agentpay_plugin.conversation.wanted import Found, Wanted
from agentpay_plugin.shop.saleor.execute import Execute
from agentpay_plugin.shop.saleor.goods_map import GoodsMap, names_of
from agentpay_plugin.shop.saleor.ids import key_of
from agentpay_plugin.shop.saleor.products import Node, product, translated
from agentpay_plugin.shop.saleor.rich_text import plain_text
from agentpay_plugin.shop.search import (
    Entry,
    Search,
    alike,
    any_of,
    beside,
    called,
    entry,
    meant,
    search_of,
    wanted_beside,
)

_CANDIDATES = 12  # of each source: what it shows first
_OFFERED = 40
_CATEGORIES, _COLLECTIONS = 12, 4


def search(
    execute: Execute, scope: dict[str, object], known: GoodsMap, wanted: Wanted, limit: int
) -> Found:
    """Return what fits best of what Saleor finds by words, by their like, and by groups called so."""
    asked = search_of(wanted, known.words)
    if asked.terms:
        nodes = _named(execute, scope, known, asked)
        group = called(asked.terms, known.collection_names)
        found = asked.found(_entries(nodes, known), limit, group)
        if (found.products and not found.unmet) or not asked.anything:
            return found
    if not asked.anything:
        return Found()
    budget = asked.needs.budget
    most = float(budget.most) if budget and budget.most is not None else None
    direction = "ASC" if asked.order is Order.CHEAPEST else "DESC"
    variables = {"most": most, "limit": _OFFERED, "direction": direction}
    nodes = _nodes(execute("products_offered", variables | scope)["products"])
    return replace(asked, terms=()).found(_entries(nodes, known), limit)


def similar(
    execute: Execute,
    scope: dict[str, object],
    known: GoodsMap,
    product_id: str,
    wanted: Wanted,
    limit: int,
) -> Found:
    """Return what is like a product: first of its category, then of its collections."""
    if key_of(product_id, "Product") is None:
        return Found()
    variables: dict[str, object] = {"id": product_id, "limit": _CANDIDATES}
    node = execute("products_like", variables | scope)["product"]
    if node is None:
        return Found()
    groups = (node["category"], *(node["collections"] or ()))
    near = [each for group in groups if group for each in _nodes(group["products"])]
    if wanted.beside:
        return _beside(execute, scope, known, _bare(node), limit)
    others = [each for each in near if each["id"] != product_id]
    asked = search_of(replace(wanted, words="", in_stock=True, anything=True))
    return asked.found(alike(_entries(iter(others), known), _bare(node)), limit)


def _beside(
    execute: Execute, scope: dict[str, object], known: GoodsMap, own: Product, limit: int
) -> Found:
    """Return what goes with a product by what they are."""
    asked = search_of(wanted_beside(own), known.words)
    if not asked.terms:
        return Found()
    nodes = _named(execute, scope, known, asked)
    return beside(asked.found(_entries(nodes, known), _OFFERED), own, limit)


def _bare(node: Node) -> Product:
    """Return a product of which only what it is called is known."""
    name = translated(node, "name")
    category = translated(node["category"], "name") if node["category"] else None
    return Product(node["id"], "", name, "", category, (), (), None, False, False)


def _named(
    execute: Execute, scope: dict[str, object], known: GoodsMap, asked: Search
) -> Iterator[Node]:
    categories = meant(asked.terms, known.categories, _CATEGORIES)
    collections = meant(asked.terms, known.collections, _COLLECTIONS)
    variables: dict[str, object] = {
        "all": asked.words,
        "any": " OR ".join(_quoted(phrase) for phrase in any_of(asked.terms)),
        "categories": list(categories),
        "collections": list(collections),
        "ofCategories": bool(categories),
        "ofCollections": bool(collections),
        "limit": _CANDIDATES,
    }
    data = execute("products_found", variables | scope)
    for source in ("collections", "categories", "all", "any"):
        yield from _nodes(data.get(source))


def _quoted(phrase: str) -> str:
    return f'"{phrase}"' if " " in phrase else phrase


def _entries(nodes: Iterator[Node], known: GoodsMap) -> Iterator[Entry]:
    for node in nodes:
        lineage = known.lineage(node["groupedIn"]["id"]) if node["groupedIn"] else ()
        collections = (known.collections.get(each["id"], ()) for each in node["collections"] or ())
        named = entry(product(node), (*lineage, *(name for each in collections for name in each)))
        yield replace(
            named,
            names=names_of(node),
            descriptions=(*named.descriptions, plain_text(node["description"])),
        )


def _nodes(connection: Node | None) -> Iterator[Node]:
    for edge in connection["edges"] if connection else ():
        yield edge["node"]
