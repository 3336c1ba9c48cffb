"""What `make check` says of a catalogue that is not right."""

from __future__ import annotations

import sys
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages import Catalog

_SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "messages"
_HEADER = """
msgid ""
msgstr ""
"Language: es\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"""


@pytest.fixture(scope="module")
def messages() -> ModuleType:
    loader = SourceFileLoader("messages_script", str(_SCRIPT))
    spec = spec_from_loader(loader.name, loader)
    assert spec is not None
    module = module_from_spec(spec)
    sys.modules[loader.name] = module  # dataclasses look themselves up there
    loader.exec_module(module)
    return module


def template(*ids: str | tuple[str, str]) -> Catalog:
    found = Catalog(fuzzy=False)
    for each in ids:
        found.add(each)
    return found


@pytest.mark.parametrize(
    ("entry", "faults"),
    [
        ('msgid "Pay {total}"\nmsgstr "Pagar {total}"', []),
        ('msgid "Pay {total}"\nmsgstr ""', ["not translated: 'Pay {total}'"]),
        ('#, fuzzy\nmsgid "Pay {total}"\nmsgstr "Pagar {total}"', ["fuzzy: 'Pay {total}'"]),
        (
            'msgid "Pay {total}"\nmsgstr "Pagar {tota}"',
            ["other placeholders in 'Pagar {tota}' than in 'Pay {total}'"],
        ),
        ('msgid "Pay"\nmsgstr "Pagar"', ["not translated: 'Pay {total}'"]),
    ],
)
def test_single_text(messages: ModuleType, entry: str, faults: list[str]) -> None:
    before = f"{_HEADER}\n{entry}\n".encode()

    catalogue = messages.updated(before, template("Pay {total}"), "es")

    assert list(messages.faults(catalogue)) == faults
    assert [one.id for one in catalogue if one.id] == ["Pay {total}"]


@pytest.mark.parametrize(
    ("one", "many", "faults"),
    [
        ("{item}: {count} día", "{item}: {count} días", 0),
        ("{item}: un día", "{item}: {count} días", 0),
        ("{item}: {count} día", "", 1),
        ("{count} día", "{item}: {count} días", 1),
    ],
)
def test_forms_of_a_number(messages: ModuleType, one: str, many: str, faults: int) -> None:
    ids = ("{item}: {count} day", "{item}: {count} days")
    entry = f'msgid "{ids[0]}"\nmsgid_plural "{ids[1]}"\nmsgstr[0] "{one}"\nmsgstr[1] "{many}"'

    catalogue = messages.updated(f"{_HEADER}\n{entry}\n".encode(), template(ids), "es")

    assert len(list(messages.faults(catalogue))) == faults


def test_text_that_got_forms_is_translated_anew(messages: ModuleType) -> None:
    before = f'{_HEADER}\nmsgid "{{count}} day"\nmsgstr "{{count}} día"\n'.encode()

    catalogue = messages.updated(before, template(("{count} day", "{count} days")), "es")

    assert catalogue["{count} day"].string == ("", "")
