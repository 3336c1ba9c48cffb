"""Tells what a GraphQL document asks for, so that nothing but the chat API goes through the gateway."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from functools import lru_cache

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    StringValueNode,
    Visitor,
    parse,
    visit,
)

from agentpay_plugin.gateway.schema.guards import DOCUMENTS_KEPT, MOST_TOKENS

LOOKING = ("__schema", "__type")
LISTS = ("fields", "inputFields", "interfaces", "possibleTypes")  # of a type, each with types again


class Kind(Enum):
    """What a document is, and so who answers it."""

    CHAT = "chat"  # queries or mutations of the contract: Saleor
    LOOK = "look"  # introspection: our own schema
    SUBSCRIPTION = "subscription"


Fragments = Mapping[str, FragmentDefinitionNode]


class Refused(Exception):  # noqa: N818 a signal with words for the caller
    """The gateway neither answers nor passes this on."""


@lru_cache(maxsize=DOCUMENTS_KEPT)
def kind_of(text: str, schema: GraphQLSchema) -> Kind:
    """Return what all operations of a document ask for. Raises Refused, with words that say why."""
    try:
        document = parse(text, no_location=True, max_tokens=MOST_TOKENS)
        kind = _kind(document, schema)
        match kind:
            case Kind.CHAT:
                visit(document, _Strings())
            case Kind.LOOK:
                visit(document, _Aliases())
    except GraphQLError as error:
        raise Refused(error.message) from None
    except RecursionError:
        raise Refused("The document is nested too deeply.") from None
    return kind


def _kind(document: DocumentNode, schema: GraphQLSchema) -> Kind:
    nodes = document.definitions
    fragments = _fragments(document)
    operations = [each for each in nodes if isinstance(each, OperationDefinitionNode)]
    kinds = {
        _kind_of_field(name, each.operation, schema)
        for each in operations
        for name in _root_fields(each.selection_set, fragments, set())
    }
    if not kinds:
        raise Refused("There is no operation in it.")
    owned = kinds - {None} or {Kind.LOOK}
    if len(owned) > 1:
        raise Refused("Ask for the chat, or for the schema, or subscribe: one of these at a time.")
    kind = owned.pop() or Kind.LOOK
    if kind is Kind.LOOK and any(_lists(o.selection_set, fragments, {}) > 1 for o in operations):
        raise Refused("Ask for the fields of a type, not for those of its fields' types as well.")
    return kind


def _fragments(document: DocumentNode) -> Fragments:
    nodes = [each for each in document.definitions if isinstance(each, FragmentDefinitionNode)]
    found = {each.name.value: each for each in nodes}
    if len(found) != len(nodes):
        raise Refused("A fragment comes twice.")
    return found


def _kind_of_field(name: str, operation: OperationType, schema: GraphQLSchema) -> Kind | None:
    """Return whose a root field is; None for `__typename`, which is everybody's."""
    if name == "__typename" and operation is not OperationType.SUBSCRIPTION:
        return None
    if name in LOOKING and operation is OperationType.QUERY:
        return Kind.LOOK
    root = schema.get_root_type(operation)
    if root is None or name not in root.fields:
        raise Refused(f"`{name}` is no operation of the chat; send it to the shop's own API.")
    return Kind.SUBSCRIPTION if operation is OperationType.SUBSCRIPTION else Kind.CHAT


def _root_fields(
    selections: SelectionSetNode, fragments: Fragments, seen: set[str]
) -> Iterator[str]:
    for node in selections.selections:
        match node:
            case FieldNode():
                yield node.name.value
            case InlineFragmentNode():
                yield from _root_fields(node.selection_set, fragments, seen)
            case FragmentSpreadNode() if node.name.value not in seen:
                seen.add(node.name.value)
                if node.name.value in fragments:
                    inside = fragments[node.name.value].selection_set
                    yield from _root_fields(inside, fragments, seen)


def _lists(selections: SelectionSetNode | None, fragments: Fragments, known: dict[str, int]) -> int:
    """Return how many of a type's lists stand within each other: the answer grows with that power."""
    deepest = 0
    for node in selections.selections if selections else ():
        match node:
            case FieldNode():
                within = _lists(node.selection_set, fragments, known)
                deepest = max(deepest, within + (node.name.value in LISTS))
            case InlineFragmentNode():
                deepest = max(deepest, _lists(node.selection_set, fragments, known))
            case FragmentSpreadNode() if node.name.value in fragments:
                name = node.name.value
                if name not in known:
                    known[name] = 0  # where it spreads itself
                    known[name] = _lists(fragments[name].selection_set, fragments, known)
                deepest = max(deepest, known[name])
    return deepest


class _Aliases(Visitor):
    """Refuses aliases of the schema's own fields: a short document could ask for it a thousand times."""

    def enter_field(self, node: FieldNode, *_: object) -> None:
        if node.alias:
            raise Refused("Ask for the schema without aliases.")


class _Strings(Visitor):
    """Refuses block strings: Saleor's GraphQL reads them as something else than this one."""

    def enter_string_value(self, node: StringValueNode, *_: object) -> None:
        if node.block:
            raise Refused('Write "text", or a variable, in place of """text""".')
