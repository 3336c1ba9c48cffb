"""Rules that tell what a shopper wants done. Each returns None when the words are not about that."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.conversation.reading import Intent, Offered, Topic, Wish
from agentpay_plugin.language import lines
from agentpay_plugin.language.heard import Heard, Meaning, hear, without
from agentpay_plugin.language.questions import METHODS, question, topic_of
from agentpay_plugin.language.slots import VERBS_TOO, nouns
from agentpay_plugin.language.words import BREAK, name_words

_BUYING = (Offered.BUY, Offered.ANOTHER_QUANTITY)
_ABOUT_MONEY = (Topic.PRICE, Topic.STOCK, Topic.OPTIONS)


def person(heard: Heard) -> Meaning | None:
    if heard.says("wants_person") and not heard.says("about_us"):
        return _general(0.9, "asks for a person", Wish.PERSON)
    return None


def payment(heard: Heard) -> Meaning | None:
    """ "I have paid", or how the payment stands."""
    if heard.says("not_paid"):
        return None
    if heard.says("says_paid") or heard.says("payment_state"):
        return Meaning(Intent.PAYMENT_CONFIRMATION, 0.9, "speaks of a payment made", Wish.SAY_PAID)
    return None


def pays_otherwise(heard: Heard) -> Meaning | None:
    """ "My card was declined, can I pay by PIX?": not how a payment stands, but what comes instead of it."""
    rest = without(heard, "payment_state")
    if rest.plain == heard.plain or heard.says("says_paid"):
        return None
    return _pays_by(rest)


def unpaid(heard: Heard) -> Meaning | None:
    if heard.says("not_paid") and not heard.is_asking and not heard.says("checks_out"):
        return _general(0.7, "says that nothing was paid")
    return None


def cancel(heard: Heard) -> Meaning | None:
    if heard.says("cancels_payment"):
        return _general(0.9, "wants to cancel the payment", Wish.CANCEL_PAYMENT)
    if heard.says("cancels_order"):
        lines = heard.context.cart.lines if heard.context.cart else ()
        wish = Wish.CANCEL_PAYMENT if lines else Wish.CHANGE_ORDER
        return _general(0.8, "wants to cancel the order", wish)
    return None


def promo(heard: Heard) -> Meaning | None:
    if heard.promo_code is None:
        return None
    if heard.says("removes") or lines.drops_code(heard):
        code = heard.promo_code  # as the mention too: it is not a line of the cart that goes
        return _purchase(0.8, "removes a code", Wish.REMOVE, mention=code)
    return _purchase(0.8, "gives a code", Wish.APPLY_PROMO)


def give_back(heard: Heard) -> Meaning | None:
    if heard.says("returns_goods") and not heard.is_asking:
        why, wish = "wants to give something back", Wish.TROUBLE
        return Meaning(Intent.GENERAL, 0.7, why, wish, Topic.RETURNS)
    return None


def order_status(heard: Heard) -> Meaning | None:
    is_number = heard.order_number is not None
    names_order = is_number and (not heard.says("buys") or heard.says("checks_number"))
    if (names_order or heard.says("order_status")) and not heard.says("not_order_status"):
        return Meaning(Intent.PAYMENT_CONFIRMATION, 0.85, "asks for an order", Wish.ORDER_STATUS)
    return None


def cart(heard: Heard) -> Meaning | None:
    """Show the cart, take out of it, change how many."""
    is_purchase = heard.says("buys") and not heard.says("instead")
    if heard.says("shows_cart") and not is_purchase:
        return _purchase(0.8, "wants to see the cart", Wish.SHOW_CART)
    if (changed := lines.taken_out(heard) or lines.multiplied(heard)) is not None:
        return changed
    if heard.quantity is not None and heard.says("changes_quantity") and not is_purchase:
        return _change(heard)
    if heard.quantity is not None and heard.says("only_quantity"):
        return _only(heard)
    if heard.quantity is None and heard.says("changes_quantity") and not is_purchase:
        return _change_in_a_clause(heard)
    return None


def check_out(heard: Heard) -> Meaning | None:
    held = heard.context.cart.lines if heard.context.cart else ()
    if heard.says("is_done") and (held or heard.context.offered is Offered.CHECK_OUT):
        return _purchase(0.7, "wants nothing else", Wish.CHECK_OUT)
    if heard.says("is_done") and heard.context.offered is Offered.BUY:
        return _purchase(0.7, "wants nothing else", Wish.SHOW_CART)
    if heard.says("checks_out") and topic_of(heard) is not Topic.PAYMENT:
        is_question = heard.says("asks") and not heard.says("how_to_check_out")
        if heard.says("conditions") or is_question:
            return None
        return _purchase(0.9, "wants to check out", Wish.CHECK_OUT)
    return None


def pay_by(heard: Heard) -> Meaning | None:
    """ "By card", "rather PIX": a way to pay that is chosen, not asked about."""
    if heard.is_asking and topic_of(heard) is Topic.PAYMENT:
        return None
    chosen = _pays_by(without(heard, "refuses"))
    if chosen is None or not heard.words.has_question_mark:
        return chosen
    why = "asks about a way to pay"
    topic = Topic.PAYMENT
    return Meaning(Intent.PRODUCT_QUESTION, 0.8, why, Wish.ASK, topic=topic, method=chosen.method)


def postponed(heard: Heard) -> Meaning | None:
    """ "I will buy it tomorrow" is not to be done today."""
    if not heard.says("postpones") or heard.is_asking:
        return None
    if heard.says("checks_out") or heard.says("buys"):
        return Meaning(Intent.GENERAL, 0.7, "wants it later", yes=False)
    return None


def refusal(heard: Heard) -> Meaning | None:
    """ "No" in all its forms, when nothing else is wanted."""
    if heard.budget is not None:
        return None  # "I don't want to spend more than 60"
    if heard.options.refused and not heard.speaks_of_options and not heard.is_asking:
        return Meaning(Intent.GENERAL, 0.7, "does not want that one", yes=False)
    if heard.says_all("no") or (heard.says("refuses") and not heard.says("cannot_buy")):
        rest = without(without(heard, "refuses"), "no")
        if heard.speaks_of_options:
            return None
        wants = rest.says("buys") or rest.says("wants_what") or rest.mention("searches")
        if question(rest) or wants:
            return None
        return Meaning(Intent.GENERAL, 0.8, "does not want it", yes=False)
    return None


def agreement(heard: Heard) -> Meaning | None:
    """ "Yes": what it agrees to is what was offered last, and nothing else."""
    offered_rest = heard.context.offered is Offered.ANOTHER_QUANTITY and heard.quantity is None
    takes_rest = (
        offered_rest
        and (heard.says("takes_rest") or heard.says("takes_all"))
        and not heard.words.has_question_mark
    )
    if heard.budget is not None or not (takes_rest or heard.says_all("yes")):
        return None
    match heard.context.offered:
        case Offered.BUY:
            return _purchase(0.95, "agrees to buy", Wish.BUY, yes=True)
        case Offered.CHECK_OUT:
            return _purchase(0.9, "agrees to check out", Wish.CHECK_OUT, yes=True)
        case Offered.PAY | Offered.ANOTHER_QUANTITY | Offered.RETRY_PAYMENT:
            return _purchase(0.9, "agrees to what was offered", yes=True)
        case Offered.PERSON:
            return Meaning(Intent.GENERAL, 0.9, "agrees to a person", Wish.PERSON, yes=True)
        case Offered.NOTHING | Offered.CODE:
            return Meaning(Intent.GENERAL, 0.6, "agrees, but nothing was offered", yes=True)


def undecided(heard: Heard) -> Meaning | None:
    """Buying spoken of as a condition: "if I order today, when …", "which one should I take"."""
    if heard.says("conditions"):
        asked = question(heard)
        if asked:
            return asked
        return Meaning(Intent.PRODUCT_QUESTION, 0.7, "is not decided", Wish.ASK, Topic.OTHER)
    return None


def buy(heard: Heard) -> Meaning | None:
    """Wants this product, or another one that has to be searched first."""
    heard = without(heard, "refuses")
    if heard.says("cannot_buy"):
        return _purchase(0.7, "cannot buy")
    if heard.is_elsewhere and not heard.says("buys"):
        return None
    if heard.says("conditional") and heard.options.named:
        return None  # it is told of and offered, and goes into no cart unasked
    asked = question(heard)
    if asked and _asks_first(heard, asked):
        return asked
    if heard.says("how_to_buy") and (not _is_request(heard) or _is_open(heard)):
        return Meaning(Intent.PURCHASE_INTENT, 0.8, "asks how to buy", Wish.ASK, Topic.PAYMENT)
    if heard.says("inquires") and not _is_request(heard):
        return None
    if heard.says("buys"):
        mention = heard.mention("buys_what")
        if mention is None and heard.any_mention("buys_what") is None:
            mention = heard.mention("wants_what")
        return None if _is_no_goods(heard, mention) else _take(heard, mention, 0.9)
    return _want(heard)


def search(heard: Heard) -> Meaning | None:
    if not heard.says("has_goods") or heard.is_elsewhere:
        return None
    if heard.context.product is not None and heard.says("asks_of_it"):
        return None
    mention = heard.mention("searches")
    if _is_no_goods(heard, mention):
        return None
    if mention is None and heard.any_mention("searches") is not None:
        return _stock()
    if mention is None and heard.speaks_of_options:
        return _stock()
    return Meaning(Intent.PRODUCT_QUESTION, 0.8, "looks for goods", Wish.SEARCH, mention=mention)


def listing(heard: Heard) -> Meaning | None:
    """All goods of a kind are to be shown, those in focus among them: "what bags do you have?"."""
    mention, product = heard.any_mention("lists_goods"), heard.context.product
    if mention is None or heard.speaks_of_options or heard.is_elsewhere:
        return None
    lexicon = heard.lexicon
    every = (one for each in product.variants for one in each.attributes) if product else ()
    own = frozenset().union(*(nouns(one.name, lexicon) for one in every))
    known = lexicon.attribute_names | lexicon.vague | lexicon.vocabulary | lexicon.not_goods | own
    if not known.isdisjoint(nouns(mention, lexicon) | set(name_words(mention))):
        return None
    why = "wants to see goods of a kind"
    return Meaning(Intent.PRODUCT_QUESTION, 0.8, why, Wish.SEARCH, mention=mention)


def options_alone(heard: Heard) -> Meaning | None:
    """ "In L", "the blue one", "2 please": an answer rather than a sentence."""
    if heard.is_asking and heard.speaks_of_options:
        return _stock()
    if heard.options.named and (restated := lines.restated(heard)) is not None:
        return restated
    if heard.options.named and lines.lets_go(heard):
        return Meaning(Intent.GENERAL, 0.7, "lets go what is not in the cart", yes=False)
    if heard.speaks_of_options:
        is_order = heard.quantity is not None or heard.context.offered in _BUYING
        is_order = (is_order or heard.context.ordering) and not heard.says("conditional")
        return _purchase(0.7, "names an option", Wish.BUY if is_order else Wish.NONE)
    if heard.quantity is not None and _is_bare_quantity(heard):
        wish = Wish.BUY if heard.context.offered in _BUYING else Wish.NONE
        return _purchase(0.6, "names a quantity", wish)
    return None


def talk(heard: Heard) -> Meaning | None:
    if heard.says_all("greets"):
        return _general(0.95, "greets", Wish.GREET)
    if heard.says_all("thanks"):
        return _general(0.9, "thanks", Wish.THANK)
    return None


def thanks(heard: Heard) -> Meaning | None:
    """Thanks inside a message that wants nothing else."""
    if heard.says("thanks"):
        return _general(0.8, "thanks", Wish.THANK)
    return None


def other_question(heard: Heard) -> Meaning | None:
    """A question that speaks of the goods, but of nothing we know by name."""
    if heard.is_elsewhere or not heard.is_asking or not heard.says("about_goods"):
        return None
    return Meaning(Intent.PRODUCT_QUESTION, 0.6, "asks about the goods", Wish.ASK, Topic.OTHER)


def _general(confidence: float, why: str, wish: Wish = Wish.NONE) -> Meaning:
    return Meaning(Intent.GENERAL, confidence, why, wish)


def _purchase(
    confidence: float,
    why: str,
    wish: Wish = Wish.NONE,
    mention: str | None = None,
    yes: bool | None = None,
) -> Meaning:
    return Meaning(Intent.PURCHASE_INTENT, confidence, why, wish, mention=mention, yes=yes)


def _change(heard: Heard) -> Meaning:
    mention = heard.line_mention("changes_quantity")
    wish = Wish.REMOVE if heard.quantity == 0 else Wish.CHANGE_QUANTITY
    return _purchase(0.85, "changes how many", wish, mention)


def _change_in_a_clause(heard: Heard) -> Meaning | None:
    """ "Make it two, one is a present": the number that counts stands in the clause that changes it."""
    clauses = (hear(each, heard.context, heard.lexicon) for each in heard.words.clauses())
    changing = [each for each in clauses if each.says("changes_quantity")]
    if len(changing) != 1 or changing[0].quantity is None:
        return None
    return replace(_change(changing[0]), quantity=changing[0].quantity)


def _pays_by(heard: Heard) -> Meaning | None:
    named = [method for method in METHODS if heard.says(f"by_{method}")]
    if len(named) != 1:
        return None
    why = "chooses a way to pay"
    return Meaning(Intent.PURCHASE_INTENT, 0.85, why, Wish.PAY_BY, method=named[0])


def _only(heard: Heard) -> Meaning:
    has_lines = heard.context.cart is not None and heard.context.cart.lines
    if heard.context.offered in _BUYING or not has_lines:
        return _purchase(0.75, "names a quantity", Wish.BUY)
    return _purchase(0.75, "changes how many", Wish.CHANGE_QUANTITY)


def _asks_first(heard: Heard, asked: Meaning) -> bool:
    """Tell whether a message that also wants to buy is to be answered before anything is done."""
    if not heard.says("buys"):
        return True
    if _is_request(heard):
        return asked.topic in _ABOUT_MONEY and heard.quantity is None
    return heard.is_asking and (heard.words.has_question_mark or heard.says("wonders"))


def _is_open(heard: Heard) -> bool:
    """Tell "can I order it?", which asks whether one can, from "can I order two in L?"."""
    slots = heard.quantity is not None or heard.speaks_of_options
    return heard.words.has_question_mark and not slots


def _is_no_goods(heard: Heard, mention: str | None) -> bool:
    no_goods = heard.lexicon.not_goods - VERBS_TOO
    return mention is not None and not no_goods.isdisjoint(name_words(mention))


def _is_request(heard: Heard) -> bool:
    return heard.says("requests") and heard.says("buys")


def _want(heard: Heard) -> Meaning | None:
    if not heard.says("wants_what") or heard.is_elsewhere:
        return None
    if heard.any_mention("wants_what") is None and not (
        heard.speaks_of_options or heard.quantity is not None
    ):
        return None
    mention = heard.mention("wants_what")
    if _is_no_goods(heard, mention):
        return None
    return _take(heard, mention, 0.75)


def _take(heard: Heard, mention: str | None, confidence: float) -> Meaning:
    if mention is not None:
        return _purchase(confidence, "wants another product", Wish.SEARCH, mention)
    if (restated := lines.restated(heard)) is not None:
        return restated
    bought = _purchase(confidence, "wants to buy", Wish.BUY)
    is_more = not heard.speaks_of_options and heard.says("adds_more")
    return replace(bought, more=is_more)


def _stock() -> Meaning:
    topic = Topic.STOCK
    return Meaning(Intent.PRODUCT_QUESTION, 0.8, "asks whether there is one", Wish.ASK, topic)


def _is_bare_quantity(heard: Heard) -> bool:
    phrases = {word for phrase in heard.lexicon.number_phrases for word in phrase.split()}
    spare = heard.lexicon.polite | heard.lexicon.units | heard.lexicon.one_of | phrases
    rest = [word for word in heard.words.items if word not in spare and word != BREAK]
    return all(word in heard.lexicon.numbers or word[0].isdecimal() for word in rest)
