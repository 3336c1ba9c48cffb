"""Looking for goods: what is searched, what was found, and an honest word on what of it does not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from agentpay_plugin.conversation import promo
from agentpay_plugin.conversation.buying import add
from agentpay_plugin.conversation.checkout import is_filled
from agentpay_plugin.conversation.commands import SearchProducts
from agentpay_plugin.conversation.doing import Searching
from agentpay_plugin.conversation.goods import Product, Variant
from agentpay_plugin.conversation.names import kept_short
from agentpay_plugin.conversation.parts import Part, ProductCard
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.picking import amounts_in
from agentpay_plugin.conversation.products import focus, product_shown
from agentpay_plugin.conversation.reading import Budget, Reading
from agentpay_plugin.conversation.replies import after, info, text
from agentpay_plugin.conversation.returning import not_understood, remind
from agentpay_plugin.conversation.state import Action, Conversation, Step
from agentpay_plugin.conversation.wanted import Found, Need, Wanted
from agentpay_plugin.money import Money

_CODE = re.compile(r"[A-Z][A-Z0-9_-]{4,31}")  # what is written like this, and is no goods
_CODE_IN_SMALL = re.compile(r"[A-Za-z]{4,24}\d{1,4}")
_WORD = re.compile(r"[^\W_]+")
_FOUND = 5  # products shown and remembered of a search


def search(
    conversation: Conversation, reading: Reading, said: str = "", *, guess: bool = False
) -> Step:
    """Look for the goods that were named; by a `guess` the words may be no goods at all."""
    words = (reading.product_mention or "").strip()
    if not words and reading.budget is not None:
        return suggest(conversation, reading, said)
    if not words:
        otherwise = Searching(reading.quantity, otherwise=Say.WHAT_TO_LOOK_FOR)
        return seek(conversation, Wanted(said, said, certain=True), otherwise)
    searching = Searching(reading.quantity, guess, buys=reading.ordering)
    return seek(conversation, Wanted(words, said, reading.budget), searching)


def suggest(conversation: Conversation, reading: Reading, said: str) -> Step:
    """Look for whatever fits what the shopper told of: for whom, for what, at which price."""
    wanted = Wanted(said, said, reading.budget, anything=True)
    return seek(conversation, wanted, Searching(reading.quantity))


def seek(conversation: Conversation, wanted: Wanted, searching: Searching) -> Step:
    """Ask the shop for what is wanted."""
    return Step(replace(conversation, doing=searching), commands=(SearchProducts(wanted),))


def products_found(
    conversation: Conversation, doing: Searching, wanted: Wanted, found: Found, now: int
) -> Step:
    """Show what was found; a single product is taken into focus and offered."""
    if not found.products and _is_code(conversation, wanted.words, doing):
        return promo.apply(conversation, wanted.words)
    if not found.products and doing.guess:
        return not_understood(conversation)
    if not found.products and (wanted.anything or doing.otherwise is not None):
        asked = text(doing.otherwise or Say.WHAT_TO_LOOK_FOR)
        return after((asked,), remind(conversation))
    if not found.products:
        nothing = info(Say.NOTHING_FOUND, words=wanted.words)
        return after((nothing,), remind(conversation))
    shown = found.products[:_FOUND]
    conversation = replace(conversation, found=tuple(kept_short(one) for one in shown))
    lead = (*_honestly(found, wanted), _lead(found, wanted, len(shown)))
    if len(shown) == 1 and (variant := _clear(doing, wanted, found)) is not None:
        focused = focus(conversation, found.products[0], now)
        return add(focused, found.products[0], variant, doing.quantity or 1)
    if len(shown) == 1:
        return after(lead, _one(conversation, doing, wanted, found, now))
    cards = tuple(ProductCard(kept_short(one)) for one in shown)
    return Step(conversation, (*lead, *cards), action=Action.PRODUCT_SHOWN)


def _is_code(conversation: Conversation, words: str, doing: Searching) -> bool:
    """Tell whether what names no goods may be a code: one in capitals, or any once codes were spoken of."""
    if is_filled(conversation) and doing.guess and _CODE.fullmatch(words):
        return True
    has_codes = bool(conversation.kept) or is_filled(conversation)
    return has_codes and _CODE_IN_SMALL.fullmatch(words) is not None


def _clear(doing: Searching, wanted: Wanted, found: Found) -> Variant | None:
    """Return the one variant that an order names beside others, where nothing had to be guessed."""
    if not doing.buys or found.unmet or found.spelled or found.group:
        return None
    fitting = _fitting(found) or _named(found, wanted) or found.products[0].variants
    return fitting[0] if len(fitting) == 1 and fitting[0].available > 0 else None


def _one(
    conversation: Conversation, doing: Searching, wanted: Wanted, found: Found, now: int
) -> Step:
    """Show the only product; where the words fit some of its variants alone, those are offered."""
    fitting = _fitting(found) or _priced(found, wanted) or _named(found, wanted)
    step = product_shown(conversation, found.products[0], now, fitting)
    wanting = replace(step.conversation, wanted_quantity=doing.quantity)
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
    if found.unmet:
        return text(Say.FOUND_NEAREST, count=count)
    if wanted.anything:
        return text(Say.SUGGESTED)
    if found.group:
        return text(Say.FOUND_IN_GROUP, name=found.group)
    return text(Say.FOUND, count=count)


def _honestly(found: Found, wanted: Wanted) -> Iterator[Part]:
    """Say what was taken for what, and what of the wishes nothing keeps."""
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
