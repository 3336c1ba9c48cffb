"""Rules for finding one's way: help, goodbye, codes without a name, other details, one of several."""

from __future__ import annotations

import re

from agentpay_plugin.conversation.goods import Variant
from agentpay_plugin.conversation.reading import Intent, Offered, Pick, Topic, Wish
from agentpay_plugin.language.enumerating import others_named
from agentpay_plugin.language.heard import Heard, Meaning
from agentpay_plugin.language.lexicon import Lexicon
from agentpay_plugin.language.places import find_postal_code
from agentpay_plugin.language.questions import topic_of
from agentpay_plugin.language.words import BREAK, read_words

_LEAST_OF_ADDRESS = 4  # words
_SHORT_TALK = 8  # words
_CODE = re.compile(r"[A-Za-z]{4,24}\d{1,4}")
_MOST_WORDS = 3  # of what may be goods


def goodbye(heard: Heard) -> Meaning | None:
    return _general("says goodbye", Wish.GOODBYE) if heard.says("parts_with") else None


def help_wanted(heard: Heard) -> Meaning | None:
    unknown_how = heard.context.product is None and heard.says("asks_how")
    if heard.says("asks_help") or unknown_how:
        return _general("asks what one can do here", Wish.HELP)
    return None


def unnamed_code(heard: Heard) -> Meaning | None:
    """A promo code is spoken of, and not which: "I have a coupon", "remove the discount"."""
    if heard.says("removes"):
        mention = heard.line_mention("removes")
        lines = heard.context.cart.lines if heard.context.cart else ()
        if mention is None or any(line.product_name == mention for line in lines):
            return None
        words = read_words(mention, heard.lexicon).plain
        if not heard.lexicon.patterns["code_words"].fullmatch(words):
            return None
        return Meaning(Intent.GENERAL, 0.8, "removes a code", Wish.REMOVE, code="")
    if heard.says("has_code"):
        why = "has a code and does not say which"
        return Meaning(Intent.PURCHASE_INTENT, 0.8, why, Wish.APPLY_PROMO, code="")
    return None


def changes(heard: Heard) -> Meaning | None:
    """Something of the cart under way is to be another: all of it, the address, the way it comes, an option."""
    if heard.says("empties_cart"):
        return _general("empties the cart", Wish.EMPTY_CART)
    if heard.context.cart is None or not heard.context.cart.lines:
        return None
    if heard.says("changes_details"):
        return _general("wants other details", Wish.CHANGE_DETAILS)
    if heard.says("changes_delivery") and not _is_plain_question(heard):
        return _general("wants another delivery", Wish.CHANGE_DELIVERY)
    options = heard.options.chosen + _others_than_held(heard)
    is_adding = heard.says("adds_also") and not heard.says("instead")
    if options and not is_adding and _is_instead(heard):
        why = "wants another option instead"
        wish = Wish.CHANGE_OPTION
        return Meaning(Intent.PURCHASE_INTENT, 0.8, why, wish, options=options)
    return None


def all_cancelled(heard: Heard) -> Meaning | None:
    """ "Cancel everything" of a cart that is not bought yet; of an order it is a matter for a person."""
    lines = heard.context.cart.lines if heard.context.cart else ()
    if lines and heard.says("cancels_all"):
        return _general("cancels all that is in the cart", Wish.EMPTY_CART)
    return None


def _is_plain_question(heard: Heard) -> bool:
    """Tell "which other delivery is there?" from "could you change the delivery?"."""
    asks = heard.words.has_question_mark and not heard.says("requests")
    return asks or heard.says("inquires")


def _others_than_held(heard: Heard) -> tuple[tuple[str, str], ...]:
    """Return what is named beside what the cart holds: of "M is too small, L please" the L."""
    held = _held(heard)
    if len(held) != 1:
        return ()
    own = {value for attribute in held[0].attributes for value in attribute.values}
    return tuple(
        (slug, next(iter(values - own)))
        for slug, values in heard.options.values
        if slug and len(values) > 1 and len(values - own) == 1
    )


def _is_instead(heard: Heard) -> bool:
    """Tell whether an option is to take the place of the one in the cart, by the words or by where they are said."""
    if heard.says("changes_option") and heard.quantity is None and not _is_asked(heard):
        return True
    if heard.context.narrowed:
        return False  # it is what is being chosen that is meant, beside what the cart holds
    if len(_held(heard)) != 1 or heard.words.has_question_mark:
        return False
    if heard.says("changes_option") or heard.options.refused:
        return heard.quantity in (None, 1) or heard.says("instead")
    # What is said of it when its total is shown is a second thought, and no second order.
    is_second_thought = heard.context.offered is Offered.PAY and heard.quantity is None
    return is_second_thought and not _asks_of_options(heard)


def _asks_of_options(heard: Heard) -> bool:
    """Tell "is the L bigger" from "es L", which is no question."""
    if not heard.says("inquires"):
        return False
    lexicon, claimed = heard.lexicon, heard.options.claimed
    spare = lexicon.stop | lexicon.polite | lexicon.attribute_names | {BREAK}
    rest = [one for at, one in enumerate(heard.words.items) if at not in claimed]
    return topic_of(heard) is not None or not spare.issuperset(rest)


def _held(heard: Heard) -> tuple[Variant, ...]:
    """Return the variants of the product in focus that are in the cart."""
    product, cart = heard.context.product, heard.context.cart
    held = {line.variant_id for line in cart.lines} if cart else set()
    return tuple(one for one in product.variants if one.id in held) if product else ()


def insult(heard: Heard) -> Meaning | None:
    """Anger, and nothing else that could be answered."""
    if heard.says("insults") and not heard.speaks_of_options:
        return _general("is angry", Wish.COMPLAIN)
    return None


