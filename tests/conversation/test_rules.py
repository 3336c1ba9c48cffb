"""The engine's tables and its public face."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import sys
from pathlib import Path

import pytest

from agentpay_plugin import conversation
from agentpay_plugin.conversation.moves import MOVES, to
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.state import Stage
from agentpay_plugin.errors import IllegalMove
from agentpay_plugin.language.phrases import PHRASES
from tests.conversation.play import a_conversation

FOLDER = Path(conversation.__file__).parent


def test_an_illegal_move_names_both_stages() -> None:
    with pytest.raises(IllegalMove, match=r"^browsing -> paying$"):
        to(a_conversation(stage=Stage.BROWSING), Stage.PAYING)


def test_every_stage_has_its_row() -> None:
    assert set(MOVES) == set(Stage)


def test_a_charge_can_only_be_opened_from_a_quote() -> None:
    assert [stage for stage in Stage if Stage.OPENING in MOVES[stage]] == [Stage.QUOTED]


def test_leaving_a_quote_forgets_it() -> None:
    quoted = a_conversation(stage=Stage.QUOTED, quoted_version="ready")

    assert to(quoted, Stage.SHOPPING).quoted_version is None


def test_every_phrase_has_its_words() -> None:
    assert set(PHRASES) == set(Say)


@pytest.mark.parametrize("say", [*Say])
def test_words_take_their_parameters(say: Say) -> None:
    words = PHRASES[say]
    values = dict.fromkeys(words.params, "x")

    for text in (words.singular, words.plural or words.singular):
        assert "{" not in text.format(**values)


def test_the_engine_imports_the_standard_library_only() -> None:
    own = ("agentpay_plugin.conversation", "agentpay_plugin.money", "agentpay_plugin.errors")

    for module in pkgutil.iter_modules([str(FOLDER)]):
        importlib.import_module(f"agentpay_plugin.conversation.{module.name}")
        for node in ast.walk(ast.parse((FOLDER / f"{module.name}.py").read_text())):
            if isinstance(node, ast.ImportFrom):
                name = node.module or ""
                assert name.startswith(own) or name.split(".")[0] in sys.stdlib_module_names, name
            if isinstance(node, ast.Import):
                assert all(one.name in sys.stdlib_module_names for one in node.names)
