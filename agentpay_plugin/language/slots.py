"""What else a message holds besides options: how many, a promo code, the product it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from agentpay_plugin.conversation.goods import Product
from agentpay_plugin.language.lexicon import Lexicon
from agentpay_plugin.language.words import (
    BREAK,
    Words,
    fold,
    name_words,
    read_words,
    singular,
)

VERBS_TOO = frozenset(["book"])  # goods that are called by what is a verb as well
MOST = 9999  # more than that is no quantity but some other number


def find_quantity(
    words: Words, claimed: frozenset[int], product: Product | None, lexicon: Lexicon
) -> int | None:
    """Return how many pieces are spoken of; None when no or several numbers could say so."""
    found = find_counts(words, claimed, product, lexicon)
    return next(iter(found)) if len(found) == 1 else None


def find_counts(
    words: Words, claimed: frozenset[int], product: Product | None, lexicon: Lexicon
) -> frozenset[int]:
    """Return all numbers that could say how many pieces are spoken of."""
    phrase = _phrase(words, product, lexicon)
    if phrase:
        return frozenset({phrase})
    found = [
        (at, number)
        for at, number in _numbers(words, lexicon)
        if at not in claimed and _is_count(words, at, number, claimed, lexicon)
    ]
    if len(found) > 1:
        found = _last_word(words, found, lexicon)
        found = [each for each in found if not _is_given_up(words, each[0], lexicon)]
    if len(found) > 1 and product:
        names = nouns(product.name, lexicon)
        found = [each for each in found if noun(words.after(each[0]), lexicon) in names]
    return frozenset(number for _, number in found)


def find_promo_code(text: str, lexicon: Lexicon) -> str | None:
    """Return a voucher's or gift card's code as it was written. Needs the word for it beside it.

    Without one, as in "use FREESHIP" (a group `bare`), it is a code if it is no word of the language.
    """
    # One by one: where a pattern finds a word that is no code, another may find the code behind it.
    for found in (each for pattern in lexicon.promo_patterns for each in pattern.finditer(text)):
        group, code = next(
            ((name, value) for name, value in found.groupdict().items() if value), ("", "")
        )
        words = lexicon.vocabulary | lexicon.sizes if group.startswith("bare") else lexicon.stop
        if code and fold(code) not in words and not _SAID_OF_CODES.fullmatch(fold(code)):
            return code
    return None


# "The code is invalid": what is said of one is none.
_SAID_OF_CODES = re.compile(
    r"(?:in)?val[ií]d[oa]?s?|expired|wrong|correct|right|working|broken|old|used"
    r"|vencid[oa]|expirad[oa]|caducado|errad[oa]|certo|incorr?[ei]c?to|corr?[ei]c?to|equivocado|usado|viejo|velho"
)


def code_beside_its_word(text: str, lexicon: Lexicon) -> str | None:
    """Return the one thing that looks like a code in a message that speaks of codes."""
    found = set(_CODE_LIKE.findall(text))
    if len(found) != 1 or text.isupper():
        return None
    words = read_words(text, lexicon)
    spoken = lexicon.patterns["code_words"].search(words.plain)
    return found.pop() if spoken and _OTHER_CODES.isdisjoint(words.items) else None


_OTHER_CODES = frozenset(
    [
        "zip",
        "postal",
        "post",
        "postcode",
        "pin",
        "area",
        "qr",
        "country",
        "tracking",
        "cep",
        "rastreio",
        "rastreamento",
        "seguimiento",
    ]
)
_CODE_LIKE = re.compile(r"\b(?:(?=[A-Z_-]*\d)[A-Z][A-Z0-9_-]{3,31}|[A-Z]{5,31})\b")


def lone_code(text: str, lexicon: Lexicon, asked: bool) -> str | None:
    """Return the code that a message consists of: any one word when it was `asked` for, else only what
    can hardly be anything else, such as GIFT-25-USD."""
    word = text.strip(" \t\n.!\"'")
    if asked and re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{2,31}", word):
        return None if fold(word) in lexicon.vocabulary else word
    return word if _CODE.fullmatch(word) else None


_CODE = re.compile(r"(?=(?:.*\d){2})(?=(?:.*[A-Z]){3})[A-Z]{4}[A-Z0-9_-]{3,28}")


def find_mention(words: Words, found: re.Match[str], lexicon: Lexicon) -> str | None:
    """Return the goods that stand in a group of `found`, as written; None when only "it" does."""
    for group, value in found.groupdict().items():
        if value:
            first, end = words.index(found.start(group)), words.index(found.end(group) - 1)
            return goods_in(words, first, end + 1, lexicon)
    return None


def nouns(name: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the words of a name in the singular."""
    return frozenset(
        noun(part, lexicon) for word in name_words(name) for part in lexicon.spell(word).split()
    )


def _points_at_noun(items: tuple[str, ...], at: int, lexicon: Lexicon) -> bool:
    """Tell "this book" from "this" and "this for my mother"."""
    after = items[at + 1] if at + 1 < len(items) else BREAK
    is_noun = after not in lexicon.mention_ends | lexicon.stop | lexicon.polite
    return items[at] in lexicon.pointers and after != BREAK and is_noun


def _is_noun(items: tuple[str, ...], at: int, lexicon: Lexicon) -> bool:
    """Tell "a book" from "book it"."""
    return items[at] in VERBS_TOO and at > 0 and items[at - 1] in lexicon.counts_one