def address(heard: Heard) -> Meaning | None:
    """An address as one types it: "1 Main Street, Austin TX 78701"."""
    items, lexicon = heard.words.items, heard.lexicon
    code = find_postal_code(heard.words.text, lexicon) or ""
    numbers = [word for word in items if word.isdecimal() and word not in code]
    is_street = not lexicon.streets.isdisjoint(items)
    if (
        heard.words.has_question_mark
        or not numbers
        or not is_street
        or len(items) < _LEAST_OF_ADDRESS
    ):
        return None
    why = "gives an address"
    return Meaning(Intent.GENERAL, 0.7, why, Wish.CHANGE_DETAILS, Topic.DETAILS)


def code_alone(heard: Heard) -> Meaning | None:
    """ "What about welcome10?": written like a code, and perhaps one."""
    written = [one for one in re.findall(r"[^\s.,;:!?]+", heard.words.text) if _CODE.fullmatch(one)]
    spare = heard.lexicon.vocabulary | heard.lexicon.polite | {BREAK}
    others = [word for word in heard.words.items if word not in spare]
    if len(written) != 1 or len(others) > 1 or len(heard.words.items) > _SHORT_TALK:
        return None
    return Meaning(Intent.GENERAL, 0.4, "may name goods or a code", mention=written[0])


def goods_alone(heard: Heard) -> Meaning | None:
    """A few words that may name goods: "mugs", "and socks?". Perhaps they name nothing."""
    said, lexicon = heard.words, heard.lexicon
    mention = heard.mention("goods_alone")
    if mention is None or said.email or heard.is_elsewhere:
        return None
    others = others_named(heard, mention)
    if BREAK in said.items and not others:
        return None
    named = read_words(mention, lexicon).items
    telling = [word for word in named if word not in lexicon.stop | lexicon.colours]
    is_end = bool(others) or _ends(said.items, named, lexicon)
    if not 0 < len(telling) <= _MOST_WORDS or not is_end or not _may_be_goods(heard, telling):
        return None
    if any(word[0].isdecimal() for word in named):
        return None
    if heard.context.ordering and not heard.is_asking:
        why = "wants something else too"
        return Meaning(Intent.PURCHASE_INTENT, 0.7, why, Wish.SEARCH, mention=mention)
    intent = Intent.PRODUCT_QUESTION if heard.is_asking else Intent.GENERAL
    return Meaning(intent, 0.4, "may name goods", mention=mention)


def _may_be_goods(heard: Heard, telling: list[str]) -> bool:
    """Tell whether words may name goods: no word of talk among them, but where they are counted ("a slow candle")."""
    lexicon = heard.lexicon
    first = next((word for word in heard.words.items if word != BREAK), "")
    is_counted = first in lexicon.counts_one or first in lexicon.numbers or first.isdecimal()
    if not lexicon.not_goods.isdisjoint(telling):
        return False
    if is_counted and not heard.is_asking:
        return not lexicon.vocabulary.issuperset(telling)
    return lexicon.vocabulary.isdisjoint(telling)


def within_budget(heard: Heard) -> Meaning | None:
    """Goods at a price: "headphones under $50", "something for less than 30 euros"."""
    if heard.budget is None or heard.words.email or heard.is_elsewhere:
        return None
    mention = heard.mention("goods_alone")
    if mention is not None and len(mention.split()) > _MOST_WORDS + 1:
        return None
    wish = Wish.SEARCH
    why = "looks for goods at a price"
    return Meaning(Intent.PRODUCT_QUESTION, 0.75, why, wish, mention=mention)


def more_goods(heard: Heard) -> Meaning | None:
    """ "And a candle, the fig one": something else beside what is in the cart."""
    mention = None if _says_is(heard) else heard.mention("adds_goods")
    is_first = heard.context.cart is None and heard.context.product is None
    if is_first or mention is None or heard.is_elsewhere or heard.words.email:
        return None
    lexicon = heard.lexicon
    named = set(read_words(mention, lexicon).items)
    unknown = named - lexicon.vocabulary - lexicon.colours - lexicon.attribute_names
    if not unknown or not named.isdisjoint((lexicon.polite - lexicon.stop) | lexicon.not_goods):
        return None
    return Meaning(
        Intent.PURCHASE_INTENT, 0.7, "wants something else too", Wish.SEARCH, mention=mention
    )


def _says_is(heard: Heard) -> bool:
    """Tell the "é" of "isso é um golpe" from the "e" that joins."""
    return re.search(r"(?<!\w)é(?!\w)", heard.words.text.lower()) is not None


def _ends(said: tuple[str, ...], named: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Tell whether the words end with the goods, or with the size that is wanted of them."""
    spare = lexicon.polite | lexicon.inside
    if len(said) > 1 and said[-2] in lexicon.attributes["size"] | lexicon.size_numbers:
        said = said[:-2]
    while said and said[-1] in spare:
        said = said[:-1]
    return said[-len(named) :] == named


def pick(heard: Heard) -> Pick | None:
    """Return which one of those shown is meant, when it is called by its place or its merit."""
    found = next((one for one in Pick if heard.says(one)), None)
    if found is Pick.COLLECT:  # "could I pick it up?" wishes for it, "where can I?" does not
        return None if _is_plain_question(heard) else found
    return None if heard.words.has_question_mark else found


def _is_asked(heard: Heard) -> bool:
    return heard.words.has_question_mark and heard.context.offered is Offered.NOTHING


def _general(why: str, wish: Wish) -> Meaning:
    return Meaning(Intent.GENERAL, 0.9, why, wish)
