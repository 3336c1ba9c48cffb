"""Conversations and events to JSON and back, exactly, guided by the type hints of their dataclasses.

A state carries its VERSION; an older one is read through `_UPGRADES`, a newer one is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from agentpay_plugin.conversation.events import (
    CartAsked,
    CartJoined,
    ChargeChanged,
    CheckOutAsked,
    CountryChosen,
    DeliveryChosen,
    DetailsGiven,
    Event,
    Opened,
    PaidSaid,
    PaymentCancelled,
    PersonAsked,
    ProductChosen,
    PromoCodeApplied,
    PromoCodeRemoved,
    QuantitySet,
    QuoteConfirmed,
    VariantChosen,
)
from agentpay_plugin.conversation.state import VERSION, Conversation
from agentpay_plugin.errors import Final

Json = dict[str, Any]

StoredEvent = (
    Opened
    | VariantChosen
    | ProductChosen
    | QuantitySet
    | PromoCodeApplied
    | PromoCodeRemoved
    | CheckOutAsked
    | CartAsked
    | CartJoined
    | CountryChosen
    | DetailsGiven
    | DeliveryChosen
    | QuoteConfirmed
    | PaidSaid
    | PaymentCancelled
    | PersonAsked
    | ChargeChanged
)


def _with_method_objects(state: Json) -> Json:
    """Version 1 kept the ways to pay as names; none of them needed a tax id."""
    methods = [{"id": name, "needs_tax_id": False} for name in state.get("methods", [])]
    return {**state, "methods": methods}


# From a version to the next. Each takes and returns the whole dict.
_UPGRADES: dict[int, Callable[[Json], Json]] = {1: _with_method_objects}

_SIMPLE = (str, int, bool, float, NoneType)


class UnreadableState(Final):
    """A stored state or event that this version cannot read; the message says why, without its content."""

    code = "UNREADABLE_STATE"


def encode(conversation: Conversation) -> Json:
    """Return the conversation as JSON values, with its version."""
    return {"version": VERSION, **_encode_fields(conversation)}


def decode(data: Mapping[str, Any]) -> Conversation:
    """Return the conversation of a stored state. Raises UnreadableState."""
    state = dict(data)
    version = state.get("version")
    if not isinstance(version, int) or version < 1:
        raise UnreadableState("the state names no version")
    if version > VERSION:
        raise UnreadableState(f"the state is of version {version}; this code reads up to {VERSION}")
    for step in range(version, VERSION):
        state = _UPGRADES[step](state)
    del state["version"]
    return cast("Conversation", _decode_fields(Conversation, state))


def encode_event(event: Event) -> Json:
    """Return a tap, an opening or a charge's change as JSON values with its `type`.

    Raises UnreadableState for what is not stored as an event (words, results of commands).
    """
    if not isinstance(event, StoredEvent):
        raise UnreadableState(f"{type(event).__name__} is not stored as an event")
    return {"type": type(event).__name__, **_encode_fields(event)}


def decode_event(data: Mapping[str, Any]) -> Event:
    """Return the event that `encode_event` stored. Raises UnreadableState."""
    return cast("Event", _decode_one_of(get_args(StoredEvent), data))


def to_json(value: Any, hint: Any) -> Any:
    """Return a value of the type that `hint` says as JSON values."""
    return _encode(value, hint)


def from_json(data: Any, hint: Any) -> Any:
    """Return the value that `to_json` stored under the same hint. Raises UnreadableState."""
    return _decode(data, hint)


def _encode(value: Any, hint: Any) -> Any:
    kinds = _members(hint)
    if isinstance(value, tuple):
        items = get_args(next(kind for kind in kinds if get_origin(kind) is tuple))
        hints = [items[0]] * len(value) if items[-1] is Ellipsis else items
        return [_encode(one, each) for one, each in zip(value, hints, strict=True)]
    if is_dataclass(value):
        named = {"type": type(value).__name__} if len(_classes(hint)) > 1 else {}
        return named | _encode_fields(value)
    if isinstance(value, Decimal):
        return str(value)
    return value.value if isinstance(value, StrEnum) else value


def _encode_fields(value: Any) -> Json:
    return {
        name: _encode(getattr(value, name), hint)
        for name, hint in _hints(cast("Any", type(value))).items()
    }


def _decode(data: Any, hint: Any) -> Any:
    kinds = _members(hint)
    if data is None and NoneType in kinds:
        return None
    classes = _classes(hint)
    if isinstance(data, Mapping) and classes:
        if len(classes) > 1:
            return _decode_one_of(classes, data)
        return _decode_fields(classes[0], data)
    for kind in kinds:
        if isinstance(data, list) and get_origin(kind) is tuple:
            return _decode_tuple(data, get_args(kind))
        if isinstance(kind, type) and issubclass(kind, StrEnum) and isinstance(data, str):
            return _enum(kind, data)
        if kind is Decimal and isinstance(data, str):
            return _decimal(data)
        if kind in _SIMPLE and type(data) is kind:
            return data
    raise UnreadableState(f"a {type(data).__name__} stands where {hint} belongs")


def _decode_tuple(data: list[Any], items: tuple[Any, ...]) -> tuple[Any, ...]:
    hints = [items[0]] * len(data) if items[-1] is Ellipsis else items
    if len(hints) != len(data):
        raise UnreadableState(f"{len(data)} values stand where {len(hints)} belong")
    return tuple(_decode(one, each) for one, each in zip(data, hints, strict=True))


def _decode_one_of(classes: tuple[Any, ...], data: Mapping[str, Any]) -> Any:
    name = data.get("type")
    found = next((one for one in classes if one.__name__ == name), None)
    if found is None:
        raise UnreadableState("an object names a type that is not known here")
    return _decode_fields(found, {key: data[key] for key in data if key != "type"})


def _decode_fields(kind: Any, data: Mapping[str, Any]) -> Any:
    hints = _hints(kind)
    if unknown := data.keys() - hints.keys():
        raise UnreadableState(f"{kind.__name__} has no {', '.join(sorted(unknown))}")
    for name in _required(kind):
        if name not in data:
            raise UnreadableState(f"{kind.__name__} lacks {name}")
    return kind(**{name: _decode(data[name], hints[name]) for name in data})


def _enum(kind: type[StrEnum], data: str) -> StrEnum:
    try:
        return kind(data)
    except ValueError as error:
        raise UnreadableState(f"{kind.__name__} has no such value") from error


def _decimal(data: str) -> Decimal:
    try:
        return Decimal(data)
    except InvalidOperation as error:
        raise UnreadableState("a number is none") from error


@cache
def _hints(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


@cache
def _required(kind: Any) -> tuple[str, ...]:
    defaults = {each.name: (each.default, each.default_factory) for each in fields(kind)}
    return tuple(name for name, made in defaults.items() if made == (MISSING, MISSING))


@cache
def _members(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in (UnionType, Union) else (hint,)


@cache
def _classes(hint: Any) -> tuple[Any, ...]:
    return tuple(kind for kind in _members(hint) if is_dataclass(kind))
