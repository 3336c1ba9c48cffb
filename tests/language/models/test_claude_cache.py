"""What goes through Claude's cache of prompts, held against a look-alike that keeps the real rule."""

from __future__ import annotations

from decimal import Decimal

import pytest

from agentpay_plugin.demo.claude.lookalike import LookAlike
from agentpay_plugin.demo.speakers.script import Answer, Call, Say
from agentpay_plugin.language.claude import Claude
from agentpay_plugin.language.model import Exchange, FromModel, FromShopper, Reply, Usage
from tests.language.models.conftest import CLAUDE_KEY, build_request, results

HELLO = Answer((Say(("Hello.",)),))
RULES = "You sell in a shop, and you are friendly. " * 100  # 1,050 tokens of the look-alike's
SHOPPER = FromShopper("A blue shirt?")


def ask(
    claude: LookAlike, *exchanges: Exchange, model: str = "claude-opus-5-5", system: str = RULES
) -> Reply:
    request = build_request(*exchanges, system=(system,))
    return Claude(CLAUDE_KEY, model, claude.url).reply(request, lambda _: None)


def marks(body: dict[str, object]) -> list[str]:
    """Return the words or results at which a request is marked, those of the system as such."""
    found = ["system" for block in body["system"] if "cache_control" in block]  # type: ignore[attr-defined]
    for message in body["messages"]:  # type: ignore[attr-defined]
        found += [
            block.get("text", block.get("content"))
            for block in message["content"]
            if "cache_control" in block
        ]
    return found


def test_each_round_reads_what_the_one_before_sent(claude: LookAlike) -> None:
    claude.answers(Answer((Call("show_cart"),)), Answer((Call("show_cart"),)), HELLO)
    long = "A shirt of cotton, soft and blue. " * 200

    first = ask(claude, SHOPPER)
    so_far = (SHOPPER, first.said, results(first.said, long))
    second = ask(claude, *so_far)
    third = ask(claude, *so_far, second.said, results(second.said, long))

    assert (first.usage.sent, first.usage.read) == (0, 0)
    assert second.usage.read == first.usage.written > 1_000
    assert third.usage.read == second.usage.read + second.usage.written
    assert second.usage.written > 1_700  # the result, once
    assert (second.usage.sent, third.usage.sent) == (0, 0)


def test_marks_stand_at_the_stable_part_and_move_with_the_last_messages(claude: LookAlike) -> None:
    claude.answers(
        Answer((Call("show_cart"), Call("show_cart"))), Answer((Call("show_cart"),)), HELLO
    )
    first = ask(claude, SHOPPER)
    so_far = (SHOPPER, first.said, results(first.said, "one"))
    second = ask(claude, *so_far)
    ask(claude, *so_far, second.said, results(second.said, "two"))

    assert [marks(body) for body in claude.asked] == [
        ["system", "A blue shirt?"],
        ["system", "A blue shirt?", "one"],
        ["system", "one", "two"],
    ]
    last = claude.asked[-1]["messages"]
    assert ["cache_control" in block for block in last[2]["content"]] == [False, True]
    assert not any("cache_control" in block for block in last[1]["content"] + last[3]["content"])


def test_another_chat_reads_the_stable_part_and_no_other_shops(claude: LookAlike) -> None:
    claude.answers(HELLO, HELLO, HELLO)

    first = ask(claude, SHOPPER)
    same = ask(claude, FromShopper("Do you have mugs?"))
    other = ask(claude, SHOPPER, system="You sell elsewhere. " * 200)

    assert 1_000 < same.usage.read < first.usage.written
    assert (same.usage.sent, other.usage.read) == (0, 0)


def test_a_change_in_the_stable_part_is_paid_for_anew(claude: LookAlike) -> None:
    claude.answers(HELLO, HELLO)

    ask(claude, SHOPPER)
    changed = ask(claude, SHOPPER, system=f" {RULES}")

    assert changed.usage.read == 0


@pytest.mark.parametrize(
    ("model", "words", "is_kept"),
    [
        ("claude-opus-5-5", 20, False),
        ("claude-opus-5-5", 60, True),
        ("claude-sonnet-5-5", 60, True),
        ("claude-haiku-4-5", 100, False),
        ("claude-haiku-4-5", 420, True),
        ("claude-haiku-5-5", 100, False),
        ("claude-haiku-5-5", 420, True),
    ],
)
def test_what_is_too_short_for_a_model_is_sent_at_the_full_price(
    claude: LookAlike, model: str, words: int, is_kept: bool
) -> None:
    claude.answers(HELLO, HELLO)
    system = "You sell in a shop, and you are friendly. " * words

    first, second = (ask(claude, SHOPPER, model=model, system=system) for _ in range(2))

    assert (second.usage.read > 0, first.usage.written > 0) == (is_kept, is_kept)
    assert (second.usage.sent == 0) is is_kept


def test_the_cache_lives_five_minutes_from_its_last_use(claude: LookAlike) -> None:
    claude.answers(*[HELLO] * 4)
    now = 0.0
    claude.cache.clock = lambda: now
    ask(claude, SHOPPER)
    now = 299.0
    kept = ask(claude, SHOPPER)
    now += 299.0
    kept_on = ask(claude, SHOPPER)
    now += 300.0

    gone = ask(claude, SHOPPER)

    assert [one.usage.read > 0 for one in (kept, kept_on, gone)] == [True, True, False]
    assert gone.usage.written == kept.usage.read


def test_a_mark_is_found_twenty_blocks_back_and_no_further(claude: LookAlike) -> None:
    claude.answers(*[HELLO] * 3)
    begun = ask(claude, SHOPPER)
    many = tuple(FromShopper(f"Word {at}") for at in range(25))

    far = ask(claude, SHOPPER, FromModel("Yes."), *many)

    # Both marks are beyond it but for that of the shopper's first message, which still stands.
    assert far.usage.read == begun.usage.written


def test_without_words_for_the_system_the_tools_are_marked(claude: LookAlike) -> None:
    claude.answers(HELLO)

    ask(claude, SHOPPER, system=" ")

    assert "system" not in claude.asked[0]
    assert ["cache_control" in tool for tool in claude.asked[0]["tools"]] == [False, True]


def test_cached_tokens_cost_their_own_price() -> None:
    opus = Claude("", "claude-opus-5-5")

    assert opus.cost(Usage(sent=0, received=0, read=1_000_000)) == Decimal("0.20")
    assert opus.cost(Usage(sent=0, received=0, written=1_000_000)) == Decimal(5)
