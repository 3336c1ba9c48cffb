"""A message that says several things: where it comes apart, so that each piece is a wish of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from agentpay_plugin.conversation.reading import Intent, ReadingContext, Wish
from agentpay_plugin.conversation.several import AT_MOST
from agentpay_plugin.language.comparing import find_compared
from agentpay_plugin.language.deciding import lexicon_for, understood
from agentpay_plugin.language.heard import Heard, Meaning
from agentpay_plugin.language.lexicon import Lexicon
from agentpay_plugin.language.lists import listed
from agentpay_plugin.language.people import is_person
from agentpay_plugin.language.questions import attribute_of, topic_of
from agentpay_plugin.language.words import BREAK

_LONGEST = 300  # characters; more is a story, and read as a whole
_MOST_SPANS = 12
_CLEARLY = 0.7  # the confidence of a rule that a piece is taken for a wish by
_ANSWERED = 0.75  # … and of one that it is taken for a question by


class Kind(IntEnum):
    """What a piece wants, in the order in which it is done: what asks something back comes late, going on last."""

    ASKS = 0
    REMOVES = 1
    CHANGES = 2  # what lies in the cart
    BUYS = 3
    CODE = 4
    BUYS_SOME = 5  # which variant is still to be asked
    NAMES = 6  # goods, and not what is to be done with them
    GOES_ON = 7  # to the check-out, by a way to pay


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a message, and what they want when they stand alone."""

    words: str
    kind: Kind
    heard: Heard
    meaning: Meaning


# Of a message that is about these nothing is taken apart: it is one story.
_WHOLE = frozenset(
    {
        Wish.PERSON,
        Wish.CANCEL_PAYMENT,
        Wish.SAY_PAID,
        Wish.ORDER_STATUS,
        Wish.EMPTY_CART,
        Wish.SHOW_CART,
        Wish.CHANGE_DETAILS,
        Wish.HELP,
        Wish.GOODBYE,
        Wish.SUGGEST,
        Wish.MORE,
        Wish.SIMILAR,
        Wish.CHEAPER,
        Wish.BESIDE,
    }
)
_KINDS = {
    Wish.APPLY_PROMO: Kind.CODE,
    Wish.REMOVE: Kind.REMOVES,
    Wish.CHANGE_QUANTITY: Kind.CHANGES,
    Wish.CHANGE_OPTION: Kind.CHANGES,
    Wish.CHECK_OUT: Kind.GOES_ON,
    Wish.PAY_BY: Kind.GOES_ON,
}
_ORDERS = frozenset({Kind.BUYS, Kind.BUYS_SOME, Kind.NAMES})
_MEANT_TO_BUY = frozenset({Kind.BUYS, Kind.BUYS_SOME, Kind.CODE, Kind.GOES_ON})


def several(heard: Heard, meaning: Meaning) -> tuple[Piece, ...]:
    """Return the wishes of a message in the order in which they are to be done; none unless there are two or more.

    `heard` and `meaning` are what the whole of it was read as. No more than AT_MOST: of a message that holds more nothing is taken apart, for nobody could tell what was left out.
    """
    written, context = heard.words.text, heard.context
    if ones := _ones(heard, meaning):
        return ones
    lexicon = lexicon_for(context.locale)
    spans = _spans(written, lexicon) if len(written) <= _LONGEST else []
    if not 1 < len(spans) <= _MOST_SPANS or _is_one(heard, meaning):
        return ()
    pieces = _pieces(written, spans, context)
    if not 1 < len(pieces) <= AT_MOST or not _is_safe(pieces):
        return ()
    wanted = [
        replace(one, kind=_buys(one.heard)) if one.kind is Kind.NAMES else one for one in pieces
    ]
    return _in_order(wanted, context)


def _ones(heard: Heard, meaning: Meaning) -> tuple[Piece, ...]:
    """Return one of each that the message orders, where that is all it says and nothing of it is open."""
    if heard.promo_code or heard.says("checks_out") or _is_one(heard, meaning):
        return ()
    beside = replace(heard.context, ordering=True)
    ones = [_piece(words, beside) for words in listed(heard, meaning, AT_MOST)]
    clear = [one for one in ones if one is not None and one.kind is Kind.BUYS]
    return tuple(clear) if len(clear) == len(ones) else ()


