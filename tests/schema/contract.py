"""Reads graphql/agentpay.graphql for graphql-core 2, which knows no descriptions, and describes a schema."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    build_ast_schema,
    parse,
)

TEXT = (Path(__file__).parents[2] / "graphql" / "agentpay.graphql").read_text()
_DESCRIPTION = re.compile(r'\s*"(?P<text>[^"]*)"\s*')
_TYPE = re.compile(r"(?:type|input|enum|union) (?P<name>\w+)")
_MEMBER = re.compile(r"\s*(?P<name>\w+)(?P<arguments>\()?")
_BLOCK = re.compile(r'"""(.*?)"""', re.DOTALL)


def whole_contract() -> GraphQLSchema:
    """Return the contract as a schema, without its descriptions."""
    lines = _BLOCK.sub("", TEXT).splitlines()
    plain = "\n".join(line for line in lines if not _DESCRIPTION.fullmatch(line))
    roots = "schema { query: Query mutation: Mutation subscription: Subscription }"
    return build_ast_schema(parse(f"{roots}\n{plain}"))


def contract_schema() -> GraphQLSchema:
    """Return what of the contract is served by queries and mutations, with the types these use."""
    whole = whole_contract()
    return GraphQLSchema(query=whole.get_query_type(), mutation=whole.get_mutation_type())


def subscription_schema() -> GraphQLSchema:
    """Return what of the contract the subscription uses."""
    return GraphQLSchema(query=whole_contract().get_subscription_type())


def contract_descriptions() -> dict[str, str]:
    """Return the contract's descriptions by path: Type, Type.field, Type.field.argument."""
    found: dict[str, str] = {}
    owner = member = ""
    described: str | None = None
    for line in _BLOCK.sub("", TEXT).splitlines():
        if match := _DESCRIPTION.fullmatch(line):
            described = match["text"]
            continue
        if match := _TYPE.match(line):
            owner, member, path = match["name"], "", match["name"]
        elif line.strip().startswith(")"):
            member, path = "", ""
        elif match := _MEMBER.match(line):
            path = ".".join(name for name in (owner, member, match["name"]) if name)
            if match["arguments"] and ")" not in line:
                member = match["name"]
        else:
            path = ""
        if described is not None:
            found[path] = described
            described = None
    return found


def described(schema: GraphQLSchema) -> dict[str, str]:
    """Return a schema's own descriptions by path; the root types' are the host's."""
    found: dict[str, str | None] = {}
    for name, kind in _own(schema).items():
        found[name] = None if name in ("Query", "Mutation") else kind.description
        for field_name, field in _fields(kind).items():
            found[f"{name}.{field_name}"] = field.description
            for argument_name, argument in getattr(field, "args", {}).items():
                found[f"{name}.{field_name}.{argument_name}"] = argument.description
        for value in getattr(kind, "values", ()):
            found[f"{name}.{value.name}"] = value.description
    return {path: text for path, text in found.items() if text}


def shape(schema: GraphQLSchema) -> dict[str, Any]:
    """Return everything of a schema but its descriptions, in order."""
    return {name: _shape(kind) for name, kind in _own(schema).items()}


def _own(schema: GraphQLSchema) -> dict[str, Any]:
    kinds = (GraphQLObjectType, GraphQLInputObjectType, GraphQLEnumType, GraphQLUnionType)
    types = schema.get_type_map().items()
    return {
        name: kind for name, kind in types if isinstance(kind, kinds) and not name.startswith("__")
    }


def _fields(kind: Any) -> dict[str, Any]:
    return dict(getattr(kind, "fields", {}))


def _shape(kind: Any) -> Any:
    match kind:
        case GraphQLEnumType():
            return ["enum", *(value.name for value in kind.values)]
        case GraphQLUnionType():
            return ["union", *(member.name for member in kind.types)]
        case GraphQLInputObjectType():
            return ["input", *((n, str(f.type), f.default_value) for n, f in kind.fields.items())]
        case _:
            return ["type", *((n, str(f.type), _arguments(f)) for n, f in kind.fields.items())]


def _arguments(field: Any) -> list[tuple[str, str, object]]:
    return [(name, str(each.type), each.default_value) for name, each in field.args.items()]
