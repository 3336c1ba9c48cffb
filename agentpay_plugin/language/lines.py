"""Rules for lines of the cart: which of them words name, and what is to become of them."""

from __future__ import annotations

import re

from agentpay_plugin.conversation.goods import CartLine
from agentpay_plugin.conversation.reading import Intent, Offered, Wish
from agentpay_plugin.language.heard import Heard, Meaning
from agentpay_plugin.language.lexicon import Lexicon
from agentpay_plugin.language.option_names import key, names, spelled
from agentpay_plugin.language.slots import find_mention, noun, nouns
from agentpay_plugin.language.words import BREAK, read_words

_BUYING = (Offered.BUY, Offered.ANOTHER_QUANTITY)
_TIMES = (("doubles", 2), ("triples", 3))
_PAIR = 2
_CODE = re.compile(r"[A-Za-z]{3,24}-?\d[A-Za-z0-9-]{0,10}")  # what is written like this is no goods


def named(heard: Heard, mention: str, tells: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the variants of the lines that have all telling words of a mention, in their names or their options.

    `tells`: words that are not passed over here though they carry no meaning of their own.
    """
    lexicon = heard.lexicon
    spare = (lexicon.stop - tells) | lexicon.mention_fillers | lexicon.pronouns | lexicon.polite
    spare |= lexicon.articles | lexicon.units | lexicon.one_of | lexicon.attribute_names
    spare |= lexicon.numbers.keys() | {BREAK}
    said = read_words(mention, lexicon).items
    telling = [word for word in said if word not in spare and not word.isdecimal()]
    lines = heard.context.cart.lines if heard.context.cart else ()
    if not telling:
        return ()
    return tuple(line.variant_id for line in lines if _has_all(line, telling, lexicon))


def taken_out(heard: Heard) -> Meaning | None:
    """ "Take the cap out", "lose the black one", "only keep the tote", "one less"."""
    if _found(heard, "all_but"):
        return _all_but(heard)
    if _found(heard, "fewer"):
        return _fewer(heard)
    if _found(heard, "removes"):
        return _removed(heard, heard.line_mention("removes"))
    dropped = _dropped(heard)
    return _kept_only(heard) if dropped is None else _removed(heard, dropped)


def drops_code(heard: Heard) -> bool:
    """Tell whether it is a code that words such as "scratch the code" let go."""
    patterns, lexicon = heard.lexicon.patterns, heard.lexicon
    plain = (read_words(one, lexicon).plain for one in _mentions(heard, "drops_line"))
    return any(patterns["code_words"].fullmatch(one) for one in plain)


def lets_go(heard: Heard) -> bool:
    """Tell "ditch the green cap" from "no, the green cap"."""
    found = heard.lexicon.patterns["drops_line"].finditer(heard.plain)
    return any(one.group().split()[0] not in heard.lexicon.corrections for one in found)


def multiplied(heard: Heard) -> Meaning | None:
    """ "Double it", and "a few more", which does not say how many."""
    for name, times in _TIMES:
        if _found(heard, name) and _lines(heard):
            why, mention = "wants so many times as many", heard.line_mention(name)
            ids = named(heard, mention) if mention else ()
            return None if mention and not ids else _changed(why, times=times, ids=ids)
    if heard.says("some_more") and _lines(heard):
        return _changed("wants more and does not say how many")
    return None


def all_there_is(heard: Heard) -> Meaning | None:
    """ "As many as you have": of what was spoken of."""
    if heard.context.product is None or heard.is_asking:
        return None
    if not heard.says("takes_all") or heard.says("conditional") or heard.says("refuses"):
        return None
    why = "wants as many as there are"
    return Meaning(Intent.PURCHASE_INTENT, 0.85, why, Wish.BUY, every=True)


def settled_for(heard: Heard) -> Meaning | None:
    """ "Only 2 left? Then 2": what can be had, in other words than "yes"."""
    if heard.context.offered is not Offered.ANOTHER_QUANTITY:
        return None
    found = heard.lexicon.patterns["settles_for"].search(heard.plain)
    if found is None:
        return None
    count = _count_in(found.group(), heard.lexicon)
    why = "takes what can be had"
    return Meaning(Intent.PURCHASE_INTENT, 0.85, why, yes=True, quantity=count)


def one_more(heard: Heard) -> Meaning | None:
    """ "One more", "another bag of it": beside what was spoken of last."""
    if heard.speaks_of_options or not heard.says_all("adds_more"):
        return None
    if heard.context.product is None and not _lines(heard):
        return None
    found = heard.lexicon.patterns["adds_more"].search(heard.plain)
    count = _count_in(found.group(), heard.lexicon) if found else 1
    why = "wants more of it"
    return Meaning(Intent.PURCHASE_INTENT, 0.75, why, Wish.BUY, quantity=count, more=True)


def restated(heard: Heard) -> Meaning | None:
    """ "I need 4 of them" of what is in the cart already: how many it shall be, and no second order."""
    if heard.quantity is None or heard.quantity < 1 or heard.says("adds_also"):
        return None
    product, held = heard.context.product, {line.variant_id for line in _lines(heard)}
    own = [one.id for one in product.variants if one.id in held] if product else []
    if heard.speaks_of_options:
        fitting = [id_ for id_ in own if id_ in heard.options.variant_ids]
        is_meant = len(fitting) == 1 and heard.says("of_those")
        own = fitting if is_meant else []
    if len(own) != 1 or (heard.quantity == 1 and not heard.says("of_those")):
        return None
    return _changed("says how many it shall be", ids=tuple(own))


def _dropped(heard: Heard) -> str | None:
    """Return what is let go: words for lines of the cart, or a code."""
    if heard.says("conditional") or (heard.is_asking and not heard.says("requests")):
        return None  # "is it sold without the cap?"
    mentions = _mentions(heard, "drops_line")
    line = next((one for one in mentions if _is_dropped(heard, one)), None)
    return line or next((one for one in mentions if _CODE.fullmatch(one)), None)


def _kept_only(heard: Heard) -> Meaning | None:
    held = [line.variant_id for line in _lines(heard)]
    if heard.says("of_those"):
        return None  # "only one of the red" is how many
    for found in _found(heard, "keeps_only"):
        what = next(value for value in found.groupdict().values() if value)
        # Nothing else may be said of it: "only the cap is black" keeps no cap.
        stay = named(heard, what, heard.lexicon.stop - heard.lexicon.articles)
        if not stay or _is_of_focus(heard, what, stay):
            continue
        if heard.quantity is not None:
            return _changed("says how many it shall be", ids=stay)
        if len(stay) < len(held):
            return _emptied("keeps nothing else", stay)
    return None


def _all_but(heard: Heard) -> Meaning:
    """Take out all that is not named; where no line is, it is asked which is meant."""
    stay = next((ids for one in _mentions(heard, "all_but") if (ids := named(heard, one))), ())
    if not stay:
        return Meaning(Intent.GENERAL, 0.85, "takes out all but one", Wish.REMOVE, every=True)
    return _emptied("takes out all but one", stay)


def _emptied(why: str, stay: tuple[str, ...]) -> Meaning:
    return Meaning(Intent.GENERAL, 0.85, why, Wish.EMPTY_CART, variant_ids=stay)


def _fewer(heard: Heard) -> Meaning:
    found = heard.lexicon.patterns["fewer"].search(heard.plain)
    count = _count_in(found.group(), heard.lexicon) if found else 1
    mention = heard.line_mention("fewer")
    ids = named(heard, mention) if mention else ()
    why = "wants fewer"
    return Meaning(
        Intent.GENERAL,
        0.85,
        why,
        Wish.REMOVE,
        mention=mention,
        quantity=count,
        variant_ids=ids,
    )


def _removed(heard: Heard, mention: str | None) -> Meaning:
    ids = named(heard, mention) if mention else ()
    called = {line.product_name for line in _lines(heard) if line.variant_id in ids}
    mention = called.pop() if len(called) == 1 else mention
    if mention is None and len(_lines(heard)) == heard.quantity == _PAIR:
        ids = tuple(line.variant_id for line in _lines(heard))  # "remove both"
    every = len(ids) > 1 and heard.says("all_of_several")
    why = "takes something out"
    return Meaning(
        Intent.GENERAL, 0.85, why, Wish.REMOVE, mention=mention, variant_ids=ids, every=every
    )


def _changed(why: str, *, times: int | None = None, ids: tuple[str, ...] = ()) -> Meaning:
    wish = Wish.CHANGE_QUANTITY
    return Meaning(Intent.PURCHASE_INTENT, 0.8, why, wish, times=times, variant_ids=ids)


def _is_dropped(heard: Heard, mention: str) -> bool:
    ids = named(heard, mention)
    return bool(ids) and not _is_declined(heard, ids) and not _is_of_focus(heard, mention, ids)


def _is_of_focus(heard: Heard, mention: str, ids: tuple[str, ...]) -> bool:
    """Tell whether "the black one" is of the product that is looked at rather than of the lines it would fit."""
    product, lexicon = heard.context.product, heard.lexicon
    if product is None or not heard.options.claimed:
        return False
    said = nouns(mention, lexicon)
    lines = (line for line in _lines(heard) if line.variant_id in ids)
    if any(not said.isdisjoint(nouns(line.product_name, lexicon)) for line in lines):
        return False
    is_open = bool(heard.context.narrowed) or heard.context.offered in _BUYING
    return is_open or {one.id for one in product.variants}.isdisjoint(ids)


def _is_declined(heard: Heard, ids: tuple[str, ...]) -> bool:
    """Tell whether it is the offer of the product in focus that is refused."""
    product, offered = heard.context.product, heard.context.offered in _BUYING
    own = {one.id for one in product.variants} if product else set()
    return offered and not own.isdisjoint(ids) and not heard.options.claimed


def _found(heard: Heard, name: str) -> list[re.Match[str]]:
    """Return where the expression stands, but for what is refused: "don't forget the cap" lets no cap go."""
    negations = heard.lexicon.patterns["negations"]
    return [
        found
        for found in heard.lexicon.patterns[name].finditer(heard.plain)
        if not negations.search(heard.plain[: found.start()].rpartition(BREAK)[2].strip())
    ]


def _mentions(heard: Heard, name: str) -> list[str]:
    mentions = (find_mention(heard.words, one, heard.lexicon) for one in _found(heard, name))
    return [one for one in mentions if one]


def _has_all(line: CartLine, telling: list[str], lexicon: Lexicon) -> bool:
    goods = nouns(line.product_name, lexicon)
    options = {key([part], lexicon) for part in spelled(line.variant_name, lexicon)}
    return all(
        noun(word, lexicon) in goods or not options.isdisjoint(names([word], lexicon))
        for word in telling
    )


def _lines(heard: Heard) -> tuple[CartLine, ...]:
    return heard.context.cart.lines if heard.context.cart else ()


def _count_in(words: str, lexicon: Lexicon) -> int:
    """Return the number that stands in words; one where none does."""
    for word in words.split():
        if word.isdecimal():
            return int(word)
        if word in lexicon.numbers:
            return lexicon.numbers[word]
    return 1
