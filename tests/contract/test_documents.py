"""Every document we send to Saleor, held to the schema of each version it claims (graphql-core 3)."""

import os
import re
from functools import cache
from pathlib import Path

import pytest
from graphql import GraphQLSchema, OperationDefinitionNode, build_schema, parse, validate

from agentpay_plugin.shop.documents import document, folder

SCHEMAS = Path(
    os.environ.get("SALEOR_SCHEMA_DIR")
    or Path(__file__).parents[2].parent / "shared" / "saleor-schemas"
)
VERSIONS = ("3.21", "3.22", "3.23", "3.24")
# What each version needs in order to deliver a cart.
DELIVERY = {"delivery_options": ("3.23", "3.24"), "delivery_options_listed": ("3.21", "3.22")}
# The Dashboard shows an app's problems since 3.22.
PROBLEMS = dict.fromkeys(
    ("app_problems", "app_problem_create", "app_problem_dismiss"), ("3.22", "3.23", "3.24")
)
NAMES = sorted(path.stem for path in folder().glob("*.graphql") if path.stem != "fragments")

if os.environ.get("CI") and not SCHEMAS.is_dir():
    raise FileNotFoundError(f"CI needs Saleor's schemas in {SCHEMAS}; set SALEOR_SCHEMA_DIR")

pytestmark = pytest.mark.skipif(not SCHEMAS.is_dir(), reason=f"no Saleor schemas in {SCHEMAS}")


@cache
def schema(version: str) -> GraphQLSchema:
    text = (SCHEMAS / f"{version}.graphql").read_text(encoding="utf-8")
    return build_schema(text, assume_valid_sdl=True)


def claimed(name: str) -> tuple[str, ...]:
    first = document(name).splitlines()[0]
    assert first.startswith("# Saleor "), f"{name} does not say which versions it is for"
    return tuple(re.findall(r"\d+\.\d+", first))


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("name", NAMES)
def test_document_is_valid_in_each_version_it_claims(name, version):
    if version not in claimed(name):
        pytest.skip(f"{name} is not for {version}")

    errors = validate(schema(version), parse(document(name)))

    assert [error.message for error in errors] == []


@pytest.mark.parametrize("name", NAMES)
def test_document_claims_every_version_unless_it_is_about_delivery_or_problems(name):
    assert claimed(name) == (DELIVERY | PROBLEMS).get(name, VERSIONS)


@pytest.mark.parametrize("name", NAMES)
def test_document_holds_one_operation_named_like_its_file(name):
    operations = [
        node
        for node in parse(document(name)).definitions
        if isinstance(node, OperationDefinitionNode)
    ]

    assert [node.name.value for node in operations] == [
        "".join(map(str.capitalize, name.split("_")))
    ]


def test_a_field_that_no_version_has_is_found():
    errors = validate(schema("3.23"), parse("{ shop { thisWasNeverThere } }"))

    assert len(errors) == 1
