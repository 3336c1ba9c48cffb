"""Whether a tool's schema is one that can be held to the letter (`strict`): of what both providers take for that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

_KNOWN = frozenset(
    [
        "type",
        "properties",
        "required",
        "additionalProperties",
        "items",
        "enum",
        "const",
        "anyOf",
        "description",
        "title",
        "default",
        "$ref",
        "$defs",
    ]
)
_KINDS = frozenset(["object", "array", "string", "integer", "number", "boolean", "null"])


def wrong_with(schema: Mapping[str, Any], must_all: bool = False) -> str:
    """Return what is wrong with a strict schema, or nothing. `must_all`: every property is required, as OpenAI wants."""
    if schema.get("type") != "object":
        return "the schema must be of type object"
    return next(_faults(schema, "", must_all), "")


def _faults(schema: Any, path: str, must_all: bool) -> Iterator[str]:
    if not isinstance(schema, dict):
        yield f"{path or 'schema'} must be an object"
        return
    for name in sorted(schema.keys() - _KNOWN):
        yield f"{path or 'schema'}: '{name}' is not supported"
    kinds = schema.get("type", [])
    for kind in [kinds] if isinstance(kinds, str) else kinds:
        if kind not in _KINDS:
            yield f"{path or 'schema'}: '{kind}' is no type"
    if "object" in ([kinds] if isinstance(kinds, str) else kinds):
        yield from _faults_of_object(schema, path, must_all)
    if "array" in ([kinds] if isinstance(kinds, str) else kinds):
        yield from _faults(schema.get("items"), f"{path}.items", must_all)
    for at, option in enumerate(schema.get("anyOf", ())):
        yield from _faults(option, f"{path}.anyOf[{at}]", must_all)


def _faults_of_object(schema: Mapping[str, Any], path: str, must_all: bool) -> Iterator[str]:
    properties, required = schema.get("properties", {}), schema.get("required", [])
    if schema.get("additionalProperties") is not False:
        yield f"{path or 'schema'}: 'additionalProperties' must be false"
    for name in sorted(set(required) - properties.keys()):
        yield f"{path or 'schema'}: '{name}' is required and not there"
    if must_all:
        for name in sorted(properties.keys() - set(required)):
            yield f"{path or 'schema'}: 'required' must name every property, '{name}' too"
    for name, each in properties.items():
        yield from _faults(each, f"{path}.{name}", must_all)
