"""What the merchant wrote about the shop itself: answers of their own in the settings, and the shop's pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

MOST_TEXT = 20_000  # characters of the setting
MOST_ANSWERS = 100
MOST_ANSWER = 1_500
LANGUAGES = ("en", "pt", "es")
_HEADING = re.compile(r"^\[(?P<language>[A-Za-z]{2})(?:[-_][A-Za-z]{2})?\]$")


class Source(StrEnum):
    """Where a passage is from."""

    MERCHANT = "merchant"  # the setting "Answers of your shop"
    PAGE = "page"
    PRODUCT = "product"  # the description of the product that is spoken of


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of the merchant that answer a question; `title` is the page's, or the question they stand under."""

    title: str
    words: str
    source: Source


@dataclass(frozen=True, slots=True)
class OwnAnswer:
    """An answer of the setting and the questions it stands under; `language` None: for all."""

    questions: tuple[str, ...]
    words: str
    language: str | None = None


def own_answers(text: str) -> tuple[OwnAnswer, ...]:
    """Return the answers of a setting that `answer_problem` has nothing against.

    A line that ends in a question mark or begins with # is a question; several in a row share the answer that
    follows. [en], [pt] and [es] on a line of their own say what language follows.
    """
    return tuple(
        OwnAnswer(tuple(questions), "\n".join(words).strip(), language)
        for language, questions, words in _blocks(text)
        if questions and "".join(words).strip()
    )


def answer_problem(text: str) -> str | None:
    """Return in plain words what is wrong with the setting; None where nothing is."""
    if len(text) > MOST_TEXT:
        return f"At most {MOST_TEXT} characters."
    blocks = _blocks(text)
    if len(blocks) > MOST_ANSWERS:
        return f"At most {MOST_ANSWERS} answers."
    for language, questions, words in blocks:
        written = "\n".join(words).strip()
        if not questions and written:
            return f"“{_short(written)}” stands under no question: a question ends in ? or begins with #."
        if questions and not written:
            return f"“{_short(questions[-1])}” has no answer."
        if len(written) > MOST_ANSWER:
            return (
                f"The answer to “{_short(questions[0])}” is longer than {MOST_ANSWER} characters."
            )
        if language is not None and language not in LANGUAGES:
            return f"[{language}] is no language of the chat: write [en], [pt] or [es]."
    return None


_Block = tuple[str | None, list[str], list[str]]


def _blocks(text: str) -> list[_Block]:
    """Return language, questions and lines of each answer, in their order."""
    blocks: list[_Block] = []
    language: str | None = None
    for line in (line.strip() for line in text.splitlines()):
        heading = _HEADING.fullmatch(line)
        if heading:
            language = heading["language"].lower()
            blocks.append((language, [], []))
        elif line.endswith("?") or line.startswith("#"):
            if not blocks or blocks[-1][2]:
                blocks.append((language, [], []))
            blocks[-1][1].append(line.lstrip("# ").strip())
        elif line or (blocks and blocks[-1][2]):
            if not blocks:
                blocks.append((language, [], []))
            blocks[-1][2].append(line)
    return [block for block in blocks if block[1] or "".join(block[2]).strip()]


def _short(text: str) -> str:
    first = text.splitlines()[0]
    return first if len(first) <= 60 else f"{first[:59]}…"
