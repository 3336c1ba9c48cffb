"""Tells what a GraphQL document asks for, so that nothing but the chat API goes through the gateway."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum

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

from agentpay_plugin.gateway.schema.guards import MOST_TOKENS

LOOKING = ("__schema", "__type")


class Kind(Enum):
    """What a document is, and so who answers it."""

    CHAT = "chat"  # queries or mutations of the contract: Saleor
    LOOK = "look"  # introspection: our own schema
    SUBSCRIPTION = "subscription"


class Refused(Exception):  # noqa: N818 a signal with words for the caller
    """The gateway neither answers nor passes this on."""


def kind_of(text: str, schema: GraphQLSchema) -> Kind:
    """Return what all operations of a document ask for. Raises Refused, with words that say why."""
    try:
        document = parse(text, no_location=True, max_tokens=MOST_TOKENS)
        kind = _kind(document, schema)
        if kind is Kind.CHAT:
            visit(document, _Strings())
    except GraphQLError as error:
        raise Refused(error.message) from None
    except RecursionError:
        raise Refused("The document is nested too deeply.") from None
    return kind


def _kind(document: DocumentNode, schema: GraphQLSchema) -> Kind:
    nodes = document.definitions
    fragments = {
        each.name.value: each for each in nodes if isinstance(each, FragmentDefinitionNode)
    }
    operations = [each for each in nodes if isinstance(each, OperationDefinitionNode)]
    kinds = {
        _kind_of_field(name, each.operation, schema)
        for each in operations
        for name in _root_fields(each.selection_set, fragments, set())
    }
    if not kinds:
        raise Refused("There is no operation in it.")
    owned = kinds - {None} or {Kind.LOOK}
    if len(owned) == 1:
        return owned.pop() or Kind.LOOK
    raise Refused("Ask for the chat, or for the schema, or subscribe: one of these at a time.")


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
    selections: SelectionSetNode, fragments: Mapping[str, FragmentDefinitionNode], seen: set[str]
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


class _Strings(Visitor):
    """Refuses block strings: Saleor's GraphQL reads them as something else than this one."""

    def enter_string_value(self, node: StringValueNode, *_: object) -> None:
        if node.block:
            raise Refused('Write "text", or a variable, in place of """text""".')
