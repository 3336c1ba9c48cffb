"""Puts products in the order in which they fit what was looked for, and holds them to what is required."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from operator import itemgetter

from agentpay_plugin.conversation.goods import Product
from agentpay_plugin.conversation.reading import Order
from agentpay_plugin.conversation.wanted import Found, Need
from agentpay_plugin.shop.search.dictionary import Phrase, holds
from agentpay_plugin.shop.search.needs import Needs, fitting, relaxed, required
from agentpay_plugin.shop.search.terms import Term
from agentpay_plugin.shop.search.words import Forms, forms, forms_in

_NAME, _GROUP, _VALUE, _DESCRIPTION = 80, 60, 40, 10
_EXACT, _NAMED, _KIND, _BEGINS, _SPELLED = 10, 9, 6, 6, 5  # tenths
_BEGINNING = 4  # letters by which a word may find a longer one
_SHORTER = 5  # letters of one that a longer word may find
_IS_LIKE = re.compile(r"(?<=\w)\s+port[aá]til\b", re.IGNORECASE)
_MORE, _LESS = 3, 2  # letters that these may have more, or less


@dataclass(frozen=True, slots=True)
class Entry:
    """A product and the texts it is found by: `groups` are its categories and collections and what they are called."""

    product: Product
    groups: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()


def entry(product: Product, groups: Iterable[str] = ()) -> Entry:
    """Return a product with its own texts."""
    every = (*product.attributes, *(each for one in product.variants for each in one.attributes))
    return Entry(
        product,
        (*((product.category,) if product.category else ()), *groups),
        (product.name,),
        tuple(dict.fromkeys(value for each in every for value in each.values)),
        (product.description,),
    )


def chosen(
    entries: Iterable[Entry],
    terms: tuple[Term, ...],
    needs: Needs,
    limit: int,
    order: Order | None = None,
) -> Found:
    """Return the products that fit best; where none keeps all that is required, those that keep most of it.

    `order`: of what fits, the cheapest or the dearest first.
    """
    ranked = _ranked(tuple(entries), terms)
    for given_up in _ways_out(needs):
        kept = relaxed(needs, given_up)
        fit = [product for product in ranked if not kept or fitting(product, kept)]
        if fit:
            if order is not None or Need.BUDGET in given_up:
                fit.sort(key=_least, reverse=order is Order.DEAREST)
            fit.sort(key=lambda product: not _can_be_had(product, kept))
            ids = tuple(one.id for one in fitting(fit[0], kept)) if kept else ()
            return Found(tuple(fit[:limit]), given_up, needs.called, needs.size, ids)
    return Found()


def is_called(entry: Entry, term: Term) -> bool:
    """Tell whether a product, or what it belongs to, is called so or a kind of it: nothing is guessed from spelling."""
    text = forms_in(*_called(entry), *entry.groups)
    return holds(text, term.said) or _holds_any(text, (*term.names, *term.kinds))


def is_named(entry: Entry, term: Term) -> bool:
    """Tell whether a product is found by a term in other texts than its description."""
    texts = (_called(entry), entry.groups, entry.values)
    return any(_quality(forms_in(*each), term) for each in texts)


def _called(entry: Entry) -> tuple[str, ...]:
    """Return the names without what they only say the thing is like: a "carregador portátil" is no laptop."""
    return tuple(_IS_LIKE.sub("", name) for name in entry.names)


def _ways_out(needs: Needs) -> Iterable[tuple[Need, ...]]:
    """Give up nothing, then one need after the other, then two …: as little as there is a way with."""
    all_of_it = required(needs)
    for count in range(len(all_of_it) + 1):
        yield from combinations(all_of_it, count)


def _least(product: Product) -> int:
    return min((one.price.minor for one in product.variants if one.price), default=0)


def _can_be_had(product: Product, needs: Needs) -> bool:
    return any(one.available > 0 for one in fitting(product, needs))


def _ranked(entries: tuple[Entry, ...], terms: tuple[Term, ...]) -> list[Product]:
    """Return what fits, best first; what fits half as well as the best is left out."""
    unique = {each.product.id: each for each in entries}
    if not terms:
        return spread([each.product for each in unique.values()])
    scores = {key: sum(_score(each, term) for term in terms) for key, each in unique.items()}
    best = max(scores.values(), default=0)
    fit = [each for key, each in unique.items() if best and scores[key] * 2 > best]
    return [each.product for each in sorted(fit, key=lambda each: -scores[each.product.id])]


def spread(products: Iterable[Product]) -> list[Product]:
    """Put one of each category first, then the next of each, so that few show how much there is."""
    seen: Counter[str | None] = Counter()
    turns = []
    for product in products:
        turns.append((seen[product.category], product))
        seen[product.category] += 1
    return [product for _, product in sorted(turns, key=itemgetter(0))]


def _score(entry: Entry, term: Term) -> int:
    fields = ((_NAME, _called(entry)), (_GROUP, entry.groups), (_VALUE, entry.values))
    best = max(weight * _quality(forms_in(*texts), term) for weight, texts in fields)
    described = forms_in(*entry.descriptions)
    # A description speaks of many things: only the very thing counts in it, no kind of it.
    is_told_of = holds(described, term.said) or _holds_any(described, term.names)
    return max(best, _DESCRIPTION * _EXACT if is_told_of else 0)


def _quality(text: Forms, term: Term) -> int:
    """Return in tenths how well a name answers a term."""
    found = (
        (_EXACT, holds(text, term.said)),
        (_NAMED, _holds_any(text, term.names)),
        (_KIND, _holds_any(text, term.kinds)),
        (_BEGINS, _begins(text, term.said)),
        (_SPELLED, _holds_any(text, term.spelled)),
    )
    return max((quality for quality, is_there in found if is_there), default=0)


def _holds_any(text: Forms, phrases: tuple[Phrase, ...]) -> bool:
    return any(holds(text, phrase) for phrase in phrases)


def _begins(text: Forms, said: Phrase) -> bool:
    """Let a word find one that it begins, or that begins it: wash, washing."""
    if len(said) > 1 or len(said[0]) < _BEGINNING:
        return False
    wanted = [form.rstrip("@") for form in forms(said[0])]
    return any(
        _is_beginning(one, word, _BEGINNING, _MORE) or _is_beginning(word, one, _SHORTER, _LESS)
        for word in (each.rstrip("@") for each in text)
        for one in wanted
    )


def _is_beginning(short: str, long: str, least: int, spare: int) -> bool:
    more = len(long) - len(short)
    return len(short) >= least and 0 < more <= spare and long.startswith(short)
