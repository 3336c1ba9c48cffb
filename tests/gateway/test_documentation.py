"""docs/realtime.md: its examples are what the contract allows, its defaults those of the code."""

from __future__ import annotations

import re
from pathlib import Path

from graphql import build_schema, parse, validate

from agentpay_plugin.gateway import settings
from agentpay_plugin.gateway.schema import make_schema
from agentpay_plugin.gateway.selection import everything

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "realtime.md").read_text()
CONTRACT = build_schema((ROOT / "graphql" / "agentpay.graphql").read_text())


def test_every_example_is_valid() -> None:
    examples = re.findall(r"```graphql\n(.*?)```", TEXT, re.DOTALL)

    problems = [str(error) for text in examples for error in validate(CONTRACT, parse(text))]

    assert problems == []
    assert len(examples) == 1


def test_every_default_is_the_codes() -> None:
    said = dict(re.findall(r"^\| `(AGENTPAY_GATEWAY_\w+)` \| `([^`]*)` \|", TEXT, re.MULTILINE))

    numbers = {name: str(default) for name, (default, _, _) in settings._NUMBERS.items()}
    assert said == {
        **numbers,
        settings.HOST: settings.Settings("", "").host,
        settings.ORIGINS: settings.Settings("", "").origins[0],
    }
    assert settings.settings_from(
        {settings.SALEOR_URL: "http://shop", settings.REDIS_URL: "redis://redis"}
    ) == settings.Settings("http://shop", "redis://redis")


def test_what_the_gateway_asks_is_the_contracts_and_leaves_nothing_out() -> None:
    query = everything(make_schema()._schema, "chat")

    assert validate(CONTRACT, parse(query)) == []
    for field in CONTRACT.type_map["ChatCart"].fields:  # type: ignore[attr-defined]
        assert f" {field} " in query
