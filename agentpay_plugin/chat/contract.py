"""What the chat's operations answer, as plain mappings in the names of the GraphQL contract."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import Any


def in_contract_names(value: Any) -> Any:
    """Return dataclasses as mappings (last_sequence -> lastSequence); cards are in that shape already."""
    if is_dataclass(value) and not isinstance(value, type):
        return {
            _camel(each.name): in_contract_names(getattr(value, each.name))
            for each in fields(value)
        }
    if isinstance(value, list | tuple):
        return [in_contract_names(each) for each in value]
    return value


def _camel(name: str) -> str:
    return re.sub(r"_(\w)", lambda found: found[1].upper(), name)
