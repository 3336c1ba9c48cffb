"""Several goods that are looked for at once: "candles and mugs", "a book for grandma, a toy and a scarf"."""

from __future__ import annotations

from collections.abc import Iterator

from agentpay_plugin.language.heard import Heard
from agentpay_plugin.language.people import is_person
from agentpay_plugin.language.slots import VERBS_TOO, goods_in
from agentpay_plugin.language.words import BREAK, Words, read_words

_AT_MOST = 3  # beside the first
_MOST_WORDS = 3
_MOST_BEHIND = 3  # words: "for my nephew"


def others_named(heard: Heard, mention: str) -> tuple[str, ...]:
    """Return the goods that are named after a mention, joined to it, as written; up to the first piece that is none."""
    words, found = heard.words, list[str]()
    start = words.text.find(mention)
    if start < 0 or heard.words.email:
        return ()
    after = next((at for at, span in enumerate(words.spans) if span[0] >= start + len(mention)), 0)
    if not after or not _is_joined(heard, after):
        return ()
    for first, end in _pieces(heard, after):
        named = goods_in(words, first, end, heard.lexicon)
        if named is None or is_person(named) or not _may_be_goods(heard, named):
            break
        behind = words.text[
            words.text.find(named, words.spans[first][0]) + len(named) : words.spans[end - 1][1]
        ]
        if len(behind.split()) > _MOST_BEHIND:
            break
        found.append(named)
    return tuple(dict.fromkeys(found))[:_AT_MOST]


def _is_joined(heard: Heard, after: int) -> bool:
    """Tell whether a list goes on somewhere behind the first of it: "a book for grandma, a toy"."""
    return any(_is_joint(heard, at) for at in range(after, len(heard.words.items)))


def _pieces(heard: Heard, after: int) -> Iterator[tuple[int, int]]:
    joints = [at for at in range(after, len(heard.words.items)) if _is_joint(heard, at)]
    ends = [*joints[1:], len(heard.words.items)]
    for joint, end in zip(joints, ends, strict=True):
        if joint + 1 < end:
            yield joint + 1, end


def _is_joint(heard: Heard, at: int) -> bool:
    word, lexicon = heard.words.items[at], heard.lexicon
    if word == BREAK:
        return _comma(heard.words, at)
    return word in lexicon.mention_ends & (lexicon.joining | lexicon.ranges)


def _comma(words: Words, at: int) -> bool:
    first, end = words.spans[at]
    return words.text[first:end].strip() == ","


def _may_be_goods(heard: Heard, mention: str) -> bool:
    lexicon, said = heard.lexicon, read_words(mention, heard.lexicon).items
    telling = [word for word in said if word not in lexicon.stop | lexicon.colours]
    no_goods = lexicon.vocabulary | lexicon.not_goods | lexicon.sizes | lexicon.attribute_names
    no_goods -= VERBS_TOO
    is_name = 0 < len(telling) <= _MOST_WORDS and no_goods.isdisjoint(telling)
    return is_name and not any(word[0].isdecimal() for word in telling)
