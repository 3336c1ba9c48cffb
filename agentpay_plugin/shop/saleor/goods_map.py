"""How a shop in Saleor sorts its goods: its categories and collections, and words of its names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from agentpay_plugin.conversation.wanted import Groups
from agentpay_plugin.shop.saleor.execute import Execute
from agentpay_plugin.shop.saleor.products import Node, translated
from agentpay_plugin.shop.search.words import split

_MOST_LINEAGE = 10


@dataclass(frozen=True, slots=True)
class GoodsMap:
    """Names by id, each as the shopper reads it and as it was written first; `parents` by a category's id."""

    categories: dict[str, tuple[str, ...]]
    collections: dict[str, tuple[str, ...]]
    parents: dict[str, str]
    roots: tuple[str, ...]
    words: frozenset[str]

    @property
    def groups(self) -> Groups:
        """The upmost categories that hold goods, and the collections."""
        return Groups(
            tuple(self.categories[key][0] for key in self.roots if key in self.categories),
            tuple(names[0] for names in self.collections.values()),
        )

    @property
    def collection_names(self) -> tuple[str, ...]:
        """All names of the collections."""
        return tuple(name for names in self.collections.values() for name in names)

    def lineage(self, category_id: str) -> tuple[str, ...]:
        """Return the names of a category and of those it lies in."""
        names: list[str] = []
        key: str | None = category_id
        for _ in range(_MOST_LINEAGE):
            if key is None or key not in self.categories:
                break
            names += self.categories[key]
            key = self.parents.get(key)
        return tuple(names)


def read_map(execute: Execute, scope: dict[str, object]) -> GoodsMap:
    """Ask Saleor for the map of a channel in a language."""
    data = execute("goods_map", scope)
    categories = list(_nodes(data["categories"]))
    collections = list(_nodes(data["collections"]))
    every = (*categories, *collections, *_nodes(data["products"]))
    return GoodsMap(
        categories={node["id"]: names_of(node) for node in categories},
        collections={node["id"]: names_of(node) for node in collections},
        parents={node["id"]: node["parent"]["id"] for node in categories if node["parent"]},
        roots=tuple(node["id"] for node in _nodes(data["roots"]) if node["products"]["edges"]),
        words=frozenset(word for node in every for name in names_of(node) for word in split(name)),
    )


def names_of(node: Node) -> tuple[str, ...]:
    """Return what something is called: in the shopper's language, then as it was written first."""
    return tuple(dict.fromkeys(filter(None, (translated(node, "name"), node["name"]))))


def _nodes(connection: Node | None) -> Iterator[Node]:
    for edge in connection["edges"] if connection else ():
        yield edge["node"]
