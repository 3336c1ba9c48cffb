"""Finds what of the merchant's own words answers a question; finds nothing rather than something that is beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from agentpay_plugin.conversation.library import OwnAnswer, Passage, Source
from agentpay_plugin.shop.search.dictionary import Phrase, holds
from agentpay_plugin.shop.search.policy_words import POLICIES
from agentpay_plugin.shop.search.quality_words import QUALITIES
from agentpay_plugin.shop.search.spare import SPARE
from agentpay_plugin.shop.search.words import Forms, forms, forms_in, split

_LONGEST = 600  # characters that are quoted
_HEADING = 80  # characters of a line that may be a heading
_ENOUGH = 0.6  # of a question's words stand in what answers it
_FEW = 2  # words that have to stand in the title and the text
_MANY = 3  # words that have to stand in one sentence
# Articles and the like inside the names of what one asks of a shop; size and which are not spare there.
_BESIDE = frozenset(
    [
        "a",
        "the",
        "of",
        "to",
        "for",
        "my",
        "your",
        "de",
        "do",
        "da",
        "dos",
        "das",
        "la",
        "el",
        "del",
        "los",
        "las",
        "o",
        "os",
        "as",
        "para",
        "por",
        "con",
        "com",
    ]
)
_OF_GOODS = frozenset({"warranty", "care", "sizes", "returns", "sustainability"})
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
    qualities: frozenset[str]
    words: tuple[Forms, ...]


def articles_of(answers: Iterable[OwnAnswer], language: str) -> tuple[Article, ...]:
    """Return the answers of a setting as articles, for a shopper of a language."""
    return tuple(
        Article(each.questions, each.words, Source.MERCHANT, each.language in (None, language))
        for each in answers
    )


def passages(
    articles: Iterable[Article], question: str, topic: str = "", described: str = ""
) -> tuple[Passage, ...]:
    """Return what answers a question well enough, the best first: a product's own words before the shop's.

    `topic` is what the question is known to be about, `described` a product's description.
    """
    asked = _question(question, topic)
    return (*_of_the_product(asked, described), *_of_the_shop(asked, articles))


def _of_the_product(asked: _Question, described: str) -> tuple[Passage, ...]:
    """Return the sentence of a description that speaks of what is asked."""
    sentence = max(_sentences(described), key=lambda each: _told(asked, each), default="")
    spoken = asked.policies & _spoken_of(sentence) & _OF_GOODS
    spoken |= asked.qualities & _told_of(sentence)
    if not spoken and not _covers(asked, _count(asked, forms_in(sentence)), _MANY):
        return ()
    return (Passage("", sentence.strip(), Source.PRODUCT),)


def _of_the_shop(asked: _Question, articles: Iterable[Article]) -> tuple[Passage, ...]:
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
    return _Question(frozenset(known or _spoken_of(text)), _told_of(text), words[:12])


def _score(asked: _Question, section: Article) -> float:
    """Return how well a section answers; 0 where it does not."""
    titled = asked.policies & frozenset().union(*map(_spoken_of, section.heads))
    in_title = _count(asked, forms_in(*section.heads))
    there = _count(asked, forms_in(*section.heads) | forms_in(section.text))
    if not titled and not (in_title and _covers(asked, there, _FEW)):
        together = max(
            (_count(asked, forms_in(one)) for one in _sentences(section.text)), default=0
        )
        # Of a known subject a single word ("pago") is met in pages about others.
        is_told = len(asked.words) >= _FEW or not asked.policies
        if not is_told or not _covers(asked, together, _MANY):
            return 0.0
    own = 1.0 if section.is_own_language else 0.0
    merchant = 3.0 if section.source is Source.MERCHANT else 0.0
    return 4 * len(titled) + 2 * in_title + there + own + merchant


def _count(asked: _Question, text: Forms) -> int:
    return sum(1 for word in asked.words if word & text)


def _covers(asked: _Question, count: int, least: int) -> bool:
    """Tell whether enough of a question's words were found; of a short question all of them."""
    words = len(asked.words)
    return bool(words) and count >= min(least, words) and count >= _ENOUGH * words


def _sentences(text: str) -> list[str]:
    return [each for each in re.split(r"(?<=[.!?])\s+|\n+", text) if each.strip()]


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
    sentences = _sentences(text)
    first = max(range(len(sentences)), key=lambda at: (_told(asked, sentences[at]), -at))
    quoted = ""
    for sentence in sentences[first:]:
        if quoted and len(quoted) + len(sentence) + 1 > _LONGEST:
            break
        quoted = f"{quoted} {sentence}".strip()
    return quoted if len(quoted) <= _LONGEST else quoted[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"


def _told(asked: _Question, sentence: str) -> int:
    told = len(asked.policies & _spoken_of(sentence)) + len(asked.qualities & _told_of(sentence))
    return _count(asked, forms_in(sentence)) + 2 * told


@lru_cache(maxsize=4096)
def _spoken_of(text: str) -> frozenset[str]:
    """Return which of the things one asks of a shop a text speaks of."""
    return _named_in(text, _policies())


@lru_cache(maxsize=4096)
def _told_of(text: str) -> frozenset[str]:
    """Return what a text says, or asks, that goods are like."""
    return _named_in(text, _qualities())


def _named_in(text: str, named: Mapping[str, tuple[Phrase, ...]]) -> frozenset[str]:
    there = forms_in(text)
    return frozenset(
        name for name, phrases in named.items() if any(holds(there, phrase) for phrase in phrases)
    )


@cache
def _policies() -> dict[str, tuple[Phrase, ...]]:
    rows = (line.partition(":") for line in POLICIES.strip().splitlines())
    return {name: tuple(dict.fromkeys(_phrases(listed))) for name, _, listed in rows}


@cache
def _qualities() -> dict[str, tuple[Phrase, ...]]:
    rows = QUALITIES.strip().splitlines()
    return {row.partition(",")[0]: tuple(dict.fromkeys(_phrases(row))) for row in rows}


def _phrases(listed: str) -> Iterator[Phrase]:
    for part in re.split(r"[;,|]", listed):
        phrase = tuple(word for word in split(part) if word not in _BESIDE)
        if phrase:
            yield phrase