def _is_one(heard: Heard, meaning: Meaning) -> bool:
    """Tell whether the message is to be read as a whole: a story, a refusal, a condition, a comparison."""
    is_refusal = meaning.yes is False or (heard.options.refused and not heard.options.named)
    about = meaning.wish in _WHOLE or heard.words.email is not None or heard.says("conditional")
    return about or is_refusal or bool(find_compared(heard.words, heard.lexicon))


@dataclass(frozen=True, slots=True)
class _Span:
    """Where one of the smallest pieces stands; `code`: it begins with a word that codes are spoken of by."""

    first: int
    end: int
    code: bool = False


def _spans(text: str, lexicon: Lexicon) -> list[_Span]:
    """Return the places of the smallest pieces that the text could come apart into."""
    spans, at, code = list[_Span](), 0, False
    for found in lexicon.joints.finditer(text):
        if text[at : found.start()].strip():
            spans.append(_Span(at, found.start(), code))
            at, code = found.end(), found.lastgroup == "code"
    if text[at:].strip():
        spans.append(_Span(at, len(text), code))
    return spans


def _pieces(text: str, spans: list[_Span], context: ReadingContext) -> list[Piece]:
    """Put the smallest pieces together until each is a wish; what is none belongs to the one before it."""
    pieces = list[Piece]()
    start, end = spans[0].first, spans[0].end
    for span in spans[1:]:
        after = _piece(text[span.first : span.end], context)
        if after is not None and (after.kind is Kind.CODE or not span.code):
            before = _piece(text[start:end], context, pieces)
            if before is not None and _comes_apart(before, after):
                pieces.append(before)
                start = span.first
        end = span.end
    last_one = _piece(text[start:end], context, pieces) if pieces else None
    return [*pieces, last_one] if last_one else []


def _piece(words: str, context: ReadingContext, said: Sequence[Piece] = ()) -> Piece | None:
    """Return what words want beside what was `said` before them."""
    heard, meaning = understood(words, context)
    kind = _kind(heard, meaning)
    before = said[-1] if said else None
    if kind is None or before is None or before.kind not in _ORDERS or kind not in _ORDERS:
        return None if kind is None else Piece(words.strip(), kind, heard, meaning)
    if (missing := _left_out(heard, before.heard)) is not None:
        words = f"{words.strip()} {missing}"
        heard, meaning = understood(words, context)
    wanted = _buys(heard) if kind is Kind.NAMES else kind
    return Piece(words.strip(), wanted, heard, meaning)


def _left_out(heard: Heard, before: Heard) -> str | None:
    """Return what was just said and is meant again: "two blue in M and one in L" is blue, too."""
    if heard.options.unknown is not None:
        return None  # "one yellow 25 and one blue 27" of what is not to be had in blue
    names = heard.lexicon.attributes["size"]
    slugs = [slug for slug, _ in heard.options.chosen]
    is_size = len(slugs) == 1 and not names.isdisjoint(slugs[0].split("-"))
    others = [value for slug, value in before.options.chosen if slug not in slugs]
    return " ".join(others) if is_size and others else None


def _kind(heard: Heard, meaning: Meaning) -> Kind | None:
    if meaning.yes is not None:
        return None
    match meaning.wish:
        case Wish.NONE | Wish.SEARCH if meaning.mention and is_person(meaning.mention):
            return None  # "a mug for me and one for my boyfriend"
        case Wish.BUY if meaning.confidence >= _CLEARLY:
            return _buys(heard)
        case Wish.SEARCH if meaning.intent is Intent.PURCHASE_INTENT:
            return Kind.BUYS_SOME
        case Wish.ASK if meaning.confidence >= _ANSWERED and heard.is_asking:
            is_whole = topic_of(heard) is not None or attribute_of(heard)[0] is not None
            return Kind.ASKS if is_whole else None
        case Wish.SEARCH if meaning.confidence >= _ANSWERED:
            return Kind.ASKS
        case Wish.APPLY_PROMO if meaning.code == "":
            return None
        case Wish.NONE if heard.options.named and not heard.options.refused:
            return Kind.NAMES
        case Wish.NONE if meaning.mention and _is_counted(heard):
            return Kind.NAMES
        case _:
            return _KINDS.get(meaning.wish)


