"""The graphene binding is the contract, to the letter."""

from __future__ import annotations

import graphene

from tests.schema.contract import (
    contract_descriptions,
    contract_schema,
    described,
    shape,
)


def test_holds_the_contracts_types_fields_arguments_and_defaults(schema: graphene.Schema) -> None:
    contract = shape(contract_schema())

    ours = shape(schema)

    assert len(contract) == 59
    assert ours.keys() == contract.keys()
    for name, expected in contract.items():
        assert ours[name] == expected, name


def test_says_the_contracts_own_words(schema: graphene.Schema) -> None:
    contract = contract_descriptions()

    ours = described(schema)

    assert len(contract) == 77
    assert ours == contract
