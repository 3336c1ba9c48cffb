"""The examples of docs/chat-api.md are calls that the contract allows, and every operation has one."""

from __future__ import annotations

import re
from pathlib import Path

from graphql import parse, validate

from tests.schema.contract import contract_schema, whole_contract

TEXT = (Path(__file__).parents[2] / "docs" / "chat-api.md").read_text()
EXAMPLES = re.findall(r"```graphql\n(.*?)```", TEXT, re.DOTALL)


def test_every_example_is_valid() -> None:
    schema = whole_contract()

    problems = [str(error) for text in EXAMPLES for error in validate(schema, parse(text))]

    assert problems == []
    assert len(EXAMPLES) >= 7


def test_every_operation_has_an_example() -> None:
    schema = contract_schema()
    operations = [*schema.get_query_type().fields, *schema.get_mutation_type().fields]

    missing = [name for name in operations if not re.search(rf"\b{name}\(", "".join(EXAMPLES))]

    assert missing == []
    assert len(operations) == 11
