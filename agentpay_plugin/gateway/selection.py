"""Writes the query that asks for all there is of a field."""

from __future__ import annotations

from graphql import (
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    get_named_type,
)


def everything(schema: GraphQLSchema, field: str) -> str:
    """Return a query of one field of Query with its arguments as variables, and everything below it."""
    found = schema.type_map["Query"].fields[field]  # type: ignore[attr-defined]
    declared = ", ".join(f"${name}: {each.type}" for name, each in found.args.items())
    passed = ", ".join(f"{name}: ${name}" for name in found.args)
    return f"query({declared}) {{ {field}({passed}) {_all_of(get_named_type(found.type))} }}"


def _all_of(kind: GraphQLNamedType) -> str:
    match kind:
        case GraphQLUnionType():
            members = " ".join(f"... on {each.name} {_all_of(each)}" for each in kind.types)
            return f"{{ __typename {members} }}"
        case GraphQLObjectType():
            fields = kind.fields.items()
            return (
                "{ " + " ".join(f"{n} {_all_of(get_named_type(f.type))}" for n, f in fields) + " }"
            )
        case _:
            return ""
