"""A message as plain words: spelling, accents, case and punctuation evened out, places remembered."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from agentpay_plugin.language.lexicon import Lexicon

AT_MOST = 2000  # characters that are read; the chat API takes no more

BREAK = "|"
_NEAR = 12  # words
SIGNS = "👍👎👌🙏❤😍😘🥰👋😂🤣😡🤬😠"  # each has a spelling in words
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe0f\ufeff]")
_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)+|[^\W\d_]{1,2}/(?=\s|\w{2})|[^\W_]+(?:'[^\W_]+)*"
    rf"|[{SIGNS}]|[.,;:!?\n\u2026\u2013\u2014()]+"
)
_PLURAL_FIGURES = re.compile(r"^(\d{2})s$")  # "any 43s"
_QUOTES = str.maketrans("\u2019\u2018\u00b4\u0060", "''''")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
PRICE = re.compile(
    r"(?:[$€£¥₹]|(?<!\w)(?:usd|eur|gbp|brl|pln|mxn|rs\.?|r\$)\s?)\s?\d[\d.,]*"
    r"|(?<![\w.,])\d[\d.,]*\s?(?:[$€£¥₹%]|(?:usd|eur|gbp|brl|pln|mxn|dollars?|euros?|bucks|percent"
    r"|zł|zloty|reais|pesos|d[oó]lar(?:es)?|soles|por ?ciento|por ?cento)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Words:
    """`plain` is `items` joined by spaces, BREAK between clauses; `spans` are the places in `text`."""

    text: str
    items: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    plain: str
    starts: tuple[int, ...]
    email: str | None
    has_question_mark: bool

    def index(self, offset: int) -> int:
        """Return which word stands at an offset of `plain`."""
        return bisect_right(self.starts, offset) - 1

    def written(self, first: int, end: int) -> str:
        """Return the words from `first` up to `end` as the shopper wrote them."""
        if first >= end:
            return ""
        return self.text[self.spans[first][0] : self.spans[end - 1][1]]

    def clauses(self) -> list[str]:
        """Return the clauses as the shopper wrote them."""
        ends = [at for at, word in enumerate(self.items) if word == BREAK]
        starts = [0, *(end + 1 for end in ends)]
        return [self.written(*span) for span in zip(starts, [*ends, len(self.items)], strict=True)]

    def clause_before(self, index: int) -> str:
        """Return the last words of the clause before a word."""
        near = self.items[max(index - _NEAR, 0) : index]
        return " ".join(near).rpartition(BREAK)[2].strip()

    def before(self, index: int) -> str:
        return self.items[index - 1] if index > 0 else BREAK

    def after(self, index: int) -> str:
        return self.items[index + 1] if index + 1 < len(self.items) else BREAK


def read_words(text: str, lexicon: Lexicon, hide: str | None = None) -> Words:
    """Split a message. E-mails, links, prices and the text `hide` leave no words behind."""
    text = clean(text)
    found = _EMAIL.search(text) if "@" in text else None
    visible = _hidden(text, hide)
    items: list[str] = []
    spans: list[tuple[int, int]] = []
    for token in _TOKEN.finditer(visible):
        for word in _plain(token.group(), lexicon).split():
            if word != BREAK or (items and items[-1] != BREAK):
                items.append(word)
                spans.append(token.span())
    if items and items[-1] == BREAK:
        items.pop()
        spans.pop()
    return Words(
        text=text,
        items=tuple(items),
        spans=tuple(spans),
        plain=" ".join(items),
        starts=_starts(items),
        email=found.group().rstrip(".") if found else None,
        has_question_mark="?" in text,
    )


def tokens(text: str) -> set[str]:
    """Return the words of a message, folded, in no language's spelling."""
    return {fold(token.group()) for token in _TOKEN.finditer(clean(text))}


def clean(text: str) -> str:
    """Return the first AT_MOST characters in composed form, without invisible ones."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFKC", text[:AT_MOST])).translate(_QUOTES)


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """Return a word in lower case, without accents."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFD", word.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


@lru_cache(maxsize=8192)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name of the shop's, folded."""
    return tuple(
        fold(token.group()).rstrip("/").replace(",", ".")
        for token in _TOKEN.finditer(clean(name))
        if token.group()[0].isalnum()
    )


def singular(word: str, plurals: tuple[tuple[str, str], ...]) -> str:
    """Return a noun without the ending that most plurals have, to compare nouns by."""
    for ending, instead in plurals:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending) + instead
    return word


def _plain(token: str, lexicon: Lexicon) -> str:
    if not token[0].isalnum() and token not in SIGNS:
        return BREAK
    if token.lower() in lexicon.accented:
        return lexicon.accented[token.lower()]
    word = fold(token) or BREAK
    if word[0].isdigit():
        word = _PLURAL_FIGURES.sub(r"\1", word.replace(",", "."))
    return lexicon.spell(word if word in lexicon.spellings else word.rstrip("/"))


def _hidden(text: str, hide: str | None) -> str:
    for pattern in (_EMAIL, _LINK, PRICE):
        text = pattern.sub(lambda found: " " * len(found.group()), text)
    if hide:
        text = text.replace(hide, " " * len(hide), 1)
    return text


def _starts(items: list[str]) -> tuple[int, ...]:
    starts, at = [], 0
    for item in items:
        starts.append(at)
        at += len(item) + 1
    return tuple(starts)
