"""Every operation a widget sends to us, held to our own contract (graphql-core 3)."""

from pathlib import Path

import pytest
from graphql import build_schema, parse, validate

GRAPHQL = Path(__file__).parents[2] / "graphql"
FRAGMENTS = (GRAPHQL / "widget" / "fragments.graphql").read_text()
OPERATIONS = sorted(p.stem for p in (GRAPHQL / "widget").glob("*.graphql") if p.stem != "fragments")
# One file holds all fragments; an operation uses those it needs.
UNUSED = "is never used"
OF_STAFF = {"chatFunnel", "chatHandovers", "chatHandoverReply", "chatHandoverClose"}


@pytest.fixture(scope="module")
def contract():
    return build_schema((GRAPHQL / "agentpay.graphql").read_text())


@pytest.mark.parametrize("name", OPERATIONS)
def test_operation_is_valid(contract, name):
    text = (GRAPHQL / "widget" / f"{name}.graphql").read_text()

    errors = [error.message for error in validate(contract, parse(text + FRAGMENTS))]

    assert [message for message in errors if UNUSED not in message] == []


def test_there_is_one_for_each_operation_that_a_shopper_calls(contract):
    roots = (contract.query_type, contract.mutation_type, contract.subscription_type)
    fields = {name for root in roots for name in root.fields}

    assert fields >= OF_STAFF
    assert sorted(fields - OF_STAFF) == OPERATIONS
