"""What every shop's library must keep: published words only, plain, and nothing that is beside the question.

Plain test functions over a fixture `world`: run over SandboxShop (tests/shop) and a real Saleor (tests/saleor).
"""

from __future__ import annotations

import pytest

from agentpay_plugin.conversation.library import Source
from tests.shop.world import World


def test_a_page_answers_in_plain_words_with_its_title(world: World) -> None:
    found = world.library.passages("can I return it?", "returns")

    page = next(each for each in found if each.source is Source.PAGE)
    assert page.title == "Returns"
    assert page.words == "Send it back within 30 days.\nWe pay the parcel."


def test_the_merchants_own_answer_comes_first(world: World) -> None:
    found = world.library.passages("when are you open?", "hours")

    assert (found[0].source, found[0].words) == (Source.MERCHANT, "From 9 to 18.")


@pytest.mark.parametrize("question", ["", "???", "xyzzyplugh", "do you like music?"])
def test_nothing_is_told_that_is_beside_the_question(world: World, question: str) -> None:
    assert world.library.passages(question, "") == ()


def test_what_is_not_published_is_not_told(world: World) -> None:
    assert world.library.passages("is there a warranty?", "warranty") == ()
