"""A message that takes back what it has just said: "a blue M, no wait, a black M"."""

from __future__ import annotations

from agentpay_plugin.conversation.reading import Intent, ReadingContext, Wish
from agentpay_plugin.language.cues import flat
from agentpay_plugin.language.deciding import lexicon_for, understood
from agentpay_plugin.language.heard import Heard, Meaning
from agentpay_plugin.language.lexicon import Lexicon
from agentpay_plugin.language.words import BREAK, clean, read_words

_LONGEST = 200  # characters
_TAKEN_BACK = (Wish.NONE, Wish.BUY, Wish.SEARCH, Wish.REMOVE, Wish.CHANGE_OPTION)
_INSTEAD = (Wish.NONE, Wish.BUY, Wish.SEARCH, Wish.CHANGE_OPTION)


def settled(text: str, context: ReadingContext) -> str | None:
    """Return what the message comes to once what it takes back is left out; None where it takes nothing back."""
    text, lexicon = clean(text), lexicon_for(context.locale)
    if len(text) > _LONGEST:
        return None
    if (leading := lexicon.taking_back_at_once.match(flat(text))) is not None:
        refused = next(iter(lexicon.corrections))
        return f"{refused}, {text[leading.end() :]}"
    if (corrected := _corrected(text, context, lexicon)) is not None:
        return corrected
    for found in lexicon.taking_back.finditer(flat(text)):
        before, after = text[: found.start()].strip(), text[found.end() :].strip()
        if before and after and (words := _instead(before, after, context)) is not None:
            return settled(words, context) or words
    return None


def _corrected(text: str, context: ReadingContext, lexicon: Lexicon) -> str | None:
    """Part "nah large" where the M lies in the cart: another one is wanted, and not the large one refused."""
    first, _, rest = text.strip().partition(" ")
    said = read_words(first, lexicon).items
    product, lines = context.product, context.cart.lines if context.cart else ()
    if not rest or product is None or len(said) != 1 or said[0] not in lexicon.corrections:
        return None
    heard, _ = understood(rest, context)
    held = {line.variant_id for line in lines} & {one.id for one in product.variants}
    only = all(
        at in heard.options.claimed or word in lexicon.polite | lexicon.articles
        for at, word in enumerate(heard.words.items)
    )
    is_other = heard.options.named and held.isdisjoint(heard.options.variant_ids)
    return f"{said[0]}, {rest}" if held and only and is_other else None


def _instead(before: str, after: str, context: ReadingContext) -> str | None:
    first, taken_back = understood(before, context)
    second, instead = understood(after, context)
    if first.words.has_question_mark or second.is_asking or second.says("conditional"):
        return None
    if _is_also(second):
        return None  # "a black L, actually also a white M"
    if (listed := _last_of_list(before, context)) is not None:
        others, last = listed
        words = _instead(last, after, context)
        return f"{others}{words}" if words else None
    if taken_back.wish not in _TAKEN_BACK or instead.wish not in _INSTEAD:
        return None
    if second.options.named and not second.options.refused and first.speaks_of_options:
        return _other_option(first, second, after)
    if _names_goods(taken_back) and _names_goods(instead) and not second.options.named:
        return _other_goods(first, taken_back, second, after)
    return None


def _is_also(heard: Heard) -> bool:
    """Tell whether words that add something begin or end a message: what stands between two options joins those."""
    claimed = heard.options.claimed
    found = heard.lexicon.patterns["adds_also"].finditer(heard.plain)
    places = [heard.words.index(one.start()) for one in found]
    return bool(claimed) and any(at < min(claimed) or at > max(claimed) for at in places)


def _last_of_list(text: str, context: ReadingContext) -> tuple[str, str] | None:
    """Part "2 blue M and 1 black L" before its last: of several things it is the last that is taken back."""
    joints = [*lexicon_for(context.locale).joints.finditer(text)]
    if not joints:
        return None
    others, last = text[: joints[-1].end()], text[joints[-1].end() :]
    (before, goods), (after, other_goods) = understood(others, context), understood(last, context)
    slugs = {slug for slug, _ in before.options.values} & {slug for slug, _ in after.options.values}
    are_goods = _names_goods(goods) and _names_goods(other_goods)
    return (others, last) if slugs or are_goods else None


def _other_option(first: Heard, second: Heard, after: str) -> str | None:
    """Put what is named instead, with all that was said before and holds still, in the place of it."""
    named = {slug for slug, _ in second.options.values}
    unknown = first.options.unknown
    if unknown is None and named.isdisjoint(slug for slug, _ in first.options.values):
        return None  # "a blue one, I mean in M": nothing is taken back
    kept = [value for slug, value in first.options.chosen if slug not in named]
    places = [*first.options.claimed, *([_place(first, unknown)] if unknown else [])]
    return " ".join([*_lead(first, min(places), second), after, *kept])


def _other_goods(first: Heard, taken_back: Meaning, second: Heard, after: str) -> str | None:
    at = _place(first, taken_back.mention or "")
    return " ".join([*_lead(first, at, second), after])


def _place(heard: Heard, written: str) -> int:
    """Return which word begins what stands in the message as written."""
    offset = heard.words.text.find(written)
    return next((at for at, (start, _) in enumerate(heard.words.spans) if start >= offset), 0)


def _names_goods(meaning: Meaning) -> bool:
    is_talk = meaning.intent is Intent.GENERAL and meaning.wish is not Wish.NONE
    return bool(meaning.mention) and not is_talk


def _lead(first: Heard, end: int, second: Heard) -> list[str]:
    """Return the words that begin the wish, as they were written; the number goes where another is said."""
    words, lexicon = first.words, first.lexicon
    counts = _counts(second, lexicon)
    while counts and end and _is_count(words.items[end - 1], lexicon):
        end -= 1
    return [words.written(0, end)] if end else []


def _counts(heard: Heard, lexicon: Lexicon) -> bool:
    """Tell whether the words begin with an article or a number of their own."""
    first = next((word for word in heard.words.items if word != BREAK), "")
    return heard.quantity is not None or _is_count(first, lexicon)


def _is_count(word: str, lexicon: Lexicon) -> bool:
    return (
        word.isdecimal()
        or word in lexicon.numbers
        or word in lexicon.counts_one
        or word in lexicon.definite
    )