def _buys(heard: Heard) -> Kind:
    product, fitting = heard.context.product, heard.options.variant_ids
    only = product is not None and len(product.variants) == 1
    return Kind.BUYS if only or len(fitting) == 1 else Kind.BUYS_SOME


def _comes_apart(before: Piece, after: Piece) -> bool:
    """Tell two wishes from one that goes on: "two blue, in M" is one, "two blue and one black" are two."""
    if after.heard.budget is not None:
        return False  # what something may cost belongs to what is looked for
    if before.kind in _ORDERS and after.kind in _ORDERS:
        return _names_other_goods(before, after)
    if Kind.CHANGES in (before.kind, after.kind) and not _ORDERS.isdisjoint(
        (before.kind, after.kind)
    ):
        return False  # "a blue M, make it two"
    if Kind.CODE in (before.kind, after.kind) and Kind.REMOVES in (before.kind, after.kind):
        return False
    if before.kind is Kind.ASKS and after.kind in _ORDERS and _is_bare_option(after):
        return False  # "do you have it in blue and red"
    if after.kind is Kind.NAMES:
        return before.kind is Kind.CODE
    if before.kind is Kind.NAMES:
        return after.kind in (Kind.CODE, Kind.GOES_ON)
    if before.kind is after.kind is Kind.CODE:
        return before.heard.promo_code != after.heard.promo_code
    if before.kind is after.kind is Kind.ASKS:
        return before.meaning.topic is not after.meaning.topic or bool(after.meaning.mention)
    return before.kind is not after.kind or before.kind is Kind.REMOVES


def _names_other_goods(before: Piece, after: Piece) -> bool:
    named, also_named = set(before.heard.options.variant_ids), set(after.heard.options.variant_ids)
    is_other = bool(named and also_named) and named.isdisjoint(also_named)
    is_counted = _is_counted(after.heard)
    if is_counted and after.meaning.mention is not None:
        return True
    if is_counted and before.meaning.mention is not None and _is_counted(before.heard):
        return True  # "two mugs and a candle", with the candle in focus
    return is_other and (is_counted or len(named) == len(also_named) == 1)


def _is_bare_option(piece: Piece) -> bool:
    heard = piece.heard
    return heard.options.named and not _is_counted(heard) and not heard.says("buys")


def _is_counted(heard: Heard) -> bool:
    """Tell "a black L" and "one black L" from "black"."""
    items = [word for word in heard.words.items if word != BREAK]
    spare = heard.lexicon.polite - heard.lexicon.counts_one
    first = next((word for word in items if word not in spare), "")
    return heard.quantity is not None or first in heard.lexicon.counts_one


def _is_safe(pieces: list[Piece]) -> bool:
    """Tell whether all that the pieces would do was said, and none of it twice."""
    fitting = [one.heard.options.variant_ids for one in pieces if one.kind is Kind.BUYS]
    kinds = [one.kind for one in pieces]
    named = [one for one in pieces if one.kind is Kind.NAMES]
    only_sought = all(one.meaning.mention for one in named)  # nothing goes into a cart by it
    both_clear = all(len(one.heard.options.variant_ids) == 1 for one in named)
    is_meant = bool(_MEANT_TO_BUY & set(kinds)) or only_sought or both_clear
    return is_meant and len(set(fitting)) == len(fitting) and kinds.count(Kind.GOES_ON) <= 1


def _in_order(pieces: list[Piece], context: ReadingContext) -> tuple[Piece, ...]:
    """Answer first, then do: what a reply asks back comes at its end. What is searched comes before its questions."""
    searches = any(one.meaning.wish is Wish.SEARCH for one in pieces)
    if context.product is None or searches:
        ends = [one for one in pieces if one.kind is Kind.GOES_ON]
        return (*(one for one in pieces if one.kind is not Kind.GOES_ON), *ends)
    return tuple(sorted(pieces, key=lambda one: one.kind))


def orders(piece: Piece) -> bool:
    """Tell whether goods that are named in the same message as such a piece are wanted."""
    return piece.kind in _MEANT_TO_BUY
