"""Checks what is sent and answered against the Central Bank's specification of the API Pix.

It stands beside the repository (or where PIX_SPECIFICATION says), since it is not ours to pass on. Objects take
no names but those that it knows: what it leaves open we do not use.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

SPECIFICATION = Path(
    os.environ.get("PIX_SPECIFICATION")
    or Path(__file__).parents[2].parent / "shared" / "data" / "pix-openapi-2.9.0.json"
)
_TYPES = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool}

if os.environ.get("CI") and not SPECIFICATION.is_file():
    raise FileNotFoundError(f"CI needs the API Pix's specification in {SPECIFICATION}")


@cache
def specification() -> dict[str, Any]:
    if not SPECIFICATION.is_file():
        pytest.skip(f"NOT CHECKED: no specification of the API Pix in {SPECIFICATION}")
    text = SPECIFICATION.read_text(encoding="utf-8")
    # A mistake in it: the pattern of a CPF stands between slashes.
    found: dict[str, Any] = json.loads(text.replace("/^\\\\d{11}$/", "^\\\\d{11}$"))
    return found


def problems(name: str, value: Any) -> list[str]:
    """Return what is wrong with a value by the schema of that name."""
    schema = specification()["components"]["schemas"][name]
    return list(_problems(schema, value, name)) + list(_unknown(schema, value, name))


def body_problems(name: str, value: Any) -> list[str]:
    """Return what is wrong with a body by the request body of that name."""
    body = specification()["components"]["requestBodies"][name]
    schema = body["content"]["application/json"]["schema"]
    return list(_problems(schema, value, name)) + list(_unknown(schema, value, name))


def _resolved(schema: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in schema:
        found: Any = specification()
        for part in schema["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        schema = found
    return schema


def _problems(schema: dict[str, Any], value: Any, path: str) -> Iterator[str]:
    schema = _resolved(schema)
    for each in schema.get("allOf", []):
        yield from _problems(each, value, path)
    if "oneOf" in schema:
        fitting = [one for one in schema["oneOf"] if not list(_problems(one, value, path))]
        if len(fitting) != 1:
            yield f"{path}: fits {len(fitting)} of what it may be"
    kind = _TYPES.get(schema.get("type", ""))
    if kind and (not isinstance(value, kind) or (kind is int and isinstance(value, bool))):
        yield f"{path}: no {schema['type']}"
        return
    if isinstance(value, str):
        yield from _text_problems(schema, value, path)
    if isinstance(value, dict):
        for name in schema.get("required", []):
            if name not in value:
                yield f"{path}.{name}: missing"
        for name, each in schema.get("properties", {}).items():
            if name in value:
                yield from _problems(each, value[name], f"{path}.{name}")
    if isinstance(value, list) and "items" in schema:
        for at, each in enumerate(value):
            yield from _problems(schema["items"], each, f"{path}[{at}]")


def _text_problems(schema: dict[str, Any], value: str, path: str) -> Iterator[str]:
    if "enum" in schema and value not in schema["enum"]:
        yield f"{path}: not one of {schema['enum']}"
    if "pattern" in schema and not re.fullmatch(schema["pattern"], value, re.ASCII):
        yield f"{path}: not like {schema['pattern']}"
    if not schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", 10_000):
        yield f"{path}: {len(value)} characters"
    if schema.get("format") == "date-time" and datetime.fromisoformat(value).tzinfo is None:
        yield f"{path}: no moment"


def _unknown(schema: dict[str, Any], value: Any, path: str) -> Iterator[str]:
    """Name what the schema does not know, at any depth."""
    if isinstance(value, list):
        items = [item for item in (_items(schema)) if item]
        for at, each in enumerate(value):
            for item in items[:1]:
                yield from _unknown(item, each, f"{path}[{at}]")
    if not isinstance(value, dict):
        return
    known = _names(schema)
    for name, each in value.items():
        if name not in known:
            yield f"{path}.{name}: unknown"
        else:
            yield from _unknown({"allOf": known[name]}, each, f"{path}.{name}")


def _names(schema: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    schema = _resolved(schema)
    # A location's txid is required and nowhere described.
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in schema.get("required", [])}
    for name, each in schema.get("properties", {}).items():
        found.setdefault(name, []).append(each)
    for part in (*schema.get("allOf", []), *schema.get("oneOf", [])):
        for name, each in _names(part).items():
            found.setdefault(name, []).extend(each)
    return found


def _items(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    schema = _resolved(schema)
    if "items" in schema:
        yield schema["items"]
    for part in schema.get("allOf", []):
        yield from _items(part)
