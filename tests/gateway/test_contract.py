"""The Strawberry binding is the contract, to the letter."""

from __future__ import annotations

from pathlib import Path

from graphql import GraphQLSchema, build_schema, is_specified_scalar_type, print_type

from agentpay_plugin.gateway.schema import make_schema

CONTRACT = Path(__file__).parents[2] / "graphql" / "agentpay.graphql"


def printed(schema: GraphQLSchema) -> dict[str, str]:
    """Return each type as it prints: fields in order, descriptions, arguments and defaults."""
    return {
        name: print_type(kind)
        for name, kind in schema.type_map.items()
        if not name.startswith("__") and not is_specified_scalar_type(kind)
    }


def test_every_type_prints_as_in_the_contract() -> None:
    contract = printed(build_schema(CONTRACT.read_text()))

    ours = printed(make_schema()._schema)

    assert len(contract) == 77
    assert ours.keys() == contract.keys()
    for name, text in contract.items():
        assert ours[name] == text
