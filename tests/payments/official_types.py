"""Checks what is sent and answered against Stripe's official types, in an environment of their own.

Run with the directory of stripe 15.6.2 first on the path, since it bears the same name as Saleor's 3.5:
reads [[type, value], …] as JSON from stdin, writes [problem, …] to stdout. A type is "module:class".
"""

import importlib
import json
import sys
import types
import typing
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Literal, Union, get_args, get_origin

import typing_extensions as extended


class _Names(dict[str, Any]):
    """A class's own names; those that Stripe imports for type checkers alone are Any."""

    def __missing__(self, name: str) -> Any:
        return Any


def problems(kind: Any, value: Any, path: str) -> Iterator[str]:
    """Yield what is wrong with a form's value (all texts) or an answer's (JSON)."""
    origin, arguments = get_origin(kind), get_args(kind)
    if kind is Any or origin is extended.NotRequired or origin is typing.NotRequired:
        yield from problems(arguments[0], value, path) if arguments else ()
    elif origin in (Union, types.UnionType):
        yield from _of_union(arguments, value, path)
    elif origin is Literal:
        if value not in arguments:
            yield f"{path}: {value!r} is none of {sorted(arguments)}"
    elif origin is list:
        items = list(value.values()) if isinstance(value, dict) else value
        for at, item in enumerate(items if isinstance(items, list) else [items]):
            yield from problems(arguments[0], item, f"{path}[{at}]")
    elif origin is dict:
        if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
            yield f"{path}: no mapping of texts"
    elif extended.is_typeddict(kind):
        yield from _of_fields(kind, value, path, kind.__required_keys__)
    elif kind in (int, Decimal, bool, str, type(None)):
        yield from _of_plain(kind, value, path)
    elif isinstance(kind, type) and isinstance(value, dict) and _is_object(kind):
        yield from _of_fields(kind, value, path, _always(kind))


def _of_union(arguments: tuple[Any, ...], value: Any, path: str) -> Iterator[str]:
    if value is None and type(None) in arguments:
        return
    kinds = [kind for kind in arguments if kind is not type(None)]
    literals = [kind for kind in kinds if get_origin(kind) is Literal and get_args(kind) != ("",)]
    # "Literal[…] | str" is how Stripe leaves room for more; an empty one is how a value is unset.
    if literals and isinstance(value, str):
        kinds = literals
    found = [list(problems(kind, value, path)) for kind in kinds]
    if all(found):
        yield from min(found, key=len)


def _of_fields(kind: Any, value: Any, path: str, always: frozenset[str]) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{path}: no object"
        return
    module = sys.modules[kind.__module__]
    names = _Names(vars(typing) | vars(module) | {"int": int, "str": str, "bool": bool})
    if not extended.is_typeddict(kind):
        names |= {k: v for k, v in vars(kind).items() if isinstance(v, type)}
    hints = extended.get_type_hints(kind, localns=names, include_extras=True)
    yield from (f"{path}.{name}: missing" for name in sorted(always - value.keys()))
    for name, item in value.items():
        if name in hints:
            yield from problems(hints[name], item, f"{path}.{name}")
        else:
            yield f"{path}.{name}: not in Stripe's type"


def _of_plain(kind: Any, value: Any, path: str) -> Iterator[str]:
    match kind:
        case _ if kind is bool:
            fits = value in ("true", "false") or isinstance(value, bool)
        case _ if kind in (int, Decimal):
            fits = str(value).removeprefix("-").isdigit() and not isinstance(value, bool)
        case _ if kind is str:
            fits = isinstance(value, str) and value != ""
        case _:
            fits = value is None
    if not fits:
        yield f"{path}: {value!r} is no {kind.__name__}"


def _is_object(kind: type) -> bool:
    return any(base.__name__ == "StripeObject" for base in kind.__mro__) and bool(
        vars(kind).get("__annotations__")
    )


def _always(kind: type) -> frozenset[str]:
    """Return the attributes that are never null, and so are always there."""
    return frozenset(
        name
        for name, hint in kind.__annotations__.items()
        if "Optional" not in str(hint) and "None" not in str(hint) and name.islower()
    )


def main() -> None:
    found: list[str] = []
    for name, value in json.load(sys.stdin):
        module, _, kind = name.partition(":")
        found += problems(getattr(importlib.import_module(module), kind), value, kind)
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