def _is_filler(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.mention_fillers or _TIMES.fullmatch(word) is not None


def _phrase(words: Words, product: Product | None, lexicon: Lexicon) -> int | None:
    padded = f" {words.plain} "
    for phrase, number in lexicon.number_phrases.items():
        if f" {phrase} " in padded:
            is_pair = phrase in lexicon.pairs and _comes_in_pairs(words, product, lexicon)
            return 1 if is_pair else number
    return None


def _comes_in_pairs(words: Words, product: Product | None, lexicon: Lexicon) -> bool:
    """Tell whether a pair is one piece: shoes, socks."""
    said = {noun(word, lexicon) for word in words.items}
    called = nouns(f"{product.name} {product.category or ''}", lexicon) if product else set()
    return not lexicon.paired.isdisjoint(said | called)


def _numbers(words: Words, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    for at, word in enumerate(words.items):
        if word in lexicon.numbers:
            yield at, lexicon.numbers[word]
        elif found := _TIMES.fullmatch(word):
            yield at, int(found.group(1) or found.group(2))


_TIMES = re.compile(r"x?(\d{1,4})|(\d{1,4})x")


def _is_count(
    words: Words, at: int, number: int, claimed: frozenset[int], lexicon: Lexicon
) -> bool:
    word, before, after = words.items[at], words.before(at), words.after(at)
    is_measure = after in lexicon.measures - lexicon.units - lexicon.inside
    if number > MOST or (is_measure and at + 1 not in claimed):
        return False
    if not lexicon.streets.isdisjoint(_where_streets_stand(words, at, lexicon)):
        return False
    is_cued = "x" in word or after in lexicon.units or before in lexicon.quantity_names
    if after in lexicon.inside and words.before(at) in lexicon.attributes["size"]:
        return False
    if not is_cued and (len(word) > 3 and word.isdecimal()):
        return False
    if lexicon.ranges & {before, after} and _is_range(words, at, lexicon):
        return False
    if not is_cued and before in lexicon.number_names:
        return False
    head = words.clause_before(at)
    if any(hit.end() == len(head) for hit in lexicon.patterns["not_quantity"].finditer(head)):
        return False
    if word in lexicon.one_of:
        return _is_one_piece(words, at, lexicon)
    return not _is_written_with_sign(words, at)


def _where_streets_stand(words: Words, at: int, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the words beside a house number: "42 Wallaby Way", "rua das Flores, 42"."""
    before = words.items[max(at - 5, 0) : at] if lexicon.adjectives_follow else ()
    return before + words.items[at + 1 : at + 5]


def _is_one_piece(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Tell "one" that counts from "the blue one" and "which one"."""
    before, after = words.before(at), words.after(at)
    if _is_article(words, at, lexicon):
        return before in lexicon.only
    return before == BREAK or before in lexicon.before_one or after in lexicon.units


def _is_range(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Tell whether the number is one of "2 or 3"."""
    for step in (-2, 2):
        other = at + step
        if 0 <= other < len(words.items) and words.items[at + step // 2] in lexicon.ranges:
            return words.items[other] in lexicon.numbers or words.items[other].isdecimal()
    return False


def _is_written_with_sign(words: Words, at: int) -> bool:
    """Tell whether a sign or letter is glued to the number: -1, #5, 2-3, 5/2."""
    first, end = words.spans[at]
    around = words.text[max(first - 1, 0) : first] + words.text[end : end + 2].rstrip(" ")
    return any(sign in around for sign in "-#/+*=°") and words.items[at].isdecimal()


def _is_given_up(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Tell whether the number is the one left behind in "3 instead of 2" or "from 2 to 3"."""
    head = words.clause_before(at)
    negations = lexicon.patterns["negations"]
    is_refused = head not in lexicon.corrections and any(
        found.end() == len(head) for found in negations.finditer(head)
    )
    return is_refused or (words.after(at),) in lexicon.gives_up


def _last_word(
    words: Words, found: list[tuple[int, int]], lexicon: Lexicon
) -> list[tuple[int, int]]:
    """Leave out what is taken back in "2, no, 3". "2, no 3" may refuse either and stays open."""
    taken_back = set()
    for first, second in pairwise(found):
        between = words.items[first[0] + 1 : second[0]]
        is_open = between[-1:] != (BREAK,) and not lexicon.corrections.isdisjoint(between)
        if BREAK in between and between in lexicon.gives_up and not is_open:
            taken_back.add(first)
    return [each for each in found if each not in taken_back]


def _is_article(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Tell the "um" of "um moletom" from the one that counts."""
    after = words.after(at)
    counts = after == BREAK or after in lexicon.units | lexicon.polite
    return words.items[at] in lexicon.articles and not counts


def noun(word: str, lexicon: Lexicon) -> str:
    """Return a noun in the singular, by the one name that its goods have."""
    one = singular(word, lexicon.plurals)
    return lexicon.goods.get(one, one)


def goods_in(words: Words, first: int, end: int, lexicon: Lexicon) -> str | None:
    """Return the noun phrase from a place on: fillers before it and all behind it are left out."""
    items, last = words.items[:end], end
    if items[first] in lexicon.objects and not _points_at_noun(items, first, lexicon):
        return None
    while (
        first < last and _is_filler(items[first], lexicon) and not _is_noun(items, first, lexicon)
    ):
        first += 1
    end = first
    while end < last and items[end] not in lexicon.mention_ends:
        end += 1
    while end > first and items[end - 1] in lexicon.mention_fillers:
        if _is_noun(items, end - 1, lexicon):
            break
        end -= 1
    named = items[first:end]
    if not named or all(word in lexicon.pronouns or word in lexicon.stop for word in named):
        return None
    return words.written(first, end)
