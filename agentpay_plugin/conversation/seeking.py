"""Looking for goods: what is searched, what was found, and an honest word on what of it does not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from agentpay_plugin.conversation import promo
from agentpay_plugin.conversation.buying import add, out_of_stock
from agentpay_plugin.conversation.checkout import is_filled
from agentpay_plugin.conversation.choosing import buy
from agentpay_plugin.conversation.commands import ReadGroups, SearchProducts
from agentpay_plugin.conversation.comparing import cheapest_of
from agentpay_plugin.conversation.doing import Listing, Searching
from agentpay_plugin.conversation.goods import Product, Variant
from agentpay_plugin.conversation.moves import showing
from agentpay_plugin.conversation.names import kept, kept_short
from agentpay_plugin.conversation.parts import Part, ProductCard
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.picking import amounts_in
from agentpay_plugin.conversation.products import focus, product_shown
from agentpay_plugin.conversation.reading import Budget, Order, Reading
from agentpay_plugin.conversation.replies import after, info, text
from agentpay_plugin.conversation.returning import (
    back,
    is_in_cart,
    not_understood,
    remind,
    which_product,
)
from agentpay_plugin.conversation.state import LOOKING, Action, Conversation, Step
from agentpay_plugin.conversation.suggesting import similar
from agentpay_plugin.conversation.unsaid import not_said, short
from agentpay_plugin.conversation.wanted import Found, Need, Wanted
from agentpay_plugin.money import Money

_CODE = re.compile(r"[A-Z][A-Z0-9_-]{4,31}")  # what is written like this, and is no goods
_CODE_IN_SMALL = re.compile(r"[A-Za-z]{4,24}\d{1,4}")
_WORD = re.compile(r"[^\W_]+")
_FOUND = 5  # products shown and remembered of a search
_SEVERAL = 2
_AVOIDED = 5  # names of what nothing shall be that are remembered
_REMEMBERED = (
    50  # products that were shown of one search: what is asked for more of them leaves them out
)


def search(
    conversation: Conversation, reading: Reading, said: str = "", *, guess: bool = False
) -> Step:
    """Look for the goods that were named; by a `guess` the words may be no goods at all."""
    words = (reading.product_mention or "").strip()
    narrows = reading.narrows is not None or reading.budget is not None or bool(reading.avoid)
    if not words and narrows and conversation.sought is not None:
        return narrow(conversation, reading)
    if not words and narrows:
        return suggest(conversation, reading, said)
    if not words:
        otherwise = Searching(reading.quantity, otherwise=Say.WHAT_TO_LOOK_FOR)
        return seek(conversation, Wanted(said, said, certain=True), otherwise)
    wanted = Wanted(
        words,
        words if reading.others else said,
        reading.budget,
        order=reading.order,
        avoid=_avoid(reading),
        also=reading.others,
    )
    return seek(conversation, wanted, Searching(reading.quantity, guess, buys=reading.ordering))


def narrow(conversation: Conversation, reading: Reading) -> Step:
    """Look again for what was looked for, held to a colour, a size or a price, or in another order."""
    sought = conversation.sought or Wanted()
    wanted = replace(
        sought,
        said=reading.narrows or "",
        budget=reading.budget or sought.budget,
        order=reading.order or sought.order,
        without=(),
        avoid=(*sought.avoid, *_avoid(reading))[-_AVOIDED:],
    )
    is_told = bool(reading.avoid) and reading.narrows is None
    return seek(conversation, wanted, Searching(reading.quantity, avoids=is_told))


def more(conversation: Conversation) -> Step:
    """Show more of what was looked for; of what it was found beside, more like that."""
    found, sought = conversation.found, conversation.sought
    is_of_one = conversation.product is not None and len(found) < _SEVERAL
    if sought is None or (is_of_one and not sought.without):
        return similar(conversation, Wanted(without=tuple(one.id for one in found)))
    ids = dict.fromkeys((*sought.without, *(one.id for one in found)))
    wanted = replace(sought, without=tuple(ids)[-_REMEMBERED:])
    return seek(conversation, wanted, Searching(None))


def cheaper(conversation: Conversation) -> Step:
    """Look for what costs less: than the product in focus, or than those that were found."""
    product, found = conversation.product, conversation.found
    if product is not None and (conversation.sought is None or not is_at_list(conversation)):
        wanted = Wanted(budget=_less_than((product,)), order=Order.CHEAPEST)
        return similar(conversation, wanted, Say.NONE_CHEAPER)
    sought = conversation.sought or Wanted(anything=True)
    budget = _less_than(found)
    wanted = replace(sought, budget=budget, order=Order.CHEAPEST, without=())
    return seek(conversation, wanted, Searching(None, unmet=Say.NONE_CHEAPER))


def is_at_list(conversation: Conversation) -> bool:
    """Tell whether it is a list that was shown last, rather than the product in focus."""
    ids = [one.id for one in conversation.found]
    product = conversation.product
    return len(ids) >= _SEVERAL and (product is None or product.id not in ids)


def _less_than(products: tuple[Product, ...]) -> Budget | None:
    """Return the budget that is just below the least price of some products."""
    prices = [one.price for each in products for one in each.variants if one.price]
    if not prices:
        return None
    least = min(prices)
    below = Money(least.minor - 1, least.currency)
    return Budget(most=below.amount, currency=least.currency)


def suggest(conversation: Conversation, reading: Reading, said: str) -> Step:
    """Look for whatever fits what the shopper told of: for whom, for what, at which price."""
    before = conversation.sought.avoid if conversation.sought and reading.avoid else ()
    avoid = (*before, *_avoid(reading))[-_AVOIDED:]
    wanted = Wanted(said, said, reading.budget, anything=True, order=reading.order, avoid=avoid)
    return seek(conversation, wanted, Searching(reading.quantity, avoids=bool(reading.avoid)))


def _avoid(reading: Reading) -> tuple[str, ...]:
    return (reading.avoid,) if reading.avoid else ()


def seek(conversation: Conversation, wanted: Wanted, searching: Searching) -> Step:
    """Ask the shop for what is wanted."""
    return Step(replace(conversation, doing=searching), commands=(SearchProducts(wanted),))


def products_found(
    conversation: Conversation, doing: Searching, wanted: Wanted, found: Found, now: int
) -> Step:
    """Show what was found; a single product is taken into focus and offered."""
    if doing.avoids and found.products and not found.avoided:
        return not_understood(conversation)  # it was no goods that are not wanted
    if doing.rather is not None and not _are_others(conversation, found):
        return _bought_rather(conversation, doing.rather.reading)
    if doing.guess and wanted.named and "?" in wanted.said and not found.products:
        return after(not_said(conversation), back(conversation), Action.QUESTION_ANSWERED)
    if not found.products and _is_code(conversation, wanted.words, doing):
        return promo.apply(conversation, wanted.words, guess=True)
    if not found.products and doing.guess:
        return not_understood(conversation)
    if not found.products:
        return _nothing(conversation, doing, wanted)
    if doing.unmet is not None and found.unmet:
        return after((text(doing.unmet), *cheapest_of(conversation.found)), remind(conversation))
    if wanted.without and found.unmet:
        return _nothing(conversation, doing, wanted)
    if doing.guess and _is_focus(conversation, found):
        return after(not_said(conversation), back(conversation), Action.QUESTION_ANSWERED)
    shown = found.products[:_FOUND]
    short_of = tuple(kept_short(one) for one in shown)
    conversation = showing(conversation, short_of, _sought(wanted, found))
    lead = (*_honestly(found, wanted), _lead(found, wanted, len(shown)))
    if len(shown) == 1 and (variant := _clear(doing, wanted, found)) is not None:
        focused = focus(conversation, found.products[0], now)
        return add(focused, found.products[0], variant, doing.quantity or 1)
    if len(shown) == 1 and (found.suggested or not found.missed):
        return after(lead, _one(conversation, doing, wanted, found, now))
    cards = tuple(ProductCard(kept_short(one)) for one in shown)
    return Step(conversation, (*lead, *cards), action=Action.PRODUCT_SHOWN)


def _are_others(conversation: Conversation, found: Found) -> bool:
    focus = conversation.product
    is_own = focus is not None and focus.id in {one.id for one in found.products}
    return bool(found.products) and not (is_own or found.spelled or found.missed)


def _bought_rather(conversation: Conversation, reading: Reading) -> Step:
    """Buy what is in focus; what lies in the cart already is not ordered twice."""
    product = conversation.product
    if product is None or is_in_cart(conversation, product):
        return back(conversation)
    return buy(conversation, product, reading)


def _nothing(conversation: Conversation, doing: Searching, wanted: Wanted) -> Step:
    """Say that there is nothing such, and what there is."""
    if wanted.without:
        said: tuple[Part, ...] = (text(Say.NO_MORE),)
    elif wanted.reduced:
        return after((text(Say.NONE_REDUCED),) if doing.otherwise else (), remind(conversation))
    elif wanted.anything or doing.otherwise is not None:
        if doing.otherwise in (None, Say.WHICH_PRODUCT):
            return after(which_product(conversation), remind(conversation))
        return after((text(doing.otherwise or Say.WHAT_TO_LOOK_FOR),), remind(conversation))
    else:
        said = (info(Say.NOTHING_FOUND, words=wanted.words),)
    product = conversation.product
    if product is not None and "?" in wanted.said and (words := short(product.description)):
        # It may be the product in focus that was asked about.
        told = text(Say.DESCRIBED, product=product.name, words=words)
        return after((*said, told), back(conversation))
    if conversation.stage not in LOOKING:
        return after(said, remind(conversation))
    return Step(replace(conversation, doing=Listing()), said, (ReadGroups(),))


def _sought(wanted: Wanted, found: Found) -> Wanted:
    """Return what was looked for, to look for more of it: none of it in other words than names of goods."""
    return replace(
        wanted,
        words=wanted.words if wanted.also else found.words,
        said="",
        certain=False,
        anything=wanted.anything or not found.words,
        color=found.color,
        size=found.size,
        avoid=found.avoided,
    )


def _is_focus(conversation: Conversation, found: Found) -> bool:
    """Tell whether words that may be no goods found the product in focus, by something that it says."""
    focus = conversation.product
    return focus is not None and [one.id for one in found.products] == [focus.id]


def _is_code(conversation: Conversation, words: str, doing: Searching) -> bool:
    """Tell whether what names no goods may be a code for what lies in the cart: nobody said that it is goods."""
    looks_so = any(each.fullmatch(words) for each in (_CODE, _CODE_IN_SMALL))
    return doing.guess and is_filled(conversation) and looks_so


def _clear(doing: Searching, wanted: Wanted, found: Found) -> Variant | None:
    """Return the one variant that an order names beside others, where nothing had to be guessed."""
    is_open = found.unmet or found.spelled or found.group or found.missed
    if not doing.buys or is_open:
        return None
    fitting = _fitting(found) or _named(found, wanted) or found.products[0].variants
    return fitting[0] if len(fitting) == 1 and fitting[0].available > 0 else None


def _one(
    conversation: Conversation, doing: Searching, wanted: Wanted, found: Found, now: int
) -> Step:
    """Show the only product; where the words fit some of its variants alone, those are offered."""
    fitting = _fitting(found) or _priced(found, wanted) or _named(found, wanted)
    product = found.products[0]
    if fitting and not any(one.available > 0 for one in fitting):
        focused = focus(conversation, product, now)
        sold_out = out_of_stock(product, fitting[0], alone=len(product.variants) == 1)
        return Step(focused, (ProductCard(kept(product)), *sold_out), action=Action.PRODUCT_SHOWN)
    step = product_shown(conversation, product, now, fitting)
    good = tuple(one.id for one in fitting if one.available > 0)
    narrowed = good if len(good) > 1 else ()  # "jeans 32", then "blue"
    wanting = replace(step.conversation, wanted_quantity=doing.quantity, narrowed=narrowed)
    return replace(step, conversation=wanting)


def _priced(found: Found, wanted: Wanted) -> tuple[Variant, ...]:
    """Return the variants that cost what the words name, where prices differ: "a $50 gift card"."""
    told = amounts_in(wanted.said) if wanted.budget is None else frozenset()
    priced = [(one, one.price.amount) for one in found.products[0].variants if one.price]
    differ = len({amount for _, amount in priced}) > 1
    return tuple(one for one, amount in priced if differ and amount in told)


def _named(found: Found, wanted: Wanted) -> tuple[Variant, ...]:
    """Return the variants that have a value whose name stands in the words, where not all have: "a cedar candle"."""
    said = f" {' '.join(_WORD.findall(wanted.words.casefold()))} "
    variants = found.products[0].variants
    named = tuple(
        one
        for one in variants
        if any(f" {value.casefold()} " in said for each in one.attributes for value in each.values)
    )
    return named if len(named) < len(variants) else ()


def _fitting(found: Found) -> tuple[Variant, ...]:
    product = found.products[0]
    return tuple(one for one in product.variants if one.id in found.variant_ids)


def _lead(found: Found, wanted: Wanted, count: int) -> Part:
    if found.unmet or (found.missed and not found.suggested):
        return text(Say.FOUND_NEAREST, count=count)
    if wanted.order is not None and count > 1:
        cheapest = wanted.order is Order.CHEAPEST
        return text(Say.CHEAPEST_FIRST if cheapest else Say.DEAREST_FIRST)
    if wanted.reduced:
        return text(Say.REDUCED_NOW)
    if wanted.anything or found.suggested:
        return text(Say.SUGGESTED)
    if found.group:
        return text(Say.FOUND_IN_GROUP, name=found.group)
    return text(Say.FOUND, count=count)


def _honestly(found: Found, wanted: Wanted) -> Iterator[Part]:
    """Say what was taken for what, and what of the wishes nothing keeps."""
    if found.missed:
        yield info(Say.NOTHING_FOUND, words=found.words)
    for words in found.missing:
        yield info(Say.NOTHING_FOUND, words=words)
    for words in found.unfit:
        yield info(Say.NONE_OF_IT_FITS, words=words)
    if found.spelled:
        yield text(Say.TAKEN_FOR, words=found.spelled)
    for need in found.unmet:
        match need:
            case Need.COLOR:
                yield info(Say.NONE_IN_COLOR, words=found.color)
            case Need.SIZE:
                yield info(Say.NONE_IN_SIZE, words=found.size.upper())
            case Need.STOCK:
                yield info(Say.NONE_IN_STOCK)
            case Need.BUDGET:
                yield from _over_budget(found, wanted.budget)
            case Need.CURRENCY:
                yield info(Say.OTHER_CURRENCY, currency=_currency(found.products))


def _over_budget(found: Found, budget: Budget | None) -> Iterator[Part]:
    most = _money(budget.most, found) if budget else None
    least = _money(budget.least, found) if budget else None
    if most is not None and least is not None:
        yield info(Say.NONE_BETWEEN, least=least, most=most)
    elif most is not None:
        yield info(Say.NONE_SO_CHEAP, most=most)
    elif least is not None:
        yield info(Say.NONE_SO_DEAR, least=least)


def _money(amount: Decimal | None, found: Found) -> Money | str | None:
    """Return a bound in the shop's currency; as it was said where that has no such small coins."""
    if amount is None:
        return None
    try:
        return Money.of(amount, _currency(found.products))
    except ValueError:
        return str(amount)


def _currency(products: tuple[Product, ...]) -> str:
    prices = (one.price for each in products for one in each.variants if one.price)
    return next((price.currency for price in prices), "")
