"""Finds what of the merchant's own words answers a question; finds nothing rather than something that is beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from agentpay_plugin.conversation.library import OwnAnswer, Passage, Source
from agentpay_plugin.shop.search.dictionary import Phrase, holds
from agentpay_plugin.shop.search.policy_words import POLICIES
from agentpay_plugin.shop.search.spare import SPARE
from agentpay_plugin.shop.search.words import Forms, forms, forms_in, split

_LONGEST = 600  # characters that are quoted
_HEADING = 80  # characters of a line that may be a heading
_ENOUGH = 0.6  # of a question's words stand in what answers it
_FEW = 2  # words that have to stand there
_ASKING = frozenset(
    [
        "how",
        "long",
        "when",
        "where",
        "many",
        "much",
        "often",
        "quando",
        "quanto",
        "quanta",
        "quantos",
        "onde",
        "como",
        "porque",
        "posso",
        "pode",
        "podem",
        "voces",
        "consigo",
        "sao",
        "estao",
        "tenho",
        "cuando",
        "cuanto",
        "cuanta",
        "cuantos",
        "donde",
        "como",
        "porque",
        "puedo",
        "puede",
        "pueden",
        "ustedes",
        "son",
        "estan",
        "tengo",
        "hacen",
    ]
)


@dataclass(frozen=True, slots=True)
class Article:
    """Something the merchant wrote: `heads` are its title and what else it is asked by."""

    heads: tuple[str, ...]
    text: str
    source: Source
    is_own_language: bool = True


@dataclass(frozen=True, slots=True)
class _Question:
    policies: frozenset[str]
    words: tuple[Forms, ...]


def articles_of(answers: Iterable[OwnAnswer], language: str) -> tuple[Article, ...]:
    """Return the answers of a setting as articles, for a shopper of a language."""
    return tuple(
        Article(each.questions, each.words, Source.MERCHANT, each.language in (None, language))
        for each in answers
    )


def passages(articles: Iterable[Article], question: str, topic: str = "") -> tuple[Passage, ...]:
    """Return what answers a question well enough, the best first. `topic` is what it is known to be about."""
    asked = _question(question, topic)
    found: list[tuple[float, Passage]] = []
    for article in articles:
        for section in _sections(article):
            score = _score(asked, section)
            if score:
                passage = Passage(article.heads[0], _quote(section.text, asked), section.source)
                found.append((score, passage))
    found.sort(key=lambda each: -each[0])
    return tuple(dict.fromkeys(passage for _, passage in found))


def _question(text: str, topic: str) -> _Question:
    known = {topic} & set(_policies())
    spare = SPARE | _ASKING
    words = tuple(forms(word) for word in dict.fromkeys(split(text)) if word not in spare)
    return _Question(frozenset(known or _spoken_of(text)), words[:12])


def _score(asked: _Question, section: Article) -> float:
    """Return how well a section answers; 0 where it does not."""
    heads = frozenset().union(*(_spoken_of(head) for head in section.heads))
    titled = asked.policies & heads
    near = forms_in(*section.heads)
    everything = near | forms_in(section.text)
    in_title = sum(1 for word in asked.words if word & near)
    there = sum(1 for word in asked.words if word & everything)
    covered = there / len(asked.words) if asked.words else 0.0
    wordy = covered >= _ENOUGH and there >= min(_FEW, len(asked.words)) and bool(in_title)
    told_of = asked.policies & _spoken_of(section.text)
    if not titled and not wordy and not (told_of and covered >= _ENOUGH and there >= _FEW):
        return 0.0
    own = 1.0 if section.is_own_language else 0.0
    merchant = 0.5 if section.source is Source.MERCHANT else 0.0
    return 4 * len(titled) + 2 * in_title + there + covered + own + merchant


def _sections(article: Article) -> Iterator[Article]:
    """Take a long text apart at its headings: lines that ask, and short ones that end in no point."""
    if article.source is Source.MERCHANT:
        yield article
        return
    title, *_ = article.heads
    head, lines = "", list[str]()
    for line in article.text.splitlines():
        if _is_heading(line):
            if lines:
                yield _section(title, head, lines, article)
            head, lines = line, []
        else:
            lines.append(line)
    if lines:
        yield _section(title, head, lines, article)


def _section(title: str, head: str, lines: list[str], article: Article) -> Article:
    heads = (title, head) if head else (title,)
    return Article(heads, "\n".join(lines), article.source, article.is_own_language)


def _is_heading(line: str) -> bool:
    if line.endswith("?"):
        return True
    return (
        len(line) <= _HEADING
        and line[-1:] not in ".!…;:,)"
        and not line.startswith("- ")
        and "|" not in line
        and not re.search(r"\d", line)
    )


def _quote(text: str, asked: _Question) -> str:
    """Return a text that is short enough; of a long one the sentences from the best on."""
    if len(text) <= _LONGEST:
        return text
    sentences = [each for each in re.split(r"(?<=[.!?])\s+|\n+", text) if each.strip()]
    first = max(range(len(sentences)), key=lambda at: (_told(asked, sentences[at]), -at))
    quoted = ""
    for sentence in sentences[first:]:
        if quoted and len(quoted) + len(sentence) + 1 > _LONGEST:
            break
        quoted = f"{quoted} {sentence}".strip()
    return quoted if len(quoted) <= _LONGEST else quoted[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"


def _told(asked: _Question, sentence: str) -> int:
    there = forms_in(sentence)
    return sum(1 for word in asked.words if word & there) + 2 * len(
        asked.policies & _spoken_of(sentence)
    )


@lru_cache(maxsize=4096)
def _spoken_of(text: str) -> frozenset[str]:
    """Return which of the things one asks of a shop a text speaks of."""
    there = forms_in(text)
    return frozenset(
        name
        for name, phrases in _policies().items()
        if any(holds(there, phrase) for phrase in phrases)
    )


@cache
def _policies() -> dict[str, tuple[Phrase, ...]]:
    rows = (line.partition(":") for line in POLICIES.strip().splitlines())
    return {name: tuple(dict.fromkeys(_phrases(listed))) for name, _, listed in rows}


def _phrases(listed: str) -> Iterator[Phrase]:
    for part in re.split(r"[;,]", listed):
        phrase = tuple(word for word in split(part) if word not in SPARE)
        if phrase:
            yield phrase
