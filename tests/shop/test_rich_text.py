"""Saleor's rich text as plain text."""

from __future__ import annotations

import json

import pytest

from agentpay_plugin.shop.saleor.rich_text import plain_text


def rich(*blocks: tuple[str, object]) -> str:
    return json.dumps(
        {"time": 1, "blocks": [{"type": kind, "data": data} for kind, data in blocks]}
    )


def test_paragraphs_and_headers_are_lines_without_tags_and_entities() -> None:
    text = rich(
        ("header", {"text": "The <b>best</b> tee", "level": 2}),
        (
            "paragraph",
            {"text": "Soft&nbsp;&amp; <a href='https://x.example'>warm</a>.<br>Two lines."},
        ),
        ("paragraph", {"text": "   "}),
    )

    assert plain_text(text) == "The best tee\nSoft & warm.\nTwo lines."


@pytest.mark.parametrize(
    "items",
    [
        ["one", "two", "three"],
        [{"content": "one", "items": [{"content": "two", "items": []}]}, {"content": "three"}],
        [{"text": "one", "checked": True}, {"text": "two"}, {"text": "three"}],
    ],
)
def test_lists_of_every_edition_are_lines_with_a_dash(items: list[object]) -> None:
    assert (
        plain_text(rich(("list", {"style": "ordered", "items": items}))) == "- one\n- two\n- three"
    )


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (("quote", {"text": "Wow", "caption": "Ada"}), "Wow\nAda"),
        (
            ("image", {"file": {"url": "https://x.example/a.png"}, "caption": "From behind"}),
            "From behind",
        ),
        (("table", {"content": [["Size", "Chest"], ["M", "<i>52</i>"]]}), "Size | Chest\nM | 52"),
        (("code", {"code": "1 &lt; 2"}), "1 < 2"),
        (("delimiter", {}), ""),
        (("somethingNew", {"text": "Read me"}), "Read me"),
        (("somethingNew", {"other": 1}), ""),
        (("paragraph", {"text": None}), ""),
        (("paragraph", None), ""),
    ],
)
def test_other_blocks_give_the_words_a_reader_sees(
    block: tuple[str, object], expected: str
) -> None:
    assert plain_text(rich(block)) == expected


def test_scripts_and_styles_say_nothing() -> None:
    text = rich(("paragraph", {"text": "a<script>steal()</script>b<style>p{}</style>c"}))

    assert plain_text(text) == "abc"


def test_what_is_no_document_is_taken_as_html() -> None:
    assert plain_text("<p>Plain</p><p>words</p>") == "Plain\nwords"


@pytest.mark.parametrize("nothing", [None, "", "{}", "[]", "null", "5", '{"blocks": null}'])
def test_nothing_is_nothing(nothing: str | None) -> None:
    assert plain_text(nothing) == ""


def test_a_long_text_ends_at_a_word_within_the_bound() -> None:
    cut = plain_text(rich(("paragraph", {"text": "word " * 1000})))

    assert len(cut) <= 2000
    assert cut.endswith("word…")


def test_a_long_word_is_cut_at_the_bound() -> None:
    assert plain_text("x" * 3000, 10) == "xxxxxxxxx…"
